// Standardised sizes of change, each under its own name, because the names are not interchangeable (Lakens 2013, Morris 2008).
import { improvementOf } from '../../journey/measures/change.ts';
import type { Better } from '../../journey/measures/definition.ts';
import { correlation, mean, standardDeviation } from './sample.ts';

export interface PairedEffectSizes {
  readonly n: number;
  /** Mean change, improvement positive. */
  readonly meanChange: number;
  readonly deviationBefore: number;
  readonly deviationAfter: number;
  readonly deviationOfChange: number;
  readonly correlation: number | null;
  /** Mean change ÷ SD of the change. */
  readonly dz: number | null;
  /** Mean change ÷ average of the two SDs. */
  readonly dav: number | null;
  /** dz × √(2(1 − r)). */
  readonly drm: number | null;
  /** Mean change ÷ SD before. */
  readonly glass: number | null;
  /** J = 1 − 3 ÷ (4·df − 1). */
  readonly hedgesFactor: number;
  /** dav × J: the default headline. */
  readonly headline: number | null;
}

/** Hedges’ correction for small samples. */
export const hedgesFactor = (degreesOfFreedom: number): number => 1 - 3 / (4 * degreesOfFreedom - 1);

/** From pairs of first and last score; null under two pairs. */
export function pairedEffectSizes(pairs: readonly (readonly [first: number, last: number])[], better: Better): PairedEffectSizes | null {
  const changes = pairs.map(([first, last]) => improvementOf(better, first, last));
  const deviationBefore = standardDeviation(pairs.map(([first]) => first));
  const deviationAfter = standardDeviation(pairs.map(([, last]) => last));
  const deviationOfChange = standardDeviation(changes);
  if (deviationBefore === null || deviationAfter === null || deviationOfChange === null) return null;
  const meanChange = mean(changes);
  const r = correlation(pairs);
  const factor = hedgesFactor(pairs.length - 1);
  const dz = per(meanChange, deviationOfChange);
  const dav = per(meanChange, (deviationBefore + deviationAfter) / 2);
  return {
    n: pairs.length,
    meanChange,
    deviationBefore,
    deviationAfter,
    deviationOfChange,
    correlation: r,
    dz,
    dav,
    drm: dz === null || r === null ? null : dz * Math.sqrt(2 * (1 - r)),
    glass: per(meanChange, deviationBefore),
    hedgesFactor: factor,
    headline: dav === null ? null : dav * factor,
  };
}

const per = (change: number, deviation: number): number | null => (deviation === 0 ? null : change / deviation);

export interface GroupSummary {
  readonly n: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly deviationBefore: number;
}

/** d_ppc2 (Morris 2008): change of one group against change of another, improvement positive. */
export function comparedEffectSize(treated: GroupSummary, compared: GroupSummary, better: Better) {
  const degreesOfFreedom = treated.n + compared.n - 2;
  const pooledDeviation = Math.sqrt(
    ((treated.n - 1) * treated.deviationBefore ** 2 + (compared.n - 1) * compared.deviationBefore ** 2) / degreesOfFreedom,
  );
  const difference =
    improvementOf(better, treated.meanBefore, treated.meanAfter) - improvementOf(better, compared.meanBefore, compared.meanAfter);
  const factor = hedgesFactor(degreesOfFreedom);
  return { pooledDeviation, hedgesFactor: factor, dppc2: (factor * difference) / pooledDeviation };
}
