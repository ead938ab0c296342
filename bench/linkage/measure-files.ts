// Measures the linkage of people on records whose truth is known: who belongs together is learnt without the truth, then held against it.
import { type IdentityColumns, identityFromRow, readColumns } from '../../src/journey/people/linkage/columns.ts';
import { linkAll } from '../../src/journey/people/linkage/link.ts';
import { type Measured, measure } from '../../src/journey/people/linkage/measure.ts';
import { listPreparer, type PreparedPerson } from '../../src/journey/people/linkage/record.ts';
import { writesMonthFirst } from '../../src/journey/people/linkage/written-date.ts';
import { failure, type Result, success } from '../../src/platform/problem.ts';
import type { RecordsFile } from './read-records.ts';

export interface LabelledFile extends RecordsFile {
  readonly name: string;
  readonly map: unknown;
  /** The column that names the person; not looked at while linking. */
  readonly truth: string;
}

export interface Measurement extends Measured {
  readonly records: number;
  readonly people: number;
  /** From records as text to groups of records. */
  readonly seconds: number;
  readonly milliseconds: Readonly<Record<string, number>>;
  /** Pairs compared and weighed in a second, on one core. */
  readonly pairsASecond: number;
  readonly peakMegabytes: number;
}

const cannot = (detail: string): Result<never> => failure({ status: 422, title: 'The truth cannot be read', detail });

/** One file is searched for second records of one person; two are linked with each other, each taken to hold a person once. */
export function measureFiles(files: readonly LabelledFile[], pattern?: RegExp): Result<Measurement> {
  const truth: string[] = [];
  const maps: IdentityColumns[] = [];
  for (const { name, headers, rows, map, truth: column } of files) {
    const columns = readColumns(map, headers);
    if (!columns.ok) return columns;
    if (!headers.includes(column))
      return cannot(`${name} has no column “${column}”. It has ${headers.map((each) => `“${each}”`).join(', ')}.`);
    if (Object.values(columns.value).flat().includes(column))
      return cannot(`“${column}” is the truth of ${name}, and its map uses it too. Take it out of the map.`);
    maps.push(columns.value);
    for (const [at, row] of rows.entries()) {
      const text = row[column] ?? '';
      if (text === '') return cannot(`Record ${at + 1} of ${name} has nothing in “${column}”.`);
      const found = pattern === undefined ? text : pattern.exec(text)?.[1];
      if (found === undefined) return cannot(`“${text.slice(0, 80)}” in “${column}” of ${name} does not fit the pattern.`);
      truth.push(found);
    }
  }
  const secondListFrom = files.length > 1 ? files[0]?.rows.length : undefined;
  const begun = performance.now();
  const people = files.flatMap((file, at) => preparedFrom(file, maps[at] ?? {}));
  const linked = linkAll(people, secondListFrom === undefined ? {} : { secondListFrom }, () => performance.now());
  const seconds = (performance.now() - begun) / 1000;
  const { spent, weights } = linked;
  return success({
    records: people.length,
    people: new Set(truth).size,
    ...measure(linked, truth, secondListFrom),
    seconds,
    milliseconds: spent,
    pairsASecond: Math.round((weights.length / Math.max(1, spent.comparing + spent.weighing)) * 1000),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}

function preparedFrom({ rows }: RecordsFile, columns: IdentityColumns): PreparedPerson[] {
  const dates = [columns.birth ?? []].flat();
  const monthFirst = writesMonthFirst(rows.map((row) => dates.map((column) => row[column] ?? '').join(' ')));
  const prepare = listPreparer();
  return rows.map((row, place) => prepare(identityFromRow(String(place), row, columns, { monthFirst })));
}
