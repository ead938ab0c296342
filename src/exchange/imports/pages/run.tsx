/** One file: what would happen, the columns to match, and the button; afterwards what came of it. */
import { Details, Inset, WarningCallout } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Figures } from '../../../design/components/figures.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { UnderWay } from '../../../design/components/under-way.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { isUnderWay, type Work } from '../../../platform/jobs/work.ts';
import { counted, plainNumber } from '../../../platform/numbers.ts';
import { saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Findings, ImportRun, LooksLike, RowNote } from '../model.ts';
import { outcomeOf } from './imports.tsx';

export interface ColumnView {
  readonly header: string;
  readonly examples: readonly string[];
  /** The field it is brought in as; '' is left out. */
  readonly chosen: string;
}

export interface RunView {
  readonly run: ImportRun;
  /** Long work on it that is under way, or that ended without result. */
  readonly work: Work | null;
  readonly team: string;
  readonly columns: readonly ColumnView[];
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly formKeys: { readonly columns: string; readonly bringIn: string; readonly forget: string };
  readonly columnsOpen: boolean;
}

interface Page {
  readonly shell: Shell;
  readonly view: RunView;
  readonly errors: readonly FieldError[];
}

const things = ({ kind }: Pick<ImportRun, 'kind'>, count: number): string =>
  kind === 'people' ? counted(count, 'person', 'people') : counted(count, 'referral', 'referrals');

/** What would happen, as a sentence made from the numbers. */
export function wouldHappen(run: Pick<ImportRun, 'kind'>, { rows, good, faultCount }: Findings): string {
  if (rows === 0 && faultCount > 0) return 'No row of this file can be read yet. What to put right stands below.';
  if (rows === 0) return 'There is nothing in this file to bring in.';
  if (faultCount === 0) return `All ${counted(rows, 'row is', 'rows are')} right: ${things(run, good)} would be brought in.`;
  const wrong = rows - good;
  return `${counted(good, 'row is', 'rows are')} right. ${counted(wrong, 'row has', 'rows have')} something to put right first.`;
}

const Faults = ({
  caption,
  why,
  faults,
  total,
}: {
  readonly caption: string;
  readonly why: string;
  readonly faults: readonly RowNote[];
  readonly total: number;
}) => (
  <>
    <Table
      caption={caption}
      rows={faults}
      rowKey={(fault) => `${fault.row} ${fault.column} ${fault.words}`}
      columns={[
        { title: 'Row', cell: (fault) => (fault.row === 0 ? 'Whole file' : `Row ${fault.row}`) },
        { title: 'Column', cell: (fault) => fault.column || 'Whole row' },
        { title: why, cell: (fault) => fault.words },
      ]}
    />
    {total > faults.length ? (
      <p>
        These are the first {faults.length} of {plainNumber(total)}.
      </p>
    ) : null}
  </>
);

const likeWords = ({ earlierRow, sure }: LooksLike): string =>
  earlierRow === null
    ? sure
      ? 'Very likely somebody already here'
      : 'Perhaps somebody already here'
    : `${sure ? 'Very like' : 'Like'} row ${earlierRow}`;

const Matches = ({ run, matches, total }: { readonly run: ImportRun; readonly matches: readonly LooksLike[]; readonly total: number }) => (
  <Details summary={`${counted(total, 'row looks', 'rows look')} like somebody already here, or like an earlier row`}>
    <p>
      {run.kind === 'people'
        ? 'You choose below what happens to them.'
        : 'They are brought in. Whoever reads the referral decides whether it is the same person.'}
    </p>
    <Table
      caption="Rows that look alike"
      captionHidden
      rows={matches}
      rowKey={(match) => `${match.row} ${match.earlierRow ?? 'here'} ${match.because}`}
      columns={[
        { title: 'Row', cell: (match) => `Row ${match.row}` },
        { title: 'Looks like', cell: likeWords },
        { title: 'Because', cell: (match) => match.because },
      ]}
    />
    {total > matches.length ? (
      <p>
        These are the first {matches.length} of {plainNumber(total)}.
      </p>
    ) : null}
  </Details>
);

const MatchColumns = ({ view, errors }: { readonly view: RunView; readonly errors: readonly FieldError[] }) => (
  <Details summary="Columns of the file, and what each is brought in as" open={view.columnsOpen}>
    <form method="post" action={`/imports/${view.run.id}/columns`} novalidate>
      <input type="hidden" name="form_key" value={view.formKeys.columns} />
      <input type="hidden" name="version" value={String(view.run.version)} />
      {view.columns.map(({ header, examples, chosen }, at) =>
        header === '' ? (
          <input key={at} type="hidden" name="field" value="" />
        ) : (
          <Select
            key={at}
            name="field"
            id={`field-${at + 1}`}
            label={header}
            hint={
              examples.length > 0
                ? `Such as ${examples.map((one) => `“${one.length > 40 ? `${one.slice(0, 40)}…` : one}”`).join(', ')}`
                : 'Empty in the first rows'
            }
            value={chosen}
            error={errorOf(errors, `field-${at + 1}`)}
            options={[{ value: '', text: 'Leave out' }, ...view.choices]}
          />
        ),
      )}
      <Button look="secondary">Look again with these columns</Button>
    </form>
  </Details>
);

