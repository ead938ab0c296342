// Distinct outcomes of comparing and how often each came, so that a round of learning costs the same for a thousand pairs as for a million.
import type { CandidatePairs } from './candidate-pairs.ts';
import type { ComparedPairs } from './compare-list.ts';
import { fields } from './fields.ts';
import { fieldAt, homeShownBy } from './levels.ts';
import { Numbering } from './numbering.ts';
import type { TermFrequencies } from './parameters.ts';
import type { PreparedPerson } from './record.ts';

export interface Patterns {
  readonly levels: Uint8Array;
  /** Log base 2 of the share of each agreeing name, 0 where there is none to weigh. */
  readonly rarity: Float32Array;
  readonly often: Float64Array;
  readonly count: number;
  /** Which pattern each pair came to. */
  readonly of: Uint32Array;
}

const width = fields.length;
export const termFields = [fieldAt.given, fieldAt.family, fieldAt.town] as const;
const radix = fields.map(({ levels }) => levels.length);

/** Shares of names are told apart by half bits. */
const stepsABit = 2;

/** By place, how rare each person’s name is, in steps. */
function stepsOf(people: readonly PreparedPerson[], field: 'given' | 'family' | 'town', terms: TermFrequencies): Uint8Array {
  const least = Math.log2(terms.least);
  const step = (share: number): number =>
    Math.max(1, Math.min(63, Math.round(-(share <= terms.least ? least : Math.log2(share)) * stepsABit)));
  const steps = new Map([...terms[field]].map(([name, share]) => [name, step(share)]));
  const rarest = step(0);
  return Uint8Array.from(people, (person) => steps.get(person[field]) ?? rarest);
}

export function patternsOf(
  people: readonly PreparedPerson[],
  { left }: CandidatePairs,
  compared: ComparedPairs,
  terms: TermFrequencies,
): Patterns {
  const givenSteps = stepsOf(people, 'given', terms);
  const familySteps = stepsOf(people, 'family', terms);
  const townSteps = stepsOf(people, 'town', terms);
  const numbers = new Numbering();
  const first: number[] = [];
  const steps: number[] = [];
  const often: number[] = [];
  const of = new Uint32Array(compared.count);
  for (let pair = 0; pair < compared.count; pair++) {
    const place = left[pair] ?? 0;
    const start = pair * width;
    let key = 0;
    for (let field = 0; field < width; field++) key = key * (radix[field] ?? 1) + (compared.levels[start + field] ?? 0);
    const home = homeShownBy(compared.levels, start) >= 0;
    const given = compared.levels[start + fieldAt.given] === 1 ? (givenSteps[place] ?? 0) : 0;
    const family = compared.levels[start + fieldAt.family] === 1 && !home ? (familySteps[place] ?? 0) : 0;
    const town = compared.levels[start + fieldAt.town] === 1 && !home ? (townSteps[place] ?? 0) : 0;
    const number = numbers.numberOf(key | 0, (Math.floor(key / 2 ** 32) << 18) | (given << 12) | (family << 6) | town);
    of[pair] = number;
    if (number === often.length) {
      often.push(1);
      first.push(start);
      steps.push(given, family, town);
    } else often[number] = (often[number] ?? 0) + 1;
  }
  const count = often.length;
  const levels = new Uint8Array(count * width);
  for (let at = 0; at < count; at++) {
    const start = first[at] ?? 0;
    levels.set(compared.levels.subarray(start, start + width), at * width);
  }
  return { levels, rarity: Float32Array.from(steps, (step) => -step / stepsABit), often: Float64Array.from(often), count, of };
}
