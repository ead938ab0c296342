// The contact room's SQL, as whoever asks: row-level security decides whose ways they may read and change.
import type { Insertable } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { ContactPoint } from '../people/model.ts';

export async function insertPoint(tables: Tables, point: Insertable<Schema['contactPoint']>): Promise<void> {
  await tables.insertInto('contactPoint').values(point).execute();
}

/** Ids that were replaced: none when somebody else did so first. */
export async function replacePoint(tables: Tables, { id }: Pick<ContactPoint, 'id'>, now: Date): Promise<readonly string[]> {
  const rows = await tables
    .updateTable('contactPoint')
    .set({ replacedAt: now })
    .where('id', '=', id)
    .where('replacedAt', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Whoever says that a way is safe no longer wants to be the one who writes first. */
export async function waitsNoLonger(tables: Tables, personId: string): Promise<void> {
  await tables
    .updateTable('contactPreference')
    .set({ willContactUs: false })
    .where('personId', '=', personId)
    .where('willContactUs', '=', true)
    .execute();
}
