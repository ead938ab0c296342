// Checks a decision table before anyone relies on it: every fault at once, each with its row, column and the way to put it right.
// What a table may refuse nobody on is in exclusion.ts; cells are in check-cells.ts, rows against each other in check-rows.ts.
import { didYouMean } from '../closest.ts';
import { cellFaults } from './check-cells.ts';
import { rowFaults } from './check-rows.ts';
import { exclusionFaults } from './exclusion.ts';
import { readTable } from './read-table.ts';
import type { DecisionTable } from './table.ts';
import type { TableFault } from './table-fault.ts';

export type { TableFault } from './table-fault.ts';

/** Every fault of the table; empty when it may be used. */
export function check(table: DecisionTable): readonly TableFault[] {
  const read = readTable(table);
  const shape = [...headFaults(table), ...textFaults(table), ...outputFaults(table), ...cellFaults(read)];
  const words = exclusionFaults(read);
  // Questions about all possible people need every cell to be readable first.
  return shape.length > 0 ? [...shape, ...words] : [...words, ...rowFaults(read)];
}

function headFaults(table: DecisionTable): TableFault[] {
  const faults: TableFault[] = [];
  if (table.effectiveTo !== undefined && table.effectiveTo < table.effectiveFrom)
    faults.push({
      kind: 'dates',
      message: `The table ends (${table.effectiveTo}) before it starts (${table.effectiveFrom}).`,
      fix: 'Set effectiveTo after effectiveFrom, or leave it out.',
    });
  if (table.rules.length === 0) faults.push({ kind: 'missing', message: 'The table has no rows.', fix: 'Add at least one row.' });
  for (const id of repeated(table.rules.map((rule) => rule.id)))
    faults.push({ kind: 'duplicate', rule: id, message: `Two rows are called “${id}”.`, fix: 'Give each row its own name.' });
  for (const name of repeated(table.inputs.map((input) => input.name)))
    faults.push({ kind: 'duplicate', input: name, message: `Two facts are called “${name}”.`, fix: 'Keep one of them.' });
  return faults;
}

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

const TEXTS = ['sentence', 'reason', 'reasonCode', 'changes'] as const;

const textWords: Readonly<Record<(typeof TEXTS)[number], string>> = {
  sentence: 'sentence',
  reason: 'reason',
  reasonCode: 'code for counting',
  changes: 'text on what would change this',
};

const textFaults = (table: DecisionTable): TableFault[] =>
  table.rules.flatMap((rule) =>
    TEXTS.filter((text) => rule[text].trim() === '').map((text) => ({
      kind: 'missing' as const,
      rule: rule.id,
      text,
      message: `Row “${rule.id}” has no ${textWords[text]}.`,
      fix: 'A person reads this. Write one plain sentence.',
    })),
  );

function outputFaults(table: DecisionTable): TableFault[] {
  const names = table.outputs.map((output) => output.name);
  return table.rules.flatMap((rule) => {
    const faults: TableFault[] = [];
    const add = (kind: TableFault['kind'], output: string, message: string, fix: string): void => {
      faults.push({ kind, rule: rule.id, output, message, fix });
    };
    for (const name of Object.keys(rule.outputs))
      if (!names.includes(name))
        add('unknown', name, `Row “${rule.id}” gives “${name}”, which is not one of the table’s results.`, didYouMean(name, names));
    for (const output of table.outputs) {
      const value = Object.hasOwn(rule.outputs, output.name) ? rule.outputs[output.name] : undefined;
      if (value === undefined) {
        if (output.required) add('missing', output.name, `Row “${rule.id}” does not say “${output.label}”.`, `Add ${output.name}.`);
      } else if ((output.type === 'text' ? 'string' : output.type) !== typeof value)
        add(
          'type',
          output.name,
          `Row “${rule.id}” gives ${JSON.stringify(value)} for “${output.label}”, which takes a ${output.type}.`,
          `Write a ${output.type}.`,
        );
      else if (output.values && !output.values.includes(String(value)))
        add(
          'unknown',
          output.name,
          `Row “${rule.id}” gives “${value}” for “${output.label}”, which is not known.`,
          didYouMean(String(value), output.values),
        );
    }
    return faults;
  });
}
