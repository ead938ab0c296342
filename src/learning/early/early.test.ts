// How early help grows: the numbers of the chart beside those counted again by hand from the demo's rows, and nothing small among them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { countEarlyQuarters } from './actions.ts';
import { quarterFrom } from './counting.ts';
import { figuresOf } from './findings.ts';
import { type EarlyQuarter, mostQuarters, quarterOf, quartersToCount, saidQuarter } from './model.ts';

test('SOM-21: quarters are those of the calendar; each is counted when it has ended for two weeks', () => {
  assert.deepEqual(quarterOf('2026-11-20'), { from: '2026-10-01', to: '2026-12-31' });
  assert.deepEqual(quarterOf('2024-02-29'), { from: '2024-01-01', to: '2024-03-31' });
  assert.equal(saidQuarter(quarterOf('2026-08-01')), 'Jul to Sep 2026');
  assert.deepEqual(
    quartersToCount('2026-02-03', '2026-07-14').map(({ from }) => from),
    ['2026-01-01'],
  );
  assert.deepEqual(
    quartersToCount('2026-02-03', '2026-07-15').map(({ from }) => from),
    ['2026-01-01', '2026-04-01'],
  );
  assert.deepEqual(quartersToCount(null, '2026-07-15'), []);
  assert.equal(quartersToCount('1999-01-01', '2026-07-15').length, mostQuarters);
});

test('SOM-21: places and organisations count while they take part; a number of people is never small or exact', () => {
  const services = [
    {
      code: 'early',
      earlyIntervention: {
        places: [
          { place: 'a', from: '2026-01-01', until: '2026-05-01' },
          { place: 'b', from: '2026-06-30' },
          { place: 'b', from: '2026-01-01' },
        ],
        partners: [{ organisation: 'x', from: '2026-07-01' }],
      },
    },
    { code: 'other' },
  ];
  const period = { from: '2026-04-01', to: '2026-06-30' };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }), (early, others) => {
      const served = [
        ...Array.from({ length: early }, () => ({ service: 'early', on: '2026-06-30' })),
        ...Array.from({ length: others }, () => ({ service: 'other', on: '2026-06-30' })),
        { service: 'early', on: '2026-07-01' },
      ];
      const quarter = quarterFrom(services, { served, journeys: [] }, period);
      assert.equal(quarter.places, 1);
      assert.equal(quarter.partners, 0);
      assert.equal(quarter.people, early < 5 ? null : 5 * Math.round(early / 5));
      assert.equal(quarter.wait, null);
    }),
  );
  assert.deepEqual(figuresOf([], ''), []);
});

/** The smallest day by which half had the event, by the definition of the product limit, day by day. */
function medianByHand(waits: readonly { days: number; met: boolean }[]): number | null {
  let share = 1;
  for (let day = 0; day <= Math.max(0, ...waits.map(({ days }) => days)); day++) {
    const atRisk = waits.filter(({ days }) => days >= day).length;
    const met = waits.filter((one) => one.days === day && one.met).length;
    if (atRisk > 0) share *= (atRisk - met) / atRisk;
    if (share <= 0.5 + 1e-9) return day;
  }
  return null;
}

describe('early help in the demo', () => {
  let house: TestHouse;
  let quarters: EarlyQuarter[];
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query<{ content: EarlyQuarter }>('select content from early_quarter order by from_on');
    quarters = rows.map(({ content }) => content);
  });
  after(() => house?.close());

  test('SOM-21: people and days are those of the rows themselves, counted again by hand', async () => {
    assert.ok(quarters.length >= 6, `${quarters.length} quarters`);
    let compared = 0;
    for (const { from, to, people, wait } of quarters) {
      const { rows: firsts } = await house.database.pool.query<{ count: number }>(
        `select count(*)::int as count from (
           select s.person_id, min(s.starts_at) as first from support_session s where s.state in ('attended', 'late_seen', 'written_up') group by s.person_id) f
         where (f.first at time zone 'Europe/London')::date between $1 and $2
           and exists (select from support_session s join enrolment e on e.id = s.enrolment_id where s.person_id = f.person_id and s.starts_at = f.first and e.service_code = 'early-help')`,
        [from, to],
      );
      const count = firsts[0]?.count ?? 0;
      assert.equal(people, count < 5 ? null : 5 * Math.round(count / 5), from);
      const { rows: waits } = await house.database.pool.query<{ days: number; met: boolean }>(
        `select (coalesce(least(met, gone), $2::date) - (r.received_at at time zone 'Europe/London')::date) as days, met is not null as met from referral r
         join lateral (select o.service_code from triage_decision d join offer o on o.decision_id = d.id
           where d.referral_id = r.id and (d.confirmed_at at time zone 'Europe/London')::date <= $2 order by d.confirmed_at, o.position limit 1) offered on true
         left join lateral (select min((s.starts_at at time zone 'Europe/London')::date) as met from enrolment e join support_session s on s.enrolment_id = e.id
           where e.referral_id = r.id and s.state in ('attended', 'late_seen', 'written_up') and (s.starts_at at time zone 'Europe/London')::date <= $2) seen on true
         left join lateral (select least(
             (select min((t.at at time zone 'Europe/London')::date) from transition t where t.subject_id = r.id and t.to_state = 'withdrawn'),
             (select min(e.ended_on) from enrolment e where e.referral_id = r.id)) as gone) left_first on gone <= $2 and met is null
         where r.state not in ('merged', 'draft') and offered.service_code = 'early-help' and (r.received_at at time zone 'Europe/London')::date between $1 and $2`,
        [from, to],
      );
      if (wait === null) continue;
      compared++;
      assert.equal(wait.median, medianByHand(waits), `${from}: ${waits.length} waited`);
    }
    assert.ok(compared > 0, 'some quarter has enough people to compare');
  });

  test('SOM-21: a quarter is counted once: neither another night nor another hand changes it', async () => {
    const made = 'select from_on, content, made_at from early_quarter order by from_on';
    const there = (await house.database.pool.query(made)).rows;
    const again = await house.database.db
      .transaction()
      .execute((tables) => countEarlyQuarters(tables, house.place.blueprint.services, house.clock.now()));
    assert.equal(again, 0);
    assert.deepEqual((await house.database.pool.query(made)).rows, there);
    for (const change of ["update early_quarter set content = '{}'", 'delete from early_quarter'])
      await assert.rejects(house.database.pool.query(change), /kept as it happened/);
  });

  test('SOM-21: managers and commissioners see four pictures, each with its table; nobody else does', async () => {
    const last = quarters.at(-1);
    assert.ok(last);
    for (const who of ['dev', 'grace']) {
      const page = await (await house.as(who)).get('/reports/early-help');
      assert.equal(page.statusCode, 200);
      assert.match(textOf(page.body), new RegExp(`Early help is offered at ${last.places} places`));
      assert.equal([...page.body.matchAll(/<table/g)].length, 4);
      for (const quarter of quarters) assert.ok(page.body.includes(saidQuarter(quarter)));
      assert.match((await (await house.as(who)).get('/reports')).body, /href="\/reports\/early-help"/);
    }
    for (const who of ['priya', 'siobhan', 'helen'])
      assert.equal((await (await house.as(who)).get('/reports/early-help')).statusCode, 403, who);
  });
});
