// What each kind of journey event is called in a timeline, with its picture, and under which filter it stands.
import { wordsFor } from '../../platform/codes/codes.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { saidDate, saidDayAndTime } from '../../platform/said.ts';
import type { EventRow } from './store.ts';

export type Filter = 'contacts' | 'plan' | 'measures' | 'requests';
export const filters = ['contacts', 'plan', 'measures', 'requests'] as const satisfies readonly Filter[];
export const filterWords: Readonly<Record<Filter, string>> = {
  contacts: 'Contacts',
  plan: 'Plan and support',
  measures: 'Measures',
  requests: 'Requests',
};

export type Icon = 'people' | 'chat' | 'chart' | 'calendar' | 'note' | 'check' | 'flag' | 'home' | 'forward' | 'back' | 'link' | 'pause';
export type Tone = 'plain' | 'brand' | 'plum' | 'warn' | 'ok';

interface Kind {
  readonly filter: Filter;
  readonly icon: Icon;
  readonly tone?: Tone;
  readonly title: (event: EventRow, name: string) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? saidDate(value) : '');
const plain = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
const by = (value: unknown): string => (text(value) ? ` with ${text(value)}` : '');

const sharing = (said: (name: string, agency: string) => string): Kind => ({
  filter: 'requests',
  icon: 'people',
  title: ({ data }, name) => said(name, text(data.organisation) || 'another agency'),
});

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
  'referral.added_to': { filter: 'requests', icon: 'note', title: () => 'Something was added to the request' },
  'referral.contact_tried': {
    filter: 'contacts',
    icon: 'chat',
    title: ({ data }) =>
      `A try to reach them by ${wordsFor('contactChannel', text(data.channel)).toLowerCase()}: ${wordsFor('contactTryResult', text(data.result)).toLowerCase()}`,
  },
  'referral.not_reached': {
    filter: 'contacts',
    icon: 'pause',
    tone: 'warn',
    title: (_, name) => `${name} could not be reached yet. The door is kept open`,
  },
  'referral.carer_may_know': { filter: 'requests', icon: 'people', title: () => 'What whoever asked for them may hear was written down' },
  'safety.duty_told': { filter: 'requests', icon: 'flag', tone: 'warn', title: () => 'Whoever is on duty was told, to make contact today' },
  'identity.linked': { filter: 'requests', icon: 'link', title: ({ data }) => `Request ${plain(data.number)} was found to be theirs` },
  'identity.unlinked': {
    filter: 'requests',
    icon: 'link',
    title: ({ data }) => `Request ${plain(data.number)} was taken apart from somebody else’s record`,
  },
  'identity.not_same': { filter: 'requests', icon: 'people', title: () => 'Somebody known was found to be another person' },
  'identity.not_sure': { filter: 'requests', icon: 'people', title: () => 'Whether they are known already is not sure yet' },
  'person.imported': { filter: 'requests', icon: 'forward', title: (_, name) => `${name} came with a file of another service` },
  'plan.said_differently': { filter: 'plan', icon: 'chat', title: (_, name) => `${name} said that they see the plan differently` },
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
  'sharing.agreed': sharing((name, agency) => `${name} lets ${agency} use what they told`),
  'sharing.once': sharing((name, agency) => `${name} lets ${agency} use what they told, this time`),
  'sharing.asked': sharing((name, agency) => `${name} wants to be asked before ${agency} uses what they told`),
  'sharing.declined': sharing((name, agency) => `${name} does not let ${agency} use what they told`),
  'sharing.withdrawn': sharing((name, agency) => `${name} no longer lets ${agency} use what they told`),
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

export const kindOf = (kind: string): Kind => (Object.hasOwn(kinds, kind) ? (kinds[kind] ?? unknown) : unknown);
