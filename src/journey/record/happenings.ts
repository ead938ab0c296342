// From journey events to what a timeline says of them: sentences, groups of days, filters. Pure. An event that the reader may not see is a date and nothing else.
import { daysBetween, type LocalDate, localDate } from '../../platform/clock.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { firstName, saidDate, saidDay, saidDayAndTime, saidTime } from '../../platform/said.ts';
import type { MeasureResult } from '../measures/model.ts';
import type { At, EventRow } from './store.ts';

export type Filter = 'contacts' | 'plan' | 'measures' | 'requests';
export const filters = ['contacts', 'plan', 'measures', 'requests'] as const satisfies readonly Filter[];
export const filterWords: Readonly<Record<Filter, string>> = {
  contacts: 'Contacts',
  plan: 'Plan and support',
  measures: 'Measures',
  requests: 'Requests',
};

type Icon = 'people' | 'chat' | 'chart' | 'calendar' | 'note' | 'check' | 'flag' | 'home' | 'forward' | 'back' | 'link' | 'pause';
type Tone = 'plain' | 'brand' | 'plum' | 'warn' | 'ok';

interface Kind {
  readonly filter: Filter;
  readonly icon: Icon;
  readonly tone?: Tone;
  readonly title: (event: EventRow, name: string) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? saidDate(value) : '');
const by = (value: unknown): string => (text(value) ? ` with ${text(value)}` : '');

