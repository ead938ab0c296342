// Sharing that does not rest on what the person chose (S10.3): what it records, and when it is looked at again. Apart from choices: neither undoes the other.
import { addDays, isLocalDate, type LocalDate } from '../../platform/clock.ts';
import { codesOf } from '../../platform/codes/codes.ts';
import { listed } from '../../platform/numbers.ts';
import type { Fault } from '../../platform/problem.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { categories, type DataCategory } from '../access/model.ts';
import { categoryWords } from '../access/texts.ts';

/** What it is for. It opens a record to an agency only where an agreement for this purpose covers it, and they have people who work with the person. */
export const safety = 'safety';

export const recorders: readonly AccessRole[] = ['TRI', 'SNR', 'KW', 'SG', 'MGR'];

/** Whatever the law allows without the person’s yes. */
export const basesToChoose = codesOf('lawfulBasis').filter((code) => code !== '6_1_a' && code !== '9_2_a');
/** Background questions are never shared. */
export const shareable = categories.filter((category): category is Exclude<DataCategory, 'equality'> => category !== 'equality');

export const toldAnswers = ['told', 'not_yet', 'unsafe'] as const;
export type Told = (typeof toldAnswers)[number];
export const toldWords: Readonly<Record<Told, string>> = {
  told: 'Yes, they were told',
  not_yet: 'Not yet',
  unsafe: 'No: telling them now would put somebody in danger',
};

export const longestText = 1000;
const daysToReview = 28;
export const usualReview = (today: LocalDate): LocalDate => addDays(today, daysToReview);
const furthest = 366;

export interface WithoutAgreement {
  readonly organisationId: string;
  readonly categories: readonly string[];
  readonly what: string;
  readonly basis: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly told: Told;
  readonly notToldBecause: string;
  readonly reviewOn: LocalDate;
}

export interface RecordedSharing {
  readonly id: string;
  readonly personId: string;
  readonly organisation: string;
  readonly categories: readonly string[];
  readonly what: string;
  readonly basis: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedById: string;
  readonly decidedAt: Date;
  readonly told: boolean;
  readonly notToldBecause: string;
  readonly keptFromPerson: boolean;
  readonly reviewOn: LocalDate;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewWords: string;
  readonly endedAt: Date | null;
  readonly version: number;
}

function dayFaults(field: string, typed: string, today: LocalDate): Fault[] {
  if (!isLocalDate(typed)) return [{ field, message: 'Enter the day, such as 2026-12-18.' }];
  return typed <= today || typed > addDays(today, furthest) ? [{ field, message: 'Choose a day after today, within a year.' }] : [];
}

const wordsFaults = (field: string, typed: string, ask: string): Fault[] =>
  typed === ''
    ? [{ field, message: ask }]
    : typed.length > longestText
      ? [{ field, message: `Use at most ${longestText} characters. This has ${typed.length}.` }]
      : [];

/** Every fault of what was typed. `organisations` and `deciders` are the ids that may be chosen. */
export function faultsIn(
  typed: WithoutAgreement,
  known: { readonly organisations: readonly string[]; readonly deciders: readonly string[]; readonly today: LocalDate },
): Fault[] {
  return [
    ...(known.organisations.includes(typed.organisationId) ? [] : [{ field: 'organisation', message: 'Choose with whom.' }]),
    ...(typed.categories.length > 0 ? [] : [{ field: 'categories', message: 'Choose what kind it is.' }]),
    ...wordsFaults('what', typed.what, 'Say what was shared.'),
    ...(basesToChoose.some((basis) => basis === typed.basis) ? [] : [{ field: 'basis', message: 'Choose on what ground.' }]),
    ...wordsFaults('reason', typed.reason, 'Say why it could not wait for their yes.'),
    ...(known.deciders.includes(typed.decidedBy) ? [] : [{ field: 'decided_by', message: 'Choose who decided.' }]),
    ...(typed.told === 'told' ? [] : wordsFaults('not_told_because', typed.notToldBecause, 'Say why they have not been told.')),
    ...dayFaults('review_on', typed.reviewOn, known.today),
  ];
}

export interface SharingReview {
  readonly words: string;
  readonly goesOn: boolean;
  readonly told: Told;
  readonly notToldBecause: string;
  /** The next day to look at it, where it goes on. */
  readonly reviewOn: LocalDate;
}

export const reviewFaults = (typed: SharingReview, today: LocalDate): Fault[] => [
  ...wordsFaults('words', typed.words, 'Say what you looked at, and what you found.'),
  ...(typed.told === 'told' ? [] : wordsFaults('not_told_because', typed.notToldBecause, 'Say why they have not been told.')),
  ...(typed.goesOn ? dayFaults('review_on', typed.reviewOn, today) : []),
];

/** 'contact and safety' */
export const kindsInWords = (codes: readonly string[]): string =>
  listed(categories.filter((category) => codes.includes(category)).map((category) => categoryWords[category]));
