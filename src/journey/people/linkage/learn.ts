// Learns a place’s own weights from its records without anybody labelling pairs: expectation–maximisation over candidate pairs, with every
// other possible pair counted as two people. Counting over all pairs keeps the prior honest; over candidates alone it would run away.
import { background } from './background.ts';
import { countedTogether, heldToStart, rates, withinNature } from './bounds.ts';
import type { CandidatePairs } from './candidate-pairs.ts';
import { type ComparedPairs, compareAll, type ListComparer, listComparer } from './compare-list.ts';
import { fields, levelCount, offsets } from './fields.ts';
import { amongHome, homeShownBy } from './levels.ts';
import { type LinkageModel, startingModel, type TermFrequencies, termFrequencies, termNames } from './parameters.ts';
import { outcomesOf, type Patterns, patternsOf, termFields } from './patterns.ts';
import type { PreparedPerson } from './record.ts';
import { probabilityOf, rarityBits, weightTable } from './weigh.ts';

export interface LearningChoices {
  /** As given to `candidatePairs`. */
  readonly secondListFrom?: number;
  /** How many pairs the starting rates count as; more holds on to them longer. Default 30. */
  readonly trust?: number;
  /** At most this many, fewer once no weight moves by a hundredth of a bit. Default 100. */
  readonly rounds?: number;
}

const width = fields.length;

/** What each pattern reached, flat: places in both contexts’ rates put one after the other. A round reads nothing else. */
interface Traits {
  readonly places: Uint16Array;
  /** Where each pattern’s places begin, and after the last pattern their end. */
  readonly from: Uint32Array;
  readonly atHome: Uint8Array;
}

function traitsOf({ levels, count }: Patterns): Traits {
  const places: number[] = [];
  const from = new Uint32Array(count + 1);
  const atHome = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    from[at] = places.length;
    const shownBy = homeShownBy(levels, at * width);
    atHome[at] = shownBy >= 0 ? 1 : 0;
    for (let field = 0; field < width; field++) {
      const level = levels[at * width + field] ?? 0;
      if (level !== 0) places.push(amongHome(field, shownBy) * levelCount + (offsets[field] ?? 0) + level);
    }
  }
  from[count] = places.length;
  return { places: Uint16Array.from(places), from, atHome };
}

interface Expected {
  readonly probabilities: Float64Array;
  readonly matches: number;
  readonly matched: readonly [Float64Array, Float64Array];
  readonly unmatched: readonly [Float64Array, Float64Array];
}

/** How many pairs of one person, and how many of two, reached each level if the model were right. */
function expected(
  { rarity, often, count }: Patterns,
  { places, from, atHome }: Traits,
  model: LinkageModel,
  outside: Float64Array,
): Expected {
  const [apartBits, homeBits] = weightTable(model);
  const bits = new Float64Array(2 * levelCount);
  bits.set(apartBits);
  bits.set(homeBits, levelCount);
  const same = new Float64Array(2 * levelCount);
  const apart = new Float64Array(2 * levelCount);
  apart.set(outside);
  const before = Math.log2(model.prior / (1 - model.prior));
  const terms = termFields.length;
  const averages = termFields.map((field) => model.u[0][(offsets[field] ?? 0) + 1] ?? 1);
  let matches = 0;
  const probabilities = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const begin = from[at] ?? 0;
    const end = from[at + 1] ?? 0;
    let weight = before;
    for (let trait = begin; trait < end; trait++) weight += bits[places[trait] ?? 0] ?? 0;
    for (let term = 0; term < terms; term++) {
      const share = rarity[at * terms + term] ?? 0;
      if (share !== 0) weight += rarityBits(averages[term] ?? 1, share, atHome[at] === 1);
    }
    const times = often[at] ?? 0;
    const probability = probabilityOf(weight);
    probabilities[at] = probability;
    const one = times * probability;
    const two = times - one;
    matches += one;
    for (let trait = begin; trait < end; trait++) {
      const place = places[trait] ?? 0;
      same[place] = (same[place] ?? 0) + one;
      apart[place] = (apart[place] ?? 0) + two;
    }
  }
  const both = (counts: Float64Array) => [counts.subarray(0, levelCount), counts.subarray(levelCount)] as const;
  return { probabilities, matches, matched: both(same), unmatched: both(apart) };
}

