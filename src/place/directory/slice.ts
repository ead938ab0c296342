// Some services of the directory with everything they point to, as one small directory whose ids are our own. What is published is made of it.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type {
  CostAdvice,
  Directory,
  DirectoryLocation,
  DirectoryOrganisation,
  DirectoryService,
  Eligibility,
  PublishedCapacity,
  Referral,
  Schedule,
  ServiceStatus,
  Taxonomy,
  TaxonomyTerm,
} from './model.ts';

type Row = Readonly<Record<string, unknown>>;

/** Without what nobody said, so that it is missing rather than empty. */
// Only keys with a value are left out; each caller names the type that its columns were written from.
const said = <Value>(row: Row): Value =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== '')) as Value;

const provenance = (row: { source: string; licence: string; id: string; fetchedAt: Date; lastConfirmed: string | null }) => ({
  source: row.source,
  sourceId: row.id,
  licence: row.licence,
  fetchedAt: row.fetchedAt.toISOString(),
  lastConfirmed: row.lastConfirmed ?? undefined,
});

/** Services that are not there are passed over. Order as asked. Hours are those that hold, whoever gave them. */
export async function sliceOf(tables: Tables, serviceIds: readonly string[]): Promise<Directory> {
  const ids = sql`any(${[...serviceIds]}::uuid[])`;
  const services = await tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .selectAll('s')
    .select(['source.name as source', 'source.licence'])
    .select(sql<string | null>`greatest(s.last_confirmed, s.confirmed_on)`.as('confirmed'))
    .where(sql<boolean>`s.id = ${ids}`)
    .execute();
  services.sort((one, other) => serviceIds.indexOf(one.id) - serviceIds.indexOf(other.id));
  const organisations = await tables
    .selectFrom('directoryOrganisation as o')
    .innerJoin('directorySource as source', 'source.id', 'o.sourceId')
    .selectAll('o')
    .select(['source.name as source', 'source.licence'])
    .where(sql<boolean>`o.id = any(${services.flatMap(({ organisationId }) => organisationId ?? [])}::uuid[])`)
    .execute();
  const places = await tables
    .selectFrom('directoryServiceAtLocation as at')
    .select(['at.id', 'at.serviceId', 'at.locationId', 'at.description'])
    .where(sql<boolean>`at.service_id = ${ids}`)
    .orderBy('at.id')
    .execute();
  const locations = await tables
    .selectFrom('directoryLocation as l')
    .innerJoin('directorySource as source', 'source.id', 'l.sourceId')
    .selectAll('l')
    .select(['source.name as source', 'source.licence'])
    .where(sql<boolean>`l.id = any(${places.map(({ locationId }) => locationId)}::uuid[])`)
    .execute();
  const hours = await tables
    .selectFrom('directoryHours as hours')
    .select(['hours.serviceId', 'hours.id', 'hours.rule'])
    .where(sql<boolean>`hours.service_id = ${ids}`)
    .orderBy('hours.id')
    .execute();
  const terms = await tables
    .selectFrom('directoryServiceTerm as given')
    .innerJoin('directoryTerm as term', 'term.id', 'given.termId')
    .select(['given.serviceId', 'given.termId'])
    .where(sql<boolean>`given.service_id = ${ids}`)
    .orderBy('given.termId')
    .execute();
  const vocabulary = await vocabularyOf(tables, [...new Set(terms.map(({ termId }) => termId))]);
  return {
    services: services.map((row) =>
      said<DirectoryService>({
        id: row.id,
        organisationId: row.organisationId,
        name: row.name,
        alternateName: row.alternateName,
        description: row.description,
        website: row.website,
        email: row.email,
        status: row.status as ServiceStatus, // checked by the table
        referral: (row.referral as Referral) === 'not stated' ? undefined : row.referral,
        alert: row.alert,
        accreditations: row.accreditations,
        howToUse: row.howToUse,
        waitTime: row.waitTime,
        languages: row.languages,
        areas: row.areas,
        funding: row.funding,
        phones: row.phones,
        contacts: row.contacts,
        provenance: provenance({ ...row, lastConfirmed: row.confirmed }),
      }),
    ),
    organisations: organisations.map((row) =>
      said<DirectoryOrganisation>({
        id: row.id,
        name: row.name,
        description: row.description,
        email: row.email,
        website: row.website,
        identifiers: row.identifiers,
        provenance: provenance(row),
      }),
    ),
    locations: locations.map((row) =>
      said<DirectoryLocation>({
        id: row.id,
        name: row.name,
        description: row.description,
        kind: row.kind,
        latitude: row.latitude,
        longitude: row.longitude,
        transport: row.transport,
        addresses: row.addresses,
        accessibility: row.accessibility,
        phones: row.phones,
        provenance: provenance(row),
      }),
    ),
    serviceAtLocations: places.map(({ description, ...at }) => ({ ...at, ...(description ? { description } : {}) })),
    schedules: hours.flatMap(({ serviceId, id, rule }) => {
      if (serviceId === null || id === null) return [];
      const { serviceAtLocationId: _, locationId: __, ...kept } = rule as unknown as Schedule; // written by keepSchedules only
      return [{ ...kept, id, serviceId }];
    }),
    ...vocabulary,
    termLinks: terms.map(({ serviceId, termId }) => ({ of: 'service', ofId: serviceId, termId })),
    // The JSON columns are written from records of these shapes only.
    eligibilities: services.flatMap(({ id, eligibility }) =>
      (eligibility as unknown as readonly Omit<Eligibility, 'serviceId'>[]).map((one) => ({ serviceId: id, ...one })),
    ),
    costAdvice: services.flatMap(({ id, cost }) =>
      (cost as unknown as readonly Omit<CostAdvice, 'serviceId'>[]).map((one) => ({ serviceId: id, ...one })),
    ),
    capacities: services.flatMap(({ id, capacity }) =>
      (capacity as unknown as readonly Omit<PublishedCapacity, 'serviceId'>[]).map((one) => ({ serviceId: id, ...one })),
    ),
  };
}

/** Terms by id, with their taxonomies; wider terms of theirs only where we have them. */
export async function vocabularyOf(tables: Tables, termIds: readonly string[]): Promise<Pick<Directory, 'terms' | 'taxonomies'>> {
  const terms = await tables
    .selectFrom('directoryTerm as term')
    .leftJoin('directoryTerm as wider', (join) =>
      join.onRef('wider.sourceId', '=', 'term.sourceId').onRef('wider.sourceKey', '=', 'term.partOf'),
    )
    .select(['term.id', 'term.name', 'term.description', 'wider.id as partOf', 'term.taxonomy', 'term.uri', 'term.code', 'term.sourceId'])
    .where(sql<boolean>`term.id = any(${[...termIds]}::uuid[])`)
    .orderBy('term.name')
    .orderBy('term.id')
    .execute();
  const taxonomies = await tables
    .selectFrom('directoryTaxonomy as taxonomy')
    .select(['taxonomy.id', 'taxonomy.name', 'taxonomy.description', 'taxonomy.website', 'taxonomy.version'])
    .where(
      sql<boolean>`exists (select from directory_term term where term.id = any(${[...termIds]}::uuid[])
        and term.source_id = taxonomy.source_id and term.taxonomy = taxonomy.name)`,
    )
    .orderBy('taxonomy.name')
    .execute();
  return {
    terms: terms.map(({ sourceId: _, ...term }) => said<TaxonomyTerm>(term)),
    taxonomies: taxonomies.map((one) => said<Taxonomy>(one)),
  };
}
