// Student’s t for paired differences: the mean change with its interval.
import studentT from '@stdlib/stats-base-dists-t-cdf';
import studentTQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, standardDeviation } from './sample.ts';

export interface PairedT {
  readonly n: number;
  readonly mean: number;
  readonly interval: readonly [lower: number, upper: number];
  readonly degreesOfFreedom: number;
  /** null, like `p`, when every difference is the same. */
  readonly t: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly method: 'paired t';
}

/** From differences stored with improvement positive; null under two. */
export function pairedT(differences: readonly number[], confidence = 0.95): PairedT | null {
  const deviation = standardDeviation(differences);
  if (deviation === null) return null;
  const n = differences.length;
  const degreesOfFreedom = n - 1;
  const centre = mean(differences);
  const error = deviation / Math.sqrt(n);
  const reach = -studentTQuantile((1 - confidence) / 2, degreesOfFreedom) * error;
  const t = error === 0 ? null : centre / error;
  return {
    n,
    mean: centre,
    interval: [centre - reach, centre + reach],
    degreesOfFreedom,
    t,
    p: t === null ? null : Math.min(1, 2 * studentT(-Math.abs(t), degreesOfFreedom)),
    method: 'paired t',
  };
}
