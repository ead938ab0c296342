// The imports' SQL. What a run found is read by whoever uploaded it; the file itself only by the program.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { BroughtIn, Checked, Findings, ImportRun, SavedColumns } from './model.ts';

const columns = [
  'id',
  'kind',
  'teamId',
  'fileName',
  'bytes',
  'headers',
  'columns',
  'findings',
  'state',
  'added',
  'leftOut',
  'version',
  'createdAt',
  'doneAt',
] as const;

/** The visitor's own, newest first. */
export const runsOf = async (tables: Tables, most: number): Promise<ImportRun[]> =>
  (await tables
    .selectFrom('importRun')
    .select(columns)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()) as unknown as ImportRun[]; // JSON as this room writes it

export const findRun = async (tables: Tables, id: string): Promise<ImportRun | undefined> =>
  (await tables.selectFrom('importRun').select(columns).where('id', '=', id).executeTakeFirst()) as unknown as ImportRun | undefined; // as above

export interface NewRun extends Pick<ImportRun, 'id' | 'kind' | 'teamId' | 'fileName' | 'createdAt'> {
  readonly accountId: string;
  readonly content: Buffer;
}

/** `findings` are null where they are still to come. Runs as the worker, like all that follow. */
export async function insertRun(
  tables: Tables,
  { content, ...run }: NewRun,
  { headers, columns: saved, findings }: Omit<Checked, 'findings'> & { readonly findings: Findings | null },
): Promise<void> {
  await tables
    .insertInto('importRun')
    .values({
      ...run,
      content,
      bytes: content.length,
      headers: [...headers],
      columns: JSON.stringify(saved),
      findings: findings === null ? null : JSON.stringify(findings),
      state: 'checked',
    })
    .execute();
}

/** The file while it waits; null when it is gone. With `hold` until the transaction ends, so that two tabs never bring it in twice. */
export async function takeContent(tables: Tables, id: string, hold = true): Promise<{ content: Buffer; version: number } | null> {
  const row = await tables
    .selectFrom('importRun')
    .select(['content', 'version'])
    .where('id', '=', id)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst();
  return row?.content ? { content: row.content, version: row.version } : null;
}

export async function updateChecked(tables: Tables, id: string, { columns: saved, findings }: Checked): Promise<void> {
  await tables
    .updateTable('importRun')
    .set({ columns: JSON.stringify(saved), findings: JSON.stringify(findings) })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Other columns: what was found with the earlier ones does not hold any more. Returns the run’s version. */
export async function updateColumns(tables: Tables, id: string, saved: SavedColumns): Promise<number> {
  const { version } = await tables
    .updateTable('importRun')
    .set({ columns: JSON.stringify(saved), findings: null })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The file goes as soon as it is brought in; what stays is which rows were left out and why. */
export async function markDone(
  tables: Tables,
  id: string,
  { added, leftOut, notes }: BroughtIn,
  matches: string,
  now: Date,
): Promise<void> {
  const left = {
    rows: added + leftOut,
    good: added,
    faultCount: notes.length,
    faults: notes,
    newPeople: added,
    matchCount: 0,
    matches: [],
    warnings: [],
    unplaced: [],
  };
  await tables
    .updateTable('importRun')
    .set({ state: 'done', content: null, findings: JSON.stringify(left), added, leftOut, matches, doneAt: now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function forgetRun(tables: Tables, id: string): Promise<void> {
  await tables
    .updateTable('importRun')
    .set({ state: 'forgotten', content: null, findings: null })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .execute();
}

/** Files that nobody brought in within a day, and what was found in them. Returns how many. */
export async function forgetOldRuns(tables: Tables): Promise<number> {
  const { rows } = await sql`
    update import_run set state = 'forgotten', content = null, findings = null
    where content is not null and created_at < current_moment() - interval '1 day' returning 1`.execute(tables);
  return rows.length;
}
