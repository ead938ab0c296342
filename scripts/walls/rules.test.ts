import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readImports } from './read-imports.ts';
import { brokenWalls, stalePureModules } from './rules.ts';

const faultsOf = (from: string, to: string, typesOnly = false): string[] => brokenWalls(new Map([[from, [{ to, typesOnly }]]]));

const broken: [from: string, to: string, why: RegExp][] = [
  ['src/platform/clock.ts', 'src/trust/audit/write.ts', /inwards only/],
  ['src/trust/audit/write.ts', 'src/journey/people/model.ts', /inwards only/],
  ['src/journey/people/actions.ts', 'src/exchange/fhir/model.ts', /inwards only/],
  ['src/place/hub/actions.ts', 'src/learning/outcomes/change.ts', /inwards only/],
  ['src/journey/people/actions.ts', 'src/main.ts', /how the house is put together/],
  ['src/trust/audit/write.ts', 'src/demo/fill.ts', /how the house is put together/],
  ['src/platform/web/server.ts', 'src/commands/start.ts', /how the house is put together/],
  ['src/design/layout/page.tsx', 'src/platform/clock.ts', /nothing of ours but itself/],
  ['src/journey/people/actions.ts', 'src/design/texts.ts', /only pages, routes/],
  ['src/journey/people/texts.ts', 'src/design/texts.ts', /only pages, routes/],
  ['src/journey/triage/actions.ts', 'src/journey/people/store.ts', /private/],
  ['src/journey/triage/pages/list.tsx', 'src/journey/people/pages/card.tsx', /private/],
  ['src/exchange/fhir/patient.ts', 'src/journey/people/store.ts', /private/],
  ['src/journey/people/model.ts', 'src/platform/database/connection.ts', /reads no clock/],
  ['src/journey/people/linkage/weigh.ts', 'node:fs', /reads no clock/],
  ['src/platform/decisions/evaluate.ts', 'pg', /reads no clock/],
];
for (const [from, to, why] of broken) {
  test(`${from} may not import ${to}`, () => {
    assert.equal(faultsOf(from, to).length, 1);
    assert.match(faultsOf(from, to)[0] ?? '', why);
  });
}

const whole: [from: string, to: string, typesOnly?: boolean][] = [
  ['src/exchange/fhir/patient.ts', 'src/journey/people/model.ts'],
  ['src/journey/people/actions.ts', 'src/place/directory/model.ts'],
  ['src/journey/people/actions.ts', 'src/platform/database/as.ts'],
  ['src/journey/people/pages/card.tsx', 'src/design/components/card.tsx'],
  ['src/journey/people/routes.tsx', 'src/design/layout/page.tsx'],
  ['src/journey/front-door/routes-self.tsx', 'src/design/layout/page.tsx'],
  ['src/demo/fill.ts', 'src/journey/people/store.ts'],
  ['src/journey/people/actions.ts', 'src/journey/people/store.ts'],
  ['src/journey/people/model.ts', 'src/platform/database/schema.ts', true],
  ['src/journey/people/texts.ts', 'src/design/texts.ts', true],
  ['src/journey/people/model.test.ts', 'node:fs'],
  ['src/house.ts', 'src/journey/people/routes.tsx'],
  ['test/journeys/door.test.ts', 'src/journey/people/store.ts'],
];
for (const [from, to, typesOnly] of whole) {
  test(`${from} may import ${to}${typesOnly ? ', its types' : ''}`, () => {
    assert.deepEqual(faultsOf(from, to, typesOnly), []);
  });
}

test('a circle of imports is found and named, types alone make none', () => {
  const graph = (typesOnly: boolean) =>
    new Map([
      ['src/a.ts', [{ to: 'src/b.ts', typesOnly: false }]],
      ['src/b.ts', [{ to: 'src/c.ts', typesOnly: false }]],
      ['src/c.ts', [{ to: 'src/a.ts', typesOnly }]],
    ]);
  assert.deepEqual(brokenWalls(graph(false)), ['src/a.ts → src/b.ts → src/c.ts → src/a.ts: imports go round in a circle.']);
  assert.deepEqual(brokenWalls(graph(true)), []);
});

test('a list of pure modules that fits no file is stale', () => {
  assert.ok(stalePureModules([]).length > 0);
});

test('every way of writing an import is read', () => {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true, jsx: 'preserve' },
      include: ['src'],
    }),
  );
  write('src/target.ts', 'export const value = 1;\nexport type Kind = string;\nexport default value;\n');
  const ways: [text: string, typesOnly: boolean][] = [
    ["import { value } from './target.ts';", false],
    ["import value from './target.ts';", false],
    ["import * as all from './target.ts';", false],
    ["import './target.ts';", false],
    ["export { value } from './target.ts';", false],
    ["export * from './target.ts';", false],
    ["const late = () => import('./target.ts');", false],
    ["import { value, type Kind } from './target.ts';", false],
    ["import type { Kind } from './target.ts';", true],
    ["import { type Kind } from './target.ts';", true],
    ["export type { Kind } from './target.ts';", true],
    ["type Late = typeof import('./target.ts');", true],
  ];
  for (const [index, [text]] of ways.entries()) write(`src/way-${index}.tsx`, `// import nothing from './other.ts'\n${text}\n`);
  try {
    const graph = readImports(root);
    for (const [index, [text, typesOnly]] of ways.entries())
      assert.deepEqual(graph.get(`src/way-${index}.tsx`), [{ to: 'src/target.ts', typesOnly }], text);
  } finally {
    rmSync(root, { recursive: true });
  }
});
