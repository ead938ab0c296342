// What is asked again and again is kept by a connection, and neither who asks nor what somebody slips in may be mixed up by it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { createDatabase, type TestDatabase } from '../../../test/harness/postgres.ts';
import { standingClock } from '../clock.ts';
import { type As, accessTo, type Principal } from './as.ts';
import { type Database, openDatabase } from './connection.ts';
import type { Schema } from './schema.ts';

type Tables = Transaction<Schema>;
const clock = standingClock('2026-11-21T10:00:00Z');
const accounts = ['0193d1f0-0000-7000-8000-000000000001', '0193d1f0-0000-7000-8000-000000000002'] as const;
const nobody: Principal = { kind: 'nobody' };

describe('statements that a connection keeps', () => {
  let database: TestDatabase;
  let one: Database;
  let as: As;
  before(async () => {
    database = await createDatabase({ clock });
    await database.pool.query(`
      create table jotting (account text, words text);
      alter table jotting enable row level security;
      create policy own on jotting to onedoor_app using (account = current_setting('app.account'));
      create policy worker on jotting to onedoor_worker using (true);
      grant select on jotting to onedoor_app, onedoor_worker;
      insert into jotting values ('${accounts[0]}', 'first'), ('${accounts[1]}', 'second')`);
    one = openDatabase({ url: database.url, most: 1 });
    as = accessTo(one.db, clock);
  });
  after(async () => {
    await one.close();
    await database.close();
  });

  const words = async (tables: Tables): Promise<readonly string[]> =>
    (await sql<{ words: string }>`select words from jotting order by words`.execute(tables)).rows.map((row) => row.words);
  const kept = async (text: string): Promise<number> => {
    const { rows } = await one.pool.query<{ statement: string }>('select statement from pg_prepared_statements');
    return rows.filter(({ statement }) => statement === text).length;
  };
  const process = async (): Promise<number> =>
    (await as(nobody, (tables) => sql<{ id: number }>`select pg_backend_pid() as id`.execute(tables))).rows[0]?.id ?? 0;
  const again = async (times: number, work: () => Promise<unknown>): Promise<void> => {
    for (let time = 0; time < times; time++) await work();
  };

  test('what is asked three times is kept, what is asked once is not', async () => {
    await as(nobody, (tables) => sql`select ${1}::int as once`.execute(tables));
    await again(3, () => as(nobody, (tables) => sql`select ${1}::int as often`.execute(tables)));
    assert.deepEqual([await kept('select $1::int as once'), await kept('select $1::int as often')], [0, 1]);
  });

  test('S14.1: the same statement on the same connection answers each asker with their own', async () => {
    const askers: readonly [Principal, readonly string[]][] = [
      [{ kind: 'account', accountId: accounts[0] }, ['first']],
      [{ kind: 'account', accountId: accounts[1] }, ['second']],
      [{ kind: 'worker', job: 'read' }, ['first', 'second']],
      [nobody, []],
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...askers), { minLength: 1, maxLength: 12 }), async (order) => {
        for (const [asker, expected] of order) assert.deepEqual(await as(asker, words), expected);
      }),
      { numRuns: 40 },
    );
    assert.equal(await kept('select words from jotting order by words'), 1);
  });

  test('who acts is sent without waiting; when it is refused, the first question says so and nothing is read', async () => {
    await database.pool.query('create role stranger login; grant select on jotting to stranger');
    const strange = openDatabase({ url: database.url.replace('onedoor@', 'stranger@'), most: 1 });
    try {
      await assert.rejects(accessTo(strange.db, clock)(nobody, words), /permission denied to set role "onedoor_app"/);
      await assert.rejects(
        accessTo(strange.db, clock)(nobody, async () => undefined),
        /rolled back|aborted/i,
      );
    } finally {
      await strange.close();
      await database.pool.query('revoke select on jotting from stranger; drop role stranger');
    }
  });

  test('a table that gained a column is read anew', async () => {
    const everything = (): Promise<readonly object[]> =>
      as({ kind: 'worker', job: 'read' }, async (tables) => (await sql<object>`select * from jotting`.execute(tables)).rows);
    await again(3, everything);
    await database.pool.query('alter table jotting add column at date');
    await everything().catch(() => undefined);
    assert.deepEqual(Object.keys((await everything())[0] ?? {}), ['account', 'words', 'at']);
    await database.pool.query('alter table jotting drop column at');
  });

  const slips: readonly string[] = [
    `prepare NAME as select 'slipped in' as words`,
    `do $$ begin execute 'deallocate NAME'; execute 'prepare NAME as select ''slipped in'' as words'; end $$`,
    `select 1; deallocate NAME; prepare NAME as select 'slipped in' as words`,
    `/* */ prepare NAME as select 'slipped in' as words`,
  ];
  for (const slip of slips)
    test(`S14.1: “${slip.slice(0, 40)}” changes no other statement, of this request or the next`, async () => {
      await again(4, () => as(nobody, words));
      const { rows } = await one.pool.query<{ name: string }>('select name from pg_prepared_statements where statement = $1', [
        'select words from jotting order by words',
      ]);
      const before = await process();
      const seen = await as({ kind: 'account', accountId: accounts[0] }, async (tables) => {
        if (slip.startsWith('prepare') || slip.startsWith('/*')) await sql.raw(`deallocate ${rows[0]?.name}`).execute(tables);
        await sql.raw(slip.replaceAll('NAME', rows[0]?.name ?? '')).execute(tables);
        return words(tables);
      }).catch((error: { code?: string }) => {
        assert.equal(error.code, '42601', 'two statements in one are refused');
        return ['first'];
      });
      assert.deepEqual(seen, ['first']);
      assert.deepEqual(await as({ kind: 'account', accountId: accounts[1] }, words), ['second']);
      if (!slip.startsWith('select')) assert.notEqual(await process(), before);
    });
});
