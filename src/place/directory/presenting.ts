// From an entry of the directory to what its pages show. Pure. Texts of publishers stay as they are: pages print them as text, never as markup.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { timeOf } from '../../platform/language/moments.ts';
import { plainNumber } from '../../platform/numbers.ts';
import type { FoundService } from './actions.ts';
import { type ConfirmedWords, confirmedWords, lastConfirmed } from './confirmed.ts';
import { type HoursLine, hoursLines, type OpeningWords, openingWords } from './hours-words.ts';
import type { StandingLight } from './light.ts';
import type { DirectoryAddress, DirectoryPhone, Referral, Schedule, ServiceStatus } from './model.ts';
import { openNow } from './opening.ts';
import { dateIn, dayIn, distanceIn, inEnglish, type Speech } from './speech.ts';
import type { DirectoryEntry } from './store.ts';
import type { DirectoryTexts } from './texts.ts';

export interface ListedView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly description: string;
  readonly areas: string;
  readonly own: boolean;
  readonly opening: OpeningWords;
  readonly referral: string | null;
  /** 'temporarily closed' is said before anything else. */
  readonly closedForNow: boolean;
  readonly confirmed: ConfirmedWords;
  /** 'about 3 miles'; null where nothing was measured. */
  readonly distance: string | null;
  /** Whether there is room, while it is open and where its people say so; else null. */
  readonly light: LightWords | null;
}

const referralIn = (referral: Referral, { referral: said }: DirectoryTexts): string | null =>
  ({ needed: said.needed, 'not needed': said.notNeeded, 'not stated': null })[referral];

