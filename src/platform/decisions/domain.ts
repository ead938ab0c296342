// A small list of values that stands for everything an input can be, so that questions about all possible people ("can this row ever
// apply?", "who meets no row?") are answered by trying each. Exact for codes and yes or no, and for numbers and dates whose cells compare.
import { addDays } from '../clock.ts';
import type { Cell } from './cell.ts';
import type { Input, Value } from './table.ts';

/**
 * How thoroughly to try answers that are lists of choices. 'every' tries each combination of up to 12 choices, for a check that may take its
 * time; 'a few' tries none, one, two and all, for an answer someone is waiting for.
 */
export type Depth = 'every' | 'a few';

const MOST_CHOICES: Record<Depth, number> = { every: 12, 'a few': 3 };

export interface Domain {
  /** null, for missing, always comes first. */
  readonly values: readonly (Value | null)[];
  readonly exact: boolean;
}

/** The values worth trying for an input, given every cell written about it. */
export function domainOf(input: Input, cells: readonly Cell[], depth: Depth): Domain {
  const literals = cells.flatMap((cell) => cell.literals);
  switch (input.type) {
    case 'boolean':
      return { values: [null, true, false], exact: true };
    case 'code':
      return input.values
        ? { values: [null, ...input.values.map((value) => value.code)], exact: true }
        : { values: [null, ...strings(literals), '\u0000something else'], exact: true };
    case 'codes':
      return subsets(input, strings(literals), MOST_CHOICES[depth]);
    case 'number':
      return {
        values: [
          null,
          ...numbers(
            input,
            literals.flatMap((literal) => (literal.kind === 'number' ? [literal.value] : [])),
          ),
        ],
        exact: true,
      };
    case 'date': {
      const days = literals.flatMap((literal) => (literal.kind === 'date' ? [literal.value] : []));
      const around = days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
      return { values: [null, ...new Set(around.length > 0 ? around.toSorted() : ['2000-01-01'])], exact: true };
    }
  }
}

const strings = (literals: Cell['literals']): string[] => [
  ...new Set(literals.flatMap((literal) => (literal.kind === 'string' ? [literal.value] : []))),
];

function numbers(input: Input, edges: readonly number[]): number[] {
  const lowest = input.lowest ?? Number.NEGATIVE_INFINITY;
  const highest = input.highest ?? Number.POSITIVE_INFINITY;
  const sorted = [...new Set(edges)].toSorted((one, other) => one - other);
  const tried = sorted.flatMap((edge, index) => {
    const next = sorted[index + 1];
    return input.decimals && next !== undefined ? [edge - 1, edge, (edge + next) / 2, edge + 1] : [edge - 1, edge, edge + 1];
  });
  const ends = [input.lowest, input.highest].filter((end) => end !== undefined);
  const within = [...tried, ...ends].filter((value) => value >= lowest && value <= highest);
  return [...new Set(within.length > 0 ? within : [0])].toSorted((one, other) => one - other);
}

// Choices not mentioned by any cell all behave alike, so one of them stands for the rest.
function subsets(input: Input, mentioned: readonly string[], most: number): Domain {
  const known = input.values?.map((value) => value.code) ?? mentioned;
  const counted = known.filter((code) => mentioned.includes(code));
  const unmentioned = known.find((code) => !mentioned.includes(code));
  const members = unmentioned === undefined ? counted : [...counted, unmentioned];
  if (members.length > most) {
    const pairs = members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other]));
    return { values: [null, [], ...members.map((member) => [member]), ...pairs, members], exact: false };
  }
  const all = Array.from({ length: 2 ** members.length }, (_, bits) => members.filter((_member, index) => bits & (1 << index)));
  return { values: [null, ...all.toSorted((one, other) => one.length - other.length)], exact: true };
}
