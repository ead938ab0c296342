import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { keepDirectory } from './actions.ts';
import { type Directory, emptyDirectory } from './model.ts';

describe('the doors of the directory', () => {
  let house: TestHouse;
  let hostileId: string;
  const hostile = '<script>alert(1)</script>';
  const provenance = { source: 'x', sourceId: '1', licence: '', fetchedAt: '2026-11-20T08:15:00Z', lastConfirmed: '2024-03-03' };
  const directory: Directory = {
    ...emptyDirectory,
    organisations: [{ id: 'o', name: `${hostile} trust`, identifiers: [], provenance }],
    services: [
      {
        id: '1',
        organisationId: 'o',
        name: `Zebra ${hostile}`,
        description: '<p>Come in.</p>\n<img src=x onerror=alert(1)>',
        status: 'active',
        howToUse: 'No referral needed',
        languages: [],
        areas: ['"><b>Area'],
        funding: [],
        phones: [{ number: 'javascript:alert(1)' }, { number: '01632 960001' }],
        contacts: [],
        provenance,
      },
    ],
  };

  before(async () => {
    house = await openTestHouse();
    hostileId = await house.database.as({ kind: 'worker', job: 'test' }, async (tables) => {
      const origin = { address: 'x', name: 'Elsewhere', licence: 'Open Government Licence', fetchedAt: house.clock.now() };
      await keepDirectory(tables, identifiers(house.clock), directory, origin);
      return (await tables.selectFrom('directoryService').select('id').where('own', '=', false).executeTakeFirstOrThrow()).id;
    });
  });
  after(() => house.close());

  test('anybody looks for help without signing in; title and address tell nothing of what was looked for', async () => {
    const visitor = house.visitor();
    assert.equal((await visitor.get('/help')).statusCode, 200);
    assert.match(visitor.page, /<title>Places and services – /);
    assert.match(visitor.page, /Exit this page/);
    const found = await visitor.post('/help', { words: 'talk evening', area: 'Bridgwater' });
    assert.equal(found.statusCode, 200);
    assert.match(textOf(found.body), /1 found Crisis café, Bridgwater/);
    assert.match(found.body, /<title>Places and services – /);
    const address = /href="(\/help\/[\w-]+)"/.exec(found.body)?.[1] ?? '';
    const entry = await visitor.get(address);
    assert.match(entry.body, /<title>Places and services – /);
    assert.match(textOf(entry.body), /Crisis café, Bridgwater .*Closed now\. Opens today at 6pm.*Call 01632 960184.*Confirmed today/);
    assert.match(textOf((await visitor.post('/help', { words: 'nothing like this' })).body), /Nothing fits all of that/);
    const open = await visitor.post('/help', { only: ['open', 'no_referral'] });
    assert.match(textOf(open.body), /Front door/);
    assert.doesNotMatch(textOf(open.body), /Closed now/);
  });

  test('what others publish is shown as text, with when it was last confirmed, and only telephones can be called', async () => {
    const entry = await house.visitor().get(`/help/${hostileId}`);
    assert.equal(entry.statusCode, 200);
    for (const bad of [hostile, '<img', '<b>Area', 'href="javascript', 'href="tel:javascript'])
      assert.equal(entry.body.includes(bad), false, bad);
    assert.match(entry.body, /&lt;p>Come in\.&lt;\/p>/);
    assert.match(entry.body, /href="tel:01632960001"/);
    assert.match(
      textOf(entry.body),
      /Not confirmed since 3 March 2024\. Things change: ring before you go\. From Elsewhere\. Open Government Licence\./,
    );
  });

  test('nothing is found for ids of nobody, and odd ones are refused', async () => {
    const visitor = house.visitor();
    assert.equal((await visitor.get('/help/00000000-0000-7000-8000-000000000000')).statusCode, 404);
    assert.equal((await visitor.get('/help/1%27--')).statusCode, 404);
    assert.equal((await visitor.post('/help', { words: 'x'.repeat(9_000) })).statusCode, 200, 'a search always answers');
    assert.equal((await visitor.post('/help', { other: 'x' })).statusCode, 422);
  });

  test('every role of staff sees Services and confirms an entry; nobody else does', async () => {
    for (const code of ['priya', 'martin', 'siobhan', 'beth', 'malik', 'joan', 'tomasz', 'dev', 'grace', 'helen']) {
      const client = await house.as(code);
      assert.equal((await client.get('/services')).statusCode, 200, code);
      assert.match(client.page, /href="\/services" aria-current="page"|aria-current="page"[^>]*href="\/services"|href="\/services"/);
    }
    assert.equal((await house.visitor().get('/services')).statusCode, 303);
    const client = await house.as('siobhan');
    await client.get('/services?show=to_confirm');
    assert.match(client.page, /Zebra/);
    assert.equal((await client.get(`/services/${hostileId}`)).statusCode, 200);
    const confirmed = await client.post(`/services/${hostileId}/confirm`, {});
    assert.equal(confirmed.statusCode, 303);
    await client.follow(confirmed);
    assert.match(textOf(client.page), /Confirmed today\. Everybody can see that\..*Confirmed today ?, by Siobhan Keane/);
    await client.get('/services?show=to_confirm');
    assert.doesNotMatch(client.page, /Zebra/);
    const everybody = await house.visitor().get(`/help/${hostileId}`);
    assert.match(textOf(everybody.body), /Confirmed today/);
    assert.doesNotMatch(everybody.body, /Siobhan/, 'who checked it is for staff');
  });
});
