// Makes a table ready to be worked out: reads each cell once and keeps the result beside the table for as long as the table lives.
import { didYouMean } from '../closest.ts';
import { BrokenCell, type Cell, readCell } from './cell.ts';
import { type Depth, type Domain, domainOf } from './domain.ts';
import { cellOf, type DecisionTable, type Input, type Rule } from './table.ts';

export interface Row {
  readonly rule: Rule;
  /** One cell for each of the table's inputs, in their order. */
  readonly cells: readonly Cell[];
}

/** Where a table is broken: the row, the column, and the letter inside the cell, from 0. */
export interface BrokenAt {
  readonly rule: string;
  readonly input: string;
  readonly cell: string;
  readonly at: number;
  readonly message: string;
  readonly fix: string;
}

export interface ReadTable {
  readonly table: DecisionTable;
  readonly rows: readonly Row[];
  /** Inputs that at least one row looks at. */
  readonly tested: readonly Input[];
  /** Every cell that cannot be read. While there is one, the table answers nothing. */
  readonly broken: readonly BrokenAt[];
  /** For each input, values that stand for all it can be; worked out when first asked for. */
  domains(depth: Depth): readonly Domain[];
}

const kept = new WeakMap<DecisionTable, ReadTable>();

export function readTable(table: DecisionTable): ReadTable {
  const known = kept.get(table);
  if (known) return known;
  const broken: BrokenAt[] = [];
  const rows = table.rules.map((rule): Row => {
    for (const name of Object.keys(rule.cells)) {
      if (!table.inputs.some((input) => input.name === name))
        broken.push({
          rule: rule.id,
          input: name,
          cell: rule.cells[name] ?? '',
          at: 0,
          message: `The table has no fact called “${name}”.`,
          fix: didYouMean(
            name,
            table.inputs.map((input) => input.name),
          ),
        });
    }
    return { rule, cells: table.inputs.map((input) => readOrNote(rule, input, broken)) };
  });
  const tested = table.inputs.filter((_, column) => rows.some((row) => !row.cells[column]?.any));
  const domains = new Map<Depth, readonly Domain[]>();
  const read: ReadTable = {
    table,
    rows,
    tested,
    broken,
    domains(depth) {
      const found =
        domains.get(depth) ??
        table.inputs.map((input, column) => {
          const cells = rows.flatMap((row) => row.cells[column] ?? []);
          return domainOf(input, cells, depth);
        });
      domains.set(depth, found);
      return found;
    },
  };
  kept.set(table, read);
  return read;
}

export const inputAt = (table: DecisionTable, column: number): Input => {
  const input = table.inputs[column];
  if (!input) throw new RangeError(`Table ${table.id} has no column ${column}`);
  return input;
};

const NEVER: Cell = { text: '', any: false, literals: [], asksForMissing: false, test: () => false };

function readOrNote(rule: Rule, input: Input, broken: BrokenAt[]): Cell {
  const text = cellOf(rule, input);
  try {
    return readCell(text, input.type);
  } catch (error) {
    if (!(error instanceof BrokenCell)) throw error;
    broken.push({ rule: rule.id, input: input.name, cell: text, at: error.at, message: error.message, fix: error.fix });
    return NEVER;
  }
}
