// Learns a place’s own weights from its records without anybody labelling pairs: expectation–maximisation over candidate pairs, with every
// other possible pair counted as two people. Counting over all pairs keeps the prior honest; over candidates alone it would run away.
import type { CandidatePairs } from './candidate-pairs.ts';
import { type ComparedPairs, compareAll, type ListComparer, listComparer } from './compare-list.ts';
import { fields, levelCount, offsets } from './fields.ts';
import { amongHome, fieldAt, homeShownBy } from './levels.ts';
import { type LinkageModel, startingModel, termFrequencies } from './parameters.ts';
import { type Patterns, patternsOf, termFields } from './patterns.ts';
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
function candidatesAmong(people: number, { left, right }: CandidatePairs): (one: number, other: number) => boolean {
  const begins = new Uint32Array(people + 1);
  for (const place of left) begins[place + 1] = (begins[place + 1] ?? 0) + 1;
  for (let place = 0; place < people; place++) begins[place + 1] = (begins[place + 1] ?? 0) + (begins[place] ?? 0);
  return (one, other) => {
    let from = begins[one] ?? 0;
    let to = begins[one + 1] ?? 0;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((right[middle] ?? 0) < other) from = middle + 1;
      else to = middle;
    }
    return from < (begins[one + 1] ?? 0) && right[from] === other;
  };
}

/** Counts of levels among pairs that are not candidates, scaled to all of them. */
function background(
  people: number,
  pairs: CandidatePairs,
  totalPairs: number,
  secondListFrom: number | undefined,
  compareInto: ListComparer,
): Float64Array {
  const counts = new Float64Array(levelCount);
  const isCandidate = candidatesAmong(people, pairs);
  const levels = new Uint8Array(width);
  let drawn = 0;
  for (const [left, right] of drawnPairs(people, secondListFrom, Math.min(200_000, totalPairs * 2))) {
    if (isCandidate(left, right)) continue;
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

const mostAtHome = fields.flatMap(({ levels }) => levels.map(({ home }) => home?.most ?? 1));

/** Levels that people at one address reach oftener than strangers do: sons named after fathers, siblings and couples of an age. */
const oftenerAtHome = [
  ['given', ['same', 'variant', 'near']],
  ['birth', ['slip', 'onePart', 'near', 'twoFigures', 'partDiffers']],
] as const;
const placesOftener = oftenerAtHome.flatMap(([name, levels]) =>
  levels.map((level) => (offsets[fieldAt[name]] ?? 0) + (fields[fieldAt[name]]?.levels.findIndex((each) => each.name === level) ?? 0)),
);

/**
 * What nature allows: people at one address agree so far at least in the ratio to strangers that the starting rates say, and share a birthday no
 * oftener than twins are born. Without these bounds namesakes in one house, or one person twice, would teach the weights that they are the other.
 */
function withinNature([apart, home]: LinkageModel['u'], start: LinkageModel['u']): LinkageModel['u'] {
  const bounded = home.map((rate, at) => Math.min(rate, mostAtHome[at] ?? 1));
  for (const at of placesOftener) bounded[at] = Math.max(bounded[at] ?? 0, ((apart[at] ?? 0) * (start[1][at] ?? 1)) / (start[0][at] ?? 1));
  return [apart, bounded];
}

/** A level that hardly any pair reaches teaches nothing of its weight, which then passes the starting one by at most this, in bits. */
const mostBeyondStart = 3;

/** `seen` is how many pairs, of one person or of two, reached each level. */
function heldToStart(u: Float64Array, m: Float64Array, seen: Float64Array, start: LinkageModel, context: 0 | 1): Float64Array {
  return u.map((rate, at) => {
    if ((seen[at] ?? 0) >= seldom) return rate;
    const startRatio = (start.m[context][at] ?? 1) / (start.u[context][at] ?? 1);
    return Math.max(rate, (m[at] ?? 1) / (startRatio * 2 ** mostBeyondStart));
  });
}
const seldom = 30;

/** A slip of the pen does not ask who shares a home: but for the family name, matches of both kinds are counted together. */
function countedTogether([apart, home]: readonly [Float64Array, Float64Array]): readonly [Float64Array, Float64Array] {
  const together = [Float64Array.from(apart), Float64Array.from(home)] as const;
  fields.forEach((field, at) => {
    if (at === fieldAt.family || at === fieldAt.place) return;
    for (let level = 0; level < field.levels.length; level++) {
      const place = (offsets[at] ?? 0) + level;
      const sum = (apart[place] ?? 0) + (home[place] ?? 0);
      together[0][place] = sum;
      together[1][place] = sum;
    }
  });
  return together;
}

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
    const one = times * probabilityOf(weight);
    const two = times - one;
    matches += one;
    for (let trait = begin; trait < end; trait++) {
      const place = places[trait] ?? 0;
      same[place] = (same[place] ?? 0) + one;
      apart[place] = (apart[place] ?? 0) + two;
    }
  }
  const both = (counts: Float64Array) => [counts.subarray(0, levelCount), counts.subarray(levelCount)] as const;
  return { matches, matched: both(same), unmatched: both(apart) };
}

/** Weights fitted to these people. Pure and repeatable: the same people in the same order give the same weights. */
export function learn(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  { secondListFrom, trust = 30, rounds = 100 }: LearningChoices = {},
  compareInto: ListComparer = listComparer(people),
  compared: ComparedPairs = compareAll(pairs, compareInto),
): LinkageModel {
  const totalPairs =
    secondListFrom === undefined ? (people.length * (people.length - 1)) / 2 : secondListFrom * (people.length - secondListFrom);
  const terms = termFrequencies(people);
  const start = startingModel(people.length, terms);
  if (compared.count === 0) return start;
  const outside = background(people.length, pairs, totalPairs, secondListFrom, compareInto);
  const patterns = patternsOf(people, pairs, compared, terms);
  const traits = traitsOf(patterns);
  let model = start;
  for (let round = 0; round < rounds; round++) {
    const { matches, matched, unmatched } = expected(patterns, traits, model, outside);
    const prior = (matches + 1) / (totalPairs + 100);
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
      prior,
      m,
      u: withinNature([held[0] ?? start.u[0], held[1] ?? start.u[1]], start.u),
      terms,
    };
    if (round > 5 && furthest(model.m, before.m) < 0.01) break;
  }
  return model;
}

/** How far any rate has moved, in bits. */
const furthest = (now: LinkageModel['m'], before: LinkageModel['m']): number =>
  Math.max(
    ...([0, 1] as const).map((context) =>
      now[context].reduce((most, rate, at) => Math.max(most, Math.abs(Math.log2(rate / (before[context][at] ?? rate)))), 0),
    ),
  );
