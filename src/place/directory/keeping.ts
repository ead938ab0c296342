// Keeps what a directory publishes: each record found again by its source and its id there, so that importing twice changes nothing.
// What a person should look at (an older entry, a link to nothing, a service listed twice) is reported, never guessed away.
import { sql } from 'kysely';
import type { Identify } from '../../platform/identifiers.ts';
import { listed } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type Editable, editableWords } from './editing.ts';
import { publisherSays } from './edits.ts';
import { asPublished, besideEdits, editsByService, partsThatDiffer, publishedHours } from './keeping-edits.ts';
import { keepSchedules, keepTerms, keysOf } from './keeping-links.ts';
import type { Directory, DirectoryChange, DirectoryConflict, DirectoryOrigin, FieldConflict, KeptDirectory } from './model.ts';
import { sameText } from './same-text.ts';
import { json, knownServices, serviceRows } from './service-rows.ts';
import { type SourceRow, upsert } from './upsert.ts';

const mostChanges = 1000;

/** Runs as the worker, in the caller’s transaction. */
export async function keepDirectory(
  tables: Tables,
  identify: Identify,
  directory: Directory,
  origin: DirectoryOrigin,
): Promise<KeptDirectory> {
  const conflicts: DirectoryConflict[] = [];
  const { id: sourceId } = await tables
    .insertInto('directorySource')
    .values({
      id: identify(),
      address: origin.address,
      name: origin.name,
      licence: origin.licence,
      own: origin.own ?? false,
      shared: origin.shared ?? origin.own ?? false,
      fetchedAt: origin.fetchedAt,
    })
    .onConflict((conflict) =>
      conflict.column('address').doUpdateSet({
        name: origin.name,
        licence: origin.licence,
        fetchedAt: origin.fetchedAt,
        ...(origin.shared === undefined ? {} : { shared: origin.shared }),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  const from = (key: string) => ({ id: identify(), source_id: sourceId, source_key: key });
  const fetched = { fetched_at: origin.fetchedAt };

  const organisations = await upsert(
    tables,
    'directory_organisation',
    directory.organisations.map((one) => ({
      ...from(one.id),
      name: one.name,
      description: one.description ?? '',
      email: one.email ?? null,
      website: one.website ?? null,
      identifiers: json(one.identifiers),
      last_confirmed: one.provenance.lastConfirmed ?? null,
      ...fetched,
    })),
  );
  const locations = await upsert(
    tables,
    'directory_location',
    directory.locations.map((one) => ({
      ...from(one.id),
      name: one.name ?? '',
      description: one.description ?? '',
      kind: one.kind,
      latitude: one.latitude ?? null,
      longitude: one.longitude ?? null,
      transport: one.transport ?? '',
      addresses: json(one.addresses),
      accessibility: one.accessibility,
      phones: json(one.phones),
      last_confirmed: one.provenance.lastConfirmed ?? null,
      ...fetched,
    })),
  );
  const told = await knownServices(tables, sourceId, directory.services);
  const edits = await editsByService(
    tables,
    [...told.values()].map(({ id }) => id),
  );
  // What is known of a publisher is what it said, not what was changed here.
  const known = new Map([...told].map(([key, row]) => [key, asPublished(row, edits.get(row.id) ?? [])]));
  const hoursBefore = await publishedHours(
    tables,
    [...told.values()].map(({ id }) => id),
  );
  const fields: FieldConflict[] = [];
  const changes: DirectoryChange[] = [];
  const newer = directory.services.filter(({ id, provenance }) => {
    const kept = known.get(id)?.last_confirmed;
    return kept && provenance.lastConfirmed && kept > provenance.lastConfirmed;
  });
  for (const { id, name, provenance } of newer)
    conflicts.push({
      kind: 'ours is newer',
      name,
      words: `The file’s entry was confirmed on ${saidDate(provenance.lastConfirmed ?? '')}, ours on ${saidDate(known.get(id)?.last_confirmed ?? '')}. We kept ours.`,
    });
  const organisationIds = new Map([
    ...(await keysOf(
      tables,
      'directory_organisation',
      sourceId,
      directory.services.flatMap((one) => one.organisationId ?? []),
    )),
    ...organisations.ids,
  ]);
  const rowOf = serviceRows({ directory, origin, known, organisationIds });
  const rows: SourceRow[] = [];
  const partsChanged = new Map<string, readonly string[]>();
  for (const service of directory.services) {
    if (service.organisationId !== undefined && !organisationIds.has(service.organisationId))
      conflicts.push({
        kind: 'points nowhere',
        name: service.name,
        words: 'It names an organisation that is not in the directory. It stands without one.',
      });
    if (newer.includes(service)) continue;
    const row = { ...from(service.id), ...rowOf(service), ...fetched };
    const before = known.get(service.id);
    rows.push(
      before
        ? await besideEdits({ tables, identify, origin, key: service.id, before, edits: edits.get(before.id) ?? [], fields }, row)
        : row,
    );
    if (!before) changes.push({ kind: 'new', name: service.name, parts: [] });
    else partsChanged.set(service.id, partsThatDiffer(before, row));
  }
  const services = await upsert(tables, 'directory_service', rows);
  const serviceIds = new Map([...(await keysOf(tables, 'directory_service', sourceId, namedServices(directory))), ...services.ids]);
  const locationIds = new Map([
    ...(await keysOf(
      tables,
      'directory_location',
      sourceId,
      directory.serviceAtLocations.map((one) => one.locationId),
    )),
    ...locations.ids,
  ]);

  const reachable = directory.serviceAtLocations.filter(
    ({ serviceId, locationId }) => serviceIds.has(serviceId) && locationIds.has(locationId),
  );
  for (const one of directory.serviceAtLocations)
    if (!reachable.includes(one))
      conflicts.push({
        kind: 'points nowhere',
        name: one.id,
        words: 'It names a service or a location that is not in the directory. It was left out.',
      });
  const places = await upsert(
    tables,
    'directory_service_at_location',
    reachable.map((one) => ({
      ...from(one.id),
      service_id: serviceIds.get(one.serviceId),
      location_id: locationIds.get(one.locationId),
      description: one.description ?? '',
    })),
  );
  await keepSchedules(tables, { sourceId, directory, from, serviceIds, locationIds, placeIds: places.ids });
  await keepTerms(tables, { directory, from, serviceIds });
  const hoursNow = await publishedHours(tables, [...hoursBefore.keys()]);
  for (const service of directory.services) {
    const id = known.get(service.id)?.id;
    if (id === undefined) continue;
    const hours = hoursNow.get(id) ?? [];
    const edit = edits.get(id)?.find(({ field }) => field === 'hours');
    const differ = sameText(hours) !== sameText(hoursBefore.get(id) ?? []);
    if (edit && (await publisherSays(tables, identify, id, edit, hours, origin.choices?.get(`${service.id} hours`))))
      fields.push({ key: service.id, name: service.name, field: 'hours', ours: edit.ours, theirs: hours });
    const parts = [...(partsChanged.get(service.id) ?? []), ...(differ ? ['hours'] : [])];
    if (parts.length > 0) changes.push({ kind: 'changed', name: service.name, parts });
  }
  for (const { name, field } of fields)
    conflicts.push({
      kind: 'changed here too',
      name,
      words: `${editableWords[field as Editable]} was changed here and by its publisher. Ours holds until somebody chooses.`,
    });
  const gone = origin.complete ? await withdrawOthers(tables, sourceId, directory) : [];
  for (const name of gone) changes.push({ kind: 'gone', name, parts: [] });
  conflicts.push(...(await listedTwice(tables, [...services.ids.values()])));
  return {
    added: services.added,
    changed: services.changed,
    unchanged: directory.services.length - services.added - services.changed,
    withdrawn: gone.length,
    conflicts,
    changes: changes.slice(0, mostChanges),
    fields,
  };
}

const namedServices = ({ serviceAtLocations, schedules, termLinks }: Directory): readonly string[] => [
  ...serviceAtLocations.map(({ serviceId }) => serviceId),
  ...schedules.flatMap(({ serviceId }) => serviceId ?? []),
  ...termLinks.filter(({ of }) => of === 'service').map(({ ofId }) => ofId),
];

/** Entries of a complete source that are no longer in it are kept and not listed. */
async function withdrawOthers(tables: Tables, sourceId: string, { services }: Directory): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    update directory_service set status = 'defunct' where source_id = ${sourceId} and status <> 'defunct' and source_key <> all(${services.map(({ id }) => id)}::text[])
    returning name`.execute(tables);
  return rows.map(({ name }) => name);
}

/** Entries of another source that seem to be the same service: the same name, and the same organisation or telephone. */
async function listedTwice(tables: Tables, ids: readonly string[]): Promise<readonly DirectoryConflict[]> {
  const { rows } = await sql<{ name: string; sources: string[] }>`
    select ours.name, array_agg(distinct source.name order by source.name) as sources
    from directory_service ours
    join directory_service other on other.list_name = ours.list_name and other.source_id <> ours.source_id and other.listed
    join directory_source source on source.id = other.source_id
    left join directory_organisation ours_by on ours_by.id = ours.organisation_id
    left join directory_organisation other_by on other_by.id = other.organisation_id
    where ours.id = any(${ids}::uuid[]) and (lower(ours_by.name) = lower(other_by.name) or exists (
      select from jsonb_array_elements(ours.phones) one join jsonb_array_elements(other.phones) two
      on right(regexp_replace(one->>'number', '\D', '', 'g'), 9) = right(regexp_replace(two->>'number', '\D', '', 'g'), 9)
      where length(regexp_replace(one->>'number', '\D', '', 'g')) > 8))
    group by ours.id, ours.name order by ours.name limit 200`.execute(tables);
  return rows.map(({ name, sources }) => ({
    kind: 'listed twice',
    name,
    words: `It seems to stand in ${listed(sources)} as well. Both are shown.`,
  }));
}
