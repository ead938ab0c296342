import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { accessTo } from '../../platform/database/as.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { keepDirectory } from './actions.ts';
import { type EntryValues, formOf, valuesOf } from './editing.ts';
import { bareHours, type Hours } from './editing-hours.ts';
import { type Directory, type DirectoryService, emptyDirectory, type Schedule } from './model.ts';
import { nudge } from './nudging.ts';
import { openNow } from './opening.ts';

const now = new Date('2026-11-20T08:15:00Z');
const time = fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const plain = { interval: 1, days: [], monthDays: [], understood: true };
const day = fc.nat(700).map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10));
const span = fc.record({ opensAt: time, closesAt: time }).filter(({ opensAt, closesAt }) => opensAt !== closesAt || opensAt === '00:00');
const hours: fc.Arbitrary<Hours> = fc.oneof(
  fc
    .record({ day: fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), span })
    .map(({ day: on, span: times }): Hours => ({ ...plain, frequency: 'WEEKLY', days: [on], ...times, shut: false })),
  fc.record({ from: day, more: fc.nat(9) }).map(({ from, more }): Hours => {
    const validTo = new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10);
    return { ...plain, validFrom: from, ...(more > 0 ? { validTo } : {}), shut: true };
  }),
  fc
    .record({ from: day, span })
    .map(({ from, span: times }): Hours => ({ ...plain, validFrom: from, ...times, shut: false, instead: true })),
);

const values = (given: readonly Hours[]): EntryValues => ({
  hours: given,
  eligibility: [],
  referral: 'not stated',
  how_to_use: null,
  phones: [],
  email: null,
  website: null,
  alert: null,
  status: 'active',
  capacity: [],
});

test('hours written out for their keeper and saved as they are stay open at the same minutes, clock changes among them', () => {
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 8 }), fc.array(fc.nat(1_100_000), { minLength: 20, maxLength: 20 }), (given, minutes) => {
      const before = values(given);
      const read = valuesOf(formOf(before, []), before, [], now);
      assert.ok('values' in read, JSON.stringify(read));
      const asSchedules = (list: readonly Hours[]): Schedule[] => list.map((one, at) => ({ ...one, id: String(at) }));
      for (const minute of minutes) {
        const instant = new Date(Date.UTC(2026, 9, 20) + minute * 60_000);
        const was = openNow(asSchedules(given), instant);
        assert.deepEqual(
          { ...openNow(asSchedules(read.values.hours), instant), schedule: '' },
          { ...was, schedule: '' },
          instant.toISOString(),
        );
      }
      // Once written out, it is written out the same.
      assert.deepEqual(formOf(read.values, []), formOf(before, []));
    }),
    { numRuns: 200 },
  );
});

test('whatever is typed is either read or refused with how to write it, field by field', () => {
  const empty = formOf(values([]), []);
  const wrong = valuesOf(
    {
      ...empty,
      monday: 'nine to five',
      holidays: 'other',
      different_days: '31 February 2027: closed',
      from_age: '25',
      to_age: '16',
      email: 'nobody',
      website: 'javascript:alert(1)',
      phones: 'ring us',
      free: ['many'],
    },
    values([]),
    [{ unit: 'seat', words: 'seats', most: 18 }],
    now,
  );
  assert.ok('faults' in wrong);
  assert.deepEqual(wrong.faults.map(({ field }) => field).sort(), [
    'different_days',
    'email',
    'free-0',
    'holiday_hours',
    'monday',
    'phones',
    'to_age',
    'website',
  ]);
  for (const { message } of wrong.faults) assert.match(message, /^[A-Z“].*\.$/);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (monday, different_days, phones, website) => {
      const read = valuesOf({ ...empty, monday, different_days, phones, website }, values([]), [], now);
      assert.ok('faults' in read || 'values' in read);
      if ('values' in read && read.values.website) assert.match(read.values.website, /^https?:\/\//i);
    }),
  );
});

