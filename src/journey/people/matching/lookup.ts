// Finds people by the keys that a record from elsewhere has, before it is anybody's: for dry runs of imports. What is found is compared, never shown.
import type { Tables } from '../../../platform/web/context.ts';
import type { LinkageModel } from '../linkage/parameters.ts';
import { type PreparedPerson, prepare } from '../linkage/record.ts';
import { identityRecords, peopleWithAnyKey } from '../store.ts';
import { placeModel } from './learned-model.ts';

const mostCandidates = 50;

/** People who share a key with the record, those of rare keys first; without records that were linked to somebody else. Runs as the worker. */
export async function peopleWithKeys(tables: Tables, keys: readonly string[]): Promise<readonly PreparedPerson[]> {
  const people = await peopleWithAnyKey(tables, keys, mostCandidates);
  return (await identityRecords(tables, people)).map(prepare);
}

/** How much each agreement and difference weighs in this place. Runs as the worker. */
export const linkageModel = async (tables: Tables): Promise<LinkageModel> => (await placeModel(tables)).model;
