// What the cafés’ people said of their room last evening, so that a newcomer sees a light that decayed and one press that renews it.
import type { Transaction } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Setting } from '../life.ts';

const hour = 3_600_000;

/** Runs as the owner of the tables. */
export async function writeLights(transaction: Transaction<Schema>, { identify, now, staff }: Setting): Promise<void> {
  const said = { 'cafe-bridgwater': { light: 'free', hoursAgo: 10 }, 'cafe-mendip': { light: 'nearly_full', hoursAgo: 11 } } as const;
  for (const [code, { light, hoursAgo }] of Object.entries(said)) {
    const entry = await transaction
      .selectFrom('directoryService')
      .select('id')
      .where('own', '=', true)
      .where('sourceKey', '=', code)
      .executeTakeFirstOrThrow();
    const saidAt = new Date(now.getTime() - hoursAgo * hour);
    await transaction
      .insertInto('directoryLight')
      .values({ id: identify(), serviceId: entry.id, unit: 'café seat', light, saidAt, saidBy: staff('beth') })
      .execute();
  }
}
