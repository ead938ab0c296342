// What the place's rules suggest for a referral, and every other first step they could name. Pure: facts in, suggestion out.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { rulesInForce } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { evaluate } from '../../platform/decisions/evaluate.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import type { Input, OutputValues } from '../../platform/decisions/table.ts';
import type { FirstStep, Suggestion } from './model.ts';

/** The table that suggests for this service on this day. */
export const suggestionRules = (place: Place, service: string, day: LocalDate): ServiceRules | undefined =>
  rulesInForce(place.rules, { service, purpose: 'suggestion' }, day);

/** Response codes of a service's scale, most pressing first, with their words. */
export const responsesOf = (place: Place, rules: ServiceRules | undefined): readonly { readonly code: string; readonly words: string }[] =>
  (rules?.responseScale ? byCode(place.scales, rules.responseScale)?.responses : undefined) ?? place.scales[0]?.responses ?? [];

const gapGroups = ['G1', 'G2', 'G3'] as const;

function stepOf(place: Place, rules: ServiceRules, id: string, outputs: OutputValues, reason: string, changes: string): FirstStep {
  const serviceCode = String(outputs.offer ?? '');
  const teamCode = String(outputs.team ?? '');
  const responseCode = String(outputs.response ?? '');
  return {
    id,
    serviceCode,
    serviceName: byCode(place.services, serviceCode)?.name ?? serviceCode,
    teamCode,
    teamName: byCode(place.teams, teamCode)?.name ?? teamCode,
    responseCode,
    responseWords: responsesOf(place, rules).find((one) => one.code === responseCode)?.words ?? responseCode,
    gapGroup: gapGroups.find((group) => group === outputs.gapGroup) ?? null,
    pathwayCode: typeof outputs.pathway === 'string' ? outputs.pathway : null,
    reason,
    changes,
  };
}

const sameOffer = (one: FirstStep, other: FirstStep): boolean => one.serviceCode === other.serviceCode && one.teamCode === other.teamCode;

/** More than this at once is not a first step any more; the rest stand among the alternatives. */
const mostSteps = 3;

/** One step for each offer, under the most pressing response that any of its rows gave. */
function merged(steps: readonly FirstStep[], order: readonly string[]): FirstStep[] {
  const kept: FirstStep[] = [];
  for (const step of steps) {
    const at = kept.findIndex((one) => sameOffer(one, step));
    const there = kept[at];
    if (!there) kept.push(step);
    else if (order.indexOf(step.responseCode) < order.indexOf(there.responseCode)) kept[at] = { ...step, id: there.id };
  }
  return kept.sort((a, b) => order.indexOf(a.responseCode) - order.indexOf(b.responseCode));
}

/** The area of a blueprint’s facts that means anywhere it does not serve. */
const elsewhere = 'elsewhere';

/** Facts of the table that are worked out from an answer. What was not answered stays missing. */
const workedOut = (inputs: readonly Input[], facts: Facts): Facts =>
  Object.fromEntries(
    inputs.flatMap(({ name, from }): [string, unknown][] => {
      const given = from && facts[from.question];
      return given === undefined ? [] : [[name, [given].flat().some((code) => from?.codes.includes(String(code))) ? 'yes' : 'no']];
    }),
  );

/** Answers are kept as codes: what the table reads as a number is one, where it is written as one. */
const asNumbers = (inputs: readonly Input[], facts: Facts): Facts =>
  Object.fromEntries(
    inputs.flatMap(({ name, type }): [string, unknown][] => {
      const given = facts[name];
      return type === 'number' && typeof given === 'string' && /^\d+$/.test(given) ? [[name, Number(given)]] : [];
    }),
  );

/**
 * Where somebody lives is written freely. It counts when it is the name or the beginning of the name of an area the blueprint knows; else it is
 * not known. Whether they live in the area is told from it, unless somebody was asked.
 */
export function withKnownArea(place: Place, rules: ServiceRules, facts: Facts): Facts {
  const written = typeof facts.area === 'string' ? facts.area.toLowerCase() : '';
  const inputs = place.facts.find(({ blueprint }) => blueprint === rules.blueprint)?.inputs ?? rules.table.inputs;
  const areas = inputs.find((input) => input.name === 'area')?.values ?? [];
  const known = written === '' ? undefined : areas.find((area) => area.code === written || area.label.toLowerCase().startsWith(written));
  const lives = known && { lives_in_area: known.code === elsewhere ? 'no' : 'yes' };
  return { ...lives, ...facts, ...asNumbers(rules.table.inputs, facts), ...workedOut(rules.table.inputs, facts), area: known?.code };
}

/** A row that applied, as far as a first step needs it. */
export interface AppliedRow {
  readonly rule: string;
  readonly outputs: OutputValues;
  readonly reason: string;
  readonly changes: string;
  readonly byAnAnswer: boolean;
}

/** The first steps that the rows which applied make together, most pressing first. */
export function firstSteps(place: Place, rules: ServiceRules, applied: readonly AppliedRow[]): FirstStep[] {
  const order = responsesOf(place, rules).map((one) => one.code);
  // A row that any facts meet is there so that nobody is left without an offer: it speaks when no other row does.
  const telling = applied.filter(({ byAnAnswer }) => byAnAnswer);
  const steps = (telling.length > 0 ? telling : applied).map(({ rule, outputs, reason, changes }) =>
    stepOf(place, rules, rule, outputs, reason, changes),
  );
  return merged(steps, order).slice(0, mostSteps);
}

export function suggest(place: Place, serviceCode: string, facts: Facts, day: LocalDate, safetyConcern: boolean): Suggestion {
  const rules = suggestionRules(place, serviceCode, day);
  const nothing = { steps: [], responseCode: null, responseWords: null, evaluation: null, safetyConcern } as const;
  if (!rules)
    return { ...nothing, table: '', tableName: '', version: '', effectiveFrom: '', failed: 'This service has no rules in effect today.' };
  const { table } = rules;
  const about = { table: table.id, tableName: table.name, version: `${table.id} ${table.version}`, effectiveFrom: table.effectiveFrom };
  const evaluation = evaluate(table, withKnownArea(place, rules, facts));
  if (evaluation.problem) return { ...nothing, ...about, evaluation, failed: evaluation.problem.reason };
  const steps = firstSteps(
    place,
    rules,
    evaluation.fired.map(({ matched, ...fired }) => ({ ...fired, byAnAnswer: matched.length > 0 })),
  );
  const first = steps[0];
  return {
    ...about,
    steps,
    responseCode: first?.responseCode ?? null,
    responseWords: first?.responseWords ?? null,
    evaluation,
    failed: null,
    safetyConcern,
  };
}

/** Every other first step the table can name, the nearest row's first, each offer once. */
export function alternatives(place: Place, serviceCode: string, suggestion: Suggestion, day: LocalDate): FirstStep[] {
  const rules = suggestionRules(place, serviceCode, day);
  if (!rules) return [];
  const order = responsesOf(place, rules).map((one) => one.code);
  const nearest = suggestion.evaluation?.nearest?.rule;
  const all = rules.table.rules
    .toSorted((a, b) => Number(b.id === nearest) - Number(a.id === nearest))
    .map((rule) => stepOf(place, rules, rule.id, rule.outputs, rule.reason, rule.changes));
  const others: FirstStep[] = [];
  for (const step of all)
    if (!suggestion.steps.some((one) => sameOffer(one, step)) && !others.some((one) => sameOffer(one, step))) others.push(step);
  return others.sort(
    (a, b) => Number(b.id === nearest) - Number(a.id === nearest) || order.indexOf(a.responseCode) - order.indexOf(b.responseCode),
  );
}
