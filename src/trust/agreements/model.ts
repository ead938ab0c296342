// Agreements between the place and another organisation: the table of their states, what one must say, and what is wrong with what was typed. Pure.
import { addDays, isLocalDate, type LocalDate } from '../../platform/clock.ts';
import { codesOf } from '../../platform/codes/codes.ts';
import type { Lifecycle, Mover } from '../../platform/lifecycle.ts';
import type { Fault } from '../../platform/problem.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { support } from '../sharing/model.ts';
import { kindsInWords, safety, shareable } from '../sharing/without-agreement.ts';

export const states = ['draft', 'in_review', 'signed', 'active', 'review_due', 'expired', 'ended'] as const;
export type AgreementState = (typeof states)[number];

export const keepers: readonly AccessRole[] = ['IG', 'MGR'];
/** Who may open a record that they work with to a party, where the person said yes. */
export const openers: readonly AccessRole[] = ['TRI', 'SNR', 'KW'];
const staff: readonly Mover[] = ['IG', 'MGR'];

export const agreementLifecycle: Lifecycle<AgreementState> = {
  name: 'sharing_agreement',
  states,
  transitions: [
    { from: null, to: 'draft', by: staff },
    { from: 'draft', to: 'in_review', by: staff, needs: 'purpose, party, categories, lawful basis, security, retention, review date' },
    { from: 'in_review', to: 'draft', by: staff, withReason: true },
    { from: 'in_review', to: 'signed', by: staff, needs: 'signatures of all parties, seen by somebody who wrote none of it' },
    { from: 'signed', to: 'active', by: ['SYS'], needs: 'its first day has come' },
    { from: 'active', to: 'review_due', by: ['SYS'], needs: '60 days before its review' },
    { from: 'review_due', to: 'active', by: ['IG'], needs: 'signed again by all parties' },
    { from: 'active', to: 'expired', by: ['SYS'], needs: 'its last day has passed' },
    { from: 'review_due', to: 'expired', by: ['SYS'], needs: 'its last day has passed' },
    ...(['draft', 'in_review', 'signed', 'active', 'review_due'] as const).map((from) => ({
      from,
      to: 'ended' as const,
      by: staff,
      withReason: true,
      needs: 'what happens to what was shared',
    })),
  ],
};

export const purposes: Readonly<Record<string, string>> = { [support]: 'To help the person', [safety]: 'To keep somebody safe' };
export const purposeCodes = Object.keys(purposes);
export const bases = codesOf('lawfulBasis');
/** Who they are and how to reach them always goes with it: without that nobody could be told apart. */
export const offered = shareable.filter((category) => category !== 'contact');

