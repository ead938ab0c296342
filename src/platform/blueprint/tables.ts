// Makes decision tables out of a blueprint's rules and facts: answers as people write them become FEEL cells, and what a rule is for decides
// what it concludes and which values send someone elsewhere.

import type { CodeSetName } from '../codes/codes.ts';
import { codeSets, entriesOf } from '../codes/codes.ts';
import type { AllowedValue, DecisionTable, Input, Output, Rule } from '../decisions/table.ts';
import type { Purpose } from './blueprint.ts';
import type { Parts } from './parts.ts';
import { type CellValue, SET_AT_INSTALL } from './schema/rules.ts';

type Facts = Parts['facts'];
type RuleFile = Parts['rules'][string];

const YES_NO: readonly AllowedValue[] = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
  { code: 'not_sure', label: 'Not sure' },
  { code: 'not_said', label: 'Chose not to say' },
];

export const isCodeSetName = (name: string): name is CodeSetName => Object.hasOwn(codeSets, name);

/** The answers a fact allows: written out, 'yes-no', or a whole code list. Undefined when the list is not known. */
export function answersOf(answers: Facts[string]['answers']): readonly AllowedValue[] | undefined {
  if (answers === undefined) return undefined;
  if (typeof answers === 'object') return Object.entries(answers).map(([code, label]) => ({ code, label }));
  if (answers === 'yes-no') return YES_NO;
  return isCodeSetName(answers) ? entriesOf(answers).map(({ code, label, words }) => ({ code, label: words ?? label ?? code })) : undefined;
}

export const inputOf = (name: string, fact: Facts[string]): Input => ({
  name,
  label: fact.label,
  type: fact.type,
  values: answersOf(fact.answers),
  lowest: fact.lowest,
  highest: fact.highest,
  decimals: fact.decimals,
  unit: fact.unit,
  category: fact.category,
  about: fact.about,
});

/** What each purpose concludes. `refers` says which part a value must be found in. */
type Conclusion = Output & { readonly refers?: 'services' | 'teams' | 'responses' | 'pathways' };

const offer = (required: boolean): Conclusion[] => [
  { name: 'offer', label: 'Offer', type: 'text', required, refers: 'services' },
  { name: 'team', label: 'Team that owns it', type: 'text', required, refers: 'teams' },
];

const yesOrElsewhere = (words: readonly string[], excludes: readonly string[]): Conclusion => ({
  name: 'result',
  label: 'Result',
  type: 'text',
  required: true,
  values: words,
  excludes,
});

export const conclusions: Readonly<Record<Purpose, readonly Conclusion[]>> = {
  suggestion: [
    ...offer(true),
    { name: 'response', label: 'Response time', type: 'text', required: true, refers: 'responses' },
    { name: 'gapGroup', label: 'Gap group', type: 'text', required: false, values: ['G1', 'G2', 'G3'] },
    { name: 'pathway', label: 'Pathway', type: 'text', required: false, refers: 'pathways' },
    { name: 'strand', label: 'Strand', type: 'text', required: false, values: entriesOf('strandType').map((entry) => entry.code) },
  ],
  // An outside service's own fit: nobody is turned away here, because every row names an offer of ours.
  fit: [{ name: 'result', label: 'Result', type: 'text', required: true, values: ['likely', 'another-offer-first'] }, ...offer(true)],
  eligibility: [yesOrElsewhere(['fits', 'ask', 'another-offer'], ['another-offer']), ...offer(false)],
  priority: [
    { name: 'group', label: 'Group', type: 'text', required: true },
    { name: 'order', label: 'Order in the list', type: 'number', required: true, orders: true },
  ],
};

/** The first day of a table whose day is still to be set. */
export const NEVER_YET = '9999-12-31';

/** One rule file as a decision table. Facts it does not know are left in its cells, for the check to name. */
export function tableOf(code: string, file: RuleFile, facts: Facts): DecisionTable {
  const used = [...new Set(Object.values(file.rules).flatMap((rule) => Object.keys(rule.when ?? {})))];
  const inputs = used.flatMap((name) => (facts[name] ? [inputOf(name, facts[name])] : []));
  return {
    id: code,
    name: file.name,
    version: file.version,
    effectiveFrom: file.effectiveFrom === SET_AT_INSTALL ? NEVER_YET : file.effectiveFrom,
    effectiveTo: file.effectiveTo,
    hitPolicy: file.hitPolicy,
    // No answer would fail someone: no offer, no place in the list (TWP-15), or left out without a word because no row spoke of them (S5.3).
    answersAlways: true,
    inputs,
    outputs: conclusions[file.purpose].map(({ refers: _, ...output }) => output),
    rules: Object.entries(file.rules).map(
      ([id, rule]): Rule => ({
        id,
        sentence: rule.says,
        cells: Object.fromEntries(
          Object.entries(rule.when ?? {}).map(([name, written]) => [
            name,
            cellText(
              inputs.find((input) => input.name === name),
              written,
            ),
          ]),
        ),
        outputs: rule.give,
        reason: rule.because,
        reasonCode: rule.code,
        changes: rule.changes,
      }),
    ),
  };
}

/** The word in a cell that stands for 'not asked, declined or not known'. */
const MISSING = 'missing';

/** A cell as written, in FEEL. Words that are answers become quoted codes; anything else is FEEL already. */
export function cellText(input: Input | undefined, written: CellValue): string {
  if (typeof written === 'number' || typeof written === 'boolean') return String(written);
  if (Array.isArray(written)) return some(input, written);
  if (typeof written === 'object') {
    if ('from' in written) return `[${written.from}..${written.to}]`;
    if ('not' in written) return `not(${some(input, [written.not].flat())})`;
    const { any, all, none } = written;
    return [any && `(${some(input, any)})`, ...(all ?? []).map(includes), none && `not(${some(input, none)})`]
      .filter(Boolean)
      .join(' and ');
  }
  const plain =
    written === MISSING || input?.values?.some((value) => value.code === written) || (input !== undefined && isWord(input, written));
  return plain ? some(input, [written]) : written;
}

// A single bare word under a column of codes is meant as a code, also when misspelt: the check can then say "did you mean".
const isWord = (input: Input, written: string): boolean =>
  (input.type === 'code' || input.type === 'codes') && /^[A-Za-z0-9_-]+$/.test(written) && written !== '-';

function some(input: Input | undefined, codes: readonly string[]): string {
  const tests = codes.map((code) => (code === MISSING ? 'null' : quoted(code)));
  if (input?.type !== 'codes') return tests.join(', ');
  const chosen = codes.filter((code) => code !== MISSING).map(includes);
  return [...(codes.includes(MISSING) ? ['null'] : []), chosen.join(' or ')].filter((part) => part !== '').join(', ');
}

const includes = (code: string): string => `list contains(?, ${quoted(code)})`;

const quoted = (code: string): string => JSON.stringify(code);
