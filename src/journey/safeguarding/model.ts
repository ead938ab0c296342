// The words of safeguarding: a concern, its states and who may move it (workflows §4.10), when the safeguarding hub’s first decision is due, and how much time is left.
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { Lifecycle, Mover } from '../../platform/lifecycle.ts';
import { counted } from '../../platform/numbers.ts';
import { saidDayAndTime } from '../../platform/said.ts';
import { afterOpenHours, openTimeBetween } from './hub-hours.ts';

export const concernStates = [
  'raised',
  'with_manager',
  'not_progressed',
  'sent',
  'acknowledged',
  'initial_decision',
  'screening',
  'final_decision',
  'feedback_given',
  'closed',
] as const;
export type ConcernState = (typeof concernStates)[number];

/** Everybody who meets people. */
export const raisers = [
  'TRI',
  'SNR',
  'KW',
  'CO_VOLUNTEERS',
  'CO_HUB',
  'VOL',
  'HOST',
  'HOU',
  'EMP',
  'SG',
  'MGR',
] as const satisfies readonly Mover[];
const lead: readonly Mover[] = ['SG'];
const leadOrManager: readonly Mover[] = ['SG', 'MGR'];

export const concernLifecycle: Lifecycle<ConcernState> = {
  name: 'safeguarding_concern',
  states: concernStates,
  transitions: [
    {
      from: null,
      to: 'raised',
      by: raisers,
      needs: 'fact and opinion apart; who may be harmed; what makes it safe now; their view, or why not asked; whether they were told',
      starts: ['SAFEG'],
    },
    { from: 'raised', to: 'with_manager', by: leadOrManager, needs: 'it was read' },
    {
      from: 'with_manager',
      to: 'not_progressed',
      by: leadOrManager,
      withReason: true,
      needs: 'for an adult which of the three tests is not met; another action and its owner',
      stops: ['SAFEG'],
      personSees: 'What will happen instead.',
    },
    {
      from: 'with_manager',
      to: 'sent',
      by: lead,
      needs: 'the level; agreement, or the lawful reason without; a copy; told unless unsafe',
      stops: ['SAFEG'],
      starts: ['MASH'],
    },
    { from: 'sent', to: 'acknowledged', by: lead, needs: 'the receipt' },
    { from: 'sent', to: 'with_manager', by: lead, withReason: true, needs: 'the hub gave it back', stops: ['MASH'], starts: ['SAFEG'] },
    { from: 'acknowledged', to: 'initial_decision', by: lead, needs: 'the decision; why, where the level changed', stops: ['MASH'] },
    { from: 'initial_decision', to: 'screening', by: lead, needs: 'who screens' },
    // Where the first decision asks for no screening, there is nothing more to wait for.
    {
      from: 'initial_decision',
      to: 'feedback_given',
      by: lead,
      needs: 'a first decision without screening; the outcome told to whoever raised it',
    },
    { from: 'screening', to: 'final_decision', by: lead, needs: 'the decision' },
    {
      from: 'final_decision',
      to: 'feedback_given',
      by: lead,
      needs: 'the outcome told to whoever raised it; for an adult how it was for them',
    },
    { from: 'feedback_given', to: 'closed', by: leadOrManager, needs: 'a plan or a day to look again' },
  ],
};

/** First decisions after which the hub screens. */
export const asksForScreening: ReadonlySet<string> = new Set(['csc_screen', 'eh_screen']);

/** With the safeguarding hub and not decided for good. */
export const withHub: ReadonlySet<ConcernState> = new Set(['sent', 'acknowledged', 'initial_decision', 'screening']);
export const withUs: ReadonlySet<ConcernState> = new Set(['raised', 'with_manager']);
export const over: ReadonlySet<ConcernState> = new Set(['not_progressed', 'closed']);

export const stateWords: Readonly<Record<ConcernState, string>> = {
  raised: 'Waits to be read here',
  with_manager: 'Being decided here',
  not_progressed: 'Helped in another way',
  sent: 'Sent, no receipt yet',
  acknowledged: 'Waits for the first decision',
  initial_decision: 'First decision made',
  screening: 'Being screened',
  final_decision: 'Decided, feedback is due',
  feedback_given: 'Feedback given, to be closed',
  closed: 'Closed',
};

export type Route = 'adult' | 'child';

