// What a link carries from the record made at the door to the one that was known: doubt about older ways to reach them, and who reaches the referral.
import type { Context, Tables } from '../../../platform/web/context.ts';
import { contactPointsOf, willContactUs } from '../store.ts';
import { confirms, standing } from '../telling/safe-contact.ts';

/** The known record's ways to be reached that the newer account does not confirm may be used by nobody until a worker has asked. */
export async function doubtOlderDetails(context: Context, tables: Tables, from: string, to: string): Promise<string[]> {
  const newer = standing(await contactPointsOf(tables, [from])).filter((point) => point.safeToUse !== 'not_asked');
  const older = standing(await contactPointsOf(tables, [to])).filter((point) => point.doubtedAt === null);
  const theyWillContactUs = await willContactUs(tables, from);
  const said = new Set(newer.map((point) => point.channel));
  const doubted = older
    .filter((point) => theyWillContactUs || (said.has(point.channel) && !newer.some((one) => confirms(one, point))))
    .map((point) => point.id);
  if (doubted.length > 0) await tables.updateTable('contactPoint').set({ doubtedAt: context.now }).where('id', 'in', doubted).execute();
  return doubted;
}

/** Whoever reaches the door's record because of the referral goes on reaching the referral; the reason and its end are copied, nothing wider. */
export async function carryAccess(context: Context, tables: Tables, referralId: string, from: string, to: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('access')
    .selectAll()
    .where('personId', '=', from)
    .where('sourceId', '=', referralId)
    .where((where) => where.or([where('endsAt', 'is', null), where('endsAt', '>', context.now)]))
    .execute();
  const carried = rows.map((row) => ({
    ...row,
    id: context.identify(),
    personId: to,
    startsAt: context.now,
    createdBy: context.visitor?.accountId ?? null,
  }));
  if (carried.length > 0) await tables.insertInto('access').values(carried).execute();
  return carried.map((row) => row.id);
}
