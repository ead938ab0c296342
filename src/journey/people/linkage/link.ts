// Links a whole list of people, or two lists with each other: candidates, learning, weighing, groups. For finding second records across a place
// and for measuring; at the door, one person is compared with few by `compare`, `weigh` and `explain`.
import { type BlockingChoices, type CandidatePairs, candidatePairs } from './candidate-pairs.ts';
import { clusters } from './clusters.ts';
import { type ComparedPairs, compareAll, listComparer } from './compare-list.ts';
import { fields, offsets } from './fields.ts';
import { learn } from './learn.ts';
import { amongHome, fieldAt, homeShownBy } from './levels.ts';
import type { LinkageModel } from './parameters.ts';
import type { PreparedPerson } from './record.ts';
import { amongRivals } from './rivals.ts';
import { type Outcome, outcomeOf, probabilityOf, termBits, thresholds, weightTable } from './weigh.ts';

export interface Linked {
  readonly model: LinkageModel;
  readonly candidates: CandidatePairs;
  /** Weight of each candidate pair in bits, prior included: above 0 it is likelier one person than two. */
  readonly weights: Float64Array;
  /** What would be done with each pair at the door. */
  readonly outcomes: readonly Outcome[];
  /** The group of each person, as the place of one of its members. */
  readonly groups: Int32Array;
  /** Milliseconds spent on each part, when a watch was given. */
  readonly spent: Readonly<Record<'blocking' | 'comparing' | 'learning' | 'weighing' | 'grouping', number>>;
}

const width = fields.length;

/** Below this weight, in bits, a pair is nobody’s question; a little is left for rounding. */
const leastAsked = Math.log2(thresholds.ask / (1 - thresholds.ask)) - 0.001;

const termFields = new Set([fieldAt.given, fieldAt.family, fieldAt.town]);

/** What `weightOf` gives for each pair, with how rare each person’s names are looked up once a person. */
function weightsOf(
  people: readonly PreparedPerson[],
  { left }: CandidatePairs,
  compared: ComparedPairs,
  model: LinkageModel,
): Float64Array {
  const table = weightTable(model);
  const rarity = fields.map((_, field) =>
    ([false, true] as const).map((home) =>
      termFields.has(field) ? Float64Array.from(people, (person) => termBits(1, field, person, model, home)) : new Float64Array(0),
    ),
  );
  const before = Math.log2(model.prior / (1 - model.prior));
  const weights = new Float64Array(compared.count);
  for (let pair = 0; pair < compared.count; pair++) {
    const start = pair * width;
    const shownBy = homeShownBy(compared.levels, start);
    let weight = before;
    for (let field = 0; field < width; field++) {
      const level = compared.levels[start + field] ?? 0;
      if (level === 0) continue;
      weight += table[amongHome(field, shownBy)][(offsets[field] ?? 0) + level] ?? 0;
      if (level === 1) weight += rarity[field]?.[shownBy < 0 ? 0 : 1]?.[left[pair] ?? 0] ?? 0;
    }
    weights[pair] = weight;
  }
  return weights;
}

/** `watch` tells milliseconds, for measuring; the result does not depend on it. */
export function linkAll(people: readonly PreparedPerson[], choices: BlockingChoices = {}, watch: () => number = () => 0): Linked {
  const { secondListFrom } = choices;
  const started = watch();
  const candidates = candidatePairs(people, choices);
  const blocked = watch();
  const compareInto = listComparer(people);
  const compared = compareAll(people, candidates, compareInto);
  const comparing = watch();
  const model = learn(people, candidates, secondListFrom === undefined ? {} : { secondListFrom }, compareInto, compared);
  const learned = watch();
  const alone = weightsOf(people, candidates, compared, model);
  const pairs = { left: candidates.left, right: candidates.right, weights: alone };
  const weights = secondListFrom === undefined ? alone : amongRivals(pairs, { people, model });
  const outcomes = new Array<Outcome>(weights.length);
  for (let pair = 0; pair < weights.length; pair++) {
    const weight = weights[pair] ?? 0;
    // Nearly all pairs are two people, and need no second look.
    outcomes[pair] =
      weight < leastAsked ? 'different' : outcomeOf(compared.levels.subarray(pair * width, (pair + 1) * width), probabilityOf(weight));
  }
  const weighed = watch();
  const groups = clusters(
    people.length,
    pairs,
    secondListFrom === undefined ? {} : { listOf: (record) => (record < secondListFrom ? 0 : 1) },
  );
  const spent = {
    blocking: blocked - started,
    comparing: comparing - blocked,
    learning: learned - comparing,
    weighing: weighed - learned,
    grouping: watch() - weighed,
  };
  return { model, candidates, weights, outcomes, groups, spent };
}
