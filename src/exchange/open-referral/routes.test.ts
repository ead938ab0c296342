import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { keepDirectory } from '../../place/directory/actions.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { readDirectory } from './read-directory.ts';

const schemas = new URL('../../../../shared/data/open-referral/uk-schema-compiled/', import.meta.url);
const examples = new URL('../../../../shared/data/open-referral/uk-examples/', import.meta.url);

interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly { readonly id: string; readonly name?: string }[];
}

describe('the directory as open data', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  const ask = (path: string, headers: Record<string, string> = {}) => house.server.inject({ url: `/open-referral${path}`, headers });
  const read = async <T = Page>(path: string): Promise<T> => {
    const answer = await ask(path);
    assert.equal(answer.statusCode, 200, `${path} ${answer.body.slice(0, 300)}`);
    return JSON.parse(answer.body);
  };
  const names = ({ contents }: Page): readonly (string | undefined)[] => contents.map(({ name }) => name);

  test('fields §31: every endpoint of the profile answers without a key, to any origin', async () => {
    for (const path of ['', '/services', '/service_at_locations', '/organizations', '/taxonomies', '/taxonomy_terms']) {
      const answer = await ask(path, { origin: 'https://elsewhere.example' });
      assert.equal(answer.statusCode, 200, path);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['access-control-allow-credentials'], undefined);
      assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
      assert.match(String(answer.headers['content-type']), /^application\/json/);
      assert.equal(answer.headers['set-cookie'], undefined);
      if (path === '') continue;
      const page: Page = JSON.parse(answer.body);
      assert.ok(page.contents.length > 0, path);
      const one = await ask(`${path}/${page.contents[0]?.id}`);
      assert.equal(one.statusCode, 200, path);
      assert.equal(JSON.parse(one.body).id, page.contents[0]?.id);
    }
    const before = await house.server.inject({
      method: 'OPTIONS',
      url: '/open-referral/services',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    });
    assert.equal(before.statusCode, 204);
    assert.equal(before.headers['access-control-allow-origin'], '*');
    assert.match(String(before.headers['access-control-allow-headers']), /If-None-Match/);
    const head = await house.server.inject({ method: 'HEAD', url: '/open-referral/services' });
    assert.equal(head.statusCode, 200);
    assert.equal(head.body, '');
    assert.ok(head.headers.etag);
  });

  test('other pages stay closed to other origins', async () => {
    const page = await house.server.inject({ url: '/help', headers: { origin: 'https://elsewhere.example' } });
    assert.equal(page.headers['access-control-allow-origin'], undefined);
  });

  test('pages hold every service once, and say truly which page they are', async () => {
    const all = await read('/services?per_page=100');
    assert.equal(all.total_items, all.contents.length);
    assert.deepEqual([all.first_page, all.last_page, all.empty, all.total_pages], [true, true, false, 1]);
    const found: string[] = [];
    for (let page = 1; page <= Math.ceil(all.total_items / 4); page++) {
      const part = await read(`/services?per_page=4&page=${page}`);
      assert.equal(part.page_number, page);
      assert.equal(part.size, part.contents.length);
      assert.equal(part.last_page, page === part.total_pages);
      found.push(...part.contents.map(({ id }) => id));
    }
    assert.deepEqual(
      found,
      all.contents.map(({ id }) => id),
    );
    const beyond = await read('/services?page=900');
    assert.deepEqual([beyond.empty, beyond.last_page, beyond.size], [true, true, 0]);
  });

  test('CHO-20: the room of our own services that the records count is published, by page and whole, and read back by our own reader', async () => {
    const all = await read('/services?per_page=100');
    const own = house.place.blueprint.services.filter(({ capacity }) => capacity.length > 0);
    const named = all.contents.filter(({ name }) => own.some((service) => service.name === name));
    assert.ok(named.length >= 5);
    let counted = 0;
    for (const { id, name } of named) {
      const answer = await house.server.inject(`/open-referral/services/${id}`);
      const { capacities = [] } = answer.json<{ capacities?: { available: number; maximum: number; unit: { name: string } }[] }>();
      const units = own.filter((service) => service.name === name).flatMap(({ capacity }) => capacity.map(({ unit }) => unit));
      for (const one of capacities) {
        assert.ok(units.includes(one.unit.name) && one.available <= one.maximum, JSON.stringify(one));
        counted += 1;
      }
      const page = await house.visitor().get(`/help/${id}`);
      for (const one of capacities) assert.ok(page.body.includes(`${one.available}/${one.maximum} ${one.unit.name}`), name);
    }
    assert.ok(counted >= 5, `${counted} units`);
  });

  test('each parameter of the profile narrows as it says', async () => {
    const everything = await read('/services?per_page=100');
    assert.ok(names(await read('/services?search=calm evening')).includes('Crisis café, Bridgwater'));
    assert.equal((await read('/services?search=%26%7C!')).empty, true);
    const terms = await read('/taxonomy_terms?per_page=100');
    const home = terms.contents.find(({ name }) => name === 'Home');
    assert.ok(home);
    const forHomes = await read(`/services?per_page=100&taxonomy_term_id=${home.id}`);
    assert.ok(
      names(forHomes).includes('Housing fast track') && !names(forHomes).includes('Eating pathway'),
      'SOM-3: each need has its offers',
    );
    const [needs] = (await read('/taxonomies')).contents;
    assert.equal((await read(`/services?per_page=100&taxonomy_id=${needs?.id}`)).total_items, everything.total_items);
    const older = names(await read('/services?per_page=100&minimum_age=18'));
    assert.ok(older.includes('Outreach') && !older.includes('Early help'));
    assert.deepEqual(names(await read('/services?maximum_age=17')), ['Young people’s front door']);
    const sundays = names(await read('/services?per_page=100&day=sunday'));
    assert.ok(sundays.includes('Crisis café, Mendip') && !sundays.includes('Outreach'));
    assert.deepEqual(names(await read('/services?per_page=100&day=SU')), sundays);
    const evenings = names(await read('/services?per_page=100&day=FR&start_time=18:00'));
    assert.deepEqual(evenings, ['Crisis café, Bridgwater', 'Crisis café, Mendip']);
    assert.deepEqual(names(await read('/services?per_page=100&day=FR&start_time=18:00&end_time=23:00')), ['Crisis café, Mendip']);
    assert.ok((await read('/service_at_locations?postcode=TA6%209ZZ')).total_items >= 2);
    assert.equal((await read('/service_at_locations?postcode=TA6%209ZZ&proximity=50')).total_items, 1);
    const near = await read('/service_at_locations?postcode=TA6%209ZZ&proximity=1000');
    const far = await read('/service_at_locations?postcode=TA6%209ZZ&proximity=900000');
    assert.ok(near.total_items > 1 && near.total_items < far.total_items);
  });

  test('what is asked wrongly is refused in words, field by field, to any origin', async () => {
    for (const [path, field] of [
      ['/services?page=0', 'page'],
      ['/services?per_page=1000', 'per_page'],
      ['/services?day=someday', 'day'],
      ['/services?start_time=9', 'start_time'],
      ['/services?taxonomy_term_id=1', 'taxonomy_term_id'],
      ['/service_at_locations?postcode=nowhere', 'postcode'],
      ['/service_at_locations?proximity=100', 'proximity'],
      ['/service_at_locations?postcode=ZE1%200AA&proximity=100', 'postcode'],
    ] as const) {
      const answer = await ask(path);
      assert.equal(answer.statusCode, 422, path);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      const { problem } = JSON.parse(answer.body);
      assert.equal(problem.faults[0].field, field, path);
      assert.match(problem.faults[0].message, /^(Give|No place) .*\.$/);
    }
    const unknown = await ask('/services?colour=red&size=big');
    assert.equal(unknown.statusCode, 422);
    assert.match(unknown.body, /Part of it cannot be read: colour, size\./, 'what is not known is named');
    for (const path of [
      '/services/01a1f805-eba0-7100-8ffd-49f279922d24',
      '/services/none',
      '/taxonomies/01a1f805-eba0-7100-8ffd-49f279922d24',
    ]) {
      const answer = await ask(path);
      assert.equal(answer.statusCode, 404, path);
      assert.ok(JSON.parse(answer.body).problem.title);
    }
  });

  test('an answer that did not change is not sent again', async () => {
    const first = await ask('/services');
    const tag = String(first.headers.etag);
    assert.match(String(first.headers['cache-control']), /max-age/);
    const again = await ask('/services', { 'if-none-match': `"other", ${tag}` });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
    assert.equal((await ask('/services', { 'if-none-match': '"other"' })).statusCode, 200);
    assert.notEqual((await ask('/services?page=2')).headers.etag, tag);
  });

  test('entries of others are published only where their terms let us', async (t) => {
    if (!existsSync(examples)) return t.skip('the published directory examples are not here');
    const theirs = readDirectory(JSON.parse(readFileSync(new URL('service_full.json', examples), 'utf8')), {
      url: 'https://their.example',
      licence: 'CC BY-SA 4.0',
      fetchedAt: house.clock.now().toISOString(),
    });
    assert.ok(theirs.ok);
    const keep = (shared: boolean) =>
      house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
        keepDirectory(tables, identifiers(house.clock), theirs.value, {
          address: 'https://their.example',
          name: 'Theirs',
          licence: 'CC BY-SA 4.0',
          fetchedAt: house.clock.now(),
          shared,
        }),
      );
    await keep(false);
    assert.equal(names(await read('/services?search=counselling')).includes('Community Counselling'), false);
    await keep(true);
    const [found] = (await read('/services?search=counselling')).contents;
    assert.equal(found?.name, 'Community Counselling');
  });

  test('fields §31: what this house publishes fits the schemas, and another house that reads it publishes the same', async (t) => {
    if (!existsSync(schemas)) return t.skip('the published schemas are not here');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    const fits = (name: string) => ajv.compile(JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')));
    const [whole, place, organisation] = [fits('service'), fits('service_at_location'), fits('organization')];
    const page = await read('/services?per_page=100');
    const records = [];
    for (const { id } of page.contents) {
      const record = await read<{ id: string }>(`/services/${id}`);
      assert.ok(whole(record), JSON.stringify(whole.errors));
      records.push(record);
    }
    for (const { id } of (await read('/service_at_locations')).contents)
      assert.ok(place(await read(`/service_at_locations/${id}`)), JSON.stringify(place.errors));
    for (const { id } of (await read('/organizations')).contents)
      assert.ok(organisation(await read(`/organizations/${id}`)), JSON.stringify(organisation.errors));

    const other = await openTestHouse();
    try {
      await other.database.pool.query("update directory_source set shared = false; update directory_service set status = 'defunct'");
      const source = { url: 'https://first.example', licence: 'Open Government Licence', fetchedAt: other.clock.now().toISOString() };
      const taken = readDirectory(records, source);
      assert.ok(taken.ok);
      assert.deepEqual(taken.value.faults, []);
      await other.database.as({ kind: 'worker', job: 'test' }, (tables) =>
        keepDirectory(tables, identifiers(other.clock), taken.value, {
          address: source.url,
          name: 'First',
          licence: source.licence,
          fetchedAt: other.clock.now(),
          shared: true,
        }),
      );
      const { rows } = await other.database.pool.query<{ id: string; source_key: string }>(
        ['service', 'organisation', 'location', 'service_at_location', 'schedule', 'term', 'taxonomy']
          .map((table) => `select id::text, source_key from directory_${table}`)
          .join(' union all '),
      );
      const theirIds = new Map(rows.map(({ id, source_key }) => [id, source_key]));
      const asFirst = (json: string): string => json.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => theirIds.get(id) ?? id);
      const reading = (json: unknown) => {
        const result = readDirectory(json, source);
        assert.ok(result.ok);
        return Object.fromEntries(
          Object.entries(result.value).map(([name, list]) => [
            name,
            Array.isArray(list) ? list.map((one) => JSON.stringify(one)).sort() : list,
          ]),
        );
      };
      const again = [];
      for (const { id } of JSON.parse((await other.server.inject('/open-referral/services?per_page=100')).body).contents)
        again.push(JSON.parse(asFirst((await other.server.inject(`/open-referral/services/${id}`)).body)));
      assert.deepEqual(reading(again), reading(records));
    } finally {
      await other.close();
    }
  });

  test('too many requests in a minute wait', async () => {
    let status = 200;
    for (let n = 0; n < 400 && status !== 429; n++) ({ statusCode: status } = await ask(''));
    assert.equal(status, 429);
    const answer = await ask('/services');
    assert.equal(answer.headers['retry-after'], '60');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    house.clock.advance(61_000);
    assert.equal((await ask('/services')).statusCode, 200);
  });
});
