// Learns a place’s own weights from its records without anybody labelling pairs: expectation–maximisation over candidate pairs, with every
// other possible pair counted as two people. Counting over all pairs keeps the prior honest; over candidates alone it would run away.
import type { CandidatePairs } from './blocking.ts';
import { amongHome, compare, fieldAt, homeShownBy, sharesHome } from './compare.ts';
import { fields, levelCount, offsets } from './fields.ts';
import { type LinkageModel, startingModel, termFrequencies } from './parameters.ts';
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
  for (const [left, right] of drawnPairs(people.length, secondListFrom, Math.min(200_000, totalPairs * 2))) {
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

/** Weights fitted to these people. Pure and repeatable: the same people in the same order give the same weights. */
export function learn(
  people: readonly PreparedPerson[],
  pairs: CandidatePairs,
  { secondListFrom, trust = 30, rounds = 100 }: LearningChoices = {},
  compared: ComparedPairs = compareAll(people, pairs),
): LinkageModel {
  const totalPairs =
    secondListFrom === undefined ? (people.length * (people.length - 1)) / 2 : secondListFrom * (people.length - secondListFrom);
  const terms = termFrequencies(people);
  const start = startingModel(people.length, terms);
  if (compared.count === 0) return start;
  const outside = background(people, pairs, totalPairs, secondListFrom);
  const patterns = patternsOf(people, pairs, compared, start);
  let model = start;
  for (let round = 0; round < rounds; round++) {
    const table = weightTable(model);
    const matched = [new Float64Array(levelCount), new Float64Array(levelCount)] as const;
    const unmatched = [Float64Array.from(outside), new Float64Array(levelCount)] as const;
    let matches = 0;
    for (let at = 0; at < patterns.count; at++) {
      const levels = patterns.levels.subarray(at * width, (at + 1) * width);
      const often = patterns.often[at] ?? 0;
      const shownBy = homeShownBy(levels);
      let weight = Math.log2(model.prior / (1 - model.prior));
      for (let field = 0; field < width; field++) {
        const level = levels[field] ?? 0;
        if (level !== 0) weight += table[amongHome(field, shownBy)][(offsets[field] ?? 0) + level] ?? 0;
      }
      for (let term = 0; term < termFields.length; term++) {
        const share = patterns.rarity[at * termFields.length + term] ?? 0;
        if (share !== 0) {
          const average = model.u[0][(offsets[termFields[term] ?? 0] ?? 0) + 1] ?? 1;
          weight += rarityBits(average, share, shownBy >= 0);
        }
      }
      const probability = probabilityOf(weight);
      const same = often * probability;
      const apart = often - same;
      matches += same;
      for (let field = 0; field < width; field++) {
        const place = (offsets[field] ?? 0) + (levels[field] ?? 0);
        const context = amongHome(field, shownBy);
        matched[context][place] = (matched[context][place] ?? 0) + same;
        unmatched[context][place] = (unmatched[context][place] ?? 0) + apart;
      }
    }
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

/** Distinct outcomes of comparing and how often each came, so that a round of learning costs the same for a thousand pairs as for a million. */
interface Patterns {
  readonly levels: Uint8Array;
  /** Log base 2 of the share of each agreeing name, 0 where there is none to weigh. */
  readonly rarity: Float32Array;
  readonly often: Float64Array;
  readonly count: number;
}

/** Shares of names are told apart by half bits. */
const stepsABit = 2;

function patternsOf(people: readonly PreparedPerson[], pairs: CandidatePairs, compared: ComparedPairs, { terms }: LinkageModel): Patterns {
  const terms3 = termFields.length;
  const least = Math.log2(terms.least);
  const step = (share: number | undefined): number => {
    const bits = share === undefined || share <= terms.least ? least : Math.log2(share);
    return Math.max(1, Math.min(63, Math.round(-bits * stepsABit)));
  };
  const steps = [
    new Map([...terms.given].map(([name, share]) => [name, step(share)])),
    new Map([...terms.family].map(([name, share]) => [name, step(share)])),
    new Map([...terms.town].map(([name, share]) => [name, step(share)])),
  ] as const;
  const rarest = step(undefined);
  const numbers = new Map<number, number>();
  const first: number[] = [];
  const found: number[][] = [];
  const often: number[] = [];
  for (let pair = 0; pair < compared.count; pair++) {
    const person = people[pairs.left[pair] ?? 0];
    if (person === undefined) continue;
    const start = pair * width;
    let key = 0;
    for (let field = 0; field < width; field++) key = key * (radix[field] ?? 1) + (compared.levels[start + field] ?? 0);
    const home = sharesHome(compared.levels.subarray(start, start + width));
    const given = compared.levels[start + fieldAt.given] === 1 ? (steps[0].get(person.given) ?? rarest) : 0;
    const family = compared.levels[start + fieldAt.family] === 1 && !home ? (steps[1].get(person.family) ?? rarest) : 0;
    const town = compared.levels[start + fieldAt.town] === 1 && !home ? (steps[2].get(person.town) ?? rarest) : 0;
    key = ((key * 64 + given) * 64 + family) * 64 + town;
    const known = numbers.get(key);
    if (known === undefined) {
      numbers.set(key, often.length);
      often.push(1);
      first.push(start);
      found.push([given, family, town]);
    } else often[known] = (often[known] ?? 0) + 1;
  }
  const count = often.length;
  const levels = new Uint8Array(count * width);
  const rarity = new Float32Array(count * terms3);
  for (let at = 0; at < count; at++) {
    const start = first[at] ?? 0;
    levels.set(compared.levels.subarray(start, start + width), at * width);
    found[at]?.forEach((value, term) => {
      rarity[at * terms3 + term] = -value / stepsABit;
    });
  }
  return { levels, rarity, often: Float64Array.from(often), count };
}
const radix = fields.map(({ levels }) => levels.length);
