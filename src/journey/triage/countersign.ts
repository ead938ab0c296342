// When a second clinician must agree before a decision leaves the house (lifecycle 4.2). Pure: what was suggested, what was chosen.
import type { FirstStep, Suggestion } from './model.ts';

export type CountersignReason = 'differs_from_rules' | 'slower_after_safety_answer' | 'joint_ownership' | 'views_differ';

export const countersignWords: Readonly<Record<CountersignReason, string>> = {
  differs_from_rules: 'It differs from what the rules suggest.',
  slower_after_safety_answer: 'It is slower than suggested, after a safety answer.',
  joint_ownership: 'Two teams own it together, so both must agree.',
  views_differ: 'Social care and clinical views differ, so both must agree.',
};

export interface Chosen {
  readonly steps: readonly Pick<FirstStep, 'serviceCode' | 'teamCode' | 'gapGroup'>[];
  readonly responseCode: string;
  /** How a colleague of the other profession sees it, where that differs; '' where it does not. */
  readonly otherView?: string | undefined;
}

const same = (one: Chosen['steps'], other: Chosen['steps']): boolean => {
  const names = (steps: Chosen['steps']): string =>
    [...new Set(steps.map((step) => `${step.serviceCode} ${step.teamCode}`))].sort().join('\n');
  return names(one) === names(other);
};

/** Why a second clinician must agree; empty when nobody need. `order` lists response codes, most pressing first. */
export function countersignReasons(suggestion: Suggestion, chosen: Chosen, order: readonly string[]): CountersignReason[] {
  const reasons: CountersignReason[] = [];
  // When the rules failed there is nothing to differ from; the clinician's own decision stands, as it did before there were rules.
  if (suggestion.steps.length > 0 && !same(suggestion.steps, chosen.steps)) reasons.push('differs_from_rules');
  if (
    suggestion.safetyConcern &&
    suggestion.responseCode !== null &&
    order.indexOf(chosen.responseCode) > order.indexOf(suggestion.responseCode)
  )
    reasons.push('slower_after_safety_answer');
  if (chosen.steps.some((step) => step.gapGroup === 'G3')) reasons.push('joint_ownership');
  if (chosen.otherView?.trim()) reasons.push('views_differ');
  return reasons;
}
