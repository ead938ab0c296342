/** The first page of everybody who works here: what waits for them, what they come to do, and for a manager what is off track. */
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { type Row, Rows } from '../../../design/components/lists.tsx';
import { Search } from '../../../design/components/search.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { NavigationItem, Shell } from '../../../platform/web/shell.ts';

export interface HomeView {
  readonly firstName: string;
  /** What the roles are there for, in the place's own words. */
  readonly tasks: readonly { readonly role: string; readonly task: string }[];
  /** Sentences that lead to people; null for everybody but managers. */
  readonly offTrack: readonly { readonly sentence: string; readonly href: string | null }[] | null;
  /** Whether they look after who opened which record. */
  readonly oversees: boolean;
  /** Further pages that are theirs, with what they hold. */
  readonly more: readonly { readonly text: string; readonly detail: string; readonly href: string }[];
}

const waitingWords = ({ count }: NavigationItem): string =>
  count === undefined ? 'Nothing waits here' : count > 99 ? 'More than 99 wait' : `${count} ${count === 1 ? 'waits' : 'wait'}`;

export const HomePage = ({ shell, view }: { readonly shell: Shell; readonly view: HomeView }) => {
  const waiting = shell.navigation.filter(({ count }) => count !== undefined);
  const others = shell.navigation.filter(({ count }) => count === undefined);
  return (
    <StaffPage {...shell} title="Home" shape="list">
      <Stack gap="l">
        <PageTitle
          title={`Hello, ${view.firstName}`}
          sentence={view.tasks.map(({ role, task }) => `${role}. ${sentence(task)}`).join(' ')}
        />
        {view.offTrack ? (
          <Card title="What is off track" id="off-track">
            <Rows
              rows={view.offTrack.map(
                ({ sentence: words, href }): Row => (href ? { icon: 'clock', title: words, href } : { icon: 'check', title: words }),
              )}
            />
          </Card>
        ) : null}
        {view.oversees ? (
          <Card title="Who opened a record" id="looked">
            <form method="get" action="/looked">
              <Search
                name="number"
                label="The referral’s number"
                hint="It stands on letters and messages, such as R-4821."
                buttonText="Show who opened it"
              />
            </form>
          </Card>
        ) : null}
        <Columns>
          <Card title="What waits for you" id="waiting">
            {waiting.length > 0 ? (
              <Rows
                rows={waiting.map((item): Row => ({ icon: 'forward', title: item.text, detail: waitingWords(item), href: item.href }))}
              />
            ) : (
              <EmptyState>Nothing waits for you now.</EmptyState>
            )}
          </Card>
          <Card title="Where you can go" id="places">
            <Rows
              rows={[
                ...others.map(({ text, href }): Row => ({ icon: 'forward', title: text, href })),
                ...view.more.map(({ text, detail, href }): Row => ({ icon: 'forward', title: text, detail, href })),
              ]}
            />
          </Card>
        </Columns>
      </Stack>
    </StaffPage>
  );
};

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);
