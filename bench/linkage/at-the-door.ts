// Who is this, at the door of a large place: how long it takes to find who somebody may be, how many known people are not found, and how many would be
// taken for somebody else. On a scratch database, with the program's own keys, queries and weights.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { learnPlaceModel } from '../../src/journey/people/learned-model.ts';
import { blockingKeys } from '../../src/journey/people/linkage/blocking.ts';
import { prepare } from '../../src/journey/people/linkage/record.ts';
import { weighCandidates } from '../../src/journey/people/matching.ts';
import { keepIdentityKeys } from '../../src/journey/people/store.ts';
import { openDatabase } from '../../src/platform/database/connection.ts';
import type { Schema } from '../../src/platform/database/schema.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { prepareDatabase } from '../../src/platform/prepare-database.ts';
import { type Times, timesOf } from '../quantiles.ts';
import { askedAgain, drawing, type Invented, inventTown, stranger } from './invented-town.ts';

const atOnce = 4000;
/** One in so many of the town is remembered, to ask again. */
const remembered = 50;

export interface DoorChoices {
  readonly people: number;
  /** How often somebody asks; half of them were here before. */
  readonly asked: number;
  readonly seed: number;
  say(line: string): void;
}

export interface AtTheDoor {
  readonly people: number;
  readonly keys: number;
  readonly askedAgain: number;
  readonly strangers: number;
  /** Known people not among those put forward, as a share. */
  readonly missed: number;
  /** Known people taken for themselves without asking, had the program decided. */
  readonly surelyFound: number;
  /** Of all who asked: taken for somebody else without asking, had the program decided. */
  readonly falseMerges: number;
  /** Strangers before whom somebody else is laid to compare. */
  readonly strangersAsked: number;
  readonly milliseconds: Times;
}

export async function measureAtTheDoor({ people, asked, seed, say }: DoorChoices): Promise<AtTheDoor> {
  const folder = join(tmpdir(), `onedoor-door-${process.pid}`);
  const postgres = await startEmbeddedPostgres({ folder, mode: 'fast' });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareDatabase({ url: postgres.url });
    const name = /\/([^/?]+)(?=\?|$)/.exec(postgres.url)?.[1] ?? '';
    const client = new pg.Client({ connectionString: postgres.administratorUrl.replace(/\/postgres(?=\?|$)/, `/${name}`) });
    await client.connect();
    const draw = drawing(seed);
    const identify = identifiers({ now: () => new Date() });
    say(`Inventing ${people.toLocaleString('en-GB')} people.`);
    const known = await fill(client, inventTown(people, draw, identify), say);
    const keys = Number((await client.query<{ keys: string }>('select count(*) as keys from identity_key')).rows[0]?.keys);
    await client.end();
    const database = openDatabase({ url: postgres.url, most: 2, statementTimeout: 0 });
    try {
      await database.db.transaction().execute((tables) => learnPlaceModel(tables, { identify, now: new Date() }));
      say('Asking at the door.');
      return { people, keys, ...(await ask(database.db, known, { asked, draw, identify })) };
    } finally {
      await database.close();
    }
  } finally {
    await stop();
  }
}

const columns = `insert into person (id, given_name, family_name, born, nhs_number, address, postcode, created_at, changed_at)
  select *, now(), now() from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`;
const points = `insert into contact_point (id, person_id, channel, value, safe_to_use, shared, checked_on, created_at)
  select id, person_id, channel, value, 'safe', 'no', current_date, now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t (id, person_id, channel, value)`;

