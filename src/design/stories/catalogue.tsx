/** Every story, and pages that show them, for tests and for looking. */
import type { VNode } from 'preact';
import { PersonPage } from '../layout/person-page.tsx';
import { StaffPage } from '../layout/staff-page.tsx';
import { askingStories } from './asking.stories.tsx';
import { chartStories } from './charts.stories.tsx';
import { frameStories } from './frame.stories.tsx';
import type { Story } from './story.ts';
import { tellingStories } from './telling.stories.tsx';
import { workingStories } from './working.stories.tsx';

export const stories: readonly Story[] = [...frameStories, ...tellingStories, ...askingStories, ...workingStories, ...chartStories];

const Shown = ({ story }: { readonly story: Story }) => (
  <div class="od-stack od-stack--s">
    <h2>
      {story.component}: {story.state}
    </h2>
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

const pagesOf = (name: string, shown: readonly Story[]): readonly StoryPage[] =>
  (['ltr', 'rtl'] as const).flatMap((direction) => {
    const staff = shown.filter(({ on }) => on !== 'person');
    const person = shown.filter(({ on }) => on !== 'staff');
    return [
      ...(staff.length > 0 ? [staffPage(name, staff, direction)] : []),
      ...(person.length > 0 ? [personPage(name, person, direction)] : []),
    ];
  });

const grouped = (nameOf: (story: Story) => string): readonly StoryPage[] => [
  ...Map.groupBy(stories, nameOf)
    .entries()
    .flatMap(([name, shown]) => pagesOf(name, shown)),
];

/** One page per component, bundle and direction, so that a fault names its component. */
export const storyPages = (): readonly StoryPage[] =>
  grouped(({ component, state }) => slug(alone.has(component) ? `${component} ${state}` : component));

const room = (story: Story): string => {
  if (alone.has(story.component)) return slug(`${story.component} ${story.state}`);
  const index = [frameStories, tellingStories, askingStories, workingStories, chartStories].findIndex((stories) => stories.includes(story));
  return ['frame', 'telling', 'asking', 'working', 'charts'][index] ?? 'other';
};

/** The same stories on few, long pages, for a browser. */
export const longStoryPages = (): readonly StoryPage[] => grouped(room);
