// Entries of others brought in: asked for by address or sent as a file, read and tried without keeping anything, then kept when somebody says so.
import { sql } from 'kysely';
import { z } from 'zod';
import { keepDirectory } from '../../place/directory/actions.ts';
import type { Directory, DirectoryChange, DirectoryConflict, FieldConflict, KeptDirectory } from '../../place/directory/model.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { fetchDirectory } from './fetching.ts';
import { refusedAddress } from './public-address.ts';
import { readDirectory } from './read-directory.ts';

export interface Findings {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly changes: readonly DirectoryChange[];
  readonly conflicts: readonly DirectoryConflict[];
  readonly fields: readonly FieldConflict[];
  /** What could not be read, the first of it. */
  readonly unread: readonly string[];
  readonly unreadCount: number;
}

export interface Fetch {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly licence: string;
  readonly shared: boolean;
  readonly complete: boolean;
  readonly state: 'asked' | 'ready' | 'failed' | 'brought in';
  readonly because: string;
  readonly findings: Findings | null;
  readonly askedAt: Date;
}

const columns = ['id', 'address', 'name', 'licence', 'shared', 'complete', 'state', 'because', 'findings', 'askedAt'] as const;
const mostShown = 200;

/** Runs as the worker. */
export async function findFetch(tables: Tables, id: string): Promise<Fetch | null> {
  const row = await tables.selectFrom('directoryFetch').select(columns).where('id', '=', id).executeTakeFirst();
  return (row ?? null) as Fetch | null; // written below only
}

export interface Source {
  readonly name: string;
  readonly address: string;
  readonly licence: string;
  readonly own: boolean;
  readonly shared: boolean;
  readonly fetchedAt: Date;
  readonly entries: number;
}

export async function sourcesOf(tables: Tables): Promise<readonly Source[]> {
  const { rows } = await sql<Source>`
    select name, address, licence, own, shared, fetched_at as "fetchedAt",
      (select count(*)::int from directory_service s where s.source_id = source.id and s.listed) as entries
    from directory_source source order by own desc, lower(name) limit 200`.execute(tables);
  return rows;
}

/** Runs as the worker. */
export const fetchesOf = async (tables: Tables): Promise<readonly Fetch[]> =>
  (await tables.selectFrom('directoryFetch').select(columns).orderBy('askedAt', 'desc').limit(20).execute()) as readonly Fetch[];

export interface NewFetch {
  readonly name: string;
  readonly licence: string;
  readonly shared: boolean;
  readonly complete: boolean;
}

type Kept = Pick<Fetch, 'address' | 'name' | 'licence' | 'shared' | 'complete'>;
type Choices = ReadonlyMap<string, 'ours' | 'theirs'>;

const keep = (tables: Tables, now: Date, fetch: Kept, directory: Directory, choices?: Choices): Promise<KeptDirectory> =>
  keepDirectory(tables, identifiers({ now: () => now }), directory, { ...fetch, fetchedAt: now, ...(choices ? { choices } : {}) });

/** What bringing it in would do, found out by doing it and undoing it. Runs as the worker. */
async function tryOut(tables: Tables, now: Date, fetch: Kept, directory: Directory): Promise<KeptDirectory> {
  await sql`savepoint tried_out`.execute(tables);
  const kept = await keep(tables, now, fetch, directory);
  await sql`rollback to savepoint tried_out`.execute(tables);
  return kept;
}

/** Reads the answers and keeps what they would change. Runs as the worker. */
async function lookInto(tables: Tables, now: Date, fetch: Fetch, answers: unknown): Promise<void> {
  const read = readDirectory(answers, { url: fetch.address, licence: fetch.licence, fetchedAt: now.toISOString() });
  const empty = read.ok && read.value.services.length === 0;
  if (!read.ok || empty) {
    const because = read.ok ? 'There is no service in it.' : `${read.problem.title}. ${read.problem.detail}`;
    await tables.updateTable('directoryFetch').set({ state: 'failed', because, endedAt: now }).where('id', '=', fetch.id).execute();
    return;
  }
  const { faults, faultCount, ...directory } = read.value;
  const kept = await tryOut(tables, now, fetch, directory);
  const findings: Findings = {
    ...kept,
    changes: kept.changes.slice(0, mostShown),
    conflicts: kept.conflicts.slice(0, mostShown),
    fields: kept.fields.slice(0, mostShown),
    unread: faults.slice(0, 50).map(({ field, message }) => `${field}: ${message}`),
    unreadCount: faultCount,
  };
  await tables
    .updateTable('directoryFetch')
    .set({ state: 'ready', content: JSON.stringify(directory), findings: JSON.stringify(findings) })
    .where('id', '=', fetch.id)
    .execute();
}

