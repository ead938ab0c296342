// XmR charts: which points of a series over time are more than its usual variation, and whether a target will be met (Wheeler; the rules
// of NHS England’s charts). Step changes are set by a person with a reason; this module never finds them by itself.
import { median } from '../outcomes/quantile.ts';
import { mean } from '../outcomes/sample.ts';

export interface XmrChoice {
  /** Which way is good; `neutral` signals are neither. */
  readonly better: 'up' | 'down' | 'neutral';
  /** Index of the first point of each new section, with who says so and why. */
  readonly steps?: readonly { readonly at: number; readonly reason: string; readonly by: string }[];
  /** Leaves out moving ranges beyond their own limit once, when the limits are worked out. Off by default. */
  readonly screening?: boolean;
  /** The least value possible, such as 0 for a count. */
  readonly minimum?: number;
}

export type XmrRule = 'outside a limit' | 'trend of 7' | 'two of three near a limit' | 'shift of 7';
export type XmrSignal = 'improvement' | 'concern' | 'neutral';

export interface XmrPoint {
  readonly value: number;
  /** null for the first point of a section. */
  readonly movingRange: number | null;
  readonly rule: XmrRule | null;
  readonly direction: 'high' | 'low' | null;
  readonly signal: XmrSignal | null;
}

export interface XmrLimits {
  /** null where the limit is under the least possible value: drawn at the minimum, used in no rule. */
  readonly lower: number | null;
  readonly upper: number;
  readonly movingRangeLimit: number;
  readonly meanMovingRange: number;
}

export interface XmrSection {
  readonly from: number;
  /** Index after the last point. */
  readonly to: number;
  readonly mean: number;
  readonly median: number;
  /** null for a run chart: too few points for limits. */
  readonly limits: XmrLimits | null;
  readonly reason: string | null;
}

export interface Xmr {
  readonly sections: readonly XmrSection[];
  readonly points: readonly XmrPoint[];
}

/** A series needs 15 points for limits, and each section of a stepped one 12. */
export const leastPoints = { series: 15, section: 12 } as const;
const runLength = 7;

export function xmr(values: readonly number[], choice: XmrChoice): Xmr {
  const starts = [{ at: 0, reason: null }, ...(choice.steps ?? []).toSorted((a, b) => a.at - b.at)];
  const sections = starts.map(({ at, reason }, index): XmrSection => {
    const to = starts[index + 1]?.at ?? values.length;
    const part = values.slice(at, to);
    const enough = values.length >= leastPoints.series && part.length >= leastPoints.section;
    return { from: at, to, mean: mean(part), median: median(part), limits: enough ? limitsOf(part, choice) : null, reason };
  });
  return { sections, points: sections.flatMap((section) => pointsOf(values.slice(section.from, section.to), section, choice)) };
}

const movingRanges = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));

/** Limits at mean ± 2.66 × mean moving range; moving-range limit at 3.267 × the mean before any screening. */
function limitsOf(values: readonly number[], { screening, minimum }: XmrChoice): XmrLimits {
  const ranges = movingRanges(values);
  const movingRangeLimit = 3.267 * mean(ranges);
  const kept = screening ? ranges.filter((range) => range < movingRangeLimit) : ranges;
  const meanMovingRange = kept.length > 0 ? mean(kept) : 0;
  const lower = mean(values) - 2.66 * meanMovingRange;
  return {
    lower: minimum !== undefined && lower < minimum ? null : lower,
    upper: mean(values) + 2.66 * meanMovingRange,
    movingRangeLimit,
    meanMovingRange,
  };
}

