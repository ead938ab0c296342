// What makes coming easier for the newest people of outreach: the first has chosen, the others may.
import type { Transaction } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Setting } from '../life.ts';

/** Runs as the owner of the tables. */
export async function writeComing(transaction: Transaction<Schema>, { identify }: Setting): Promise<void> {
  const newest = await transaction
    .selectFrom('offer as o')
    .innerJoin('triageDecision as d', 'd.id', 'o.decisionId')
    .select(['o.personId', 'o.referralId', 'o.decisionId', 'o.ownerId', 'o.acceptedBy', 'o.createdAt'])
    .where('o.serviceCode', '=', 'outreach')
    .where('d.state', '=', 'communicated')
    .orderBy('o.createdAt', 'desc')
    .orderBy('o.id')
    .limit(3)
    .execute();
  for (const [at, { acceptedBy, ownerId, createdAt, ...about }] of newest.entries()) {
    const chosen =
      at === 0
        ? ({
            place: 'outside',
            placeWords: 'by the canal',
            channel: '01',
            company: 'ours',
            chosenAt: createdAt,
            chosenBy: 'worker',
          } as const)
        : {};
    await transaction
      .insertInto('comingHelp')
      .values({
        id: identify(),
        ...about,
        ...chosen,
        offered: ['outreach', 'choice', 'company'],
        ownerId: acceptedBy ?? ownerId,
        createdAt,
        createdBy: ownerId,
      })
      .execute();
  }
}
