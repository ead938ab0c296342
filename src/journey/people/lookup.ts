// Finds people by the keys that a record from elsewhere has, before it is anybody's: for dry runs of imports. What is found is compared, never shown.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import { placeModel } from './learned-model.ts';
import type { LinkageModel } from './linkage/parameters.ts';
import { type PreparedPerson, prepare } from './linkage/record.ts';
import { identityRecords } from './store.ts';

/** A key that more people share than this says too little to compare them all. */
const largestBlock = 300;
const mostCandidates = 50;

/** People who share a key with the record, those of rare keys first; without records that were linked to somebody else. Runs as the worker. */
export async function peopleWithKeys(tables: Tables, keys: readonly string[]): Promise<readonly PreparedPerson[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ personId: string }>`
    with shared as (
      select near.person_id, count(*) over (partition by own.key) as sharing
      from unnest(${keys}::text[]) own (key)
      cross join lateral (select k.person_id from identity_key k where k.key = own.key limit ${largestBlock + 1}) near
    )
    select shared.person_id as "personId" from shared
    where shared.sharing <= ${largestBlock}
      and not exists (select from identity_link l where l.from_person_id = shared.person_id and l.undone_at is null)
    group by shared.person_id order by sum(1.0 / shared.sharing) desc, shared.person_id limit ${mostCandidates}`.execute(tables);
  const records = await identityRecords(
    tables,
    rows.map(({ personId }) => personId),
  );
  return records.map(prepare);
}

/** How much each agreement and difference weighs in this place. Runs as the worker. */
export const linkageModel = async (tables: Tables): Promise<LinkageModel> => (await placeModel(tables)).model;
