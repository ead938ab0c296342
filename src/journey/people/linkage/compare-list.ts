// Compares people of one list by the million. What each field is told from has a number, so that two values that met before, or are the same, need not be read
// again. Gives exactly what `compare` gives.
import type { CandidatePairs } from './candidate-pairs.ts';
import { comparisons } from './compare.ts';
import { maySwap, swapLevel } from './compare-names.ts';
import { placeSaysTown } from './compare-places.ts';
import { fields } from './fields.ts';
import { fieldAt } from './levels.ts';
import type { PreparedPerson } from './record.ts';

const width = fields.length;

/** The levels of many pairs, side by side. */
export interface ComparedPairs {
  readonly levels: Uint8Array;
  readonly count: number;
}

/** Writes the levels of two people of the list, by their places, into `levels` from `start`. */
export type ListComparer = (left: number, right: number, levels: Uint8Array, start: number) => void;

/** Pairs of values remembered, a field: enough for most pairs of names, few enough to stay near the processor. */
const remembered = 1 << 15;
/** Values that fewer records share than this on average, such as telephone numbers, hardly meet twice. */
const sharedBy = 8;
/** More than any field has levels. */
const mostLevels = 32;

interface KnownField {
  readonly field: number;
  readonly level: (one: PreparedPerson, other: PreparedPerson) => number;
  /** By place; 0 where nothing is known. */
  readonly values: Uint32Array;
  readonly count: number;
  /** The level of each value with itself plus one, once it was asked for. */
  readonly own: Uint8Array;
  /** The pair of values remembered last in each slot and its level, as one number; none where they hardly meet twice. */
  readonly met: Float64Array | undefined;
}

/** Fields of which nobody in the list says anything are left out. */
function knownFields(people: readonly PreparedPerson[]): KnownField[] {
  return comparisons.flatMap(({ field, level, value }) => {
    const numbers = new Map<string, number>();
    const values = new Uint32Array(people.length);
    people.forEach((person, place) => {
      const text = value(person);
      if (text === '') return;
      let number = numbers.get(text);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(text, number);
      }
      values[place] = number;
    });
    const count = numbers.size + 1;
    if (count === 1) return [];
    const met = count * sharedBy < people.length ? new Float64Array(remembered).fill(-mostLevels) : undefined;
    return [{ field, level, values, count, own: new Uint8Array(count), met }];
  });
}

export function listComparer(people: readonly PreparedPerson[]): ListComparer {
  const known = knownFields(people);
  // All of one person side by side: one reach into memory for each of the two.
  const stride = known.length;
  const values = new Uint32Array(people.length * stride);
  known.forEach((field, at) => {
    for (let place = 0; place < people.length; place++) values[place * stride + at] = field.values[place] ?? 0;
  });
  return (left, right, levels, start) => {
    const one = people[left];
    const other = people[right];
    if (one === undefined || other === undefined) return;
    for (let field = 0; field < width; field++) levels[start + field] = 0;
    for (let at = 0; at < stride; at++) {
      const field = known[at];
      const a = values[left * stride + at] ?? 0;
      const b = values[right * stride + at] ?? 0;
      if (a === 0 || b === 0 || field === undefined) continue;
      let level: number;
      if (a === b) {
        level = (field.own[a] ?? 0) - 1;
        if (level < 0) {
          level = field.level(one, other);
          field.own[a] = level + 1;
        }
      } else if (field.met === undefined) level = field.level(one, other);
      else {
        const less = a < b ? a : b;
        const more = a < b ? b : a;
        const pair = (less * field.count + more) * mostLevels;
        const slot = (Math.imul(less, 0x9e3779b1) ^ Math.imul(more, 0x85ebca77)) >>> 17;
        level = (field.met[slot] ?? 0) - pair;
        if (level < 0 || level >= mostLevels) {
          level = field.level(one, other);
          field.met[slot] = pair + level;
        }
      }
      levels[start + field.field] = level;
    }
    if (placeSaysTown(levels[start + fieldAt.place] ?? 0)) levels[start + fieldAt.town] = 0;
    if (!maySwap(levels[start + fieldAt.given] ?? 0, levels[start + fieldAt.family] ?? 0)) return;
    const swapped = swapLevel(one, other);
    if (swapped === 0) return;
    levels[start + fieldAt.given] = swapped;
    levels[start + fieldAt.family] = 0;
  };
}

/** All pairs. People of alike names have others in common to be compared with, and follow one another while those are still near the processor. */
export function compareAll(people: readonly PreparedPerson[], { right, from }: CandidatePairs, into: ListComparer): ComparedPairs {
  const levels = new Uint8Array(right.length * width);
  const lefts = people.map(({ family }, place) => ({ family, place }));
  lefts.sort((one, other) => (one.family < other.family ? -1 : one.family > other.family ? 1 : 0));
  for (const { place } of lefts) {
    const end = from[place + 1] ?? 0;
    for (let pair = from[place] ?? 0; pair < end; pair++) into(place, right[pair] ?? 0, levels, pair * width);
  }
  return { levels, count: right.length };
}