export const fetchDirectoryJob = defineJob({
  name: 'fetch-a-directory',
  input: z.object({ fetch: z.uuid() }),
  longest: 900,
  run: async ({ fetch: id }, { act, place, signal }) => {
    const asked = await act((tables) => findFetch(tables, id));
    if (asked?.state !== 'asked') return;
    const answers = await fetchDirectory(asked.address, { signal, allowed: place.directoryHosts });
    await act(async (tables) => {
      const { rows } = await sql<{ now: Date }>`select current_moment() as now`.execute(tables);
      const now = rows[0]?.now ?? new Date();
      if (answers.ok) return lookInto(tables, now, asked, answers.value);
      const failed = { state: 'failed', because: answers.problem.detail, endedAt: now };
      await tables.updateTable('directoryFetch').set(failed).where('id', '=', id).where('state', '=', 'asked').execute();
    });
  },
});

async function newFetch(context: SignedIn, tables: Tables, address: string, given: NewFetch): Promise<Fetch> {
  await sql`delete from directory_fetch where asked_at < ${context.now}::timestamptz - interval '7 days'`.execute(tables);
  const id = context.identify();
  const row = { id, address, ...given, state: 'asked', askedAt: context.now, askedBy: context.visitor.accountId };
  await tables.insertInto('directoryFetch').values(row).execute();
  return { ...given, id, address, state: 'asked', because: '', findings: null, askedAt: context.now };
}

/** Asks for it; it is fetched after the page. */
export async function askFor(context: SignedIn, address: string, given: NewFetch): Promise<Result<string>> {
  const refused = refusedAddress(address, context.place.directoryHosts);
  if (refused) return failure(invalid([{ field: 'address', message: refused }]));
  const { id } = await context.asWorker('ask for a directory', (tables) => newFetch(context, tables, address, given));
  await context.queue(fetchDirectoryJob, { fetch: id }, id);
  return success(id);
}

/** Looks into a file at once. */
export async function takeFile(
  context: SignedIn,
  file: { readonly name: string; readonly body: Buffer },
  given: NewFetch,
): Promise<Result<string>> {
  let json: unknown;
  try {
    json = JSON.parse(file.body.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return failure(invalid([{ field: 'file', message: 'The file is not JSON. Choose what the other directory’s interface gives.' }]));
  }
  return context.asWorker('look into a directory', async (tables) => {
    const fetch = await newFetch(context, tables, file.name.slice(0, 200), given);
    await lookInto(tables, context.now, fetch, json);
    return success(fetch.id);
  });
}

/** Keeps it, all or nothing. For fields that were changed here too, `theirs` names those to take; the others stay ours. */
export const bringIn = (context: SignedIn, id: string, theirs: readonly string[]): Promise<Result<KeptDirectory>> =>
  context.asWorker('bring in a directory', async (tables) => {
    const row = await tables
      .selectFrom('directoryFetch')
      .select([...columns, 'content'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return failure(notFound);
    if (row.state !== 'ready' || row.content === null)
      return failure({ status: 409, title: 'It was brought in already', detail: 'Look at its entries under Services.' });
    // Both columns were written by lookInto.
    const [findings, directory] = [row.findings as unknown as Findings, row.content as unknown as Directory];
    const choices: Choices = new Map(
      findings.fields.map(({ key, field }) => [`${key} ${field}`, theirs.includes(`${key} ${field}`) ? 'theirs' : 'ours'] as const),
    );
    const kept = await keep(tables, context.now, row, directory, choices);
    await tables
      .updateTable('directoryFetch')
      .set({ state: 'brought in', content: null, endedAt: context.now })
      .where('id', '=', id)
      .execute();
    return success(kept);
  });
