// How long it takes, at the door, to find who somebody may already be: for people already here, whose own keys are the busiest there are.
import { weighCandidates } from '../src/journey/people/matching/matching.ts';
import type { As } from '../src/platform/database/as.ts';
import { type Times, timesOf } from './quantiles.ts';

/** Milliseconds a person. */
export async function timesOfLinkage(as: As, people: readonly string[]): Promise<Times> {
  const taken: number[] = [];
  for (const person of people) {
    const begun = performance.now();
    await as({ kind: 'worker', job: 'measure linkage' }, (tables) => weighCandidates(tables, person), { readOnly: true });
    taken.push(performance.now() - begun);
  }
  return timesOf(taken);
}
