/** People whom a new version would treat differently, for who may see them. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Concerned } from '../actions.ts';

export const ConcernedPage = ({
  shell,
  back,
  name,
  words,
  people,
}: {
  readonly shell: Shell;
  readonly back: string;
  readonly name: string;
  readonly words: Readonly<Record<Concerned['change'], string>>;
  readonly people: readonly Concerned[];
}) => (
  <StaffPage {...shell} title="Whom it concerns" shape="list">
    <BackLink href={back} text="Back to the replay" />
    <PageTitle
      title="Whom it concerns"
      sentence={`“${name}”. The newest referrals that you may see, up to 50. Looking at them is kept in the access log.`}
    />
    <Table
      caption="People for whom the versions differ"
      captionHidden
      rows={people}
      rowKey={(row) => row.referralId}
      empty="Nobody whom you may see would be treated differently."
      columns={[
        { title: 'Person', cell: (row) => `${row.name || 'No name given'}, referral ${row.number}` },
        { title: 'Today', cell: (row) => row.before },
        { title: 'This version', cell: (row) => `${row.after}. ${words[row.change]}` },
        { title: 'Rows that would apply', cell: (row) => row.why.join(' ') || 'No row' },
      ]}
    />
  </StaffPage>
);
