// Fills an empty database with as many people as asked: about a thousand invented lives, and then towns like theirs.
import pg from 'pg';
import { demoMorning } from '../../src/demo/clock.ts';
import { demoCourses } from '../../src/demo/courses.ts';
import { live, type Setting } from '../../src/demo/life.ts';
import { seeded } from '../../src/demo/random.ts';
import { demoStaff } from '../../src/demo/staff.ts';
import { gather, writeRows } from '../../src/demo/write-rows.ts';
import { writeStaff } from '../../src/demo/write-staff.ts';
import { demoBlueprints, readPlace } from '../../src/place/setting-up/read-place.ts';
import { writePlace } from '../../src/place/setting-up/write-place.ts';
import type { Database } from '../../src/platform/database/connection.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { readCatalogue } from './catalogue.ts';
import { makeIdentityKeys } from './identity-keys.ts';
import { keepFirstTown, multiply } from './multiply.ts';
import { makeNames } from './names.ts';

/** Towns copied by one statement. */
const townsAtOnce = 8;
/** Looks at each record that the audit holds. */
const looks = 4;

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
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
    );
    const ids = (await client.query<{ id: string }>('select id from person')).rows.map(({ id }) => id);
    const towns = Math.max(1, Math.round(people / ids.length));
    await makeNames(client);
    for (const statement of keepFirstTown()) await client.query(statement);
    const statements = multiply(await readCatalogue(client));
    for (let town = 2; town <= towns; town += townsAtOnce) {
      const last = Math.min(towns, town + townsAtOnce - 1);
      for (const { table, statement } of statements) {
        progress(last * ids.length, towns * ids.length, `copying ${table}`);
        await client.query(statement, [town, last]);
      }
    }
    await makeIdentityKeys(client, ids, (done) => progress(done, towns * ids.length, 'making the keys of identities'));
    progress(towns * ids.length, towns * ids.length, 'writing who looked');
    await client.query(lookedAt);
    progress(towns * ids.length, towns * ids.length, 'counting what is where');
    await client.query('vacuum (analyze)');
    return towns * ids.length;
  } finally {
    await client.end();
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
