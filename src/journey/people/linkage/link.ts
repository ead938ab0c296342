// Links a whole list of people, or two lists with each other: candidates, learning, weighing, groups. For finding second records across a place
// and for measuring; at the door, one person is compared with few by `compare`, `weigh` and `explain`.
import { type BlockingChoices, type CandidatePairs, candidatePairs } from './blocking.ts';
import { clusters } from './clusters.ts';
import { fields } from './fields.ts';
import { compareAll, learn } from './learn.ts';
import type { LinkageModel } from './parameters.ts';
import type { PreparedPerson } from './record.ts';
import { amongRivals } from './rivals.ts';
import { type Outcome, outcomeOf, probabilityOf, weightOf, weightTable } from './weigh.ts';

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

/** `watch` tells milliseconds, for measuring; the result does not depend on it. */
export function linkAll(people: readonly PreparedPerson[], choices: BlockingChoices = {}, watch: () => number = () => 0): Linked {
  const { secondListFrom } = choices;
  const started = watch();
  const candidates = candidatePairs(people, choices);
  const blocked = watch();
  const compared = compareAll(people, candidates);
  const comparing = watch();
  const model = learn(people, candidates, secondListFrom === undefined ? {} : { secondListFrom }, compared);
  const learned = watch();
  const table = weightTable(model);
  const alone = new Float64Array(compared.count);
  const levelsOf = (pair: number) => compared.levels.subarray(pair * fields.length, (pair + 1) * fields.length);
  for (let pair = 0; pair < compared.count; pair++) {
    const person = people[candidates.left[pair] ?? 0];
    if (person !== undefined) alone[pair] = weightOf(levelsOf(pair), person, model, table);
  }
  const pairs = { left: candidates.left, right: candidates.right, weights: alone };
  const weights = secondListFrom === undefined ? alone : amongRivals(pairs, { people, model });
  const outcomes = Array.from(weights, (weight, pair) => outcomeOf(levelsOf(pair), probabilityOf(weight)));
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
