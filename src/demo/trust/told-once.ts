// What Carol said of two agencies in the demo: one uses what she told, and one, which she wants to ask her first, has asked (MOS-6).
import type { Transaction } from 'kysely';
import { addDays, localDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { instantOf } from '../../platform/due.ts';
import { support } from '../../trust/sharing/model.ts';
import type { Rows, Setting } from '../life.ts';

/** Runs as the owner of the tables, after the lives were written. */
export async function writeToldOnce(
  transaction: Transaction<Schema>,
  { identify, now, staff }: Setting,
  lives: readonly Rows[],
): Promise<void> {
  const carol = lives.find(({ account }) => account?.some(({ name }) => name === 'Carol Whittle'));
  const [person] = carol?.person ?? [];
  const [referral] = carol?.referral ?? [];
  const agencies = await transaction
    .selectFrom('organisation')
    .select(['id', 'code'])
    .where('code', 'in', ['talking-therapies', 'council'])
    .execute();
  if (!person || !referral) return;
  const ago = (days: number): Date => instantOf(addDays(localDate(now), -days), '16:10');
  const said = (organisationId: string) => ({
    id: identify(),
    personId: person.id,
    organisationId,
    categories: ['contact', 'story', 'safety', 'housing', 'work'],
    purpose: support,
    howGiven: 'on their own page',
    createdAt: ago(20),
  });
  for (const { id, code } of agencies)
    await transaction
      .insertInto('sharingChoice')
      .values(
        code === 'council'
          ? { ...said(id), state: 'agreed' }
          : {
              ...said(id),
              state: 'asked',
              questionAt: ago(1),
              questionBy: staff('priya'),
              questionReferralId: referral.id,
              questionTeam: 'Talking therapies team',
              questionWhat: 'Talking therapies',
            },
      )
      .execute();
}
