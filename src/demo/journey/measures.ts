// Which languages the demo's measures are held in: CORE-10 in Arabic, confirmed, and in Welsh, waiting for a second person. The references are invented.
import { sql, type Transaction } from 'kysely';
import { core10 } from '../../journey/measures/instruments/core-10.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { instantOf } from '../../platform/due.ts';
import type { Setting } from '../life.ts';

const triggers = ['keep_measure_language', 'trace_measure_language'] as const;

/** Runs as the owner of the tables, after the lives were written. */
export async function writeMeasureLanguages(transaction: Transaction<Schema>, { identify, now, staff }: Setting): Promise<void> {
  const ago = (days: number): Date => instantOf(addDays(localDate(now), -days), '11:00');
  const [arabic, welsh] = [identify(), identify()];
  const given = {
    instrument: core10.id,
    instrumentVersion: core10.version,
    holder: 'The holder of its licence (demo)',
    createdBy: staff('dev'),
  };
  for (const trigger of triggers) await sql`alter table measure_language disable trigger ${sql.id(trigger)}`.execute(transaction);
  await transaction
    .insertInto('measureLanguage')
    .values([
      {
        ...given,
        id: arabic,
        language: 'ar',
        reference: 'Letter of invention 14 (demo)',
        receivedOn: addDays(localDate(now), -70),
        state: 'confirmed',
        confirmedBy: staff('martin'),
        confirmedAt: ago(60),
        createdAt: ago(68),
        version: 2,
      },
      {
        ...given,
        id: welsh,
        language: 'cy',
        reference: 'Letter of invention 15 (demo)',
        receivedOn: addDays(localDate(now), -3),
        state: 'entered',
        createdAt: ago(2),
      },
    ])
    .execute();
  await transaction
    .insertInto('measureLanguageTrace')
    .values([
      { measureLanguageId: arabic, toState: 'entered', at: ago(68), accountId: staff('dev'), words: '' },
      { measureLanguageId: arabic, fromState: 'entered', toState: 'confirmed', at: ago(60), accountId: staff('martin'), words: '' },
      { measureLanguageId: welsh, toState: 'entered', at: ago(2), accountId: staff('dev'), words: '' },
    ])
    .execute();
  for (const trigger of triggers) await sql`alter table measure_language enable trigger ${sql.id(trigger)}`.execute(transaction);
  await answeredInArabic(transaction, arabic, ago(60));
}

/** Who needs an Arabic interpreter answered in Arabic as soon as there was a paper; what was asked before stays in English. */
async function answeredInArabic(transaction: Transaction<Schema>, heldId: string, since: Date): Promise<void> {
  for (const table of ['measure_request', 'measure_result'])
    await sql`update ${sql.id(table)} m set language = 'ar', measure_language_id = ${heldId}
      from person p where p.id = m.person_id and p.interpreter = 'ar' and m.instrument = ${core10.id} and m.created_at > ${since}`.execute(
      transaction,
    );
}
