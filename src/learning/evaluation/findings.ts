// Sentences over charts about groups, made from the same numbers the charts draw. They state direction, size, certainty and people, and
// never a cause: a service “went with” a change, it did not bring it about.
import { counted, listed, percentage, plainNumber } from '../../platform/numbers.ts';

export type Interval = readonly [lower: number, upper: number];

/** A difference is called clear only if its interval leaves zero out. */
export const isClear = ([lower, upper]: Interval): boolean => lower > 0 || upper < 0;

const points = (size: number): string => {
  const printed = plainNumber(Math.abs(size), 1);
  return `${printed} ${printed === '1' ? 'point' : 'points'}`;
};

const ofHundred = (share: number): string => plainNumber(share * 100);

export interface WaitingNumbers {
  /** What the wait is for, after “have” or “had”: “a first meeting”. */
  readonly waitFor: string;
  /** Days by which half had it; null when not reached. */
  readonly median: number | null;
  readonly medianBefore?: number | null;
  /** “the year before”. */
  readonly before?: string;
}

/** “Half the people now have a first meeting within 20 days. It was 35 the year before.” */
export function waitingFinding({ waitFor, median, medianBefore, before = 'the year before' }: WaitingNumbers): string {
  const now =
    median === null
      ? `Fewer than half the people have had ${waitFor} so far.`
      : `Half the people now have ${waitFor} within ${counted(median, 'day', 'days')}.`;
  if (medianBefore === undefined) return now;
  if (medianBefore === null) return `${now} Fewer than half had it ${before}.`;
  return median === medianBefore ? `${now} It was the same ${before}.` : `${now} It was ${plainNumber(medianBefore)} ${before}.`;
}

export interface PromiseNumbers {
  readonly promise: number;
  readonly waitFor: string;
  /** Shares that had it by the promised day, 0 to 1. */
  readonly met: number;
  readonly metBefore?: number;
  /** Interval of met − metBefore. */
  readonly difference?: Interval;
}

/** “By day 28, our promise, 74 of every 100 people had a first meeting. It was 35 before. The difference is 39, likely between 23 and 56.” */
export function promiseFinding({ promise, waitFor, met, metBefore, difference }: PromiseNumbers): string {
  const now = `By day ${plainNumber(promise)}, our promise, ${ofHundred(met)} of every 100 people had ${waitFor}.`;
  if (metBefore === undefined) return now;
  const was = `${now} It was ${ofHundred(metBefore)} before.`;
  if (!difference) return was;
  const range = likely(difference, (value) => ofHundred(value));
  return isClear(difference)
    ? `${was} The difference is ${ofHundred(Math.abs(met - metBefore))}, ${range}.`
    : `${was} That is no clear difference: ${range}.`;
}

/** Both ends of an interval as sizes when they share a sign, so that a fall “between 4 and 18” needs no minus signs. */
function likely([lower, upper]: Interval, print: (value: number) => string): string {
  const ends = upper <= 0 ? [-upper, -lower] : [lower, upper];
  return `likely between ${print(ends[0] ?? 0)} and ${print(ends[1] ?? 0)}`;
}

/** “Of every 100 people who started, 12 left before a first meeting.” `who` and `did` are configured words. */
export const ofEveryHundred = ({ share, who, did }: { readonly share: number; readonly who: string; readonly did: string }): string =>
  `Of every 100 ${who}, ${ofHundred(share)} ${did}.`;

export interface GroupChangeNumbers {
  /** “wellbeing”. */
  readonly about: string;
  /** last − first as printed on the chart’s axis. */
  readonly difference: number;
  readonly interval: Interval;
  readonly better: 'higher' | 'lower';
}

/** “On average, wellbeing rose 12.9 points, likely between 9.6 and 16.1.” */
export function groupChangeFinding({ about, difference, interval, better }: GroupChangeNumbers): string {
  const range = likely(interval, (value) => plainNumber(value, 1));
  if (!isClear(interval))
    return `On average, ${about} shows no clear change: ${points(difference)} ${difference < 0 ? 'down' : 'up'}, ${range}.`;
  const direction = difference > 0 ? 'rose' : 'fell';
  const worse = difference > 0 !== (better === 'higher') ? ' That is a change for the worse.' : '';
  return `On average, ${about} ${direction} ${points(difference)}, ${range}.${worse}`;
}

/** Where a group’s mean stands against a norm, by its interval. */
export type Standing = 'above' | 'below' | 'close to';

export const standing = ([lower, upper]: Interval, norm: number): Standing =>
  lower > norm ? 'above' : upper < norm ? 'below' : 'close to';