const BringIn = ({
  view: { run, formKeys, team },
  findings,
  errors,
}: {
  readonly view: RunView;
  readonly findings: Findings;
  readonly errors: readonly FieldError[];
}) => {
  const { good, faultCount, matchCount } = findings;
  return (
    <Card title="Bring them in" level={2}>
      <form method="post" action={`/imports/${run.id}/bring-in`} novalidate>
        <input type="hidden" name="form_key" value={formKeys.bringIn} />
        <input type="hidden" name="version" value={String(run.version)} />
        {faultCount > 0 ? (
          <Radios
            name="rows"
            label="Some rows are not right yet"
            error={errorOf(errors, 'rows')}
            choices={[
              { value: 'all', text: 'Bring in everything or nothing', unavailable: 'Put the file right, and choose it again.' },
              {
                value: 'good',
                text: `Bring in the ${counted(good, 'good row', 'good rows')}`,
                hint: 'The others are left out and listed, so that you can add them later',
              },
            ]}
          />
        ) : (
          <input type="hidden" name="rows" value="all" />
        )}
        {run.kind === 'people' && matchCount > 0 ? (
          <Radios
            name="matches"
            label="Rows that look like somebody already here, or like an earlier row"
            value="leave_out"
            choices={[
              { value: 'leave_out', text: 'Leave them out', hint: 'They are listed, so that somebody can look at each' },
              { value: 'bring_in', text: 'Bring them in as people of their own', hint: 'Nobody is joined with anybody' },
            ]}
          />
        ) : null}
        <p>They come to {team}.</p>
        <Actions>
          <Button>Bring them in</Button>
        </Actions>
      </form>
    </Card>
  );
};

const Forget = ({ view: { run, formKeys } }: { readonly view: RunView }) => (
  <form method="post" action={`/imports/${run.id}/forget`}>
    <input type="hidden" name="form_key" value={formKeys.forget} />
    <Button look="link">Forget this file</Button>
  </form>
);

const Waiting = ({
  view,
  findings,
  errors,
}: {
  readonly view: RunView;
  readonly findings: Findings;
  readonly errors: readonly FieldError[];
}) => {
  const { run } = view;
  return (
    <Stack>
      <Figures
        label="What is in the file"
        figures={[
          { value: plainNumber(findings.rows), label: 'Rows' },
          { value: plainNumber(findings.good), label: 'Rows that are right' },
          { value: plainNumber(findings.newPeople), label: 'New people' },
          { value: plainNumber(findings.matchCount), label: 'Possible matches' },
        ]}
      />
      {findings.warnings.map((warning) => (
        <Inset key={warning}>{warning}</Inset>
      ))}
      {findings.unplaced.length > 0 ? (
        <Inset>
          Left out, because we could not tell what {findings.unplaced.length === 1 ? 'it is' : 'they are'}: {findings.unplaced.join(', ')}.
          You can match {findings.unplaced.length === 1 ? 'it' : 'them'} below.
        </Inset>
      ) : null}
      <MatchColumns view={view} errors={errors} />
      {findings.faultCount > 0 ? (
        <Faults caption="To put right" why="What to do" faults={findings.faults} total={findings.faultCount} />
      ) : null}
      {findings.matchCount > 0 ? <Matches run={run} matches={findings.matches} total={findings.matchCount} /> : null}
      {findings.good > 0 ? <BringIn view={view} findings={findings} errors={errors} /> : null}
      <Forget view={view} />
    </Stack>
  );
};

/** What goes on meanwhile; the forms are not there until it has ended. */
const AtWork = ({ run, work }: { readonly run: ImportRun; readonly work: Work }) => {
  const looking = run.findings === null;
  return (
    <UnderWay what={looking ? 'Looking at the file' : 'Bringing the rows in'} done={work.done} of={work.steps} again={`/imports/${run.id}`}>
      <p>
        {looking
          ? 'A long file takes a minute or two. Nothing is brought in while we look.'
          : 'A long file takes a few minutes. All of it is brought in, or nothing.'}{' '}
        You can leave this page and come back.
      </p>
    </UnderWay>
  );
};

const Failed = ({ problem: { title, detail } }: { readonly problem: NonNullable<Work['problem']> }) => (
  <WarningCallout title={title} level={2}>
    <p>{detail}</p>
  </WarningCallout>
);

const titleOf = ({ run, work }: RunView): string => {
  if (run.state !== 'checked') return outcomeOf(run);
  if (!run.findings) return isUnderWay(work) ? 'We are looking at your file' : 'We could not look at your file';
  return isUnderWay(work) ? 'Your file is being brought in' : wouldHappen(run, run.findings);
};

export const RunPage = ({ shell, view, errors }: Page) => {
  const { run, work } = view;
  const { findings } = run;
  return (
    <StaffPage {...shell} title="Imports" shape="list" errors={errors}>
      <BackLink href="/imports" text="All imports" />
      <PageTitle
        title={titleOf(view)}
        sentence={`${run.fileName}, chosen ${saidDayAndTime(run.createdAt)}${run.doneAt ? `, brought in ${saidDayAndTime(run.doneAt)}` : ''}.`}
      />
      {work?.problem ? <Failed problem={work.problem} /> : null}
      {isUnderWay(work) ? <AtWork run={run} work={work} /> : null}
      {run.state === 'checked' && findings && !isUnderWay(work) ? <Waiting view={view} findings={findings} errors={errors} /> : null}
      {run.state === 'checked' && !findings && !isUnderWay(work) ? (
        <Stack>
          <MatchColumns view={view} errors={errors} />
          <Forget view={view} />
        </Stack>
      ) : null}
      {run.state === 'done' ? (
        <Stack>
          <p>
            They came to {view.team}. The file was deleted.{' '}
            {run.kind === 'referrals'
              ? 'Each one now waits for its first reading.'
              : 'They have had no message: say hello before the service does.'}
          </p>
          {findings && findings.faults.length > 0 ? (
            <Faults caption="Left out" why="Why" faults={findings.faults} total={findings.faultCount} />
          ) : null}
        </Stack>
      ) : null}
      {run.state === 'forgotten' ? <p>The file and what was in it are gone. Choose it again to bring it in.</p> : null}
    </StaffPage>
  );
};
