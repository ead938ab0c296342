// How far pairs of a list agree that have too little in common to be compared: drawn from all pairs, and counted as two people each.
import type { CandidatePairs } from './candidate-pairs.ts';
import type { ListComparer } from './compare-list.ts';
import { fields, levelCount, offsets } from './fields.ts';

const width = fields.length;

/** How many of a list are drawn from: enough for their pairs to be like all pairs, few enough to stay at hand. */
const mostDrawnFrom = 4000;

/** Pairs drawn by a fixed sequence from records at even distances, so that learning twice gives the same weights. */
function* drawnPairs(people: number, secondListFrom: number | undefined, draws: number): Generator<readonly [number, number]> {
  let state = 20_261_121;
  const next = (from: number, to: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const drawnFrom = Math.min(to - from, mostDrawnFrom);
    return from + Math.floor((Math.floor((state / 4_294_967_296) * drawnFrom) / drawnFrom) * (to - from));
  };
  for (let draw = 0; draw < draws; draw++) {
    const one = next(0, secondListFrom ?? people);
    const other = next(secondListFrom ?? 0, people);
    if (one !== other) yield [Math.min(one, other), Math.max(one, other)];
  }
}

/** Whether two places are a candidate pair; the pairs stand in order of their left and then their right. */
function isCandidate({ right, from }: CandidatePairs, one: number, other: number): boolean {
  let low = from[one] ?? 0;
  const end = from[one + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((right[middle] ?? 0) < other) low = middle + 1;
    else high = middle;
  }
  return low < end && right[low] === other;
}

/** Counts of levels among pairs that are not candidates, scaled to all of them. */
export function background(
  pairs: CandidatePairs,
  totalPairs: number,
  secondListFrom: number | undefined,
  compareInto: ListComparer,
): Float64Array {
  const people = pairs.from.length - 1;
  const counts = new Float64Array(levelCount);
  const levels = new Uint8Array(width);
  let drawn = 0;
  for (const [left, right] of drawnPairs(people, secondListFrom, Math.min(200_000, totalPairs * 2))) {
    if (isCandidate(pairs, left, right)) continue;
    compareInto(left, right, levels, 0);
    drawn++;
    for (let field = 0; field < width; field++) {
      const place = (offsets[field] ?? 0) + (levels[field] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const scale = drawn === 0 ? 0 : Math.max(0, totalPairs - pairs.left.length) / drawn;
  return counts.map((count) => count * scale);
}
