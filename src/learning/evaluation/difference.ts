// The interval of a difference from the intervals of its two sides, which need not be symmetric: Zou and Donner 2008. With Wilson's
// intervals it is Newcombe's method 10 for two shares; with log-log intervals it compares two medians of waits.

export interface Side {
  readonly value: number;
  readonly interval: readonly [lower: number, upper: number];
}

/** Of a − b. */
export function differenceOf(a: Side, b: Side): Side {
  const value = a.value - b.value;
  const below = Math.hypot(a.value - a.interval[0], b.interval[1] - b.value);
  const above = Math.hypot(a.interval[1] - a.value, b.value - b.interval[0]);
  return { value, interval: [value - below, value + above] };
}
