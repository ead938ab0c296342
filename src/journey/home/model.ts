// What can be off track: each kind with its sentence, so that a manager reads what is true and goes to the people in one step.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import { counted } from '../../platform/numbers.ts';

export const offTrackKinds = ['waiting', 'decisions', 'feedback', 'offers', 'plans', 'nothing-booked'] as const;
export type OffTrackKind = (typeof offTrackKinds)[number];

/** Something past its day, about one person. */
export interface OffTrack {
  readonly personId: string;
  /** When it was due, or since when it is so. */
  readonly since: LocalDate;
  /** Whose next step it is. */
  readonly owner: string | null;
}

interface Kind {
  readonly title: string;
  /** Of at least one person; `worst` is in days. */
  sentence(count: string, many: boolean, worst: number): string;
  readonly none: string;
  /** Over the days in the list. */
  readonly days: string;
}

const longest = (days: number): string => counted(days, 'day', 'days');

export const offTrack: Readonly<Record<OffTrackKind, Kind>> = {
  waiting: {
    title: 'Waiting past the promise',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'people have' : 'person has'} waited past the promise of a first meeting. Longest ${longest(worst)} over.`,
    none: 'Nobody has waited past the promise of a first meeting.',
    days: 'Days over',
  },
  decisions: {
    title: 'Not decided in time',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'people are' : 'person is'} still without a decision we promised. Longest ${longest(worst)} over.`,
    none: 'Every decision is on time.',
    days: 'Days over',
  },
  feedback: {
    title: 'Referrers not told yet',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'referrers have' : 'referrer has'} not been told what became of a referral. Longest ${longest(worst)} since it should have gone.`,
    none: 'Everybody who referred somebody has been told.',
    days: 'Days late',
  },
  offers: {
    title: 'Offers without an answer',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'offers wait' : 'offer waits'} for a team’s answer past the agreed time. Longest ${longest(worst)} over.`,
    none: 'Every offer was answered in time.',
    days: 'Days over',
  },
  plans: {
    title: 'Plans past their review',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'plans are' : 'plan is'} past the day we said we would look again. Longest ${longest(worst)} over.`,
    none: 'Every plan was looked at again in time.',
    days: 'Days over',
  },
  'nothing-booked': {
    title: 'Nothing booked',
    sentence: (count, many, worst) =>
      `${count} ${many ? 'people' : 'person'} with us ${many ? 'have' : 'has'} nothing booked. Longest ${longest(worst)} since support began.`,
    none: 'Everybody with us has something booked.',
    days: 'Days since support began',
  },
};

/** Openings in an emergency whose review is late, by the day each was due. */
export function lateOpeningsSentence(due: readonly LocalDate[], today: LocalDate): string {
  const [first] = due.toSorted();
  if (first === undefined) return 'Every emergency opening was reviewed in time.';
  return `${counted(due.length, 'emergency opening is', 'emergency openings are')} past the day of review. Longest ${longest(daysBetween(first, today))} over.`;
}

/** Questions for advice that were not answered by the day promised, by how many days each. */
export function lateAdviceSentence(days: readonly number[]): string {
  if (days.length === 0) return 'Every question for advice was answered by the day we promised.';
  const count = days.length > mostCounted ? `More than ${mostCounted} questions` : counted(days.length, 'question', 'questions');
  const worst = Math.max(...days);
  return `${count} for advice ${days.length === 1 ? 'was' : 'were'} not answered by the day we promised. ${worst === 0 ? 'Less than a day over.' : `Longest ${longest(worst)} over.`}`;
}

/** Counted to this many: past it the list is long enough to act on. */
export const mostCounted = 100;

export function offTrackSentence(kind: OffTrackKind, rows: readonly OffTrack[], today: LocalDate): string {
  if (rows.length === 0) return offTrack[kind].none;
  const worst = Math.max(...rows.map(({ since }) => daysBetween(since, today)));
  const count = rows.length > mostCounted ? `More than ${mostCounted}` : `${rows.length}`;
  return offTrack[kind].sentence(count, rows.length !== 1, worst);
}
