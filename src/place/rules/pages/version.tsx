/** One version made here: its rows, what the check found, and the next step for whoever may take it. */
import type { ComponentChildren } from 'preact';
import { Details, Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chip } from '../../../design/components/chip.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { FileUpload } from '../../../design/components/file-upload.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Ticks } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RuleState } from '../model.ts';
import type { RowView } from '../presenting.ts';
import { type Reading, ReadingChoice, RowsRead } from './rows.tsx';

export interface FaultView {
  readonly message: string;
  readonly fix: string;
  /** The row to open. */
  readonly href: string | null;
}

export interface VersionView {
  readonly id: string;
  /** The table with its versions; null while nothing of it is agreed. */
  readonly back: string | null;
  readonly name: string;
  readonly typedName: string;
  readonly service: string;
  readonly number: number;
  readonly state: RuleState;
  readonly stateWords: string;
  /** Null for a table that was begun here. */
  readonly basedOn: string | null;
  readonly authors: string;
  readonly why: string;
  readonly starts: string;
  readonly startsWords: string;
  readonly comment: string;
  readonly hitPolicy: string;
  readonly policies: readonly { readonly value: string; readonly text: string }[];
  readonly reading: Reading;
  readonly rows: readonly RowView[];
  /** Facts made here that its rows read. */
  readonly own: readonly { readonly label: string; readonly words: string }[];
  readonly faults: readonly FaultView[];
  readonly replayed: boolean;
  readonly mayWrite: boolean;
  /** Whether this visitor may be the second pair of eyes; else why not, '' when the step is not theirs at all. */
  readonly approval: { readonly may: boolean; readonly wrote: boolean; readonly because: string };
  readonly mayStop: boolean;
  readonly history: readonly { readonly key: string; readonly words: string; readonly detail: string }[];
  readonly hidden: Readonly<Record<string, string>>;
}

const Form = ({
  view,
  step,
  upload,
  children,
}: {
  readonly view: VersionView;
  readonly step: string;
  readonly upload?: boolean;
  readonly children: ComponentChildren;
}) => (
  <form method="post" action={`/rules/versions/${view.id}/${step}`} enctype={upload ? 'multipart/form-data' : undefined} novalidate>
    <HiddenValues values={view.hidden} />
    {children}
  </form>
);

export const VersionPage = ({
  shell,
  view,
  errors = [],
}: {
  readonly shell: Shell;
  readonly view: VersionView;
  readonly errors?: readonly FieldError[];
}) => {
  const drafting = view.state === 'draft' && view.mayWrite;
  return (
    <StaffPage {...shell} title={`${view.name}, version ${view.number}`} shape="list" errors={errors}>
      <BackLink href={view.back ?? '/rules'} text={view.back ? 'The table and its versions' : 'All rules'} />
      <PageTitle
        title={view.name}
        sentence={`${view.service}. Version ${view.number}${view.basedOn ? `, begun from ${view.basedOn}` : ' of a new table'}. Written by ${view.authors}.`}
        aside={<Chip tone={view.state === 'approved' ? 'ok' : view.state === 'proposed' ? 'warn' : 'neutral'}>{view.stateWords}</Chip>}
      />
      {view.startsWords ? <p>{view.startsWords}</p> : null}
      {view.why ? <p>Why: {view.why}</p> : null}
      {view.comment && view.comment !== view.why ? <Inset>{view.comment}</Inset> : null}
      <Stack>
        <Checked view={view} />
        {drafting && view.rows.length === 0 ? null : <NextStep view={view} errors={errors} />}
      </Stack>
      <SectionTitle
        title={view.rows.length === 0 ? 'No row yet' : `${view.rows.length} ${view.rows.length === 1 ? 'row' : 'rows'}`}
        aside={drafting && view.rows.length > 0 ? <a href={`/rules/versions/${view.id}/rows/new`}>Add a row</a> : undefined}
      />
      {view.rows.length > 0 ? (
        <ReadingChoice reading={view.reading} href={(reading) => `/rules/versions/${view.id}?as=${reading}`} />
      ) : null}
      <RowsRead
        rows={view.rows}
        reading={view.reading}
        caption={`Rows of ${view.name}`}
        {...(drafting ? { controls: (row: RowView) => <RowControls view={view} row={row} /> } : {})}
      />
      {view.own.length > 0 ? (
        <>
          <SectionTitle title="Facts made here that it reads" />
          <FactsList facts={view.own.map(({ label, words }) => ({ term: label, value: words }))} />
        </>
      ) : null}
      {drafting ? <MoreOfDraft view={view} errors={errors} /> : null}
      <SectionTitle title="What happened to it" />
      <FactsList facts={view.history.map(({ words, detail }, index) => ({ term: `${index + 1}. ${words}`, value: detail }))} />
    </StaffPage>
  );
};

/** Most faults that are listed: each is found again after every change. */
const mostFaults = 12;

const Checked = ({ view }: { readonly view: VersionView }) => (
  <Card id="checked" title="What the check found" level={2}>
    {view.faults.length === 0 ? (
      <Ticks
        items={[
          'Every cell can be read.',
          'Everybody meets a row, whatever they said or left out.',
          'Every row can apply.',
          'No row turns anybody away for how ill or unsettled they are, or decides by who they are.',
          'Every offer exists, and its team gives it.',
        ]}
      />
    ) : (
      <ul>
        {view.faults.slice(0, mostFaults).map((fault, index) => (
          <li key={index}>
            {fault.message} {fault.fix} {fault.href ? <a href={fault.href}>Open the row</a> : null}
          </li>
        ))}
        {view.faults.length > mostFaults ? <li>And {view.faults.length - mostFaults} more. One change often puts several right.</li> : null}
      </ul>
    )}
  </Card>
);

