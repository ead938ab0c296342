// Whom an order of a list reaches, both ways (TWP-16): of those it puts first and of everybody else, how many were offered a place, started and
// ended as planned; and at each step, which share the two are. Pure.
import { shownCount } from '../evaluation/small-numbers.ts';
import type { ShownShare } from '../reports/model.ts';
import { shareOf } from '../reports/protect.ts';

export const reachStages = ['asked', 'offered', 'started', 'ended'] as const;
export type ReachStage = (typeof reachStages)[number];

export interface Reached {
  /** Whether the order puts them before those who only follow by the day they asked. */
  readonly first: boolean;
  readonly offered: boolean;
  readonly started: boolean;
  readonly ended: boolean;
}

interface Side {
  readonly people: number | null;
  /** Their share of everybody at this stage. */
  readonly ofStage: ShownShare;
  /** The share of their own group that came this far. */
  readonly ofGroup: ShownShare;
}

export interface ReachContent {
  readonly stages: readonly { readonly stage: ReachStage; readonly first: Side; readonly others: Side }[];
}

export class ReachCount {
  readonly #counts = new Map<ReachStage, { first: number; others: number }>(reachStages.map((stage) => [stage, { first: 0, others: 0 }]));

  /** Each stage holds those of the one before: nobody starts who was not offered a place. */
  add(one: Reached): void {
    const side = one.first ? 'first' : 'others';
    const came: Readonly<Record<ReachStage, boolean>> = {
      asked: true,
      offered: one.offered || one.started || one.ended,
      started: one.started || one.ended,
      ended: one.ended,
    };
    for (const [stage, counts] of this.#counts) if (came[stage]) counts[side] += 1;
  }

  content(): ReachContent {
    const asked = this.#counts.get('asked') ?? { first: 0, others: 0 };
    return {
      stages: [...this.#counts].map(([stage, counts]) => {
        const all = counts.first + counts.others;
        // A small number on one side would follow from the other and its share, so both are hidden.
        const hidden = counts.first < 5 || counts.others < 5;
        const side = (name: 'first' | 'others'): Side => ({
          people: hidden ? null : shownCount(counts[name]),
          ofStage: hidden ? { kind: 'hidden' } : shareOf(counts[name], all),
          ofGroup: hidden ? { kind: 'hidden' } : shareOf(counts[name], asked[name]),
        });
        return { stage, first: side('first'), others: side('others') };
      }),
    };
  }
}
