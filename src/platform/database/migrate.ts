// Brings a database up to this program's version: numbered SQL files, upwards only, each in its own transaction and each remembered with its checksum.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { InstallationFault } from '../installation-fault.ts';
import { requireRoles } from './logins.ts';

export interface Migration {
  /** The file's name, such as `0001_people.sql`. */
  readonly name: string;
  /** Its first line without the dashes: what the file does, for the person who watches it run. */
  readonly summary: string;
  readonly text: string;
  readonly checksum: string;
}

export interface MigrationOptions {
  readonly url: string;
  /** Default: this program's own. */
  readonly migrations?: readonly Migration[];
  /** Called before each file that runs. */
  readonly onProgress?: (at: { readonly migration: Migration; readonly number: number; readonly of: number }) => void;
  /** Stops after the file that is running; what has run stays, and the next run goes on from there. */
  readonly signal?: AbortSignal;
}

export const ownMigrations = fileURLToPath(new URL('../../../migrations/', import.meta.url));

const fileName = /^\d{4}_[a-z0-9_]+\.sql$/;
const summaryLine = /^-- (\S.*)\n/;
// Any number will do that nothing else in this database uses.
const migrationLock = 727_001;

/** Reads and checks a folder of migrations, in order. */
export function readMigrations(folder: string = ownMigrations): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    if (!fileName.test(name)) throw new Error(`The migration ${name} must be named like 0001_what_it_makes.sql.`);
    const number = name.slice(0, 4);
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}.`);
    numbers.add(number);
    const text = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
    const summary = summaryLine.exec(text)?.[1];
    if (!summary) throw new Error(`The migration ${name} must begin with one line of comment that says what it does.`);
    return { name, summary, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/** Runs what has not run yet and returns its names. Two programs may start at once: the second waits and then finds nothing to do. */
export async function migrate({ url, migrations = readMigrations(), onProgress, signal }: MigrationOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'onedoor migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await requireSupportedServer(client);
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const pending = pendingOf(migrations, await appliedTo(client));
    if (pending.length > 0) await requireRoles(client);
    const ran: string[] = [];
    for (const [index, migration] of pending.entries()) {
      if (signal?.aborted) break;
      onProgress?.({ migration, number: index + 1, of: pending.length });
      await apply(client, migration);
      ran.push(migration.name);
    }
    await allowActing(client);
    await guardWorker(client);
    return ran;
  } finally {
    await client.end();
  }
}

/** What still has to run on this database, without running it. */
export async function pendingMigrations(url: string, migrations: readonly Migration[] = readMigrations()): Promise<readonly Migration[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'onedoor migrate' });
  await client.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>("select to_regclass('schema_migration') is not null as exists");
    return pendingOf(migrations, rows[0]?.exists ? await appliedTo(client) : new Map());
  } finally {
    await client.end();
  }
}

const oldestSupported = 15;

async function requireSupportedServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>('show server_version');
  const version = rows[0]?.version ?? 'unknown';
  if (Number.parseInt(version, 10) < oldestSupported) {
    throw new InstallationFault(`One Door needs PostgreSQL ${oldestSupported} or later and DATABASE_URL leads to version ${version}.`);
  }
}

async function appliedTo(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration');
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function pendingOf(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort();
  if (unknown[0]) {
    throw new InstallationFault(
      `The database is newer than this program: it has ${unknown.join(', ')}, which this program does not know. Start the newer program, or restore the backup taken before it.`,
    );
  }
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) {
    throw new InstallationFault(
      `The migration ${edited.name} was edited after it ran on this database. Put it back as it was, and make the change in a new file.`,
    );
  }
  const pending = migrations.filter(({ name }) => !applied.has(name));
  const last = [...applied.keys()].sort().at(-1);
  const late = pending.find(({ name }) => last !== undefined && name < last);
  if (late) {
    throw new InstallationFault(`The migration ${late.name} comes before ${last}, which has already run. Give it a later number.`);
  }
  return pending;
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new InstallationFault(`The migration ${name} failed and left nothing behind: ${describe(cause, text)}`, { cause });
  }
}

/** The roles that requests run in. They own nothing; the login that connects must be allowed to take them on. */
const actingRoles = ['onedoor_app', 'onedoor_worker'];

async function allowActing(client: pg.Client): Promise<void> {
  for (const role of actingRoles) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) continue;
    const acts = await client.query(`set role ${role}; reset role`).then(
      () => true,
      () => false,
    );
    if (acts) continue;
    const { rows } = await client.query<{ login: string }>('select quote_ident(current_user) as login');
    const statement = `grant ${role} to ${rows[0]?.login}`;
    await client.query(statement).catch((cause: unknown) => {
      throw new InstallationFault(
        `The login of DATABASE_URL may not act as ${role}. Have an administrator of the server run: ${statement};`,
        { cause },
      );
    });
  }
}

/** Tables of the newest files too are closed to a worker without proof. */
async function guardWorker(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regprocedure('guard_worker()') is not null as there");
  if (rows[0]?.there) await client.query('call guard_worker()');
}

/** PostgreSQL counts characters; people look for lines. */
function describe(error: unknown, text: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  return position > 0 ? `${error.message} (line ${text.slice(0, position).split('\n').length})` : error.message;
}
