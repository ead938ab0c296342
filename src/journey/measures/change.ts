// What one person's change from a first to a last score means by the instrument's published thresholds (Jacobson and Truax categories).
// The thresholds themselves, and counting over groups, are worked out in learning/outcomes.
import { type Better, type InstrumentDefinition, onClinicalSide } from './definition.ts';

/** `crossed`: over the cut-off by less than measurement error. `improved` with `startedBelow` true began on the general side already. */
export type ChangeCategory = 'recovered' | 'improved' | 'crossed' | 'no_reliable_change' | 'deteriorated';

export interface PersonChange {
  /** Improvement is always positive, whichever way the score runs. */
  readonly improvement: number;
  /** last − first, as the person sees it on the chart. */
  readonly difference: number;
  /** null when the instrument has no confirmed threshold. */
  readonly category: ChangeCategory | null;
  /** Whether the first score was already on the general-population side of the cut-off; null without a cut-off. */
  readonly startedBelow: boolean | null;
  readonly endedBelow: boolean | null;
}

/** Scores made of means carry binary dust; a change this close to a threshold has reached it. */
const dust = 1e-9;

/** Improvement is positive: first − last when lower is better, else last − first. */
export const improvementOf = (better: Better, first: number, last: number): number => (better === 'lower' ? first - last : last - first);

/** Classifies a change by a threshold and, where there is one, a cut-off. */
export function classifyChange(
  measure: { readonly better: Better; readonly threshold: number | null; readonly cutOff: number | null },
  first: number,
  last: number,
): PersonChange {
  const improvement = improvementOf(measure.better, first, last);
  const below = (score: number) => (measure.cutOff === null ? null : !onClinicalSide(measure.better, measure.cutOff, score));
  const startedBelow = below(first);
  const endedBelow = below(last);
  const category =
    measure.threshold === null ? null : categoryOf(improvement, measure.threshold, startedBelow === false && endedBelow === true);
  return { improvement, difference: last - first, category, startedBelow, endedBelow };
}

function categoryOf(improvement: number, threshold: number, crossed: boolean): ChangeCategory {
  if (improvement <= -threshold + dust) return 'deteriorated';
  if (improvement >= threshold - dust) return crossed ? 'recovered' : 'improved';
  return crossed ? 'crossed' : 'no_reliable_change';
}

/** A person's change on an instrument, by its own threshold and first cut-off. */
export const personChange = (definition: InstrumentDefinition, first: number, last: number): PersonChange =>
  classifyChange(
    {
      better: definition.better,
      threshold: definition.reliableChange?.threshold ?? null,
      cutOff: definition.cutOffs[0]?.value ?? null,
    },
    first,
    last,
  );
