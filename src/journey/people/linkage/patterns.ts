// Distinct outcomes of comparing and how often each came, so that a round of learning costs the same for a thousand pairs as for a million.
import type { CandidatePairs } from './candidate-pairs.ts';
import type { ComparedPairs } from './compare-list.ts';
import { fields } from './fields.ts';
import { fieldAt, homeShownBy } from './levels.ts';
import { Numbering, Numbers } from './numbering.ts';
import { type TermFrequencies, termNames } from './parameters.ts';
import type { PreparedPerson } from './record.ts';

/** The distinct outcomes of comparing, names aside: what each says, and which of them every pair came to. */
export interface Outcomes {
  readonly levels: Uint8Array;
  readonly count: number;
  readonly of: Uint32Array;
}

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

export function outcomesOf(compared: ComparedPairs): Outcomes {
  const numbers = new Numbering();
  const first = new Numbers();
  const of = new Uint32Array(compared.count);
  for (let pair = 0; pair < compared.count; pair++) {
    const start = pair * width;
    let key = 0;
    for (let field = 0; field < width; field++) key = key * (radix[field] ?? 1) + (compared.levels[start + field] ?? 0);
    const number = numbers.numberOf(key | 0, Math.floor(key / 2 ** 32));
    of[pair] = number;
    if (number === first.count) first.push(start);
  }
  return { levels: rowsAt(first.taken(), compared.levels), count: first.count, of };
}

/** The levels that begin at each of these, one after the other. */
function rowsAt(starts: Uint32Array, levels: Uint8Array): Uint8Array {
  const rows = new Uint8Array(starts.length * width);
  for (const [at, start] of starts.entries()) rows.set(levels.subarray(start, start + width), at * width);
  return rows;
}

/** Shares of names are told apart by half bits. */
const stepsABit = 2;

/** By place, how rare each person’s name is, in steps. */
function stepsOf(people: readonly PreparedPerson[], field: (typeof termNames)[number], terms: TermFrequencies): Uint8Array {
  const least = Math.log2(terms.least);
  const step = (share: number): number =>
    Math.max(1, Math.min(63, Math.round(-(share <= terms.least ? least : Math.log2(share)) * stepsABit)));
  const steps = new Map([...terms[field]].map(([name, share]) => [name, step(share)]));
  const rarest = step(0);
  return Uint8Array.from(people, (person) => steps.get(person[field]) ?? rarest);
}

/** Which names of each outcome are weighed by how rare they are, by the order of `termFields`: within one home only the first name is. */
function weighedNames({ levels, count }: Outcomes): readonly Uint8Array[] {
  return termFields.map((field) =>
    Uint8Array.from({ length: count }, (_, outcome) => {
      const start = outcome * width;
      return levels[start + field] === 1 && (field === fieldAt.given || homeShownBy(levels, start) < 0) ? 1 : 0;
    }),
  );
}

/** The outcomes told apart by how rare the names are that agree. */
export function patternsOf(
  people: readonly PreparedPerson[],
  { left }: CandidatePairs,
  outcomes: Outcomes,
  terms: TermFrequencies,
): Patterns {
  const [givenSteps, familySteps, townSteps] = termNames.map((name) => stepsOf(people, name, terms));
  const [givenWeighed, familyWeighed, townWeighed] = weighedNames(outcomes);
  const numbers = new Numbering();
  const first = new Numbers();
  const steps: number[] = [];
  const often: number[] = [];
  const of = new Uint32Array(outcomes.of.length);
  for (let pair = 0; pair < of.length; pair++) {
    const place = left[pair] ?? 0;
    const outcome = outcomes.of[pair] ?? 0;
    const given = givenWeighed?.[outcome] === 1 ? (givenSteps?.[place] ?? 0) : 0;
    const family = familyWeighed?.[outcome] === 1 ? (familySteps?.[place] ?? 0) : 0;
    const town = townWeighed?.[outcome] === 1 ? (townSteps?.[place] ?? 0) : 0;
    const number = numbers.numberOf(outcome, (given << 12) | (family << 6) | town);
    of[pair] = number;
    if (number === first.count) {
      often.push(1);
      first.push(outcome * width);
      steps.push(given, family, town);
    } else often[number] = (often[number] ?? 0) + 1;
  }
  const levels = rowsAt(first.taken(), outcomes.levels);
  const rarity = Float32Array.from(steps, (step) => -step / stepsABit);
  return { levels, rarity, often: Float64Array.from(often), count: first.count, of };
}
