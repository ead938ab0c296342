// A scratch database with an invented town in it: only the tables that finding somebody reads, filled with the program's own keys.
import { existsSync, rmSync } from 'node:fs';
import pg from 'pg';
import { blockingKeys } from '../../src/journey/people/linkage/blocking.ts';
import { prepare } from '../../src/journey/people/linkage/record.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type As, accessTo } from '../../src/platform/database/as.ts';
import { openDatabase } from '../../src/platform/database/connection.ts';
import { loginsFor } from '../../src/platform/database/logins.ts';
import { proofWith, readProofKey } from '../../src/platform/database/proof.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { prepareDatabase } from '../../src/platform/prepare-database.ts';
import { processOf } from '../processor.ts';
import type { Invented } from './invented-town.ts';

const atOnce = 4000;
const toldEvery = 100_000;

export interface DoorDatabase {
  /** On the login of requests, under row-level security, as the program asks. */
  readonly as: As;
  /** The database's processes behind `as`. */
  readonly backends: ReadonlySet<number>;
  readonly keys: number;
  readonly gigabytes: number;
  close(): Promise<void>;
}

export interface DoorDatabaseChoices {
  /** For the scratch database. One that `keep` left there is used as it is. */
  readonly folder: string;
  readonly keep: boolean;
  town(): Iterable<Invented>;
  say(line: string): void;
}

export async function openDoorDatabase({ folder, keep, town, say }: DoorDatabaseChoices): Promise<DoorDatabase> {
  const again = existsSync(folder);
  const postgres = await startEmbeddedPostgres({ folder, mode: 'fast' });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (!again) await prepareDatabase({ url: postgres.url });
    const name = /\/([^/?]+)(?=\?|$)/.exec(postgres.url)?.[1] ?? '';
    const administrator = new pg.Pool({ connectionString: postgres.administratorUrl.replace(/\/postgres(?=\?|$)/, `/${name}`), max: 1 });
    if (!again) await fill(administrator, town(), say);
    const { rows } = await administrator.query<{ keys: string; bytes: string }>(
      'select (select count(*) from identity_key) as keys, pg_database_size(current_database()) as bytes',
    );
    const prove = proofWith(await readProofKey(administrator), systemClock);
    await administrator.end();
    const database = openDatabase({ url: (await loginsFor(postgres.url)).requests, most: 1, statementTimeout: 0, prove });
    const backends = new Set<number>();
    database.pool.on('connect', (connection) => backends.add(processOf(connection)));
    database.pool.on('remove', (connection) => backends.delete(processOf(connection)));
    return {
      as: accessTo(database.db, systemClock, prove),
      backends,
      keys: Number(rows[0]?.keys),
      gigabytes: Number(rows[0]?.bytes) / 1e9,
      close: async () => {
        await database.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const insertPeople = `insert into person (id, given_name, family_name, born, nhs_number, address, postcode, created_at, changed_at)
  select *, now(), now() from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`;
const insertPoints = `insert into contact_point (id, person_id, channel, value, safe_to_use, shared, checked_on, created_at)
  select *, 'safe', 'no', current_date, now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])`;
const insertKeys = 'insert into identity_key (key, person_id) select * from unnest($1::text[], $2::uuid[])';

const turned = (rows: readonly (readonly unknown[])[], width: number): unknown[] =>
  Array.from({ length: width }, (_, at) => rows.map((row) => row[at]));

/** Ways to reach somebody, as they are kept. */
export const waysToReach = ({ phone, email }: Invented): { readonly channel: string; readonly value: string }[] => [
  ...(phone === undefined ? [] : [{ channel: phone.startsWith('07') ? 'text' : 'phone', value: phone }]),
  ...(email === undefined ? [] : [{ channel: 'email', value: email }]),
];

/** Indexes and constraints of the keys rest while they are written. */
async function fill(administrator: pg.Pool, town: Iterable<Invented>, say: (line: string) => void): Promise<void> {
  const identify = identifiers(systemClock);
  await administrator.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB';
    alter table identity_key drop constraint identity_key_pkey; drop index identity_key_by_person`);
  let batch: Invented[] = [];
  let done = 0;
  const write = async (): Promise<void> => {
    const people = batch.map((one) => [
      one.id,
      one.given,
      one.family,
      one.birth ?? null,
      one.nhsNumber ?? null,
      one.address ?? '',
      one.postcode ?? null,
    ]);
    const points = batch.flatMap((one) => waysToReach(one).map(({ channel, value }) => [identify(), one.id, channel, value]));
    const keys = batch.flatMap((one) => blockingKeys(prepare(one)).map((key) => [key, one.id]));
    await administrator.query(insertPeople, turned(people, 7));
    await administrator.query(insertPoints, turned(points, 4));
    await administrator.query(insertKeys, turned(keys, 2));
    done += batch.length;
    if (done % toldEvery === 0) say(`${done.toLocaleString('en-GB')} are written.`);
    batch = [];
  };
  for (const person of town) {
    batch.push(person);
    if (batch.length === atOnce) await write();
  }
  if (batch.length > 0) await write();
  say('Making the indexes.');
  await administrator.query('alter table identity_key add primary key (key, person_id)');
  await administrator.query('create index identity_key_by_person on identity_key (person_id)');
  await administrator.query('vacuum analyze identity_key, person, contact_point');
}
