// Everything that can be wrong with a version before it is used: its cells and rows, what it may not decide by, the words it says, and whether
// what it offers exists here. The same check for every road in: the form, a file, another version. Pure.
import { byCode, type Purpose } from '../../platform/blueprint/blueprint.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import { conclusions } from '../../platform/blueprint/tables.ts';
import { textFaults } from '../../platform/blueprint/wording.ts';
import { didYouMean } from '../../platform/closest.ts';
import { find } from '../../platform/codes/codes.ts';
import { check, type TableFault } from '../../platform/decisions/check.ts';
import type { DecisionTable, Input, Rule } from '../../platform/decisions/table.ts';
import type { RuleContent } from './model.ts';

type Known = Pick<Place, 'services' | 'teams' | 'pathways' | 'scales' | 'facts'>;

export interface RuleSetting {
  readonly place: Known;
  readonly blueprint: string;
  readonly purpose: Purpose;
  readonly responseScale: string | undefined;
}

/** What rules of a blueprint may read. What a fact is, and what it is about, is said there and nowhere else. */
export const factsOf = ({ place, blueprint }: Pick<RuleSetting, 'place' | 'blueprint'>): readonly Input[] =>
  place.facts.find((one) => one.blueprint === blueprint)?.inputs ?? [];

/** Each result with the values it may have here, where they are a list. */
export function resultsOf({ place, purpose, responseScale }: RuleSetting) {
  const lists: Readonly<Record<string, readonly { readonly code: string; readonly words: string }[]>> = {
    services: place.services.map(({ code, name }) => ({ code, words: name })),
    teams: place.teams.map(({ code, name }) => ({ code, words: name })),
    pathways: place.pathways.map(({ code, name }) => ({ code, words: name })),
    responses: byCode(place.scales, responseScale ?? '')?.responses.map(({ code, words }) => ({ code, words })) ?? [],
  };
  return conclusions[purpose].map(({ refers, ...output }) => ({
    output,
    choices: refers ? (lists[refers] ?? []) : output.values?.map((code) => ({ code, words: wordsOfResult(code) })),
  }));
}

const wordsOfResult = (code: string): string => resultWords[code] ?? find('strandType', code)?.label ?? code.replaceAll('_', ' ');

/** Values of results that are codes of ours, in words. */
const resultWords: Readonly<Record<string, string>> = {
  fits: 'It is for them',
  ask: 'Ask first',
  'another-offer': 'Another offer',
  likely: 'Likely to fit',
  'another-offer-first': 'Another offer first',
  G1: 'Gap group 1: practical support, coping',
  G2: 'Gap group 2: not yet able to come',
  G3: 'Gap group 3: two teams together',
};

/** What a result’s value means, as people say it. */
export const resultInWords = (setting: RuleSetting, name: string, value: string | number | boolean): string =>
  resultsOf(setting)
    .find(({ output }) => output.name === name)
    ?.choices?.find(({ code }) => code === String(value))?.words ?? wordsOfResult(String(value));

/** The content with facts and results as this place defines them, whatever a file or form said they were. Facts it does not know are left for the check to name. */
export function settled(content: RuleContent, setting: RuleSetting): RuleContent {
  const facts = factsOf(setting);
  const used = [...new Set(content.rules.flatMap((rule) => Object.keys(rule.cells)))];
  return {
    name: content.name,
    hitPolicy: content.hitPolicy,
    answersAlways: true,
    inputs: facts.filter(({ name }) => used.includes(name)),
    outputs: resultsOf(setting).map(({ output }) => output),
    rules: content.rules.map((rule) => ({
      ...rule,
      cells: Object.fromEntries(Object.entries(rule.cells).filter(([, cell]) => cell.trim() !== '-')),
    })),
  };
}

/** Every fault; empty when it may be proposed. */
export function faultsOf(content: RuleContent, setting: RuleSetting): readonly TableFault[] {
  const table: DecisionTable = { ...settled(content, setting), id: 'version', version: 1, effectiveFrom: '2000-01-01' };
  const facts = factsOf(setting).map(({ name }) => name);
  const unknown = content.rules.flatMap((rule) =>
    Object.keys(rule.cells)
      .filter((name) => !facts.includes(name))
      .map(
        (name): TableFault => ({
          kind: 'unknown',
          rule: rule.id,
          input: name,
          message: `“${name}” is not a fact this place asks for.`,
          fix: didYouMean(name, facts) || 'Choose one of the facts of this place.',
        }),
      ),
  );
  const own = unknown.length > 0 ? unknown : check(table);
  return [...own, ...content.rules.flatMap((rule) => [...offerFaults(rule, setting), ...wordFaults(rule)])];
}

function offerFaults(rule: Rule, setting: RuleSetting): TableFault[] {
  const faults: TableFault[] = [];
  for (const { output, choices } of resultsOf(setting)) {
    const value = rule.outputs[output.name];
    if (value !== undefined && choices && !output.values && !choices.some(({ code }) => code === value))
      faults.push({
        kind: 'unknown',
        rule: rule.id,
        output: output.name,
        message: `Row “${rule.id}” gives “${value}” for “${output.label}”, which does not exist here.`,
        fix:
          didYouMean(
            String(value),
            choices.map(({ code }) => code),
          ) || 'Choose one from the list.',
      });
  }
  const { offer, team, result } = rule.outputs;
  const giver = typeof team === 'string' ? byCode(setting.place.teams, team) : undefined;
  if (giver && typeof offer === 'string' && !giver.services.includes(offer))
    faults.push({
      kind: 'unknown',
      rule: rule.id,
      output: 'team',
      message: `${giver.name} does not give “${byCode(setting.place.services, offer)?.name ?? offer}”, so nobody could accept it (S5.1).`,
      fix: 'Choose a team that gives what is offered.',
    });
  if (result === 'another-offer' && (offer === undefined || team === undefined))
    faults.push({
      kind: 'missing',
      rule: rule.id,
      output: 'offer',
      message: `Row “${rule.id}” sends somebody elsewhere without saying where (S5.3).`,
      fix: 'Choose what is offered instead, and the team that owns it.',
    });
  return faults;
}

const wordFaults = (rule: Rule): TableFault[] => [
  ...codeFaults(rule),
  ...(['sentence', 'reason', 'changes'] as const).flatMap((text) =>
    textFaults(rule[text]).map(({ message, fix }): TableFault => ({ kind: 'words', rule: rule.id, text, message, fix })),
  ),
];

/** The reason’s code counts reasons in reports, so it is written as codes are. */
const codeFaults = ({ id, reasonCode }: Rule): TableFault[] =>
  reasonCode === '' || /^[A-Z][A-Z0-9_]*$/.test(reasonCode)
    ? []
    : [
        {
          kind: 'words',
          rule: id,
          text: 'reasonCode',
          message: `Row “${id}” has a code that cannot be counted by.`,
          fix: 'Write it in capitals, figures and underscores, like HOME_AT_RISK.',
        },
      ];
