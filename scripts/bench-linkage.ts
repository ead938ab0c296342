// Measures the linkage of people on files whose truth is known:
// `npm run bench:linkage -- --records a.csv [--records b.csv] --columns map.json --truth COLUMN [--pattern '^rec-(\d+)']`. Prints one JSON object.
// map.json says which column holds what: {"given": "first_name", "birth": "dob", "address": ["number", "street"]}. Each of two files is taken to
// hold a person once. The pattern's first group is the person's name in the truth column.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { type IdentityColumns, identityFromRow } from '../src/journey/people/linkage/columns.ts';
import { linkAll } from '../src/journey/people/linkage/link.ts';
import { measure } from '../src/journey/people/linkage/measure.ts';
import { prepare } from '../src/journey/people/linkage/record.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', multiple: true },
    columns: { type: 'string' },
    truth: { type: 'string' },
    pattern: { type: 'string' },
  },
});
const { records, columns: columnsFile, truth: truthColumn, pattern } = values;
if (records === undefined || columnsFile === undefined || truthColumn === undefined) {
  console.error('Say --records FILE (once or twice), --columns FILE and --truth COLUMN.');
  process.exit(2);
}
// The file is the caller’s own, in the shape told above.
const columns = JSON.parse(readFileSync(columnsFile, 'utf8')) as IdentityColumns;
const lists = records.map(
  // Every cell is text, because no casting is asked for.
  (file) =>
    parse(readFileSync(file), { columns: true, bom: true, trim: true, relax_column_count: true }) as Readonly<Record<string, string>>[],
);
const rows = lists.flat();
const secondListFrom = lists.length > 1 ? lists[0]?.length : undefined;
const truth = rows.map((row) => {
  const text = row[truthColumn] ?? '';
  return pattern === undefined ? text : (new RegExp(pattern).exec(text)?.[1] ?? text);
});

const started = performance.now();
const people = rows.map((row, place) => prepare(identityFromRow(String(place), row, columns)));
const linked = linkAll(people, secondListFrom === undefined ? {} : { secondListFrom }, () => performance.now());
const seconds = (performance.now() - started) / 1000;

const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
const { spent } = linked;
console.log(
  JSON.stringify(
    {
      records: rows.length,
      ...measure(linked, truth, secondListFrom),
      seconds,
      milliseconds: spent,
      pairsASecond: Math.round((linked.weights.length / (spent.comparing + spent.weighing)) * 1000),
    },
    rounded,
    1,
  ),
);
