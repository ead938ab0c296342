// What a directory of services holds, in our own words, whoever publishes it. Texts stay exactly as published, markup included: pages escape them.
import type { LocalDate } from '../../platform/clock.ts';

/** Where a record came from, so that a reader can judge it and a later fetch can find it again. */
export interface Provenance {
  /** The address it was fetched from. */
  readonly source: string;
  /** Its id there. */
  readonly sourceId: string;
  readonly licence: string;
  /** ISO instant. */
  readonly fetchedAt: string;
  /** The last day on which its publisher assured or changed it; undefined when they do not say. */
  readonly lastConfirmed: LocalDate | undefined;
}

export interface DirectoryOrganisation {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly email?: string;
  readonly website?: string;
  readonly partOf?: string;
  /** Such as a company or charity number. */
  readonly identifiers: readonly { readonly scheme: string; readonly identifier: string }[];
  readonly provenance: Provenance;
}

export type ServiceStatus = 'active' | 'inactive' | 'defunct' | 'temporarily closed' | 'not stated';

export interface DirectoryContact {
  readonly name?: string;
  readonly title?: string;
  readonly email?: string;
  readonly phones: readonly DirectoryPhone[];
}

export interface DirectoryPhone {
  readonly number: string;
  readonly description?: string;
}

export interface DirectoryService {
  readonly id: string;
  readonly organisationId?: string;
  readonly name: string;
  readonly alternateName?: string;
  readonly description?: string;
  readonly website?: string;
  readonly email?: string;
  readonly status: ServiceStatus;
  /** Whether one must be referred, where the publisher says so; most do not. */
  readonly referral?: 'needed' | 'not needed';
  /** What the publisher warns of at the moment. */
  readonly alert?: string;
  readonly accreditations?: string;
  readonly howToUse?: string;
  readonly waitTime?: string;
  readonly languages: readonly string[];
  readonly areas: readonly string[];
  readonly funding: readonly string[];
  readonly phones: readonly DirectoryPhone[];
  readonly contacts: readonly DirectoryContact[];
  /** Days for which a confirmation counts. */
  readonly confirmEvery?: number;
  readonly provenance: Provenance;
}

export interface DirectoryAddress {
  readonly lines: readonly string[];
  readonly town?: string;
  readonly county?: string;
  /** As published; many are not UK postcodes. */
  readonly postcode?: string;
  readonly country?: string;
  readonly kind?: string;
}

export interface DirectoryLocation {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly kind: 'physical' | 'postal' | 'virtual' | 'not stated';
  readonly latitude?: number;
  readonly longitude?: number;
  readonly transport?: string;
  readonly addresses: readonly DirectoryAddress[];
  readonly accessibility: readonly string[];
  readonly phones: readonly DirectoryPhone[];
  readonly provenance: Provenance;
}

export interface ServiceAtLocation {
  readonly id: string;
  readonly serviceId: string;
  readonly locationId: string;
  readonly description?: string;
}

/** When a service is open, in local London time, by the parts of RFC 5545 that directories use. */
export interface Schedule {
  readonly id: string;
  readonly serviceId?: string;
  readonly serviceAtLocationId?: string;
  readonly locationId?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  readonly start?: LocalDate;
  readonly until?: LocalDate;
  readonly count?: number;
  readonly frequency?: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** 'MO' to 'SU', for months also '1MO' or '-1FR'. */
  readonly days: readonly string[];
  readonly monthDays: readonly number[];
  /** 'HH:MM'. Closing at or before opening means after midnight. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** A holiday: shut from `validFrom` to `validTo`, or on bank holidays, whatever other schedules say. */
  readonly shut: boolean;
  /** It is about bank holidays in England and Wales: shut, these hours, or, without hours, as on other days. */
  readonly onBankHolidays?: boolean;
  /** From `validFrom` to `validTo` these hours hold and the usual ones do not. */
  readonly instead?: boolean;
  readonly description?: string;
  readonly link?: string;
  readonly attending?: string;
  readonly notes?: string;
  /** False when the publisher used parts that are not understood here, so that nobody is told a wrong hour. */
  readonly understood: boolean;
}

export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly website?: string;
  readonly version?: string;
}

export interface TaxonomyTerm {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly partOf?: string;
  readonly taxonomy?: string;
  readonly uri?: string;
  readonly code?: string;
}

/** A term given to a service, organisation or location. */
export interface TermLink {
  readonly of: 'service' | 'organisation' | 'location';
  readonly ofId: string;
  readonly termId: string;
}

export interface Eligibility {
  readonly serviceId: string;
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  readonly words?: string;
}

export interface CostAdvice {
  readonly serviceId: string;
  readonly words?: string;
  readonly option?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly amountWords?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** Places free at a service, as its publisher last said (HSDS 3.1). */
export interface PublishedCapacity {
  readonly serviceId: string;
  readonly unit: string;
  readonly available: number;
  readonly maximum?: number;
  readonly updated: string;
  readonly description?: string;
}

export interface Directory {
  readonly organisations: readonly DirectoryOrganisation[];
  readonly services: readonly DirectoryService[];
  readonly locations: readonly DirectoryLocation[];
  readonly serviceAtLocations: readonly ServiceAtLocation[];
  readonly schedules: readonly Schedule[];
  readonly taxonomies: readonly Taxonomy[];
  readonly terms: readonly TaxonomyTerm[];
  readonly termLinks: readonly TermLink[];
  readonly eligibilities: readonly Eligibility[];
  readonly costAdvice: readonly CostAdvice[];
  readonly capacities: readonly PublishedCapacity[];
}

export const emptyDirectory: Directory = {
  organisations: [],
  services: [],
  locations: [],
  serviceAtLocations: [],
  schedules: [],
  taxonomies: [],
  terms: [],
  termLinks: [],
  eligibilities: [],
  costAdvice: [],
  capacities: [],
};

/** Where a whole directory was taken from. Importing from the same address again updates its entries and no others. */
export interface DirectoryOrigin {
  /** The address it was fetched from, or the name of the file. */
  readonly address: string;
  readonly name: string;
  readonly licence: string;
  readonly fetchedAt: Date;
  /** The place’s own services; they stand first. */
  readonly own?: boolean;
  /** Its terms let us publish its entries again; our own always may be. Left as it was when not said. */
  readonly shared?: boolean;
  /** For fields that were changed here too: whose to take, by `${key} ${field}`. Without, both are kept for a person to choose. */
  readonly choices?: ReadonlyMap<string, 'ours' | 'theirs'>;
  /** It holds everything there is: entries that are no longer in it are not listed any more. */
  readonly complete?: boolean;
}

/** Something in an import that a person should look at. Nothing is lost by it. */
export interface DirectoryConflict {
  readonly kind: 'ours is newer' | 'points nowhere' | 'listed twice' | 'changed here too';
  /** Name of the entry. */
  readonly name: string;
  /** What was found and what was done, as sentences. */
  readonly words: string;
}

/** A field that was changed here, of which the file now says something new. */
export interface FieldConflict {
  /** Its id in the source. */
  readonly key: string;
  readonly name: string;
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** What an import does to one entry. */
export interface DirectoryChange {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly name: string;
  /** Names of the parts that differ; none for what is new or gone. */
  readonly parts: readonly string[];
}

export interface KeptDirectory {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Own entries that are no longer given. */
  readonly withdrawn: number;
  readonly conflicts: readonly DirectoryConflict[];
  /** The first 1,000. */
  readonly changes: readonly DirectoryChange[];
  readonly fields: readonly FieldConflict[];
}

export type Referral = 'needed' | 'not needed' | 'not stated';
