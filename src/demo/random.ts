// Chance with a fixed seed, so that the demo, its pictures and every test that uses it never drift.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** The list must not be empty. */
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  /** Around the mean, by the usual bell. */
  normal(mean: number, deviation: number): number;
  bytes(count: number): Uint8Array;
}

/** Mulberry32: small, quick and good enough for inventing people; never for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (list) => chosen(list, between(0, list.length - 1)),
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  };
}

function chosen<T>(list: readonly T[], index: number): T {
  if (!(index in list)) throw new Error('There is nothing to pick from.');
  return list[index] as T; // there, by the line above
}
