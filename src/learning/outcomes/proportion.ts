// A share of people with Wilson’s score interval (Wilson 1927), which stays between 0 and 1 and is honest for small groups.
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number;
  readonly interval: readonly [lower: number, upper: number];
}

/** null when nobody is in the group. */
export function proportion(count: number, of: number, confidence = 0.95): Proportion | null {
  if (of === 0) return null;
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1);
  const share = count / of;
  const weight = 1 + z ** 2 / of;
  const centre = (share + z ** 2 / (2 * of)) / weight;
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return {
    count,
    of,
    share,
    interval: [count === 0 ? 0 : Math.max(0, centre - half), count === of ? 1 : Math.min(1, centre + half)],
  };
}
