// The words of triage: a decision with its offers, their states and who may move them (lifecycle 4.2). There is no way to reject.
import type { Evaluation } from '../../platform/decisions/evaluation.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';

export const decisionStates = ['suggested', 'drafted', 'awaiting_countersign', 'confirmed', 'communicated', 'superseded'] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionLifecycle: Lifecycle<DecisionState> = {
  name: 'triage_decision',
  states: decisionStates,
  transitions: [
    {
      from: null,
      to: 'suggested',
      by: ['SYS', 'TRI', 'SNR'],
      needs: 'version of the rules, rows that fired, data used and missing; or that the rules failed',
    },
    { from: 'suggested', to: 'drafted', by: ['TRI', 'SNR'], needs: 'a response time, at least one offer with an owner, a reason' },
    { from: 'drafted', to: 'awaiting_countersign', by: ['SYS', 'TRI', 'SNR'], needs: 'a rule that asks for a second clinician' },
    { from: 'awaiting_countersign', to: 'drafted', by: ['SNR'], withReason: true },
    {
      from: 'drafted',
      to: 'confirmed',
      by: ['TRI', 'SNR'],
      needs: 'no rule asks for a second clinician; the version is the one that was read',
      stops: ['TRIAGE'],
    },
    { from: 'awaiting_countersign', to: 'confirmed', by: ['SNR'], needs: 'another person than the author', stops: ['TRIAGE'] },
    {
      from: 'confirmed',
      to: 'communicated',
      by: ['SYS', 'TRI', 'SNR'],
      needs: 'a message to the person by a safe way, or a task; one to the referrer',
      starts: ['ACCEPT'],
      personSees: 'What was decided, why, and what you can choose.',
    },
    { from: 'communicated', to: 'superseded', by: ['TRI', 'SNR'], withReason: true, needs: 'a new decision' },
  ],
};

/** The lists of the queue. “Everyone” leaves nobody out. */
export const queueFilters = ['everyone', 'mine', 'safety', 'countersign', 'waiting'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export const offerStates = ['drafted', 'sent', 'accepted', 'returned'] as const;
export type OfferState = (typeof offerStates)[number];

const receiving = ['KW', 'CO_HUB', 'CO_VOLUNTEERS', 'HOU', 'EMP', 'PAR', 'TRI', 'SNR'] as const;

export const offerLifecycle: Lifecycle<OfferState> = {
  name: 'offer',
  states: offerStates,
  transitions: [
    { from: null, to: 'drafted', by: ['TRI', 'SNR'] },
    { from: 'drafted', to: 'sent', by: ['TRI', 'SNR', 'SYS'], starts: ['ACCEPT'] },
    {
      from: 'sent',
      to: 'accepted',
      by: receiving,
      needs: 'a named worker',
      stops: ['ACCEPT'],
      personSees: '[Worker] at [team] will contact you by [date].',
    },
    { from: 'sent', to: 'returned', by: receiving, withReason: true, personSees: 'We are finding a better fit. You do not start again.' },
    { from: 'returned', to: 'sent', by: ['TRI', 'SNR'] },
  ],
};

/** One thing that can be offered first: to which team, how soon, and why the rules say so. */
export interface FirstStep {
  /** The rules behind it, joined: stable as long as the table's version is. */
  readonly id: string;
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly teamCode: string;
  readonly teamName: string;
  readonly responseCode: string;
  readonly responseWords: string;
  readonly gapGroup: 'G1' | 'G2' | 'G3' | null;
  readonly pathwayCode: string | null;
  readonly reason: string;
  readonly changes: string;
}

/** What the rules say for one referral. Failed rules leave the queue working, without a suggestion. */
export interface Suggestion {
  readonly table: string;
  readonly tableName: string;
  readonly version: string;
  readonly effectiveFrom: string;
  /** The suggested steps together; the first carries the response time. Empty when the rules failed. */
  readonly steps: readonly FirstStep[];
  readonly responseCode: string | null;
  readonly responseWords: string | null;
  readonly evaluation: Evaluation | null;
  readonly failed: string | null;
  /** A safety answer that a slower response must be countersigned for. */
  readonly safetyConcern: boolean;
}

export interface QueueItem {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly state: string;
  readonly name: string;
  readonly born: string | null;
  readonly door: string;
  readonly kind: string;
  readonly referrerName: string;
  readonly referrerOrganisation: string;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly language: string;
  readonly interpreter: string | null;
  readonly ownWords: string;
  readonly safetyAnswer: boolean;
  readonly possibleMatch: boolean;
  readonly safeContact: boolean;
  /** Somebody else asked, and they may not know of it. */
  readonly mayNotKnow: boolean;
  readonly readerName: string | null;
  readonly readerId: string | null;
  readonly awaitingCountersign: boolean;
  /** A second clinician would do otherwise, and said so. */
  readonly givenBack: boolean;
}

export interface OfferForTeam {
  readonly id: string;
  readonly personId: string;
  readonly referralId: string;
  readonly serviceCode: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly ownerName: string;
  readonly what: string;
  readonly noteToTeam: string;
  readonly state: OfferState;
  readonly acceptBy: Date;
  readonly version: number;
}
