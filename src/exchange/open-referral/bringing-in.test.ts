import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('bringing in another directory', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  const service = (id: string, more: object = {}) => ({
    id,
    name: `Heron ${id}`,
    status: 'active',
    phones: [{ id: `p${id}`, number: '01632 960001' }],
    organization: { id: 'o', name: 'Heron trust', description: 'x' },
    assured_date: '2026-11-01',
    ...more,
  });
  async function send(client: Client, json: unknown, fields: Record<string, string> = {}) {
    await client.get('/services/sources');
    const boundary = '----heron';
    const key = /name="form_key" value="([^"]+)"/.exec(client.page)?.[1] ?? '';
    const parts = Object.entries({ form_key: key, name: 'Heron', licence: 'Open Government Licence', ...fields }).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const content = typeof json === 'string' ? json : JSON.stringify(json);
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="heron.json"\r\ncontent-type: application/json\r\n\r\n${content}\r\n--${boundary}--\r\n`;
    return house.server.inject({
      method: 'POST',
      url: '/services/sources',
      headers: {
        cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'sec-fetch-site': 'same-origin',
      },
      payload: parts.join('') + file,
    });
  }
  const listed = async (): Promise<readonly string[]> =>
    (
      await house.database.pool.query<{ name: string }>(
        "select name from directory_service where name like 'Heron%' and listed order by name",
      )
    ).rows.map(({ name }) => name);

  test('CHO-15: a file is looked into and nothing is listed until somebody brings it in; then new, changed and gone are as it said', async () => {
    const dev = await house.as('dev');
    const first = await send(dev, { contents: [service('1'), service('2')] }, { terms: 'complete' });
    assert.equal(first.statusCode, 303, first.body.slice(0, 1500));
    await dev.get(String(first.headers.location));
    assert.match(textOf(dev.page), /New 2 entries/);
    assert.deepEqual(await listed(), [], 'nothing is kept by looking');
    assert.equal((await dev.post(`${first.headers.location}/bring-in`, {})).statusCode, 303);
    assert.deepEqual(await listed(), ['Heron 1', 'Heron 2']);
    await dev.get(String(first.headers.location));
    assert.equal((await dev.post(`${first.headers.location}/bring-in`, { form_key: undefined })).statusCode, 409, 'once');

    const id =
      (await house.database.pool.query<{ id: string }>("select id from directory_service where name = 'Heron 1'")).rows[0]?.id ?? '';
    const editing = await house.as('dev');
    await editing.get(`/services/${id}/edit`);
    const edited = await editing.post(`/services/${id}/edit`, {
      version: '1',
      alert: 'Ours',
      phones: '01632 960001',
      referral: 'not stated',
    });
    assert.equal(edited.statusCode, 303);
    const second = await send(dev, { contents: [service('1', { alert: 'Theirs', description: 'New words' })] }, { terms: 'complete' });
    await dev.get(String(second.headers.location));
    const words = textOf(dev.page);
    assert.match(words, /Heron 1: notice/);
    assert.match(words, /Ours: Ours\. Theirs: Theirs\./);
    assert.match(words, /Heron 1 Changed .*description/);
    assert.match(words, /Heron 2 No longer there/);
    assert.deepEqual(await listed(), ['Heron 1', 'Heron 2']);
    assert.equal((await dev.post(`${second.headers.location}/bring-in`, { theirs: '1 alert' })).statusCode, 303);
    assert.deepEqual(await listed(), ['Heron 1']);
    const { rows } = await house.database.pool.query("select alert, description from directory_service where name = 'Heron 1'");
    assert.deepEqual(rows, [{ alert: 'Theirs', description: 'New words' }]);
    const { rows: sources } = await house.database.pool.query("select licence, shared from directory_source where name = 'Heron'");
    assert.deepEqual(sources, [{ licence: 'Open Government Licence', shared: false }], 'who published it, and under which terms');
  });

  test('what is no directory, leads inside or is asked by others is refused in words', async () => {
    const dev = await house.as('dev');
    const broken = await send(dev, '{');
    assert.equal(broken.statusCode, 422);
    assert.match(textOf(broken.body), /The file is not JSON/);
    const empty = await send(dev, { hello: 'there' });
    await dev.get(String(empty.headers.location));
    assert.match(textOf(dev.page), /could not be read|no service|No services could be read/i);
    for (const address of ['http://example.org', 'https://127.0.0.1/services', 'https://db/services']) {
      await dev.get('/services/sources');
      const refused = await dev.post('/services/sources', { address, name: 'Inside', licence: 'x' });
      assert.equal(refused.statusCode, 422, address);
      assert.match(refused.body, /private network|must begin with https/);
      assert.ok(refused.body.includes(`value="${address}"`));
    }
    // A host of our own network may be asked where the installation says so, and no other.
    const hosts = house.place.directoryHosts;
    Object.assign(house.place, { directoryHosts: ['db:8443'] });
    await dev.get('/services/sources');
    assert.equal(
      (await dev.post('/services/sources', { address: 'https://db:8443/services', name: 'Inside', licence: 'x' })).statusCode,
      303,
    );
    await dev.get('/services/sources');
    assert.equal((await dev.post('/services/sources', { address: 'https://db/services', name: 'Inside', licence: 'x' })).statusCode, 422);
    Object.assign(house.place, { directoryHosts: hosts });
    await house.database.pool.query(
      "delete from directory_fetch where address like 'https://db:8443%'; delete from jobs.job where name = 'fetch-a-directory'",
    );
    const siobhan = await house.as('siobhan');
    assert.equal((await siobhan.get('/services/sources')).statusCode, 403);
  });

  test('an address is asked for after the page, and the page says that it is being fetched', async () => {
    const dev = await house.as('dev');
    await dev.get('/services/sources');
    const asked = await dev.post('/services/sources', {
      address: 'https://directory.example.org/services',
      name: 'Elsewhere',
      licence: 'not stated',
    });
    assert.equal(asked.statusCode, 303, asked.body.slice(0, 1500));
    await dev.get(String(asked.headers.location));
    assert.match(textOf(dev.page), /It is being fetched/);
    const { rows } = await house.database.pool.query<{ data: unknown }>("select data from jobs.job where name = 'fetch-a-directory'");
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows), /example\.org/, 'the queue holds ids alone');
  });
});
