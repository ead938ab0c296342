// From a service as its publisher tells it to a row of the directory, with what it is searched by. A summary never takes away what a whole record said.
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import { confirmedFor } from './confirmed.ts';
import type { Directory, DirectoryOrigin, DirectoryService } from './model.ts';
import { referralSaid } from './searching.ts';

export const json = (value: unknown): string => JSON.stringify(value);

/** A record of a list of services: its publisher tells the rest on the service’s own page. What it does not say is not taken away. */
const isSummary = (service: DirectoryService, directory: Directory): boolean =>
  service.phones.length + service.contacts.length + service.areas.length + service.languages.length === 0 &&
  !directory.schedules.some(({ serviceId }) => serviceId === service.id) &&
  !directory.serviceAtLocations.some(({ serviceId }) => serviceId === service.id);

const groupBy = <Value>(values: readonly Value[], key: (value: Value) => string): ReadonlyMap<string, readonly Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const of = key(value);
    const there = groups.get(of);
    if (there) there.push(value);
    else groups.set(of, [value]);
  }
  return groups;
};

const withoutService = <Entry extends { readonly serviceId: string }>({ serviceId: _, ...rest }: Entry): Omit<Entry, 'serviceId'> => rest;

export type KnownRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly last_confirmed: LocalDate | null };

/** What is kept of these services already, by their id in the source. */
export async function knownServices(
  tables: Tables,
  sourceId: string,
  services: readonly DirectoryService[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const rows = await tables
    .selectFrom('directoryService')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('sourceKey', 'in', services.length > 0 ? services.map(({ id }) => id) : [''])
    .execute();
  return new Map(
    rows.map((row) => [
      row.sourceKey,
      {
        id: row.id,
        last_confirmed: row.lastConfirmed,
        name: row.name,
        status: row.status,
        alternate_name: row.alternateName,
        description: row.description,
        website: row.website,
        email: row.email,
        alert: row.alert,
        accreditations: row.accreditations,
        how_to_use: row.howToUse,
        referral: row.referral,
        wait_time: row.waitTime,
        languages: row.languages,
        areas: row.areas,
        funding: row.funding,
        phones: json(row.phones),
        contacts: json(row.contacts),
        eligibility: json(row.eligibility),
        cost: json(row.cost),
        capacity: json(row.capacity),
        organisation_id: row.organisationId,
        search_words: row.searchWords,
        area_words: row.areaWords,
      },
    ]),
  );
}

interface ServiceRows {
  readonly directory: Directory;
  readonly origin: DirectoryOrigin;
  readonly known: ReadonlyMap<string, KnownRow>;
  readonly organisationIds: ReadonlyMap<string, string>;
}

const unsaid = (value: unknown): boolean =>
  value === null || value === '' || value === '[]' || value === 'not stated' || (Array.isArray(value) && value.length === 0);

export function serviceRows({
  directory,
  origin,
  known,
  organisationIds,
}: ServiceRows): (service: DirectoryService) => Readonly<Record<string, unknown>> {
  const eligibility = groupBy(directory.eligibilities, ({ serviceId }) => serviceId);
  const cost = groupBy(directory.costAdvice, ({ serviceId }) => serviceId);
  const capacity = groupBy(directory.capacities, ({ serviceId }) => serviceId);
  const terms = new Map(directory.terms.map(({ id, name }) => [id, name]));
  const termLinks = groupBy(
    directory.termLinks.filter(({ of }) => of === 'service'),
    ({ ofId }) => ofId,
  );
  const organisations = new Map(directory.organisations.map((one) => [one.id, one.name]));
  const locations = new Map(directory.locations.map((one) => [one.id, one]));
  const at = groupBy(directory.serviceAtLocations, ({ serviceId }) => serviceId);
  return (service) => {
    const who = eligibility.get(service.id) ?? [];
    const addresses = (at.get(service.id) ?? []).flatMap(({ locationId }) => locations.get(locationId)?.addresses ?? []);
    const row = {
      organisation_id: organisationIds.get(service.organisationId ?? '') ?? null,
      name: service.name,
      alternate_name: service.alternateName ?? null,
      description: service.description ?? '',
      website: service.website ?? null,
      email: service.email ?? null,
      status: service.status,
      alert: service.alert ?? null,
      accreditations: service.accreditations ?? null,
      how_to_use: service.howToUse ?? null,
      referral: service.referral ?? referralSaid(service.howToUse),
      wait_time: service.waitTime ?? null,
      languages: service.languages,
      areas: service.areas,
      funding: service.funding,
      phones: json(service.phones),
      contacts: json(service.contacts),
      eligibility: json(who.map(withoutService)),
      cost: json((cost.get(service.id) ?? []).map(withoutService)),
      capacity: json((capacity.get(service.id) ?? []).map(withoutService)),
      last_confirmed: service.provenance.lastConfirmed ?? null,
      own: origin.own ?? false,
      confirm_every: service.confirmEvery ?? confirmedFor,
      search_words: [
        service.alternateName,
        organisations.get(service.organisationId ?? ''),
        service.description,
        service.howToUse,
        ...who.map(({ words }) => words),
        ...(termLinks.get(service.id) ?? []).map(({ termId }) => terms.get(termId)),
      ]
        .filter(Boolean)
        .join('\n'),
      area_words: [...service.areas, ...addresses.flatMap(({ town, county, postcode }) => [town, county, postcode])]
        .filter(Boolean)
        .join('\n'),
    };
    const before = known.get(service.id);
    if (!before || !isSummary(service, directory)) return row;
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, unsaid(value) && column in before ? before[column] : value]),
    );
  };
}
