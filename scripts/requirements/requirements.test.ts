import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { coverageOf, isCited, tableOf } from './coverage.ts';
import { citedIn, readRequirements } from './read-requirements.ts';
import { readTests } from './read-tests.ts';
import { safetyFaults } from './safety-page.ts';

// Ids are put together here, so that this file cites none by accident.
const id = (family: string, number: string): string => family + number;

test('a sentence cites every id in it, each once, and nothing that only looks like one', () => {
  const [a, b, c] = [id('TWP-', '15'), id('S', '3.2'), id('H', '5')];
  assert.deepEqual(citedIn(`${a}, ${b}: first, and ${c} too (${a})`), [a, b, c]);
  assert.deepEqual(citedIn('CORE-10, A16, UX 19, ES2020, utf-8, PTS-1, XH5, H5x, H500'), []);
});

test('requirements are read in order; an id that stands twice or not at all is a fault', () => {
  assert.deepEqual(readRequirements('# R\n\n- **PT-1** one\n- **S3.2** two\nwords\n'), [
    { id: id('PT-', '1'), words: 'one' },
    { id: id('S', '3.2'), words: 'two' },
  ]);
  assert.throws(() => readRequirements('- **PT-1** one\n- **PT-1** again'), /twice/);
  assert.throws(() => readRequirements('- one without'), /no id/);
});

test('a requirement knows its tests, a rule is cited by its parts, and an id that does not exist is told', () => {
  const [whole, part, bare, wrong] = [id('S', '3'), id('S', '3.2'), id('H', '5'), id('H', '77')];
  const requirements = [whole, part, bare].map((one) => ({ id: one, words: 'words' }));
  const named = { file: 'a.test.ts', name: `${part}: holds` };
  const lost = { file: 'b.test.ts', name: `${wrong}: holds` };
  const coverage = coverageOf(requirements, [named, lost]);
  assert.deepEqual(
    coverage.requirements.map(({ tests }) => tests.length),
    [0, 1, 0],
  );
  assert.deepEqual(coverage.unknown, [{ id: wrong, test: lost }]);
  assert.deepEqual(
    coverage.requirements.map((one) => isCited(one, coverage.requirements)),
    [true, true, false],
  );
  const table = tableOf(coverage).join('\n');
  assert.match(table, /2 of 2 cited by a test$/m);
  assert.match(table, /0 of 1 cited by a test; not yet: H5/);
});

test('every way of naming a test is read, and what only looks like a test is not', () => {
  const root = mkdtempSync(join(tmpdir(), 'requirements-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'nodenext', noEmit: true, jsx: 'preserve', types: [] }, include: ['src'] }),
  );
  const text = [
    'declare const test: any; declare const t: any; declare const name: string; declare const match: any;',
    "test('one', () => { t.test('two', () => {}); });",
    ['test(`three $', '{name} more`, { skip: true }, () => {});'].join(''),
    "test.only('four', () => {});",
    "// test('no comment', () => {})",
    "match('no other call'); /x/.test('no pattern'); test(name, () => {});",
  ].join('\n');
  for (const file of ['src/a.test.ts', 'src/b.long.ts', 'src/c.ts']) write(file, `${text}\nexport {};\n`);
  try {
    const names = ['one', 'two', 'three … more', 'four'];
    const found = readTests(root);
    for (const file of ['src/a.test.ts', 'src/b.long.ts'])
      assert.deepEqual(
        found.filter((one) => one.file === file).map((one) => one.name),
        names,
      );
    assert.equal(found.length, 2 * names.length);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('the clinical safety page has each hazard once and names only tests that are there', () => {
  const requirements = ['1', '2'].map((number) => ({ id: id('H', number), words: '' }));
  const page = '| H1 | words | `src/a.test.ts` |\n| H2 | words | `src/b.long.ts` |';
  assert.deepEqual(
    safetyFaults(page, requirements, () => true),
    [],
  );
  assert.equal(safetyFaults(page, requirements, (file) => file !== 'src/b.long.ts').length, 1);
  assert.equal(safetyFaults(page.replace('H2', 'H3'), requirements, () => true).length, 2);
  assert.equal(safetyFaults(page.replace('H2', 'H1'), requirements, () => true).length, 2);
});
