import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, withDatabase } from '../../../test/harness/postgres.ts';
import { openDatabase } from './connection.ts';

const database = await createDatabase();

describe('connections', () => {
  after(() => database.close());

  test('a day stays that day, a count is a number, a decimal keeps every digit', async () => {
    const { rows } = await sql`
    select date '2026-03-29' as day, 9007199254740991::int8 as number_of, 0.10::numeric as exact, '{"snake_case": 1}'::jsonb as json
  `.execute(database.db);
    assert.deepEqual(rows[0], { day: '2026-03-29', numberOf: Number.MAX_SAFE_INTEGER, exact: '0.10', json: { snake_case: 1 } });
  });

  test('a count too large to be held exactly is refused, not rounded', async () => {
    await assert.rejects(sql`select 9007199254740993::int8 as n`.execute(database.db), /too large to be held exactly/);
  });

  test('a statement that takes too long is given up', async () => {
    const impatient = openDatabase({ url: database.url, statementTimeout: 50 });
    await assert.rejects(impatient.pool.query('select pg_sleep(10)'), /statement timeout/);
    await impatient.close();
  });

  test('H27: a connection that is lost is told of and replaced; the program goes on', async () => {
    await withDatabase(async ({ url }) => {
      const told: Error[] = [];
      const lost = openDatabase({ url, most: 1, onLost: (error) => told.push(error) });
      const removed = new Promise((resolve) => lost.pool.once('remove', resolve));
      const { rows } = await lost.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await removed;
      assert.equal(told.length, 1);
      const again = await lost.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
      assert.notEqual(again.rows[0]?.pid, rows[0]?.pid);
      await lost.close();
      await lost.close();
    });
  });

  test('as many connections as are kept open stay when nobody asks; the others are let go', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    for (const [least, stay] of [
      [undefined, 0],
      [2, 2],
      [9, 3],
    ] as const) {
      const { pool, close } = openDatabase({ url: database.url, most: 5, ...(least === undefined ? {} : { least }) });
      const clients = await Promise.all([1, 2, 3].map(() => pool.connect()));
      for (const client of clients) client.release();
      assert.equal(pool.totalCount, 3);
      t.mock.timers.tick(60_000);
      assert.equal(pool.totalCount, stay, `at least ${least}`);
      await close();
    }
  });
});
