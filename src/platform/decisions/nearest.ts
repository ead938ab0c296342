// Finds the nearest row that did not apply, and says what it would have needed: "why not?" has an answer on every decision.
import type { FailingCell, NearestRule } from './evaluation.ts';
import { type Needed, neededFor } from './needed.ts';
import { inputAt, type ReadTable, type Row } from './read-table.ts';
import { type Datum, inWords } from './values.ts';

// The row with the fewest cells not met; the higher of two equal ones. Under FIRST only rows above the one that fired could have fired instead.
export function nearestOf(
  read: ReadTable,
  failing: readonly (readonly number[])[],
  hits: readonly number[],
  data: readonly Datum[],
): NearestRule | null {
  const last = read.table.hitPolicy === 'FIRST' ? (hits[0] ?? read.rows.length) : read.rows.length;
  const candidates = read.rows
    .slice(0, last)
    .flatMap((row, index) => (failing[index]?.length ? [{ row, columns: failing[index] }] : []))
    .toSorted((one, other) => one.columns.length - other.columns.length);
  for (const { row, columns } of candidates) {
    const cells = columns.map((column) => failingCell(read, row, column, data[column]));
    if (cells.some((cell) => cell.values.length === 0)) continue;
    return { rule: row.rule.id, sentence: sentenceOf(row, cells), failing: cells };
  }
  return null;
}

function failingCell(read: ReadTable, row: Row, column: number, datum: Datum | undefined): FailingCell {
  const input = inputAt(read.table, column);
  const value = datum?.kind === 'present' ? datum.value : null;
  const cell = row.cells[column];
  const domain = read.domains('a few')[column];
  const needed: Needed = cell && domain ? neededFor(input, cell, domain, value) : { words: '', values: [] };
  const actual = value !== null ? inWords(input, value) : datum?.kind === 'missing' ? datum.because : 'not asked';
  return { input: input.name, label: input.label, actual, value, needed: needed.words, values: needed.values };
}

const sentenceOf = (row: Row, failing: readonly FailingCell[]): string =>
  `Nearest that did not apply: ${row.rule.sentence} ${failing
    .map((cell) =>
      cell.value === null
        ? `“${cell.label}”: ${cell.actual}; it needs ${cell.needed}.`
        : `“${cell.label}” is ${cell.actual}; it needs ${cell.needed}.`,
    )
    .join(' ')}`;
