// What stands around every page: navigation with what waits, who is signed in, the demo's banner and tour, help lines; and the page for what went wrong.
import { demoBanner } from './demo/doors/banner.ts';
import { tourBar } from './demo/doors/tour.ts';
import { renderDocument } from './design/layout/document.tsx';
import { ErrorPage, PersonErrorPage } from './design/layout/error-page.tsx';
import { designCatalogue, directionOf, type Texts, texts } from './design/texts.ts';
import { isReviewed } from './place/translations/catalogues.ts';
import { atOnce } from './platform/database/at-once.ts';
import type { Approved } from './platform/language/catalogue.ts';
import { type Language, languageFacts, languageOfReading, type Reading, readings } from './platform/language/languages.ts';
import { problemWords } from './platform/language/problems.ts';
import type { LivePlace } from './platform/live-place.ts';
import type { Problem } from './platform/problem.ts';
import { readingIn } from './platform/web/attend.ts';
import type { Context } from './platform/web/context.ts';
import { initialsOf, type NavigationItem, type PersonFrame, type Shell } from './platform/web/shell.ts';
import { navigation } from './rooms.ts';

const home = (context: Context): string =>
  context.visitor?.kind === 'person' ? '/me' : context.visitor?.kind === 'referrer' ? '/sent' : '/home';

async function itemsFor(context: Context, current: string | undefined): Promise<NavigationItem[]> {
  const held = new Set(context.visitor?.roles.map((role) => role.access));
  const entries = navigation.filter(({ roles }) => roles.some((role) => held.has(role)));
  const counts = await atOnce(
    context.tables,
    entries.map((entry) => async () => entry.waiting?.(context)),
  );
  return entries.flatMap((entry, at) => {
    const count = counts[at];
    if (entry.onlyWaiting && !count && entry.href !== current) return [];
    return { text: entry.text, href: entry.href, current: entry.href === current, ...(count ? { count } : {}) };
  });
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
const helpNow = (place: LivePlace, words: Texts) =>
  place.blueprint.help.lines
    .filter((line) => line.kind === 'emergency' || line.kind === 'urgent' || line.kind === 'text')
    .map((line) => {
      const press = /^press (\S+)$/.exec(line.with ?? '')?.[1];
      const call = press ? words.press({ number: line.number, press }) : line.number;
      return {
        text: line.do === 'text' ? words.textTo({ number: line.number }) : call,
        href: `${line.do === 'text' ? 'sms' : 'tel'}:${line.number.replaceAll(/\s/g, '')}`,
      };
    });

const offered = (place: LivePlace): readonly Reading[] =>
  readings.filter((one) => languageOfReading(one) === 'en' || place.blueprint.languages?.includes(one));

/** The same address in another language. */
function inReading(url: string, reading: Reading): string {
  const [path = '/', query = ''] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('in', reading);
  return `${path}?${asked}`;
}

/** How a page speaks: the language of its words, and the way to the others. */
function spokenIn(place: LivePlace, language: Language, reading: Reading | null, approved: Approved, url: string) {
  const chosen = reading ?? language;
  const readers = languageOfReading(chosen);
  return {
    language,
    direction: directionOf(language),
    words: designCatalogue.in(language, approved),
    reviewed: language === 'en' || isReviewed(language, approved),
    languages: offered(place).map((one) => ({ language: one, href: inReading(url, one), current: one === chosen })),
    inEnglish: inReading(url, 'en'),
    ...(language === 'en' && readers !== 'en'
      ? { onlyEnglish: { text: texts[readers].onlyEnglish, lang: languageFacts[readers].lang, direction: directionOf(readers) } }
      : {}),
  };
}

/** Hides what was written, then goes to the neutral page. */
const exitUrl = '/exit';

export function frameOf(context: Context, language: Language): PersonFrame {
  const { place } = context;
  const spoken = spokenIn(place, language, context.reading, context.approved(language), context.url);
  return {
    ...spoken,
    service: { name: place.neutralName, home: context.visitor ? home(context) : '/start' },
    exitUrl,
    exitTo: place.blueprint.exit,
    helpNow: helpNow(place, spoken.words),
    ...aroundDemo(context),
    ...(context.notice ? { flash: context.notice } : {}),
  };
}

/** Addresses of pages for people: what goes wrong there keeps Exit and help in sight and says nothing of what the page was about. */
const forPeople =
  /^\/(?:start|q|now|more|check|saved|done|back|leave|me|s|help|library|have-your-say|how-it-works|exit|hide-visit)(?:\/|\?|$)/;

export interface WentWrong {
  readonly url: string;
  /** What they chose to read; '' for nothing. */
  readonly reading: string;
  readonly reference?: string;
}

/** What is wrong with what was sent, where no form says it beside its fields. */
const listed = ({ faults = [] }: Omit<Problem, 'status'>) =>
  faults.length === 0 ? null : (
    <ul>
      {[...new Set(faults.map(({ message }) => message))].map((message) => (
        <li>{message}</li>
      ))}
    </ul>
  );

export function problemPage(
  place: LivePlace,
  problem: Omit<Problem, 'status'>,
  about: WentWrong,
  approved: (language: Language) => Approved,
): string {
  const banner = place.demo ? { banner: demoBanner } : {};
  // Whoever chose what to read is not at work here.
  if (!forPeople.test(about.url) && about.reading === '') {
    const said = { title: problem.title, detail: problem.detail, reference: about.reference };
    return renderDocument(
      <ErrorPage {...said} {...banner} service={{ name: place.neutralName, home: '/' }} way={{ text: 'Go to the first page', href: '/' }}>
        {listed(problem)}
      </ErrorPage>,
    );
  }
  const reading = readingIn(place, about.reading);
  const language = languageOfReading(reading ?? 'en');
  const words = problemWords(problem, language, approved(language));
  const spoken = spokenIn(place, language, reading, approved(language), '/start');
  return renderDocument(
    <PersonErrorPage
      {...words}
      children={language === 'en' ? listed(problem) : null}
      reference={about.reference}
      way={{ text: words.way, href: '/start' }}
      page={{
        ...spoken,
        title: words.page,
        service: { name: place.neutralName, home: '/start' },
        exitUrl,
        exitTo: place.blueprint.exit,
        helpNow: helpNow(place, spoken.words),
        ...banner,
      }}
    />,
  );
}