export interface Concern {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** As it is known: a year, a month or a day. */
  readonly born: string | null;
  readonly state: ConcernState;
  readonly route: Route;
  readonly concerns: readonly string[];
  readonly about: string;
  readonly level: string | null;
  readonly raisedAt: Date;
  readonly raisedBy: string | null;
  readonly raisedById: string | null;
  readonly decideBy: Date;
  readonly sentAt: Date | null;
  readonly receiptBy: Date | null;
  readonly firstDecisionBy: Date | null;
  readonly initialDecision: string | null;
  readonly initialDecidedAt: Date | null;
  readonly finalBy: Date | null;
  readonly hubReferralId: string | null;
  readonly hubOwner: string | null;
  readonly hubAcceptBy: Date | null;
  readonly hubAccepted: boolean;
  readonly version: number;
}

type Level = SafeguardingHub['levels'][keyof SafeguardingHub['levels']];

/** The level of the hub’s own table; undefined for a code that it does not have. */
export const levelOf = (hub: Pick<SafeguardingHub, 'levels'>, code: string | null): Level =>
  Object.entries(hub.levels).find(([known]) => known === code)?.[1];

/** When a first decision at this level is due; null where the hub promises none. */
export function firstDecisionDue(hub: SafeguardingHub, level: string, sentAt: Date): Date | null {
  const found = levelOf(hub, level);
  if (!found) return null;
  return found.counted === 'as they pass' ? new Date(sentAt.getTime() + found.hours * 3_600_000) : afterOpenHours(sentAt, found.hours, hub);
}

/** When the final decision is due after a first one, in the hub’s hours. */
export function finalDue(hub: SafeguardingHub, decision: string, decidedAt: Date): Date | null {
  const hours = Object.entries(hub.finalWithin).find(([code]) => code === decision)?.[1];
  return hours === undefined ? null : afterOpenHours(decidedAt, hours, hub);
}

export interface TimeLeft {
  readonly due: Date;
  readonly over: boolean;
  /** '3 hours of its hours left', 'Over since Friday 20 Nov at 9am' */
  readonly words: string;
}

const minutesInWords = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes >= 60 ? counted(Math.floor(minutes / 60), 'hour', 'hours') : counted(Math.max(minutes, 1), 'minute', 'minutes');
};

/** What a concern waits for now, and by when; null where nobody promised a time. */
export function timeLeft(concern: Concern, hub: SafeguardingHub | undefined, now: Date): TimeLeft | null {
  const due = withUs.has(concern.state)
    ? concern.decideBy
    : concern.state === 'sent' || concern.state === 'acknowledged'
      ? concern.firstDecisionBy
      : concern.state === 'initial_decision' || concern.state === 'screening'
        ? concern.finalBy
        : null;
  if (!due) return null;
  if (due < now) return { due, over: true, words: `Over since ${saidDayAndTime(due)}` };
  const inHours = hub && withHub.has(concern.state) && levelOf(hub, concern.level)?.counted === 'in its hours';
  const left = inHours ? openTimeBetween(now, due, hub) : due.getTime() - now.getTime();
  return { due, over: false, words: `${minutesInWords(left)}${inHours ? ' of its working time' : ''} left` };
}

/** A person’s own words for what was decided about a day; kept here so that pages and copies say the same. */
export type Told = 'told' | 'not_yet' | 'unsafe';
export type Answer3 = 'yes' | 'no' | 'not_sure';
export type Answer4 = 'yes' | 'partly' | 'no' | 'not_asked';

/** All of one concern, for whoever decides it. */
export interface WholeConcern extends Concern {
  readonly teamId: string;
  readonly harmed: string;
  readonly saw: string;
  readonly opinion: string;
  readonly happenedOn: LocalDate | null;
  readonly happenedAt: string;
  readonly madeSafe: string;
  readonly personsView: string;
  readonly notAskedBecause: string;
  readonly told: Told;
  readonly notToldBecause: string;
  readonly needsCare: Answer3 | null;
  readonly mayBeAbused: Answer3 | null;
  readonly cannotProtect: Answer3 | null;
  readonly otherAction: string;
  readonly otherOwner: string | null;
  readonly levelBecause: string;
  readonly agreement: 'agreed' | 'without_agreement' | null;
  readonly agreementWords: string;
  readonly lawfulBasis: string | null;
  readonly copy: string;
  readonly acknowledgedAt: Date | null;
  readonly inTime: boolean | null;
  readonly screening: string;
  readonly finalDecision: string | null;
  readonly finalDecidedAt: Date | null;
  readonly feedback: string;
  readonly fedBackAt: Date | null;
  readonly wishesMet: Answer4 | null;
  readonly feelsSafer: Answer4 | null;
  readonly listenedTo: Answer4 | null;
  readonly reviewOn: LocalDate | null;
  readonly closing: string;
  readonly sharingId: string | null;
}
