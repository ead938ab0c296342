// A row read aloud: each thing it looks at, and what it must be, in words.
import { neededFor } from './needed.ts';
import { readTable } from './read-table.ts';
import type { DecisionTable, Input } from './table.ts';

export interface Condition {
  readonly input: Input;
  readonly words: string;
}

/** What a row looks at, in the table’s order; empty for a row that any facts meet. A broken cell is shown as it is written. */
export function conditionsOf(table: DecisionTable, id: string): Condition[] {
  const read = readTable(table);
  const row = read.rows.find(({ rule }) => rule.id === id);
  return table.inputs.flatMap((input, column) => {
    const cell = row?.cells[column];
    const domain = read.domains('a few')[column];
    if (!row || !cell || !domain || cell.any) return [];
    const written = row.rule.cells[input.name] ?? '';
    if (read.broken.some((broken) => broken.rule === id && broken.input === input.name)) return [{ input, words: written }];
    return [{ input, words: neededFor(input, cell, domain, null).words }];
  });
}
