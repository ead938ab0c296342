import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { createDatabase, type TestDatabase } from '../../../test/harness/postgres.ts';
import { readDirectory } from '../../exchange/open-referral/read-directory.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { readPlace } from '../setting-up/read-place.ts';
import { findServices, keepDirectory, keepOwnServices, pageSize, type Search } from './actions.ts';
import { type Directory, type DirectoryService, emptyDirectory, type KeptDirectory, type Schedule } from './model.ts';
import { findService } from './store.ts';

const published = new URL('../../../../shared/data/open-referral/', import.meta.url);
// Friday, a quarter past eight in the morning.
const now = new Date('2026-11-20T08:15:00Z');
const identify = identifiers({ now: () => now });

describe('the directory', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase({ clock: { now: () => now } });
  });
  after(() => database.close());

  const worker = <T>(work: (tables: Parameters<Parameters<TestDatabase['as']>[1]>[0]) => Promise<T>): Promise<T> =>
    database.as({ kind: 'worker', job: 'test' }, work);

  const origin = (address: string, fetchedAt = now) => ({ address, name: address, licence: 'CC BY-SA 4.0', fetchedAt });

  const keep = (directory: Directory, address: string): Promise<KeptDirectory> =>
    worker((tables) => keepDirectory(tables, identify, directory, origin(address)));

  /** As a visitor to a public page. */
  const find = (search: Partial<Search>, afterId: string | null = null) =>
    database.as({ kind: 'nobody' }, (tables) =>
      findServices({ tables, now }, { words: '', area: '', openNow: false, noReferral: false, ...search }, afterId),
    );

  const service = (id: string, more: Partial<DirectoryService> = {}): DirectoryService => ({
    id,
    name: `Service ${id}`,
    status: 'active',
    languages: [],
    areas: [],
    funding: [],
    phones: [],
    contacts: [],
    provenance: { source: 'test', sourceId: id, licence: '', fetchedAt: now.toISOString(), lastConfirmed: '2026-11-01' },
    ...more,
  });
  const weekly = (id: string, serviceId: string, days: readonly string[], opensAt: string, closesAt: string): Schedule => ({
    id,
    serviceId,
    frequency: 'WEEKLY',
    interval: 1,
    days,
    monthDays: [],
    opensAt,
    closesAt,
    shut: false,
    understood: true,
  });

  const everything = () =>
    worker(async (tables) => {
      const names = [
        'directoryOrganisation',
        'directoryLocation',
        'directoryService',
        'directoryServiceAtLocation',
        'directorySchedule',
        'directoryTaxonomy',
        'directoryTerm',
      ] as const;
      const all: Record<string, unknown> = {};
      for (const name of names) all[name] = await tables.selectFrom(name).selectAll().orderBy('id').execute();
      all.links = await tables.selectFrom('directoryServiceTerm').selectAll().orderBy('serviceId').orderBy('termId').execute();
      return all;
    });

  test('fields §25: every published Open Referral file is kept, and keeping it again changes nothing', async (t) => {
    if (!existsSync(published)) return t.skip('the published directory examples are not here');
    let services = 0;
    for (const folder of ['uk-examples', 'mocks-pass'])
      for (const name of readdirSync(new URL(`${folder}/`, published))) {
        const source = { url: name, licence: 'CC BY-SA 4.0', fetchedAt: now.toISOString() };
        const read = readDirectory(JSON.parse(readFileSync(new URL(`${folder}/${name}`, published), 'utf8')), source);
        assert.ok(read.ok, name);
        const address = `${folder}/${name}`;
        const first = await keep(read.value, address);
        assert.equal(first.added, read.value.services.length, name);
        services += first.added;
        const before = await everything();
        const second = await keep(read.value, address);
        assert.deepEqual([second.added, second.changed, second.unchanged], [0, 0, read.value.services.length], name);
        assert.deepEqual(await everything(), before, name);
      }
    assert.ok(services >= 8);
    const found = await find({ words: 'counselling' });
    assert.ok(found.services.length >= 8);
    const entry = await database.as({ kind: 'nobody' }, (tables) => findService(tables, found.services[0]?.id ?? ''));
    assert.match(entry?.description ?? '', /trained professionals/);
  });

  test('a summary of a list never takes away what the whole record said, and the same record changed is changed', async () => {
    const whole = {
      ...emptyDirectory,
      services: [service('1', { phones: [{ number: '01632 960001' }], alert: 'Closed on Monday', areas: ['Taunton'] })],
      schedules: [weekly('1', '1', ['MO'], '09:00', '17:00')],
    };
    await keep(whole, 'summaries');
    const summary = { ...emptyDirectory, services: [service('1', { description: 'Now with words' })] };
    assert.deepEqual(await keep(summary, 'summaries'), {
      added: 0,
      changed: 1,
      unchanged: 0,
      withdrawn: 0,
      conflicts: [],
      changes: [{ kind: 'changed', name: 'Service 1', parts: ['description'] }],
      fields: [],
    });
    const [row] = (await find({ area: 'taunton', words: 'words' })).services;
    assert.equal(row?.description, 'Now with words');
    assert.equal(row?.schedules.length, 1);
    const entry = await database.as({ kind: 'nobody' }, (tables) => findService(tables, row?.id ?? ''));
    assert.deepEqual(entry?.phones, [{ number: '01632 960001' }]);
    assert.equal(entry?.alert, 'Closed on Monday');
    const fewer = { ...whole, schedules: [weekly('2', '1', ['TU'], '10:00', '12:00')] };
    await keep(fewer, 'summaries');
    assert.deepEqual(
      (await find({ area: 'taunton' })).services[0]?.schedules.map(({ id }) => id),
      ['2'],
      'hours given anew replace those from before',
    );
  });

  test('an older file, a link to nothing and a service listed twice are reported; nothing is lost', async () => {
    const by = (source: string) => [
      { id: 'o', name: 'Quay Trust', identifiers: [], provenance: service('o').provenance, description: source },
    ];
    await keep(
      { ...emptyDirectory, organisations: by('a'), services: [service('9', { name: 'Quay choir', organisationId: 'o' })] },
      'first',
    );
    const older = service('9', {
      name: 'Quay choir',
      description: 'Old words',
      organisationId: 'o',
      provenance: { ...service('9').provenance, lastConfirmed: '2024-01-05' },
    });
    const again = await keep(
      {
        ...emptyDirectory,
        services: [older, service('10', { organisationId: 'nobody' })],
        serviceAtLocations: [{ id: 'x', serviceId: '10', locationId: 'nowhere' }],
      },
      'first',
    );
    assert.deepEqual(
      again.conflicts.map(({ kind, name }) => [kind, name]),
      [
        ['ours is newer', 'Quay choir'],
        ['points nowhere', 'Service 10'],
        ['points nowhere', 'x'],
      ],
    );
    assert.match(again.conflicts[0]?.words ?? '', /5 January 2024.*1 November 2026.*kept ours/);
    assert.equal((await find({ words: 'Quay choir' })).services[0]?.description, '');
    const elsewhere = await keep(
      { ...emptyDirectory, organisations: by('b'), services: [service('1', { name: 'QUAY CHOIR', organisationId: 'o' })] },
      'second',
    );
    assert.deepEqual(
      elsewhere.conflicts.map(({ kind }) => kind),
      ['listed twice'],
    );
    assert.equal((await find({ words: 'quay choir' })).services.length, 2);
  });

  test('the place’s own services stand first, and one that its blueprints no longer name is not listed', async () => {
    const { place } = readPlace(['somerset-open-door', 'chorley-hub']);
    const first = await worker((tables) => keepOwnServices(tables, identify, place, now));
    assert.equal(first.added, place.services.length);
    const { services } = await find({});
    assert.ok(services.slice(0, Math.min(pageSize, place.services.length)).every((one) => one.own));
    const cafe =
      (await find({ words: 'crisis cafe bridgwater' })).services.find((one) => one.own) ??
      (await find({ words: 'bridgwater' })).services.find((one) => one.own);
    assert.ok(cafe);
    const without = { ...place, services: place.services.filter(({ code }) => code !== 'spa') };
    assert.equal((await worker((tables) => keepOwnServices(tables, identify, without, now))).withdrawn, 1);
    const spa = place.services.find(({ code }) => code === 'spa')?.name ?? '';
    assert.equal(
      (await find({ words: spa })).services.some((one) => one.own && one.name === spa),
      false,
    );
    assert.equal((await worker((tables) => keepOwnServices(tables, identify, place, now))).changed, 1, 'and it comes back');
  });

  test('open now is worked out from the hours, and no page is empty while there is more to find', async () => {
    const many = Array.from({ length: 90 }, (_, at) => service(`n${at}`, { name: `Zz night ${String(at).padStart(3, '0')}` }));
    const schedules = many.map(({ id }, at) => weekly(id, id, ['FR'], at % 30 === 29 ? '08:00' : '20:00', '23:00'));
    await keep({ ...emptyDirectory, services: many, schedules }, 'open');
    const found = await find({ words: 'night', openNow: true });
    assert.deepEqual(
      found.services.map(({ name }) => name),
      ['Zz night 029', 'Zz night 059', 'Zz night 089'],
    );
    assert.equal(found.next, null);
  });

  test('paging walks every entry once, in order, with and without words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Partial<Search>>({}, { words: 'night' }, { words: 'zz', noReferral: false }), async (search) => {
        const seen: string[] = [];
        let from: string | null = null;
        do {
          const found: Awaited<ReturnType<typeof find>> = await find(search, from);
          seen.push(...found.services.map(({ id }) => id));
          from = found.next;
        } while (from !== null);
        assert.equal(new Set(seen).size, seen.length);
        assert.ok(seen.length >= 90);
      }),
      { numRuns: 3 },
    );
  });

  test('whatever is typed, searching answers and never fails', async () => {
    const blns = new URL('../../../../shared/data/hostile/blns.json', import.meta.url);
    const strings: string[] = existsSync(blns) ? JSON.parse(readFileSync(blns, 'utf8')) : [];
    for (const words of [...strings.slice(0, 250), "'; drop table person; --", ':*', '&|!()', '<->', '\u0000', '😀', 'the', '   ']) {
      await find({ words });
      await find({ area: words });
    }
    assert.deepEqual((await find({ words: '!!!' })).services, [], 'signs alone find nothing rather than everything');
  });

  test('the database refuses that anybody but the program writes the directory', async () => {
    for (const statement of [
      'insert into directory_source values (gen_random_uuid(), $$x$$, $$x$$, $$x$$, false, now())',
      'update directory_service set name = $$x$$',
      'delete from directory_schedule',
    ]) {
      await assert.rejects(
        database.as({ kind: 'nobody' }, async (tables) => {
          const { sql } = await import('kysely');
          await sql.raw(statement).execute(tables);
        }),
        /permission denied/,
      );
    }
  });
});
