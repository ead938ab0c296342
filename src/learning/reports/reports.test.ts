// Reports in the whole house: a manager makes one, a commissioner reads, prints and takes it away, and no page, file or picture holds a person.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { whenDone } from '../../../test/harness/when-done.ts';
import { demoCourses } from '../../demo/courses.ts';
import { live } from '../../demo/life.ts';
import { seeded } from '../../demo/random.ts';
import { gather, writeRows } from '../../demo/write-rows.ts';
import { identifiers } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/web/context.ts';
import { beganOn, quarterFrom } from '../early/counting.ts';
import { quartersToCount } from '../early/model.ts';
import { composed } from './compose.ts';
import type { Period } from './model.ts';
import { type JourneyRow, readEnded, readJourneys, readServed } from './store.ts';

async function every<Row>(parts: AsyncGenerator<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of parts) all.push(...rows);
  return all;
}

describe('reports', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ work: false });
    const now = house.clock.now();
    const random = seeded(4821);
    const setting = {
      identify: identifiers({ now: () => now }, random.bytes),
      apart: identifiers(house.clock),
      random,
      now,
      team: (code: string) => house.place.teams.get(code)?.id ?? '',
      staff: (code: string) => house.staffId(code),
      staffName: (code: string) => code,
    };
    await house.database.db
      .transaction()
      .execute((transaction) => writeRows(transaction, gather(demoCourses(setting).map((course) => live(setting, course)))));
  });
  after(() => house.close());

  const lastMonth = '2026-10-31';

  test('TWP-3: a manager makes the reports of twelve months once, each service its own, and a commissioner reads them in two clicks', async () => {
    const dev = await house.as('dev');
    assert.match((await dev.get('/reports')).body, /Make the report/);
    const made = await dev.post('/reports', { period: lastMonth });
    assert.equal(made.statusCode, 303, made.body);
    const address = String(made.headers.location);
    const meanwhile = await dev.get(address);
    assert.match(
      meanwhile.body,
      /Your report is being made[\s\S]*href="\/reports\/being-made\/[0-9a-f-]+">\s*Look again/,
      'complete without scripts',
    );
    assert.match((await dev.get('/reports')).body, /The report for the twelve months to 31 October 2026 is being made/);
    await dev.get('/reports');
    const twice = await dev.post('/reports', { period: lastMonth });
    assert.equal(twice.headers.location, address, 'asked for again, the same work goes on');
    await house.startWork();
    const done = await whenDone(dev, address);
    assert.equal(done.statusCode, 303, done.body);
    assert.match((await dev.follow(done)).body, /The report is made/);
    assert.equal((await (await house.as('grace')).get(address)).statusCode, 403);
    await dev.get('/reports');
    const again = await dev.post('/reports', { period: lastMonth });
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /made before/);
    await dev.get('/reports');
    const wrong = await dev.post('/reports', { period: '2026-11-20' });
    assert.equal(wrong.statusCode, 422);

    const grace = await house.as('grace');
    const list = await grace.get('/reports');
    assert.doesNotMatch(list.body, /Make the report/);
    const links = [...list.body.matchAll(/href="(\/reports\/[0-9a-f-]+)"/g)].map(([, href = '']) => href);
    assert.ok(links.length > 1);
    assert.match(list.body, /The whole place/);
    const report = await grace.get(links[0] ?? '');
    assert.match(report.body, /Half the people now have a first meeting within \d+ days/);
    assert.match(report.body, new RegExp(`href="${links[0]}/print"`));
    const forPaper = await grace.get(`${links[0]}/print`);
    assert.match(forPaper.body, /Save as PDF/);
  });

  test('S13: a commissioner never sees a person row: no name, number, address or small count, on any page, in any file or picture', async () => {
    const grace = await house.as('grace');
    const { rows: people } = await house.database.pool.query<{ family_name: string; address: string; id: string }>(
      'select id, family_name, address from person',
    );
    const links = [...(await grace.get('/reports')).body.matchAll(/href="(\/reports\/[0-9a-f-]+)"/g)].map(([, href = '']) => href);
    for (const link of links) {
      const pages = [await grace.get(link), await grace.get(`${link}/print`), await grace.get(`${link}/figures.csv`)];
      for (const { statusCode, body } of pages) {
        assert.equal(statusCode, 200);
        for (const { id, family_name: family, address } of people) {
          assert.ok(!body.includes(id) && !body.includes(address));
          assert.doesNotMatch(body, new RegExp(`>[^<]*\\b${family}\\b[^<]*<`));
        }
        for (const [, count] of body.matchAll(/<td[^>]*data-label="(?:People|Met, 2 years|Asked, 2 years)"[^>]*>([^<]*)</g))
          assert.ok(count === 'hidden' || (Number(count) >= 5 && Number(count) % 5 === 0), count);
      }
      const [header = '', ...lines] = (pages[2]?.body ?? '').trim().split('\r\n');
      assert.match(header, /section,measure,group,period,value,lower,upper,people,unit$/);
      for (const line of lines) {
        const [people_, unit] = line.split(',').slice(-2);
        assert.ok(people_ === '' || people_ === '*' || (Number(people_) >= 5 && Number(people_) % 5 === 0), line);
        assert.ok(unit);
      }
      assert.ok(lines.some((line) => line.includes('*')) || lines.length > 0);
    }
  });

  test('S13: nobody but commissioners and managers reads a report, and only managers make one', async () => {
    const priya = await house.as('priya');
    assert.equal((await priya.get('/reports')).statusCode, 403);
    const grace = await house.as('grace');
    const [, link = ''] = /href="(\/reports\/[0-9a-f-]+)"/.exec((await grace.get('/reports')).body) ?? [];
    assert.equal((await priya.get(link)).statusCode, 403);
    assert.equal((await grace.post('/reports', { period: '2026-09-30' })).statusCode, 403);
    assert.notEqual((await house.visitor().get(link)).statusCode, 200);
  });

  test('CHO-27: the people counted are distinct people with a first attended session, by an independent count', async () => {
    const { rows } = await house.database.pool.query<{ count: number }>(
      "select count(distinct person_id)::int as count from support_session where state in ('attended', 'late_seen', 'written_up') and starts_at < '2026-11-01'",
    );
    const grace = await house.as('grace');
    const [, link = ''] = /href="(\/reports\/[0-9a-f-]+)"/.exec((await grace.get('/reports')).body) ?? [];
    const shown = 5 * Math.round((rows[0]?.count ?? 0) / 5);
    assert.match((await grace.get(link)).body, new RegExp(`we had met about ${shown} people`));
  });

  test('the first page of a manager says what is off track and leads to the people; the others’ says what waits', async () => {
    const dev = await house.as('dev');
    const home = await dev.get('/home');
    assert.match(home.body, /plans are past the day we said we would look again\. Longest \d+ days over\./);
    const list = await dev.get('/off-track/plans');
    const count = Number(/(\d+) plans are past/.exec(home.body)?.[1]);
    assert.equal([...list.body.matchAll(/href="\/people\/[0-9a-f-]+"/g)].length, count);
    for (const code of ['priya', 'siobhan', 'grace', 'helen', 'malik', 'joan']) {
      const page = await (await house.as(code)).get('/home');
      assert.equal(page.statusCode, 200, code);
      assert.doesNotMatch(page.body, /What is off track/);
    }
    assert.equal((await (await house.as('grace')).get('/off-track/plans')).statusCode, 403);
  });

  test('“why can Grace see this?”: a key worker reads every reason for their person; information governance without a reason reads none', async () => {
    const { rows } = await house.database.pool.query<{ person_id: string }>(
      "select person_id from access where account_id = $1 and relationship = 'key_worker' limit 1",
      [house.staffId('siobhan')],
    );
    const person = rows[0]?.person_id ?? '';
    const page = await (await house.as('siobhan')).get(`/people/${person}/access`);
    assert.match(page.body, /Siobhan Keane is (the|their) [a-z ]+, since/);
    const helen = await (await house.as('helen')).get(`/people/${person}/access`);
    assert.match(helen.body, /You hold no reason to this record yourself/);
    assert.doesNotMatch(helen.body, /Siobhan Keane is /);
    assert.equal((await (await house.as('grace')).get(`/people/${person}/access`)).statusCode, 403);
    const { rows: numbers } = await house.database.pool.query<{ number: number }>(
      'select number from referral where person_id = $1 limit 1',
      [person],
    );
    const led = await (await house.as('helen')).get(`/looked?number=R-${numbers[0]?.number}`);
    assert.equal(led.headers.location, `/people/${person}/looked`);
    assert.equal((await (await house.as('helen')).get('/looked?number=R-1')).headers.location, '/home');
    assert.equal((await (await house.as('priya')).get(`/looked?number=R-${numbers[0]?.number}`)).statusCode, 403);
  });

  test('SOM-24: whoever comes back is counted once more from then on, with nothing of the first time, and no figure of a year that is over changes', async () => {
    const { rows } = await house.database.pool.query<{ person: string; referral: string; staff: string; decisions: number }>(
      `select e.person_id as person, e.referral_id as referral, e.key_worker_id as staff
       from enrolment e join referral r on r.id = e.referral_id
       where e.state = 'ended' and r.state = 'closed' and e.re_entry_until >= $1::date and e.key_worker_id = $2
         and r.received_at between '2024-11-02' and '2026-10-01'
         and exists (select from support_session s where s.enrolment_id = e.id and s.state in ('attended', 'late_seen', 'written_up'))
       order by e.id limit 1`,
      [house.clock.now(), house.staffId('siobhan')],
    );
    const [one] = rows;
    assert.ok(one, 'somebody whose door is open');
    const year = { from: '2025-11-01', to: lastMonth };
    const both = { from: '2024-11-01', to: lastMonth };
    const look = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'look' }, work);
    const askedBy = async (period: Period): Promise<JourneyRow[]> =>
      (await look((tables) => every(readJourneys(tables, period)))).filter(({ person }) => person === one.person);
    const figures = () =>
      look((tables) =>
        composed(
          { journeys: readJourneys(tables, both), served: readServed(tables, year.to), ended: readEnded(tables, both) },
          { place: { name: 'Westmere', services: house.place.blueprint.services, blueprints: '' }, areas: [], period: year },
        ),
      );
    const quarters = () =>
      look(async (tables) => {
        const { services } = house.place.blueprint;
        const counted = [];
        for (const period of quartersToCount(beganOn(services), '2026-11-20'))
          counted.push(
            quarterFrom(
              services,
              { served: await every(readServed(tables, period.to)), journeys: await every(readJourneys(tables, period)) },
              period,
            ),
          );
        return counted;
      });
    const was = { first: await askedBy(both), figures: await figures(), quarters: await quarters() };
    assert.equal(was.first.length, 1, 'they asked once');
    assert.ok(was.first[0]?.firstContact);
    const siobhan = await house.as('siobhan');
    await siobhan.get(`/people/${one.person}/ending`);
    const back = await siobhan.post(`/people/${one.person}/ending/come-back`, {});
    assert.equal(back.statusCode, 303, back.body);
    assert.deepEqual(
      { first: await askedBy(both), figures: await figures(), quarters: await quarters() },
      was,
      'what is over stays as it was',
    );
    const theirs = await askedBy({ from: '2026-11-01', to: '2026-11-30' });
    assert.deepEqual(
      theirs.map(({ received, decidedAt, firstContact, left, firstOffer, rerouted }) => [
        received,
        decidedAt,
        firstContact,
        left,
        firstOffer,
        rerouted,
      ]),
      [['2026-11-20', null, null, null, null, false]],
    );
    const desk = await (await house.as('priya')).get(`/triage/${one.referral}`);
    assert.match(
      textOf(desk.body),
      /Came back today [\d:]+am\. What they told us is from \d+ \w+ 20\d\d, so ask again how safe they are\./,
    );
    const { rows: clocks } = await house.database.pool.query<{ kind: string; stopped: boolean; due: boolean }>(
      `select kind, stopped_at is not null as stopped, due_at is not null as due from clock
       where subject_id = $1 and started_at = $2 order by kind`,
      [one.referral, house.clock.now()],
    );
    assert.deepEqual(
      clocks.filter(({ kind }) => kind !== 'FOURWEEK'),
      [
        { kind: 'ACK', stopped: true, due: true },
        { kind: 'RESPONSE', stopped: false, due: false },
        { kind: 'TRIAGE', stopped: false, due: true },
        { kind: 'WHOLEWAIT', stopped: false, due: false },
      ],
    );
  });
});
