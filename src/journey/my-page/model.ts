// The words of a person's own page: what happens next in one sentence with one date, how their scores are opened, what stands beside their plan. Pure.
import { daysBetween, type LocalDate, localDate } from '../../platform/clock.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { firstName } from '../../platform/said.ts';
import { personChange } from '../measures/change.ts';
import { onClinicalSide } from '../measures/definition.ts';
import type { MeasureSeries } from '../measures/series.ts';
import type { Enrolment } from '../pathways/model.ts';
import type { GoalStep, Plan } from '../plans/model.ts';
import type { SupportSession } from '../sessions/model.ts';
import type { OwnSpeech, OwnTexts } from './texts.ts';

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

/** What is said of a meeting today, tomorrow, and on any other day. */
interface SaidNear {
  readonly today: (facts: { readonly who: string; readonly time: string }) => string;
  readonly tomorrow: (facts: { readonly who: string; readonly time: string }) => string;
  readonly on: (facts: { readonly who: string; readonly day: string; readonly time: string }) => string;
}

/** 'You meet Siobhan tomorrow at 9:30am.' Today and tomorrow are days of the place. */
export function saidNear(
  says: SaidNear,
  { workerName, startsAt }: Pick<SupportSession, 'workerName' | 'startsAt'>,
  now: Date,
  speech: OwnSpeech,
): string {
  const days = Math.round((Date.parse(localDate(startsAt)) - Date.parse(localDate(now))) / 86_400_000);
  const facts = { who: firstName(workerName), time: speech.moments.time(startsAt) };
  return days === 0 ? says.today(facts) : days === 1 ? says.tomorrow(facts) : says.on({ ...facts, day: speech.moments.day(startsAt) });
}

/** One sentence, one date, whoever it is about. */
export function whatNext({ now, ahead, support, request, inTouchBy, ended }: Situation, speech: OwnSpeech): WhatNext {
  const { next: texts } = speech.texts;
  const { date } = speech.moments;
  const [next] = ahead;
  if (next) return { sentence: saidNear(texts.meet, next, now, speech), way: 'answer' };
  if (request && !support) return { sentence: request };
  if (support) return { sentence: withoutAppointment(support, inTouchBy, speech) };
  if (ended?.backUntil)
    return {
      sentence: texts.backUntil({ date: date(ended.backUntil) }),
      detail: texts.backDetail({ date: date(ended.on) }),
      way: 'come back',
    };
  if (ended) return { sentence: texts.askAgain, detail: texts.askDetail({ date: date(ended.on) }), way: 'ask' };
  return { sentence: texts.nothing, detail: texts.nothingDetail, way: 'ask' };
}

function withoutAppointment(support: Enrolment, inTouchBy: Date | null, { texts: { next }, moments }: OwnSpeech): string {
  const who = support.keyWorkerName ? firstName(support.keyWorkerName) : next.theTeam({ team: support.teamName });
  if (inTouchBy) return next.inTouchBy({ who, day: moments.day(inTouchBy) });
  if (support.state === 'paused') return next.paused;
  if (support.state === 'waiting') return next.waiting;
  return next.inTouch({ who });
}

/** A sentence about where the plan is, for the person. */
export function planNow(plan: Plan, who: string, today: LocalDate, { texts, moments }: OwnSpeech): string {
  const { now } = texts.plan;
  const date = plan.agreedOn ? moments.date(plan.agreedOn) : null;
  const again = !plan.reviewOn ? '' : plan.reviewOn < today ? now.again : now.againBy({ date: moments.date(plan.reviewOn) });
  const andAgain = (sentence: string): string => [sentence, again].filter(Boolean).join(' ');
  switch (plan.state) {
    case 'draft':
      return (plan.number > 1 ? now.draftAgain : now.draft)({ who });
    case 'shared':
      return now.shared({ who });
    case 'agreed':
      return andAgain(date ? now.agreedOn({ date }) : now.agreed);
    case 'agreed_with_differences':
      return andAgain(date ? now.bothVoicesOn({ date }) : now.bothVoices);
    case 'under_review':
      return now.review;
    case 'superseded':
      return date ? now.olderOn({ date }) : now.older;
    case 'not_wanted':
      return now.notWanted;
  }
}

/** By when a step is to be done, round what it is; null where no day is said. A day that has passed presses nobody about their own step; ours stays a promise. */
export function stepDay(
  { byOn, doneOn, owner }: GoalStep,
  today: LocalDate,
  { texts, moments }: OwnSpeech,
): ((what: string) => string) | null {
  if (!byOn || doneOn || (byOn < today && owner === 'person')) return null;
  const says = byOn < today ? texts.plan.steps.promised : texts.plan.steps.by;
  return (what) => says({ what, day: moments.day(byOn) });
}

const question = 'How does this fit?';

/** A finding that got worse begins with the question instead of ending with it (S17). */
export const openedGently = (finding: string): { readonly asks: string | null; readonly finding: string } =>
  finding.endsWith(question) ? { asks: question, finding: finding.slice(0, -question.length).trim() } : { asks: null, finding };

/** What happened between the first and the last score, in a language that is not English; the English finding says more of it. */
export function scoresSaid({ definition, readings }: Pick<MeasureSeries, 'definition' | 'readings'>, { scores }: OwnTexts) {
  const newest = readings.filter(({ version }) => version === readings.at(-1)?.version);
  const [first, last] = [newest[0], newest.at(-1)];
  if (!first || !last) return { asks: null, finding: scores.none };
  const value = (of: { readonly value: number }): string => plainNumber(of.value, 1);
  const cutOff = definition.cutOffs[0];
  const below = cutOff && onClinicalSide(definition.better, cutOff.value, last.value) === (definition.better === 'higher');
  const side = cutOff === undefined ? '' : below ? scores.below : scores.above;
  if (newest.length === 1) return { asks: null, finding: [scores.one({ value: value(first) }), side].filter(Boolean).join(' ') };
  const { category, improvement } = personChange(definition, first.value, last.value);
  const days = daysBetween(first.date, last.date);
  const time = days < 14 ? scores.days({ count: days }) : scores.weeks({ count: Math.round(days / 7) });
  const finding = [
    first.value === last.value ? scores.same({ time }) : scores.went({ first: value(first), last: value(last), time }),
    category === null ? '' : scores[sure[category]],
    side,
    first.language === last.language ? '' : scores.languages,
  ];
  return { asks: improvement < 0 ? scores.asks : null, finding: finding.filter(Boolean).join(' ') };
}

const sure = { recovered: 'better', improved: 'better', deteriorated: 'worse', crossed: 'unsure', no_reliable_change: 'unsure' } as const;
