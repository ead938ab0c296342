/** Every table of rules: what it answers, which version holds, and what waits for a second pair of eyes. */
import { Actions, ButtonLink } from '../../../design/components/button.tsx';
import { Chip } from '../../../design/components/chip.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface ListedTable {
  readonly href: string;
  readonly name: string;
  readonly service: string;
  readonly asks: string;
  readonly inForce: string;
  readonly open: { readonly href: string; readonly words: string; readonly by: string; readonly waiting: boolean } | null;
  readonly coming: string | null;
}

export interface ToApprove {
  readonly href: string;
  readonly title: string;
  readonly detail: string;
}

export const RulesListPage = ({
  shell,
  tables,
  toApprove,
  mayWrite,
}: {
  readonly shell: Shell;
  readonly tables: readonly ListedTable[];
  readonly toApprove: readonly ToApprove[];
  readonly mayWrite: boolean;
}) => (
  <StaffPage {...shell} title="Rules" shape="list">
    <PageTitle title="Rules" sentence="What is suggested, and why. Everybody here can read them. They suggest; people decide." />
    {toApprove.length > 0 ? (
      <>
        <SectionTitle title="Waiting for your agreement" />
        <Rows rows={toApprove} />
      </>
    ) : null}
    <Actions>
      {mayWrite ? (
        <ButtonLink look="secondary" href="/rules/new">
          Begin a new table
        </ButtonLink>
      ) : null}
      <ButtonLink look="link" href="/rules/facts">
        What rules can read
      </ButtonLink>
    </Actions>
    <SectionTitle title="Every table" />
    <Table
      caption="Every table of rules"
      captionHidden
      rows={tables}
      rowKey={(row) => row.href}
      columns={[
        {
          title: 'Table',
          cell: (row) => (
            <>
              <a href={row.href}>{row.name}</a>
              <SmallPrint>{row.service}</SmallPrint>
            </>
          ),
        },
        { title: 'What it answers', cell: (row) => row.asks },
        { title: 'Now', cell: (row) => row.inForce },
        {
          title: 'Next',
          cell: (row) =>
            row.open ? (
              <>
                <Chip tone={row.open.waiting ? 'warn' : 'neutral'} href={row.open.href}>
                  {row.open.words}
                </Chip>
                <SmallPrint>{row.open.by}</SmallPrint>
              </>
            ) : (
              (row.coming ?? 'Nothing open')
            ),
        },
      ]}
    />
  </StaffPage>
);