function pointsOf(values: readonly number[], section: XmrSection, { better }: XmrChoice): XmrPoint[] {
  const found = section.limits ? rules.map(({ rule, find }) => ({ rule, hits: find(values, section, section.limits) })) : [];
  return values.map((value, index) => {
    const first = found.find(({ hits }) => hits[index]);
    const direction = first?.hits[index] ?? null;
    return {
      value,
      movingRange: index === 0 ? null : Math.abs(value - (values[index - 1] ?? value)),
      rule: first?.rule ?? null,
      direction,
      signal: direction && (better === 'neutral' ? 'neutral' : (direction === 'high') === (better === 'up') ? 'improvement' : 'concern'),
    };
  });
}

type Hit = 'high' | 'low' | null;
type Find = (values: readonly number[], section: XmrSection, limits: XmrLimits | null) => Hit[];

const outside: Find = (values, _section, limits) =>
  values.map((value) => (limits && value > limits.upper ? 'high' : limits?.lower != null && value < limits.lower ? 'low' : null));

/** Six differences of one sign make seven points; an equal step breaks the run. */
const trend: Find = (values) =>
  runs(
    values,
    (value, before) => (before === undefined ? null : Math.sign(value - before)),
    (length) => length >= runLength - 1,
    1,
  );

const nearLimit: Find = (values, section, limits) => {
  const side = (value: number): Hit => (value > section.mean ? 'high' : value < section.mean ? 'low' : null);
  const near = (value: number): boolean => {
    if (!limits) return false;
    const limit = value > section.mean ? limits.upper : limits.lower;
    if (limit === null) return false;
    const away = Math.abs(value - section.mean);
    const reach = Math.abs(limit - section.mean);
    return away > (2 / 3) * reach && away <= reach;
  };
  const hits: Hit[] = values.map(() => null);
  for (let start = 0; start + 3 <= values.length; start += 1) {
    const three = values.slice(start, start + 3);
    const first = side(three[0] ?? section.mean);
    if (first === null || !three.every((value) => side(value) === first) || three.filter(near).length < 2) continue;
    three.forEach((value, index) => {
      if (near(value)) hits[start + index] = first;
    });
  }
  return hits;
};

/** Seven points on one side; a point on the mean breaks the run. */
const shift: Find = (values, section) =>
  runs(
    values,
    (value) => Math.sign(value - section.mean),
    (length) => length >= runLength,
    0,
  );

/** In order of precedence. */
const rules: readonly { rule: XmrRule; find: Find }[] = [
  { rule: 'outside a limit', find: outside },
  { rule: 'trend of 7', find: trend },
  { rule: 'two of three near a limit', find: nearLimit },
  { rule: 'shift of 7', find: shift },
];

/** Flags every point of a run of equal signs that is long enough, and `lead` points before it. */
function runs(
  values: readonly number[],
  signOf: (value: number, before: number | undefined) => number | null,
  enough: (length: number) => boolean,
  lead: number,
): Hit[] {
  const signs = values.map((value, index) => signOf(value, values[index - 1]));
  const hits: Hit[] = values.map(() => null);
  for (let start = 0; start < signs.length; ) {
    let end = start;
    while (end + 1 < signs.length && signs[end + 1] === signs[start]) end += 1;
    const sign = signs[start];
    if (sign && enough(end - start + 1)) hits.fill(sign > 0 ? 'high' : 'low', start - lead, end + 1);
    start = end + 1;
  }
  return hits;
}

/** Whether the usual variation will meet a target: always, never or sometimes. null for a run chart. */
export function assurance(
  section: XmrSection,
  target: number,
  better: 'up' | 'down',
  equality: 'strict' | 'inclusive' = 'strict',
): 'met' | 'not met' | 'hit and miss' | null {
  if (!section.limits) return null;
  const [low, high] = [section.limits.lower ?? Number.NEGATIVE_INFINITY, section.limits.upper];
  const below = target < low || (equality === 'inclusive' && target === low);
  const above = target > high || (equality === 'inclusive' && target === high);
  if (below) return better === 'up' ? 'met' : 'not met';
  if (above) return better === 'up' ? 'not met' : 'met';
  return 'hit and miss';
}
