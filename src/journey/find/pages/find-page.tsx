/** Everything that was found, for browsers without script and for results that do not fit the palette. */
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { Search } from '../../../design/components/search.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { FoundGroup } from '../actions.ts';

export const FindPage = ({
  shell,
  typed,
  groups,
  mayOpen,
}: {
  readonly shell: Shell;
  readonly typed: string;
  readonly groups: readonly FoundGroup[];
  /** Whether their role may open a record in an emergency. */
  readonly mayOpen: boolean;
}) => (
  <StaffPage {...shell} title="Find" shape="list">
    <Stack gap="l">
      <PageTitle
        title="Find"
        sentence="Type 3 letters of a name, an NHS number, a referral’s number such as R-4821, a service or a page."
      />
      <form method="get" action="/find">
        <Search name="q" label="Find a person, service or page" value={typed} buttonText="Find" />
      </form>
      {typed.trim() && groups.length === 0 ? (
        <EmptyState>Nothing found that you may see. Somebody may be here under another name, or with another team.</EmptyState>
      ) : null}
      {groups.map(({ title, results }) => (
        <section key={title} aria-label={title}>
          <SectionTitle title={title} />
          <Rows rows={results.map(({ text, detail, href }) => ({ title: text, detail, href }))} />
        </section>
      ))}
      {mayOpen ? (
        <p class="od-alone">
          <a href="/emergency">See a record in an emergency</a>
        </p>
      ) : null}
    </Stack>
  </StaffPage>
);
