// Reads a file of records for measuring linkage, whoever made it: any of the usual encodings and separators. What cannot be read is told in a sentence.
import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { failure, type Result, success } from '../../src/platform/problem.ts';

export interface RecordsFile {
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const mostBytes = 1_500_000_000;
const mostInARow = 1_000_000;

const cannot = (file: string, detail: string): Result<never> => failure({ status: 422, title: `${file} cannot be used`, detail });

/** UTF-8 or UTF-16 as its mark says, UTF-8 without one, else Windows’ Western letters (which hold Latin-1). */
export function decoded(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

const separators = [',', ';', '\t', '|'] as const;

/** The one that stands most often outside quotes in the first line. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/\r|\n|$/)).replaceAll(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({ separator, often: line.split(separator).length }));
  return counted.reduce((best, each) => (each.often > best.often ? each : best)).separator;
}

export function readRecords(file: string): Result<RecordsFile> {
  let text: string;
  try {
    if (!statSync(file).isFile()) return cannot(file, 'It is not a file.');
    if (statSync(file).size > mostBytes) return cannot(file, 'It is larger than 1.5 GB. Measure a part of it.');
    text = decoded(readFileSync(file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return cannot(file, missing ? 'There is no such file.' : 'It could not be read.');
  }
  if (text.includes('\0')) return cannot(file, 'It is not text. Save it as CSV first.');
  try {
    const [first, ...rest]: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: mostInARow,
    });
    if (first === undefined) return cannot(file, 'It is empty.');
    const headers = first.filter((header) => header !== '');
    const twice = headers.find((header, at) => headers.indexOf(header) !== at);
    if (twice !== undefined) return cannot(file, `Two of its columns are called “${twice}”. Give each a name of its own.`);
    if (rest.length === 0) return cannot(file, 'It has a line of headers and no records.');
    return success({
      headers,
      rows: rest.map((cells) => Object.fromEntries(first.flatMap((header, at) => (header === '' ? [] : [[header, cells[at] ?? '']])))),
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
      return cannot(file, 'One row is longer than a million characters. A quotation mark may be missing.');
    if (error instanceof CsvError) return cannot(file, `Around line ${error.lines}, its quotation marks do not close as they should.`);
    return cannot(file, 'It could not be read as a table.');
  }
}
