// Plain descriptions of a sample: mean, spread, correlation and quantiles. Which of them may be shown, and to whom, is decided elsewhere.

/** Arithmetic mean; NaN for an empty sample. */
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation with n − 1; null under two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/** Pearson correlation of pairs; null when either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const centre = [mean(pairs.map(([first]) => first)), mean(pairs.map(([, second]) => second))] as const;
  let together = 0;
  let first = 0;
  let second = 0;
  for (const [x, y] of pairs) {
    together += (x - centre[0]) * (y - centre[1]);
    first += (x - centre[0]) ** 2;
    second += (y - centre[1]) ** 2;
  }
  return first === 0 || second === 0 ? null : together / Math.sqrt(first * second);
}
