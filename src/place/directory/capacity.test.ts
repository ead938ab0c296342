import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { type Capacity, capacities, capacityWords, lightOf, publishedRoom, roomInShort, saidUnits } from './capacity.ts';
import { capacityOf } from './counting.ts';

const now = new Date('2026-11-20T08:15:00Z');
const nobody = { used: 0, reserved: 0, workers: 0 };

test('CHO-20: what is used, kept and free adds up to what there is, and more than there is is said', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.nat(250),
      fc.nat(30),
      fc.nat(12),
      fc.boolean(),
      (number, used, reserved, workers, each) => {
        const [one] = capacities(
          [{ unit: 'caseload place', number, ...(each ? { per: 'worker' as const } : {}) }],
          { used, reserved, workers },
          [],
          now,
        );
        assert.ok(one?.kind === 'counted');
        assert.equal(one.total, each ? number * workers : number);
        assert.equal(one.free, Math.max(0, one.total - used - reserved));
        const words = capacityWords(one);
        assert.equal(/^Full/.test(words), one.free === 0, words);
        assert.equal(/more than there are/.test(words), used + reserved > one.total, words);
        assert.equal(lightOf(one) === 'full', one.free === 0);
        assert.equal(roomInShort(one) === 'Full now: they wait, and hear from us', one.free === 0);
      },
    ),
  );
});

test('fields §25: people take up places for as long as they are supported, and no other unit', () => {
  const found = capacities(
    [
      { unit: 'group place', number: 40, per: 'week' },
      { unit: 'unit', number: 14 },
      { unit: 'caseload place', number: 20, per: 'worker' },
    ],
    { used: 30, reserved: 2, workers: 3 },
    [],
    now,
  );
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['not told', 'not told', 'counted'],
  );
  assert.equal(
    capacityWords(found[2] as Capacity),
    '28 of 60 caseload places free: 30 used, 2 kept for people who said yes or were asked.',
  );
});

test('fields §25: what was told decays to “not confirmed”, sooner for an evening than for a caseload', () => {
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const told = (per: 'evening' | 'week' | 'month', days: number) =>
    capacities(
      [{ unit: 'seat', number: 18, per }],
      nobody,
      [{ serviceId: '1', unit: 'seat', available: 7, updated: at(days) }],
      now,
    )[0] as Capacity;
  assert.equal(lightOf(told('evening', 0.5)), 'room');
  assert.equal(lightOf(told('evening', 1.5)), 'not confirmed');
  assert.equal(lightOf(told('week', 6)), 'room');
  assert.equal(lightOf(told('week', 8)), 'not confirmed');
  assert.equal(lightOf(told('month', 30)), 'room');
  assert.equal(capacityWords(told('evening', 0)), '7 of 18 seats an evening free.');
  assert.equal(roomInShort(told('week', 8)), null, 'nobody is sent by an old number');
  assert.equal(saidUnits(2, 'desk'), '2 desks');
});

test('CHO-20, S13: what is published of counted room is never more than there is, says whether there is any, and tells nobody’s start or end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(250), (total, used) => {
      const published = (of: number) =>
        publishedRoom('s', capacities([{ unit: 'place', number: total }], { used: of, reserved: 0, workers: 0 }, [], now), now)[0];
      const one = published(used);
      const free = Math.max(0, total - used);
      assert.ok(one && one.available <= free);
      assert.equal(one.available > 0, free > 0);
      assert.equal(one.maximum, total);
      assert.equal(one.updated, '2026-11-20T08:00:00.000Z');
      // Of five people who begin one after the other, at most one changes the number, and the one who fills it.
      const seen = new Set([0, 1, 2, 3, 4].map((more) => published(used + more)?.available));
      assert.ok(seen.size <= 3 && (free < 5 || seen.size <= 2), `${[...seen]}`);
    }),
  );
  const told = { unit: 'bed', available: 2, updated: now.toISOString(), serviceId: 's' };
  assert.deepEqual(
    publishedRoom('s', capacities([{ unit: 'bed', number: 4, per: 'evening' }], { ...nobody }, [told], now), now),
    [],
    'what was told is published as it was told, and not twice',
  );
});

describe('capacity of the demo’s services', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const context = (): Pick<Context, 'place' | 'now' | 'asWorker'> => ({
    place: house.place,
    now: house.clock.now(),
    asWorker: <T>(job: string, work: (tables: Tables) => Promise<T>) => house.database.as({ kind: 'worker', job }, work),
  });

  test('CHO-20: the numbers are those of the records themselves, for every service', async () => {
    const { rows: enrolments } = await house.database.pool.query<{ service_code: string; state: string; offer_id: string | null }>(
      'select service_code, state, offer_id from enrolment',
    );
    const { rows: offers } = await house.database.pool.query<{ id: string; service_code: string; state: string }>(
      'select id, service_code, state from offer',
    );
    let counted = 0;
    for (const { code } of house.place.blueprint.services) {
      const mine = enrolments.filter((one) => one.service_code === code);
      const used = mine.filter(({ state }) => ['active', 'paused', 'ending'].includes(state)).length;
      const taken = new Set(enrolments.map(({ offer_id }) => offer_id));
      const reserved =
        mine.filter(({ state }) => ['offered', 'accepted', 'waiting'].includes(state)).length +
        offers.filter((one) => one.service_code === code && (one.state === 'sent' || (one.state === 'accepted' && !taken.has(one.id))))
          .length;
      for (const one of await capacityOf(context(), code)) {
        if (one.kind !== 'counted') continue;
        assert.deepEqual([one.used, one.reserved], [used, reserved], code);
        counted += used + reserved;
      }
    }
    assert.ok(counted > 20, `${counted} people`);
    assert.deepEqual(await capacityOf(context(), 'no-such-service'), []);
  });

  test('CHO-20: the desk says how much room each step has, of its own service', async () => {
    const priya = await house.as('priya');
    await priya.get('/triage');
    const referral = /href="\/triage\/([0-9a-f-]{36})/.exec(priya.page)?.[1];
    await priya.get(`/triage/${referral}`);
    const said = priya.page.replaceAll(/<[^>]+>/g, ' ');
    assert.match(said, /\d+ of 120 caseload places free/);
    const [early] = await capacityOf(context(), 'early-help');
    assert.ok(early && said.includes(roomInShort(early) ?? '…'), said.match(/[^.]*of 120[^.]*/)?.[0]);
  });
});
