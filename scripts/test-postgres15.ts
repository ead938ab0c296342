// npm run test:postgres15: the tests that use a database, on the oldest PostgreSQL that is supported, from the system's packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const programs = process.env.ONEDOOR_TEST_POSTGRES ?? '/usr/lib/postgresql/15/bin';

/** Tests that ask the harness for a database, directly or through a file of the harness that does. What a browser makes of a page is no matter of the database. */
function testsWithDatabase(): string[] {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return files.filter(
    (file) => /(?<!\.browser)\.test\.tsx?$/.test(file) && /harness\/(?!browser|smtp)/.test(readFileSync(join(root, file), 'utf8')),
  );
}

if (!existsSync(join(programs, 'postgres'))) {
  console.error(`There is no PostgreSQL 15 in ${programs}. Install the package postgresql-15, or set ONEDOOR_TEST_POSTGRES.`);
  process.exitCode = 1;
} else {
  const tests = [...testsWithDatabase(), join('test', 'whole-files.test.ts')];
  console.log(`${tests.length} test files on the PostgreSQL of ${programs}`);
  const words = ['--import', `${root}src/loader.mjs`, '--test', '--test-isolation=none', '--test-concurrency=1', ...tests];
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ONEDOOR_TEST_POSTGRES: programs },
  });
  process.exitCode = tests.length > 1 ? (status ?? 1) : 1;
}
