// Reads what an Open Referral UK directory publishes (version 3, and the field names of version 1) into our directory records.
// Tolerant by design: a field that does not fit is left out with a fault; a record without id or name is left out; nothing throws.

import type {
  CostAdvice,
  Directory,
  DirectoryLocation,
  DirectoryOrganisation,
  DirectoryService,
  Eligibility,
  Provenance,
  PublishedCapacity,
  Schedule,
  ServiceAtLocation,
  Taxonomy,
  TaxonomyTerm,
  TermLink,
} from '../../place/directory/model.ts';
import { type Fault, failure, type Result, success } from '../../platform/problem.ts';
import { merged } from './merge.ts';
import { readAddress, readContacts, readPhones } from './read-parts.ts';
import { readCapacities, readCosts, readEligibilities } from './read-service-parts.ts';
import { type Kind, kindOf, pageLists } from './recognise.ts';
import { readSchedule, type ScheduleOf } from './schedule.ts';
import {
  day,
  emailAddress,
  Faults,
  FieldReader,
  identifier,
  isObject,
  latitude,
  longitude,
  oneOf,
  said,
  text,
  webAddress,
} from './values.ts';

export interface DirectorySource {
  readonly url: string;
  readonly licence: string;
  /** ISO instant, from the caller's clock. */
  readonly fetchedAt: string;
}

export interface ReadDirectory extends Directory {
  /** Where in the JSON, and what is wrong there. The first 500. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

class DirectoryReader {
  readonly faults = new Faults();
  readonly #source: DirectorySource;
  readonly #organisations = new Map<string, DirectoryOrganisation>();
  readonly #services = new Map<string, DirectoryService>();
  readonly #locations = new Map<string, DirectoryLocation>();
  readonly #serviceAtLocations = new Map<string, ServiceAtLocation>();
  readonly #schedules = new Map<string, Schedule>();
  readonly #taxonomies = new Map<string, Taxonomy>();
  readonly #terms = new Map<string, TaxonomyTerm>();
  readonly #termLinks = new Map<string, TermLink>();
  readonly #eligibilities = new Map<string, Eligibility>();
  readonly #costAdvice = new Map<string, CostAdvice>();
  readonly #capacities = new Map<string, PublishedCapacity>();

  constructor(source: DirectorySource) {
    this.#source = source;
  }

  get records(): Directory {
    return {
      organisations: [...this.#organisations.values()],
      services: [...this.#services.values()],
      locations: [...this.#locations.values()],
      serviceAtLocations: [...this.#serviceAtLocations.values()],
      schedules: [...this.#schedules.values()],
      taxonomies: [...this.#taxonomies.values()],
      terms: [...this.#terms.values()],
      termLinks: [...this.#termLinks.values()],
      eligibilities: [...this.#eligibilities.values()],
      costAdvice: [...this.#costAdvice.values()],
      capacities: [...this.#capacities.values()],
    };
  }

  /** A page, a list of pages or records, or one record. */
  readAny(json: unknown, place: string, depth = 0): void {
    if (Array.isArray(json) && depth < 3) {
      json.forEach((item: unknown, at) => {
        this.readAny(item, `${place}[${at}]`, depth + 1);
      });
      return;
    }
    if (!isObject(json)) {
      this.faults.add(place, 'Should be a page, a list or a record of a directory.');
      return;
    }
    const list = pageLists.find((name) => Object.hasOwn(json, name) && Array.isArray(json[name]));
    if (list !== undefined && depth < 3) {
      this.readAny(json[list], `${place}.${list}`, depth + 1);
      return;
    }
    const from = new FieldReader(json, place, this.faults);
    if (from.has('openapi_url', 'openapi')) return;
    if (from.has('$schema', 'properties')) {
      this.faults.add(place, 'Describes the format and holds no services.');
      return;
    }
    const kind = kindOf(from);
    if (kind === undefined) this.faults.add(place, 'Is no record that a directory of services has.');
    else this.#readers[kind](from);
  }

