/** Where spreadsheets are brought in: a file to choose, and what became of earlier ones. */
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FileUpload } from '../../../design/components/file-upload.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { counted } from '../../../platform/numbers.ts';
import { saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type ImportRun, mostOnPage } from '../model.ts';

export interface ImportsView {
  readonly runs: readonly ImportRun[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly typed: { readonly kind: string; readonly team: string };
  readonly fields: readonly { readonly kind: string; readonly labels: readonly string[] }[];
  readonly formKey: string;
}

const kindWords = { people: 'People', referrals: 'Referrals' } as const;

export function outcomeOf(run: ImportRun): string {
  switch (run.state) {
    case 'checked':
      return run.findings ? 'Looked at. Nothing brought in yet' : 'Chosen. Not looked at yet';
    case 'done':
      return `${counted(run.added ?? 0, 'row', 'rows')} brought in${run.leftOut ? `, ${run.leftOut} left out` : ''}`;
    case 'forgotten':
      return 'Forgotten. Nothing was brought in';
  }
}

export const ImportsPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: ImportsView;
  readonly errors: readonly FieldError[];
}) => (
  <StaffPage {...shell} title="Imports" shape="list" errors={errors}>
    <PageTitle
      title="Imports"
      sentence="Bring in people or referrals from a spreadsheet. You see what would happen first, and nothing changes until you say so."
    />
    <Columns>
      <Card title="Choose a file" level={2}>
        <form method="post" action="/imports" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="form_key" value={view.formKey} />
          <Radios
            name="kind"
            label="What is in it?"
            value={view.typed.kind}
            error={errorOf(errors, 'kind')}
            choices={[
              { value: 'referrals', text: 'Referrals', hint: 'Each row becomes a referral that a team reads first' },
              { value: 'people', text: 'People', hint: 'Each row becomes a person whom your team already supports' },
            ]}
          />
          <Select
            name="team"
            label="Which team are they for?"
            value={view.typed.team}
            error={errorOf(errors, 'team')}
            options={[{ value: '', text: 'Choose a team' }, ...view.teams.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <FileUpload
            name="file"
            label="The file"
            accept=".csv,.txt,text/csv"
            hint={`Saved as CSV, at most ${mostOnPage.rows.toLocaleString('en-GB')} rows and ${mostOnPage.bytes / 1_000_000} MB. The first row names the columns.`}
            error={errorOf(errors, 'file')}
          />
          <Button>Look at it</Button>
        </form>
      </Card>
      <Stack>
        <Card title="What happens" level={2} quiet>
          <Prose>
            <p>We match the columns by their names. You can change any of them.</p>
            <p>You see each row that cannot be read, and why, before anything is brought in.</p>
            <p>Nobody is joined with somebody already here. A person decides that later.</p>
            <p>The file is deleted as soon as it is brought in, or after a day.</p>
          </Prose>
        </Card>
        {view.fields.map(({ kind, labels }) => (
          <Details key={kind} summary={`Columns that ${kind} can have`}>
            <p>{labels.join(', ')}.</p>
          </Details>
        ))}
      </Stack>
    </Columns>
    {view.runs.length === 0 ? null : (
      <Table
        caption="Your files"
        rows={view.runs}
        rowKey={(run) => run.id}
        columns={[
          { title: 'File', cell: (run) => <a href={`/imports/${run.id}`}>{run.fileName}</a> },
          { title: 'What', cell: (run) => kindWords[run.kind] },
          { title: 'When', cell: (run) => saidDayAndTime(run.createdAt) },
          { title: 'What came of it', cell: outcomeOf },
        ]}
      />
    )}
  </StaffPage>
);