/** Every kind that the rooms record, with its sentence. */
const kinds: Readonly<Record<string, Kind>> = {
  'referral.submitted': { filter: 'requests', icon: 'forward', title: (_, name) => `${name} came through the front door` },
  'referral.being_read': {
    filter: 'requests',
    icon: 'note',
    title: ({ data }) => `${text(data.reader) || 'A clinician'} began to read the request`,
  },
  'referral.question_asked': { filter: 'requests', icon: 'chat', tone: 'warn', title: () => 'One question was asked before deciding' },
  'referral.decided': { filter: 'requests', icon: 'check', tone: 'ok', title: ({ data }) => `First step offered: ${text(data.offer)}` },
  'referral.decided_again': {
    filter: 'requests',
    icon: 'back',
    title: ({ data }) => `${text(data.by)} began to decide the first step again`,
  },
  'referral.withdrawn': { filter: 'requests', icon: 'back', title: (_, name) => `${name} took the request back` },
  'referral.reopened': { filter: 'requests', icon: 'back', tone: 'plum', title: (_, name) => `${name} came back through the open door` },
  'decision.awaiting_countersign': { filter: 'requests', icon: 'people', title: () => 'A second clinician was asked to agree' },
  'offer.accepted': {
    filter: 'requests',
    icon: 'check',
    tone: 'ok',
    title: ({ data }) => `${text(data.worker)} said yes${text(data.team) ? ` for ${text(data.team)}` : ''}`,
  },
  'offer.returned': { filter: 'requests', icon: 'back', title: ({ data }) => `${text(data.team)} gave the offer back: not the best fit` },
  'enrolment.started': {
    filter: 'plan',
    icon: 'flag',
    tone: 'plum',
    title: ({ data }) => `Support began: ${text(data.pathway)}${by(data.worker)}`,
  },
  'enrolment.ending_planned': {
    filter: 'plan',
    icon: 'flag',
    title: ({ data }) => `An ending is being planned${day(data.endsOn) ? `, for ${day(data.endsOn)}` : ''}`,
  },
  'enrolment.continued': {
    filter: 'plan',
    icon: 'flag',
    title: ({ data }) => `Support goes on${day(data.endsOn) ? `, until ${day(data.endsOn)}` : ''}`,
  },
  'enrolment.ended': {
    filter: 'plan',
    icon: 'flag',
    title: ({ data }) =>
      `Support ended: ${wordsFor('endingReason', text(data.reason)).toLowerCase()}. The door stays open${day(data.reEntryUntil) ? ` until ${day(data.reEntryUntil)}` : ''}`,
  },
  'coming.chosen': {
    filter: 'contacts',
    icon: 'check',
    title: ({ data }, name) =>
      data.by === 'person' ? `${name} chose where, how and with whom to meet` : 'Where, how and with whom to meet was written down',
  },
  'session.scheduled': {
    filter: 'contacts',
    icon: 'calendar',
    title: ({ data }) => `Appointment booked${text(data.startsAt) ? ` for ${saidDayAndTime(new Date(text(data.startsAt)))}` : ''}`,
  },
  'session.confirmed': { filter: 'contacts', icon: 'check', tone: 'ok', title: (_, name) => `${name} confirmed the appointment` },
  'session.cancelled_by_person': {
    filter: 'contacts',
    icon: 'calendar',
    tone: 'warn',
    title: (_, name) => `${name} could not make it. Another time is to be offered`,
  },
  'session.cancelled_by_service': {
    filter: 'contacts',
    icon: 'calendar',
    tone: 'warn',
    title: () => 'We had to cancel. Another time is to be offered',
  },
  'contact.asked_again': { filter: 'contacts', icon: 'chat', title: (_, name) => `${name} said again how it is safe to reach them` },
  'contact.added': { filter: 'contacts', icon: 'chat', title: (_, name) => `${name} gave another way to reach them` },
  'session.missed': {
    filter: 'contacts',
    icon: 'calendar',
    tone: 'warn',
    title: (_, name) => `${name} could not be there. We asked, and offered something else`,
  },
  'session.late_not_seen': {
    filter: 'contacts',
    icon: 'calendar',
    tone: 'warn',
    title: () => 'They came too late to meet. Another time was offered',
  },
  'session.attended': { filter: 'contacts', icon: 'people', tone: 'brand', title: () => 'They met' },
  'session.written_up': {
    filter: 'contacts',
    icon: 'people',
    tone: 'brand',
    title: ({ data }) => `Session${by(data.worker)}${typeof data.minutes === 'number' ? `, ${data.minutes} minutes` : ''}`,
  },
  'session.corrected': { filter: 'contacts', icon: 'note', title: () => 'A note was corrected. Both versions are kept' },
  'measure.taken': {
    filter: 'measures',
    icon: 'chart',
    tone: 'brand',
    title: ({ data }) =>
      `${text(data.instrument)}${typeof data.total === 'number' ? ` is ${plainNumber(data.total, 1)}` : ' was taken; it could not be scored'}`,
  },
  'measure.declined': {
    filter: 'measures',
    icon: 'chart',
    title: ({ data }, name) => `${name} would rather not answer ${text(data.instrument)}. That is fine`,
  },
  'measure.talked_instead': {
    filter: 'measures',
    icon: 'chat',
    title: ({ data }) => `${text(data.instrument)} is not held in ${text(data.language)}. They talked with an interpreter, without a score`,
  },
  'plan.shared': { filter: 'plan', icon: 'note', title: () => 'The plan was shared, to check that it says what they mean' },
  'plan.agreed': {
    filter: 'plan',
    icon: 'note',
    tone: 'ok',
    title: ({ data }) => `Plan agreed${data.differs === true ? ', with both voices where they differ' : ' together'}`,
  },
  'plan.under_review': { filter: 'plan', icon: 'note', title: () => 'They began to look at the plan again' },
  'sharing.opened': {
    filter: 'requests',
    icon: 'forward',
    title: ({ data }) => `Opened to ${text(data.team)}, under “${text(data.agreement)}”`,
  },
  'sharing.closed': {
    filter: 'requests',
    icon: 'back',
    title: ({ data }) => `Closed to ${text(data.team)}, under “${text(data.agreement)}”`,
  },
  'plan.not_wanted': { filter: 'plan', icon: 'pause', title: () => 'No plan for now, and that is fine' },
};

/** The kinds of a filter, for asking the database for these alone. */
export const kindsOf = (filter: Filter): string[] => Object.keys(kinds).filter((kind) => kinds[kind]?.filter === filter);