/** 'Contact details and housing': contact is who they are and how to reach them, as no agreement opens more of it. */
export const whatOf = (categories: readonly string[]): string => {
  const words = kindsInWords(categories).replace(/^contact\b/, 'contact details');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Days before the review on which it is asked for. */
export const daysBefore = 60;
export const longestName = 120;
const longestWords = 2000;
const longestReference = 300;
const furthest = 3660;

/** The fields of the form, as they were typed. */
export interface Terms {
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly basis: string;
  readonly security: string;
  readonly retention: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly review_on: string;
  readonly document: string;
}

export interface Signing {
  readonly signed_for_us: string;
  readonly signed_for_them: string;
  readonly signed_on: string;
  readonly document: string;
}

/** Signed once more: until when it holds now, and when it is looked at again. */
export interface Renewal extends Signing {
  readonly ends_on: string;
  readonly review_on: string;
}

export interface Ending {
  readonly reason: string;
  readonly after_end: string;
}

export interface Agreement {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly lawfulBasis: string;
  readonly state: AgreementState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly security: string;
  readonly retention: string;
  readonly reviewOn: LocalDate | null;
  readonly document: string;
  /** Accounts that wrote any of it. */
  readonly authors: readonly string[];
  readonly sentBy: string | null;
  readonly signedForUs: string;
  readonly signedForThem: string;
  readonly signedOn: LocalDate | null;
  readonly confirmedBy: string | null;
  readonly afterEnd: string;
  readonly edition: number;
}

export interface AgreementTrace {
  readonly to: AgreementState;
  readonly at: Date;
  /** Null: the program, by the day. */
  readonly by: string | null;
  readonly words: string;
}

/** Whoever wrote or sent it does not confirm it. */
export const isAnothers = ({ authors, sentBy }: Pick<Agreement, 'authors' | 'sentBy'>, accountId: string): boolean =>
  sentBy !== accountId && !authors.includes(accountId);

const words = (field: string, typed: string, most: number, ask?: string): Fault[] =>
  typed === '' && ask
    ? [{ field, message: ask }]
    : typed.length > most
      ? [{ field, message: `Use at most ${most} characters. This has ${typed.length}.` }]
      : [];

const askedDay: Readonly<Record<string, string>> = {
  starts_on: 'Enter its first day, with day, month and year.',
  ends_on: 'Enter its last day, with day, month and year.',
  review_on: 'Enter by which day it is looked at again.',
  signed_on: 'Enter the day of the last signature.',
};

const day = (field: keyof typeof askedDay & string, typed: string, within: (date: LocalDate) => string | null): Fault[] => {
  const wrong = isLocalDate(typed) ? within(typed) : (askedDay[field] ?? '');
  return wrong === null ? [] : [{ field, message: wrong }];
};

const lastDay = (typed: string, first: LocalDate): Fault[] =>
  day('ends_on', typed, (date) =>
    date <= first ? 'The last day comes after the first.' : date > addDays(first, furthest) ? 'Choose a last day within ten years.' : null,
  );

const reviewDay = (typed: string, first: LocalDate, last: string): Fault[] =>
  day('review_on', typed, (date) =>
    date <= first
      ? 'It is looked at again after its first day.'
      : isLocalDate(last) && date > last
        ? 'Look at it again before it ends.'
        : null,
  );

/** Every fault of the terms. `organisations` are the ids that may be chosen. A draft may leave the paper’s reference until it is signed. */
export function termFaults(typed: Terms, organisations: readonly string[]): Fault[] {
  const first = isLocalDate(typed.starts_on) ? typed.starts_on : null;
  return [
    ...words('name', typed.name, longestName, 'Give it a name that people recognise.'),
    ...(organisations.includes(typed.organisation) ? [] : [{ field: 'organisation', message: 'Choose with whom.' }]),
    ...(purposeCodes.includes(typed.purpose) ? [] : [{ field: 'purpose', message: 'Choose what it is for.' }]),
    ...(bases.some((basis) => basis === typed.basis) ? [] : [{ field: 'basis', message: 'Choose on what ground.' }]),
    ...words('security', typed.security, longestWords, 'Say how they keep it safe.'),
    ...words('retention', typed.retention, longestWords, 'Say how long they keep it.'),
    ...day('starts_on', typed.starts_on, () => null),
    ...(first ? lastDay(typed.ends_on, first) : day('ends_on', typed.ends_on, () => null)),
    ...(first ? reviewDay(typed.review_on, first, typed.ends_on) : day('review_on', typed.review_on, () => null)),
    ...words('document', typed.document, longestReference),
  ];
}

const signatures = (typed: Signing, today: LocalDate): Fault[] => [
  ...words('signed_for_us', typed.signed_for_us, longestName, 'Say who signed for us.'),
  ...words('signed_for_them', typed.signed_for_them, longestName, 'Say who signed for them.'),
  ...day('signed_on', typed.signed_on, (date) => (date > today ? 'It was signed today or before.' : null)),
  ...words('document', typed.document, longestReference, 'Say where the signed paper is.'),
];

export const signingFaults = signatures;

/** `before`: the day it was signed last. */
export const renewalFaults = (typed: Renewal, today: LocalDate, before: LocalDate | null): Fault[] => [
  ...signatures(typed, today),
  ...(typed.signed_on !== '' && typed.signed_on === before
    ? [{ field: 'signed_on', message: 'Enter the day of the new signatures.' }]
    : []),
  ...lastDay(typed.ends_on, today),
  ...reviewDay(typed.review_on, today, typed.ends_on),
];

export const endingFaults = (typed: Ending): Fault[] => [
  ...words('reason', typed.reason, longestWords, 'Say why it ends.'),
  ...words('after_end', typed.after_end, longestWords, 'Say what happens to what was shared.'),
];

export const reasonFaults = (reason: string): Fault[] => words('reason', reason, longestWords, 'Say what is to be put right.');
