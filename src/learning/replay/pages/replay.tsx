/** What a version would have decided for past referrals: how many differently, whom by group, and the matrix of before and after. */
import { Inset, WarningCallout } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Lead, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { UnderWay } from '../../../design/components/under-way.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { isUnderWay, type Work } from '../../../platform/jobs/work.ts';
import { plainNumber } from '../../../platform/numbers.ts';
import { saidDate, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { dimensionWords } from '../groups.ts';
import type { Replay, Shown } from '../model.ts';
import { finding, gapWords, shareWords, standingOut } from '../wording.ts';

export interface ReplayView {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly number: number;
  readonly against: string;
  readonly months: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
  readonly words: Readonly<Record<'better' | 'worse' | 'other', string>>;
  /** A replay that is under way, or the last one when it failed. */
  readonly work: Work | null;
  readonly replay: Replay | null;
  /** Where the people can be listed, for who may see them. */
  readonly people: string | null;
  readonly hidden: Readonly<Record<string, string>>;
}

const count = (shown: Shown | undefined): string => (shown === null || shown === undefined ? '*' : plainNumber(shown));

export const ReplayPage = ({ shell, view }: { readonly shell: Shell; readonly view: ReplayView }) => (
  <StaffPage {...shell} title={`Replay of ${view.name}`} shape="list">
    <BackLink href={view.back} text="Back to the version" />
    <PageTitle
      title={`What version ${view.number} would have decided`}
      sentence={`“${view.name}”, on past referrals, beside ${view.against}.`}
    />
    {isUnderWay(view.work) ? (
      <UnderWay what="Replaying" done={view.work.done} of={view.work.steps} again={view.action}>
        <p>Many people asked for help in this time, so it takes a minute or two. You can leave this page and come back.</p>
      </UnderWay>
    ) : (
      <Run view={view} />
    )}
    {view.replay ? <Found view={view} replay={view.replay} /> : null}
  </StaffPage>
);

const Run = ({ view }: { readonly view: ReplayView }) => (
  <>
    {view.work?.problem ? (
      <WarningCallout title={view.work.problem.title} level={2}>
        <p>{view.work.problem.detail}</p>
      </WarningCallout>
    ) : null}
    <Card id="run" title={view.replay ? 'Replay it again' : 'Replay it'} level={2}>
      <form method="post" action={view.action} novalidate>
        <HiddenValues values={view.hidden} />
        <Select
          name="months"
          label="Referrals of the last"
          hint="Each person counts once, by their latest referral. Nothing is sent and nothing changes."
          options={view.months}
          value={view.chosen}
        />
        <Button>Replay</Button>
      </form>
    </Card>
  </>
);

const Found = ({ view, replay }: { readonly view: ReplayView; readonly replay: Replay }) => {
  const { content } = replay;
  const outstanding = standingOut(content);
  return (
    <Stack>
      {replay.current ? null : <Inset>The rows have changed since this replay. Replay it again before you propose it.</Inset>}
      <SectionTitle title="What it found" />
      <Lead>{finding(content, view.words)}</Lead>
      {outstanding.length > 0 ? (
        <ul>
          {outstanding.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <p>No group that can be shown is clearly treated differently more often than everybody else.</p>
      )}
      {view.people ? (
        <Actions>
          <ButtonLink look="secondary" href={view.people}>
            See whom it concerns
          </ButtonLink>
        </Actions>
      ) : null}
      {content.groups.map(({ dimension, rows }) => (
        <Table
          key={dimension}
          caption={dimensionWords[dimension]}
          rows={rows}
          rowKey={(row) => row.group}
          columns={[
            { title: dimensionWords[dimension], cell: (row) => row.group },
            { title: 'People', numeric: true, cell: (row) => count(row.people) },
            { title: 'Treated differently', cell: (row) => shareWords(row.differently) },
            { title: view.words.better, numeric: true, cell: (row) => count(row.better) },
            { title: view.words.worse, numeric: true, cell: (row) => count(row.worse) },
            { title: 'Beside everybody else', cell: (row) => gapWords(row.gap) },
          ]}
        />
      ))}
      <SectionTitle title="Before and after" />
      <Matrix content={content} />
      <SmallPrint>
        Referrals from {saidDate(replay.from)} to {saidDate(replay.to)}, beside {view.against}. Replayed by {replay.madeBy},{' '}
        {saidDayAndTime(replay.madeAt)}. Shares with 95% Wilson intervals, differences with Newcombe’s. Counts are rounded to the nearest 5;
        * is a small number, or one that would give a small number away. With many comparisons, one or two may stand out by chance.
      </SmallPrint>
    </Stack>
  );
};

const Matrix = ({ content }: { readonly content: Replay['content'] }) => {
  const { labels, cells, rowTotals, columnTotals } = content.matrix;
  if (labels.length === 0) return <p>Nobody asked for help in this time.</p>;
  const rows = [
    ...labels.map((label, at) => ({ label, cells: cells[at] ?? [], total: rowTotals[at] })),
    { label: 'All, by this version', cells: columnTotals, total: content.people },
  ];
  return (
    <Table
      caption="Rows: as decided today. Columns: as this version would decide."
      scrolls
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { title: 'Today', cell: (row) => row.label },
        ...labels.map((title, at) => ({ title, numeric: true, cell: (row: (typeof rows)[number]) => count(row.cells[at]) })),
        { title: 'All, today', numeric: true, cell: (row) => count(row.total) },
      ]}
    />
  );
};
