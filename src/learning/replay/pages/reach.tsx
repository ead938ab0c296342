/** Whom an order of a list reaches, both ways: those it puts first, and everybody else, who are offered places too. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Lead, Stack } from '../../../design/components/layouts.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { plainNumber } from '../../../platform/numbers.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { ShownShare } from '../../reports/model.ts';
import type { ReachContent, ReachStage } from '../reach.ts';

const stageWords: Readonly<Record<ReachStage, string>> = {
  asked: 'Asked for help',
  offered: 'Were offered a place',
  started: 'Started',
  ended: 'Ended as planned',
};

const share = (shown: ShownShare): string =>
  shown.kind === 'share'
    ? `${shown.percent}% (${shown.interval[0]} to ${shown.interval[1]}%)`
    : shown.kind === 'nearly all'
      ? `Over ${shown.over}%`
      : '*';

const people = (count: number | null): string => (count === null ? '*' : plainNumber(count));

export const ReachPage = ({
  shell,
  back,
  name,
  since,
  most,
  content,
}: {
  readonly shell: Shell;
  readonly back: string;
  readonly name: string;
  readonly since: string;
  /** How many people are counted at most, the latest first. */
  readonly most: number;
  readonly content: ReachContent;
}) => {
  const offered = content.stages.find(({ stage }) => stage === 'offered');
  return (
    <StaffPage {...shell} title="Whom it reaches" shape="list">
      <BackLink href={back} text="Back to the table" />
      <PageTitle
        title={`Whom “${name}” reaches`}
        sentence={`Who asked for help since ${since}, each once. The order never leaves anybody out.`}
      />
      <Stack>
        <Lead>
          {offered && offered.others.people !== null
            ? `Others are offered places too: about ${people(offered.others.people)} of them, beside about ${people(offered.first.people)} whom the order puts first.`
            : 'Too few were offered a place here to say how the two compare without giving somebody away.'}
        </Lead>
        <Table
          caption="How far each came"
          rows={content.stages}
          rowKey={(row) => row.stage}
          columns={[
            { title: 'Step', cell: (row) => stageWords[row.stage] },
            { title: 'Put first: people', numeric: true, cell: (row) => people(row.first.people) },
            { title: 'Put first: came this far', cell: (row) => share(row.first.ofGroup) },
            { title: 'Everybody else: people', numeric: true, cell: (row) => people(row.others.people) },
            { title: 'Everybody else: came this far', cell: (row) => share(row.others.ofGroup) },
          ]}
        />
        <Table
          caption="Who they were, at each step"
          rows={content.stages}
          rowKey={(row) => row.stage}
          columns={[
            { title: 'Step', cell: (row) => stageWords[row.stage] },
            { title: 'Put first', cell: (row) => share(row.first.ofStage) },
            { title: 'Everybody else', cell: (row) => share(row.others.ofStage) },
          ]}
        />
        <SmallPrint>
          The last {plainNumber(most)} people are counted, or all where fewer asked. Each person stands where the version that held on the
          day of their referral puts them. Shares with 95% Wilson intervals. Counts are rounded to the nearest 5; * is a small number, or
          one that would give a small number away.
        </SmallPrint>
      </Stack>
    </StaffPage>
  );
};
