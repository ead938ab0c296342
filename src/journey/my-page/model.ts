// The words of a person's own page: what happens next in one sentence with one date, how their scores are opened, what stands beside their plan. Pure.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { firstName, saidDate, saidDay, saidDayAndTime, saidTime } from '../../platform/said.ts';
import type { Enrolment } from '../pathways/model.ts';
import type { GoalStep, Plan } from '../plans/model.ts';
import type { SupportSession } from '../sessions/model.ts';

/** Everything that decides what happens next. */
export interface Situation {
  readonly now: Date;
  /** Appointments still to come, the next first. */
  readonly ahead: readonly SupportSession[];
  /** Support that has not ended. */
  readonly support: Enrolment | null;
  /** The newest request, in the words the front door has for its state; null once support has begun or nothing was asked. */
  readonly request: string | null;
  /** When their worker gets in touch to find another time. */
  readonly inTouchBy: Date | null;
  readonly ended: { readonly on: LocalDate; readonly backUntil: LocalDate | null } | null;
}

export interface WhatNext {
  readonly sentence: string;
  readonly detail?: string;
  /** What can be done about it here. */
  readonly way?: 'answer' | 'come back' | 'ask';
}

/** 'today at 2pm', 'tomorrow at 9:30am', 'on Friday 4 Dec at 2pm' */
export function saidNear(at: Date, now: Date): string {
  const days = Math.round((Date.parse(localDate(at)) - Date.parse(localDate(now))) / 86_400_000);
  return days === 0 ? `today at ${saidTime(at)}` : days === 1 ? `tomorrow at ${saidTime(at)}` : `on ${saidDayAndTime(at)}`;
}

/** One sentence, one date, whoever it is about. */
export function whatNext({ now, ahead, support, request, inTouchBy, ended }: Situation): WhatNext {
  const [next] = ahead;
  if (next) return { sentence: `You meet ${firstName(next.workerName)} ${saidNear(next.startsAt, now)}.`, way: 'answer' };
  if (request && !support) return { sentence: request };
  if (support) return { sentence: withoutAppointment(support, inTouchBy) };
  if (ended?.backUntil)
    return {
      sentence: `You can come back until ${saidDate(ended.backUntil)}.`,
      detail: `Your support ended on ${saidDate(ended.on)}. We kept what you told us, so there is no new form.`,
      way: 'come back',
    };
  if (ended)
    return {
      sentence: 'You can ask for help again at any time.',
      detail: `Your support ended on ${saidDate(ended.on)}. We kept what you told us.`,
      way: 'ask',
    };
  return { sentence: 'Nothing is planned at the moment.', detail: 'You can ask for help at any time.', way: 'ask' };
}

function withoutAppointment(support: Enrolment, inTouchBy: Date | null): string {
  const who = support.keyWorkerName ? firstName(support.keyWorkerName) : `The ${support.teamName}`;
  if (inTouchBy) return `Nothing booked yet. ${who} gets in touch by ${saidDay(inTouchBy)}.`;
  if (support.state === 'paused') return 'Your support is paused. We look again together.';
  if (support.state === 'waiting') return 'We are finding you a place.';
  return `Nothing booked yet. ${who} gets in touch to find a time.`;
}

/** A sentence about where the plan is, for the person. */
export function planNow(plan: Plan, worker: string, today: LocalDate): string {
  const together = plan.agreedOn ? ` on ${saidDate(plan.agreedOn)}` : '';
  switch (plan.state) {
    case 'draft':
      return plan.number > 1
        ? `You and ${worker} are looking at it again. This is the draft; the version before is still here.`
        : `A draft that you and ${worker} can both change.`;
    case 'shared':
      return `${worker} asks you to check that it says what you mean.`;
    case 'agreed':
      return `You agreed it together${together}.${again(plan, today)}`;
    case 'agreed_with_differences':
      return `You agreed it${together}, and both voices are kept.${again(plan, today)}`;
    case 'under_review':
      return 'It is time to look at it again.';
    case 'superseded':
      return `An older version${plan.agreedOn ? `, agreed on ${saidDate(plan.agreedOn)}` : ''}. It stays here for you to read.`;
    case 'not_wanted':
      return 'No plan for now, and that is fine.';
  }
}

const again = ({ reviewOn }: Plan, today: LocalDate): string =>
  !reviewOn ? '' : reviewOn < today ? ' It is time to look at it again together.' : ` You look at it again by ${saidDate(reviewOn)}.`;

/** What is to be done and by when. A day that has passed presses nobody about their own step; ours stays a promise. */
export const stepWords = ({ what, byOn, doneOn, owner }: GoalStep, today: LocalDate): string =>
  !byOn || doneOn || (byOn < today && owner === 'person') ? what : `${what}, ${byOn < today ? 'promised for' : 'by'} ${saidDay(byOn)}`;

const question = 'How does this fit?';

/** A finding that got worse begins with the question instead of ending with it (S17). */
export const openedGently = (finding: string): { readonly asks: string | null; readonly finding: string } =>
  finding.endsWith(question) ? { asks: question, finding: finding.slice(0, -question.length).trim() } : { asks: null, finding };
