// Puts a world into a real database in a moment and asks it, as anybody, for the rows it gives. All of it is undone before the next world.
import pg from 'pg';
import { createDatabase, testPostgres } from '../harness/postgres.ts';
import type { Attempt, Row, World } from './world.ts';

/** Keys by table, in order. */
export type Given = ReadonlyMap<string, readonly string[]>;

export type Principal = { readonly account: string } | { readonly door: string } | 'nobody' | 'worker';

export interface PlacedWorlds {
  /** Begins a world; the one before is gone. */
  place(world: World): Promise<void>;
  /** Everything the principal is given: of each table about people, of the short form of people, and of what became of referrals. */
  read(principal: Principal): Promise<Given>;
  /** Whether the account's attempt was let through. It is undone. */
  attempt(attempt: Attempt): Promise<boolean>;
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  close(): Promise<void>;
}

const keys: Readonly<Record<string, string>> = {
  audit_person: "entry_id::text || ' ' || person_id::text",
  contact_preference: 'person_id::text',
  door_draft: 'code_hash',
  draft: 'subject',
  equality: 'person_id::text',
  held_back: 'row_id::text',
  identity_key: 'key',
  presence: 'referral_id::text',
  restricted_record: 'person_id::text',
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly allowed: readonly string[] | null;
  readonly changeable: boolean;
}

const columnsQuery = `
  select t.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
    (select array_agg(m[1] order by n) from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''::text', 'g') with ordinality x (m, n)
      where c.conrelid = t.oid and c.contype = 'c' and c.conkey = array[a.attnum] and pg_get_constraintdef(c.oid) ~ 'ANY') as allowed,
    has_column_privilege('onedoor_app', t.oid, a.attnum, 'UPDATE') and a.attgenerated = '' and a.attidentity = '' as changeable
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attgenerated = ''
  order by t.relname, a.attnum`;

/** Any value that the column takes; what a row means for access is set by name afterwards. */
function anyValue({ type, allowed }: Column, now: string): unknown {
  switch (type) {
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
    case 'timestamp with time zone':
      return now;
    case 'date':
      return now.slice(0, 10);
    case 'boolean':
      return true;
    case 'jsonb':
      return {};
    case 'text[]':
    case 'uuid[]':
      return [];
    case 'integer':
      return 30;
    case 'bigint':
    case 'numeric':
    case 'double precision':
      return 1;
    default:
      return allowed?.[0] ?? 'some words';
  }
}

const inTables = [
  'organisation', 'service', 'team', 'membership', 'sharing_agreement',
  'account', 'person', 'access', 'sharing_choice', 'sharing_without_agreement', 'restricted_record', 'audit_entry', 'audit_person', 'task', 'draft', 'presence',
]; // biome-ignore format: in order of what rests on what

const instant = (milliseconds: number | null): string | null => (milliseconds === null ? null : new Date(milliseconds).toISOString());

