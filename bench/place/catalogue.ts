// What the database says of its own tables, as far as copying rows needs it: columns, keys and what refers to what.
import type { Client } from 'pg';

export interface Column {
  readonly name: string;
  /** Such as uuid, text, int8. */
  readonly type: string;
  /** Filled by the database itself: generated, an identity, or from a sequence. */
  readonly own: boolean;
  /** The table that a foreign key of this one column names. */
  readonly refersTo: string | null;
}

export type Catalogue = ReadonlyMap<string, readonly Column[]>;

export async function readCatalogue(client: Client): Promise<Catalogue> {
  const { rows } = await client.query<Column & { table: string }>(`
    select c.relname as table, a.attname as name, t.typname as type,
      a.attgenerated <> '' or a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as own,
      (select f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as "refersTo"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`);
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) {
    const columns = tables.get(table) ?? [];
    tables.set(table, columns);
    columns.push(column);
  }
  return tables;
}