/** Kinds of other rooms are said in their own words as far as the code goes: 'housing.bid_placed' is “Housing: bid placed”. */
const unknown: Kind = {
  filter: 'contacts',
  icon: 'note',
  title: ({ kind }) => {
    const [room = '', what = ''] = kind.split('.');
    return `${room.charAt(0).toUpperCase()}${room.slice(1)}: ${what.replaceAll('_', ' ')}`;
  },
};

export interface Happening {
  readonly key: string;
  readonly icon: Icon;
  readonly tone: Tone;
  readonly title: string;
  readonly byline: string;
  readonly note?: string;
  readonly corrected?: { readonly earlier: string; readonly reason: string };
}
export interface Hidden {
  readonly key: string;
  readonly hidden: true;
  readonly byline: string;
}
export interface HappeningDay {
  readonly title: string;
  readonly entries: readonly (Happening | Hidden)[];
}

export interface NoteWords {
  readonly did: string;
  readonly corrected?: { readonly earlier: string; readonly reason: string };
}

/** Groups by week while it is near, then by month; hidden moments are dates alone. `notes` by session id; `results` are all that may be read, the earliest first. */
export function happenings(
  events: readonly EventRow[],
  hidden: readonly At[],
  {
    name,
    now,
    notes,
    results,
  }: {
    readonly name: string;
    readonly now: Date;
    readonly notes: ReadonlyMap<string, NoteWords>;
    readonly results: readonly MeasureResult[];
  },
): HappeningDay[] {
  const writtenUp = new Set(events.filter((event) => event.kind === 'session.written_up').map((event) => event.subjectId));
  const totals = previousTotals(results);
  const seen = events
    .filter((event) => event.kind !== 'session.attended' || !writtenUp.has(event.subjectId))
    .map((event) => ({ id: event.id, at: event.at, entry: happening(event, name, notes, totals) }));
  const all = [
    ...seen,
    ...hidden.map((moment) => ({ ...moment, entry: { key: moment.id, hidden: true as const, byline: saidDay(moment.at) } })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : 1));
  const days: { title: string; entries: (Happening | Hidden)[] }[] = [];
  for (const { at, entry } of all) {
    const title = groupOf(localDate(at), localDate(now));
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

/** What each measure was the time before in the same version and language, by the result, so that a line can say which way it went. */
function previousTotals(results: readonly MeasureResult[]): ReadonlyMap<string, number> {
  const before = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { id, instrument, instrumentVersion, language, total } of results) {
    if (total === null) continue;
    const asked = `${instrument} ${instrumentVersion} ${language}`;
    const earlier = last.get(asked);
    if (earlier !== undefined) before.set(id, earlier);
    last.set(asked, total);
  }
  return before;
}

function happening(event: EventRow, name: string, notes: ReadonlyMap<string, NoteWords>, totals: ReadonlyMap<string, number>): Happening {
  const kind = Object.hasOwn(kinds, event.kind) ? (kinds[event.kind] ?? unknown) : unknown;
  const before = totals.get(event.subjectId);
  const total = event.data.total;
  const moved =
    before === undefined || typeof total !== 'number'
      ? ''
      : total === before
        ? ', the same as before'
        : `, ${total < before ? 'down' : 'up'} ${plainNumber(Math.abs(total - before), 1)}`;
  const words = event.kind === 'session.written_up' ? notes.get(event.subjectId) : undefined;
  return {
    key: event.id,
    icon: kind.icon,
    tone: kind.tone ?? 'plain',
    title: `${kind.title(event, name)}${moved}`,
    byline: `${saidDay(event.at)}, ${saidTime(event.at)}${event.byName ? `. ${firstName(event.byName) === name ? 'By them' : `Recorded by ${event.byName}`}` : ''}`,
    ...(words ? { note: words.did, ...(words.corrected ? { corrected: words.corrected } : {}) } : {}),
  };
}

const monthWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

function groupOf(date: LocalDate, today: LocalDate): string {
  const monday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = daysBetween(date, today);
  if (days <= monday) return 'This week';
  if (days <= monday + 7) return 'Last week';
  return monthWords.format(new Date(`${date}T00:00:00Z`));
}