/** Returns those who are remembered. Indexes and constraints of the keys rest while they are written. */
async function fill(client: pg.Client, town: Iterable<Invented>, say: (line: string) => void): Promise<Invented[]> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB';
    alter table identity_key drop constraint identity_key_pkey; drop index identity_key_by_person`);
  const known: Invented[] = [];
  let batch: Invented[] = [];
  let done = 0;
  const write = async () => {
    await client.query(columns, personColumns(batch));
    const reached = batch.flatMap(contactsOf);
    await client.query(
      points,
      [0, 1, 2, 3].map((at) => reached.map((row) => row[at])),
    );
    const keys: string[] = [];
    const owners: string[] = [];
    for (const person of batch)
      for (const key of blockingKeys(prepare(person))) {
        keys.push(key);
        owners.push(person.id);
      }
    await client.query('insert into identity_key (key, person_id) select * from unnest($1::text[], $2::uuid[])', [keys, owners]);
    done += batch.length;
    if (done % 100_000 === 0) say(`${done.toLocaleString('en-GB')} are written.`);
    batch = [];
  };
  let seen = 0;
  for (const person of town) {
    if (seen++ % remembered === 0) known.push(person);
    batch.push(person);
    if (batch.length === atOnce) await write();
  }
  if (batch.length > 0) await write();
  say('Making the indexes.');
  await client.query('alter table identity_key add primary key (key, person_id)');
  await client.query('create index identity_key_by_person on identity_key (person_id)');
  await client.query('vacuum analyze identity_key, person, contact_point');
  return known;
}

const personColumns = (people: readonly Invented[]): unknown[] => [
  people.map(({ id }) => id),
  people.map(({ given }) => given),
  people.map(({ family }) => family),
  people.map(({ birth }) => birth ?? null),
  people.map(({ nhsNumber }) => nhsNumber ?? null),
  people.map(({ address }) => address ?? ''),
  people.map(({ postcode }) => postcode ?? null),
];
const nextPoint = identifiers({ now: () => new Date() });
const contactsOf = ({ id, phone, email }: Invented): string[][] => [
  ...(phone === undefined ? [] : [[nextPoint(), id, phone.startsWith('07') ? 'text' : 'phone', phone]]),
  ...(email === undefined ? [] : [[nextPoint(), id, 'email', email]]),
];

type Tables = Parameters<typeof weighCandidates>[0];

async function ask(
  db: Kysely<Schema>,
  known: readonly Invented[],
  { asked, draw, identify }: { readonly asked: number; readonly draw: () => number; readonly identify: () => string },
): Promise<Omit<AtTheDoor, 'people' | 'keys'>> {
  const taken: number[] = [];
  const counted = { again: 0, strangers: 0, missed: 0, sure: 0, wrong: 0, strangersAsked: 0 };
  for (let turn = 0; turn < asked; turn++) {
    const whom = known[Math.floor(draw() * known.length)];
    if (whom === undefined) continue;
    const again = turn % 2 === 0;
    const here = again ? askedAgain(whom, draw, identify()) : stranger(whom, draw, identify());
    await db
      .transaction()
      .execute(async (tables: Tables) => {
        await arrive(tables, here);
        const begun = performance.now();
        const found = await weighCandidates(tables, here.id);
        taken.push(performance.now() - begun);
        const sure = found.filter(({ outcome }) => outcome === 'same');
        if (sure.some(({ candidateId }) => !again || candidateId !== whom.id)) counted.wrong++;
        if (again) {
          counted.again++;
          if (!found.some(({ candidateId }) => candidateId === whom.id)) counted.missed++;
          if (sure.some(({ candidateId }) => candidateId === whom.id)) counted.sure++;
        } else {
          counted.strangers++;
          if (found.length > 0) counted.strangersAsked++;
        }
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
  }
  return {
    askedAgain: counted.again,
    strangers: counted.strangers,
    missed: counted.missed / counted.again,
    surelyFound: counted.sure / counted.again,
    falseMerges: counted.wrong / asked,
    strangersAsked: counted.strangersAsked / counted.strangers,
    milliseconds: timesOf(taken),
  };
}

/** Leaves the place as it was for whoever asks next. */
class Undo extends Error {}

async function arrive(tables: Tables, person: Invented): Promise<void> {
  const raw = (text: string, values: readonly unknown[]) => {
    const parts = text.split(/\$\d+/);
    return sql.join(
      parts.flatMap((part, at) => [sql.raw(part), ...(at < values.length ? [sql`${values[at]}`] : [])]),
      sql.raw(''),
    );
  };
  await sql`${raw(columns, personColumns([person]))}`.execute(tables);
  const reached = contactsOf(person);
  if (reached.length > 0)
    await sql`${raw(
      points,
      [0, 1, 2, 3].map((at) => reached.map((row) => row[at])),
    )}`.execute(tables);
  await keepIdentityKeys(tables, person.id);
}
