// Brings a spreadsheet in: first a dry run that changes nothing and tells what would happen, then the same again into a sink, whole or not at all.
// Where rows are kept, and whether a possible match is the same person, is decided by others through `ImportSink`.
import { blockingKeys } from '../../journey/people/linkage/blocking.ts';
import { compare } from '../../journey/people/linkage/compare.ts';
import type { LinkageModel } from '../../journey/people/linkage/parameters.ts';
import { type PreparedPerson, prepare } from '../../journey/people/linkage/record.ts';
import { explain, type Outcome, weigh, weightTable } from '../../journey/people/linkage/weigh.ts';
import { failure, type Problem, type Result, success } from '../../platform/problem.ts';
import type { CellContext } from './cell-types.ts';
import { type ColumnMap, chooseMap } from './column-map.ts';
import type { Bytes } from './decode.ts';
import type { ImportedValues, ImportKind } from './import-fields.ts';
import { identityOf, type ReadRow, type RowFault, readRow } from './imported-row.ts';
import { readTable, type TableLimits, tableLimits } from './read-table.ts';

export interface PossibleMatch {
  readonly row: number;
  /** A person already here by id, or an earlier row of the same file. */
  readonly with: { readonly person: string } | { readonly row: number };
  readonly outcome: Outcome;
  /** Plain sentences. */
  readonly reasons: string;
}

/** People already here who may be the one in a row; the store looks them up by `blockingKeys`, and is asked once a row. */
export type FindPeople = (keys: readonly string[]) => Promise<readonly PreparedPerson[]>;

export interface ImportRequest {
  readonly kind: ImportKind;
  /** Opened once for the dry run and once more for the import. */
  readonly open: () => Bytes;
  /** A saved map; guessed from the headers when left out. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly context: CellContext;
  readonly model: LinkageModel;
  readonly findPeople?: FindPeople;
  readonly limits?: TableLimits;
  /** Faults kept for showing; the rest are counted. Default 200. */
  readonly mostFaults?: number;
  /** Called at each row, of the dry run and again of the import; throwing stops it. */
  readonly onRow?: () => void;
}

export interface DryRun {
  /** Rows with something in them. */
  readonly rows: number;
  /** Rows without a fault. */
  readonly good: number;
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  /** Good rows that look like nobody already here and like no earlier row. */
  readonly newPeople: number;
  readonly possibleMatches: readonly PossibleMatch[];
  readonly warnings: readonly string[];
  readonly map: ColumnMap;
  readonly unplaced: readonly string[];
}

/** What a store gives so that rows can be written. */
export interface ImportSink {
  /** Runs the work in one transaction: committed when it succeeds, undone when it fails or throws. */
  whole<T>(work: (rows: ImportRows) => Promise<Result<T>>): Promise<Result<T>>;
}

export interface ImportRows {
  add(row: ImportedRow): Promise<Result<void>>;
}

export interface ImportedRow {
  readonly row: number;
  readonly values: ImportedValues;
  /** Strongest first; nothing is ever joined by an import: somebody decides later. */
  readonly matches: readonly PossibleMatch[];
}

export interface Imported {
  readonly added: number;
  readonly leftOut: number;
  readonly faults: readonly RowFault[];
}

/** The rows of a file one after another, with what they may match; `onRow` may stop the reading by returning false. */
async function walk(
  request: ImportRequest,
  onRow: (row: ReadRow, matches: readonly PossibleMatch[]) => Promise<boolean>,
): Promise<Result<Omit<DryRun, 'good' | 'newPeople' | 'possibleMatches'>>> {
  const { kind, context, model, findPeople, mostFaults = 200 } = request;
  const opened = await readTable(request.open(), request.limits ?? tableLimits);
  if (!opened.ok) return opened;
  const table = opened.value;
  const chosen = chooseMap(request.columns, table.headers, kind);
  if (!chosen.ok) return chosen;
  const map = chosen.value;
  const earlier = new EarlierRows(model);
  const faults: RowFault[] = [];
  let faultCount = 0;
  let rows = 0;
  const note = (all: readonly RowFault[]) => {
    faultCount += all.length;
    faults.push(...all.slice(0, Math.max(0, mostFaults - faults.length)));
  };
  for await (const row of table.rows) {
    request.onRow?.();
    if (row.fault !== undefined) {
      note([{ row: row.number, column: '', message: row.fault }]);
      if (!row.last) rows++;
      continue;
    }
    rows++;
    const made = readRow(row.number, row.cells, table.headers, map, kind, context);
    note(made.faults);
    const matches = made.faults.length > 0 ? [] : await earlier.matches(made, findPeople);
    if (!(await onRow(made, matches))) break;
  }
  if (rows === 0 && faultCount === 0)
    note([{ row: 0, column: '', message: 'The file has a header and no rows. Check that you chose the right one.' }]);
  return success({
    rows,
    faults,
    faultCount,
    warnings: table.warnings,
    map,
    unplaced: table.headers.filter((header) => header !== '' && !map.has(header)),
  });
}

