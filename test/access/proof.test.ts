// What a statement slipped into a request could try, to leave the role it runs in or to speak for somebody else; each tried for real, on the login of requests.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { accessTo } from '../../src/platform/database/as.ts';
import { openDatabase } from '../../src/platform/database/connection.ts';
import { loginsFor } from '../../src/platform/database/logins.ts';
import { proofWith } from '../../src/platform/database/proof.ts';
import type { Tables, Visitor } from '../../src/platform/web/context.ts';
import { grantAccess } from '../../src/trust/access/actions.ts';
import { type Scene, setScene } from '../harness/context.ts';
import { createDatabase } from '../harness/postgres.ts';

const refused = { code: '42501' };

describe('a statement slipped into a request', { concurrency: false }, () => {
  let scene: Scene;
  let kim: Visitor;
  let lee: Visitor;
  let personId: string;
  let tableNames: readonly string[];

  before(async () => {
    scene = await setScene(createDatabase, { at: '2026-11-20T10:00:00Z' });
    const { clock, identify } = scene;
    kim = await scene.staff('Kim Ward', 'KW', 'support');
    lee = await scene.staff('Lee Moss', 'KW', 'other');
    personId = identify();
    await scene.worker((tables) =>
      tables.insertInto('person').values({ id: personId, givenName: 'Ann', createdAt: clock.now(), changedAt: clock.now() }).execute(),
    );
    await scene.as(null, (context) =>
      grantAccess(context, {
        personId,
        accountId: kim.accountId,
        relationship: 'key_worker',
        role: 'KW',
        source: { kind: 'test', id: identify() },
      }),
    );
    const { rows } = await scene.database.pool.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
    );
    tableNames = rows.map(({ name }) => name);
  });
  after(() => scene.database.close());

  /** As a request of this account on the real login, as attend.ts opens it. */
  const asAccount = <T>(visitor: Visitor, work: (tables: Tables) => Promise<T>): Promise<T> =>
    scene.database.as({ kind: 'account', accountId: visitor.accountId }, work);
  const people = async (tables: Tables): Promise<number> => (await sql`select id from person`.execute(tables)).rows.length;
  const run = (tables: Tables, statement: string): Promise<unknown> => sql.raw(statement).execute(tables);

  test('S14.1: the one who may reads, so that what follows is no empty success', async () => {
    assert.deepEqual([await asAccount(kim, people), await asAccount(lee, people)], [1, 0]);
  });

  test('S14.1: resetting the role leads to a login that may do nothing', async () => {
    for (const leave of ['reset role', "select set_config('role', 'none', true)"])
      for (const statement of ['select id from person', 'select secret from place', 'select key from proof_key', 'delete from access'])
        await assert.rejects(
          asAccount(kim, async (tables) => {
            await run(tables, leave);
            await run(tables, statement);
          }),
          refused,
          `${leave}; ${statement}`,
        );
    assert.equal(
      await asAccount(kim, async (tables) => {
        await run(tables, 'reset all');
        return people(tables);
      }),
      0,
      'without its proof a request is nobody’s',
    );
  });

  test('S14.1: it becomes neither the owner, nor a superuser, nor the login of jobs', async () => {
    for (const role of ['onedoor', 'postgres', 'onedoor_jobs', 'pg_read_all_data'])
      for (const statement of [`set role ${role}`, `select set_config('role', '${role}', true)`, `set session authorization ${role}`])
        await assert.rejects(
          asAccount(kim, (tables) => run(tables, statement)),
          refused,
          statement,
        );
  });

  test('S14.1: to whoever only takes on the worker’s role every table is closed', async () => {
    assert.ok(tableNames.length > 40);
    const takes = [
      "select set_config('role', 'onedoor_worker', true)",
      "set role onedoor_worker; select set_config('app.kind', 'worker', true), set_config('app.job', 'x', true)",
    ];
    for (const take of takes)
      for (const table of tableNames) {
        const seen = await asAccount(kim, async (tables) => {
          await run(tables, take);
          return (await sql`select 1 from ${sql.table(table)}`.execute(tables)).rows.length;
        }).catch((error: { code?: string }) => {
          assert.equal(error.code, '42501', table);
          return 0;
        });
        assert.equal(seen, 0, table);
      }
    for (const write of [
      sql`insert into membership (id, account_id, team_id, role, access, starts_on) values (gen_random_uuid(), ${kim.accountId}, ${scene.teams.other.id}, 'x', 'MGR', '2020-01-01')`,
      sql`insert into web_session (token_hash, account_id, created_at, seen_at, idle_until, ends_at) values ('\\x00', ${kim.accountId}, now(), now(), now(), now())`,
      sql`insert into repeat_key (key, scope, route, at) values (gen_random_uuid(), '', '', now())`,
    ])
      await assert.rejects(
        asAccount(kim, async (tables) => {
          await sql`set local role onedoor_worker`.execute(tables);
          await write.execute(tables);
        }),
        refused,
      );
    const changed = await asAccount(kim, async (tables) => {
      await sql`set local role onedoor_worker`.execute(tables);
      return [
        (await sql`update account set password_hash = 'x'`.execute(tables)).numAffectedRows,
        (await sql`update place set settings = '{}'`.execute(tables)).numAffectedRows,
        (await sql`delete from web_session`.execute(tables)).numAffectedRows,
      ];
    });
    assert.deepEqual(changed, [0n, 0n, 0n]);
  });

  test('S14.1: it speaks for nobody else: another account, a code, another time, with the proof of its own request or with none', async () => {
    const forge = (what: RawBuilder<unknown>): Promise<readonly [unknown, number]> =>
      asAccount(lee, async (tables) => {
        await what.execute(tables);
        const { rows } = await sql<{ account: string | null }>`select current_account() as account`.execute(tables);
        return [rows[0]?.account ?? null, await people(tables)] as const;
      });
    for (const what of [
      sql`select set_config('app.account', ${kim.accountId}, true)`,
      sql`select set_config('app.account', ${kim.accountId}, false)`,
      sql`select set_config('app.account', ${kim.accountId}, true), set_config('app.proof', '', true)`,
      sql`select set_config('app.account', ${kim.accountId}, true), set_config('app.proof', ${`1 ${'0'.repeat(64)}`}, true)`,
      sql`select set_config('app.door', ${`x\n${kim.accountId}`}, true)`,
      sql`select set_config('app.now', '2020-01-01T00:00:00Z', true)`,
      sql`select set_config('app.kind', 'worker', true)`,
    ])
      assert.deepEqual(await forge(what), [null, 0]);
  });

  test('S14.1: the proof of one request is none for another', async () => {
    const proof = await asAccount(kim, async (tables) => {
      const { rows } = await sql<{ proof: string }>`select current_setting('app.proof') as proof`.execute(tables);
      return rows[0]?.proof ?? '';
    });
    const believed = (claims: Readonly<Record<string, string>>): Promise<boolean | undefined> =>
      asAccount(lee, async (tables) => {
        for (const [name, value] of Object.entries(claims)) await sql`select set_config(${`app.${name}`}, ${value}, true)`.execute(tables);
        return (await sql<{ believed: boolean }>`select is_proven() as believed`.execute(tables)).rows[0]?.believed;
      });
    assert.equal(await believed({}), true);
    assert.equal(await believed({ proof }), false);
    const all = { proof, account: kim.accountId, kind: 'account', door: '', job: '', now: scene.clock.now().toISOString(), request: '' };
    assert.equal(await believed(all), true, 'the very same claims are what it was given for');
    for (const other of ['account', 'kind', 'door', 'job', 'now', 'request'])
      assert.equal(await believed({ ...all, [other]: other === 'account' ? lee.accountId : 'x' }), false, other);
    const [at = '', signature = ''] = proof.split(' ');
    for (const almost of [
      '', ' ', 'x', at, signature, `${at} `, ` ${proof}`, `${proof} `, `${proof}\n`, `${proof} ${signature}`, `${at}  ${signature}`, `${at}\t${signature}`,
      `${at} ${signature.toUpperCase()}`, `0${proof}`, `+${proof}`, `-${proof}`, `${at}.0 ${signature}`, `1e9 ${signature}`, `NaN ${signature}`,
      `${'9'.repeat(12)} ${signature}`, `${'9'.repeat(400)} ${signature}`, `١٢٣ ${signature}`, `${at} ${signature.slice(1)}`,
    ]) assert.equal(await believed({ ...all, proof: almost }), false, JSON.stringify(almost)); // biome-ignore format: one list
  });

  test('S14.1: a proof ends after an hour by the database’s own clock', async () => {
    const { requests } = scene.database;
    const key = (await scene.database.pool.query<{ key: Buffer }>('select key from proof_key')).rows[0]?.key ?? Buffer.alloc(0);
    const at = (minutes: number) =>
      accessTo(requests.db, scene.clock, proofWith(key, { now: () => new Date(Date.now() + minutes * 60_000) }));
    const seen = async (minutes: number): Promise<number> => at(minutes)({ kind: 'account', accountId: kim.accountId }, people);
    assert.deepEqual([await seen(0), await seen(-55), await seen(55), await seen(-65), await seen(65)], [1, 1, 1, 0, 0]);
    const stranger = accessTo(requests.db, scene.clock, proofWith(Buffer.alloc(32, 1), { now: () => new Date() }));
    assert.equal(await stranger({ kind: 'account', accountId: kim.accountId }, people), 0, 'signed with another key');
  });

  test('S14.1: time and account cannot change half way through a statement', async () => {
    const seen = await asAccount(lee, async (tables) => {
      const { rows } = await sql`
        select p.id from (select set_config('app.account', ${kim.accountId}, true) as said offset 0) forged, person p where forged.said is not null`.execute(
        tables,
      );
      return rows.length;
    });
    assert.equal(seen, 0);
  });

  test('S14.1: after the worker’s step its proof is gone, also by way of a savepoint, an error or a trick with the search path', async () => {
    const [inside, afterwards, back] = await scene.database.as({ kind: 'worker', job: 'test' }, async () =>
      scene.as(lee, async ({ tables, asWorker }) => {
        await sql`savepoint before_the_step`.execute(tables);
        await sql`select set_config('search_path', 'pg_temp, pg_catalog', true)`.execute(tables);
        const inside = await asWorker('look', people);
        const afterwards = await people(tables);
        await sql`rollback to savepoint before_the_step`.execute(tables);
        return [inside, afterwards, await people(tables)];
      }),
    );
    assert.deepEqual([inside, afterwards, back], [1, 0, 0]);
    await scene.as(lee, async ({ tables, asWorker }) => {
      await sql`savepoint before_the_step`.execute(tables);
      await assert.rejects(
        asWorker('fail', (worker) => sql`select 1 / 0`.execute(worker)),
        { code: '22012' },
      );
      await sql`rollback to savepoint before_the_step`.execute(tables);
      assert.equal(await people(tables), 0);
      assert.equal(await asWorker('look', people), 1);
      assert.equal(await people(tables), 0, 'the worker’s rights end with its step, also after one that failed');
    });
  });

  test('S14.1: what it leaves on the connection is no one’s in the next request', async () => {
    const { requests } = scene.database;
    const one = openDatabase({ url: requests.url, most: 1, prove: requests.prove });
    const as = accessTo(one.db, scene.clock, requests.prove);
    try {
      await as({ kind: 'account', accountId: kim.accountId }, (tables) =>
        sql`select set_config('role', 'onedoor_worker', false), set_config('app.account', ${kim.accountId}, false), set_config('app.proof', current_setting('app.proof'), false), set_config('search_path', 'pg_catalog', false)`.execute(
          tables,
        ),
      );
      assert.equal(await as({ kind: 'account', accountId: lee.accountId }, people), 0);
      assert.equal(await as({ kind: 'nobody' }, people), 0);
      assert.equal(await as({ kind: 'account', accountId: kim.accountId }, people), 1);
    } finally {
      await one.close();
    }
  });

  test('S14.1: it makes nothing that could wait for the worker: no table, temporary or not, no function, no trigger', async () => {
    for (const statement of [
      'create temporary table person (id uuid)',
      'create table trap (id uuid)',
      'create schema trap',
      "create function public.trap() returns int language sql as 'select 1'",
      "create function pg_temp.trap() returns int language sql as 'select 1'",
      'create trigger trap before insert on task for each row execute function follow_lifecycle()',
      'create rule trap as on insert to task do also select 1',
      'create policy trap on person to onedoor_app using (true)',
      'create or replace function public.is_proven() returns boolean language sql as $$select true$$',
    ])
      await assert.rejects(
        asAccount(kim, (tables) => run(tables, statement)),
        refused,
        statement,
      );
  });

  test('S14.1: neither login owns anything, becomes the owner, or reads the key; both are members of the two roles and of nothing else', async () => {
    const { rows } = await scene.database.pool.query(`
      select rolname, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as mighty, rolinherit,
        array(select r.rolname::text from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = l.oid order by 1) as member_of,
        pg_has_role(l.oid, 'onedoor', 'member') as owner, exists (select from pg_shdepend d where d.refobjid = l.oid and d.deptype = 'o') as owns
      from pg_roles l where rolname in ('onedoor_requests', 'onedoor_jobs') order by rolname`);
    const little = { mighty: false, rolinherit: false, member_of: ['onedoor_app', 'onedoor_worker'], owner: false, owns: false };
    assert.deepEqual(rows, [
      { rolname: 'onedoor_jobs', ...little },
      { rolname: 'onedoor_requests', ...little },
    ]);
    const jobs = openDatabase({ url: (await loginsFor(scene.database.url)).jobs, most: 1 });
    try {
      for (const statement of ['select key from proof_key', 'select id from person', 'set role onedoor'])
        await assert.rejects(jobs.pool.query(statement), refused, statement);
      await jobs.pool.query('select from jobs.queue');
    } finally {
      await jobs.close();
    }
    const requests = openDatabase({ url: scene.database.requests.url, most: 1 });
    try {
      await assert.rejects(requests.pool.query('select from jobs.job'), refused);
    } finally {
      await requests.close();
    }
  });

  test('S14.1: every table that the worker may touch is closed to it without proof', async () => {
    const { rows } = await scene.database.pool.query<{ name: string }>(`
      select t.relname as name from pg_class t
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        and (has_any_column_privilege('onedoor_worker', t.oid, 'SELECT, INSERT, UPDATE') or has_table_privilege('onedoor_worker', t.oid, 'DELETE, TRUNCATE'))
        and not (t.relrowsecurity and exists (
          select from pg_policy p where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*'
            and pg_get_expr(p.polqual, p.polrelid) like '%worker_is_proven()%' and pg_get_expr(p.polwithcheck, p.polrelid) like '%worker_is_proven()%'))`);
    assert.deepEqual(rows, []);
  });
});
