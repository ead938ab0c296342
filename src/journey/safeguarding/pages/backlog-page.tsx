/** What waits with the safeguarding hub: the finding, the same by age as a table with bars, and each by how long it waits. For the safeguarding lead and the co-ordinator. */
import { Chip } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Finding } from '../../../design/components/finding.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { LoadBar } from '../../../design/components/load-bar.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDay, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type AgeRow, type Backlog, finding, type Waiting } from '../backlog.ts';
import { stateWords } from '../model.ts';

export interface BacklogPageProps {
  readonly shell: Shell;
  readonly backlog: Backlog;
  /** Name of the safeguarding hub; null where the place has set none up. */
  readonly hub: string | null;
  readonly support: string | null;
}

const barWords = ({ waiting, late }: AgeRow): string =>
  late === 0
    ? waiting === 0
      ? 'None'
      : 'In time'
    : late === waiting
      ? 'Past their time'
      : `${late} past ${late === 1 ? 'its' : 'their'} time`;

/** Bars of one scale: a part for each who waits, or for several where many do. */
const longestBar = 12;

const ByAge = ({ backlog }: { readonly backlog: Backlog }) => {
  const most = Math.max(...backlog.byAge.map(({ waiting }) => waiting));
  const scale = Math.min(1, longestBar / most);
  return (
    <Table
      caption="What waits there, by age today"
      captionHidden
      rows={backlog.byAge}
      rowKey={({ age }) => age}
      columns={[
        { title: 'Age', cell: ({ age }) => age },
        { title: 'Waiting', numeric: true, cell: ({ waiting }) => waiting },
        { title: 'Past their time', numeric: true, cell: ({ late }) => late },
        {
          title: 'How many',
          cell: (row) => <LoadBar full={Math.ceil(row.waiting * scale)} limit={Math.ceil(most * scale)} sentence={barWords(row)} />,
        },
      ]}
    />
  );
};

const Left = ({ one }: { readonly one: Waiting }) => (
  <>
    {one.left ? (
      one.left.over ? (
        <Chip tone="risk">{one.left.words}</Chip>
      ) : (
        `${one.left.words}, until ${saidDayAndTime(one.left.due)}`
      )
    ) : (
      'No time was promised'
    )}
    {one.chase ? (
      <>
        {' '}
        <Chip tone="warn">No receipt: ask for it</Chip>
      </>
    ) : null}
  </>
);

const Support = ({ one, support }: { readonly one: Waiting; readonly support: string }) =>
  one.hubReferralId ? (
    <>
      Offered. {one.hubOwner ?? 'First contact'}{' '}
      {one.hubAccepted ? 'said yes' : `owns it${one.hubAcceptBy ? `, answer by ${saidDay(one.hubAcceptBy)}` : ''}`}
    </>
  ) : (
    <a href={`/safeguarding/${one.id}#support`}>
      Offer support
      <span class="nhsuk-u-visually-hidden">
        {' '}
        of the {support} to {one.name}
      </span>
    </a>
  );

const List = ({
  caption,
  rows,
  support,
  empty,
}: {
  readonly caption: string;
  readonly rows: readonly Waiting[];
  readonly support: string | null;
  readonly empty: string;
}) =>
  rows.length === 0 ? (
    <EmptyState>{empty}</EmptyState>
  ) : (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { title: 'Who', cell: ({ id, name }) => <a href={`/safeguarding/${id}`}>{name}</a> },
        { title: 'Age', cell: ({ age }) => age },
        { title: 'Where it is', cell: ({ state }) => stateWords[state] },
        { title: 'Since', cell: ({ sentAt, raisedAt }) => saidDay(sentAt ?? raisedAt) },
        { title: 'Time', cell: (one) => <Left one={one} /> },
        ...(support ? [{ title: 'Support meanwhile', cell: (one: Waiting) => <Support one={one} support={support} /> }] : []),
      ]}
    />
  );

export const BacklogPage = ({ shell, backlog, hub, support }: BacklogPageProps) => (
  <StaffPage {...shell} title="Safeguarding" shape="list">
    <Stack>
      <PageTitle
        title="Safeguarding"
        sentence={
          hub
            ? `Concerns about people of your teams, and what waits with ${hub}.`
            : 'No safeguarding hub is set up here: the blueprint names none.'
        }
      />
      <Finding id="waiting" label="Waiting, by age" finding={finding(backlog)}>
        {backlog.waiting > 0 ? <ByAge backlog={backlog} /> : null}
      </Finding>
      <SectionTitle
        title="With the safeguarding hub"
        aside={backlog.newest ? `The longest first. The newest was sent on ${saidDay(backlog.newest)}.` : null}
      />
      <List caption="With the safeguarding hub, the longest first" rows={backlog.withHub} support={support} empty="Nothing waits there." />
      <SectionTitle title="To decide here" />
      <List caption="To decide here" rows={backlog.withUs} support={null} empty="Every concern has been decided." />
      {backlog.toFinish.length > 0 ? (
        <>
          <SectionTitle title="Feedback and closing" />
          <List caption="Feedback and closing" rows={backlog.toFinish} support={null} empty="" />
        </>
      ) : null}
    </Stack>
  </StaffPage>
);
