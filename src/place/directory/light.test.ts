import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { lights, litUnit, standingLight } from './light.ts';

test('SOM-16: a light holds for its hours and then reads “ask first”; it never changes what was said', () => {
  const hour = 3_600_000;
  fc.assert(
    fc.property(fc.constantFrom(...lights), fc.integer({ min: 1, max: 24 }), fc.nat(30 * hour), (light, hours, age) => {
      const at = new Date('2026-11-20T19:00:00Z');
      const standing = standingLight({ unit: 'seat', hours }, { light, at }, new Date(at.getTime() + age));
      assert.equal(standing.state, age < hours * hour ? light : 'ask first');
      assert.equal(standing.at, at);
    }),
  );
  assert.deepEqual(standingLight({ unit: 'seat', hours: 2 }, null, new Date()), { unit: 'seat', state: 'ask first', at: null });
});

describe('the light of a café', () => {
  let house: TestHouse;
  const cafes: Record<string, string> = {};
  before(async () => {
    // Friday evening, an hour after both cafés open.
    house = await openTestHouse({ start: '2026-11-20T19:00:00Z' });
    const { rows } = await house.database.pool.query<{ id: string; key: string }>(
      "select id, source_key as key from directory_service where own and source_key in ('cafe-bridgwater', 'cafe-mendip')",
    );
    for (const { id, key } of rows) cafes[key] = id;
  });
  after(() => house.close());

  const entry = async (code: string): Promise<string> => {
    const visitor = house.visitor();
    assert.equal((await visitor.get(`/help/${cafes[code]}`)).statusCode, 200);
    return textOf(visitor.page);
  };

  test('SOM-16: both cafés are services with hours, a place and a light; what happens at a visit is for the café’s own records', () => {
    for (const code of ['cafe-bridgwater', 'cafe-mendip']) {
      const service = house.place.blueprint.services.find((one) => one.code === code);
      assert.ok(service && cafes[code]);
      assert.equal(service.needsReferral, false);
      assert.ok(service.hours.spans.length > 0);
      assert.deepEqual(litUnit(service), { unit: 'café seat', hours: 2 });
    }
  });

  test('SOM-16: its staff say the light in two clicks; everybody reads it with its hour until it decays to “ask first” (not a visit record)', async () => {
    assert.match(await entry('cafe-bridgwater'), /Open now, until midnight.*Ask first if there is room/);
    const beth = await house.as('beth');
    await beth.get('/services');
    assert.match(beth.page, /Crisis café, Bridgwater.*Ask first.*Nobody has said yet/s);
    assert.doesNotMatch(beth.page, new RegExp(`/services/${cafes['cafe-mendip']}/light`), 'another café’s light is its own people’s');
    const pressed = await beth.post(`/services/${cafes['cafe-bridgwater']}/light`, { light: 'nearly_full', from: 'list' });
    assert.equal(pressed.headers.location, '/services');

    assert.match(await entry('cafe-bridgwater'), /Open now, until midnight Nearly full, said at 7pm/);
    const visitor = house.visitor();
    await visitor.get('/help');
    await visitor.post('/help', { words: 'café', area: '', only: ['open'] });
    assert.match(textOf(visitor.page), /Nearly full, said at 7pm/, 'and in the list of what is open now');
    await beth.get('/services?show=open');
    assert.match(textOf(beth.page), /Nearly full, said at 7pm/);

    house.clock.set('2026-11-20T20:59:59Z');
    assert.match(await entry('cafe-bridgwater'), /Nearly full, said at 7pm/);
    house.clock.set('2026-11-20T21:00:00Z');
    const decayed = await entry('cafe-bridgwater');
    assert.match(decayed, /Ask first if there is room Last said on Friday 20 Nov at 7pm/);
    assert.doesNotMatch(decayed, /Nearly full/);
    house.clock.set('2026-11-21T10:00:00Z');
    assert.doesNotMatch(await entry('cafe-bridgwater'), /Ask first|Nearly full/, 'a shut door has no light');
  });

  test('SOM-16: only the café’s own people and whoever keeps every entry say its light', async () => {
    const beth = await house.as('beth');
    await beth.get('/services');
    assert.equal((await beth.post(`/services/${cafes['cafe-mendip']}/light`, { light: 'full' })).statusCode, 403);
    const priya = await house.as('priya');
    await priya.get(`/services/${cafes['cafe-bridgwater']}`);
    assert.equal((await priya.post(`/services/${cafes['cafe-bridgwater']}/light`, { light: 'full' })).statusCode, 403);
    const dev = await house.as('dev');
    await dev.get(`/services/${cafes['cafe-mendip']}`);
    assert.equal((await dev.post(`/services/${cafes['cafe-mendip']}/light`, { light: 'full' })).statusCode, 303);
    assert.equal((await dev.post(`/services/${cafes['cafe-mendip']}/light`, { light: 'maybe' })).statusCode, 422);
    const { rows } = await house.database.pool.query("select 1 from directory_light where light = 'full'");
    assert.equal(rows.length, 1);
  });
});