export async function openPlacedWorlds(): Promise<PlacedWorlds> {
  const database = await createDatabase();
  const running = await testPostgres();
  // The administrator may put rows in without their triggers and keys being asked, and act as anybody afterwards.
  const client = new pg.Client(running.administratorUrl.replace(/\/postgres(?=\?|$)/, /\/test_\d+(?=\?|$)/.exec(database.url)?.[0] ?? ''));
  await client.connect();
  const { rows: columns } = await client.query<Column>(columnsQuery);
  const columnsOf = Map.groupBy(columns, ({ table }) => table);
  const { rows: known } = await client.query<{ name: string }>('select name from protected_table order by name');
  const asked = [...new Set([...known.map(({ name }) => name), 'account', 'audit_entry', 'door_draft', 'draft', 'presence'])];
  const tellOf = async (role: string, names: readonly string[]): Promise<string> => {
    const { rows } = await client.query<{ name: string }>(
      'select name from unnest($1::text[]) name where has_any_column_privilege($2, name, $$SELECT$$)',
      [names, role],
    );
    return rows
      .map(({ name }) => `select '${name}' as table, array(select ${keys[name] ?? 'id::text'} from ${name}) as keys`)
      .join(' union all ');
  };
  const texts = {
    onedoor_app: await tellOf('onedoor_app', [...asked, 'person_short', 'referral_status']),
    onedoor_worker: await tellOf('onedoor_worker', asked),
  };
  let world: World | undefined;
  let placed = 0;

  const filled = (table: string, now: string, known: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
    ...Object.fromEntries(
      (columnsOf.get(table) ?? []).filter(({ required }) => required).map((column) => [column.name, anyValue(column, now)]),
    ),
    ...known,
  });

  function insertion(table: string, values: readonly Record<string, unknown>[]): string {
    if (values.length === 0) return '';
    const given = new Set(values.flatMap((one) => Object.keys(one)));
    const list = (columnsOf.get(table) ?? []).filter(({ name }) => given.has(name)).map(({ name }) => name);
    return `insert into ${table} (${list.join()}) overriding system value select ${list.join()} from json_populate_recordset(null::${table}, ${pg.escapeLiteral(JSON.stringify(values))});`;
  }

  const act = async (principal: Principal): Promise<void> => {
    const [role, account, door] =
      principal === 'worker'
        ? ['onedoor_worker', '', '']
        : principal === 'nobody'
          ? ['onedoor_app', '', '']
          : 'account' in principal
            ? ['onedoor_app', principal.account, '']
            : ['onedoor_app', '', principal.door];
    await client.query({
      name: 'act',
      text: `select set_config('role', $1, true), set_config('app.account', $2, true), set_config('app.door', $3, true), set_config('app.now', $4, true)`,
      values: [role, account, door, instant(world?.now ?? 0)],
    });
  };

  return {
    async place(next) {
      if (world) await client.query('rollback');
      // What was undone still lies about in the tables, and every look at them passes it.
      if (++placed % 40 === 0) await client.query('vacuum');
      world = next;
      const statements = arrange(next, filled).map(([table, rows]) => insertion(table, rows));
      await client.query(
        `begin; set local session_replication_role = replica; ${statements.join('\n')} set local session_replication_role = origin;`,
      );
    },
    async read(principal) {
      const role = principal === 'worker' ? 'onedoor_worker' : 'onedoor_app';
      await act(principal);
      const { rows } = await client.query<{ table: string; keys: string[] }>({ name: `read as ${role}`, text: texts[role] });
      const given = new Map(asked.map((table): [string, readonly string[]] => [table, []]));
      for (const { table, keys } of rows) given.set(table, keys.sort());
      return given;
    },
    async attempt({ by, row, what, other }) {
      if (!world) throw new Error('No world was placed.');
      await client.query('reset role; savepoint attempt');
      if (what === 'add' || what === 'sign for another') await client.query('set local session_replication_role = replica');
      await act({ account: by });
      try {
        const statement = attemptOf(row, what, by, other);
        if (!statement) return false;
        return ((await client.query(statement)).rowCount ?? 0) > 0;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        if (error.code === '42501') return false;
        // Let through by the policies, and then stopped because there is one already or what it belongs to was never made.
        if (error.code === '23505' || error.code === '23503') return true;
        // The row was given to be changed, and then held against the row it belongs to; of another person it would never be.
        if (error.code === 'OD004') return what === 'change';
        throw error;
      } finally {
        await client.query('rollback to savepoint attempt; release savepoint attempt');
      }

      function attemptOf(row: Row, what: Attempt['what'], by: string, other: string): string | null {
        const { table } = row;
        const place = `where ${keys[table] ?? 'id::text'} = ${pg.escapeLiteral(row.key)}`;
        switch (what) {
          case 'add':
          case 'sign for another': {
            const now = instant(world?.now ?? 0) ?? '';
            const key = table === 'transition' ? '99999' : 'ffffffff-0000-4000-8000-000000000000';
            const fresh = { ...row, createdBy: what === 'add' ? by : other, key: keys[table] === 'person_id::text' ? row.key : key };
            return insertion(table, [filled(table, now, valuesOf(fresh))]);
          }
          case 'change': {
            const column = columnsOf.get(table)?.find(({ name, changeable }) => changeable && name !== 'state' && name !== 'id');
            return column ? `update ${table} set ${column.name} = ${column.name} ${place}` : null;
          }
          case 'move':
            return table === 'person' || other === row.person
              ? null
              : `update ${table} set person_id = ${pg.escapeLiteral(other)} ${place}`;
        }
      }
    },
    query: (text, values) => client.query(text, values),
    async close() {
      await client.end();
      await database.close();
    },
  };
}

