// Works a decision table out for one set of facts: the rows that fired and why, what was used, what is missing, and the nearest row that did
// not fire. Pure: the same table and facts always give the same answer. It suggests; deciding is for people.
import { BrokenCell } from './cell.ts';
import type { Evaluation, Facts, FailedEvaluation, FiredRule, MissingFact, UsedFact } from './evaluation.ts';
import { nearestOf } from './nearest.ts';
import { inputAt, type ReadTable, type Row, readTable } from './read-table.ts';
import type { DecisionTable, Input, Rule, Value } from './table.ts';
import { type Datum, inWords, readDatum } from './values.ts';

/** Never throws for what a table or its facts may hold: a broken cell or an unreadable fact gives `problem` and no fired rule. */
export function evaluate(table: DecisionTable, facts: Facts): Evaluation {
  const read = readTable(table);
  const data = dataOf(table, facts);
  const base = { table: table.id, version: table.version, ...known(read, data) };
  const matched = match(read, data);
  if (matched.kind === 'failed') return { ...base, fired: [], outputs: [], nearest: null, problem: matched };
  const { failing, hits, values } = matched;
  const fired = hits.flatMap((index) => (read.rows[index] ? [firedRule(read.rows[index], table.inputs, values)] : []));
  return { ...base, fired, outputs: fired.map((each) => each.outputs), nearest: nearestOf(read, failing, hits, data) };
}

/** A row that fires, and whether an answer that was given met it: a row for everybody fires without one. */
export interface FiredRow {
  readonly rule: Rule;
  readonly byAnAnswer: boolean;
}

/** Which rows fire and nothing else, for going through many people at once; undefined where `evaluate` says that the table failed. */
export function firedRows(table: DecisionTable, facts: Facts): readonly FiredRow[] | undefined {
  const read = readTable(table);
  const matched = match(read, dataOf(table, facts));
  if (matched.kind === 'failed') return undefined;
  return matched.hits.flatMap((index) => {
    const row = read.rows[index];
    return row ? [{ rule: row.rule, byAnAnswer: row.cells.some((cell, column) => !cell.any && matched.values[column] !== null) }] : [];
  });
}

const dataOf = (table: DecisionTable, facts: Facts): Datum[] =>
  table.inputs.map((input) => readDatum(input, Object.hasOwn(facts, input.name) ? facts[input.name] : undefined));

interface Matched {
  readonly kind: 'matched';
  readonly values: readonly (Value | null)[];
  /** For each row, the columns it is not met on. */
  readonly failing: readonly (readonly number[])[];
  /** The rows that fire. */
  readonly hits: readonly number[];
}

function match(read: ReadTable, data: readonly Datum[]): Matched | FailedEvaluation {
  const { table } = read;
  const broken = read.broken[0];
  if (broken)
    return {
      kind: 'failed',
      reason: `Row “${broken.rule}” has a broken cell under “${broken.input}”. ${broken.message}`,
      rule: broken.rule,
      input: broken.input,
      cell: broken.cell,
    };
  const unreadable = data.findIndex((datum, column) => datum.kind === 'unreadable' && read.tested.includes(inputAt(table, column)));
  const bad = data[unreadable];
  if (bad?.kind === 'unreadable') return { kind: 'failed', reason: bad.message, input: inputAt(table, unreadable).name };

  const values = data.map((datum) => (datum.kind === 'present' ? datum.value : null));
  const failing: (readonly number[])[] = [];
  for (const row of read.rows) {
    const tried = tryRow(row, values);
    if (tried.kind === 'tried') failing.push(tried.failing);
    else {
      const { column, message } = tried;
      const reason = `Row “${row.rule.id}” has a cell that cannot be worked out. ${message}`;
      return { kind: 'failed', reason, rule: row.rule.id, input: inputAt(table, column).name, cell: row.cells[column]?.text ?? '' };
    }
  }

  const matching = read.rows.flatMap((_, index) => (failing[index]?.length === 0 ? [index] : []));
  if (table.hitPolicy === 'UNIQUE' && matching.length > 1) {
    const ids = matching.map((index) => `“${read.rows[index]?.rule.id}”`).join(' and ');
    return {
      kind: 'failed',
      reason: `Rows ${ids} both apply, and this table allows only one.`,
      rule: read.rows[matching[1] ?? 0]?.rule.id ?? '',
    };
  }
  return { kind: 'matched', values, failing, hits: table.hitPolicy === 'FIRST' ? matching.slice(0, 1) : matching };
}

function known(read: ReadTable, data: readonly Datum[]): { used: UsedFact[]; missing: MissingFact[] } {
  const used: UsedFact[] = [];
  const missing: MissingFact[] = [];
  for (const [column, input] of read.table.inputs.entries()) {
    const datum = data[column];
    if (!read.tested.includes(input)) continue;
    if (datum?.kind === 'present') used.push(usedFact(input, datum.value));
    if (datum?.kind === 'missing')
      missing.push({ input: input.name, label: input.label, because: datum.because, category: input.category });
  }
  return { used, missing };
}

const usedFact = (input: Input, value: Value): UsedFact => ({
  input: input.name,
  label: input.label,
  value,
  words: inWords(input, value),
  category: input.category,
});

type Tried =
  | { readonly kind: 'tried'; readonly failing: readonly number[] }
  | { readonly kind: 'broken'; readonly column: number; readonly message: string };

// The columns whose cell is not met, or the column where working it out broke.
function tryRow(row: Row, values: readonly (Value | null)[]): Tried {
  const failing: number[] = [];
  for (const [column, cell] of row.cells.entries()) {
    if (cell.any) continue;
    try {
      if (!cell.test(values[column] ?? null)) failing.push(column);
    } catch (error) {
      if (!(error instanceof BrokenCell)) throw error;
      return { kind: 'broken', column, message: error.message };
    }
  }
  return { kind: 'tried', failing };
}

function firedRule({ rule, cells }: Row, inputs: readonly Input[], values: readonly (Value | null)[]): FiredRule {
  const looked = inputs.filter((_, column) => !cells[column]?.any);
  const matched = inputs.flatMap((input, column) => {
    const value = values[column] ?? null;
    return cells[column]?.any || value === null ? [] : [usedFact(input, value)];
  });
  const { id, sentence, reason, reasonCode, changes, outputs } = rule;
  return {
    rule: id,
    sentence,
    reason,
    reasonCode,
    changes,
    outputs,
    matched,
    categories: [...new Set(looked.map((input) => input.category))],
  };
}
