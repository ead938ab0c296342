// Writes tables as CSV that Excel and every other program opens rightly: UTF-8 with its mark, CRLF, quoted where needed, formulas disarmed.
import { guardFormula } from './formula-guard.ts';

/** A list becomes one cell with '; ' between. Dates come as text, so that nobody's time zone moves them. */
export type Cell = string | number | boolean | null | undefined | readonly string[];

export interface CsvColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Cell;
}

export const byteOrderMark = '\ufeff';

/** A file with these in it is taken for something other than text. */
const withoutNulls = (text: string): string => text.replaceAll('\u0000', '');

function cellText(cell: Cell, header: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return guardFormula(withoutNulls(cell));
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (Array.isArray(cell)) return guardFormula(withoutNulls(cell.join('; ')));
  throw new TypeError(`The column ${header} was given something that is not text, a number, yes or no, or a list of texts.`);
}

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The lines of a CSV file, first the byte order mark with the headers. An object in a cell is a fault of the program and throws. */
export async function* writeCsv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  yield `${byteOrderMark}${columns.map(({ header }) => quoted(guardFormula(header))).join(',')}\r\n`;
  for await (const row of rows) {
    const line = columns.map(({ header, cell }) => quoted(cellText(cell(row), header))).join(',');
    // A table of one column would write an empty cell as an empty line, which reads as no row at all.
    yield `${line === '' ? '""' : line}\r\n`;
  }
}