interface Fitted {
  readonly model: LinkageModel;
  /** How likely the pairs of each pattern are one person. */
  readonly probabilities: Float64Array;
}

interface Fitting {
  readonly start: LinkageModel;
  readonly outside: Float64Array;
  readonly totalPairs: number;
  readonly trust: number;
  readonly rounds: number;
}

/** Expectation–maximisation from a model, whose names keep their shares. `start` is what few pairs cannot move far from. */
function fit(from: LinkageModel, patterns: Patterns, { start, outside, totalPairs, trust, rounds }: Fitting): Fitted {
  const traits = traitsOf(patterns);
  let model = from;
  let probabilities: Float64Array = new Float64Array(patterns.count);
  for (let round = 0; round < rounds; round++) {
    const found = expected(patterns, traits, model, outside);
    const { matches, matched, unmatched } = found;
    probabilities = found.probabilities;
    const before = model;
    const agreed = countedTogether(matched);
    const m = [rates(agreed[0], start.m[0], trust, 1e-5), rates(agreed[1], start.m[1], trust, 1e-5)] as const;
    const held = ([0, 1] as const).map((context) =>
      heldToStart(
        rates(unmatched[context], start.u[context], trust, context === 0 ? 1e-8 : 1e-5),
        m[context],
        unmatched[context].map((often, at) => often + (matched[context][at] ?? 0)),
        start,
        context,
      ),
    );
    model = {
      prior: (matches + 1) / (totalPairs + 100),
      m,
      u: withinNature([held[0] ?? start.u[0], held[1] ?? start.u[1]], start.u),
      terms: from.terms,
    };
    if (round > 5 && furthest(model.m, before.m) < 0.01) break;
  }
  return { model, probabilities };
}

/** A pair likelier than this counts as copies of one name, by how likely it is. */
const leastCopy = 0.01;

/**
 * How common each name is among people, not among records: whoever was written down six times would otherwise make a rare name common, most of all in a short
 * list. Each record counts as one over its copies: itself, and each other record with the name by how likely the two are one person.
 */
function termsOfPeople(
  people: readonly PreparedPerson[],
  { left, right }: CandidatePairs,
  { of }: Patterns,
  probabilities: Float64Array,
): TermFrequencies {
  const copies = { given: new Float64Array(people.length), family: new Float64Array(people.length), town: new Float64Array(people.length) };
  for (let pair = 0; pair < of.length; pair++) {
    const probability = probabilities[of[pair] ?? 0] ?? 0;
    if (probability < leastCopy) continue;
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    for (const name of termNames) {
      if (people[a]?.[name] !== people[b]?.[name]) continue;
      copies[name][a] = (copies[name][a] ?? 0) + probability;
      copies[name][b] = (copies[name][b] ?? 0) + probability;
    }
  }
  return termFrequencies(people, (place, name) => 1 / (1 + (copies[name][place] ?? 0)));
}

/** Weights fitted to these people. Pure and repeatable: the same people in the same order give the same weights. */
export function learn(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  { secondListFrom, trust = 30, rounds = 100 }: LearningChoices = {},
  compareInto: ListComparer = listComparer(people),
  compared: ComparedPairs = compareAll(people, pairs, compareInto),
): LinkageModel {
  const totalPairs =
    secondListFrom === undefined ? (people.length * (people.length - 1)) / 2 : secondListFrom * (people.length - secondListFrom);
  const start = startingModel(people.length, termFrequencies(people));
  if (compared.count === 0) return start;
  const outside = background(pairs, totalPairs, secondListFrom, compareInto);
  const fitting = { start, outside, totalPairs, trust, rounds };
  const outcomes = outcomesOf(compared);
  const patterns = patternsOf(people, pairs, outcomes, start.terms);
  const first = fit(start, patterns, fitting);
  // Who is one person must be known before names can be counted by people, and names before it is known well: so twice.
  const terms = termsOfPeople(people, pairs, patterns, first.probabilities);
  return fit({ ...first.model, terms }, patternsOf(people, pairs, outcomes, terms), fitting).model;
}

/** How far any rate has moved, in bits. */
const furthest = (now: LinkageModel['m'], before: LinkageModel['m']): number =>
  Math.max(
    ...([0, 1] as const).map((context) =>
      now[context].reduce((most, rate, at) => Math.max(most, Math.abs(Math.log2(rate / (before[context][at] ?? rate)))), 0),
    ),
  );
