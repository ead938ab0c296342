import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { rulesInForce } from '../../platform/blueprint/in-force.ts';
import { readTarget } from '../../platform/blueprint/target.ts';
import { door } from '../../platform/codes/way-through.ts';
import { type Language, languageFacts, languages } from '../../platform/language/languages.ts';
import { demoBlueprints, readPlace } from '../setting-up/read-place.ts';
import { type HowSpeech, waySaid, whenSaid } from './how-said.ts';
import { howCatalogue } from './how-texts.ts';
import type { Schedule } from './model.ts';
import { metresBetween, readPostcode } from './nearness.ts';
import { isUnsureHoliday, openNow } from './opening.ts';
import { distanceIn, inEnglish } from './speech.ts';
import { waysThrough } from './way-through.ts';

const plain: Schedule = {
  id: '1',
  frequency: 'WEEKLY',
  interval: 1,
  days: ['MO', 'TU', 'WE', 'TH', 'FR'],
  monthDays: [],
  opensAt: '09:00',
  closesAt: '17:00',
  shut: false,
  understood: true,
};

test('every minute of a year is open or not as a calendar kept by hand says, with bank holidays, closings, other hours, nights and clock changes', () => {
  const time = fc.tuple(fc.nat(23), fc.constantFrom('00', '30')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const day = fc.nat(364).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
  const bankHolidays = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'];
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
  fc.assert(
    fc.property(
      fc.record({ opensAt: time, closesAt: time, days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }) }),
      fc.array(fc.record({ from: day, more: fc.nat(3) }), { maxLength: 3 }),
      fc.array(fc.record({ on: day, opensAt: time, closesAt: time }), { maxLength: 3 }),
      fc.constantFrom('closed', 'usual', 'other', 'not said'),
      fc.array(fc.nat(364 * 1440), { minLength: 40, maxLength: 40 }),
      (usual, closings, others, holidays, minutes) => {
        const base = { ...plain, frequency: undefined, days: [], opensAt: undefined, closesAt: undefined } as unknown as Schedule;
        const schedules: Schedule[] = [
          { ...plain, ...usual },
          ...closings.map(
            ({ from, more }): Schedule => ({
              ...base,
              shut: true,
              validFrom: from,
              validTo: new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10),
            }),
          ),
          ...others.map(({ on, ...times }): Schedule => ({ ...base, ...times, instead: true, validFrom: on })),
          ...(holidays === 'not said'
            ? []
            : [
                {
                  ...base,
                  shut: holidays === 'closed',
                  onBankHolidays: true,
                  ...(holidays === 'other' ? { opensAt: '11:00', closesAt: '13:00' } : {}),
                },
              ]),
        ];
        // The oracle: the hours that begin on a day, written out by hand.
        const hoursOf = (date: string): (readonly [string, string])[] => {
          if (closings.some(({ from, more }) => date >= from && Date.parse(date) <= Date.parse(from) + more * 86_400_000)) return [];
          const there = others.filter(({ on }) => on === date);
          if (there.length > 0) return there.map(({ opensAt, closesAt }) => [opensAt, closesAt]);
          if (bankHolidays.includes(date) && holidays === 'closed') return [];
          if (bankHolidays.includes(date) && holidays === 'other') return [['11:00', '13:00']];
          const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '';
          return usual.days.includes(weekday) ? [[usual.opensAt, usual.closesAt]] : [];
        };
        for (const minute of minutes) {
          const instant = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
          const [date = '', at = ''] = local.format(instant).split(' ');
          const before = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
          const open =
            hoursOf(date).some(([opens, closes]) => at >= opens && (closes <= opens || at < closes)) ||
            hoursOf(before).some(([opens, closes]) => closes <= opens && at < closes);
          assert.equal(openNow(schedules, instant).state === 'open', open, `${instant.toISOString()} ${JSON.stringify(schedules)}`);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('on a bank holiday of which nothing is said, nobody is told that it is open for certain', () => {
  assert.equal(isUnsureHoliday([plain], '2026-12-25'), true);
  assert.equal(isUnsureHoliday([plain, { ...plain, id: '2', shut: true, onBankHolidays: true }], '2026-12-25'), false);
  assert.equal(isUnsureHoliday([plain], '2026-12-24'), false);
});

test('distances are those over the ground, the same both ways; a postcode is read however it is typed', () => {
  const bristol = { latitude: 51.4545, longitude: -2.5879 };
  const taunton = { latitude: 51.0154, longitude: -3.1068 };
  assert.ok(Math.abs(metresBetween(bristol, taunton) - 60_700) < 700, String(metresBetween(bristol, taunton)));
  assert.equal(metresBetween(bristol, taunton), metresBetween(taunton, bristol));
  assert.deepEqual(readPostcode(' ta69zz '), { district: 'TA6', postcode: 'TA6 9ZZ' });
  assert.deepEqual(readPostcode('TA6'), { district: 'TA6' });
  assert.equal(readPostcode('Taunton'), undefined);
  assert.equal(distanceIn(inEnglish, 820), 'about 800 metres');
  assert.equal(distanceIn(inEnglish, 60_700), 'about 38 miles');
});

const english: HowSpeech = { ...inEnglish, how: howCatalogue.in('en') };

test('SOM-24: a door that the place may have has words in every language, in English those of its code', () => {
  for (const { code, label } of door.codes) {
    assert.equal(english.how.doors[code], label);
    for (const language of languages) assert.ok(howCatalogue.in(language).doors[code], `${language} ${code}`);
  }
});

test('SOM-24, MOS-22: by when is said in every language, with the count in the form that the language has for it', () => {
  const said = (target: string, language: Language): string => {
    const read = readTarget(target);
    assert.ok(read, target);
    return whenSaid(read, howCatalogue.in(language)).replaceAll(/[\u2068\u2069]/g, '');
  };
  assert.equal(said('2 working days', 'en'), 'within 2 working days');
  assert.equal(said('1 hour', 'en'), 'within an hour');
  assert.equal(said('4 weeks', 'en'), 'within 4 weeks');
  assert.equal(said('10 days', 'en'), 'within 10 days');
  assert.equal(said('set by the partner', 'en'), '');
  assert.equal(said('2 days', 'cy'), 'o fewn 2 ddiwrnod', 'a soft mutation after two');
  assert.equal(said('2 months', 'cy'), 'o fewn 2 fis');
  assert.equal(said('5 months', 'pl'), 'w ciągu 5 miesięcy');
  assert.equal(said('2 working days', 'ar'), 'خلال يومي عمل');
  assert.equal(said('3 hours', 'ar'), 'خلال 3 ساعات');
  assert.equal(said('11 hours', 'ar'), 'خلال 11 ساعة');
});

test('SOM-24: the picture follows the configuration: doors, offers, teams and times are those of the rules in force, and change with them', () => {
  const { place } = readPlace(demoBlueprints);
  const { ways, straightIn } = waysThrough(place, '2026-11-20');
  const [first] = ways;
  assert.ok(first && ways.length >= 2);
  for (const way of ways) {
    const service = place.services.find(({ code }) => code === way.code);
    const offered = new Set(
      place.rules
        .filter(({ purpose, service: of }) => purpose === 'suggestion' && of === way.code)
        .flatMap(({ table }) => table.rules.map(({ outputs }) => outputs.offer)),
    );
    assert.equal(way.doors.length, service?.doors.length);
    for (const offer of way.offers) {
      assert.ok(offered.has(offer.code), `${offer.code} is offered by a rule`);
      const team = place.teams.find(({ name }) => name === offer.team);
      assert.deepEqual(offer.accepts, team?.acceptsWithin);
      assert.match(waySaid(english, way), new RegExp(offer.name.replaceAll(/[()]/g, '.')));
    }
    assert.equal(new Set(way.offers.map(({ code }) => code)).size, [...offered].filter((code) => code !== way.code).length);
  }
  assert.ok(
    straightIn.every(({ code }) => place.services.find((one) => one.code === code)?.needsReferral === false),
    'SOM-4',
  );
  const renamed = waysThrough(
    { ...place, services: place.services.map((one) => (one.code === 'outreach' ? { ...one, name: 'We come to you' } : one)) },
    '2026-11-20',
  );
  assert.ok(renamed.ways.some(({ offers }) => offers.some(({ name }) => name === 'We come to you')));
});

describe('finding help by oneself', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  test('SOM-4: what it is about, open now, no referral and near a postcode, the nearest first, and how it was measured', async () => {
    const visitor = house.visitor();
    await visitor.get('/help');
    const about = textOf((await visitor.post('/help', { need: 'home' })).body);
    assert.match(about, /Housing fast track/);
    assert.doesNotMatch(about, /Eating pathway/);
    const near = textOf((await visitor.post('/help', { words: 'crisis', area: 'ta6 9zz' })).body);
    assert.match(near, /Distances are measured in a straight line from your postcode\. \d of \d tell us where they are/);
    assert.ok(near.indexOf('Crisis café, Bridgwater') < near.indexOf('Crisis café, Mendip'));
    assert.match(near, /Very near/);
    assert.match(near, /About \d+ miles/);
    const district = textOf((await visitor.post('/help', { words: 'crisis', area: 'BA4' })).body);
    assert.match(district, /from the middle of the places we know in BA4/);
    assert.ok(district.indexOf('Crisis café, Mendip') < district.indexOf('Crisis café, Bridgwater'));
    const unknown = textOf((await visitor.post('/help', { area: 'ZE1 0AA' })).body);
    assert.match(unknown, /Nothing here names ZE1\. This is all we know of, and it may be far away\./);
    assert.equal((await visitor.post('/help', { need: 'nonsense' })).statusCode, 422);
    assert.doesNotMatch((await visitor.post('/help', { need: 'home' })).body, /<title>[^<]*(home|Home)/, 'the title tells nothing');
  });

  test('near a postcode, pages walk every entry once', async () => {
    const visitor = house.visitor();
    await visitor.get('/help');
    const found: string[] = [];
    for (let after: string | undefined, page = 0; page < 9; page++) {
      const { body } = await visitor.post('/help', { area: 'TA6', ...(after ? { after } : {}) });
      found.push(...[...body.matchAll(/href="\/help\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id));
      after = /name="after" value="([^"]+)"/.exec(body)?.[1];
      if (!after) break;
    }
    assert.equal(new Set(found).size, found.length);
    const { rows } = await house.database.pool.query<{ n: number }>('select count(*)::int as n from directory_service where listed');
    assert.equal(found.length, rows[0]?.n);
  });

  test('SOM-8: the library of the place is read without an account, and says who has read it', async () => {
    const visitor = house.visitor();
    await visitor.get('/library');
    for (const { code, title } of house.place.blueprint.library) {
      assert.ok(visitor.page.includes(title), title);
      const text = await house.visitor().get(`/library/${code}`);
      assert.equal(text.statusCode, 200);
      assert.match(textOf(text.body), /No clinician has read it yet\. \(demo\)/);
      assert.match(text.body, /<title>To read and try – /);
    }
    assert.ok(house.place.blueprint.library.length >= 5);
    assert.equal((await visitor.get('/library/no-such-text')).statusCode, 404);
  });

  test('SOM-24: how it works is drawn for everybody without numbers of people, and for colleagues with them', async () => {
    const everybody = await house.visitor().get('/how-it-works');
    assert.equal(everybody.statusCode, 200);
    assert.match(everybody.body, /<svg class="od-chart od-chart--narrow"[^>]*role="img"/);
    assert.match(textOf(everybody.body), /Doors: .*All of them lead to Front door/);
    assert.match(textOf(everybody.body), /Has room now/);
    assert.doesNotMatch(textOf(everybody.body), /places free/);
    const dev = await house.as('dev');
    await dev.get('/services/how-it-works');
    assert.match(textOf(dev.page), /\d+ of 120 caseload places free/);
    assert.equal((await house.visitor().get('/services/how-it-works')).statusCode, 303);
  });

  test('MOS-22, SOM-24, S8.2: how it works is read in every language, drawn from the side where reading begins', async () => {
    for (const language of languages) {
      const { body } = await house.visitor().get(`/how-it-works?in=${language}`);
      const { title, table, within } = howCatalogue.in(language);
      const { lang, direction } = languageFacts[language];
      assert.match(body, new RegExp(`<html[^>]* lang="${lang}"[^>]* dir="${direction}"`), language);
      assert.doesNotMatch(body, /od-person__only/);
      const read = textOf(body.replaceAll(/<(\/?)svg\b/g, '<$1figure')).replaceAll(/[\u2068\u2069]/g, '');
      for (const words of [title, table.soon, within.workingDays({ count: 2 })])
        assert.ok(read.includes(words.replaceAll(/[\u2068\u2069]/g, '')), `${language}: ${words}`);
      const drawings = [...body.matchAll(/<svg class="od-chart[^>]*direction="(\w+)"[\s\S]*?<rect x="([\d.]+)"/g)];
      assert.ok(drawings.length >= 2);
      assert.deepEqual(new Set(drawings.map(([, runs]) => runs)), new Set([direction]));
      // The wide one begins with a door: at the left edge, or at the right one, 190 wide of 900.
      assert.equal(drawings[0]?.[2], direction === 'rtl' ? '711' : '1', language);
    }
    const easy = textOf((await house.visitor().get('/how-it-works?in=easy-read')).body);
    assert.match(easy, /You ask for help\. A person reads what you wrote\./);
  });

  test('SOM-24: a version of the rules that was approved here is drawn from its first day, for everybody, and not before', async () => {
    const offer = 'outreach';
    const base = rulesInForce(house.place.blueprint.rules, { service: 'spa', purpose: 'suggestion' }, '2026-11-20');
    assert.ok(base);
    const { name, hitPolicy, answersAlways, inputs, outputs, rules } = base.table;
    const content = { name, hitPolicy, answersAlways, inputs, outputs, rules: rules.filter((row) => row.outputs.offer !== offer) };
    assert.ok(content.rules.length < rules.length);
    // What an approval leaves; the steps to it are the rule room's own test.
    const client = await house.database.pool.connect();
    try {
      await client.query('begin; alter table rule_version disable trigger user');
      await client.query(
        `insert into rule_version (id, service_code, purpose, number, state, content, based_on, why, starts_on, authors, proposed_by, approved_by, approved_at, created_at, created_by)
         values (gen_random_uuid(), 'spa', 'suggestion', 2, 'approved', $1, 'first-step 1', 'To see.', '2026-11-23', array[$2::uuid], $2, $3, now(), now(), $2)`,
        [JSON.stringify(content), house.staffId('dev'), house.staffId('martin')],
      );
      await client.query('alter table rule_version enable trigger user; commit');
    } finally {
      client.release();
    }
    const drawn = async (): Promise<string> => textOf((await house.visitor().get('/how-it-works')).body);
    const offered = (page: string): string => /From there one or more of these are offered: ([^.]*)\./.exec(page)?.[1] ?? '';
    const service = house.place.blueprint.services.find(({ code }) => code === offer)?.name ?? '';
    const today = await drawn();
    assert.ok(offered(today).includes(service), 'until then the version of today decides');
    assert.match(today, new RegExp(`${name}, version 1\\.`));
    house.clock.set('2026-11-23T09:00:00Z');
    const from = await drawn();
    assert.ok(!offered(from).includes(service), offered(from));
    assert.match(from, new RegExp(`${name}, version 2\\.`));
  });
});
