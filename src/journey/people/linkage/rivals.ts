// Between two lists a record is one person. Where it fits two records of the other list that are different people, at most one of them can be right, so
// each takes from the other what it has of likelihood. Records of one list that are one person themselves are no rivals.
import { compare } from './compare.ts';
import type { LinkageModel } from './parameters.ts';
import type { PreparedPerson } from './record.ts';
import { weightOf, weightTable } from './weigh.ts';

export interface Lists {
  /** The two lists, one after the other. */
  readonly people: readonly PreparedPerson[];
  readonly model: LinkageModel;
}

export interface PairsAcross {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** In bits, each pair judged alone. */
  readonly weights: Float64Array;
}

/** Rivals of less weight than this, in bits, take less than a thousandth. */
const leastRival = -10;

/**
 * The weights when at most one of several rivals can be right: odds of a pair over one plus the odds of all that exclude it (the posterior of one candidate
 * among exclusive ones, by Bayes’ rule with the rivals of both its records added up).
 */
export function amongRivals({ left, right, weights }: PairsAcross, { people, model }: Lists): Float64Array {
  const table = weightTable(model);
  const pairsOf = new Map<number, number[]>();
  weights.forEach((weight, pair) => {
    if (weight < leastRival) return;
    for (const place of [left[pair] ?? 0, right[pair] ?? 0]) {
      const theirs = pairsOf.get(place);
      if (theirs === undefined) pairsOf.set(place, [pair]);
      else theirs.push(pair);
    }
  });
  const areTwo = (one: number, other: number): boolean => {
    const [a, b] = [people[one], people[other]];
    return a !== undefined && b !== undefined && weightOf(compare(a, b), a, model, table) < 0;
  };
  return weights.map((weight, pair) => {
    if (weight < 0) return weight;
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    let odds = 0;
    for (const rival of pairsOf.get(one) ?? []) if (rival !== pair && areTwo(right[rival] ?? 0, other)) odds += 2 ** (weights[rival] ?? 0);
    for (const rival of pairsOf.get(other) ?? []) if (rival !== pair && areTwo(left[rival] ?? 0, one)) odds += 2 ** (weights[rival] ?? 0);
    return weight - Math.log2(1 + odds);
  });
}
