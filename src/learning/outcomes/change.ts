// Where the thresholds of reliable and clinically significant change come from (Jacobson and Truax 1991), and counting their categories
// over a group. One person's category is worked out in journey/measures.
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { ChangeCategory, PersonChange } from '../../journey/measures/change.ts';
import type { Better } from '../../journey/measures/definition.ts';

/** SD of a difference that measurement error alone would give: SD × √2 × √(1 − reliability). */
export const deviationOfDifference = (deviation: number, reliability: number): number =>
  deviation * Math.SQRT2 * Math.sqrt(1 - reliability);

/** The change in units of measurement error; reliable beyond 1.96 (95%) or 1.645 (90%). */
export const reliableChangeIndex = (improvement: number, deviation: number, reliability: number): number =>
  improvement / deviationOfDifference(deviation, reliability);

/** The change in points beyond which it is reliable; `z` defaults to the two-sided value for `confidence`. */
export const reliableThreshold = (
  deviation: number,
  reliability: number,
  confidence: number,
  z: number = normalQuantile(1 - (1 - confidence) / 2, 0, 1),
): number => z * deviationOfDifference(deviation, reliability);

export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** The three cut-offs: a, two SD from the clinical mean; b, two SD from the general mean; c, between both, weighted by their spread. */
export function cutOffs(better: Better, clinical: Spread, general: Spread) {
  const towardsGeneral = better === 'lower' ? -1 : 1;
  return {
    a: clinical.mean + towardsGeneral * 2 * clinical.deviation,
    b: general.mean - towardsGeneral * 2 * general.deviation,
    c: (general.deviation * clinical.mean + clinical.deviation * general.mean) / (general.deviation + clinical.deviation),
  };
}

const none: Readonly<Record<ChangeCategory, number>> = {
  recovered: 0,
  improved: 0,
  crossed: 0,
  no_reliable_change: 0,
  deteriorated: 0,
};

/** How many people ended in each category, and how many of them started below the cut-off. */
export function countCategories(changes: readonly PersonChange[]) {
  const categories = { ...none };
  for (const { category } of changes) if (category) categories[category] += 1;
  return { people: changes.length, startedBelow: changes.filter(({ startedBelow }) => startedBelow).length, categories };
}
