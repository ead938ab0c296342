// The words of the front door: a referral’s states and who may move it, what every door hands in, and what is kept while somebody is still writing.
// The questions are in questions.ts and professional-questions.ts; what people read is in texts.ts.
import type { Lifecycle, Mover } from '../../platform/lifecycle.ts';
import type { NewPerson } from '../people/model.ts';
import type { AnswerCategory } from './question.ts';

export const referralStates = [
  'draft',
  'submitted',
  'in_triage',
  'waiting_info',
  'unreachable',
  'decided',
  'handed_over',
  'closed',
  'withdrawn',
  'merged',
] as const;
export type ReferralState = (typeof referralStates)[number];

const anyDoor: readonly Mover[] = ['PER', 'CAR', 'REF', 'TRI', 'HOST', 'CO_HUB', 'CO_VOLUNTEERS'];
const receivingTeam: readonly Mover[] = ['KW', 'CO_HUB', 'CO_VOLUNTEERS', 'PAR'];
const whole =
  'who it is for; one safe contact or “I will contact you”; something about what is happening; the safety question answered or skipped; from a professional: agreement, or the lawful reason without it';
const openDoor = 'You can come back any time.';

/** Workflows §4.1. There is no rejected state. What is kept before sending is a door draft, so most referrals begin as submitted. */
export const referralLifecycle: Lifecycle<ReferralState> = {
  name: 'referral',
  states: referralStates,
  transitions: [
    { from: null, to: 'draft', by: anyDoor, personSees: 'Saved. Use this code to come back.' },
    ...([null, 'draft'] as const).map((from) => ({
      from,
      to: 'submitted' as const,
      by: [...anyDoor, 'SYS' as const],
      needs: whole,
      starts: ['ACK', 'TRIAGE', 'RESPONSE', 'WHOLEWAIT'],
      personSees: 'We have it. By [date] you will hear from [team].',
    })),
    {
      from: 'submitted',
      to: 'in_triage',
      by: ['TRI'],
      needs: 'identity outcome: linked, new or undecided',
      personSees: '[Name] is reading what you told us.',
    },
    {
      from: 'in_triage',
      to: 'waiting_info',
      by: ['TRI'],
      needs: 'question, who is asked, due date',
      personSees: 'We asked [person] one thing. We carry on meanwhile.',
    },
    {
      from: 'waiting_info',
      to: 'in_triage',
      by: ['REF', 'PER', 'SYS'],
      needs: 'answer, or due date passed',
      personSees: '[Name] is reading what you told us.',
    },
    {
      from: 'in_triage',
      to: 'unreachable',
      by: ['TRI'],
      needs: '3 tries on 2 channels, a letter where safe, the referrer told',
      personSees: 'We have tried to reach you. Call or write when you are ready.',
    },
    {
      from: 'unreachable',
      to: 'in_triage',
      by: ['PER', 'REF', 'TRI'],
      needs: 'contact or a new fact',
      personSees: 'Thank you for coming back.',
    },
    ...(['in_triage', 'unreachable'] as const).map((from) => ({
      from,
      to: 'decided' as const,
      by: ['TRI', 'SNR'] as const,
      needs: 'a confirmed triage decision; after no contact and with a safety concern, by a senior',
      stops: ['TRIAGE'],
      personSees: 'The offer, who, by when.',
    })),
    {
      from: 'decided',
      to: 'handed_over',
      by: receivingTeam,
      needs: 'a named worker accepts',
      stops: ['ACCEPT'],
      personSees: '[Worker] at [team] will contact you by [date].',
    },
    {
      from: 'decided',
      to: 'in_triage',
      by: ['TRI', ...receivingTeam],
      needs: 'why the offer did not work out, without blame',
      withReason: true,
      starts: ['TRIAGE'],
      personSees: 'We are finding a better fit. You do not start again.',
    },
    {
      from: 'handed_over',
      to: 'closed',
      by: ['SYS', 'KW'],
      needs: 'enrolment started or advice completed; the referrer told',
      personSees: 'What comes next is on your page.',
    },
    ...(['draft', 'submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided', 'handed_over'] as const).map((from) => ({
      from,
      to: 'withdrawn' as const,
      by: ['PER', 'REF'] as const,
      needs: 'from a referrer: the person’s agreement; with an open safety concern somebody tries to speak to them first',
      stops: ['ACK', 'TRIAGE', 'RESPONSE', 'WHOLEWAIT', 'ACCEPT'],
      personSees: openDoor,
    })),
    ...(['submitted', 'in_triage'] as const).map((from) => ({
      from,
      to: 'merged' as const,
      by: ['TRI'] as const,
      needs: 'decided to be the same person; the earliest date of receipt is kept; can be undone',
      personSees: 'We put what you told us together with what we already had.',
    })),
    ...(['closed', 'withdrawn'] as const).map((from) => ({
      from,
      to: 'in_triage' as const,
      by: ['PER', 'REF', 'KW'] as const,
      needs: 'within the re-entry period; no new form',
      starts: ['TRIAGE', 'RESPONSE', 'WHOLEWAIT'],
      personSees: 'Welcome back. We kept what you told us.',
    })),
  ],
};

