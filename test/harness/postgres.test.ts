import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isAlive } from '../../src/platform/postgres/postmaster.ts';
import { createDatabase, scratch, withDatabase } from './postgres.ts';

const database = await createDatabase();

describe('databases for tests', () => {
  after(() => database.close());

  test('a test database is migrated and belongs to a login that is no superuser', async () => {
    const { rows } = await database.pool.query<{ superuser: boolean; migrations: number }>(
      'select rolsuper as superuser, (select count(*) from schema_migration) as migrations from pg_roles where rolname = current_user',
    );
    assert.equal(rows[0]?.superuser, false);
    assert.ok((rows[0]?.migrations ?? 0) > 0);
  });

  test('what one test file writes, another never sees', async () => {
    await database.pool.query('create table left_behind (n int)');
    const seen = await withDatabase(async ({ pool }) => (await pool.query("select to_regclass('left_behind') as found")).rows[0].found);
    assert.equal(seen, null);
  });

  test('the server and its files are gone after the process ends, and after it is killed and another has started', async () => {
    const script = `
    const { testPostgres } = await import(${JSON.stringify(fileURLToPath(new URL('./postgres.ts', import.meta.url)))});
    console.log((await testPostgres()).processId);
    if (process.argv.includes('stay')) setInterval(() => {}, 1000);`;
    const run = (...extra: string[]) =>
      spawn(process.execPath, ['--input-type=module', '-e', script, ...extra], { stdio: ['ignore', 'pipe', 'inherit'] });
    const serverOf = async (child: ReturnType<typeof run>): Promise<number> => {
      for await (const line of child.stdout) return Number(line);
      throw new Error('the process ended without a server');
    };
    const ended = (child: ReturnType<typeof run>) => new Promise((resolve) => child.once('exit', resolve));
    const folder = (child: ReturnType<typeof run>) => join(scratch, `onedoor-test-${child.pid}`);

    const killed = run('stay');
    const orphan = await serverOf(killed);
    const killedEnd = ended(killed);
    killed.kill('SIGKILL');
    await killedEnd;
    assert.ok(isAlive(orphan), 'a killed process cannot tidy up');

    const next = run();
    const nextEnd = ended(next);
    const server = await serverOf(next);
    await nextEnd;
    for (const [child, processId] of [
      [killed, orphan],
      [next, server],
    ] as const) {
      while (isAlive(processId)) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.equal(existsSync(folder(child)), false);
    }
  });
});
