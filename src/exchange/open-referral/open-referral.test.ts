import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ReadDirectory, readDirectory } from './read-directory.ts';

const published = new URL('../../../../shared/data/open-referral/', import.meta.url);
const hostile = new URL('../../../../shared/data/hostile/blns.json', import.meta.url);
const source = { url: 'https://directory.example.org/services', licence: 'CC BY-SA 4.0', fetchedAt: '2026-11-21T10:00:00.000Z' };

const fileOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, published), 'utf8'));

function readAll(json: unknown): ReadDirectory {
  const result = readDirectory(json, source);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const sizes = (directory: ReadDirectory) => ({
  organisations: directory.organisations.length,
  services: directory.services.length,
  locations: directory.locations.length,
  serviceAtLocations: directory.serviceAtLocations.length,
  schedules: directory.schedules.length,
  taxonomies: directory.taxonomies.length,
  terms: directory.terms.length,
});

const none = { organisations: 0, services: 0, locations: 0, serviceAtLocations: 0, schedules: 0, taxonomies: 0, terms: 0 };
const whole = { ...none, organisations: 1, services: 1, locations: 1, serviceAtLocations: 1, schedules: 1, terms: 1 };
const expected: Readonly<Record<string, object>> = {
  service_full: whole,
  organization_full: whole,
  organization: whole,
  service_at_location_full: whole,
  service_list: { ...none, organisations: 1, services: 1 },
  organization_list: { ...none, organisations: 1 },
  service_at_location_list: { ...none, organisations: 1, services: 1, locations: 1, serviceAtLocations: 1 },
  taxonomy: { ...none, taxonomies: 1, terms: 1 },
  taxonomy_list: { ...none, taxonomies: 1 },
  taxonomy_term: { ...none, terms: 1 },
  taxonomy_term_list: { ...none, terms: 1 },
  api_details: none,
  'mocks-pass/organization_list.json': { ...none, organisations: 10 },
};

for (const folder of ['uk-examples', 'mocks-pass']) {
  test(`fields §31: every published shape in ${folder} is read for what it is`, (t) => {
    if (!existsSync(published)) return t.skip('the published directory examples are not here');
    for (const name of readdirSync(new URL(`${folder}/`, published))) {
      const shape = expected[`${folder}/${name}`] ?? expected[name.replace('.json', '')];
      assert.ok(shape !== undefined, `${name} is new: say what it holds`);
      const directory = readAll(fileOf(`${folder}/${name}`));
      assert.deepEqual(sizes(directory), shape, name);
      // The examples put a town at latitude 100, which is the only thing wrong with them.
      for (const { field, message } of directory.faults) assert.match(`${field} ${message}`, /latitude Should be between −90 and 90/, name);
    }
  });
}

test('a description of the format is not taken for a directory', (t) => {
  if (!existsSync(published)) return t.skip('the published schemas are not here');
  for (const folder of ['uk-schema-compiled', 'hsds3.1dev-schema-compiled']) {
    for (const name of readdirSync(new URL(`${folder}/`, published))) {
      const result = readDirectory(fileOf(`${folder}/${name}`), source);
      assert.ok(!result.ok || result.value.services.length === 0, name);
    }
  }
});

test('the same service from every page is one service, with all that the pages say', (t) => {
  if (!existsSync(published)) return t.skip('the published directory examples are not here');
  const pages = readdirSync(new URL('uk-examples/', published)).map((name) => fileOf(`uk-examples/${name}`));
  for (const order of [pages, [...pages].reverse()]) {
    const directory = readAll(order);
    assert.deepEqual(sizes(directory), { ...whole, taxonomies: 1 });
    const [service] = directory.services;
    assert.equal(service?.name, 'Community Counselling');
    assert.equal(service?.status, 'active');
    assert.equal(service?.organisationId, directory.organisations[0]?.id);
    assert.equal(service?.provenance.lastConfirmed, '2023-03-15');
    assert.equal(service?.areas.length, 1);
    assert.deepEqual(
      directory.eligibilities.map(({ minimumAge, maximumAge }) => [minimumAge, maximumAge]),
      [[12, 100]],
    );
    assert.deepEqual(
      directory.costAdvice.map(({ words, amount }) => words ?? amount),
      ['fees_description', 35],
    );
    assert.deepEqual(
      directory.termLinks.map(({ of }) => of),
      ['service'],
    );
    assert.deepEqual(
      directory.schedules.map(({ days, opensAt, closesAt, understood }) => ({ days, opensAt, closesAt, understood })),
      [{ days: ['TH', 'FR'], opensAt: '10:00', closesAt: '18:00', understood: true }],
    );
    assert.equal(directory.organisations[0]?.identifiers[0]?.scheme, 'Company number');
    assert.equal(directory.locations[0]?.addresses[0]?.postcode, 'ABC 1234');
    assert.equal(directory.locations[0]?.latitude, undefined);
  }
});

test('the older field names of version 1 are read too', () => {
  const directory = readAll({
    totalElements: 1,
    content: [
      {
        id: '11',
        name: 'Talk and tea',
        status: 'Active',
        assured_date: '2026-10-02',
        organization: { id: '5', name: 'Westmere Mind' },
        eligibilitys: [{ id: '1', minimum_age: '18' }],
        service_taxonomys: [{ id: '9', taxonomy: { id: 'esdServiceTypes:1', name: 'Mental health', vocabulary: 'esdServiceTypes' } }],
        contacts: [{ id: '2', name: 'Front desk', phones: [{ id: '3', number: '01278 555 123' }] }],
        service_at_locations: [
          {
            id: '7',
            location: {
              id: '8',
              name: 'Hall',
              latitude: 51.1,
              longitude: -3,
              physical_addresses: [{ id: '4', address_1: '1 Quay West', city: 'Bridgwater', postal_code: 'TA6 3LS' }],
            },
            regular_schedule: [{ id: '6', weekday: 'Monday', opens_at: '9:30', closes_at: '16:00' }],
          },
        ],
      },
    ],
  });
  assert.deepEqual(directory.faults, []);
  assert.deepEqual(sizes(directory), whole);
  assert.deepEqual(directory.eligibilities, [{ serviceId: '11', minimumAge: 18 }]);
  assert.equal(directory.services[0]?.status, 'active');
  assert.equal(directory.services[0]?.contacts[0]?.phones[0]?.number, '01278 555 123');
  assert.deepEqual(directory.schedules[0]?.days, ['MO']);
  assert.equal(directory.schedules[0]?.serviceAtLocationId, '7');
  assert.equal(directory.locations[0]?.longitude, -3);
});

test('fields §25: places free are read in the shape of HSDS 3.1', () => {
  const directory = readAll({
    id: '1',
    name: 'Beds',
    status: 'active',
    service_capacity: [{ id: '2', unit: { id: '3', name: 'beds' }, available: '2', maximum: 10, updated: '2026-11-20T14:23:06.5+01:00' }],
  });
  assert.deepEqual(directory.capacities, [
    { serviceId: '1', unit: 'beds', available: 2, maximum: 10, updated: '2026-11-20T13:23:06.500Z' },
  ]);
});

test('a field that does not fit is left out, named by its place, and the rest stays', () => {
  const directory = readAll([
    {
      id: 's1',
      name: 'Good',
      status: 'open',
      url: 'javascript:alert(1)',
      email: 'no',
      minimum_age: 'twelve',
      last_modified: '2026-02-31',
      contacts: 'none',
      organization: { id: 'o1', name: 'O' },
    },
    { name: 'No id', status: 'active' },
    7,
    { odd: true },
  ]);
  assert.deepEqual(
    directory.services.map(({ id, status, website }) => ({ id, status, website })),
    [{ id: 's1', status: 'not stated', website: undefined }],
  );
  assert.deepEqual(directory.faults.map(({ field }) => field).sort(), [
    '$[0].contacts',
    '$[0].email',
    '$[0].last_modified',
    '$[0].minimum_age',
    '$[0].status',
    '$[0].url',
    '$[1].id',
    '$[2]',
    '$[3]',
  ]);
  for (const { message } of directory.faults) assert.match(message, /^[A-Z].*\.$/);
});

test('where each record came from is kept', () => {
  const { services } = readAll({
    id: 's1',
    name: 'Good',
    status: 'active',
    assured_date: '2026-01-05',
    last_modified: '2025-01-01T00:00:00Z',
  });
  assert.deepEqual(services[0]?.provenance, {
    source: source.url,
    sourceId: 's1',
    licence: source.licence,
    fetchedAt: source.fetchedAt,
    lastConfirmed: '2026-01-05',
  });
});

test('markup and hostile strings stay as they were published, and nothing throws', (t) => {
  // The file is a list of texts.
  const strings = existsSync(hostile)
    ? (JSON.parse(readFileSync(hostile, 'utf8')) as string[])
    : ['<script>alert(1)</script>', '__proto__', 'İ', '\ud800'];
  if (!existsSync(hostile)) t.diagnostic('the published hostile strings are not here');
  const directory = readAll({
    contents: strings.map((text, at) => ({
      id: String(at),
      name: text,
      description: text,
      url: text,
      status: text,
      organization: { id: `o${at}`, name: `<b>${text}</b>` },
    })),
  });
  const names = new Map(directory.organisations.map(({ id, name }) => [id, name]));
  strings.forEach((text, at) => {
    // A service without a name is left out, and what hangs on it with it.
    if (text.trim() !== '') assert.equal(names.get(`o${at}`), `<b>${text.replaceAll('\u0000', '').toWellFormed()}</b>`);
  });
  assert.ok(names.size > strings.length - 5);
  for (const { website } of directory.services) assert.ok(website === undefined || /^https?:\/\//i.test(website));
});

test('records nested without end are cut off with a fault', () => {
  let json: object = { id: 'last', name: 'Last', status: 'active' };
  for (let depth = 0; depth < 20_000; depth++)
    json = { id: `s${depth}`, name: 'S', status: 'active', organization: { id: `o${depth}`, name: 'O', services: [json] } };
  const directory = readAll(json);
  assert.ok(directory.services.length > 3 && directory.services.length < 20);
  assert.equal(directory.faults[0]?.message, 'Is nested too deep.');
});

const keys = fc.constantFrom(
  'id',
  'name',
  'status',
  'organization',
  'service',
  'location',
  'services',
  'service_at_locations',
  'schedules',
  'contents',
  'addresses',
  'attributes',
  'taxonomy_term',
  'taxonomy',
  'byday',
  'freq',
  'opens_at',
  'minimum_age',
  'cost_options',
  'updated',
  '__proto__',
  'constructor',
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom('active', 'WEEKLY', 'MO,XX', '25:00', 'x'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 6 }),
  ),
}));

test('no JSON makes the reading throw, and every record has an id and every link its ends', () => {
  fc.assert(
    fc.property(json, (value) => {
      const result = readDirectory(JSON.parse(JSON.stringify(value)), source);
      if (!result.ok) return;
      const { services, organisations, serviceAtLocations, faults } = result.value;
      for (const { id, name } of [...services, ...organisations]) assert.ok(id !== '' && typeof name === 'string');
      for (const { serviceId, locationId } of serviceAtLocations) assert.ok(serviceId !== '' && locationId !== '');
      for (const { message } of faults) assert.ok(!message.includes('[object'));
    }),
    { numRuns: 2000 },
  );
});
