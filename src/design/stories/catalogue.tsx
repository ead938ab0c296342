/** Every story, and pages that show them, for tests and for looking. */
import type { VNode } from 'preact';
import { PersonPage } from '../layout/person-page.tsx';
import { StaffPage } from '../layout/staff-page.tsx';
import { askingStories } from './asking.stories.tsx';
import { frameStories } from './frame.stories.tsx';
import type { Story } from './story.ts';
import { tellingStories } from './telling.stories.tsx';
import { workingStories } from './working.stories.tsx';

export const stories: readonly Story[] = [...frameStories, ...tellingStories, ...askingStories, ...workingStories];

const Shown = ({ story }: { readonly story: Story }) => (
  <div class="od-stack od-stack--s">
    <p>
      <strong>{story.component}</strong>: {story.state}
    </p>
    <div>{story.node}</div>
  </div>
);

/** Stories whose component prints its own landmark or page heading stand on pages of their own. */
const alone: ReadonlySet<string> = new Set(['Top bar', 'Identity bar', 'Interruption', 'Notification', 'Error summary']);

export interface StoryPage {
  readonly name: string;
  readonly bundle: 'staff' | 'person';
  readonly page: VNode;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const staffPage = (name: string, shown: readonly Story[], direction: 'ltr' | 'rtl'): StoryPage => ({
  name: `${name}-${direction}`,
  bundle: 'staff',
  page: (
    <StaffPage title={name} service={{ name: 'Stories' }} navigation={[]} shape="list">
      {shown.some(({ component }) => component === 'Identity bar' || component === 'Interruption') ? null : <h1>{name}</h1>}
      <div class="od-stack" dir={direction}>
        {shown.map((story) => (
          <Shown key={story.component + story.state} story={story} />
        ))}
      </div>
    </StaffPage>
  ),
});

const personPage = (name: string, shown: readonly Story[], direction: 'ltr' | 'rtl'): StoryPage => ({
  name: `person-${name}-${direction}`,
  bundle: 'person',
  page: (
    <PersonPage
      title={name}
      language={direction === 'rtl' ? 'ar' : 'en'}
      direction={direction}
      service={{ name: 'Stories' }}
      exitUrl="https://www.bbc.co.uk/weather"
      helpNow={[{ text: '999', href: 'tel:999' }]}
    >
      {shown.some(({ component }) => component === 'Interruption') ? null : <h1>{name}</h1>}
      <div class="od-stack">
        {shown.map((story) => (
          <Shown key={story.component + story.state} story={story} />
        ))}
      </div>
    </PersonPage>
  ),
});

/** Components in groups small enough to look at, each group on one page per bundle and direction. */
export const storyPages = (): readonly StoryPage[] => {
  const groups = new Map<string, Story[]>();
  for (const each of stories) {
    const name = alone.has(each.component) ? slug(`${each.component} ${each.state}`) : slug(each.component);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].flatMap(([name, shown]) =>
    (['ltr', 'rtl'] as const).flatMap((direction) => [
      ...(shown.some(({ on }) => on !== 'person') ? [staffPage(name, shown, direction)] : []),
      ...(shown.some(({ on }) => on !== 'staff') ? [personPage(name, shown, direction)] : []),
    ]),
  );
};
