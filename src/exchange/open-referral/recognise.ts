// Tells what kind of record a directory has sent, because its answers do not say so themselves.
import type { FieldReader } from './values.ts';

const organisationKeys = [
  'services',
  'organization_identifiers',
  'parent_organization_id',
  'website',
  'logo',
  'legal_status',
  'tax_status',
  'year_incorporated',
];
const serviceKeys = [
  'status',
  'organization',
  'organization_id',
  'service_at_locations',
  'schedules',
  'eligibilitys',
  'service_areas',
  'cost_options',
];

export type Kind = 'service at location' | 'service' | 'taxonomy term' | 'taxonomy' | 'location' | 'organisation';

/** By which fields each kind of record is told, most telling first. */
const kinds: readonly { readonly kind: Kind; readonly tells: (from: FieldReader) => boolean }[] = [
  { kind: 'service at location', tells: (from) => from.has('location', 'location_id') && from.has('service', 'service_id') },
  { kind: 'service', tells: (from) => from.has(...serviceKeys) },
  { kind: 'taxonomy term', tells: (from) => from.has('term', 'term_uri', 'parent_id', 'taxonomy') },
  { kind: 'taxonomy', tells: (from) => from.has('taxonomy_terms', 'version') },
  { kind: 'location', tells: (from) => from.has('location_type', 'latitude', 'addresses', 'physical_addresses') },
  {
    kind: 'organisation',
    tells: (from) => from.has(...organisationKeys) || (from.has('id') && from.has('name') && from.has('description')),
  },
];

/** Lists that envelopes of pages are known to use. */
export const pageLists = ['contents', 'content', 'items', 'results', 'data'];

/** Undefined for what no directory publishes. */
export const kindOf = (from: FieldReader): Kind | undefined => kinds.find(({ tells }) => tells(from))?.kind;
