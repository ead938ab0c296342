/** Emergency openings for whoever reviews them: what waits, what is late, and what was found. */
import { Chip } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { wordsFor } from '../../../platform/codes/codes.ts';
import { saidDay, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Opening, ShownOpenings } from '../model.ts';

export interface OpeningsPageProps {
  readonly shell: Shell;
  readonly show: ShownOpenings;
  readonly waiting: number;
  readonly late: number;
  readonly openings: readonly Opening[];
  /** The account that looks: what it opened itself, somebody else reviews. */
  readonly reader: string;
  readonly now: Date;
  readonly next: string | undefined;
}

const emptyWords: Readonly<Record<ShownOpenings, string>> = {
  waiting: 'Nothing waits for a review.',
  late: 'Every opening was reviewed in time.',
  reviewed: 'None has been reviewed yet.',
};

const count = (number: number): string => (number > 99 ? 'More than 99' : `${number}`);

export const OpeningsPage = ({ shell, show, waiting, late, openings, reader, now, next }: OpeningsPageProps) => (
  <StaffPage {...shell} title="Emergency openings" shape="list">
    <Stack>
      <PageTitle
        title="Emergency openings"
        sentence={
          waiting === 0
            ? 'Records opened outside the usual reasons. Nothing waits for your review.'
            : `${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for a review by somebody else than who opened it.`
        }
      />
      <Segments
        segments={[
          { text: 'To review', href: '/emergency/openings', current: show === 'waiting', count: waiting },
          { text: 'Late', href: '/emergency/openings?show=late', current: show === 'late', count: late },
          { text: 'Reviewed', href: '/emergency/openings?show=reviewed', current: show === 'reviewed' },
        ]}
      />
      {openings.length === 0 ? (
        <EmptyState>{emptyWords[show]}</EmptyState>
      ) : (
        <Table
          caption="Openings"
          captionHidden
          rows={openings}
          rowKey={({ id }) => id}
          columns={[
            {
              title: 'Opened',
              cell: ({ id, openedAt, openedBy }) => (
                <a href={`/emergency/openings/${id}`}>
                  {saidDayAndTime(openedAt)}, {openedBy}
                </a>
              ),
            },
            { title: 'Whose record', cell: ({ personName }) => personName ?? 'Name closed to you' },
            { title: 'With', cell: ({ teamName }) => teamName ?? 'No team' },
            { title: 'Why', cell: ({ reason }) => wordsFor('breakGlassReason', reason) },
            show === 'reviewed'
              ? {
                  title: 'Found',
                  cell: ({ finding, reviewedBy, reviewedAt }) =>
                    `${finding ? wordsFor('breakGlassFinding', finding) : ''}. ${reviewedBy ?? ''}${reviewedAt ? `, ${saidDay(reviewedAt)}` : ''}`,
                }
              : {
                  title: 'Review by',
                  cell: ({ reviewBy, accountId }) => (
                    <>
                      {saidDay(reviewBy)} {reviewBy < now ? <Chip tone="risk">Late</Chip> : null}{' '}
                      {accountId === reader ? <Chip tone="neutral">Yours: a colleague reviews it</Chip> : null}
                    </>
                  ),
                },
          ]}
        />
      )}
      <Pager next={next} label="More openings" />
    </Stack>
  </StaffPage>
);
