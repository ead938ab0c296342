// What the rows that fired come to: a first step with its time, a result, or a place in a list. Pure; the same for one person and for ten thousand.
import { firstSteps, responsesOf } from '../../journey/triage/suggest.ts';
import type { Purpose, ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { FiredRow } from '../../platform/decisions/evaluate.ts';
import type { ChangeKind, Outcome } from './model.ts';

/** When a table fails the work goes on without a suggestion: the last rank, so that a version that begins to fail shows as worse. */
const noAnswer: Outcome = { key: 'no answer', label: 'No answer', rank: Number.MAX_SAFE_INTEGER };

const results: Readonly<Record<string, { readonly label: string; readonly rank: number }>> = {
  fits: { label: 'It is for them', rank: 0 },
  ask: { label: 'Ask first', rank: 1 },
  'another-offer': { label: 'Another offer', rank: 2 },
  likely: { label: 'Likely to fit', rank: 0 },
  'another-offer-first': { label: 'Another offer first', rank: 1 },
};

export function outcomeOf(place: Place, rules: ServiceRules, fired: readonly FiredRow[] | undefined): Outcome {
  if (fired === undefined || fired.length === 0) return noAnswer;
  return byPurpose[rules.purpose](place, rules, fired);
}

const byPurpose: Readonly<Record<Purpose, (place: Place, rules: ServiceRules, fired: readonly FiredRow[]) => Outcome>> = {
  suggestion(place, rules, fired) {
    const steps = firstSteps(
      place,
      rules,
      fired.map(({ rule, byAnAnswer }) => ({
        rule: rule.id,
        outputs: rule.outputs,
        reason: rule.reason,
        changes: rule.changes,
        byAnAnswer,
      })),
    );
    const first = steps[0];
    if (!first) return noAnswer;
    const offers = [...new Set(steps.map(({ serviceCode, teamCode }) => `${serviceCode} ${teamCode}`))].toSorted();
    return {
      key: [first.responseCode, ...offers].join('\n'),
      label: first.responseWords,
      rank: responsesOf(place, rules).findIndex(({ code }) => code === first.responseCode),
    };
  },
  fit: (_, __, fired) => ofResult(fired),
  eligibility: (_, __, fired) => ofResult(fired),
  priority(_, __, fired) {
    const first = fired.toSorted((one, other) => Number(one.rule.outputs.order) - Number(other.rule.outputs.order))[0];
    const label = String(first?.rule.outputs.group ?? '');
    return { key: label, label, rank: Number(first?.rule.outputs.order) };
  },
};

/** Several rows may speak: any that offers something else decides, then any that asks. */
function ofResult(fired: readonly FiredRow[]): Outcome {
  const deciding = fired.toSorted((one, other) => rankOf(other) - rankOf(one))[0];
  const { result, offer } = deciding?.rule.outputs ?? {};
  const known = results[String(result)];
  return { key: `${result} ${known?.rank === 0 ? '' : (offer ?? '')}`, label: known?.label ?? String(result), rank: known?.rank ?? 0 };
}

const rankOf = ({ rule }: FiredRow): number => results[String(rule.outputs.result)]?.rank ?? 0;

export function changeOf({ before, after }: { readonly before: Outcome; readonly after: Outcome }): ChangeKind {
  if (before.key === after.key) return 'same';
  return after.rank < before.rank ? 'better' : after.rank > before.rank ? 'worse' : 'other';
}

/** What there is before the first version of a table: everybody alike. Nobody is asked more or sent elsewhere, and nobody comes first. */
export function everybodyAlike(rules: ServiceRules): ServiceRules {
  const { table, purpose } = rules;
  const last = table.rules.toSorted((one, other) => Number(other.outputs.order) - Number(one.outputs.order))[0];
  const outputs = { result: purpose === 'fit' ? 'likely' : 'fits', ...(purpose === 'priority' ? last?.outputs : {}) };
  const row = { id: 'everybody', sentence: '', cells: {}, outputs, reason: '', reasonCode: '', changes: '' };
  return { ...rules, table: { ...table, version: 0, hitPolicy: 'FIRST', rules: [row] } };
}

/** What better and worse mean for each purpose, in words. */
export const changeWords: Readonly<Record<Purpose, Readonly<Record<Exclude<ChangeKind, 'same'>, string>>>> = {
  suggestion: { better: 'Sooner', worse: 'Later', other: 'As soon, with another offer' },
  fit: { better: 'Now likely to fit', worse: 'Now another offer first', other: 'Another of the other offers' },
  eligibility: { better: 'Nearer to a place', worse: 'Further from a place', other: 'Another of the other offers' },
  priority: { better: 'Earlier in the list', worse: 'Later in the list', other: 'As early, in another group' },
};
