// The database that comes with One Door: one server, one owner at a time, one database called onedoor in a folder such as ./data.
import { accessSync, chownSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { InstallationFault } from '../installation-fault.ts';
import { type Account, canReach, databaseAccount } from './account.ts';
import { isAlive } from './postmaster.ts';
import { embeddedPrograms, type Programs, systemPrograms } from './programs.ts';
import { type Server, type ServerOptions, startServer, startServerAgain } from './server.ts';
import { supervise, type Watching } from './supervise.ts';

export interface EmbeddedOptions extends Watching {
  /** Such as ./data. Everything of the database is in its folder `postgres`. */
  readonly folder: string;
  /** Default `durable`. `fast` is for tests: it forgets acknowledged writes when the machine stops. */
  readonly mode?: 'durable' | 'fast';
  /** Default: a Unix socket, or the loopback address on Windows. */
  readonly listen?: 'socket' | 'loopback';
}

export interface RunningPostgres {
  /** Of the main process; another one after it was lost and started again. */
  readonly processId: number;
  /** For the program: a role that is not a superuser and owns its databases, as a managed server would give. */
  readonly url: string;
  urlOf(database: string): string;
  /** For making databases and nothing else. */
  readonly administratorUrl: string;
  /** Gives up ownership and stops the server. Safe to call twice. */
  stop(): Promise<void>;
}

const owner = 'onedoor';
// Any number will do that nothing else in this server uses.
const ownershipLock = 727_000;
const releasedWithin = 10_000;

/** PostgreSQL 18 from the npm packages. Throws InstallationFault when another One Door owns the folder. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const { folder, account } = makeFolder(options.folder);
  return start(options, folder, account, embeddedPrograms(folder, account));
}

/** A PostgreSQL installed on the machine, on a folder of ours; tests prove with it that the oldest supported version works. */
export async function startSystemPostgres(programsFolder: string, options: EmbeddedOptions): Promise<RunningPostgres> {
  const { folder, account } = makeFolder(options.folder);
  return start(options, folder, account, systemPrograms(programsFolder));
}

/** One folder after the other: all at once (`recursive`) never comes back from where none can be made, such as /proc. */
function makeMissing(path: string, mode?: number): void {
  if (existsSync(path)) return;
  makeMissing(dirname(path));
  try {
    mkdirSync(path, mode === undefined ? {} : { mode });
  } catch (cause) {
    // Another program may have made it in between.
    if (!existsSync(path)) throw cause;
  }
}

/** Only a folder of our own inside the given one changes hands, so that naming a folder with other things in it does them no harm. */
function makeFolder(path: string): { folder: string; account: Account | undefined } {
  const given = resolve(path);
  const folder = join(given, 'postgres');
  const account = databaseAccount();
  try {
    makeMissing(given, account ? 0o711 : 0o700);
    makeMissing(folder, 0o700);
    if (account) chownSync(folder, account.uid, account.gid);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new InstallationFault(`One Door cannot write in ${given}. Set DATA_DIR to a folder that belongs to the account that starts it.`, {
      cause,
    });
  }
  if (account && !canReach(account, folder)) {
    throw new InstallationFault(
      `One Door was started as root, and its database, which runs as "${account.name}", cannot reach ${given}. Set DATA_DIR=/var/lib/onedoor, or start it as an ordinary account.`,
    );
  }
  return { folder, account };
}

async function start(options: EmbeddedOptions, folder: string, account: Account | undefined, programs: Programs): Promise<RunningPostgres> {
  const listen = options.listen ?? (process.platform === 'win32' ? 'loopback' : 'socket');
  const ours: ServerOptions = { folder, programs, account, mode: options.mode ?? 'durable', listen };
  const server = await startServer(ours);
  const session = await takeOwnership(server, options.folder);
  await makeDatabase(session, server.password);
  // The lock was gone with the server that held it. Should somebody else have taken the folder meanwhile, they look after it too.
  const takeAgain = async (): Promise<void> => {
    await session.query('select pg_try_advisory_lock($1)', [ownershipLock]);
  };
  const supervised = supervise(server, () => startServerAgain(ours, server.port), takeAgain, options);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await session.end().catch(() => undefined);
    await supervised.stop();
  };
  return {
    get processId() {
      return supervised.server.processId;
    },
    url: urlOf(server, owner, owner),
    urlOf: (database) => urlOf(server, owner, database),
    administratorUrl: urlOf(server, 'postgres', 'postgres'),
    stop: () => (stopping ??= stop()),
  };
}

function urlOf({ host, port, password }: Server, user: string, database: string): string {
  const secret = password ? `:${encodeURIComponent(password)}` : '';
  return host.startsWith('/')
    ? `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgresql://${user}${secret}@${host}:${port}/${database}`;
}

/**
 * The server itself holds the lock for the life of this session, so it is free again at the very moment the owner dies, however it dies.
 * The application name lets the next one say who is in the way.
 */
async function takeOwnership(server: Server, folder: string): Promise<pg.Pool> {
  const session = new pg.Pool({
    connectionString: urlOf(server, 'postgres', 'postgres'),
    application_name: `onedoor ${process.pid}`,
    // One connection, never closed for being idle; and holding a lock is no reason for a finished program to stay.
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    keepAlive: true,
  });
  // The server may be stopped by hand while we hold the lock; the program's next query reports that, with more to say.
  session.on('error', () => undefined);
  let holder = await takeLock(session);
  // A killed owner's lock goes when the server has seen its connection end, which a busy machine can put off a little.
  for (const asked = performance.now(); holder !== null && !(holder > 0 && isAlive(holder)); ) {
    if (performance.now() - asked > releasedWithin) break;
    await pause(20);
    holder = await takeLock(session);
  }
  if (holder === null) return session;
  await session.end();
  const shown = relative(process.cwd(), resolve(folder));
  const place = shown.startsWith('..') || isAbsolute(shown) ? folder : `./${shown}`;
  throw new InstallationFault(`One Door is already running in ${place} (process ${holder || 'unknown'}). Stop it, or set DATA_DIR.`);
}

/** Null once the lock is ours, else the process that has it; 0 when that one has just gone. */
async function takeLock(session: pg.Pool): Promise<number | null> {
  const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ownershipLock]);
  if (rows[0]?.mine) return null;
  const holder = await session.query<{ name: string }>(
    "select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = $1 and granted",
    [ownershipLock],
  );
  return Number(/\d+$/.exec(holder.rows[0]?.name ?? '')?.[0] ?? 0);
}

async function makeDatabase(session: pg.Pool, password: string | undefined): Promise<void> {
  const exists = async (query: string): Promise<boolean> => (await session.query(query, [owner])).rowCount === 1;
  if (!(await exists('select from pg_roles where rolname = $1'))) await session.query(`create role ${owner} login createrole`);
  if (password) await session.query(`alter role ${owner} password ${pg.escapeLiteral(password)}`);
  if (!(await exists('select from pg_database where datname = $1'))) await session.query(`create database ${owner} owner ${owner}`);
}
