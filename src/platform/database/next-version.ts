// A row that several people may change: each change is made on the version that was seen, and makes the next one.
import type { Transaction, Updateable } from 'kysely';
import type { Schema } from './schema.ts';

/** Tables whose rows have an id and a version. */
type Versioned = {
  [Table in keyof Schema]: 'id' extends keyof Schema[Table] ? ('version' extends keyof Schema[Table] ? Table : never) : never;
}[keyof Schema];

/** False when somebody else changed the row first, or it is not the visitor’s to change: then nothing is. */
export async function changeNext<Table extends Versioned>(
  tables: Transaction<Schema>,
  table: Table,
  at: { readonly id: string; readonly version: number },
  change: Omit<Updateable<Schema[Table]>, 'id' | 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    // Types cannot be followed through a table that is only named: any of them stands for all, as all have these two columns.
    .updateTable(table as 'offer')
    .set(change as Updateable<Schema['offer']>)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
