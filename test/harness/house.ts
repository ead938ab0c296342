// A whole house on a database of its own, for tests that ask it as people do: the demo's place, its staff, a clock that stands still, and visitors with cookies.
import type { FastifyInstance } from 'fastify';
import { demoPlaceName, fillDemo } from '../../src/demo/fill.ts';
import { demoStaff } from '../../src/demo/staff/staff.ts';
import { writeStaff } from '../../src/demo/staff/write-staff.ts';
import { buildHouse } from '../../src/house.ts';
import { jobs } from '../../src/jobs.ts';
import { openPlace } from '../../src/place/setting-up/live-place.ts';
import { demoBlueprints, type ReadPlace, readPlace } from '../../src/place/setting-up/read-place.ts';
import { writePlace } from '../../src/place/setting-up/write-place.ts';
import { standingClock } from '../../src/platform/clock.ts';
import { accessTo } from '../../src/platform/database/as.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { type Jobs, startJobs } from '../../src/platform/jobs/jobs.ts';
import type { LivePlace } from '../../src/platform/live-place.ts';
import { startSession } from '../../src/trust/accounts/session.ts';
import { type Client, client } from './client.ts';
import { createDatabase, type TestDatabase } from './postgres.ts';

export type { Client } from './client.ts';

/** Friday 20 November 2026, a quarter past eight in the morning. */
export const demoMorning = '2026-11-20T08:15:00Z';

export interface TestHouse {
  readonly server: FastifyInstance;
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof standingClock>;
  readonly place: LivePlace;
  /** A browser with nobody signed in. */
  visitor(): Client;
  /** A browser signed in as one of the demo's staff, by code ('priya'). */
  as(code: string): Promise<Client>;
  /** A browser signed in as any account. */
  asAccount(accountId: string, kind: 'staff' | 'person' | 'referrer'): Promise<Client>;
  staffId(code: string): string;
  /** Begins with what is queued, in a house opened without work. */
  startWork(): Promise<void>;
  /** What tries of long work failed with. */
  readonly workFaults: readonly unknown[];
  close(): Promise<void>;
}

export interface TestHouseOptions {
  /** The standing clock's first instant. */
  readonly start?: string;
  /** With the demo's two years of invented people; else the place and its staff only. */
  readonly people?: boolean;
  /** False: what is queued waits for startWork. */
  readonly work?: boolean;
}

/** Reading and checking blueprints takes seconds, so a test process does it once. */
let blueprints: ReadPlace | undefined;
const readOnce = (): ReadPlace => {
  blueprints ??= readPlace(demoBlueprints);
  return blueprints;
};

export async function openTestHouse({ start = demoMorning, people = false, work = true }: TestHouseOptions = {}): Promise<TestHouse> {
  const database = await createDatabase();
  const clock = standingClock(start);
  const identify = identifiers(clock);
  const as = accessTo(database.requests.db, clock, database.requests.prove);
  const read = readOnce();
  const secret = Buffer.alloc(32, 7);
  const staffIds = people ? await withPeople(database, read, secret, clock.now()) : await withoutPeople();
  async function withoutPeople(): Promise<Map<string, string>> {
    return as({ kind: 'worker', job: 'set up a test' }, async (tables) => {
      await writePlace(tables, identify, read, { name: demoPlaceName, demo: true, secret, now: clock.now(), demoStartedAt: clock.now() });
      return writeStaff(tables, identify, demoStaff, clock.now());
    });
  }
  const opened = await as({ kind: 'worker', job: 'set up a test' }, (tables) => openPlace(tables, read.place, 'http://onedoor.test'));
  if (!opened) throw new Error('The place was not set up.');
  const place = opened.live;
  // Begun by the first who asks for long work: most tests do not.
  let queue: Promise<Jobs> | undefined;
  const faults: unknown[] = [];
  const working: Jobs[] = [];
  const startQueue = async (work: boolean): Promise<Jobs> => {
    const started = await startJobs({
      pool: database.pool,
      as,
      house: { clock, identify, place },
      jobs: jobs.filter(({ schedule }) => !schedule),
      work,
      lookEvery: 0.5,
      lookAfterEvery: 1,
      onFault: ({ error }) => faults.push(error),
    });
    working.push(started);
    return started;
  };
  const { server } = await buildHouse({
    database: database.requests,
    enqueue: async (...given) => {
      queue ??= startQueue(work);
      await (await queue).enqueue(...given);
    },
    clock,
    identify,
    place,
    secret: opened.secret,
  });
  const asAccount = async (accountId: string, kind: 'staff' | 'person' | 'referrer'): Promise<Client> => {
    const token = await as({ kind: 'worker', job: 'sign in a test' }, (tables) =>
      startSession(tables, { id: accountId, kind }, clock.now()),
    );
    const signedIn = client(server);
    signedIn.cookies.set('session', token);
    return signedIn;
  };
  const staffId = (code: string): string => {
    const id = staffIds.get(code);
    if (!id) throw new Error(`Nobody in the demo is called ${code}.`);
    return id;
  };
  return {
    server,
    database,
    clock,
    place: opened.live,
    visitor: () => client(server),
    as: (code) => asAccount(staffId(code), 'staff'),
    asAccount,
    staffId,
    startWork: async () => void (await startQueue(true)),
    workFaults: faults,
    close: async () => {
      await server.close();
      for (const one of working) await one.stop();
      await database.close();
    },
  };
}

async function withPeople(database: TestDatabase, read: ReadPlace, secret: Buffer, now: Date): Promise<Map<string, string>> {
  await fillDemo({ database, read, startedAt: now, secret });
  const { rows } = await database.pool.query<{ id: string; email: string }>("select id, email from account where kind = 'staff'");
  return new Map(rows.map(({ id, email }) => [email.split('@')[0] ?? '', id]));
}
