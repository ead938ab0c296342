// Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of R).

/** The value below which a share of the sample lies; `share` from 0 to 1. NaN for an empty sample. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below === above ? below : below + (position - Math.floor(position)) * (above - below);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
