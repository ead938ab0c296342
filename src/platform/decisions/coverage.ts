// Searches all possible people a table can meet, box by box, for one that no row meets. A box is a set of values for each input; it is cut
// along the rows until a piece no row touches is left, or none is. Exact, with a limit on steps so that a strange table cannot hang a check.

/** One set of a column's values, as bits: bit i stands for the i-th value of its domain. */
export type Bits = bigint;
export type Box = readonly Bits[];

const STEPS = 200_000;

/** A piece of `box` outside every one of `rows`; null when they cover it; 'unknown' when the limit was reached first. */
export function uncovered(box: Box, rows: readonly Box[]): Box | null | 'unknown' {
  const left = { steps: STEPS };
  try {
    return search(box, rows, left);
  } catch (error) {
    if (error instanceof TooLong) return 'unknown';
    throw error;
  }
}

class TooLong extends Error {}

export const meet = (one: Box, other: Box): boolean => one.every((bits, column) => (bits & (other[column] ?? 0n)) !== 0n);

function search(box: Box, rows: readonly Box[], left: { steps: number }): Box | null {
  left.steps -= 1;
  if (left.steps < 0) throw new TooLong();
  const touching = rows.filter((row) => meet(box, row));
  const cut = (row: Box): number[] => box.flatMap((bits, column) => ((bits & ~(row[column] ?? 0n)) === 0n ? [] : [column]));
  // The row cut along the fewest columns leaves the fewest pieces.
  const best = touching.map((row) => ({ row, columns: cut(row) })).toSorted((one, other) => one.columns.length - other.columns.length)[0];
  if (!best) return box;
  const inside = [...box];
  for (const column of best.columns) {
    const row = best.row[column] ?? 0n;
    const piece = [...inside];
    piece[column] = (inside[column] ?? 0n) & ~row;
    const found = search(
      piece,
      touching.filter((other) => other !== best.row),
      left,
    );
    if (found) return found;
    inside[column] = (inside[column] ?? 0n) & row;
  }
  return null;
}

/** The bits of every value for which `test` holds. */
export const bitsOf = <T>(values: readonly T[], test: (value: T) => boolean): Bits =>
  values.reduce((bits, value, index) => (test(value) ? bits | (1n << BigInt(index)) : bits), 0n);

/** The first value of a set of bits. */
export function firstOf<T>(values: readonly T[], bits: Bits): T | undefined {
  return values.find((_, index) => (bits >> BigInt(index)) & 1n);
}
