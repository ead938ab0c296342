// How right a linkage was, where the truth is known: precision, recall and F1 over pairs and groups, and B³ over records.
import type { Linked } from './link.ts';
import { linkAt } from './weigh.ts';

export interface Scores {
  readonly right: number;
  readonly found: number;
  readonly all: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const harmonic = (one: number, other: number): number => (one + other === 0 ? 0 : (2 * one * other) / (one + other));

function scores(right: number, found: number, all: number): Scores {
  const precision = found === 0 ? 1 : right / found;
  const recall = all === 0 ? 1 : right / all;
  return { right, found, all, precision, recall, f1: harmonic(precision, recall) };
}

function counted(names: readonly (string | number)[]): ReadonlyMap<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const pairsOf = (names: readonly (string | number)[]): number =>
  [...counted(names).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

/** Pairs of records with one name; only those across the two lists when there are two. */
function pairsWithin(names: readonly (string | number)[], secondListFrom: number | undefined): number {
  if (secondListFrom === undefined) return pairsOf(names);
  return pairsOf(names) - pairsOf(names.slice(0, secondListFrom)) - pairsOf(names.slice(secondListFrom));
}

export interface Measured {
  readonly candidatePairs: number;
  /** Pairs that too common keys would have added. */
  readonly skippedPairs: number;
  /** Share of true pairs that were compared at all. */
  readonly blockingRecall: number;
  readonly pairs: Scores;
  /** Pairs that would be taken for one person without asking. */
  readonly same: Scores;
  /** Pairs that a person would be shown, those included. */
  readonly shown: Scores;
  readonly clusters: Scores;
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number };
}

/** `truth` names the person of each record. */
export function measure(linked: Linked, truth: readonly string[], secondListFrom?: number): Measured {
  const { candidates, weights, outcomes } = linked;
  const all = pairsWithin(truth, secondListFrom);
  let compared = 0;
  const tally = { pairs: { found: 0, right: 0 }, same: { found: 0, right: 0 }, shown: { found: 0, right: 0 } };
  weights.forEach((weight, pair) => {
    const right = truth[candidates.left[pair] ?? 0] === truth[candidates.right[pair] ?? 0];
    if (right) compared++;
    const outcome = outcomes[pair] ?? 'different';
    const counts = { pairs: weight >= linkAt, same: outcome === 'same', shown: outcome !== 'different' };
    for (const name of ['pairs', 'same', 'shown'] as const) {
      if (!counts[name]) continue;
      tally[name].found++;
      if (right) tally[name].right++;
    }
  });
  const groups = Array.from(linked.groups);
  const both = groups.map((group, record) => `${group}|${truth[record]}`);
  const sizes = { group: counted(groups), truth: counted(truth), both: counted(both) };
  let precision = 0;
  let recall = 0;
  groups.forEach((group, record) => {
    const shared = sizes.both.get(both[record] ?? '') ?? 0;
    precision += shared / (sizes.group.get(group) ?? 1) / groups.length;
    recall += shared / (sizes.truth.get(truth[record] ?? '') ?? 1) / groups.length;
  });
  return {
    candidatePairs: weights.length,
    skippedPairs: candidates.skipped,
    blockingRecall: all === 0 ? 1 : compared / all,
    pairs: scores(tally.pairs.right, tally.pairs.found, all),
    same: scores(tally.same.right, tally.same.found, all),
    shown: scores(tally.shown.right, tally.shown.found, all),
    clusters: scores(pairsWithin(both, secondListFrom), pairsWithin(groups, secondListFrom), all),
    bCubed: { precision, recall, f1: harmonic(precision, recall) },
  };
}
