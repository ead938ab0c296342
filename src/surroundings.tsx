// What stands around every page: navigation with what waits, who is signed in, the demo's banner and tour, help lines; and the page for what went wrong.
import { demoBanner } from './demo/banner.ts';
import { tourBar } from './demo/tour.ts';
import { renderDocument } from './design/layout/document.tsx';
import { ErrorPage, PersonErrorPage } from './design/layout/error-page.tsx';
import type { LivePlace } from './platform/live-place.ts';
import type { Problem } from './platform/problem.ts';
import type { Context } from './platform/web/context.ts';
import { initialsOf, type NavigationItem, type PersonFrame, type Shell } from './platform/web/shell.ts';
import { navigation } from './rooms.ts';

const home = (context: Context): string =>
  context.visitor?.kind === 'person' ? '/me' : context.visitor?.kind === 'referrer' ? '/sent' : '/home';

async function itemsFor(context: Context, current: string | undefined): Promise<NavigationItem[]> {
  const held = new Set(context.visitor?.roles.map((role) => role.access));
  const items: NavigationItem[] = [];
  for (const entry of navigation) {
    if (!entry.roles.some((role) => held.has(role))) continue;
    const count = await entry.waiting?.(context);
    items.push({ text: entry.text, href: entry.href, current: entry.href === current, ...(count ? { count } : {}) });
  }
  return items;
}

/** The demo’s banner, and the tour while somebody is on it. */
function aroundDemo(context: Context) {
  if (!context.place.demo) return {};
  const bar = tourBar(context.tour);
  return bar ? { banner: demoBanner, tour: bar } : { banner: demoBanner };
}

export async function shellOf(context: Context, current: string | undefined): Promise<Shell> {
  const { place, visitor } = context;
  return {
    place: place.name,
    service: { name: 'One Door', home: home(context) },
    ...(visitor ? { account: { name: visitor.name, job: visitor.job, initials: initialsOf(visitor.name), signOut: '/sign-out' } } : {}),
    navigation: await itemsFor(context, current),
    ...aroundDemo(context),
    ...(context.notice ? { flash: context.notice } : {}),
  };
}

/** The shortest way to say how a line is reached: '999', '111, press 2', 'Text 85258'. */
const helpNow = (place: LivePlace) =>
  place.blueprint.help.lines
    .filter((line) => line.kind === 'emergency' || line.kind === 'urgent' || line.kind === 'text')
    .map((line) => ({
      text: [line.do === 'text' ? `Text ${line.number}` : line.number, line.do === 'call' ? line.with : undefined]
        .filter(Boolean)
        .join(', '),
      href: `${line.do === 'text' ? 'sms' : 'tel'}:${line.number.replaceAll(/\s/g, '')}`,
    }));

export function frameOf(context: Context, _language: string): PersonFrame {
  const { place } = context;
  return {
    service: { name: place.neutralName, home: context.visitor ? home(context) : '/start' },
    exitUrl: place.blueprint.exit,
    helpNow: helpNow(place),
    ...aroundDemo(context),
    ...(context.notice ? { flash: context.notice } : {}),
  };
}

/** Addresses of pages for people: what goes wrong there keeps Exit and help in sight and says nothing of what the page was about. */
const forPeople = /^\/(?:start|q|now|more|check|saved|done|back|leave|me|s|help|hide-visit)(?:\/|\?|$)/;

export function problemPage(
  place: LivePlace,
  problem: Omit<Problem, 'status'>,
  about: { readonly url: string; readonly reference?: string },
): string {
  const banner = place.demo ? { banner: demoBanner } : {};
  const said = { title: problem.title, detail: problem.detail, reference: about.reference };
  return renderDocument(
    forPeople.test(about.url) ? (
      <PersonErrorPage
        {...said}
        way={{ text: 'Go to the first page', href: '/start' }}
        page={{
          title: 'Page',
          language: 'en',
          direction: 'ltr',
          service: { name: place.neutralName, home: '/start' },
          exitUrl: place.blueprint.exit,
          helpNow: helpNow(place),
          ...banner,
        }}
      />
    ) : (
      <ErrorPage {...said} {...banner} service={{ name: place.neutralName, home: '/' }} way={{ text: 'Go to the first page', href: '/' }} />
    ),
  );
}
