// Questions asked in one go are answered each to whoever asked it, in their order, and a failure among them is told and leaves nothing hanging.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { createDatabase, type TestDatabase } from '../../../test/harness/postgres.ts';
import { standingClock } from '../clock.ts';
import { actAs, asWorker } from './acting.ts';
import { type As, accessTo } from './as.ts';
import { atOnce } from './at-once.ts';
import { type Database, openDatabase } from './connection.ts';
import type { Schema } from './schema.ts';

type Tables = Transaction<Schema>;
const clock = standingClock('2026-11-21T10:00:00Z');
const accounts = ['0193d1f0-0000-7000-8000-000000000001', '0193d1f0-0000-7000-8000-000000000002'] as const;

describe('questions asked at once', () => {
  let database: TestDatabase;
  let one: Database;
  let as: As;
  before(async () => {
    database = await createDatabase({ clock });
    await database.pool.query(
      'create table line (n serial primary key, words text); grant select, insert on line to onedoor_app, onedoor_worker',
    );
    await database.pool.query('grant usage on sequence line_n_seq to onedoor_app, onedoor_worker');
    one = openDatabase({ url: database.url, most: 1 });
    as = accessTo(one.db, clock);
  });
  after(async () => {
    await one.close();
    await database.close();
  });

  const who = async (tables: Tables): Promise<string> => {
    const { rows } = await sql<{ who: string }>`select current_user || ' ' || current_setting('app.account') as who`.execute(tables);
    return rows[0]?.who ?? '';
  };
  const write = (tables: Tables, words: string) => sql`insert into line (words) values (${words})`.execute(tables);

  test('S14.1: each is answered as whoever acted when it was asked, however many and whoever comes next', async () => {
    const steps = fc.array(fc.record({ by: fc.constantFrom<string>(...accounts, 'worker'), times: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        await as({ kind: 'nobody' }, async (tables) => {
          for (const { by, times } of order) {
            const asks = Array.from({ length: times }, () => () => who(tables));
            if (by !== 'worker') await actAs(tables, { accountId: by, door: '' });
            const seen = await (by === 'worker' ? asWorker(tables, 'look', () => atOnce(tables, asks)) : atOnce(tables, asks));
            for (const one of seen) assert.match(one, by === 'worker' ? /^onedoor_worker / : new RegExp(`^onedoor_app ${by}$`));
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('S14.1: nobody changes who asks while questions are on their way', async () => {
    await as({ kind: 'nobody' }, async (tables) => {
      const mixed = atOnce(tables, [() => who(tables), () => asWorker(tables, 'look', () => who(tables)), () => who(tables)]);
      await assert.rejects(mixed, /“look” was begun among questions asked at once/);
      assert.match(await who(tables), /^onedoor_app/);
      assert.match(await asWorker(tables, 'look', () => who(tables)), /^onedoor_worker/);
    });
  });

  test('they are answered in their order: what one writes, the next reads', async () => {
    const count = async (tables: Tables): Promise<number> =>
      (await sql<{ count: number }>`select count(*)::int as count from line`.execute(tables)).rows[0]?.count ?? 0;
    const seen = await as({ kind: 'nobody' }, (tables) =>
      atOnce(tables, [() => count(tables), () => write(tables, 'a'), () => count(tables), () => write(tables, 'b'), () => count(tables)]),
    );
    assert.deepEqual([seen[0], seen[2], seen[4]], [0, 1, 2]);
  });

  test('the first failure is told, the rest is waited for, and going back to a savepoint mends the transaction', async () => {
    await as({ kind: 'nobody' }, async (tables) => {
      await sql`savepoint here`.execute(tables);
      const failing = atOnce(tables, [() => write(tables, 'lost'), () => sql`select 1 / 0`.execute(tables), () => who(tables)]);
      await assert.rejects(failing, /division by zero/);
      await sql`rollback to savepoint here`.execute(tables);
      assert.match(await who(tables), /^onedoor_app/);
    });
    assert.equal((await one.pool.query("select from line where words = 'lost'")).rowCount, 0);
  });

  test('S14.1: a step that fails, on either side, gives nobody its rights, with a savepoint or without', async () => {
    const failures = fc.constantFrom<(tables: Tables) => Promise<unknown>>(
      async () => Promise.reject(new Error('of its own')),
      (tables) => sql`select 1 / 0`.execute(tables),
      async (tables) => {
        await who(tables);
        throw new Error('after asking');
      },
    );
    await fc.assert(
      fc.asyncProperty(failures, fc.boolean(), async (fail, goesBack) => {
        await as({ kind: 'account', accountId: accounts[0] }, async (tables) => {
          await sql`savepoint here`.execute(tables);
          const refused = await asWorker(tables, 'fail', fail).catch((error: Error & { code?: string }) => error);
          const isLost = refused instanceof Error && 'code' in refused;
          if (goesBack || isLost) await sql`rollback to savepoint here`.execute(tables);
          assert.equal(await who(tables), `onedoor_app ${accounts[0]}`);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('a question after a failed step is refused, and so is what goes ahead of it, without ending the program', async () => {
    const lost: unknown[] = [];
    const note = (reason: unknown): void => void lost.push(reason);
    process.on('unhandledRejection', note);
    try {
      const refused = as({ kind: 'account', accountId: accounts[0] }, async (tables) => {
        await asWorker(tables, 'fail', (worker) => sql`select 1 / 0`.execute(worker)).catch(() => undefined);
        return who(tables);
      });
      await assert.rejects(refused, /current transaction is aborted/);
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(lost, []);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
