// From our records of a directory to what Open Referral UK 3.0 publishes: summaries for lists, and one record whole. Pure.
// Where the standard asks for a field that nobody filled in, it stays empty: nothing is made up.
import type {
  Directory,
  DirectoryLocation,
  DirectoryOrganisation,
  DirectoryService,
  ServiceAtLocation,
  Taxonomy,
  TaxonomyTerm,
} from '../../place/directory/model.ts';
import { referralSaid } from '../../place/directory/searching.ts';
import { address, capacity, contact, eligibilityEntry, partId, phone, publishedSchedule } from './publish-parts.ts';
import { type Json, said } from './values.ts';

const referralWords = { needed: 'You need to be referred: referral needed.', 'not needed': 'No referral needed.' } as const;

/** How to use it, with whether one must be referred where the publisher’s own words do not say. */
function applicationProcess({ howToUse, referral }: DirectoryService): string | undefined {
  if (referral === undefined || referralSaid(howToUse) === referral) return howToUse;
  return [referralWords[referral], howToUse].filter(Boolean).join(' ');
}

const groupBy = <Value>(values: readonly Value[], key: (value: Value) => string | undefined): ReadonlyMap<string, readonly Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const of = key(value);
    if (of !== undefined) groups.set(of, [...(groups.get(of) ?? []), value]);
  }
  return groups;
};

export interface Published {
  readonly serviceSummary: (service: DirectoryService) => Json;
  readonly serviceWhole: (service: DirectoryService) => Json;
  readonly organisationSummary: (organisation: DirectoryOrganisation) => Json;
  /** With all its services whole. */
  readonly organisationWhole: (organisation: DirectoryOrganisation) => Json;
  readonly serviceAtLocationSummary: (at: ServiceAtLocation) => Json;
  readonly serviceAtLocationWhole: (at: ServiceAtLocation) => Json;
  readonly taxonomy: (taxonomy: Taxonomy) => Json;
  readonly taxonomyWhole: (taxonomy: Taxonomy) => Json;
  readonly term: (term: TaxonomyTerm) => Json;
}

