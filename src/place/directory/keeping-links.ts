// Keeps what hangs on the records of a directory: schedules, taxonomies, and the terms that services are given.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { Directory } from './model.ts';
import { json } from './service-rows.ts';
import { upsert } from './upsert.ts';

/** Our ids of a source’s records of one table, by their keys there. */
export async function keysOf(
  tables: Tables,
  table: string,
  sourceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; sourceKey: string }>`
    select id, source_key as "sourceKey" from ${sql.table(table)} where source_id = ${sourceId} and source_key = any(${[...new Set(keys)]}::text[])`.execute(
    tables,
  );
  return new Map(rows.map(({ id, sourceKey }) => [sourceKey, id]));
}

interface Links {
  readonly sourceId: string;
  readonly directory: Directory;
  readonly from: (key: string) => { readonly id: string; readonly source_id: string; readonly source_key: string };
  readonly serviceIds: ReadonlyMap<string, string>;
  readonly locationIds: ReadonlyMap<string, string>;
  readonly placeIds: ReadonlyMap<string, string>;
}

/** The hours that the file gives for a service or location replace those it had from here. */
export async function keepSchedules(
  tables: Tables,
  { sourceId, directory, from, serviceIds, locationIds, placeIds }: Links,
): Promise<void> {
  const rows = directory.schedules
    .map((schedule) => ({
      ...from(schedule.id),
      service_id: serviceIds.get(schedule.serviceId ?? '') ?? null,
      location_id: locationIds.get(schedule.locationId ?? '') ?? null,
      service_at_location_id: placeIds.get(schedule.serviceAtLocationId ?? '') ?? null,
      rule: json(schedule),
    }))
    .filter((row) => row.service_id ?? row.location_id ?? row.service_at_location_id);
  await upsert(tables, 'directory_schedule', rows);
  const keys = rows.map((row) => row.source_key);
  for (const [column, ids] of [
    ['service_id', rows.flatMap((row) => row.service_id ?? [])],
    ['location_id', rows.flatMap((row) => (row.service_id ? [] : (row.location_id ?? [])))],
  ] as const)
    if (ids.length > 0)
      await sql`delete from directory_schedule where source_id = ${sourceId} and ${sql.ref(column)} = any(${[...new Set(ids)]}::uuid[])
        and not here and source_key <> all(${keys}::text[])`.execute(tables);
}

export async function keepTerms(
  tables: Tables,
  { directory, from, serviceIds }: Pick<Links, 'directory' | 'from' | 'serviceIds'>,
): Promise<void> {
  await upsert(
    tables,
    'directory_taxonomy',
    directory.taxonomies.map((one) => ({
      ...from(one.id),
      name: one.name,
      description: one.description ?? '',
      website: one.website ?? null,
      version: one.version ?? null,
    })),
  );
  const terms = await upsert(
    tables,
    'directory_term',
    directory.terms.map((one) => ({
      ...from(one.id),
      name: one.name,
      description: one.description ?? '',
      part_of: one.partOf ?? null,
      taxonomy: one.taxonomy ?? null,
      uri: one.uri ?? null,
      code: one.code ?? null,
    })),
  );
  const links = directory.termLinks.flatMap(({ of, ofId, termId }) => {
    const [serviceId, term] = [serviceIds.get(ofId), terms.ids.get(termId)];
    return of === 'service' && serviceId && term ? [{ serviceId, termId: term }] : [];
  });
  // What a service is no longer given is taken from it; a file that gives it nothing says nothing about that.
  const given = [...new Set(links.map(({ serviceId }) => serviceId))];
  if (given.length > 0)
    await sql`delete from directory_service_term held where service_id = any(${given}::uuid[])
      and not exists (select from unnest(${links.map(({ serviceId }) => serviceId)}::uuid[], ${links.map(({ termId }) => termId)}::uuid[]) as named (service, term)
        where named.service = held.service_id and named.term = held.term_id)`.execute(tables);
  for (let at = 0; at < links.length; at += 500)
    await tables
      .insertInto('directoryServiceTerm')
      .values(links.slice(at, at + 500))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
