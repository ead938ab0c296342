// What the demo's partners are shared: an agreement about homes with the council, under which three people said yes, and one about safety, under which one is shared without.
import type { Transaction } from 'kysely';
import { addDays, localDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { instantOf } from '../../platform/due.ts';
import { support } from '../../trust/sharing/model.ts';
import { safety } from '../../trust/sharing/without-agreement.ts';
import type { Rows, Setting } from '../life.ts';
import { supported } from './guarded.ts';

/** Runs as the owner of the tables, after the lives were written. */
export async function writeSharing(transaction: Transaction<Schema>, setting: Setting, lives: readonly Rows[]): Promise<void> {
  const { identify, now, team, staff } = setting;
  const council = await transaction.selectFrom('organisation').select('id').where('code', '=', 'chorley-council').executeTakeFirst();
  if (!council) return;
  const today = localDate(now);
  const ago = (days: number): Date => instantOf(addDays(today, -days), '14:30');
  const agreement = (name: string, purpose: string, categories: string[]) => ({
    id: identify(),
    name,
    organisationId: council.id,
    purpose,
    categories,
    lawfulBasis: '6_1_e',
    state: 'active',
    startsOn: addDays(today, -300),
    endsOn: addDays(today, 430),
  });
  const homes = agreement('Help with homes (demo)', support, ['contact', 'story', 'housing']);
  const safe = agreement('Keeping people safe (demo)', safety, ['contact', 'safety', 'housing']);
  await transaction.insertInto('sharingAgreement').values([homes, safe]).execute();
  const open = (personId: string, { id: agreementId }: typeof homes, startsAt: Date) =>
    transaction
      .insertInto('access')
      .values({
        id: identify(),
        personId,
        teamId: team('housing-solutions'),
        relationship: 'agreement',
        role: 'PAR',
        agreementId,
        sourceKind: 'agreement',
        sourceId: agreementId,
        startsAt,
        createdBy: staff('siobhan'),
      })
      .execute();
  // The first two stand for other things in the demo.
  for (const [index, personId] of supported(setting, lives).slice(2, 5).entries()) {
    const said = ago(9 + 12 * index);
    const chosen = {
      personId,
      organisationId: council.id,
      purpose: support,
      categories: index === 1 ? ['contact'] : ['contact', 'story', 'housing'],
    };
    await transaction
      .insertInto('sharingChoice')
      .values({
        id: identify(),
        ...chosen,
        state: 'agreed',
        howGiven: 'on their own page',
        createdAt: said,
        ...(index === 2 ? { until: addDays(today, 60) } : {}),
      })
      .execute();
    await open(personId, homes, said);
  }
  const carol = lives.find(({ account }) => account?.some(({ name }) => name === 'Carol Whittle'))?.person?.[0]?.id;
  if (carol) await open(carol, safe, ago(3));
}
