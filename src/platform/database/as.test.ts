import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { standingClock } from '../clock.ts';
import type { Principal } from './as.ts';
import { accessTo } from './as.ts';
import { openDatabase } from './connection.ts';
import type { Schema } from './schema.ts';

const clock = standingClock('2026-11-21T10:00:00Z');
const database = await createDatabase({ clock });

describe('acting as somebody', async () => {
  after(() => database.close());
  await database.pool.query(
    'create table note (n int primary key, words text); grant select, insert, update on note to onedoor_app, onedoor_worker; insert into note values (1, $$first$$), (2, $$second$$)',
  );

  const said = async (transaction: Transaction<Schema>) => {
    const { rows } = await sql<Record<string, string>>`
    select current_user::text as role, current_setting('app.kind') as kind, current_setting('app.account') as account, current_setting('app.door') as door,
      current_setting('app.job') as job, current_setting('app.now') as now, current_setting('app.request') as request
  `.execute(transaction);
    return rows[0];
  };

  const blank = { account: '', door: '', job: '', now: '2026-11-21T10:00:00.000Z', request: '' };
  const accountId = '0193d1f0-0000-7000-8000-000000000001';

  const told: [Principal, object][] = [
    [
      { kind: 'account', accountId },
      { ...blank, role: 'onedoor_app', kind: 'account', account: accountId },
    ],
    [
      { kind: 'door', token: 'a hash' },
      { ...blank, role: 'onedoor_app', kind: 'door', door: 'a hash' },
    ],
    [
      { kind: 'worker', job: 'send messages' },
      { ...blank, role: 'onedoor_worker', kind: 'worker', job: 'send messages' },
    ],
    [{ kind: 'nobody' }, { ...blank, role: 'onedoor_app', kind: 'nobody' }],
  ];

  for (const [principal, expected] of told) {
    test(`S14.1: a transaction as ${principal.kind} tells the database who asks, and runs in a role that owns nothing`, async () => {
      assert.deepEqual(await database.as(principal, said), expected);
    });
  }

  test('S14.1: no transaction, kept or undone, leaves its rights behind on the connection', async () => {
    const one = openDatabase({ url: database.url, most: 1 });
    const as = accessTo(one.db, clock);
    const principals = fc.constantFrom(...told.map(([principal]) => principal));
    await fc.assert(
      fc.asyncProperty(principals, fc.boolean(), async (principal, fails) => {
        const done = as(principal, async () => {
          if (fails) throw new Error('undone');
        });
        if (fails) await assert.rejects(done, /undone/);
        else await done;
        const { rows } = await one.pool.query(
          "select current_user as role, coalesce(current_setting('app.account', true), '') as account, coalesce(current_setting('app.door', true), '') as door",
        );
        assert.deepEqual(rows[0], { role: 'onedoor', account: '', door: '' });
      }),
      { numRuns: 30 },
    );
    await one.close();
  });

  test('what a principal says can never become a statement', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }).filter((token) => !token.includes('\0')),
        async (token) => {
          assert.equal((await database.as({ kind: 'door', token }, said))?.door, token);
        },
      ),
      { numRuns: 50, examples: [["'); reset role; select ('"], ["\\'; drop table note; --"]] },
    );
  });

  test('all of the work is kept or none', async () => {
    const work = database.as({ kind: 'nobody' }, async (transaction) => {
      await sql`insert into note values (3, 'lost')`.execute(transaction);
      throw new Error('after writing');
    });
    await assert.rejects(work, /after writing/);
    assert.equal((await database.pool.query('select from note where n = 3')).rowCount, 0);
  });

  test('a read cannot write', async () => {
    const work = database.as({ kind: 'nobody' }, (transaction) => sql`insert into note values (4, 'no')`.execute(transaction), {
      readOnly: true,
    });
    await assert.rejects(work, /read-only transaction/);
  });

  test('a read that clashes is tried again, a write is not', async () => {
    const clash = Object.assign(new Error('clash'), { code: '40001' });
    const times = async (readOnly: boolean, clashes: number): Promise<number> => {
      let tries = 0;
      const work = async () => {
        if (++tries <= clashes) throw clash;
      };
      await database.as({ kind: 'nobody' }, work, { readOnly }).catch((error: unknown) => assert.equal(error, clash));
      return tries;
    };
    assert.deepEqual(await Promise.all([times(true, 2), times(true, 9), times(false, 1)]), [3, 3, 1]);
  });
});