/** The first sentences, cut at a word. */
export function shortened(words: string, most: number): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.–-]+$/, '')}…`;
}

const mostAreas = 4;
const areasSaid = (areas: readonly string[], { list }: DirectoryTexts): string =>
  areas.length > mostAreas
    ? list.areasMore({ places: areas.slice(0, mostAreas).join(', '), number: areas.length - mostAreas })
    : areas.join(', ');

export interface LightWords {
  readonly tone: 'ok' | 'warn' | 'neutral';
  readonly text: string;
  /** When it was last said, once that counts no more; null where it still does or nobody ever said. */
  readonly last: string | null;
}

/** What everybody reads of a light: nothing while the door is shut, and “ask first” once nobody has said so for a while. */
function lightWords(light: StandingLight | undefined, open: boolean, speech: Speech): LightWords | null {
  if (!light || !open) return null;
  const { room } = speech.texts;
  const { at, state } = light;
  if (state === 'ask first' || at === null) {
    const last = at && room.last({ day: dayIn(speech, localDate(at)), time: timeOf(at, speech.language) });
    return { tone: 'neutral', text: room.ask, last };
  }
  const said = { free: room.free, nearly_full: room.nearly, full: room.full }[state];
  return { tone: state === 'free' ? 'ok' : 'warn', text: said({ time: timeOf(at, speech.language) }), last: null };
}

interface Shown {
  readonly speech?: Speech;
  readonly light?: StandingLight | undefined;
}

export function listedView(
  service: FoundService & { readonly metres?: number | null },
  now: Date,
  { speech = inEnglish, light }: Shown = {},
): ListedView {
  const { texts } = speech;
  const today = localDate(now);
  return {
    id: service.id,
    name: service.name,
    organisation: service.organisation,
    description: shortened(service.description, 180),
    areas: areasSaid(service.areas, texts),
    own: service.own,
    opening: openingWords(service.opening, service.schedules, today, speech),
    referral: referralIn(service.referral, texts),
    closedForNow: service.status === 'temporarily closed',
    confirmed: confirmedWords(lastConfirmed(service.lastConfirmed, service.confirmedOn), today, service.confirmEvery, speech),
    distance: service.metres === undefined || service.metres === null ? null : distanceIn(speech, service.metres),
    light: lightWords(light, service.opening.state === 'open', speech),
  };
}

export interface ReachView {
  readonly kind: 'phone' | 'email' | 'website';
  readonly text: string;
  readonly note: string;
  /** The note is ours, not the publisher’s. */
  readonly ours?: true;
  /** Left out where what is published is no number that a telephone could call. */
  readonly href?: string;
}

const callable = /^\+?[\d\s().-]{3,25}$/;

const phoneView = ({ number, description }: DirectoryPhone, { entry }: DirectoryTexts, who = ''): ReachView => ({
  kind: 'phone',
  text: callable.test(number.trim()) ? entry.call({ number: number.trim() }) : number,
  note: [who, description].filter(Boolean).join(', '),
  ...(callable.test(number.trim()) ? { href: `tel:${number.replaceAll(/[^\d+]/g, '')}` } : {}),
});
const emailView = (email: string, note = ''): ReachView => ({ kind: 'email', text: email, note, href: `mailto:${encodeURI(email)}` });
const websiteView = (address: string, { entry }: DirectoryTexts): ReachView => ({
  kind: 'website',
  text: address.replace(/^https?:\/\//i, '').replace(/\/$/, ''),
  note: entry.website,
  ours: true,
  href: address,
});

export interface PlaceView {
  readonly name: string;
  readonly address: string;
  readonly notes: readonly string[];
}

const addressSaid = ({ lines, town, county, postcode }: DirectoryAddress): string =>
  [...lines, town, county, postcode].filter(Boolean).join(', ');

export interface FactView {
  readonly term: string;
  /** All of it. */
  readonly value: string;
  /** In the language of the page. */
  readonly ours: string;
  /** As published. */
  readonly theirs: string;
}

export interface EntryView {
  readonly id: string;
  readonly name: string;
  readonly alternateName: string | null;
  readonly organisation: string | null;
  readonly own: boolean;
  readonly paragraphs: readonly string[];
  readonly alert: string | null;
  /** Why it cannot be used now; null while it can. */
  readonly closed: string | null;
  readonly opening: OpeningWords;
  /** Whether there is room, while it is open and where its people say so; else null. */
  readonly light: LightWords | null;
  readonly hours: readonly HoursLine[];
  readonly reach: readonly ReachView[];
  readonly places: readonly PlaceView[];
  readonly facts: readonly FactView[];
  readonly confirmed: ConfirmedWords;
  readonly confirmedBy: string | null;
  readonly source: string;
}

const closedBecause = (status: ServiceStatus, { closed }: DirectoryTexts): string | null =>
  ({ active: null, 'not stated': null, 'temporarily closed': closed.temporarily, inactive: closed.resting, defunct: closed.ended })[status];

const money = (amount: number, currency = 'GBP'): string =>
  currency === 'GBP' ? `£${plainNumber(amount, 2)}` : `${plainNumber(amount, 2)} ${currency}`;

function agesSaid(from: number | undefined, to: number | undefined, { facts }: DirectoryTexts): string | null {
  if (from !== undefined && to !== undefined) return facts.ages({ from, to });
  if (from !== undefined) return facts.agesFrom({ from });
  return to === undefined ? null : facts.agesTo({ to });
}

const sentences = (words: readonly (string | null | undefined)[]): string => words.filter(Boolean).join('. ');

/** What is ours to say, and what its publisher says: the second is never translated. */
function factsOf(entry: DirectoryEntry, speech: Speech): readonly FactView[] {
  const { texts } = speech;
  const { facts: said } = texts;
  const cost = entry.cost.flatMap(({ words, option, amount, currency, amountWords }) => [
    words,
    [option, amount === undefined ? amountWords : money(amount, currency)].filter(Boolean).join(': '),
  ]);
  const free = entry.capacity.map(
    ({ unit, available, maximum, updated }) =>
      `${available}${maximum === undefined ? '' : `/${maximum}`} ${unit} (${dateIn(speech, new Date(updated))})`,
  );
  const facts = [
    {
      term: said.who,
      ours: sentences(entry.eligibility.map(({ minimumAge, maximumAge }) => agesSaid(minimumAge, maximumAge, texts))),
      theirs: sentences(entry.eligibility.map(({ words }) => words)),
    },
    { term: said.use, ours: referralIn(entry.referral, texts) ?? '', theirs: entry.howToUse ?? '' },
    { term: said.area, ours: '', theirs: entry.areas.join(', ') },
    { term: said.languages, ours: '', theirs: entry.languages.join('. ') },
    { term: said.cost, ours: '', theirs: sentences(cost) },
    { term: said.waiting, ours: '', theirs: entry.waitTime ?? '' },
    { term: said.free, ours: '', theirs: sentences(free) },
    { term: said.about, ours: '', theirs: entry.terms.join(', ') },
  ];
  return facts
    .filter(({ ours, theirs }) => ours !== '' || theirs !== '')
    .map((fact) => ({ ...fact, value: sentences([fact.ours, fact.theirs]) }));
}

export function entryView(
  entry: DirectoryEntry,
  schedules: readonly Schedule[],
  now: Date,
  { speech = inEnglish, light }: Shown = {},
): EntryView {
  const today: LocalDate = localDate(now);
  const opening = openNow(schedules, now);
  const { organisation } = entry;
  const { texts } = speech;
  const reach = [
    ...entry.phones.map((phone) => phoneView(phone, texts)),
    ...entry.contacts.flatMap(({ name, title, email, phones }) => {
      const known = [name, title].filter(Boolean).join(', ');
      return [...phones.map((phone) => phoneView(phone, texts, known)), ...(email ? [emailView(email, known)] : [])];
    }),
    ...entry.places.flatMap(({ name, phones }) => phones.map((phone) => phoneView(phone, texts, name))),
    ...(entry.email ? [emailView(entry.email)] : entry.organisationEmail ? [emailView(entry.organisationEmail, organisation ?? '')] : []),
    ...(entry.website
      ? [websiteView(entry.website, texts)]
      : entry.organisationWebsite
        ? [websiteView(entry.organisationWebsite, texts)]
        : []),
  ];
  return {
    id: entry.id,
    name: entry.name,
    alternateName: entry.alternateName,
    organisation,
    own: entry.own,
    paragraphs: entry.description
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean),
    alert: entry.alert,
    closed: closedBecause(entry.status, texts),
    opening: openingWords(opening, schedules, today, speech),
    light: lightWords(light, opening.state === 'open', speech),
    hours: hoursLines(schedules, today, speech),
    reach: reach.filter((one, at) => reach.findIndex(({ text }) => text === one.text) === at),
    places: entry.places.map(({ name, description, addresses, transport, accessibility }) => ({
      name,
      address: addresses.map(addressSaid).filter(Boolean)[0] ?? '',
      notes: [description, transport, ...accessibility].filter(Boolean),
    })),
    facts: factsOf(entry, speech),
    confirmed: confirmedWords(lastConfirmed(entry.lastConfirmed, entry.confirmedOn), today, entry.confirmEvery, speech),
    confirmedBy: entry.confirmedByName,
    source: entry.own ? texts.entry.own : `${texts.entry.from({ source: entry.source })} ${entry.licence}`.replace(/\.?$/, '.'),
  };
}
