// From versions and rows to the words that the rule room shows. Pure.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { RuleLine } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { Evaluation, MissingFact } from '../../platform/decisions/evaluation.ts';
import { conditionsOf } from '../../platform/decisions/reading.ts';
import type { DecisionTable, HitPolicy, Input } from '../../platform/decisions/table.ts';
import { saidDate } from '../../platform/said.ts';
import { type RuleSetting, resultInWords } from './checking.ts';
import type { RuleState } from './model.ts';
import { type Standing, standingOn } from './versions.ts';

export const addressOf = ({ service, purpose }: RuleLine): string => `/rules/${service}/${purpose}`;

export const serviceName = (place: Pick<Place, 'services'>, code: string): string =>
  place.services.find((service) => service.code === code)?.name ?? code;

export const hitPolicyWords: Readonly<Record<HitPolicy, string>> = {
  FIRST: 'The first row that fits decides',
  'RULE ORDER': 'Every row that fits counts, from the top',
  COLLECT: 'Every row that fits counts',
  UNIQUE: 'Only one row may ever fit',
};

export const stateWords: Readonly<Record<RuleState, string>> = {
  draft: 'Draft',
  proposed: 'Waiting for approval',
  approved: 'Approved',
  stopped: 'Stopped',
  set_aside: 'Set aside',
};

/** “In force since 1 April 2026.” */
export function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'in force':
      return `In force since ${saidDate(standing.since)}`;
    case 'begins':
      return `Begins on ${saidDate(standing.on)}`;
    case 'day not set':
      return 'Agreed; its first day is not set';
    case 'held':
      if (standing.to !== null && standing.to < standing.from) return 'Stopped before its first day was over';
      return standing.to === null ? `Began on ${saidDate(standing.from)}; replaced since` : `Held until ${saidDate(standing.to)}`;
  }
}

export interface RowView {
  readonly id: string;
  readonly at: number;
  readonly sentence: string;
  readonly conditions: readonly { readonly key: string; readonly label: string; readonly words: string }[];
  readonly results: readonly { readonly key: string; readonly label: string; readonly words: string }[];
  readonly reason: string;
  readonly changes: string;
  readonly code: string;
}

export const rowViews = (table: DecisionTable, setting: RuleSetting): RowView[] =>
  table.rules.map((rule, index) => ({
    id: rule.id,
    at: index + 1,
    sentence: rule.sentence,
    conditions: conditionsOf(table, rule.id).map(({ input, words }) => ({
      key: input.name,
      label: input.label,
      // What a list needs “to include” is read here as what it includes.
      words: words.replace(/^to include /, 'includes '),
    })),
    results: table.outputs.flatMap((output) => {
      const value = rule.outputs[output.name];
      return value === undefined ? [] : [{ key: output.name, label: output.label, words: resultInWords(setting, output.name, value) }];
    }),
    reason: rule.reason,
    changes: rule.changes,
    code: rule.reasonCode,
  }));

/** ““Are you safe right now?” is “No””, or that it is for everybody. */
export const whenWords = ({ conditions }: Pick<RowView, 'conditions'>): string =>
  conditions.length === 0
    ? 'For everybody, whatever they said.'
    : conditions.map(({ label, words }) => `“${label}” ${words.startsWith('includes ') ? '' : 'is '}${words}`).join(', and ');

/** A fault’s words with rows by their number, as people count them, and “This row” where only one is meant. */
export function withRowNumbers(message: string, rows: readonly { readonly id: string }[], only?: string): string {
  if (only !== undefined && message.startsWith(`Row “${only}”`)) {
    const rest = message.slice(`Row “${only}”`.length);
    const said = rest.startsWith(': ') ? rest.slice(2) : `this row${rest}`;
    return said.charAt(0).toUpperCase() + said.slice(1);
  }
  return rows.reduce((text, { id }, index) => text.replaceAll(`“${id}”`, String(index + 1)), message);
}

export interface VersionLine {
  readonly number: number;
  readonly words: string;
  readonly by: string;
  readonly inForce: boolean;
}

export const versionLines = (rules: readonly ServiceRules[], versions: readonly ServiceRules[], day: LocalDate): VersionLine[] =>
  versions.map((one) => {
    const standing = standingOn(rules, one, day);
    return {
      number: one.table.version,
      words: standingWords(standing),
      by: `Written by ${one.author}. Agreed by ${one.approvedBy}.`,
      inForce: standing.kind === 'in force',
    };
  });

const missingWords: Readonly<Record<MissingFact['because'], string>> = {
  'not asked': 'Not asked yet',
  'asked, chose not to say': 'Asked, chose not to say',
  'not known': 'Not known',
};

/** What a working-out says, as the page of an explanation shows it. */
export const explained = (evaluation: Evaluation) => ({
  fired: evaluation.fired.map(({ rule, sentence, reason, changes }) => ({ key: rule, sentence, reason, changes })),
  used: evaluation.used.map(({ input, label, words }) => ({ key: input, label, words })),
  missing: evaluation.missing.map(({ input, label, because }) => ({ key: input, label, because: missingWords[because] })),
  nearest: evaluation.nearest?.sentence.replace(/^Nearest that did not apply: /, ''),
  failed: evaluation.problem?.reason,
});

/** “Yes, No or Not sure”, or the kind of answer. */
export function answersInWords({ type, values, unit }: Pick<Input, 'type' | 'values' | 'unit'>): string {
  if (values) return values.length > 8 ? `${values.length} answers` : values.map(({ label }) => label).join(', ');
  return type === 'number' ? `A number${unit ? ` of ${unit}` : ''}` : type === 'date' ? 'A day' : 'Yes, No';
}
