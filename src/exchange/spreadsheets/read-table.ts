// Reads a CSV file row by row within limits, whatever separator and encoding it has. Whatever is wrong with it becomes a value in plain words.
// Which column holds what, and whether a cell makes sense, is decided by `column-map.ts` and `import-fields.ts`.
import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { failure, type Result, success } from '../../platform/problem.ts';
import { type Bytes, decodeText, type ReadingNotes } from './decode.ts';
import { unguardFormula } from './formula-guard.ts';

export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Letters in one row. */
  readonly rowLength: number;
}

export const tableLimits: TableLimits = { bytes: 50_000_000, rows: 50_000, columns: 200, rowLength: 200_000 };

export interface TableRow {
  /** As the spreadsheet program numbers it: the header is row 1 when nothing stands above it. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly fault?: undefined;
}

export interface FaultyRow {
  readonly number: number;
  readonly fault: string;
  /** The rows after it were not read. */
  readonly last: boolean;
}

export interface Table {
  readonly headers: readonly string[];
  /** About the whole file; grows while the rows are read. */
  readonly warnings: readonly string[];
  /** May be read once. Empty rows are left out and still counted. */
  readonly rows: AsyncGenerator<TableRow | FaultyRow>;
}

/** A cell as it is kept: no apostrophe that guarded it, no blanks around it, no character that a database refuses. */
export const cleanCell = (cell: string): string => unguardFormula(cell).replaceAll('\u0000', '').toWellFormed().trim();

/** The separator that stands most often in the first line outside quotes; a comma when none does. */
export function separatorOf(start: string): ',' | ';' | '\t' | '|' {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start.replace(/^\s+/, ''))?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  let best: ',' | ';' | '\t' | '|' = ',';
  for (const separator of [';', '\t', '|'] as const) if (line.split(separator).length > line.split(best).length) best = separator;
  return best;
}

const unreadableFile = (detail: string): Result<never> => failure({ status: 422, title: 'This file cannot be read', detail });

function parserFault({ code }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark opens here and never closes. Close it or take it out.';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'This row is too long. A quotation mark may be open here.';
  return 'This row cannot be read. Check its quotation marks.';
}

interface RecordFault {
  readonly fault: string;
  /** The row, when it is not simply the next one. */
  readonly number?: number;
}

/** Cells of one record after another, cleaned; then the faults that stopped the reading, if any. */
async function* records(
  text: AsyncGenerator<string>,
  notes: ReadingNotes,
  limits: TableLimits,
): AsyncGenerator<readonly string[] | RecordFault> {
  let start = '';
  for (let piece = await text.next(); !piece.done; piece = await text.next()) {
    start += piece.value;
    if (start.length > 10_000 || /\n[^\n]*\n/.test(start)) break;
  }
  if (start.includes('\u0000')) {
    yield { fault: 'This is not a table of text. Save it as “CSV UTF-8” and try again.' };
    return;
  }
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  // A parser that stopped at its first fault would lose the rows it had already read, so faults are put aside until the end.
  const faults: RecordFault[] = [];
  const parser = parse({
    delimiter: separatorOf(start),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.rowLength,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined && faults.length < 10)
        faults.push({ fault: parserFault(error), number: parser.info.records + faults.length + 1 });
      return undefined;
    },
  });
  pipeline(Readable.from(whole()), parser, () => {
    // Faults of the source come out of the loop below.
  });
  for await (const record of parser) {
    // Without `columns`, `cast` or `info` the parser gives lists of texts.
    yield (record as readonly string[]).map(cleanCell);
  }
  yield* faults;
  if (notes.fault !== undefined) yield { fault: notes.fault };
}

function headerFault(headers: readonly string[], limits: TableLimits): string | undefined {
  if (headers.length > limits.columns) return `The file has ${headers.length} columns. The most is ${limits.columns}.`;
  const seen = new Set<string>();
  for (const header of headers) {
    const folded = header.toLowerCase();
    if (header !== '' && seen.has(folded)) return `Two columns are called “${header}”. Rename one of them.`;
    seen.add(folded);
  }
  if (headers.every((header) => header === '')) return 'The file is empty. Check that you chose the right one.';
  return undefined;
}

export async function readTable(source: Bytes, limits: TableLimits = tableLimits): Promise<Result<Table>> {
  const notes: ReadingNotes = { warnings: [], fault: undefined };
  const all = records(decodeText(source, limits.bytes, notes), notes, limits);
  let number = 0;
  let headers: readonly string[] = [];
  for (let next = await all.next(); !next.done; next = await all.next()) {
    number++;
    if ('fault' in next.value) return unreadableFile(next.value.fault);
    headers = next.value;
    if (headers.some((header) => header !== '')) break;
  }
  while (headers.at(-1) === '') headers = headers.slice(0, -1);
  const fault = notes.fault ?? headerFault(headers, limits);
  if (fault !== undefined) {
    await all.return(undefined);
    return unreadableFile(fault);
  }
  return success({ headers, warnings: notes.warnings, rows: bodyRows(all, number, headers.length, limits) });
}

async function* bodyRows(
  all: ReturnType<typeof records>,
  headerRow: number,
  width: number,
  limits: TableLimits,
): AsyncGenerator<TableRow | FaultyRow> {
  let number = headerRow;
  let count = 0;
  for await (const record of all) {
    number++;
    if ('fault' in record) {
      yield { number: record.number ?? number, fault: record.fault, last: true };
      continue;
    }
    if (record.every((cell) => cell === '')) continue;
    if (++count > limits.rows) {
      yield {
        number,
        fault: `The file has more than ${limits.rows.toLocaleString('en-GB')} rows. Split it and bring in the parts one by one.`,
        last: true,
      };
      return;
    }
    const length = record.findLastIndex((cell) => cell !== '') + 1;
    if (length > width) {
      yield {
        number,
        fault: `This row has ${length} cells and there are ${width} columns. Put quotation marks round text with commas in it.`,
        last: false,
      };
    } else if (record.length < width) {
      yield {
        number,
        fault: `This row has ${record.length} cells and there are ${width} columns. Check for a missing comma.`,
        last: false,
      };
    } else {
      yield { number, cells: record };
    }
  }
}
