/** The people behind one sentence of what is off track: the longest first, each with whose next step it is. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { daysBetween, type LocalDate } from '../../../platform/clock.ts';
import { plainNumber } from '../../../platform/numbers.ts';
import { saidDay } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { OffTrackPerson } from '../actions.ts';
import { type OffTrackKind, offTrack } from '../model.ts';

export const OffTrackPage = ({
  shell,
  kind,
  sentence,
  people,
  today,
}: {
  readonly shell: Shell;
  readonly kind: OffTrackKind;
  readonly sentence: string;
  readonly people: readonly OffTrackPerson[];
  readonly today: LocalDate;
}) => (
  <StaffPage {...shell} title={offTrack[kind].title} shape="list">
    <Stack>
      <BackLink href="/home" text="Home" />
      <PageTitle title={offTrack[kind].title} sentence={sentence} />
      {people.length === 0 ? (
        <EmptyState>Nobody now. It is counted each time you open the page.</EmptyState>
      ) : (
        <Table
          caption={offTrack[kind].title}
          captionHidden
          rows={people}
          rowKey={({ personId, since }) => `${personId} ${since}`}
          columns={[
            { title: 'Person', cell: ({ personId, name }) => <a href={`/people/${personId}`}>{name}</a> },
            { title: 'Whose next step', cell: ({ owner }) => owner ?? 'Nobody yet' },
            { title: kind === 'nothing-booked' ? 'Support began' : 'Was due', cell: ({ since }) => saidDay(since) },
            { title: offTrack[kind].days, cell: ({ since }) => plainNumber(daysBetween(since, today)), numeric: true },
          ]}
        />
      )}
    </Stack>
  </StaffPage>
);