test('hours on the first Monday of a month stay, whatever the seven lines say', () => {
  const monthly: Hours = { ...plain, frequency: 'MONTHLY', days: ['1MO'], opensAt: '10:00', closesAt: '12:00', shut: false };
  const before = values([monthly]);
  const read = valuesOf({ ...formOf(before, []), tuesday: '9am to 5pm' }, before, [], now);
  assert.ok('values' in read);
  assert.deepEqual(read.values.hours[0], monthly);
  assert.equal(read.values.hours.length, 2);
  assert.equal(bareHours([{ ...monthly, id: '1', serviceId: '2' }]).length, 1);
});

describe('keeping an entry right', () => {
  let house: TestHouse;
  const provenance = (lastConfirmed: string) => ({
    source: 'x',
    sourceId: '1',
    licence: '',
    fetchedAt: '2026-11-20T08:15:00Z',
    lastConfirmed,
  });
  const theirs = (more: Partial<DirectoryService> = {}, hoursGiven = '09:00'): Directory => ({
    ...emptyDirectory,
    services: [
      {
        id: '1',
        name: 'Heron choir',
        status: 'active',
        languages: [],
        areas: ['Taunton'],
        funding: [],
        phones: [{ number: '01632 960001' }],
        contacts: [],
        provenance: provenance('2026-10-01'),
        ...more,
      },
    ],
    schedules: [
      {
        id: 'h',
        serviceId: '1',
        frequency: 'WEEKLY',
        interval: 1,
        days: ['MO'],
        monthDays: [],
        opensAt: hoursGiven,
        closesAt: '17:00',
        shut: false,
        understood: true,
      },
    ],
  });
  const worker = <T>(work: Parameters<TestHouse['database']['as']>[1]): Promise<T> =>
    accessTo(house.database.db, house.clock)({ kind: 'worker', job: 'test' }, work) as Promise<T>;
  const keep = (directory: Directory, choices?: ReadonlyMap<string, 'ours' | 'theirs'>) =>
    house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      keepDirectory(tables, identifiers(house.clock), directory, {
        address: 'heron',
        name: 'Heron',
        licence: 'Open Government Licence',
        fetchedAt: house.clock.now(),
        ...(choices ? { choices } : {}),
      }),
    );
  const idOf = async (name: string): Promise<string> =>
    (await house.database.pool.query<{ id: string }>('select id from directory_service where name = $1', [name])).rows[0]?.id ?? '';
  const fieldsIn = (html: string): Record<string, string> => {
    const fields: Record<string, string> = {};
    for (const [, input = ''] of html.matchAll(/<input ([^>]*)>/g)) {
      const [name, value, type] = ['name', 'value', 'type'].map((key) => new RegExp(`\\b${key}="([^"]*)"`).exec(input)?.[1] ?? '');
      if (name && name !== 'form_key' && name !== 'q' && (!['radio', 'checkbox'].includes(type ?? '') || /\bchecked\b/.test(input)))
        fields[name] = value ?? '';
    }
    for (const [, name = '', value = ''] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g)) fields[name] = value;
    return fields;
  };

  before(async () => {
    house = await openTestHouse();
    await keep(theirs());
  });
  after(() => house?.close());

  test('SOM-5: the team that gives a service changes its hours, and everybody sees them; another team may not', async () => {
    const id = await idOf('Crisis café, Bridgwater');
    const beth = await house.as('beth');
    await beth.get(`/services/${id}/edit`);
    const fields = fieldsIn(beth.page);
    assert.equal(fields.monday, '6pm to midnight');
    const saved = await beth.post(`/services/${id}/edit`, { ...fields, friday: '5pm to 1am', holidays: 'closed', free: '7' });
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 2000));
    const everybody = await house.visitor().get(`/help/${id}`);
    assert.match(textOf(everybody.body), /Friday 5pm to 1am/);
    assert.match(textOf(everybody.body), /Bank holidays Closed/);
    await beth.get(`/services/${id}`);
    assert.match(textOf(beth.page), /7 of 18 café seats an evening free/);
    assert.match(textOf(beth.page), /Changed by Beth Rowe on 20 November 2026/);
    const siobhan = await house.as('siobhan');
    assert.equal((await siobhan.get(`/services/${id}/edit`)).statusCode, 403);
    await siobhan.get(`/services/${id}`);
    assert.doesNotMatch(siobhan.page, /Change this entry/);
    assert.equal((await siobhan.post(`/services/${id}/edit`, { ...fields, alert: 'mine' })).statusCode, 403);
  });

  test('two who change it at once: the second sees what the first wrote, keeps their own words, and decides', async () => {
    const id = await idOf('Heron choir');
    const [dev, malik] = [await house.as('dev'), await house.as('malik')];
    await dev.get(`/services/${id}/edit`);
    await malik.get(`/services/${id}/edit`);
    const [first, second] = [fieldsIn(dev.page), fieldsIn(malik.page)];
    assert.equal((await dev.post(`/services/${id}/edit`, { ...first, alert: 'No singing in May' })).statusCode, 303);
    const late = await malik.post(`/services/${id}/edit`, { ...second, email: 'choir@example.org' });
    assert.equal(late.statusCode, 409);
    assert.match(textOf(late.body), /Somebody changed this entry while you wrote.*Notice No singing in May/);
    assert.match(late.body, /value="choir@example.org"/);
    const again = await malik.post(`/services/${id}/edit`, { ...fieldsIn(late.body), alert: 'No singing in May' });
    assert.equal(again.statusCode, 303);
    const { rows } = await house.database.pool.query('select alert, email from directory_service where id = $1', [id]);
    assert.deepEqual(rows, [{ alert: 'No singing in May', email: 'choir@example.org' }]);
    await malik.get(`/services/${id}/edit`);
    const wrong = await malik.post(`/services/${id}/edit`, { ...fieldsIn(late.body), version: '9', monday: 'later' });
    assert.equal(wrong.statusCode, 422);
    assert.match(textOf(wrong.body), /Monday cannot be read/);
  });

  test('an import never writes over what was changed here; where both changed, a person chooses, and can choose anew', async () => {
    const id = await idOf('Heron choir');
    const values = async () =>
      (await house.database.pool.query('select alert, email, description from directory_service where id = $1', [id])).rows[0];
    const same = await keep(theirs({ description: 'We sing.' }));
    assert.deepEqual(same.fields, []);
    assert.deepEqual(await values(), { alert: 'No singing in May', email: 'choir@example.org', description: 'We sing.' });
    const both = await keep(theirs({ description: 'We sing.', email: 'new@example.org' }, '10:00'));
    assert.deepEqual(
      both.fields.map(({ field, ours, theirs: now }) => [field, ours, now]),
      [['email', 'choir@example.org', 'new@example.org']],
    );
    assert.deepEqual(both.changes, [{ kind: 'changed', name: 'Heron choir', parts: ['e-mail', 'hours'] }]);
    assert.equal((await values())?.email, 'choir@example.org', 'ours holds until somebody chooses');
    const dev = await house.as('dev');
    await dev.get(`/services/${id}`);
    assert.match(textOf(dev.page), /Its publisher changed it too Here choir@example\.org\..*Its publisher new@example\.org/);
    assert.equal((await dev.post(`/services/${id}/choose`, { field: 'email', take: 'theirs' })).statusCode, 303);
    assert.equal((await values())?.email, 'new@example.org');
    await dev.get(`/services/${id}`);
    assert.equal((await dev.post(`/services/${id}/choose`, { field: 'email', take: 'theirs' })).statusCode, 404, 'it is settled');
    const chosen = await keep(
      theirs({ description: 'We sing.', email: 'new@example.org', alert: 'Open in May' }),
      new Map([['1 alert', 'theirs']]),
    );
    assert.deepEqual([chosen.fields, (await values())?.alert], [[], 'Open in May']);
    const { rows } = await house.database.pool.query('select field from directory_edit where service_id = $1', [id]);
    assert.deepEqual(rows, []);
  });

  test('a provider keeps their entry by a link: one press, or a change; a link that ended opens nothing', async () => {
    const id = await idOf('Heron choir');
    const dev = await house.as('dev');
    await dev.get(`/services/${id}`);
    const wrong = await dev.post(`/services/${id}/keepers`, { name: 'Ola', email: 'not an address' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /value="not an address"/);
    assert.match(textOf(wrong.body), /Write the e-mail address like hello@example\.org/);
    assert.equal((await dev.post(`/services/${id}/keepers`, { name: 'Ola', email: 'Ola@Example.org' })).statusCode, 303);
    const letter = async () =>
      (
        await house.database.pool.query<{ body: string; to_value: string }>(
          "select body, to_value from message where purpose = 'directory_confirm' order by created_at desc, id desc limit 1",
        )
      ).rows[0];
    const link = async () => /\/keep\/([\w-]{24})/.exec((await letter())?.body ?? '')?.[1] ?? '';
    assert.equal((await letter())?.to_value, 'ola@example.org');
    const code = await link();
    const { rows: kept } = await house.database.pool.query<{ all: string }>('select k::text as all from directory_keeper k');
    assert.equal(
      kept.some(({ all }) => all.includes(code)),
      false,
      'the link itself is never kept',
    );
    const ola = house.visitor();
    assert.equal((await ola.get(`/keep/${code}`)).statusCode, 200);
    assert.match(textOf(ola.page), /Heron choir.*Is it still right/);
    await house.database.pool.query('update directory_service set confirmed_on = null where id = $1', [id]);
    assert.match(textOf((await ola.post(`/keep/${code}/confirm`, {})).body), /Confirmed today\. Thank you/);
    const changed = await ola.post(`/keep/${code}`, { ...fieldsIn(ola.page), tuesday: '7pm to 9pm', free: '12' });
    assert.match(textOf(changed.body), /Saved, and confirmed today/);
    assert.match(textOf((await house.visitor().get(`/help/${id}`)).body), /Tuesday 7pm to 9pm.*Places free 12 places/);
    const { rows: edits } = await house.database.pool.query('select distinct edited_by_name from directory_edit where service_id = $1', [
      id,
    ]);
    assert.deepEqual(edits, [{ edited_by_name: 'Ola' }]);
    const ending = await house.as('dev');
    await ending.get(`/services/${id}`);
    const end = /action="(\/services\/[^"]+\/keepers\/[^"]+\/end)"/.exec(ending.page)?.[1] ?? '';
    assert.equal((await ending.post(end, {})).statusCode, 303);
    for (const gone of [code, 'A'.repeat(24)]) assert.equal((await house.visitor().get(`/keep/${gone}`)).statusCode, 404);
    assert.equal((await house.visitor().get('/keep/short')).statusCode, 404);
  });

  test('formulas: whoever keeps an entry is asked when its confirmation is over, once; a week later a named team has a task, until it is confirmed', async () => {
    const id = await idOf('Heron choir');
    const dev = await house.as('dev');
    await dev.get(`/services/${id}`);
    await dev.post(`/services/${id}/keepers`, { name: 'Ola', email: 'ola@example.org' });
    const count = async (what: string): Promise<number> =>
      Number((await house.database.pool.query<{ n: string }>(`select count(*) as n from ${what}`)).rows[0]?.n);
    const letters = () => count("message where purpose = 'directory_confirm' and to_value = 'ola@example.org'");
    const tasks = () => count(`task where kind = 'directory.confirm' and leads_to = '/services/${id}' and done_at is null`);
    const before = await letters();
    const ask = () => worker<{ messages: number; tasks: number }>((tables) => nudge(tables, identifiers(house.clock), house.clock.now()));
    await ask();
    assert.equal(await letters(), before, 'nobody is asked while it counts');
    house.clock.advance(31 * 86_400_000);
    await ask();
    assert.equal(await letters(), before + 1);
    assert.deepEqual(await ask(), { messages: 0, tasks: 0 }, 'and once only');
    assert.ok(
      (await count("message where audience = 'staff' and purpose = 'directory_confirm' and subject like '%café, Bridgwater%'")) > 0,
      'our own teams are asked too',
    );
    house.clock.advance(8 * 86_400_000);
    assert.ok((await ask()).tasks > 1);
    assert.equal(await tasks(), 1);
    await ask();
    assert.equal(await tasks(), 1);
    const again = await house.as('dev');
    await again.get(`/services/${id}`);
    assert.match(textOf(again.page), /Not confirmed since 20 November 2026/);
    assert.equal((await again.post(`/services/${id}/confirm`, {})).statusCode, 303);
    assert.equal(await tasks(), 0);
  });
});