/** “On average, people arrived below adults in England and left above them.” `population` is the norm’s own name. */
export function normFinding({
  arrived,
  left,
  norm,
  population,
}: {
  readonly arrived: Interval;
  readonly left: Interval;
  readonly norm: number;
  readonly population: string;
}): string {
  const [from, to] = [standing(arrived, norm), standing(left, norm)];
  return from === to
    ? `On average, people arrived and left ${from} ${population}.`
    : `On average, people arrived ${from} ${population} and left ${to} them.`;
}

/** “79% of people who left have both scores.” Stated before any outcome. */
export const returnFinding = (share: number, who = 'people who left'): string => `${percentage(share)} of ${who} have both scores.`;

export interface GroupDifference {
  readonly group: string;
  /** Against everyone else, in days, positive when longer. null when hidden. */
  readonly difference: number | null;
  readonly interval: Interval | null;
}

/** “One clear gap: Black people waited 10 days longer for a first meeting than everyone else (4 to 18).” Hidden groups are not counted. */
export function fairnessFinding(groups: readonly GroupDifference[], waitFor: string): string {
  const compared = groups.flatMap(({ group, difference, interval }) =>
    difference === null || interval === null ? [] : [{ group, difference, interval }],
  );
  const clear = compared.filter(({ interval }) => isClear(interval));
  const comparisons = `We made ${counted(compared.length, 'comparison', 'comparisons')}.`;
  if (compared.length === 0) return 'There are too few people to compare groups.';
  if (clear.length === 0) return `No group waited clearly longer or shorter for ${waitFor} than everyone else. ${comparisons}`;
  const [only] = clear;
  if (clear.length > 3) return `${plainNumber(clear.length)} groups differ clearly in waiting for ${waitFor}. ${comparisons}`;
  if (clear.length > 1 || !only) {
    return `${plainNumber(clear.length)} clear gaps in waiting for ${waitFor}: ${listed(clear.map(({ group }) => group))}. ${comparisons}`;
  }
  return `One clear gap: ${only.group} waited ${gapInDays(only.difference, only.interval)} for ${waitFor} than everyone else. ${comparisons}`;
}

/** “10 days longer (4 to 18)”, “No clear difference”. */
export function gapInWords({ difference, interval }: Pick<GroupDifference, 'difference' | 'interval'>): string {
  if (difference === null || interval === null) return 'Small number, hidden to protect people';
  return isClear(interval) ? gapInDays(difference, interval) : 'No clear difference';
}

function gapInDays(difference: number, [lower, upper]: Interval): string {
  const ends = difference < 0 ? [-upper, -lower] : [lower, upper];
  return `${counted(Math.abs(difference), 'day', 'days')} ${difference < 0 ? 'shorter' : 'longer'} (${plainNumber(ends[0] ?? 0)} to ${plainNumber(ends[1] ?? 0)})`;
}

export interface SeriesNumbers {
  /** “Nights in hospital”, “a month”. */
  readonly what: string;
  readonly per: string;
  readonly mean: number;
  /** Mean of the section before the last step change, if there was one. */
  readonly meanBefore?: number;
  /** “evening visits and the café link started”, as the person wrote it. */
  readonly step?: string;
  readonly latest: 'improvement' | 'concern' | 'neutral' | null;
  /** Too few points for limits. */
  readonly runChart: boolean;
}

const latestWords = {
  improvement: 'The latest point is better than usual variation.',
  concern: 'The latest point is worse than usual variation.',
  neutral: 'The latest point is outside usual variation.',
} as const;

/** “Nights in hospital average 27 a month. Before evening visits began it was 46. The latest point is within usual variation.” */
export function seriesFinding({ what, per, mean, meanBefore, step, latest, runChart }: SeriesNumbers): string {
  const now = `${what} average ${plainNumber(mean)} ${per}.`;
  const before = meanBefore === undefined ? '' : `${step ? `Before ${step} it` : 'Before that it'} was ${plainNumber(meanBefore)}.`;
  const last = runChart
    ? 'There are too few points to say what is usual.'
    : latest
      ? latestWords[latest]
      : 'The latest point is within usual variation.';
  return [now, before, last].filter(Boolean).join(' ');
}

/** “52 of every 100 people who left moved somewhere more independent, likely between 39 and 65.” */
export const shareFinding = ({
  share,
  interval,
  who,
  did,
}: {
  readonly share: number;
  readonly interval: Interval;
  readonly who: string;
  readonly did: string;
}): string => `${ofHundred(share)} of every 100 ${who} ${did}, ${likely(interval, ofHundred)}.`;
