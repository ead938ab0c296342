// What somebody chose when they asked again holds for the record it is linked to, and is taken back with the link: whoever reads how to reach them reads it there,
// also where the record made at the door is not theirs to read. What they may not know of, each referral says itself.
import type { Tables } from '../../../platform/web/context.ts';

/** As it stood before a link. */
export interface Wishes {
  readonly willContactUs: boolean;
}

const wishesOf = (tables: Tables, personId: string): Promise<Wishes | undefined> =>
  tables.selectFrom('contactPreference').select('willContactUs').where('personId', '=', personId).executeTakeFirst();

/** Only ever more careful: nothing that holds already is loosened. Gives what stood before; null where nothing was kept. */
export async function carryWishes(tables: Tables, from: string, to: string): Promise<Wishes | null> {
  const [newer, before] = [await wishesOf(tables, from), await wishesOf(tables, to)];
  if (!before) return null;
  if (newer?.willContactUs) await tables.updateTable('contactPreference').set({ willContactUs: true }).where('personId', '=', to).execute();
  return before;
}

/** Whoever was spoken with since was the other. */
export async function giveBackWishes(tables: Tables, personId: string, { willContactUs }: Wishes): Promise<void> {
  await tables.updateTable('contactPreference').set({ willContactUs }).where('personId', '=', personId).execute();
}
