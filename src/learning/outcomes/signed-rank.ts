// Wilcoxon’s signed-rank test of paired differences, exact for small samples and by the normal with tie and continuity correction for the rest.
import normal from '@stdlib/stats-base-dists-normal-cdf';

export interface SignedRank {
  /** Differences that count: without zeros. */
  readonly n: number;
  readonly zeros: number;
  /** V, the sum of the ranks of positive differences. */
  readonly positive: number;
  readonly negative: number;
  /** (positive − negative) ÷ (positive + negative), from −1 to 1. */
  readonly rankBiserial: number | null;
  readonly method: 'exact' | 'normal with continuity correction' | 'exact with ties' | 'normal with continuity correction, Pratt zeros';
  readonly variance: number;
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number;
}

export interface SignedRankChoice {
  /** `drop` ranks without zeros; `pratt` ranks them first and then leaves their ranks out. */
  readonly zeros?: 'drop' | 'pratt';
  /** Ask for the exact permutation distribution even with ties or more differences. Not with Pratt’s zeros. */
  readonly exact?: boolean;
}

/** null when every difference is zero or there are none. */
export function signedRank(differences: readonly number[], choice: SignedRankChoice = {}): SignedRank | null {
  const pratt = choice.zeros === 'pratt';
  const zeros = differences.filter((difference) => difference === 0).length;
  const counted = pratt ? differences : differences.filter((difference) => difference !== 0);
  if (counted.length === 0 || zeros === differences.length) return null;
  const { ranks, ties } = averageRanks(counted.map(Math.abs));
  const signed = counted.map((difference, index) => Math.sign(difference) * (ranks[index] ?? 0));
  const positive = signed.filter((rank) => rank > 0).reduce((sum, rank) => sum + rank, 0);
  const negative = -signed.filter((rank) => rank < 0).reduce((sum, rank) => sum + rank, 0);
  const moments = momentsOf(counted.length, pratt ? zeros : 0, ties);
  const base = {
    n: differences.length - zeros,
    zeros,
    positive,
    negative,
    rankBiserial: (positive - negative) / (positive + negative),
    variance: moments.variance,
  };
  const tied = ties.some((tie) => tie > 1);
  const plain = !pratt && !tied && zeros === 0 && counted.length < 50;
  if (plain || (choice.exact && !pratt)) {
    return { ...base, method: plain ? 'exact' : 'exact with ties', z: null, p: exactP(ranks, positive) };
  }
  const away = positive - moments.mean;
  const z = moments.variance === 0 ? 0 : (away - 0.5 * Math.sign(away)) / Math.sqrt(moments.variance);
  return {
    ...base,
    method: pratt ? 'normal with continuity correction, Pratt zeros' : 'normal with continuity correction',
    z,
    p: Math.min(1, 2 * normal(-Math.abs(z), 0, 1)),
  };
}

/** Mean and variance of V when signs are by chance: n(n+1)(2n+1)/24 − Σ(t³ − t)/48, less the part of Pratt’s zeros. */
function momentsOf(n: number, zeros: number, ties: readonly number[]) {
  const nonZeroTies = ties.slice(zeros > 0 ? 1 : 0);
  const tieLoss = nonZeroTies.reduce((sum, t) => sum + (t ** 3 - t) / 48, 0);
  return {
    mean: (n * (n + 1) - zeros * (zeros + 1)) / 4,
    variance: (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)) / 24 - tieLoss,
  };
}

/** Ranks from 1 with ties averaged, and the size of each group of equal values from the smallest up. */
function averageRanks(values: readonly number[]) {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (order[end + 1]?.value === order[start]?.value) end += 1;
    for (const { index } of order.slice(start, end + 1)) ranks[index] = (start + end) / 2 + 1;
    ties.push(end - start + 1);
    start = end + 1;
  }
  return { ranks, ties };
}

/** Twice the smaller tail over all 2ⁿ ways to give the ranks signs; ranks are doubled so that averaged ones stay whole. */
function exactP(ranks: readonly number[], positive: number): number {
  const doubled = ranks.map((rank) => Math.round(rank * 2));
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  let share = new Float64Array(total + 1);
  share[0] = 1;
  for (const rank of doubled) {
    const next = new Float64Array(total + 1);
    for (let sum = 0; sum <= total; sum += 1) {
      next[sum] = ((share[sum] ?? 0) + (sum >= rank ? (share[sum - rank] ?? 0) : 0)) / 2;
    }
    share = next;
  }
  // The distribution is symmetric, so the smaller tail is a sum from zero in either direction, never 1 − a sum.
  const nearest = Math.min(Math.round(positive * 2), total - Math.round(positive * 2));
  let tail = 0;
  for (let sum = 0; sum <= nearest; sum += 1) tail += share[sum] ?? 0;
  return Math.min(1, 2 * tail);
}