/** `directory` holds everything that the records to publish point to; ids are those under which they are published. */
export function published(directory: Directory): Published {
  const organisations = new Map(directory.organisations.map((one) => [one.id, one]));
  const services = new Map(directory.services.map((one) => [one.id, one]));
  const locations = new Map(directory.locations.map((one) => [one.id, one]));
  const terms = new Map(directory.terms.map((one) => [one.id, one]));
  const taxonomyIds = new Map(directory.taxonomies.map(({ id, name }) => [name, id]));
  const termsOf = groupBy(directory.termLinks, ({ of, ofId }) => `${of} ${ofId}`);
  const eligibilities = groupBy(directory.eligibilities, ({ serviceId }) => serviceId);
  const costs = groupBy(directory.costAdvice, ({ serviceId }) => serviceId);
  const capacities = groupBy(directory.capacities, ({ serviceId }) => serviceId);
  const placesOf = groupBy(directory.serviceAtLocations, ({ serviceId }) => serviceId);
  const hoursOf = groupBy(directory.schedules, ({ serviceId, serviceAtLocationId }) => serviceAtLocationId ?? serviceId);
  const hoursAt = groupBy(directory.schedules, ({ serviceId, locationId }) => (serviceId === undefined ? locationId : undefined));
  const some = <Value>(list: readonly Value[] | undefined, publish: (value: Value, at: number) => Json): readonly Json[] | undefined =>
    list !== undefined && list.length > 0 ? list.map(publish) : undefined;

  const term = ({ id, name, description, partOf, taxonomy, uri, code }: TaxonomyTerm): Json =>
    said({
      id,
      name,
      description: description ?? '',
      parent_id: partOf,
      taxonomy,
      taxonomy_id: taxonomyIds.get(taxonomy ?? ''),
      term_uri: uri,
      term: code,
    });
  const attributes = (of: string, id: string): readonly Json[] | undefined =>
    some(termsOf.get(`${of} ${id}`), ({ termId }) => {
      const known = terms.get(termId);
      return said({
        id: partId(id, 'term', termId),
        link_id: id,
        taxonomy_term_id: termId,
        link_type: of === 'organisation' ? 'organization' : of,
        taxonomy_term: known && term(known),
      });
    });
  const organisationSummary = (one: DirectoryOrganisation): Json =>
    said({
      id: one.id,
      name: one.name,
      description: one.description ?? '',
      email: one.email,
      website: one.website,
      parent_organization_id: one.partOf,
    });
  const organisationRecord = (one: DirectoryOrganisation): Json =>
    said({
      ...organisationSummary(one),
      organization_identifiers: some(one.identifiers, ({ scheme, identifier }, at) => ({
        id: partId(one.id, 'identifier', at),
        organization_id: one.id,
        identifier_type: scheme,
        identifier,
      })),
      attributes: attributes('organisation', one.id),
    });
  const serviceOwn = (service: DirectoryService): Json => {
    const [who] = eligibilities.get(service.id) ?? [];
    return said({
      id: service.id,
      organization_id: service.organisationId,
      name: service.name,
      alternate_name: service.alternateName,
      description: service.description,
      url: service.website,
      email: service.email,
      status: service.status === 'not stated' ? 'active' : service.status,
      application_process: applicationProcess(service),
      wait_time: service.waitTime,
      fees: costs.get(service.id)?.find(({ words }) => words !== undefined)?.words,
      accreditations: service.accreditations,
      minimum_age: who?.minimumAge,
      maximum_age: who?.maximumAge,
      eligibility_description: who?.words,
      assured_date: service.provenance.lastConfirmed,
      alert: service.alert,
    });
  };
  const by = (service: DirectoryService, publish: (one: DirectoryOrganisation) => Json): Json | undefined => {
    const organisation = organisations.get(service.organisationId ?? '');
    return organisation && publish(organisation);
  };
  const location = (one: DirectoryLocation, whole: boolean): Json =>
    said({
      id: one.id,
      location_type: one.kind === 'not stated' ? 'physical' : one.kind,
      name: one.name,
      description: one.description,
      latitude: one.latitude,
      longitude: one.longitude,
      ...(whole
        ? {
            transportation: one.transport,
            addresses: some(one.addresses, address(one.id)),
            accessibility: some(one.accessibility, (description, at) => ({
              id: partId(one.id, 'access', at),
              location_id: one.id,
              description,
            })),
            phones: some(one.phones, phone(one.id)),
            schedules: some(hoursAt.get(one.id), publishedSchedule),
            attributes: attributes('location', one.id),
          }
        : {}),
    });
  const place = (at: ServiceAtLocation, whole: boolean): Json => {
    const there = locations.get(at.locationId);
    return said({
      id: at.id,
      service_id: at.serviceId,
      location_id: at.locationId,
      description: at.description,
      location: there && location(there, whole),
      ...(whole ? { schedules: some(hoursOf.get(at.id), publishedSchedule) } : {}),
    });
  };
  const serviceParts = (service: DirectoryService): Json => {
    const { id } = service;
    const who = eligibilities.get(id) ?? [];
    return said({
      ...serviceOwn(service),
      organization: by(service, organisationRecord),
      phones: some(service.phones, phone(id)),
      contacts: some(service.contacts, contact(id)),
      languages: some(service.languages, (name, at) => ({ id: partId(id, 'language', at), service_id: id, name })),
      service_areas: some(service.areas, (name, at) => ({ id: partId(id, 'area', at), service_id: id, name })),
      funding: some(service.funding, (source, at) => ({ id: partId(id, 'funding', at), service_id: id, source })),
      eligibilities: some(who.slice(1), eligibilityEntry),
      cost_options: some(
        costs.get(id)?.filter(({ words }) => words === undefined),
        ({ option, amount, currency, amountWords, validFrom, validTo }, at) =>
          said({
            id: partId(id, 'cost', at),
            service_id: id,
            valid_from: validFrom,
            valid_to: validTo,
            option,
            amount,
            currency,
            amount_description: amountWords,
          }),
      ),
      capacities: some(capacities.get(id), capacity),
      schedules: some(hoursOf.get(id), publishedSchedule),
      attributes: attributes('service', id),
    });
  };
  const serviceWhole = (service: DirectoryService): Json =>
    said({ ...serviceParts(service), service_at_locations: some(placesOf.get(service.id), (at) => place(at, true)) });
  const serviceSummary = (service: DirectoryService): Json =>
    said({ ...serviceOwn(service), organization: by(service, organisationSummary) });
  const withService = (at: ServiceAtLocation, whole: boolean, publish: (service: DirectoryService) => Json): Json => {
    const service = services.get(at.serviceId);
    return said({ ...place(at, whole), service: service && publish(service) });
  };
  const taxonomy = ({ id, name, description, website, version }: Taxonomy): Json =>
    said({ id, name, description: description ?? '', uri: website, version });
  return {
    serviceSummary,
    serviceWhole,
    organisationSummary,
    organisationWhole: (one) =>
      said({
        ...organisationRecord(one),
        services: some(
          directory.services.filter(({ organisationId }) => organisationId === one.id),
          serviceWhole,
        ),
      }),
    serviceAtLocationSummary: (at) => withService(at, false, serviceSummary),
    serviceAtLocationWhole: (at) => withService(at, true, serviceParts),
    taxonomy,
    taxonomyWhole: (one) =>
      said({
        ...taxonomy(one),
        taxonomy_terms: some(
          directory.terms.filter(({ taxonomy: name }) => name === one.name),
          term,
        ),
      }),
    term,
  };
}
