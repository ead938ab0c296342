// What the demo's partners are shared: an agreement about homes with the council, under which three people said yes, and one about safety, under which one is shared without.
import type { Transaction } from 'kysely';
import { addDays, localDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { instantOf } from '../../platform/due.ts';
import type { Tables } from '../../platform/web/context.ts';
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
  const [helen, dev] = [staff('helen'), staff('dev')];
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
    security: 'They read it here, signed in by name. Nothing is copied to their own files.',
    retention: 'They keep their own notes for six years, then delete them.',
    reviewOn: addDays(today, 180),
    document: 'IG-2026-03 (demo)',
    authors: [helen],
    sentBy: helen,
    sentAt: ago(310),
    signedForUs: 'Director of the partnership (demo)',
    signedForThem: 'Head of housing (demo)',
    signedOn: addDays(today, -303),
    confirmedBy: dev,
    confirmedAt: ago(302),
    createdAt: ago(320),
    createdBy: helen,
  });
  const homes = agreement('Help with homes (demo)', support, ['contact', 'story', 'housing']);
  const safe = agreement('Keeping people safe (demo)', safety, ['contact', 'safety', 'housing']);
  await transaction.insertInto('sharingAgreement').values([homes, safe]).execute();
  await writeUnsigned(transaction, setting);
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

/** One that waits for somebody else to see its signatures, and one still being written. */
async function writeUnsigned(tables: Tables, { identify, now, staff }: Setting): Promise<void> {
  const organisations = await tables
    .selectFrom('organisation')
    .select(['id', 'code'])
    .where('code', 'in', ['lancashire-constabulary', 'chorley-council'])
    .execute();
  const [council, other = council] = organisations.toSorted((one) => (one.code === 'chorley-council' ? -1 : 1));
  if (!council || !other) return;
  const today = localDate(now);
  const begun = instantOf(addDays(today, -4), '10:15');
  const written = (by: string) => ({ authors: [by], createdAt: begun, createdBy: by, purpose: support, lawfulBasis: '6_1_e' });
  const from = addDays(today, 14);
  const kept = { security: 'Read here, signed in by name.', retention: 'They keep nothing of their own.' };
  const helen = staff('helen');
  const waits = identify();
  await tables
    .insertInto('sharingAgreement')
    .values([
      {
        ...written(helen),
        ...kept,
        id: waits,
        name: 'Work and benefits advice (demo)',
        organisationId: council.id,
        categories: ['contact', 'work'],
        state: 'in_review',
        sentBy: helen,
        sentAt: begun,
        startsOn: from,
        endsOn: addDays(from, 730),
        reviewOn: addDays(from, 365),
        document: '',
      },
      {
        ...written(staff('dev')),
        ...kept,
        id: identify(),
        name: 'Looking out for people at night (demo)',
        organisationId: other.id,
        categories: ['contact', 'safety'],
        state: 'draft',
        startsOn: from,
        endsOn: addDays(from, 900),
        reviewOn: addDays(from, 365),
        document: '',
      },
    ])
    .execute();
}
