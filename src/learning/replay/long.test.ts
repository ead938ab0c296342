// A replay of many past referrals goes on after its page: asked for once, followed by whoever writes rules, kept once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { mostAtOnce } from './model.ts';

const editionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('a long replay', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ work: false });
    const team = [...house.place.teams.values()].find(({ serviceCode, triages }) => serviceCode === 'spa' && triages);
    await house.database.pool.query(
      `begin; alter table person disable trigger user; alter table referral disable trigger user;
       create temp table many on commit drop as select gen_random_uuid() as id from generate_series(1, ${mostAtOnce + 500});
       insert into person (id, family_name, created_at, changed_at) select id, 'Invented', '2026-09-01', '2026-09-01' from many;
       insert into referral (id, person_id, state, door, kind, team_id, received_at, decide_by, created_at)
         select gen_random_uuid(), id, 'decided', 'self', 'self', '${team?.id}', '2026-09-01', '2026-09-03', '2026-09-01' from many;
       alter table person enable trigger user; alter table referral enable trigger user; commit`,
    );
  });
  after(() => house?.close());

  const replays = async (id: string): Promise<number> =>
    (await house.database.pool.query('select id from rule_replay where rule_version_id = $1', [id])).rows.length;

  test('H10: many past referrals are replayed after the page, once however often they are asked for, under the text that was replayed', async () => {
    const dev = await house.as('dev');
    await dev.get('/rules/spa/suggestion');
    const address = String((await dev.post('/rules/spa/suggestion/begin', { from: '1' })).headers.location);
    const id = address.split('/').at(-1) ?? '';
    await dev.get(`${address}/replay`);
    assert.equal((await dev.post(`${address}/replay`, { months: '12' })).statusCode, 303);
    assert.match(textOf((await dev.get(`${address}/replay`)).body), /It begins in a moment .*Look again/, 'complete without scripts');
    assert.doesNotMatch(dev.page, /<select/, 'while it is under way nobody asks again');
    const martin = await house.as('martin');
    assert.match(textOf((await martin.get(`${address}/replay`)).body), /It begins in a moment/, 'colleagues see it too');
    assert.equal(await replays(id), 0);

    await house.startWork();
    const shown = async (): Promise<string> => {
      for (;;) {
        const page = textOf((await dev.get(`${address}/replay`)).body);
        if (!/Look again/.test(page)) return page;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const done = await shown();
    assert.deepEqual(house.workFaults, []);
    assert.match(done, /Of about 2,500 people, fewer than 5 would be treated differently\./);
    assert.equal(await replays(id), 1);
    assert.match(textOf((await dev.get(address)).body), /This text has been replayed/);

    await dev.post(`${address}/name`, { version: editionIn(dev.page), name: 'First steps here', policy: 'RULE ORDER' });
    await dev.get(`${address}/replay`);
    assert.match(textOf(dev.page), /The rows have changed since this replay/);
    await dev.post(`${address}/replay`, { months: '12' });
    assert.match(await shown(), /Of about 2,500 people/);
    assert.equal(await replays(id), 2);
    assert.deepEqual(house.workFaults, []);
  });
});