/** Changes nothing. */
export async function dryRun(request: ImportRequest): Promise<Result<DryRun>> {
  const possibleMatches: PossibleMatch[] = [];
  let good = 0;
  let newPeople = 0;
  const walked = await walk(request, async ({ faults }, matches) => {
    if (faults.length === 0) {
      good++;
      if (matches.length === 0) newPeople++;
    }
    possibleMatches.push(...matches);
    return true;
  });
  return walked.ok ? success({ ...walked.value, good, newPeople, possibleMatches }) : walked;
}

/** Said when nothing is brought in because of faults. */
export const putRightFirst = (faultCount: number): Problem => ({
  status: 422,
  title: 'Nothing was brought in',
  detail: `${faultCount === 1 ? 'One thing' : `${faultCount.toLocaleString('en-GB')} things`} in the file must be put right first.`,
});

/** Brings in the whole file or nothing; with `partly` the good rows, leaving out the others and saying which. */
export async function importFile(request: ImportRequest, sink: ImportSink, { partly = false } = {}): Promise<Result<Imported>> {
  const check = await dryRun(request);
  if (!check.ok) return check;
  const { faults, faultCount, good, rows } = check.value;
  if (faultCount > 0 && (!partly || good === 0)) {
    return failure({
      ...putRightFirst(faultCount),
      faults: faults.map(({ row, column, message }) => ({ field: column === '' ? `Row ${row}` : `Row ${row}, ${column}`, message })),
    });
  }
  return sink.whole(async (store) => {
    let added = 0;
    let refused: Result<void> | undefined;
    const written = await walk(request, async (made, matches) => {
      if (made.faults.length > 0) return true;
      const result = await store.add({ row: made.row, values: made.values, matches });
      if (!result.ok) refused = result;
      else added++;
      return result.ok;
    });
    if (refused !== undefined && !refused.ok) return refused;
    if (!written.ok) return written;
    if (added !== good)
      return failure({ status: 409, title: 'Nothing was brought in', detail: 'The file changed while it was read. Start again.' });
    return success({ added, leftOut: rows - added, faults });
  });
}

/** Rows read so far, by blocking key, so that a file that holds somebody twice says so. */
class EarlierRows {
  readonly #model: LinkageModel;
  readonly #table: ReturnType<typeof weightTable>;
  readonly #byKey = new Map<string, { readonly row: number; readonly person: PreparedPerson }[]>();

  constructor(model: LinkageModel) {
    this.#model = model;
    this.#table = weightTable(model);
  }

  async matches({ row, values }: ReadRow, findPeople: FindPeople | undefined): Promise<readonly PossibleMatch[]> {
    const person = prepare(identityOf(row, values));
    const keys = blockingKeys(person);
    const found: { readonly match: PossibleMatch; readonly weight: number }[] = [];
    const judge = (other: PreparedPerson, whom: PossibleMatch['with']) => {
      const { outcome, evidence, weight } = weigh(compare(person, other), person, this.#model, this.#table);
      if (outcome !== 'different') found.push({ match: { row, with: whom, outcome, reasons: explain(evidence) }, weight });
    };
    for (const other of (await findPeople?.(keys)) ?? []) judge(other, { person: other.id });
    const near = new Map(keys.flatMap((key) => this.#sharing(key)).map((entry) => [entry.row, entry.person]));
    for (const [earlierRow, other] of near) judge(other, { row: earlierRow });
    for (const key of keys) {
      const block = this.#byKey.get(key);
      if (block === undefined) this.#byKey.set(key, [{ row, person }]);
      else block.push({ row, person });
    }
    return found.sort((one, other) => other.weight - one.weight).map(({ match }) => match);
  }

  /** A key that many share says too little to compare them all. */
  #sharing(key: string): readonly { readonly row: number; readonly person: PreparedPerson }[] {
    const block = this.#byKey.get(key) ?? [];
    return block.length > 100 ? [] : block;
  }
}