export const answerStatuses = ['answered', 'declined', 'not_known', 'not_asked'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** One answer as it is kept: not asked, asked and declined, and not known are three different things. */
export interface NewAnswer {
  readonly question: string;
  readonly category: AnswerCategory;
  readonly status: AnswerStatus;
  readonly words: string;
  readonly codes: readonly string[];
}

/** The task of whoever is on duty to make contact today. */
export const toMakeContact = 'safety.answer';

/** The kind of a task to look at a referral whose person could not be reached. */
export const notReached = 'referral.unreachable';

export type ReferralKind = 'self' | 'carer' | 'professional' | 'imported';

/** Who refers, when it is not the person: what they told us of themselves. */
export interface Referrer {
  readonly name: string;
  readonly job: string;
  readonly organisation: string;
  readonly phone: string;
  /** '' where none was given. */
  readonly email: string;
  /** Set when they are signed in. Without it an account is found or made by e-mail, and nobody is told which. */
  readonly accountId?: string | null;
}

/** What every door hands in; see `submitReferral`. */
export interface NewReferral {
  /** A code of the list `door`. */
  readonly door: string;
  readonly kind: ReferralKind;
  /** Language in which it was written. */
  readonly language: string;
  readonly person: NewPerson;
  readonly answers: readonly NewAnswer[];
  readonly referrer?: Referrer;
  /** Blueprint code of the service asked for; the place’s own front door where none is named. */
  readonly service?: string;
  readonly urgencyAsked?: string;
  readonly agreement: 'own' | 'agreed' | 'without_agreement';
  readonly agreementReason?: string;
  /** They, or somebody close to them, work for one of these services: the record is kept to those who are named (S14.4). */
  readonly restricted?: boolean;
  /** For imports: when the first service received it. Clocks count from here. */
  readonly receivedAt?: Date;
}

export interface SubmittedReferral {
  readonly referralId: string;
  /** The reference people read out. */
  readonly number: number;
  readonly personId: string;
  readonly decideBy: Date;
}

export type DraftKind = 'self' | 'for_someone_else';

/** What one page of questions holds while somebody is still writing: as typed, and the draft’s version when it was last written. */
export interface PageAnswers {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly skipped: boolean;
  readonly version: number;
  /** The day on which they told us this in an earlier request; until they save the page again. */
  readonly toldOn?: string;
}
export type DoorAnswers = Readonly<Record<string, PageAnswers>>;

export interface DoorDraft {
  readonly kind: DraftKind;
  readonly language: string;
  readonly answers: DoorAnswers;
  readonly version: number;
  readonly savedAt: Date;
  readonly endsAt: Date;
  /** They pressed “Exit this page” and nobody has entered the code since. */
  readonly left: boolean;
  /** Set once it was sent: the code then opens what happens next. */
  readonly referralId: string | null;
}
