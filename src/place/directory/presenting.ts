// From an entry of the directory to what its pages show. Pure. Texts of publishers stay as they are: pages print them as text, never as markup.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';
import type { FoundService } from './actions.ts';
import { type ConfirmedWords, confirmedWords, lastConfirmed } from './confirmed.ts';
import { type HoursLine, hoursLines, type OpeningWords, openingWords } from './hours-words.ts';
import type { DirectoryAddress, DirectoryPhone, Schedule } from './model.ts';
import { saidDistance } from './nearness.ts';
import { openNow } from './opening.ts';
import type { DirectoryEntry } from './store.ts';

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
}

const referralWords = { needed: 'You need to be referred', 'not needed': 'No referral needed', 'not stated': null } as const;

/** The first sentences, cut at a word. */
export function shortened(words: string, most: number): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.–-]+$/, '')}…`;
}

const mostAreas = 4;
const areasSaid = (areas: readonly string[]): string =>
  areas.length > mostAreas ? `${areas.slice(0, mostAreas).join(', ')} and ${areas.length - mostAreas} more` : areas.join(', ');

export function listedView(service: FoundService & { readonly metres?: number | null }, now: Date): ListedView {
  const today = localDate(now);
  return {
    id: service.id,
    name: service.name,
    organisation: service.organisation,
    description: shortened(service.description, 180),
    areas: areasSaid(service.areas),
    own: service.own,
    opening: openingWords(service.opening, service.schedules, today),
    referral: referralWords[service.referral],
    closedForNow: service.status === 'temporarily closed',
    confirmed: confirmedWords(lastConfirmed(service.lastConfirmed, service.confirmedOn), today, service.confirmEvery),
    distance: service.metres === undefined || service.metres === null ? null : saidDistance(service.metres),
  };
}

export interface ReachView {
  readonly kind: 'phone' | 'email' | 'website';
  readonly text: string;
  readonly note: string;
  /** Left out where what is published is no number that a telephone could call. */
  readonly href?: string;
}

const callable = /^\+?[\d\s().-]{3,25}$/;

const phoneView = ({ number, description }: DirectoryPhone, who = ''): ReachView => ({
  kind: 'phone',
  text: callable.test(number.trim()) ? `Call ${number.trim()}` : number,
  note: [who, description].filter(Boolean).join(', '),
  ...(callable.test(number.trim()) ? { href: `tel:${number.replaceAll(/[^\d+]/g, '')}` } : {}),
});
const emailView = (email: string, note = ''): ReachView => ({ kind: 'email', text: email, note, href: `mailto:${encodeURI(email)}` });
const websiteView = (address: string): ReachView => ({
  kind: 'website',
  text: address.replace(/^https?:\/\//i, '').replace(/\/$/, ''),
  note: 'Their own website',
  href: address,
});

export interface PlaceView {
  readonly name: string;
  readonly address: string;
  readonly notes: readonly string[];
}

const addressSaid = ({ lines, town, county, postcode }: DirectoryAddress): string =>
  [...lines, town, county, postcode].filter(Boolean).join(', ');

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
  readonly hours: readonly HoursLine[];
  readonly reach: readonly ReachView[];
  readonly places: readonly PlaceView[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly confirmed: ConfirmedWords;
  readonly confirmedBy: string | null;
  readonly source: string;
}

const closedBecause = {
  active: null,
  'not stated': null,
  'temporarily closed': 'It is closed for now.',
  inactive: 'It does not run at the moment.',
  defunct: 'It does not run any more.',
} as const;

const money = (amount: number, currency = 'GBP'): string =>
  currency === 'GBP' ? `£${plainNumber(amount, 2)}` : `${plainNumber(amount, 2)} ${currency}`;

function agesSaid(from: number | undefined, to: number | undefined): string | null {
  if (from !== undefined && to !== undefined) return `Ages ${from} to ${to}`;
  if (from !== undefined) return `Ages ${from} and over`;
  return to === undefined ? null : `Up to age ${to}`;
}

export function entryView(entry: DirectoryEntry, schedules: readonly Schedule[], now: Date): EntryView {
  const today: LocalDate = localDate(now);
  const { organisation } = entry;
  const who = entry.eligibility.flatMap(({ minimumAge, maximumAge, words }) => [agesSaid(minimumAge, maximumAge), words]).filter(Boolean);
  const cost = entry.cost.flatMap(({ words, option, amount, currency, amountWords }) =>
    [words, [option, amount === undefined ? amountWords : money(amount, currency)].filter(Boolean).join(': ')].filter(Boolean),
  );
  const free = entry.capacity.map(
    ({ unit, available, maximum, updated }) =>
      `${available}${maximum === undefined ? '' : ` of ${maximum}`} ${unit} free, as of ${saidDate(new Date(updated))}`,
  );
  const facts = [
    { term: 'Who it is for', value: who.join('. ') },
    { term: 'How to use it', value: [referralWords[entry.referral], entry.howToUse].filter(Boolean).join('. ') },
    { term: 'Area', value: entry.areas.join(', ') },
    { term: 'Languages', value: entry.languages.join('. ') },
    { term: 'Cost', value: cost.join('. ') },
    { term: 'Waiting', value: entry.waitTime ?? '' },
    { term: 'Places free', value: free.join('. ') },
    { term: 'About', value: entry.terms.join(', ') },
  ].filter(({ value }) => value !== '');
  const reach = [
    ...entry.phones.map((phone) => phoneView(phone)),
    ...entry.contacts.flatMap(({ name, title, email, phones }) => {
      const known = [name, title].filter(Boolean).join(', ');
      return [...phones.map((phone) => phoneView(phone, known)), ...(email ? [emailView(email, known)] : [])];
    }),
    ...entry.places.flatMap(({ name, phones }) => phones.map((phone) => phoneView(phone, name))),
    ...(entry.email ? [emailView(entry.email)] : entry.organisationEmail ? [emailView(entry.organisationEmail, organisation ?? '')] : []),
    ...(entry.website ? [websiteView(entry.website)] : entry.organisationWebsite ? [websiteView(entry.organisationWebsite)] : []),
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
    closed: closedBecause[entry.status],
    opening: openingWords(openNow(schedules, now), schedules, today),
    hours: hoursLines(schedules, today),
    reach: reach.filter((one, at) => reach.findIndex(({ text }) => text === one.text) === at),
    places: entry.places.map(({ name, description, addresses, transport, accessibility }) => ({
      name,
      address: addresses.map(addressSaid).filter(Boolean)[0] ?? '',
      notes: [description, transport, ...accessibility].filter(Boolean),
    })),
    facts,
    confirmed: confirmedWords(lastConfirmed(entry.lastConfirmed, entry.confirmedOn), today, entry.confirmEvery),
    confirmedBy: entry.confirmedByName,
    source: entry.own ? 'Our own service.' : `From ${entry.source}. ${entry.licence}`.replace(/\.?$/, '.'),
  };
}
