// Measures the linkage of people on a file whose truth is known:
// `npm run bench:linkage -- --records a.csv [--records b.csv] --columns map.json --truth COLUMN`. Prints one JSON object.
// map.json says which column is which: {"given": "first_name", "birth": "dob", …}; a list of columns is joined with a space.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { candidatePairs } from '../src/journey/people/linkage/blocking.ts';
import { clusters, type WeighedPair } from '../src/journey/people/linkage/clusters.ts';
import { fields } from '../src/journey/people/linkage/fields.ts';
import { compareAll, learn } from '../src/journey/people/linkage/learn.ts';
import { type IdentityRecord, prepare } from '../src/journey/people/linkage/record.ts';
import { linkAt, weightOf, weightTable } from '../src/journey/people/linkage/weigh.ts';

type Columns = Readonly<Record<string, string | readonly string[]>>;
type Row = Readonly<Record<string, string>>;

const { values } = parseArgs({
  options: {
    records: { type: 'string', multiple: true },
    columns: { type: 'string' },
    truth: { type: 'string' },
    /** A pattern whose first group is the person in the truth column, such as '^rec-(\d+)'. */
    pattern: { type: 'string' },
  },
});
if (values.records === undefined || values.columns === undefined || values.truth === undefined) {
  console.error('Say --records FILE (once or twice), --columns FILE and --truth COLUMN.');
  process.exit(2);
}
const truthColumn = values.truth;
// The file is the caller's own, in the shape told above.
const columns = JSON.parse(readFileSync(values.columns, 'utf8')) as Columns;
const truthPattern = values.pattern === undefined ? undefined : new RegExp(values.pattern);

const cell = (row: Row, name: string): string => {
  const column = columns[name];
  if (column === undefined) return '';
  return (typeof column === 'string' ? [column] : column)
    .map((each) => (row[each] ?? '').trim())
    .filter((text) => text !== '')
    .join(' ');
};

function birthOf(row: Row): IdentityRecord['birth'] {
  const whole = cell(row, 'birth');
  const [, year = cell(row, 'birthYear'), month = cell(row, 'birthMonth'), day = cell(row, 'birthDay')] =
    /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(whole) ?? [];
  return { year, month, day };
}

const files = values.records.map((file): Row[] => {
  // Cells are text, because no casting is asked for.
  return parse(readFileSync(file), { columns: true, bom: true, trim: true, relax_column_count: true }) as Row[];
});
const rows = files.flat();
const secondListFrom = files.length > 1 ? files[0]?.length : undefined;
const truth = rows.map((row) => {
  const text = row[truthColumn] ?? '';
  return truthPattern === undefined ? text : (truthPattern.exec(text)?.[1] ?? text);
});

const started = performance.now();
const people = rows.map((row, place) =>
  prepare({
    id: String(place),
    given: cell(row, 'given'),
    family: cell(row, 'family'),
    otherNames: [cell(row, 'otherNames')],
    birth: birthOf(row),
    address: cell(row, 'address'),
    town: cell(row, 'town'),
    postcode: cell(row, 'postcode'),
    phone: cell(row, 'phone'),
    email: cell(row, 'email'),
    nhsNumber: cell(row, 'nhsNumber'),
    otherIdentifier: cell(row, 'otherIdentifier'),
    gender: cell(row, 'gender'),
  }),
);
const across = secondListFrom === undefined ? {} : { secondListFrom };
const candidates = candidatePairs(people, across);
const comparing = performance.now();
const compared = compareAll(people, candidates);
const learning = performance.now();
const model = learn(people, candidates, across, compared);
const weighing = performance.now();
const table = weightTable(model);
const width = fields.length;
const weights = new Float64Array(compared.count);
for (let pair = 0; pair < compared.count; pair++) {
  const person = people[candidates.left[pair] ?? 0];
  if (person !== undefined) weights[pair] = weightOf(compared.levels.subarray(pair * width, (pair + 1) * width), person, model, table);
}
const weighed = performance.now();
const pairs: WeighedPair[] = [];
for (let pair = 0; pair < compared.count; pair++) {
  pairs.push({ left: candidates.left[pair] ?? 0, right: candidates.right[pair] ?? 0, weight: weights[pair] ?? 0 });
}
const group = clusters(people.length, pairs, secondListFrom === undefined ? {} : { listOf: (record) => (record < secondListFrom ? 0 : 1) });
const ended = performance.now();

const counted = (numbers: Iterable<string | number>): Map<string | number, number> => {
  const counts = new Map<string | number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
};
const pairsWithin = (names: readonly (string | number)[]): number => {
  const within = (part: readonly (string | number)[]) =>
    [...counted(part).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  if (secondListFrom === undefined) return within(names);
  return within(names) - within(names.slice(0, secondListFrom)) - within(names.slice(secondListFrom));
};
const scores = (right: number, found: number, all: number) => {
  const precision = found === 0 ? 1 : right / found;
  const recall = all === 0 ? 1 : right / all;
  const round = (share: number): number => Math.round(share * 1e5) / 1e5;
  return {
    right,
    found,
    all,
    precision: round(precision),
    recall: round(recall),
    f1: round(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
  };
};

const all = pairsWithin(truth);
const same = (pair: number): boolean => truth[candidates.left[pair] ?? 0] === truth[candidates.right[pair] ?? 0];
let within = 0;
let found = 0;
let right = 0;
for (let pair = 0; pair < compared.count; pair++) {
  if (same(pair)) within++;
  if ((weights[pair] ?? 0) >= linkAt) {
    found++;
    if (same(pair)) right++;
  }
}
const order = Array.from(weights.keys()).sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0));
let best = { f1: 0, weight: 0 };
order.reduce((sum, pair, at) => {
  const now = sum + (same(pair) ? 1 : 0);
  const f1 = (2 * now) / (at + 1 + all);
  if (f1 > best.f1) best = { f1: Math.round(f1 * 1e5) / 1e5, weight: Math.round((weights[pair] ?? 0) * 100) / 100 };
  return now;
}, 0);
const groups = Array.from(group);
const both = groups.map((name, place) => `${name}|${truth[place]}`);
const sizes = { group: counted(groups), truth: counted(truth), both: counted(both) };
let bPrecision = 0;
let bRecall = 0;
groups.forEach((name, place) => {
  const shared = sizes.both.get(both[place] ?? '') ?? 0;
  bPrecision += shared / (sizes.group.get(name) ?? 1);
  bRecall += shared / (sizes.truth.get(truth[place] ?? '') ?? 1);
});
const bCubed = { precision: bPrecision / groups.length, recall: bRecall / groups.length };
const seconds = (from: number, to: number): number => Math.round(to - from) / 1000;
console.log(
  JSON.stringify(
    {
      records: rows.length,
      candidatePairs: compared.count,
      skippedPairs: candidates.skipped,
      blockingRecall: Math.round((within / Math.max(1, all)) * 1e5) / 1e5,
      pairs: scores(right, found, all),
      bestThreshold: best,
      clusters: scores(pairsWithin(both), pairsWithin(groups), all),
      bCubed: { ...bCubed, f1: (2 * bCubed.precision * bCubed.recall) / (bCubed.precision + bCubed.recall) },
      seconds: {
        all: seconds(started, ended),
        blocking: seconds(started, comparing),
        comparing: seconds(comparing, learning),
        learning: seconds(learning, weighing),
        weighing: seconds(weighing, weighed),
        clustering: seconds(weighed, ended),
      },
      pairsASecond: Math.round(compared.count / ((learning - comparing + weighed - weighing) / 1000)),
    },
    null,
    1,
  ),
);