type Filled = (table: string, now: string, known: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The columns by which a row means something for access. */
function valuesOf(row: Row): Record<string, unknown> {
  const { table, key, person, category, createdBy } = row;
  const own = { id: key, person_id: person, created_by: createdBy };
  switch (table) {
    case 'person':
      return { id: key, created_by: createdBy };
    case 'contact_preference':
    case 'equality':
    case 'restricted_record':
      return { person_id: person, created_by: createdBy };
    case 'held_back':
      return { row_id: key, person_id: person, category, created_by: createdBy };
    case 'identity_key':
      return { key, person_id: person };
    case 'related_person':
      return { ...own, professional: category === 'contact' };
    case 'referral':
      return {
        ...own,
        number: Number(key.slice(-12).replace(/\D/g, '')),
        team_id: row.team,
        referrer_account_id: row.account,
        original_person_id: row.originally,
      };
    case 'referral_answer':
      return { ...own, category, status: row.state ?? 'not_asked', question: key, referral_id: key };
    case 'transition':
      return { ...own, category, lifecycle: 'referral', subject_id: row.subject };
    case 'journey_event':
      return { ...own, category };
    case 'offer':
      return { ...own, team_id: row.team, state: row.state };
    case 'message':
      return { ...own, audience: row.kind, purpose: row.state };
    case 'possible_match':
      return { ...own, referral_id: key, candidate_id: key };
    case 'measure_result':
      return { ...own, method: 'complete', total: 1, completed_by: 'person' };
    case 'task':
      return { ...own, account_id: row.account, team_id: row.team };
    case 'access':
      return { ...own, account_id: createdBy, relationship: 'serves', role: 'KW' };
    case 'emergency_opening':
      return {
        ...own,
        account_id: row.account,
        team_id: row.team,
        role: 'IG',
        categories: ['contact'],
        kept_from_person: row.kept,
        not_told_because: 'words',
        until: '2200-01-01T01:00:00Z',
        opened_at: '2200-01-01T00:00:00Z',
      };
    case 'sharing_without_agreement':
      return { ...own, kept_from_person: false };
    case 'coming_help':
      return { ...own, created_by: createdBy ?? key, decision_id: key, not_offered_because: 'words' };
    case 'safeguarding_concern':
      return { ...own, not_asked_because: 'words' };
    case 'audit_person':
      return { entry_id: key.slice(0, 36), person_id: person };
    default:
      return own;
  }
}

/** Every row of the world by table, those that others rest on first. */
function arrange(world: World, filled: Filled): [table: string, rows: Record<string, unknown>[]][] {
  const now = instant(world.now) ?? '';
  const rowsOf = (table: string): Record<string, unknown>[] =>
    world.rows.filter((row) => row.table === table).map((row) => filled(table, now, valuesOf(row)));
  const byName: Readonly<Record<string, Record<string, unknown>[]>> = {
    organisation: world.organisations.map((id) => ({ id, code: id, name: id })),
    service: [{ id: world.organisations[0], code: 'service', blueprint: 'test', name: 'Service' }],
    team: world.teams.map(({ id, organisation }) => ({
      id,
      code: id,
      name: id,
      service_id: world.organisations[0],
      organisation_id: organisation,
    })),
    account: world.accounts.map(({ id, kind, person, organisation, closedOn }) =>
      filled('account', now, { id, kind, name: id, person_id: person, organisation_id: organisation, closed_on: closedOn }),
    ),
    membership: world.memberships.map(({ id, account, team, role, startsOn, endsOn }, at) => ({
      id,
      account_id: account,
      team_id: team,
      role: `${role} ${at}`,
      access: role,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
    sharing_agreement: world.agreements.map(({ id, organisation, purpose, categories, state, startsOn, endsOn }) => ({
      id,
      name: id,
      organisation_id: organisation,
      purpose,
      categories,
      lawful_basis: '6_1_e',
      state,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
    sharing_choice: world.choices.map(({ id, person, organisation, purpose, categories, state, until }) =>
      filled('sharing_choice', now, { id, person_id: person, organisation_id: organisation, purpose, categories, state, until }),
    ),
    sharing_without_agreement: world.bases.map(({ id, person, organisation, purpose, categories, decidedAt, endedAt, keptFromPerson }) =>
      filled('sharing_without_agreement', now, {
        id,
        person_id: person,
        organisation_id: organisation,
        purpose,
        categories,
        decided_at: instant(decidedAt),
        ended_at: instant(endedAt),
        told: !keptFromPerson,
        not_told_because: 'words',
        kept_from_person: keptFromPerson,
      }),
    ),
    restricted_record: world.restricted.map(({ person, lifted, createdBy }) =>
      filled('restricted_record', now, { person_id: person, created_by: createdBy, lifted_at: lifted ? now : null }),
    ),
    access: world.reasons.map(({ id, person, team, account, relationship, role, categories, agreement, startsAt, endsAt }) =>
      filled('access', now, {
        id,
        person_id: person,
        team_id: team,
        account_id: account,
        relationship,
        role,
        categories,
        agreement_id: agreement,
        reason: 'words',
        source_id: world.openings.find(({ reason }) => reason === id)?.id ?? id,
        starts_at: new Date(startsAt).toISOString(),
        ends_at: instant(endsAt),
      }),
    ),
    audit_entry: world.rows
      .filter(({ table }) => table === 'audit_entry')
      .map(({ key, account }) => filled('audit_entry', now, { id: key, account_id: account })),
    draft: world.rows
      .filter(({ table }) => table === 'draft')
      .map(({ key, person, account }) => filled('draft', now, { subject: key, person_id: person, account_id: account })),
    presence: world.rows
      .filter(({ table }) => table === 'presence')
      .map(({ key, account }) => filled('presence', now, { referral_id: key, account_id: account })),
    door_draft: [world.door, 'another’s'].map((code) => filled('door_draft', now, { code_hash: code, ends_at: instant(world.now + 1) })),
  };
  const tables = new Set([...inTables, ...world.rows.map(({ table }) => table), 'door_draft']);
  return [...tables].map((table) => [table, byName[table] ?? rowsOf(table)]);
}
