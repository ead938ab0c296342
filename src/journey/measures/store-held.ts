// The table `measure_language`.
import type { Tables } from '../../platform/web/context.ts';
import type { HeldState, HeldVersion } from './held.ts';

/** Every version that was ever entered, by instrument, the newest first. */
export async function heldVersions(tables: Tables, instrument?: string): Promise<HeldVersion[]> {
  const rows = await tables
    .selectFrom('measureLanguage as v')
    .innerJoin('account as entered', 'entered.id', 'v.createdBy')
    .leftJoin('account as confirmed', 'confirmed.id', 'v.confirmedBy')
    .select([
      'v.id',
      'v.instrument',
      'v.instrumentVersion',
      'v.language',
      'v.holder',
      'v.reference',
      'v.receivedOn',
      'v.state',
      'v.because',
    ])
    .select(['v.version', 'v.createdBy as enteredBy', 'entered.name as enteredByName', 'v.createdAt as enteredAt'])
    .select(['confirmed.name as confirmedByName', 'v.confirmedAt'])
    .$if(instrument !== undefined, (query) => query.where('v.instrument', '=', instrument ?? ''))
    .orderBy('v.instrument')
    .orderBy('v.createdAt', 'desc')
    .orderBy('v.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as HeldState })); // checked by the table
}

/** The versions that may be asked now: tag and row. */
export const confirmedVersions = (
  tables: Tables,
  instrument: { readonly id: string; readonly version: string },
): Promise<{ id: string; language: string }[]> =>
  tables
    .selectFrom('measureLanguage')
    .select(['id', 'language'])
    .where('instrument', '=', instrument.id)
    .where('instrumentVersion', '=', instrument.version)
    .where('state', '=', 'confirmed')
    .orderBy('language')
    .execute();

/** Versions that wait, entered by others, up to 100. */
export async function countEntered(tables: Tables, accountId: string): Promise<number> {
  const rows = await tables
    .selectFrom('measureLanguage')
    .select('id')
    .where('state', '=', 'entered')
    .where('createdBy', '<>', accountId)
    .limit(100)
    .execute();
  return rows.length;
}

export const insertVersion = (
  tables: Tables,
  version: Pick<HeldVersion, 'id' | 'instrument' | 'instrumentVersion' | 'language' | 'holder' | 'reference' | 'receivedOn'> & {
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Promise<unknown> =>
  tables
    .insertInto('measureLanguage')
    .values({ ...version, state: 'entered' })
    .execute();

/** False where it moved on meanwhile. */
export async function moveVersion(
  tables: Tables,
  { id, version }: Pick<HeldVersion, 'id' | 'version'>,
  to: HeldState,
  because: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('measureLanguage')
    .set({ state: to, because })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
