// A row between the table and its form: what is shown for a row, what was typed, and the row that it means. Pure.
import type { Input, OutputValues, Rule } from '../../platform/decisions/table.ts';
import { cellOfForm, formOf, tickable } from './cell-form.ts';
import { factsOf, type RuleSetting, resultsOf } from './checking.ts';
import { codeFromWords, typographic } from './editing.ts';
import { type CellView, notAsked, type RowFormView } from './pages/row.tsx';

/** Most facts one row looks at: more than that is two rows. */
export const mostCells = 12;

/** What a form holds for one fact, as typed. */
export interface TypedCell {
  readonly name: string;
  readonly any: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly feel: string;
}

export interface TypedRow {
  readonly sentence: string;
  readonly reason: string;
  readonly changes: string;
  readonly code: string;
  readonly cells: readonly TypedCell[];
  readonly give: Readonly<Record<string, string>>;
}

export const emptyRow: TypedRow = { sentence: '', reason: '', changes: '', code: '', cells: [], give: {} };

export function typedOf(rule: Rule, facts: readonly Input[]): TypedRow {
  return {
    sentence: rule.sentence,
    reason: rule.reason,
    changes: rule.changes,
    code: rule.reasonCode,
    cells: Object.entries(rule.cells).map(([name, text]): TypedCell => {
      const input = facts.find((fact) => fact.name === name);
      const form = input ? formOf(input, text) : ({ kind: 'feel', text } as const);
      const blank = { name, any: [], from: '', to: '', feel: '' };
      if (form.kind === 'feel') return { ...blank, feel: form.text };
      const missing = form.missing ? [notAsked] : [];
      return form.kind === 'choices'
        ? { ...blank, any: [...form.codes, ...missing] }
        : { ...blank, any: missing, from: form.from, to: form.to };
    }),
    give: Object.fromEntries(Object.entries(rule.outputs).map(([name, value]) => [name, String(value)])),
  };
}

/** The row that was typed. Whether it may stand is for the check to say. */
export function ruleOf(id: string, typed: TypedRow, setting: RuleSetting): Rule {
  const facts = factsOf(setting);
  const cells = typed.cells.flatMap((cell): [string, string][] => {
    const input = facts.find(({ name }) => name === cell.name);
    const text = input ? cellText(input, cell) : cell.feel;
    return text === '' || text === '-' ? [] : [[cell.name, text]];
  });
  const outputs: OutputValues = Object.fromEntries(
    resultsOf(setting).flatMap(({ output }): [string, string | number | boolean][] => {
      const value = typed.give[output.name]?.trim() ?? '';
      if (value === '') return [];
      return [[output.name, output.type === 'number' && Number.isFinite(Number(value)) ? Number(value) : value]];
    }),
  );
  return {
    id,
    sentence: typographic(typed.sentence.replaceAll(/\s+/g, ' ')),
    cells: Object.fromEntries(cells),
    outputs,
    reason: typographic(typed.reason),
    reasonCode: typed.code || codeFromWords(typed.sentence),
    changes: typographic(typed.changes),
  };
}

function cellText(input: Input, cell: TypedCell): string {
  if (cell.feel.trim() !== '') return cell.feel.trim();
  const missing = cell.any.includes(notAsked);
  if (tickable(input)) return cellOfForm(input, { kind: 'choices', codes: cell.any.filter((code) => code !== notAsked), missing });
  return cellOfForm(input, { kind: 'range', from: cell.from, to: cell.to, missing });
}

const cellView = (facts: readonly Input[], cell: TypedCell): CellView => {
  const input = facts.find(({ name }) => name === cell.name);
  const choices = input ? tickable(input) : undefined;
  return {
    name: cell.name,
    label: input?.label ?? cell.name,
    kind:
      cell.feel !== '' || !input
        ? 'feel'
        : choices
          ? 'choices'
          : input.type === 'date'
            ? 'date'
            : input.type === 'number'
              ? 'number'
              : 'feel',
    choices: (choices ?? []).map(({ code, label }) => ({ value: code, text: label })),
    chosen: cell.any.filter((code) => code !== notAsked),
    from: cell.from,
    to: cell.to,
    missing: cell.any.includes(notAsked),
    feel: cell.feel,
    unit: input?.unit ?? '',
  };
};

export function rowFormView(
  typed: TypedRow,
  setting: RuleSetting,
  about: Pick<RowFormView, 'action' | 'back' | 'title' | 'isNew' | 'hidden'>,
): RowFormView {
  const facts = factsOf(setting);
  const used = typed.cells.map(({ name }) => name);
  return {
    ...about,
    sentence: typed.sentence,
    reason: typed.reason,
    changes: typed.changes,
    code: typed.code,
    cells: typed.cells.map((cell) => cellView(facts, cell)),
    otherFacts: [
      { value: '', text: 'Choose a fact' },
      ...facts.filter(({ name }) => !used.includes(name)).map(({ name, label }) => ({ value: name, text: label })),
    ],
    results: resultsOf(setting).map(({ output, choices }) => ({
      name: output.name,
      label: output.label,
      required: output.required,
      numeric: output.type === 'number',
      options: choices
        ? [{ value: '', text: output.required ? 'Choose' : 'None' }, ...choices.map(({ code, words }) => ({ value: code, text: words }))]
        : null,
      value: typed.give[output.name] ?? '',
    })),
  };
}
