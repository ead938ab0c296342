// Opening a record outside the usual reasons (S14.3): who may, for what, for how long, and where its review stands. Pure.

import { localDate } from '../../platform/clock.ts';
import { entriesOf } from '../../platform/codes/codes.ts';
import { addWorkingDays, instantOf } from '../../platform/due.ts';
import type { HeldRole } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import type { DataCategory } from '../access/model.ts';

/**
 * Who may, and for which codes of breakGlassReason. Information governance has no other way to a record: its cells of the matrix say so.
 * Clinicians and the safeguarding lead have whom they work with, and this for somebody in danger whom another team has.
 */
export const openers = {
  IG: ['rights', 'incident', 'legal', 'technical'],
  TRI: ['emergency', 'safeguarding', 'legal'],
  SNR: ['emergency', 'safeguarding', 'legal'],
  SG: ['safeguarding', 'emergency', 'legal'],
} as const satisfies Partial<Record<AccessRole, readonly string[]>>;

// The keys of an object are strings to the compiler.
export const openerRoles: readonly AccessRole[] = Object.keys(openers) as (keyof typeof openers)[];
/** Whoever looks at it afterwards; a manager only where their team had the record. */
export const reviewerRoles: readonly AccessRole[] = ['IG', 'MGR'];

const reasonsOf = (role: AccessRole): readonly string[] => Object.entries(openers).find(([opener]) => opener === role)?.[1] ?? [];

/** The codes that these roles may give, in the order of the list. */
export const reasonsFor = (held: readonly Pick<HeldRole, 'access'>[]): readonly string[] =>
  entriesOf('breakGlassReason')
    .map(({ code }) => code)
    .filter((code) => held.some(({ access }) => reasonsOf(access).includes(code)));

/** The role in which somebody opens for this reason; null where none of theirs may. */
export const roleFor = (held: readonly Pick<HeldRole, 'access'>[], reason: string): AccessRole | null =>
  openerRoles.find((role) => held.some(({ access }) => access === role) && reasonsOf(role).includes(reason)) ?? null;

/** '1' to the most that the place allows. */
export const hoursToChoose = (most: number): readonly string[] => Array.from({ length: most }, (_, at) => String(at + 1));

/** What may be asked for beside contact, which shows whose record it is. */
export const partsToChoose = [
  'story',
  'clinical',
  'safety',
  'offence',
  'housing',
  'work',
  'measures',
] as const satisfies readonly DataCategory[];

const workingDaysToReview = 5;
/** The end of the fifth working day. */
export const reviewByAfter = (opened: Date): Date => instantOf(addWorkingDays(localDate(opened), workingDaysToReview), '17:00');

export const shownOpenings = ['waiting', 'late', 'reviewed'] as const;
export type ShownOpenings = (typeof shownOpenings)[number];

/** By what somebody is looked for: exactly, so that nobody is found by trying. */
export type LookedFor =
  | { readonly by: 'nhs number'; readonly number: string }
  | { readonly by: 'name'; readonly given: string; readonly family: string; readonly born: string }
  | { readonly by: 'record'; readonly personId: string };

export interface AskedToOpen {
  readonly who: LookedFor;
  readonly reason: string;
  readonly words: string;
  readonly parts: readonly DataCategory[];
  readonly hours: number;
  /** Why telling the person now would be unsafe; '' where they may be told. */
  readonly notToldBecause: string;
}

export interface Opening {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly openedBy: string;
  readonly job: string;
  readonly role: AccessRole;
  readonly reason: string;
  readonly words: string;
  readonly categories: readonly string[];
  readonly openedAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly keptFromPerson: boolean;
  readonly notToldBecause: string;
  readonly reviewBy: Date;
  readonly finding: string | null;
  readonly findingWords: string;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  /** Only where the reader may read it anyway. */
  readonly personName: string | null;
}

/** When it ended, or will. */
export const closesAt = ({ endedAt, until }: Pick<Opening, 'endedAt' | 'until'>): Date => endedAt ?? until;

/** '2 hours 5 minutes', '1 minute', 'less than a minute' */
export function lengthInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  const said = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);
  return [said(hours, 'hour'), said(minutes % 60, 'minute')].filter(Boolean).join(' ') || 'less than a minute';
}
