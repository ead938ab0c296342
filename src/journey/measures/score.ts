// Turns answers into scores by an instrument's definition, or says plainly why it cannot. Answers are the ordinals of the imported
// options, so reversed items already run the right way; what a score means is left to change.ts and finding.ts.
import type { InstrumentDefinition, Scale } from './definition.ts';

/** The answer to each item in order: the ordinal of the chosen option, or null when there is none. */
export type Answers = readonly (number | null)[];

export type ScoreMethod = 'complete' | 'prorated';

export type ScaleScore =
  | {
      readonly kind: 'scored';
      readonly value: number;
      /** The plain sum of the items (mean × items when prorated), which some return codes want instead of the score. */
      readonly sum: number;
      readonly method: ScoreMethod;
      readonly missing: readonly number[];
    }
  | { readonly kind: 'not_scorable'; readonly reason: string };

export type Score =
  | {
      readonly kind: 'scored';
      /** null for an instrument whose answers are never added up. */
      readonly total: number | null;
      readonly subscores: Readonly<Record<string, ScaleScore>>;
      readonly method: ScoreMethod;
      readonly missing: readonly number[];
    }
  | { readonly kind: 'not_scorable'; readonly reason: string; readonly subscores: Readonly<Record<string, ScaleScore>> };

/** Scores the answers. Refuses a wrong count of answers and any answer that the instrument does not offer. */
export function score(definition: InstrumentDefinition, answers: Answers): Score {
  const fault = faultIn(definition, answers);
  if (fault) return { kind: 'not_scorable', reason: fault, subscores: {} };
  const counted = answers.map((answer) => (answer === definition.options.notScored ? null : answer));
  const missing = counted.flatMap((answer, index) => (answer === null ? [index + 1] : []));
  const subscores = Object.fromEntries(definition.subscales.map((scale) => [scale.id, scoreScale(definition, scale, counted)]));
  if (!definition.total) {
    const some = Object.values(subscores).some((subscore) => subscore.kind === 'scored');
    return some
      ? { kind: 'scored', total: null, subscores, method: 'complete', missing }
      : { kind: 'not_scorable', reason: 'No question was answered.', subscores };
  }
  const total = scoreScale(definition, definition.total, counted);
  return total.kind === 'scored'
    ? { kind: 'scored', total: total.value, subscores, method: total.method, missing }
    : { kind: 'not_scorable', reason: total.reason, subscores };
}

function faultIn({ items, options }: InstrumentDefinition, answers: Answers): string | null {
  if (answers.length !== items) return `There are ${items} questions and ${answers.length} answers.`;
  const strange = answers.findIndex(
    (answer) =>
      answer !== null &&
      answer !== options.notScored &&
      !(Number.isInteger(answer) && answer >= options.lowest && answer <= options.highest),
  );
  return strange < 0 ? null : `Question ${strange + 1} has an answer that is not between ${options.lowest} and ${options.highest}.`;
}

function scoreScale(definition: InstrumentDefinition, scale: Scale, answers: Answers): ScaleScore {
  const missing = scale.items.filter((item) => (answers[item - 1] ?? null) === null);
  const refusal = refusalFor(scale, missing);
  if (refusal) return { kind: 'not_scorable', reason: refusal };
  const present = scale.items.flatMap((item) => answers[item - 1] ?? []);
  const mean = present.reduce((sum, answer) => sum + answer, 0) / present.length;
  const sum = missing.length === 0 ? present.reduce((running, answer) => running + answer, 0) : mean * scale.items.length;
  const value = valueFor(scale, present, sum, mean, definition.options.lowest);
  if (value === null) return { kind: 'not_scorable', reason: 'The scoring table is not loaded. The licence holder adds it in settings.' };
  return { kind: 'scored', value, sum, method: missing.length === 0 ? 'complete' : 'prorated', missing };
}

function refusalFor(scale: Scale, missing: readonly number[]): string | null {
  if (missing.length === 0) return null;
  if (missing.length === scale.items.length) return 'No question was answered.';
  const names = listed(missing);
  if (scale.missing.kind === 'complete_only') return `Not answered: ${names}. Every question is needed.`;
  const never = missing.filter((item) => scale.missing.kind === 'prorate' && scale.missing.never?.includes(item));
  if (never.length > 0) return `Not answered: ${names}. Question ${listed(never)} is never filled in.`;
  return missing.length <= scale.missing.atMost ? null : `Not answered: ${names}. At most ${scale.missing.atMost} may be missing.`;
}

function valueFor(scale: Scale, present: readonly number[], sum: number, mean: number, lowest: number): number | null {
  const { rule } = scale;
  switch (rule.kind) {
    case 'sum':
      return sum;
    case 'mean':
      return mean * rule.times;
    case 'transformed_sum':
      return rule.table.get(sum) ?? null;
    case 'weighted': {
      const weights = present.map((answer, index) => rule.weights?.[index]?.[answer - lowest]);
      return weights.every((weight) => weight !== undefined)
        ? rule.slope * weights.reduce((running, weight) => running + weight, 0) + rule.intercept
        : null;
    }
  }
}

const listed = (items: readonly number[]): string =>
  items.length === 1 ? `${items[0]}` : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
