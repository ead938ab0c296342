// Several records of one person: what was linked into a record goes with it when that is linked on, and comes back with it; and what one link did holds for as long
// as another asks for it. So links can be undone in any order.
import { sql } from 'kysely';
import type { Context, Tables } from '../../../platform/web/context.ts';
import { carryAccess, doubtOlderDetails } from './carrying.ts';
import { endedOf, move, moveTasks } from './moving.ts';
import { carryWishes } from './wishes.ts';

/** Whose record it is now: the one it was linked to, and so on; else itself. Runs as the worker. */
export async function survivorOf(tables: Tables, personId: string): Promise<string> {
  const link = await tables
    .selectFrom('identityLink')
    .select('personId')
    .where('fromPersonId', '=', personId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return link ? survivorOf(tables, link.personId) : personId;
}

const linksInto = (tables: Tables, personId: string) =>
  tables
    .selectFrom('identityLink')
    .select(['id', 'referralId', 'fromPersonId'])
    .where('personId', '=', personId)
    .where('undoneAt', 'is', null)
    .orderBy('createdAt')
    .execute();

/** What was linked into the record goes where it goes. Ids of these links, and of the access given. */
export async function carryAlong(
  context: Context,
  tables: Tables,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly links: readonly string[]; readonly granted: readonly string[] }> {
  const links = await linksInto(tables, from);
  const granted: string[] = [];
  for (const { id, referralId } of links) {
    await goWith(tables, id, { referralId, from, to });
    granted.push(...(await carryAccess(context, tables, referralId, from, to)));
  }
  return { links: links.map(({ id }) => id), granted };
}

async function goWith(tables: Tables, id: string, moving: { readonly referralId: string; readonly from: string; readonly to: string }) {
  await move(tables, moving);
  await moveTasks(tables, moving);
  await tables.updateTable('identityLink').set({ personId: moving.to }).where('id', '=', id).execute();
}

/** Those that still are where they were carried go back with the record they were linked to. */
export async function bringBackAlong(
  tables: Tables,
  { links, from, to }: { readonly links: readonly string[]; readonly from: string; readonly to: string },
): Promise<void> {
  for (const { id, referralId } of await linksInto(tables, from))
    if (links.includes(id)) await goWith(tables, id, { referralId, from, to });
}

/** What an undone link had changed, and another that stands asks for as well, stays, and is undone with that one. */
export async function holdForOthers(context: Context, tables: Tables, personId: string, ended: readonly string[]): Promise<void> {
  const links = await linksInto(tables, personId);
  for (const { id, fromPersonId } of links) {
    await carryWishes(tables, fromPersonId, personId);
    const doubted = await doubtOlderDetails(context, tables, fromPersonId, personId);
    if (doubted.length > 0) await sql`update identity_link set doubted = doubted || ${doubted}::uuid[] where id = ${id}`.execute(tables);
  }
  const [first] = links;
  const stillEnded = await endedOf(tables, ended);
  if (first && stillEnded.length > 0)
    await sql`
      update identity_link set moved = jsonb_set(moved, '{endedChoice}', coalesce(moved -> 'endedChoice', '[]') || ${JSON.stringify(stillEnded)}::jsonb)
      where id = ${first.id}`.execute(tables);
}
