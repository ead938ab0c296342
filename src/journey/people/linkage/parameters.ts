// The weights by which agreement is judged: how often each level happens among matches and among others, how common each name is, and how
// rare a match is among all pairs. Starts from the rates in `fields.ts`; `learn.ts` makes them a place's own.
import { fields, levelCount, offsets } from './fields.ts';
import type { PreparedPerson } from './record.ts';

export interface TermFrequencies {
  /** Share of records with the name, from 0 to 1. */
  readonly given: ReadonlyMap<string, number>;
  readonly family: ReadonlyMap<string, number>;
  readonly town: ReadonlyMap<string, number>;
  /** The least share a name is taken to have, so that a name seen once is rare and not impossible. */
  readonly least: number;
}

export interface LinkageModel {
  /** Chance that two records drawn from all possible pairs are one person. */
  readonly prior: number;
  /** Rates of every level in the order of `fields`, first for people with no home in common, then for those with one. */
  readonly m: readonly [Float64Array, Float64Array];
  readonly u: readonly [Float64Array, Float64Array];
  readonly terms: TermFrequencies;
}

function defaultRates(rate: 'm' | 'u', home: boolean): Float64Array {
  const rates = new Float64Array(levelCount);
  fields.forEach((field, at) => {
    const offset = offsets[at] ?? 0;
    let sum = 0;
    field.levels.forEach((level, number) => {
      const value = home && level.home !== undefined ? level.home[rate] : level[rate];
      rates[offset + number] = value;
      if (number > 0) sum += value;
    });
    for (let number = 1; number < field.levels.length; number++) rates[offset + number] = (rates[offset + number] ?? 0) / sum;
  });
  return rates;
}

const noTerms: TermFrequencies = { given: new Map(), family: new Map(), town: new Map(), least: 1 };

/** The weights to begin with in a place of so many people, before anything is learned: 2 in 100 records are taken to be second ones. */
export function startingModel(people: number, terms: TermFrequencies = noTerms): LinkageModel {
  return {
    prior: 0.04 / Math.max(people, 100),
    m: [defaultRates('m', false), defaultRates('m', true)],
    u: [defaultRates('u', false), defaultRates('u', true)],
    terms,
  };
}

/** The names that say the more, the rarer they are. */
export const termNames = ['given', 'family', 'town'] as const;

/** How common each name is among the people given; `counts` says how much of one a record counts as, by its place. */
export function termFrequencies(
  people: readonly PreparedPerson[],
  counts: (place: number, name: (typeof termNames)[number]) => number = () => 1,
): TermFrequencies {
  const shares = (name: (typeof termNames)[number]): ReadonlyMap<string, number> => {
    const often = new Map<string, number>();
    let known = 0;
    people.forEach(({ [name]: value }, place) => {
      if (value === '') return;
      const count = counts(place, name);
      known += count;
      often.set(value, (often.get(value) ?? 0) + count);
    });
    for (const [value, count] of often) often.set(value, count / known);
    return often;
  };
  return { given: shares('given'), family: shares('family'), town: shares('town'), least: 1 / Math.max(people.length, 1000) };
}