const rowAddress = (view: VersionView, row: RowView): string => `/rules/versions/${view.id}/rows/${encodeURIComponent(row.id)}`;

const RowControls = ({ view, row }: { readonly view: VersionView; readonly row: RowView }) => (
  <form method="post" action={`${rowAddress(view, row)}/place`}>
    <HiddenValues values={view.hidden} />
    <Actions>
      <ButtonLink look="secondary" small href={rowAddress(view, row)}>
        Change<span class="nhsuk-u-visually-hidden"> row {row.at}</span>
      </ButtonLink>
      <Button look="secondary" small name="to" value="up">
        Up<span class="nhsuk-u-visually-hidden">: row {row.at}</span>
      </Button>
      <Button look="secondary" small name="to" value="down">
        Down<span class="nhsuk-u-visually-hidden">: row {row.at}</span>
      </Button>
      <Button look="secondary" small name="to" value="out">
        Take out<span class="nhsuk-u-visually-hidden"> row {row.at}</span>
      </Button>
    </Actions>
  </form>
);

const Replay = ({ view }: { readonly view: VersionView }) => (
  <p>
    <a href={`/rules/versions/${view.id}/replay`}>{view.replayed ? 'See what it would have decided' : 'Replay it on past referrals'}</a>
    {view.replayed ? '. This text has been replayed.' : '. This text has not been replayed yet.'}
  </p>
);

const NextStep = ({ view, errors }: { readonly view: VersionView; readonly errors: readonly FieldError[] }) => {
  switch (view.state) {
    case 'draft':
      return view.mayWrite ? (
        <Card id="next" title="Propose it" level={2}>
          <Replay view={view} />
          <Form view={view} step="propose">
            <TextInput
              name="starts"
              type="date"
              label="First day"
              hint="From this day it decides. Referrals from before keep the version of their own day."
              width={10}
              value={view.starts}
              error={errorOf(errors, 'starts')}
            />
            <TextArea
              name="why"
              label="Why is this version better?"
              hint="Whoever approves it reads this, and it is kept with the version."
              rows={3}
              limit={1000}
              value={view.why}
              error={errorOf(errors, 'why')}
            />
            <Button>Propose it for approval</Button>
          </Form>
        </Card>
      ) : null;
    case 'proposed':
      return (
        <Card id="next" title="A second pair of eyes" level={2}>
          <Replay view={view} />
          {view.approval.may ? (
            <Form view={view} step="approve">
              <TextArea name="comment" label="Comment" hint="You may leave this empty." rows={2} limit={1000} />
              <Button>Approve this version</Button>
            </Form>
          ) : (
            <p>{view.approval.because || 'A senior colleague or a manager who wrote none of it approves it.'}</p>
          )}
          {view.mayWrite ? (
            <Form view={view} step="give-back">
              <TextArea
                name="comment"
                id="back"
                label={view.approval.wrote ? 'Why do you take it back?' : 'What should change?'}
                hint={view.approval.wrote ? 'You may leave this empty.' : undefined}
                rows={2}
                limit={1000}
                error={errorOf(errors, 'back')}
              />
              <Button look="secondary">{view.approval.wrote ? 'Take it back as a draft' : 'Give it back as a draft'}</Button>
            </Form>
          ) : null}
        </Card>
      );
    case 'approved':
      return view.mayStop ? (
        <Card id="next" title="Stop it" level={2}>
          <p>The version before it decides again at once. What was decided with this one stays as it was.</p>
          <Form view={view} step="stop">
            <TextArea name="comment" label="Why?" rows={2} limit={1000} error={errorOf(errors, 'comment')} />
            <Button look="warning">Stop this version</Button>
          </Form>
        </Card>
      ) : null;
    case 'set_aside':
      return view.mayWrite ? (
        <Form view={view} step="bring-back">
          <Button look="secondary">Bring it back as a draft</Button>
        </Form>
      ) : null;
    case 'stopped':
      return null;
  }
};

const MoreOfDraft = ({ view, errors }: { readonly view: VersionView; readonly errors: readonly FieldError[] }) => (
  <>
    <Actions>
      <ButtonLink look={view.rows.length === 0 ? 'primary' : 'secondary'} href={`/rules/versions/${view.id}/rows/new`}>
        {view.rows.length === 0 ? 'Add the first row' : 'Add a row'}
      </ButtonLink>
    </Actions>
    <Details summary="Its name, and which rows count" open={errors.some(({ field }) => field === 'name')}>
      <Form view={view} step="name">
        <TextInput name="name" label="Name of the table" value={view.typedName} error={errorOf(errors, 'name')} />
        <Select name="policy" label="Which rows count" options={view.policies} value={view.hitPolicy} />
        <Button look="secondary">Save</Button>
      </Form>
    </Details>
    <Details summary="Read rows from a DMN file" open={errors.some(({ field }) => field === 'file')}>
      <Form view={view} step="read" upload>
        <FileUpload
          name="file"
          label="DMN 1.3 file"
          hint="Its rows take the place of the rows here. Facts keep the meaning they have in this place."
          accept=".dmn,.xml"
          error={errorOf(errors, 'file')}
        />
        <Button look="secondary">Read the file</Button>
      </Form>
      <p>
        <a href={`/rules/versions/${view.id}/table.dmn`}>Save these rows as DMN</a>
      </p>
    </Details>
    <Form view={view} step="set-aside">
      <Button look="link">Set this draft aside</Button>
    </Form>
  </>
);
