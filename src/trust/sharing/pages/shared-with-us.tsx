/** What other services share with an agency’s workers: whose, what, what for, on what ground and until when. */
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface SharedRow {
  readonly id: string;
  /** '' where their name is not shared. */
  readonly name: string;
  /** Null where the record cannot be opened. */
  readonly href: string | null;
  readonly team: string;
  /** Each a sentence: what is shared, and on what ground. */
  readonly what: readonly string[];
  readonly purpose: string;
  readonly agreement: string;
  readonly since: string;
  readonly until: string;
}

export const SharedWithUsPage = ({
  shell,
  rows,
  first,
  next,
}: {
  readonly shell: Shell;
  readonly rows: readonly SharedRow[];
  /** Where the newest are, when these are not. */
  readonly first: string | null;
  readonly next: string | null;
}) => (
  <StaffPage {...shell} title="Shared with us" shape="list">
    <Stack>
      <PageTitle
        title="Shared with us"
        sentence="What other services share with your team. What ends, or what somebody takes back, leaves this list at once."
      />
      {rows.length === 0 ? (
        <EmptyState>
          {first ? 'There is nothing older.' : 'Nothing is shared with your team now. When somebody says yes to it, it stands here.'}
        </EmptyState>
      ) : (
        <Table
          caption="Shared with us"
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              title: 'Who',
              cell: ({ name, href, team }) => (
                <>
                  {href ? <a href={href}>{name}</a> : name || 'Their name is not shared'}
                  {team ? <SmallPrint>{`With ${team}`}</SmallPrint> : null}
                </>
              ),
            },
            {
              title: 'What, and why it may be shared',
              cell: ({ what }) => (
                <Stack gap="s">
                  {what.map((words) => (
                    <span key={words}>{words}</span>
                  ))}
                </Stack>
              ),
            },
            {
              title: 'What for',
              cell: ({ purpose, agreement }) => (
                <>
                  {purpose}
                  <SmallPrint>{agreement}</SmallPrint>
                </>
              ),
            },
            { title: 'Since', cell: ({ since }) => since },
            { title: 'Until', cell: ({ until }) => until },
          ]}
        />
      )}
      <Pager {...(first ? { previous: first } : {})} {...(next ? { next } : {})} label="Pages of what is shared" />
    </Stack>
  </StaffPage>
);
