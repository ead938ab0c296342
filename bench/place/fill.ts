// Fills an empty database with as many people as asked: about a thousand invented lives, and then towns like theirs.
import pg from 'pg';
import { demoMorning } from '../../src/demo/clock.ts';
import { demoCourses } from '../../src/demo/courses.ts';
import { live, type Setting } from '../../src/demo/life.ts';
import { seeded } from '../../src/demo/random.ts';
import { demoStaff } from '../../src/demo/staff/staff.ts';
import { writeStaff } from '../../src/demo/staff/write-staff.ts';
import { gather, writeRows } from '../../src/demo/write-rows.ts';
import { demoBlueprints, readPlace } from '../../src/place/setting-up/read-place.ts';
import { writePlace } from '../../src/place/setting-up/write-place.ts';
import type { Database } from '../../src/platform/database/connection.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { readCatalogue } from './catalogue.ts';
import { makeIdentityKeys } from './identity-keys.ts';
import { restIndexes, restingIndexes, restoreIndexes } from './indexes.ts';
import { keepFirstTown, multiply, townTables } from './multiply.ts';
import { makeNames } from './names.ts';
import { sideBySide } from './side-by-side.ts';

/** Rows of people copied by one statement, about. */
const peopleAtOnce = 20_000;
/** Looks at each record that the audit holds. */
const looks = 4;
/** Connections that copy at once. */
const hands = 2;

const filledTables = [...townTables, 'identity_key', 'audit_entry', 'audit_person'];

export interface FillOptions {
  /** Prepared, empty, of the program's own role. */
  readonly database: Database;
  /** Of a superuser, for the same database: copies are made with triggers resting. */
  readonly administratorUrl: string;
  readonly people: number;
  /** How often the demo’s 240 people are invented for the first town, which the others copy; 4 unless told. */
  readonly invented?: number;
  progress(done: number, of: number, words: string): void;
}

/** Returns how many people there are: whole towns, so seldom exactly what was asked. */
export async function fill({ database, administratorUrl, people, invented = 4, progress }: FillOptions): Promise<number> {
  progress(0, people, 'inventing the first town');
  await firstTown(database, invented);
  const clients = Array.from({ length: hands }, () => new pg.Client({ connectionString: administratorUrl }));
  const [client] = clients;
  if (!client) throw new Error('Nobody fills.');
  try {
    for (const one of clients) {
      await one.connect();
      await one.query(
        "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
      );
    }
    const ids = (await client.query<{ id: string }>('select id from person')).rows.map(({ id }) => id);
    const towns = Math.max(1, Math.round(people / ids.length));
    const all = towns * ids.length;
    await client.query('create schema bench');
    await makeNames(client);
    for (const statement of keepFirstTown()) await client.query(statement);
    await client.query('analyze');
    await restIndexes(client, filledTables);

    const townsAtOnce = Math.max(1, Math.round(peopleAtOnce / ids.length));
    const steps = multiply(await readCatalogue(client)).flatMap(({ table, statement }) =>
      Array.from({ length: Math.ceil((towns - 1) / townsAtOnce) }, (_, at) => {
        const from = 2 + at * townsAtOnce;
        return { table, statement, from, to: Math.min(towns, from + townsAtOnce - 1) };
      }),
    );
    let copied = 0;
    await sideBySide(clients, steps, async (one, { table, statement, from, to }) => {
      progress(Math.round((all * copied++) / steps.length), all, `copying ${table}`);
      await one.query(statement, [from, to]);
    });

    const [first, ...others] = ['person', 'contact_point', 'membership', 'account', 'access'] as const;
    await sideBySide(clients, [first, ...others], (one, table) => restoreIndexes(one, table));
    await client.query('analyze person, contact_point, membership, account, access');
    progress(0, all, 'writing who looked');
    await sideBySide(
      clients,
      [
        (one: pg.Client) => makeIdentityKeys(one, ids, (done) => progress(done, all, 'making the keys of identities')),
        (one: pg.Client) => one.query(lookedAt).then(() => undefined),
      ],
      (one, step) => step(one),
    );
    const rest = filledTables.filter((table) => !(others as readonly string[]).includes(table) && table !== first);
    let counted = 0;
    await sideBySide(clients, [...rest, first, ...others], async (one, table) => {
      progress(Math.round((all * counted++) / filledTables.length), all, `indexes and counts of ${table}`);
      if (rest.includes(table)) await restoreIndexes(one, table);
      await one.query(`vacuum (freeze, analyze) ${table}`);
    });
    await client.query('drop schema bench cascade');
    await client.query('vacuum (analyze)');
    const resting = await restingIndexes(client);
    if (resting.length > 0) throw new Error(`These indexes were not made anew: ${resting.join(', ')}.`);
    return all;
  } finally {
    for (const one of clients) await one.end();
  }
}

async function firstTown({ db }: Database, invented: number): Promise<void> {
  const random = seeded(4821);
  const identify = identifiers({ now: () => demoMorning }, random.bytes);
  await db.transaction().execute(async (transaction) => {
    await writePlace(transaction, identify, readPlace(demoBlueprints), {
      name: 'Westmere (bench)',
      demo: true,
      secret: Buffer.alloc(32, 7),
      now: demoMorning,
      demoStartedAt: new Date(),
    });
    const staff = await writeStaff(transaction, identify, demoStaff, demoMorning);
    const teams = new Map((await transaction.selectFrom('team').select(['id', 'code']).execute()).map(({ code, id }) => [code, id]));
    const setting: Setting = {
      identify,
      apart: identify,
      random,
      now: demoMorning,
      team: (code) => teams.get(code) ?? '',
      staff: (code) => staff.get(code) ?? '',
      staffName: (code) => demoStaff.find((one) => one.code === code)?.name ?? code,
    };
    const courses = Array.from({ length: invented }, () => demoCourses(setting)).flat();
    await writeRows(transaction, gather(courses.map((course) => live(setting, course))));
  });
}

const lookedAt = `
  with entry as (
    insert into audit_entry (id, at, account_id, actor, role, route, kind, outcome, request)
    select md5(p.id::text || n)::uuid, p.changed_at + n * interval '1 day', worker.id, worker.name, 'KW', 'GET /people/:person', 'record.read', 200, ''
    from person p
    cross join generate_series(1, ${looks}) n
    join lateral (select a.id, a.name from access x join membership m on m.team_id = x.team_id join account a on a.id = m.account_id where x.person_id = p.id limit 1) worker on true
    returning id, at)
  insert into audit_person (entry_id, person_id, at)
  select entry.id, p.id, entry.at from person p cross join generate_series(1, ${looks}) n join entry on entry.id = md5(p.id::text || n)::uuid`;
