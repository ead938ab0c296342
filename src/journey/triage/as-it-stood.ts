// What stands in the form of a decision when it opens: what the rules suggest or, where a second clinician gave one back, what its author chose. Pure.
import { helps } from '../coming/model.ts';
import type { Considered } from './considering.ts';
import type { FirstStep } from './model.ts';
import type { TypedDecision } from './pages/decision.tsx';
import type { DecisionRow } from './store-decision.ts';

const named = (steps: readonly Pick<FirstStep, 'serviceName'>[]): string => steps.map(({ serviceName }) => serviceName).join(', then ');

export function asItStood(
  { suggestion, alternatives }: Pick<Considered, 'suggestion' | 'alternatives'>,
  back?: Pick<DecisionRow, 'firstStep' | 'responseCode' | 'reason' | 'personsView' | 'otherView'>,
): TypedDecision {
  const suggested = suggestion.steps.length > 0 ? 'suggested' : '';
  const other =
    back && back.firstStep !== named(suggestion.steps) ? alternatives.find(({ serviceName }) => serviceName === back.firstStep) : undefined;
  const own = (other ? [other] : suggestion.steps).map(({ reason }) => reason).join(' ');
  return {
    step: other?.id ?? suggested,
    response: back?.responseCode ?? suggestion.responseCode ?? '',
    // The rules’ own reason is not typed: it follows whatever is chosen.
    reason: back && back.reason !== own ? back.reason : '',
    personsView: back?.personsView ?? '',
    otherView: back?.otherView ?? '',
    // Each is offered unless somebody takes it off.
    coming: helps,
    comingNot: '',
  };
}
