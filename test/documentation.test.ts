// The documentation says what the program is: its settings, its commands, and nothing that is not there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../src/commands/table.ts';
import { settingsExplained } from '../src/platform/settings.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTEXT.md',
  'bench/README.md',
  'blueprints/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

test('the table of settings is the program’s own', () => {
  const rows = read('README.md').match(/^\| `[A-Z_]+` \| .+ \|$/gm) ?? [];
  assert.deepEqual(
    rows,
    settingsExplained.map(({ name, meaning }) => `| \`${name}\` | ${meaning} |`),
  );
});

test('every link leads to a file that is there, every npm script and command exists', () => {
  const scripts: unknown = JSON.parse(read('package.json')).scripts;
  assert.ok(scripts && typeof scripts === 'object');
  const wrong: string[] = [];
  for (const page of pages) {
    const text = read(page);
    for (const [, path = ''] of text.matchAll(/(?:\]\(|src=")(?!https?:|#)([^)#"]+)/g))
      if (!existsSync(join(root, dirname(page), path))) wrong.push(`${page} leads to ${path}`);
    for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g)) if (!(name in scripts)) wrong.push(`${page} names npm run ${name}`);
    for (const [, name = ''] of text.matchAll(/(?:npx |[`"])onedoor ([a-z]+)/g))
      if (!(name in commands)) wrong.push(`${page} names onedoor ${name}`);
  }
  assert.deepEqual(wrong, []);
});
