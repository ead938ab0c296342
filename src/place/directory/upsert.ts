// Writes many rows of one source at once: new ones, changed ones, and nothing where nothing changed.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';

/** Values by column, in the database's own names; `id`, `source_id` and `source_key` among them. JSON as text. */
export type SourceRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly source_id: string;
  readonly source_key: string;
};

export interface Written {
  readonly added: number;
  readonly changed: number;
  /** Ids by source_key, of all rows given. */
  readonly ids: ReadonlyMap<string, string>;
}

const batch = 200;

/** Columns that do not make a row a changed one. */
const aside: readonly string[] = ['id', 'source_id', 'source_key', 'fetched_at'];

/** Runs as the worker. Rows have all the same columns; a source_key stands in them once. */
export async function upsert(tables: Tables, table: string, rows: readonly SourceRow[]): Promise<Written> {
  const ids = new Map<string, string>();
  let added = 0;
  let changed = 0;
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const first = some[0];
    if (!first) break;
    const columns = Object.keys(first);
    const told = columns.filter((name) => !aside.includes(name));
    const kept = columns.filter((name) => !['id', 'source_id', 'source_key'].includes(name));
    const { rows: written } = await sql<{ isNew: boolean }>`
      insert into ${sql.table(table)} as t (${sql.join(columns.map((name) => sql.ref(name)))})
      values ${sql.join(some.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`))}
      on conflict (source_id, source_key) do update set ${sql.join(kept.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}
      where (${sql.join(told.map((name) => sql.ref(`t.${name}`)))}) is distinct from (${sql.join(told.map((name) => sql.ref(`excluded.${name}`)))})
      returning (xmax = 0) as "isNew"`.execute(tables);
    added += written.filter(({ isNew }) => isNew).length;
    changed += written.filter(({ isNew }) => !isNew).length;
    const { rows: found } = await sql<{ id: string; sourceKey: string }>`
      select id, source_key as "sourceKey" from ${sql.table(table)}
      where source_id = ${first.source_id} and source_key = any(${some.map((row) => row.source_key)}::text[])`.execute(tables);
    for (const { id, sourceKey } of found) ids.set(sourceKey, id);
  }
  return { added, changed, ids };
}
