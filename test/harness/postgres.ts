// One throw-away PostgreSQL for a test process, migrated once; every test file copies the finished database, which takes a moment.
// It is gone when the process ends, however it ends: a killed one is swept up by the next.
import { accessSync, constants, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { type As, accessTo } from '../../src/platform/database/as.ts';
import { type Database, openDatabase } from '../../src/platform/database/connection.ts';
import { loginsFor } from '../../src/platform/database/logins.ts';
import { type Prove, proofWith, readProofKey } from '../../src/platform/database/proof.ts';
import { type RunningPostgres, startEmbeddedPostgres, startSystemPostgres } from '../../src/platform/postgres/embedded.ts';
import { isAlive, readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { prepareDatabase } from '../../src/platform/prepare-database.ts';

/** A migrated, empty database of its own. `close` also drops it. */
export interface TestDatabase extends Database {
  /** On the login of requests, as the program. The database itself is opened as the owner of the tables, whom nothing is closed to. */
  readonly requests: Database;
  /** As whoever, on the login of requests. */
  readonly as: As;
}

const prefix = 'onedoor-test-';
let cluster: Promise<RunningPostgres> | undefined;
let made = 0;
let prove: Prove | undefined;

/** Where temporary clusters go: memory where the system offers it. */
export const scratch = ((): string => {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
})();

/** The test process's server. Set ONEDOOR_TEST_POSTGRES to a folder such as /usr/lib/postgresql/15/bin to test on that version. */
export function testPostgres(): Promise<RunningPostgres> {
  cluster ??= startCluster();
  return cluster;
}

async function startCluster(): Promise<RunningPostgres> {
  sweep();
  const folder = join(scratch, `${prefix}${process.pid}`);
  process.once('exit', () => remove(folder));
  const programs = process.env.ONEDOOR_TEST_POSTGRES;
  const options = { folder, mode: 'fast' } as const;
  const running = programs ? await startSystemPostgres(programs, options) : await startEmbeddedPostgres(options);
  await prepareDatabase({ url: running.url });
  return running;
}

function sweep(): void {
  for (const name of readdirSync(scratch)) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (owner > 0 && !isAlive(owner)) remove(join(scratch, name));
  }
}

function remove(folder: string): void {
  const server = readPostmaster(join(folder, 'postgres', 'cluster'));
  if (server) process.kill(server.processId, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}

async function administer(running: RunningPostgres, statement: string): Promise<void> {
  const client = new pg.Client(running.administratorUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A copy of the migrated database. Close it when the tests of the file are done: `after(() => database.close())`. */
export async function createDatabase({ clock = systemClock }: { clock?: Clock } = {}): Promise<TestDatabase> {
  const running = await testPostgres();
  const name = `test_${++made}`;
  await administer(running, `create database ${name} template onedoor owner onedoor strategy file_copy`);
  await administer(running, `revoke temporary on database ${name} from public`);
  const database = openDatabase({ url: running.urlOf(name), most: 10 });
  // A copy has the key of what it was copied from.
  prove ??= proofWith(await readProofKey(database.pool), systemClock);
  const requests = openDatabase({ url: (await loginsFor(database.url)).requests, most: 10, prove });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await requests.close();
    await database.close();
    await administer(running, `drop database ${name} with (force)`);
  };
  return { ...database, requests, as: accessTo(requests.db, clock, prove), close: () => (closing ??= close()) };
}

/** Runs the work on a database of its own and drops it afterwards, also when the work throws. */
export async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>, options: { clock?: Clock } = {}): Promise<T> {
  const database = await createDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
