import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readColumns } from '../../src/journey/people/linkage/columns.ts';
import { readWrittenDate, writesMonthFirst } from '../../src/journey/people/linkage/written-date.ts';
import { fewerThanOneIn } from './at-the-door.ts';
import { measureFiles } from './measure-files.ts';
import { readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'onedoor-linkage-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let made = 0;
function file(content: string | Uint8Array): string {
  const name = join(folder, `${++made}.csv`);
  writeFileSync(name, content);
  return name;
}

const detailOf = (result: { ok: boolean } & Partial<{ problem: { detail?: string } }>): string =>
  result.ok ? '' : (result.problem?.detail ?? '');

const town = Array.from({ length: 60 }, (_, at) => ({
  first: ['Amara', 'Wei', 'Grace', 'Tom', 'Priya', 'Kwame'][at % 6] ?? '',
  last: ['Okafor', 'Lee', 'Hart', 'Nowak', 'Khan', 'Evans', 'Yusuf', 'Fitzgerald', 'O’Neill', 'Björk'][at % 10] ?? '',
  born: `${1950 + at}-0${1 + (at % 9)}-${10 + (at % 18)}`,
  who: String(at),
}));
const csv = (rows: readonly Readonly<Record<string, string>>[], separator = ','): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(separator)).join('\n');
const twice = [...town, ...town];
const map = { 'given name': 'first', 'family name': 'last', 'date of birth': 'born' };

function measured(content: string | Uint8Array, columns: unknown = map, truth = 'who') {
  const read = readRecords(file(content));
  assert.ok(read.ok, detailOf(read));
  return measureFiles([{ ...read.value, name: 'a.csv', map: columns, truth }]);
}

describe('measuring linkage on anybody’s records', () => {
  test('finds every second record, whatever the encoding, the separator and the direction of the map', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(twice), 'utf16le')]);
    const contents = [csv(twice), `\uFEFF${csv(twice)}`, csv(twice, ';'), csv(twice, '\t'), utf16];
    const latin = csv(twice).replaceAll('’', '');
    for (const content of [...contents, Buffer.from(latin, 'latin1')]) {
      const result = measured(content);
      assert.ok(result.ok, detailOf(result));
      assert.equal(result.value.records, 120);
      assert.equal(result.value.people, 60);
      assert.equal(result.value.pairs.all, 60);
      assert.equal(result.value.clusters.f1, 1);
    }
    const other = measured(csv(twice), { first: 'forename', last: 'surname', born: 'DOB' });
    assert.ok(other.ok && other.value.clusters.f1 === 1, detailOf(other));
  });

  test('two files are linked with each other, also with different headers', () => {
    const [left, right] = [
      readRecords(file(csv(town))),
      readRecords(
        file(
          csv(
            town.map(({ first, last, born, who }) => ({ person: who, name: `${last}, ${first}`, dob: born })),
            ';',
          ),
        ),
      ),
    ];
    assert.ok(left.ok && right.ok);
    const result = measureFiles([
      { ...left.value, name: 'a', map, truth: 'who' },
      { ...right.value, name: 'b', map: { 'full name': 'name', 'date of birth': 'dob' }, truth: 'person' },
    ]);
    assert.ok(result.ok, detailOf(result));
    assert.equal(result.value.pairs.all, 60);
    assert.equal(result.value.clusters.f1, 1);
  });

  test('what cannot be read is told in a sentence', () => {
    const refused: readonly [string | Uint8Array, RegExp][] = [
      ['', /is empty/],
      ['a,b\n', /no records/],
      ['a,a\n1,2\n', /Two of its columns are called “a”/],
      ['a,b\n"1,2\n', /quotation/],
      [`a,b\n"${'x'.repeat(10_000_000)}",2\n`, /longer than a million/],
      [Uint8Array.from([80, 75, 3, 4, 0, 0]), /not text/],
    ];
    for (const [content, words] of refused) assert.match(detailOf(readRecords(file(content))), words);
    assert.match(detailOf(readRecords(join(folder, 'nowhere.csv'))), /no such file/);
    assert.match(detailOf(readRecords(folder)), /not a file/);
  });

  test('a map or truth that does not fit the file is told in a sentence', () => {
    const content = csv(twice);
    assert.match(detailOf(measured(content, { 'given name': 'nobody' })), /no column “nobody”/);
    assert.match(detailOf(measured(content, { nonsense: 'first' })), /neither a column/);
    assert.match(detailOf(measured(content, { first: 'nonsense' })), /not something a column can hold/);
    assert.match(detailOf(measured(content, { 'given name': 3 })), /must name a column/);
    assert.match(detailOf(measured(content, {})), /names no column/);
    assert.match(detailOf(measured(content, [])), /one JSON object/);
    assert.match(detailOf(measured(content, map, 'nobody')), /no column “nobody”/);
    assert.match(detailOf(measured(content, { ...map, identifier: 'who' })), /is the truth/);
  });

  test('the command ends with a sentence and a code, never with a stack', () => {
    const good = file(csv(twice));
    const columns = join(folder, 'map.json');
    writeFileSync(columns, JSON.stringify(map));
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{');
    const run = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(import.meta.dirname, '../../scripts/bench-linkage.ts'), ...words],
        { encoding: 'utf8' },
      );
      assert.doesNotMatch(stderr, /\n\s+at |node:internal/);
      return { status, stdout, stderr };
    };
    const printed = run('--records', good, '--columns', columns, '--truth', 'who');
    assert.equal(printed.status, 0, printed.stderr);
    assert.equal(JSON.parse(printed.stdout).clusters.f1, 1);
    for (const words of [['--records', good, '--columns', broken, '--truth', 'who'], ['--nonsense']])
      assert.equal(run(...words).status, 2, words.join(' '));
  });

  test('a map names fields as people call them', () => {
    const read = readColumns({ Forename: 'a', SURNAME: 'b', Sex: 'c', 'e-mail': ['d', 'e'], 'post code': '' }, ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(read.ok && read.value, { given: ['a'], family: ['b'], gender: ['c'], email: ['d', 'e'] });
  });

  test('dates of birth are read as files write them', () => {
    const whole = { year: '1984', month: '03', day: '14' };
    for (const text of [
      '1984-03-14',
      '19840314',
      '1984/3/14',
      '14/03/1984',
      '14.3.84',
      '03/14/1984',
      '14 March 1984',
      'March 14, 1984',
      '1984-03-14T00:00:00',
    ])
      assert.deepEqual(readWrittenDate(text), whole, text);
    assert.deepEqual(readWrittenDate('04/03/1984', true), { year: '1984', month: '04', day: '03' });
    assert.deepEqual(readWrittenDate('1984-03'), { year: '1984', month: '03' });
    assert.deepEqual(readWrittenDate('1984'), { year: '1984' });
    assert.equal(readWrittenDate('not known'), undefined);
    assert.equal(writesMonthFirst(['01/02/1990', '03/14/1984']), true);
    assert.equal(writesMonthFirst(['14/03/1984', '01/02/1990']), false);
  });

  test('to say that fewer than 1 in 10,000 are taken for somebody else, 30,000 must be asked and none be', () => {
    assert.equal(fewerThanOneIn(0, 30_000), 10_014);
    // Upper limits of a Poisson count, from published tables: 4.744 of one seen, 10.513 of five.
    assert.equal(fewerThanOneIn(1, 4744), 1000);
    assert.equal(fewerThanOneIn(5, 105_131), 10_000);
  });
});
