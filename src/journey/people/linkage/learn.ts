// Learns a place’s own weights from its records without anybody labelling pairs: expectation–maximisation over candidate pairs, with every
// other possible pair counted as two people. Counting over all pairs keeps the prior honest; over candidates alone it would run away.
import type { CandidatePairs } from './blocking.ts';
import { compare, fieldAt, sharesHome } from './compare.ts';
import { fields, levelCount, offsets } from './fields.ts';
import { type LinkageModel, startingModel, termFrequencies } from './parameters.ts';
import type { PreparedPerson } from './record.ts';
import { probabilityOf, rarityBits, weightTable } from './weigh.ts';

export interface LearningChoices {
  /** As given to `candidatePairs`. */
  readonly secondListFrom?: number;
  /** How many pairs the starting rates count as; more holds on to them longer. Default 30. */
  readonly trust?: number;
  /** At most this many, fewer once the share of matches has settled. Default 25. */
  readonly rounds?: number;
}

/** The levels of many pairs, side by side, and the rarity of names that agree. */
export interface ComparedPairs {
  readonly levels: Uint8Array;
  readonly count: number;
}

const width = fields.length;
const termFields = [fieldAt.given, fieldAt.family, fieldAt.town] as const;

export function compareAll(people: readonly PreparedPerson[], pairs: CandidatePairs): ComparedPairs {
  const count = pairs.left.length;
  const levels = new Uint8Array(count * width);
  for (let pair = 0; pair < count; pair++) {
    const one = people[pairs.left[pair] ?? 0];
    const other = people[pairs.right[pair] ?? 0];
    if (one !== undefined && other !== undefined) compare(one, other, levels.subarray(pair * width, (pair + 1) * width));
  }
  return { levels, count };
}

/** Pairs drawn evenly by a fixed sequence, so that learning twice gives the same weights. */
function* drawnPairs(people: number, secondListFrom: number | undefined, draws: number): Generator<readonly [number, number]> {
  let state = 20_261_121;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  for (let draw = 0; draw < draws; draw++) {
    const one = next(secondListFrom ?? people);
    const other = secondListFrom === undefined ? next(people) : secondListFrom + next(people - secondListFrom);
    if (one !== other) yield [Math.min(one, other), Math.max(one, other)];
  }
}

/** Counts of levels among pairs that are not candidates, scaled to all of them. */
function background(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  totalPairs: number,
  secondListFrom: number | undefined,
): Float64Array {
  const counts = new Float64Array(levelCount);
  const candidates = new Set<number>();
  for (let pair = 0; pair < pairs.left.length; pair++) candidates.add((pairs.left[pair] ?? 0) * people.length + (pairs.right[pair] ?? 0));
  const levels = new Uint8Array(width);
  let drawn = 0;
  for (const [left, right] of drawnPairs(people.length, secondListFrom, Math.min(400_000, totalPairs * 2))) {
    const one = people[left];
    const other = people[right];
    if (one === undefined || other === undefined || candidates.has(left * people.length + right)) continue;
    compare(one, other, levels);
    drawn++;
    for (let field = 0; field < width; field++) {
      const place = (offsets[field] ?? 0) + (levels[field] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const scale = drawn === 0 ? 0 : Math.max(0, totalPairs - pairs.left.length) / drawn;
  return counts.map((count) => count * scale);
}

/** Shares of each field’s known levels, with the starting rates counting as `trust` pairs. */
function rates(counts: Float64Array, start: Float64Array, trust: number, floor: number): Float64Array {
  const result = new Float64Array(levelCount).fill(1);
  fields.forEach((field, at) => {
    const offset = offsets[at] ?? 0;
    let known = 0;
    for (let level = 1; level < field.levels.length; level++) known += counts[offset + level] ?? 0;
    for (let level = 1; level < field.levels.length; level++) {
      const place = offset + level;
      result[place] = Math.max(floor, ((counts[place] ?? 0) + trust * (start[place] ?? 0)) / (known + trust));
    }
  });
  return result;
}

/** Weights fitted to these people. Pure and repeatable: the same people in the same order give the same weights. */
export function learn(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  { secondListFrom, trust = 30, rounds = 25 }: LearningChoices = {},
  compared: ComparedPairs = compareAll(people, pairs),
): LinkageModel {
  const totalPairs =
    secondListFrom === undefined ? (people.length * (people.length - 1)) / 2 : secondListFrom * (people.length - secondListFrom);
  const terms = termFrequencies(people);
  const start = startingModel(people.length, terms);
  if (compared.count === 0) return start;
  const outside = background(people, pairs, totalPairs, secondListFrom);
  const rarity = rarities(people, pairs, compared, start);
  let model = start;
  for (let round = 0; round < rounds; round++) {
    const table = weightTable(model);
    const matched = [new Float64Array(levelCount), new Float64Array(levelCount)] as const;
    const unmatched = [Float64Array.from(outside), new Float64Array(levelCount)] as const;
    let matches = 0;
    for (let pair = 0; pair < compared.count; pair++) {
      const levels = compared.levels.subarray(pair * width, (pair + 1) * width);
      const home = sharesHome(levels) ? 1 : 0;
      let weight = Math.log2(model.prior / (1 - model.prior));
      for (let field = 0; field < width; field++) {
        const level = levels[field] ?? 0;
        if (level !== 0) weight += table[field === fieldAt.place ? 0 : home][(offsets[field] ?? 0) + level] ?? 0;
      }
      for (let term = 0; term < 3; term++) {
        const share = rarity[pair * 3 + term] ?? 0;
        if (share !== 0) {
          const average = model.u[home][(offsets[termFields[term] ?? 0] ?? 0) + 1] ?? 1;
          weight += rarityBits(average, share);
        }
      }
      const probability = probabilityOf(weight);
      matches += probability;
      for (let field = 0; field < width; field++) {
        const place = (offsets[field] ?? 0) + (levels[field] ?? 0);
        const context = field === fieldAt.place ? 0 : home;
        matched[context][place] = (matched[context][place] ?? 0) + probability;
        unmatched[context][place] = (unmatched[context][place] ?? 0) + 1 - probability;
      }
    }
    const prior = (matches + 1) / (totalPairs + 100);
    const settled = Math.abs(Math.log2(prior / model.prior)) < 1e-4;
    model = {
      prior,
      m: [rates(matched[0], start.m[0], trust, 1e-5), rates(matched[1], start.m[1], trust, 1e-5)],
      u: [rates(unmatched[0], start.u[0], trust, 1e-8), rates(unmatched[1], start.u[1], trust, 1e-5)],
      terms,
    };
    if (settled) break;
  }
  return model;
}

/** Log base 2 of the share of each agreeing name, 0 where there is none to weigh. */
function rarities(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  compared: ComparedPairs,
  { terms }: LinkageModel,
): Float32Array {
  const result = new Float32Array(compared.count * 3);
  for (let pair = 0; pair < compared.count; pair++) {
    const person = people[pairs.left[pair] ?? 0];
    if (person === undefined) continue;
    const levels = compared.levels.subarray(pair * width, (pair + 1) * width);
    const home = sharesHome(levels);
    const of = (share: number | undefined): number => Math.log2(Math.max(share ?? 0, terms.least));
    if (levels[fieldAt.given] === 1) result[pair * 3] = of(terms.given.get(person.given));
    if (levels[fieldAt.family] === 1 && !home) result[pair * 3 + 1] = of(terms.family.get(person.family));
    if (levels[fieldAt.town] === 1 && !home) result[pair * 3 + 2] = of(terms.town.get(person.town));
  }
  return result;
}
