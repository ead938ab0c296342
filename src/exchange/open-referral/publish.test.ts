import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { Directory, Schedule } from '../../place/directory/model.ts';
import { openNow } from '../../place/directory/opening.ts';
import { published } from './publish.ts';
import { partId, publishedSchedule } from './publish-parts.ts';
import { readDirectory } from './read-directory.ts';

const schemas = new URL('../../../../shared/data/open-referral/uk-schema-compiled/', import.meta.url);
const source = { url: 'https://directory.example.org', licence: 'CC BY-SA 4.0', fetchedAt: '2026-11-21T10:00:00.000Z' };

const text = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((value) => value.replaceAll('\u0000', '').toWellFormed())
  .filter((value) => value.trim() !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.nat(900).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const email = fc.constantFrom('hello@example.org', 'reception@example.com');
const website = fc.constantFrom('https://example.org/a', 'http://example.com');
const phone = fc.record({ number: text, description: maybe(text) });
const some = <T>(value: fc.Arbitrary<T>, most = 3) => fc.array(value, { maxLength: most });

/** Without keys that hold nothing: “not said” is a missing key. */
const clean = <T>(value: unknown): T => JSON.parse(JSON.stringify(value));

const usual = fc.record({
  frequency: fc.constantFrom('WEEKLY' as const, 'MONTHLY' as const),
  interval: fc.integer({ min: 1, max: 4 }),
  days: fc.uniqueArray(weekday, { maxLength: 7 }),
  monthDays: fc.uniqueArray(fc.constantFrom(1, 15, 28, -1), { maxLength: 2 }),
  validFrom: maybe(day),
  validTo: maybe(day),
  start: maybe(day),
  until: maybe(day),
  count: maybe(fc.integer({ min: 1, max: 30 })),
  opensAt: maybe(time),
  closesAt: maybe(time),
  description: maybe(text),
  notes: maybe(text),
});
const dated = { interval: fc.constant(1), days: fc.constant([]), monthDays: fc.constant([]), understood: fc.constant(true) };
const different = fc.oneof(
  fc.record({ ...dated, shut: fc.constant(true), validFrom: day, validTo: maybe(day) }),
  fc.record({
    ...dated,
    shut: fc.constant(false),
    instead: fc.constant(true),
    validFrom: day,
    validTo: maybe(day),
    opensAt: time,
    closesAt: time,
  }),
  fc.record({ ...dated, shut: fc.constant(true), onBankHolidays: fc.constant(true) }),
  fc.record({ ...dated, shut: fc.constant(false), onBankHolidays: fc.constant(true), opensAt: time, closesAt: time }),
  fc.record({ ...dated, shut: fc.constant(false), onBankHolidays: fc.constant(true) }),
);
const schedule: fc.Arbitrary<Omit<Schedule, 'id'>> = fc.oneof(
  { arbitrary: usual.map((one) => clean<Omit<Schedule, 'id'>>({ ...one, shut: false, understood: true })), weight: 3 },
  { arbitrary: different.map((one) => clean<Omit<Schedule, 'id'>>(one)), weight: 2 },
);

const address = fc.record({
  lines: fc.array(text, { minLength: 1, maxLength: 3 }),
  town: maybe(text),
  county: maybe(text),
  postcode: maybe(text),
  country: maybe(text),
  kind: fc.constantFrom('physical', 'postal', 'virtual'),
});

/** A directory as it is once read: ids its own, links with their ends, nothing half said. */
const directory: fc.Arbitrary<Directory> = fc
  .record({
    organisations: fc.array(
      fc.record({
        name: text,
        description: text,
        email: maybe(email),
        website: maybe(website),
        identifiers: some(fc.record({ scheme: text, identifier: text }), 2),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    locations: some(
      fc.record({
        name: maybe(text),
        kind: fc.constantFrom('physical' as const, 'postal' as const, 'virtual' as const),
        position: maybe(fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) })),
        transport: maybe(text),
        addresses: some(address, 2),
        accessibility: some(text, 2),
        phones: some(phone, 2),
      }),
      2,
    ),
    services: fc.array(
      fc.record({
        name: text,
        alternateName: maybe(text),
        description: maybe(text),
        website: maybe(website),
        email: maybe(email),
        status: fc.constantFrom('active' as const, 'inactive' as const, 'temporarily closed' as const),
        alert: maybe(text),
        accreditations: maybe(text),
        howToUse: maybe(text),
        waitTime: maybe(text),
        languages: some(text),
        areas: some(text),
        funding: some(text, 2),
        phones: some(phone),
        contacts: some(fc.record({ name: maybe(text), title: text, email: maybe(email), phones: some(phone, 1) }), 2),
        lastConfirmed: maybe(day),
        hours: some(schedule, 4),
        at: fc.boolean(),
        hoursThere: some(schedule, 2),
        who: some(fc.record({ minimumAge: maybe(fc.nat(99)), maximumAge: fc.nat(99), words: maybe(text) }), 2),
        fees: maybe(text),
        costs: some(fc.record({ option: text, amount: maybe(fc.nat(500)), amountWords: maybe(text), validFrom: maybe(day) }), 2),
        capacity: some(fc.record({ unit: text, available: fc.nat(99), maximum: maybe(fc.nat(99)), description: maybe(text) }), 2),
        term: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ organisations, locations, services }): Directory => {
    const provenance = (sourceId: string, lastConfirmed?: string) => ({
      source: source.url,
      sourceId,
      licence: source.licence,
      fetchedAt: source.fetchedAt,
      lastConfirmed,
    });
    const idOf = (what: string, at: number) => partId(what, at);
    const term = { id: partId('term'), name: 'Sleep', taxonomy: 'Needs', description: 'Rest', code: 'sleep' };
    const of = (at: number) => idOf('service', at);
    return clean({
      organisations: organisations.map((one, at) => ({ id: idOf('org', at), ...one, provenance: provenance(idOf('org', at)) })),
      locations: locations.map(({ position, ...one }, at) => ({
        id: idOf('location', at),
        ...one,
        ...position,
        provenance: provenance(idOf('location', at)),
      })),
      services: services.map((one, at) => {
        const {
          hours: _,
          at: __,
          hoursThere: ___,
          who: ____,
          fees: _____,
          costs: ______,
          capacity: _______,
          term: ________,
          lastConfirmed,
          ...rest
        } = one;
        return {
          id: of(at),
          organisationId: idOf('org', at % organisations.length),
          ...rest,
          provenance: provenance(of(at), lastConfirmed),
        };
      }),
      serviceAtLocations: services.flatMap((one, at) =>
        one.at && locations.length > 0
          ? [{ id: idOf('at', at), serviceId: of(at), locationId: idOf('location', at % locations.length) }]
          : [],
      ),
      schedules: services.flatMap((one, at) => [
        ...one.hours.map((each, n) => ({ id: partId('hours', at, n), serviceId: of(at), ...each })),
        ...(one.at && locations.length > 0
          ? one.hoursThere.map((each, n) => ({
              id: partId('there', at, n),
              serviceId: of(at),
              locationId: idOf('location', at % locations.length),
              serviceAtLocationId: idOf('at', at),
              ...each,
            }))
          : []),
      ]),
      taxonomies: [],
      terms: services.some((one) => one.term) ? [term] : [],
      termLinks: services.flatMap((one, at) => (one.term ? [{ of: 'service' as const, ofId: of(at), termId: term.id }] : [])),
      eligibilities: services.flatMap((one, at) => one.who.map((each) => ({ serviceId: of(at), ...each }))),
      costAdvice: services.flatMap((one, at) => [
        ...(one.fees === undefined ? [] : [{ serviceId: of(at), words: one.fees }]),
        ...one.costs.map((each) => ({ serviceId: of(at), ...each })),
      ]),
      capacities: services.flatMap((one, at) =>
        one.capacity
          .filter(({ unit }, n) => one.capacity.findIndex((other) => other.unit === unit) === n)
          .map((each) => ({ serviceId: of(at), ...each, updated: '2026-11-20T08:15:00.000Z' })),
      ),
    });
  });

const readAgain = (json: unknown): Directory => {
  const result = readDirectory(json, source);
  assert.ok(result.ok, JSON.stringify(result));
  const { faults, faultCount: _, ...records } = result.value;
  assert.deepEqual(faults, []);
  return clean(records);
};

/** Lists in one order; a location or organisation that no service leads to is not published with services. */
const ordered = (records: Directory): unknown => {
  const led = new Set(records.serviceAtLocations.map(({ locationId }) => locationId));
  const giving = new Set(records.services.map(({ organisationId }) => organisationId));
  const list = (values: readonly object[]) => values.map((value) => JSON.stringify(value, Object.keys(flat(value)).sort())).sort();
  return {
    ...Object.fromEntries(Object.entries(records).map(([name, values]) => [name, list(values)])),
    locations: list(records.locations.filter(({ id }) => led.has(id))),
    organisations: list(records.organisations.filter(({ id }) => giving.has(id))),
  };
};
/** All keys at any depth, so that JSON.stringify keeps them, in one order. */
function flat(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      keys[key] = true;
      flat(inner, keys);
    }
  return keys;
}

test('fields §31: what is published and read again is the same directory', () => {
  fc.assert(
    fc.property(directory, (made) => {
      const records = published(made);
      const again = readAgain({ contents: made.services.map(records.serviceWhole) });
      assert.deepEqual(ordered(again), ordered(made));
      // And once more, to the letter.
      const second = published(again);
      assert.equal(
        JSON.stringify(again.services.map(second.serviceWhole)),
        JSON.stringify(
          again.services.map(({ id }) => records.serviceWhole(made.services.find((one) => one.id === id) ?? (made.services[0] as never))),
        ),
      );
    }),
    { numRuns: 150 },
  );
});

test('fields §31: every record fits the published schemas', (t) => {
  if (!existsSync(schemas)) return t.skip('the published schemas are not here');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const fits = (name: string) => {
    const check = ajv.compile(JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')));
    return (record: unknown, what: string): void => {
      assert.ok(check(record), `${what}: ${JSON.stringify(check.errors?.slice(0, 3))} ${JSON.stringify(record).slice(0, 500)}`);
    };
  };
  const service = fits('service');
  const serviceList = fits('service_list');
  const place = fits('service_at_location');
  const placeList = fits('service_at_location_list');
  const organisation = fits('organization');
  const organisationList = fits('organization_list');
  assert.throws(() => service({ id: '1', name: 'x', status: 'open' }, 'a wrong one'), /uuid|enum/, 'the validator finds what is wrong');
  fc.assert(
    fc.property(directory, (made) => {
      const records = published(made);
      for (const one of made.services) {
        service(records.serviceWhole(one), 'service');
        serviceList(records.serviceSummary(one), 'service in a list');
      }
      for (const at of made.serviceAtLocations) {
        place(records.serviceAtLocationWhole(at), 'service at location');
        placeList(records.serviceAtLocationSummary(at), 'service at location in a list');
      }
      for (const one of made.organisations) {
        organisation(records.organisationWhole(one), 'organisation');
        organisationList(records.organisationSummary(one), 'organisation in a list');
      }
    }),
    { numRuns: 60 },
  );
});

test('hours by day are published by week, and are open at the same minutes', () => {
  fc.assert(
    fc.property(time, time, day, time, (opensAt, closesAt, on, at) => {
      const daily: Schedule = {
        id: partId('daily'),
        frequency: 'DAILY',
        interval: 1,
        days: [],
        monthDays: [],
        opensAt,
        closesAt,
        shut: false,
        understood: true,
      };
      const service = { id: partId('s'), name: 'Day room', status: 'active', schedules: [publishedSchedule(daily)] };
      const { schedules } = readAgain(service);
      const instant = new Date(`${on}T${at}:00Z`);
      assert.deepEqual(openNow(schedules, instant), openNow([daily], instant));
    }),
  );
});

test('hours that were not understood keep their words and lose their times', () => {
  const told = publishedSchedule({
    id: partId('x'),
    interval: 1,
    frequency: 'WEEKLY',
    days: ['MO'],
    monthDays: [],
    opensAt: '09:00',
    closesAt: '17:00',
    description: 'Term time only',
    shut: false,
    understood: false,
  });
  assert.deepEqual(told, { id: partId('x'), description: 'Term time only' });
});

test('whether one must be referred is said where the publisher’s own words do not say it, once', () => {
  const say = (howToUse: string | undefined, referral: 'needed' | 'not needed') => {
    const service = {
      id: partId('s'),
      name: 'Walks',
      status: 'active' as const,
      referral,
      ...(howToUse ? { howToUse } : {}),
      languages: [],
      areas: [],
      funding: [],
      phones: [],
      contacts: [],
      provenance: { source: '', sourceId: '', licence: '', fetchedAt: '', lastConfirmed: undefined },
    };
    return published({ ...readAgain([]), services: [service] }).serviceSummary(service).application_process;
  };
  assert.equal(say(undefined, 'not needed'), 'No referral needed.');
  assert.equal(say('Just come in.', 'not needed'), 'Just come in.');
  assert.equal(say('Ask your GP.', 'needed'), 'You need to be referred: referral needed. Ask your GP.');
  const [again] = [say(say('Ask your GP.', 'needed') as string, 'needed')];
  assert.equal(again, 'You need to be referred: referral needed. Ask your GP.');
});
