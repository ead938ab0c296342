import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { createDatabase, type TestDatabase } from '../../../test/harness/postgres.ts';
import { readDirectory } from '../../exchange/open-referral/read-directory.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { readPlace } from '../setting-up/read-place.ts';
import { findServices, keepDirectory, keepOwnServices, pageSize, type Search } from './actions.ts';
import { confidence, confirmedWords } from './confirmed.ts';
import { hoursLines, openingWords } from './hours-words.ts';
import { type Directory, type DirectoryService, emptyDirectory, type KeptDirectory, type Schedule } from './model.ts';
import { prefixQuery, referralSaid } from './searching.ts';
import { clockIn, inEnglish } from './speech.ts';
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

  test('a word is searched from its beginning, and only letters and digits reach the search', () => {
    assert.equal(prefixQuery('walk-in, Café'), 'walk:* & in:* & Café:*');
    assert.equal(prefixQuery(' & | ! '), '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => /^(?:[\p{L}\p{N}]+:\*(?: & [\p{L}\p{N}]+:\*)*)?$/u.test(prefixQuery(typed))),
    );
  });

  test('only plain words say that no referral is needed', () => {
    for (const [words, referral] of [
      ['No referral needed, just drop in', 'not needed'],
      ['You can self-refer by phone', 'not needed'],
      ['A referral is not required.', 'not needed'],
      ['You do not need a referral.', 'not needed'],
      ['Referral needed from a GP', 'needed'],
      ['By GP referral', 'needed'],
      ['Ring us', 'not stated'],
      [undefined, 'not stated'],
    ] as const)
      assert.equal(referralSaid(words), referral, words);
  });

  test('hours read as people say them', () => {
    const line = (days: readonly string[], opensAt = '09:00', closesAt = '17:00') =>
      hoursLines([weekly('1', '1', days, opensAt, closesAt)], '2026-11-20');
    assert.deepEqual(line(['MO', 'TU', 'WE', 'TH', 'FR']), [{ days: 'Monday to Friday', times: '9am to 5pm' }]);
    assert.deepEqual(line(['MO', 'FR', 'SA', 'SU'], '18:00', '00:00'), [{ days: 'Friday to Monday', times: '6pm to midnight' }]);
    assert.deepEqual(line(['SA', 'SU'], '12:00', '00:00'), [{ days: 'Saturday and Sunday', times: '12 noon to midnight' }]);
    assert.deepEqual(line(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], '00:00', '00:00'), [{ days: 'Every day', times: 'All day' }]);
    assert.deepEqual(
      hoursLines(
        [
          weekly('1', '1', ['SA'], '10:00', '14:00'),
          weekly('2', '1', ['MO'], '09:00', '17:00'),
          weekly('3', '1', ['WE'], '09:00', '17:00'),
        ],
        '2026-11-20',
      ),
      [
        { days: 'Monday and Wednesday', times: '9am to 5pm' },
        { days: 'Saturday', times: '10am to 2pm' },
      ],
    );
    const monthly: Schedule = { ...weekly('1', '1', ['1MO', '-1FR'], '18:30', '20:00'), frequency: 'MONTHLY' };
    assert.deepEqual(hoursLines([monthly], '2026-11-20'), [
      { days: 'First Monday of the month, Last Friday of the month', times: '6:30pm to 8pm' },
    ]);
    assert.deepEqual(hoursLines([{ ...monthly, understood: false, description: 'Every other full moon' }], '2026-11-20'), [
      { days: 'In their words', times: 'Every other full moon', theirs: true },
    ]);
    assert.deepEqual(
      hoursLines([{ ...weekly('1', '1', [], '09:00', '17:00'), shut: true, validFrom: '2026-12-24', validTo: '2027-01-02' }], '2026-11-20'),
      [{ days: '24 December 2026 to 2 January 2027', times: 'Closed' }],
    );
    assert.deepEqual(hoursLines([{ ...weekly('1', '1', ['MO'], '09:00', '17:00'), validTo: '2026-01-01' }], '2026-11-20'), []);
    assert.equal(clockIn(inEnglish, '13:05'), '1:05pm');
  });

  test('whether it is open is said with until when, or from when', () => {
    const today = '2026-11-20';
    const nightly = [weekly('1', '1', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], '00:00', '00:00')];
    assert.equal(
      openingWords({ state: 'open', schedule: '1', closes: { date: today, time: '17:00' } }, [], today).text,
      'Open now, until 5pm',
    );
    assert.equal(
      openingWords({ state: 'open', schedule: '1', closes: { date: '2026-11-21', time: '00:00' } }, nightly, today).text,
      'Open now, day and night',
    );
    assert.equal(
      openingWords({ state: 'closed', opens: { date: today, time: '18:00' } }, [], today).text,
      'Closed now. Opens today at 6pm',
    );
    assert.equal(
      openingWords({ state: 'closed', opens: { date: '2026-11-21', time: '09:00' } }, [], today).text,
      'Closed now. Opens tomorrow at 9am',
    );
    assert.equal(
      openingWords({ state: 'closed', opens: { date: '2026-11-23', time: '09:00' } }, [], today).text,
      'Closed now. Opens Monday 23 Nov at 9am',
    );
    assert.equal(openingWords({ state: 'not known' }, [], today).text, 'We do not know when it is open');
  });

  test('formulas: an entry counts as confirmed for 30 days', () => {
    const said = (day: string, term?: number) => confirmedWords(day, '2026-11-20', term);
    assert.deepEqual(said('2026-10-21'), { state: 'confirmed', text: 'Confirmed 4 weeks ago', short: '4 weeks ago' });
    assert.deepEqual(said('2026-10-20'), {
      state: 'not lately',
      text: 'Not confirmed since 20 October 2026',
      short: 'Not since 20 October 2026',
    });
    assert.equal(said('2026-09-20').state, 'long ago');
    assert.equal(said('2026-11-19').text, 'Confirmed yesterday');
    assert.equal(said('2026-11-13').text, 'Confirmed 7 days ago');
    assert.equal(said('2026-11-05', 14).state, 'not lately', 'as long as its blueprint says');
    assert.equal(confidence('2026-10-21', '2026-11-20'), 0.5);
    assert.deepEqual(confirmedWords(null, '2026-11-20'), { state: 'never', text: 'Not confirmed yet', short: 'Not yet' });
  });
});
