// The place's own services as entries of the directory, from its blueprints, so that they are found beside everybody else's. Pure.
import type { Service } from '../../platform/blueprint/blueprint.ts';
import type { OpeningHours } from '../../platform/blueprint/hours.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { entriesOf } from '../../platform/codes/codes.ts';
import type { Directory, DirectoryLocation, DirectoryService, Schedule } from './model.ts';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const schedulesOf = (hours: OpeningHours, of: string, ids: Pick<Schedule, 'serviceId' | 'locationId'>): readonly Schedule[] =>
  hours.spans.map(({ day, from, to }) => ({
    id: `${of} ${day} ${from}`,
    ...ids,
    frequency: 'WEEKLY',
    interval: 1,
    days: [days[day - 1] ?? 'MO'],
    monthDays: [],
    opensAt: from,
    closesAt: to,
    shut: false,
    understood: true,
  }));

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

export const ownAddress = 'blueprint';

/** What our own services help with, as a list of terms of the directory (SOM-3). */
const needs = { id: 'need', name: 'What it helps with', description: 'Parts of life in which a service helps.' } as const;
const termOf = (code: string): string => `${needs.id} ${code}`;

type Read = Pick<Place, 'services' | 'organisations' | 'places'>;

/** `confirmed` is the day on which the blueprints were loaded: whoever loads them says that they are right. */
export function ownDirectory(place: Read, confirmed: LocalDate, fetchedAt: Date): Directory {
  const provenance = (sourceId: string) => ({
    source: ownAddress,
    sourceId,
    licence: 'our own',
    fetchedAt: fetchedAt.toISOString(),
    lastConfirmed: confirmed,
  });
  const serviceOf = (service: Service): DirectoryService => ({
    id: service.code,
    organisationId: service.givenBy,
    name: service.name,
    description: service.about.trim(),
    status: 'active',
    referral: service.needsReferral ? 'needed' : 'not needed',
    languages: [
      ...service.languages.map((tag) => languageNames.of(tag) ?? tag),
      ...(service.interpreters ? ['Other languages, with an interpreter'] : []),
    ],
    areas: service.area,
    funding: [],
    phones: service.enquiries.phone ? [{ number: service.enquiries.phone, description: service.enquiries.name }] : [],
    contacts: [],
    ...(service.confirmEveryDays ? { confirmEvery: service.confirmEveryDays } : {}),
    ...(service.enquiries.email ? { email: service.enquiries.email } : {}),
    provenance: provenance(service.code),
  });
  const locations = place.places
    .filter((one) => place.services.some((service) => service.places?.includes(one.code)))
    .map(
      (one): DirectoryLocation => ({
        id: one.code,
        name: one.name,
        kind: 'physical',
        addresses: [{ lines: [one.address], town: one.town, ...(one.postcode ? { postcode: one.postcode } : {}) }],
        accessibility: [one.access],
        phones: [],
        ...(one.position ? { latitude: one.position.latitude, longitude: one.position.longitude } : {}),
        provenance: provenance(one.code),
      }),
    );
  return {
    organisations: place.organisations
      .filter((one) => place.services.some((service) => service.givenBy === one.code))
      .map((one) => ({ id: one.code, name: one.name, identifiers: [], provenance: provenance(one.code) })),
    services: place.services.map(serviceOf),
    locations,
    serviceAtLocations: place.services.flatMap((service) =>
      (service.places ?? [])
        .filter((code) => locations.some(({ id }) => id === code))
        .map((code) => ({ id: `${service.code} ${code}`, serviceId: service.code, locationId: code })),
    ),
    schedules: place.services.flatMap((service) => schedulesOf(service.hours, service.code, { serviceId: service.code })),
    taxonomies: [{ id: needs.id, name: needs.name, description: needs.description }],
    terms: entriesOf('needDomain').map(({ code, label }) => ({
      id: termOf(code),
      name: label ?? code,
      taxonomy: needs.name,
      code,
    })),
    termLinks: place.services.flatMap((service) =>
      service.helpsWith.map((code) => ({ of: 'service' as const, ofId: service.code, termId: termOf(code) })),
    ),
    eligibilities: place.services.flatMap((service) => {
      const { from, to } = service.ages;
      return from === 0 && to === undefined
        ? []
        : [{ serviceId: service.code, ...(from > 0 ? { minimumAge: from } : {}), ...(to === undefined ? {} : { maximumAge: to }) }];
    }),
    costAdvice: [],
    capacities: [],
  };
}