  readonly #readers: Readonly<Record<Kind, (from: FieldReader) => unknown>> = {
    'service at location': (from) => this.#serviceAtLocation(from, undefined),
    service: (from) => this.#service(from, undefined),
    'taxonomy term': (from) => this.#term(from),
    taxonomy: (from) => this.#taxonomy(from),
    location: (from) => this.#location(from),
    organisation: (from) => this.#organisation(from),
  };

  #provenance(sourceId: string, from: FieldReader): Provenance {
    const lastConfirmed = [from.optional(day, 'assured_date'), from.optional(day, 'last_modified', 'last_updated')]
      .filter((date) => date !== undefined)
      .sort()
      .at(-1);
    return { source: this.#source.url, sourceId, licence: this.#source.licence, fetchedAt: this.#source.fetchedAt, lastConfirmed };
  }

  #organisation(from: FieldReader): string | undefined {
    const id = from.required(identifier, 'id');
    const name = from.required(text, 'name');
    if (id === undefined || name === undefined) return id;
    const organisation: DirectoryOrganisation = said({
      id,
      name,
      description: from.optional(text, 'description'),
      email: from.optional(emailAddress, 'email'),
      website: from.optional(webAddress, 'website', 'url'),
      partOf: from.optional(identifier, 'parent_organization_id'),
      identifiers: from.list('organization_identifiers').flatMap((entry) => {
        const value = entry.required(text, 'identifier');
        return value === undefined
          ? []
          : [{ scheme: entry.optional(text, 'identifier_type', 'identifier_scheme') ?? 'not stated', identifier: value }];
      }),
      provenance: this.#provenance(id, from),
    });
    this.#organisations.set(id, merged(this.#organisations.get(id), organisation));
    this.#termsOf(from, 'organisation', id);
    for (const service of from.list('services')) this.#service(service, id);
    return id;
  }

  #service(from: FieldReader, organisationId: string | undefined): string | undefined {
    const id = from.required(identifier, 'id');
    const name = from.required(text, 'name');
    if (id === undefined || name === undefined) return undefined;
    const organisation = from.object('organization');
    const service: DirectoryService = said({
      id,
      organisationId:
        (organisation === undefined ? undefined : this.#organisation(organisation)) ??
        from.optional(identifier, 'organization_id') ??
        organisationId,
      name,
      alternateName: from.optional(text, 'alternate_name'),
      description: from.optional(text, 'description'),
      website: from.optional(webAddress, 'url'),
      email: from.optional(emailAddress, 'email'),
      status: from.required(oneOf('active', 'inactive', 'defunct', 'temporarily closed'), 'status') ?? 'not stated',
      alert: from.optional(text, 'alert'),
      accreditations: from.optional(text, 'accreditations'),
      howToUse: from.optional(text, 'application_process'),
      waitTime: from.optional(text, 'wait_time'),
      languages: from.list('languages').flatMap((language) => language.optional(text, 'name', 'language', 'code') ?? []),
      areas: from.list('service_areas').flatMap((area) => area.optional(text, 'name', 'service_area', 'extent') ?? []),
      funding: from.list('funding', 'fundings').flatMap((funding) => funding.optional(text, 'source') ?? []),
      phones: readPhones(from),
      contacts: readContacts(from),
      provenance: this.#provenance(id, from),
    });
    this.#services.set(id, merged(this.#services.get(id), service));
    this.#termsOf(from, 'service', id);
    for (const [key, eligibility] of readEligibilities(from, id))
      this.#eligibilities.set(key, key === id ? merged(this.#eligibilities.get(key), eligibility) : eligibility);
    for (const [key, advice] of readCosts(from, id)) this.#costAdvice.set(key, advice);
    for (const [key, capacity] of readCapacities(from, id)) this.#capacities.set(key, capacity);
    this.#schedulesOf(from, { serviceId: id });
    for (const at of from.list('service_at_locations')) this.#serviceAtLocation(at, id);
    return id;
  }

  #schedulesOf(from: FieldReader, of: ScheduleOf): void {
    for (const entry of from.list('schedules', 'regular_schedules', 'regular_schedule')) this.#schedule(entry, of, false);
    for (const entry of from.list('holiday_schedules', 'holiday_schedule'))
      this.#schedule(entry, of, entry.optional(text, 'closed') !== 'false');
  }

  #schedule(entry: FieldReader, of: ScheduleOf, shut: boolean): void {
    const schedule = readSchedule(entry, of, shut);
    if (schedule !== undefined) this.#schedules.set(schedule.id, merged(this.#schedules.get(schedule.id), schedule));
  }

  #location(from: FieldReader): string | undefined {
    const id = from.required(identifier, 'id');
    if (id === undefined) return undefined;
    const location: DirectoryLocation = said({
      id,
      name: from.optional(text, 'name'),
      description: from.optional(text, 'description'),
      kind: from.optional(oneOf('physical', 'postal', 'virtual'), 'location_type') ?? 'not stated',
      latitude: from.optional(latitude, 'latitude'),
      longitude: from.optional(longitude, 'longitude'),
      transport: from.optional(text, 'transportation'),
      addresses: from.list('addresses', 'physical_addresses').map((address) => readAddress(address)),
      accessibility: from
        .list('accessibility', 'accessibility_for_disabilities')
        .flatMap((entry) => entry.optional(text, 'description', 'accessibility', 'details') ?? []),
      phones: readPhones(from),
      provenance: this.#provenance(id, from),
    });
    // Half a position is no position.
    const { latitude: north, longitude: east, ...rest } = location;
    this.#locations.set(id, merged(this.#locations.get(id), north === undefined || east === undefined ? rest : location));
    this.#termsOf(from, 'location', id);
    this.#schedulesOf(from, { locationId: id });
    return id;
  }

  #serviceAtLocation(from: FieldReader, service: string | undefined): void {
    const id = from.required(identifier, 'id');
    const nested = from.object('service');
    const serviceId =
      (nested === undefined ? undefined : this.#service(nested, undefined)) ?? from.optional(identifier, 'service_id') ?? service;
    const place = from.object('location');
    const locationId = (place === undefined ? undefined : this.#location(place)) ?? from.optional(identifier, 'location_id');
    if (id === undefined) return;
    if (serviceId === undefined || locationId === undefined) {
      this.faults.add(from.place, 'Should name a service and a location.');
      return;
    }
    this.#serviceAtLocations.set(
      id,
      merged(this.#serviceAtLocations.get(id), said({ id, serviceId, locationId, description: from.optional(text, 'description') })),
    );
    this.#schedulesOf(from, { serviceAtLocationId: id, serviceId, locationId });
  }

  #taxonomy(from: FieldReader): void {
    const id = from.required(identifier, 'id');
    const name = from.required(text, 'name');
    if (id === undefined || name === undefined) return;
    const taxonomy = said({
      id,
      name,
      description: from.optional(text, 'description'),
      website: from.optional(webAddress, 'uri'),
      version: from.optional(text, 'version'),
    });
    this.#taxonomies.set(id, merged(this.#taxonomies.get(id), taxonomy));
    for (const term of from.list('taxonomy_terms')) this.#term(term);
  }

  #term(from: FieldReader): string | undefined {
    const id = from.required(identifier, 'id');
    const name = from.required(text, 'name');
    if (id === undefined || name === undefined) return undefined;
    const term: TaxonomyTerm = said({
      id,
      name,
      description: from.optional(text, 'description'),
      partOf: from.optional(identifier, 'parent_id'),
      taxonomy: from.optional(text, 'taxonomy', 'vocabulary'),
      uri: from.optional(webAddress, 'term_uri'),
      code: from.optional(text, 'code', 'term'),
    });
    this.#terms.set(id, merged(this.#terms.get(id), term));
    return id;
  }

  #termsOf(from: FieldReader, of: TermLink['of'], ofId: string): void {
    for (const attribute of from.list('attributes', 'service_taxonomys', 'service_taxonomies')) {
      const nested = attribute.object('taxonomy_term', 'taxonomy');
      const termId = (nested === undefined ? undefined : this.#term(nested)) ?? attribute.optional(identifier, 'taxonomy_term_id');
      if (termId !== undefined) this.#termLinks.set(`${of} ${ofId} ${termId}`, { of, ofId, termId });
    }
  }
}

/** `json` is one answer of a directory's interface, parsed, or a list of answers (pages). Refused only when nothing at all could be read from it. */
export function readDirectory(json: unknown, source: DirectorySource): Result<ReadDirectory> {
  const reader = new DirectoryReader(source);
  reader.readAny(json, '$');
  const { records, faults } = reader;
  if (faults.count > 0 && Object.values(records).every((list) => list.length === 0)) {
    return failure({
      status: 422,
      title: 'No services could be read',
      detail: 'Check that the address is that of an Open Referral UK directory.',
      faults: faults.all,
    });
  }
  return success({ ...records, faults: faults.all, faultCount: faults.count });
}
