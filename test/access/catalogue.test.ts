// Reads the database's own catalogue: nothing about people stands outside the policies, nothing lets a role do more than it should, and no history can be changed.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createDatabase } from '../harness/postgres.ts';
import { categories, cell, memberRoles, roleOfRelationship, roles, tables } from './reference.ts';

const database = await createDatabase();

describe('the catalogue of tables', () => {
  after(() => database.close());

  const list = async (text: string, values: unknown[] = []): Promise<string[]> =>
    (await database.pool.query<{ name: string }>(text, values)).rows.map(({ name }) => name).sort();

  // Not a person's record: an account is somebody's own, a draft is what somebody is still typing.
  const notRecords = ['account', 'draft'];
  const append = ['audit_entry', 'audit_person', 'audit_seal', 'transition'];

  const aboutPeople = `
  select distinct t.relname as name from pg_class t join pg_attribute a on a.attrelid = t.oid
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and a.attname = 'person_id' and not a.attisdropped`;

  test('S14.1: every table that names a person is protected, and the reference knows it', async () => {
    const named = (await list(aboutPeople)).filter((table) => !notRecords.includes(table));
    assert.deepEqual(await list('select name from protected_table'), named);
    assert.deepEqual(Object.keys(tables).sort(), named);
  });

  test('S14.1: each has row-level security, categories as the reference says, and no delete for requests', async () => {
    const { rows } = await database.pool.query<{
      name: string;
      secured: boolean;
      deletes: boolean;
      category: string | null;
      beyond: string | null;
    }>(`
    select p.name, t.relrowsecurity as secured, p.category, p.beyond_agreements as beyond,
      has_table_privilege('onedoor_app', t.oid, 'DELETE') or has_table_privilege('onedoor_app', t.oid, 'TRUNCATE') as deletes
    from protected_table p join pg_class t on t.oid = p.name::regclass`);
    for (const { name, secured, deletes, category, beyond } of rows) {
      assert.equal(beyond ?? undefined, tables[name]?.beyond, `what agreements open of ${name}`);
      assert.equal(secured, true, `${name} has row-level security`);
      assert.equal(deletes, false, `${name} cannot be deleted from`);
      assert.equal(category ?? 'row', tables[name]?.of, name);
    }
    const open = await list(`select t.relname as name from pg_class t where t.oid = any ($1::regclass[]) and not t.relrowsecurity`, [
      [...notRecords, 'door_draft', 'presence', 'audit_entry', 'report_release'],
    ]);
    assert.deepEqual(open, []);
  });

  test('S14.1: a table without row-level security that a request may read holds no person', async () => {
    const readable = await list(`
    select t.relname as name from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'm') and not t.relrowsecurity
      and has_any_column_privilege('onedoor_app', t.oid, 'SELECT')`);
    const people = new Set(await list(aboutPeople));
    assert.deepEqual(
      readable.filter((table) => people.has(table)),
      [],
    );
  });

  test('S14.1: every function of a policy or view is stable; those that read tables act with a fixed search path', async () => {
    const { rows } = await database.pool.query<{
      name: string;
      volatility: string;
      definer: boolean;
      settings: string[] | null;
      body: string;
    }>(`
    select distinct f.proname as name, f.provolatile as volatility, f.prosecdef as definer, f.proconfig as settings, f.prosrc as body
    from pg_depend d join pg_proc f on f.oid = d.refobjid and d.refclassid = 'pg_proc'::regclass
    where d.classid in ('pg_policy'::regclass, 'pg_rewrite'::regclass) and f.pronamespace = 'public'::regnamespace`);
    assert.ok(rows.length > 5);
    for (const { name, volatility, definer, settings, body } of rows) {
      assert.equal(volatility, 's', `${name} is stable`);
      if (/\b(from|join)\s+[a-z]/i.test(body)) {
        assert.equal(definer, true, `${name} reads tables and acts for the owner`);
        assert.deepEqual(settings, ['search_path=pg_catalog, public, pg_temp'], name);
      }
    }
  });

  test('S14.1: whatever acts for the owner looks for tables in one place, temporary ones last', async () => {
    const loose = await list(`
    select f.proname as name from pg_proc f where f.pronamespace = 'public'::regnamespace and f.prosecdef
      and not coalesce(f.proconfig @> array['search_path=pg_catalog, public, pg_temp'], false)`);
    assert.deepEqual(loose, []);
  });

  test('S14.1: requests run no procedure and no trigger’s function, and nobody in general runs anything', async () => {
    const forAll = await list(`select f.proname as name from pg_proc f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) right_of
    where f.pronamespace = 'public'::regnamespace and right_of.grantee = 0`);
    assert.deepEqual(forAll, []);
    const forRequests = await list(`select f.proname as name from pg_proc f where f.pronamespace = 'public'::regnamespace
    and has_function_privilege('onedoor_app', f.oid, 'EXECUTE') and (f.prokind = 'p' or f.prorettype = 'trigger'::regtype)`);
    assert.deepEqual(forRequests, []);
  });

  test('S14.1: views that act for the owner are security barriers', async () => {
    const open = await list(`select t.relname as name from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'v'
    and not coalesce(t.reloptions @> array['security_barrier=true'], false)`);
    assert.deepEqual(open, []);
  });

  test('S14.1: the two roles own nothing, are nobody’s members and may do nothing by themselves', async () => {
    const { rows } = await database.pool.query(`
    select rolname, rolsuper, rolinherit and exists (select from pg_auth_members m where m.member = r.oid) as member, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
      exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns,
      has_schema_privilege(r.oid, 'public', 'CREATE') as creates
    from pg_roles r where rolname in ('onedoor_app', 'onedoor_worker') order by rolname`);
    const nothing = {
      rolsuper: false,
      member: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      rolreplication: false,
      rolbypassrls: false,
    };
    assert.deepEqual(rows, [
      { rolname: 'onedoor_app', ...nothing, owns: false, creates: false },
      { rolname: 'onedoor_worker', ...nothing, owns: false, creates: false },
    ]);
  });

  test('secrets stay with the program: a request reads no password hash, no session, no signing key', async () => {
    for (const [table, column] of [
      ['account', 'password_hash'],
      ['account', 'email'],
      ['place', 'secret'],
      ['web_session', 'token_hash'],
      ['sign_in_link', 'token_hash'],
      ['repeat_key', 'answer'],
      ['attempt', 'subject'],
      ['audit_seal', 'hash'],
      ['identity_key', 'key'],
    ] as const) {
      const { rows } = await database.pool.query<{ may: boolean }>("select has_column_privilege('onedoor_app', $1, $2, 'SELECT') as may", [
        table,
        column,
      ]);
      assert.equal(rows[0]?.may, false, `${table}.${column}`);
    }
  });

  test('the access matrix in the database is the field’s', async () => {
    const { rows } = await database.pool.query<{ role: string; category: string; reading: string; writing: string }>(
      'select role, category, reading, writing from access_rule',
    );
    const reading = { R: 'full', S: 'short', O: 'own', '=': 'agreement', A: 'aggregate', B: 'break_glass', '-': 'none' };
    const expected = roles.flatMap((role) =>
      categories.map((category) => {
        const letters = cell(role, category);
        const [first = '-'] = letters;
        const writing = letters.includes('W') ? 'full' : letters === 'O' ? 'own' : 'none';
        return { role, category, reading: reading[first as keyof typeof reading], writing }; // the table above uses these letters only
      }),
    );
    const order = (row: { role: string; category: string }): string => `${row.role} ${row.category}`;
    const sorted = <Of extends { role: string; category: string }>(all: Of[]): Of[] => all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    assert.deepEqual(sorted(rows), sorted(expected));
  });

  test('a role’s powers are its row of the matrix', async () => {
    const { rows } = await database.pool.query<{ code: string; powers: string[]; comes_by: string | null }>(
      'select code, powers, comes_by from access_role',
    );
    assert.deepEqual(rows.map(({ code }) => code).sort(), [...roles].sort());
    for (const { code, powers, comes_by } of rows) {
      const expected = categories.flatMap((category) => {
        const letters = cell(code, category);
        const own = letters === 'O';
        return [
          ...(letters.includes('R') ? [`read ${category}`] : own ? [`read own ${category}`] : []),
          ...(/[RS]/.test(letters) ? [`short ${category}`] : []),
          ...(letters.includes('W') ? [`write ${category}`] : own ? [`write own ${category}`] : []),
        ];
      });
      assert.deepEqual(powers.sort(), expected.sort(), code);
      assert.equal(comes_by, Object.entries(roleOfRelationship).find(([, role]) => role === code)?.[0] ?? null);
    }
  });

  test('S12: nobody is a member of a team as a person, carer or referrer', async () => {
    const staffOnly = await database.pool.query<{ condition: string }>(
      "select pg_get_constraintdef(oid) as condition from pg_constraint where conrelid = 'membership'::regclass and contype = 'c'",
    );
    for (const role of roles)
      assert.equal(
        staffOnly.rows.some(({ condition }) => condition.includes(`'${role}'`)),
        !memberRoles.includes(role),
        role,
      );
  });

  test('every table and every function that decides says what it is for', async () => {
    assert.deepEqual(
      await list(`select t.relname as name from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'v')
      and t.relname <> 'schema_migration' and obj_description(t.oid, 'pg_class') is null`),
      [],
    );
    assert.deepEqual(
      await list(`select f.proname as name from pg_proc f where f.pronamespace = 'public'::regnamespace and f.prosecdef
      and f.prorettype <> 'trigger'::regtype and obj_description(f.oid, 'pg_proc') is null`),
      [],
    );
  });

  test('S1.1: no table, column or code holds or suggests a grade of risk', async () => {
    const grade = '(^|_)(risk|grade|severity|tier|rag|red_amber_green|danger|threat|hazard|band|traffic_light)(_|$)|risk';
    assert.deepEqual(
      await list(
        `select t.relname || '.' || a.attname as name from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'v') and (t.relname ~* $1 or a.attname ~* $1)`,
        [grade],
      ),
      [],
    );
    const levels = await list(
      `select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
     and pg_get_constraintdef(oid) ~* $1`,
      [`'(low|medium|high|very_high|red|amber)'`],
    );
    assert.deepEqual(levels, []);
  });

  test('S5.1: no referral is ever rejected: there is no such state', async () => {
    const states = await list(
      `select distinct to_state as name from allowed_transition union select distinct from_state from allowed_transition where from_state is not null`,
    );
    assert.ok(states.length > 20);
    assert.deepEqual(
      states.filter((state) => /reject|refused|inappropriate|ineligible/.test(state)),
      [],
    );
    const constraints =
      await list(`select conname as name from pg_constraint where contype = 'c' and conrelid in ('referral'::regclass, 'offer'::regclass, 'triage_decision'::regclass)
    and pg_get_constraintdef(oid) ~* 'reject'`);
    assert.deepEqual(constraints, []);
  });

  test('S6.1: no missed or attended session, and no state of one, leads to an ending', async () => {
    const reached = await list(`
    with recursive onward (lifecycle, state) as (
      select lifecycle, to_state from allowed_transition where to_state ~ 'missed|late|attended|cancelled|unreachable'
      union select t.lifecycle, t.to_state from allowed_transition t join onward o on o.lifecycle = t.lifecycle and o.state = t.from_state)
    select distinct lifecycle || ': ' || state as name from onward where lifecycle = 'support_session' and state ~ '^(ended|ending|closed|discharged)$'`);
    assert.deepEqual(reached, []);
    const endings = await list("select from_state as name from allowed_transition where lifecycle = 'enrolment' and to_state = 'ended'");
    assert.deepEqual(endings, ['ending'], 'an enrolment ends only from an ending that was planned');
  });

  test('each lifecycle’s traces have the category of its table, so that a trace shows no more than the row', async () => {
    const differing = await list(
      `select l.name from lifecycle l join protected_table p on p.name = l.table_name where p.category is distinct from l.category`,
    );
    assert.deepEqual(differing, []);
  });

  for (const table of append)
    test(`S14.2: nobody changes, removes or empties ${table}, the owner included`, async () => {
      const statements = [
        `update ${table} set ${table === 'audit_seal' ? 'hash = hash' : 'at = at'}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ];
      for (const role of ['onedoor', 'onedoor_app', 'onedoor_worker'])
        for (const statement of statements) {
          const client = await database.pool.connect();
          try {
            await client.query(`set role ${role}`);
            await assert.rejects(client.query(statement), { code: role === 'onedoor' ? 'OD002' : '42501' }, `${role}: ${statement}`);
          } finally {
            await client.query('reset role');
            client.release();
          }
        }
    });
});
