// The log-rank test: whether groups that were not randomised had the event at different speeds (Mantel 1966). It says nothing about why.
import normal from '@stdlib/stats-base-dists-normal-cdf';
import { countByDay, type Wait } from './kaplan-meier.ts';

export interface LogRank {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Events seen and expected, by group in the order given. */
  readonly groups: readonly { readonly seen: number; readonly expected: number }[];
}

/** null when there are not at least two groups that can be compared. */
export function logRank(groups: readonly (readonly Wait[])[]): LogRank | null {
  const days = countByDay(groups.flat()).filter(({ event }) => event > 0);
  const atRisk = groups.map(atRiskOn);
  const size = groups.length - 1;
  const seen = groups.map((waits) => waits.filter(({ outcome }) => outcome === 'event').length);
  const expected = groups.map(() => 0);
  const variance = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { day, atRisk: all, event: events } of days) {
    const shares = atRisk.map((on) => on(day) / all);
    const spread = all > 1 ? (events * (all - events)) / (all - 1) : 0;
    shares.forEach((share, group) => {
      expected[group] = (expected[group] ?? 0) + events * share;
      const row = variance[group];
      for (let other = 0; row && other < size; other += 1) {
        row[other] = (row[other] ?? 0) + spread * (share * (group === other ? 1 : 0) - share * (shares[other] ?? 0));
      }
    });
  }
  const excess = seen.slice(0, size).map((count, group) => count - (expected[group] ?? 0));
  const solved = size > 0 ? solve(variance, excess) : null;
  if (!solved) return null;
  const chiSquare = excess.reduce((sum, value, group) => sum + value * (solved[group] ?? 0), 0);
  return {
    chiSquare,
    degreesOfFreedom: size,
    p: chiSquareUpperTail(chiSquare, size),
    groups: seen.map((count, group) => ({ seen: count, expected: expected[group] ?? 0 })),
  };
}

/** People of one group at risk on days asked for in rising order. */
function atRiskOn(waits: readonly Wait[]): (day: number) => number {
  const days = waits.map((wait) => wait.days).toSorted((a, b) => a - b);
  let gone = 0;
  return (day) => {
    while ((days[gone] ?? day) < day) gone += 1;
    return days.length - gone;
  };
}

/** Gaussian elimination with the largest pivot; null when the matrix has no inverse. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const at = (row: number): number => Math.abs(rows[row]?.[column] ?? 0);
    const pivot = rows
      .map((_, row) => row)
      .slice(column)
      .reduce((best, row) => (at(row) > at(best) ? row : best), column);
    if (at(pivot) < 1e-12) return null;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const top = rows[column] ?? [];
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = (row[column] ?? 0) / (top[column] ?? 1);
      for (let k = column; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (top[k] ?? 0);
    });
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

/**
 * P(X > x) for chi-square with whole degrees of freedom, as a sum of positive terms, so that a tiny tail keeps its digits.
 * Q(1) = 2Φ(−√x), Q(2) = e^(−x/2), Q(k + 2) = Q(k) + (x/2)^(k/2) e^(−x/2) ÷ Γ(k/2 + 1).
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  const odd = degreesOfFreedom % 2 === 1;
  let tail = odd ? 2 * normal(-Math.sqrt(x), 0, 1) : Math.exp(-x / 2);
  let term = odd ? Math.exp(-x / 2) * Math.sqrt((2 * x) / Math.PI) : (Math.exp(-x / 2) * x) / 2;
  for (let k = odd ? 1 : 2; k < degreesOfFreedom; k += 2) {
    tail += term;
    term *= x / (k + 2);
  }
  return Math.min(1, tail);
}
