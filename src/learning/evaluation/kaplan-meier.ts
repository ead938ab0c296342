// The share of people still waiting by day (Kaplan and Meier 1958), so that those who wait still count as well as those whose wait is over.
// Leaving before the event is shown by cumulative incidence, not dropped. Drawing, rounding for readers and sentences are left to others.
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** One wait: `event` ended it (a first meeting, a move), `left` means the person went first, `waiting` that it was not over on the last day seen. */
export interface Wait {
  readonly days: number;
  readonly outcome: 'event' | 'left' | 'waiting';
}

export interface WaitingStep {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  /** Still waiting after this day, 0 to 1. */
  readonly share: number;
  /** Greenwood’s standard error of the share; null where the share is 0. */
  readonly standardError: number | null;
  /** Log-log interval; null where the share is 0. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

export interface WaitingCurve {
  readonly people: number;
  readonly events: number;
  readonly left: number;
  /** One step for each day with an event, in order. */
  readonly steps: readonly WaitingStep[];
}

/** Shares are products of fractions: one this close to a boundary is on it. */
const dust = 1e-9;

/** Events come before censorings on the same day. People who left count as censored here, so state `cumulativeIncidence` beside it. */
export function waitingCurve(waits: readonly Wait[], confidence = 0.95): WaitingCurve {
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1);
  let share = 1;
  let greenwood = 0;
  const days = countByDay(waits).filter(({ event }) => event > 0);
  const steps = days.map(({ day, atRisk, event: events }): WaitingStep => {
    share = events === atRisk ? 0 : share * (1 - events / atRisk);
    greenwood += events / (atRisk * (atRisk - events));
    if (share === 0) return { day, atRisk, events, share, standardError: null, interval: null };
    const reach = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
    return {
      day,
      atRisk,
      events,
      share,
      standardError: share * Math.sqrt(greenwood),
      interval: [share ** Math.exp(reach), share ** Math.exp(-reach)],
    };
  });
  const count = (outcome: Wait['outcome']) => waits.filter((wait) => wait.outcome === outcome).length;
  return { people: waits.length, events: count('event'), left: count('left'), steps };
}

/** What happened on each day that somebody’s wait ended or was last seen, with how many were waiting that morning. */
export interface DayCount {
  readonly day: number;
  readonly atRisk: number;
  readonly event: number;
  readonly left: number;
  readonly waiting: number;
}

export function countByDay(waits: readonly Wait[]): readonly DayCount[] {
  const counts = new Map<number, Record<Wait['outcome'], number>>();
  for (const { days, outcome } of waits) {
    const count = counts.get(days) ?? { event: 0, left: 0, waiting: 0 };
    count[outcome] += 1;
    counts.set(days, count);
  }
  let atRisk = waits.length;
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([day, count]) => {
      const row = { day, atRisk, ...count };
      atRisk -= count.event + count.left + count.waiting;
      return row;
    });
}

/** People whose wait lasts to the start of this day or longer. */
export const peopleAtRisk = (waits: readonly Wait[], day: number): number => waits.filter(({ days }) => days >= day).length;

/** The step that holds on a day; null before the first event. */
export const stepAt = (curve: WaitingCurve, day: number): WaitingStep | null => curve.steps.findLast((step) => step.day <= day) ?? null;

export const shareWaiting = (curve: WaitingCurve, day: number): number => stepAt(curve, day)?.share ?? 1;

export interface WaitQuantile {
  /** The first day by which this share of people had the event; null when not reached. */
  readonly day: number | null;
  readonly interval: readonly [lower: number | null, upper: number | null];
}

/** `part` .5 is the median: the smallest day on which the share still waiting is 1 − part or less. */
export function waitQuantile(curve: WaitingCurve, part: number): WaitQuantile {
  const firstDay = (value: (step: WaitingStep) => number | null | undefined) =>
    curve.steps.find((step) => (value(step) ?? 1) <= 1 - part + dust)?.day ?? null;
  return {
    day: firstDay(({ share }) => share),
    interval: [firstDay(({ interval }) => interval?.[0]), firstDay(({ interval }) => interval?.[1])],
  };
}

/** Mean days waited up to a stated horizon: the area under the curve. */
export function restrictedMean(curve: WaitingCurve, horizon: number): number {
  const inside = curve.steps.filter(({ day }) => day < horizon);
  const ends = [...inside.slice(1).map(({ day }) => day), horizon];
  const first = inside[0]?.day ?? horizon;
  return inside.reduce((area, { day, share }, index) => area + share * ((ends[index] ?? horizon) - day), Math.min(first, horizon));
}

/** The last day on which at least `few` people remain: a curve is drawn no further. */
export function lastDayWith(waits: readonly Wait[], few = 5): number {
  const longest = waits.map(({ days }) => days).toSorted((a, b) => b - a);
  return longest[few - 1] ?? 0;
}

export interface WeeklyStep {
  readonly day: number;
  readonly share: number;
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** The curve at whole weeks only, from day 0, for readers who may not see people: steps of one day can be measured with a ruler. */
export function weeklySteps(curve: WaitingCurve, lastDay: number): readonly WeeklyStep[] {
  return Array.from({ length: Math.floor(lastDay / 7) + 1 }, (_, week) => {
    const step = stepAt(curve, week * 7);
    return { day: week * 7, share: step?.share ?? 1, interval: step ? step.interval : [1, 1] };
  });
}

export interface IncidenceStep {
  readonly day: number;
  /** Shares of everyone who started, 0 to 1: had the event, or left first, by this day. */
  readonly event: number;
  readonly left: number;
}

/** Aalen and Johansen: what had happened to everyone by each day, with leaving as a competing event. */
export function cumulativeIncidence(waits: readonly Wait[]): readonly IncidenceStep[] {
  let free = 1;
  let event = 0;
  let left = 0;
  return countByDay(waits)
    .filter((today) => today.event + today.left > 0)
    .map((today) => {
      event += (free * today.event) / today.atRisk;
      left += (free * today.left) / today.atRisk;
      free *= 1 - (today.event + today.left) / today.atRisk;
      return { day: today.day, event, left };
    });
}
