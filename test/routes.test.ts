// Every door of the house, tried by everybody: each role, the person, a referrer and nobody. Who may not is told so truly.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demoRoutes } from '../src/demo/doors/routes.tsx';
import { demoStaff } from '../src/demo/staff/staff.ts';
import { signKey } from '../src/platform/web/form-key.ts';
import type { Route } from '../src/platform/web/route.ts';
import { routes as rooms } from '../src/rooms.ts';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';

const all: readonly Route[] = [...rooms, ...demoRoutes()];
// Leaving a session is a door too, but the walk needs its sessions.
const leaving = new Set(['/sign-out', '/me/sign-out', '/demo/be', '/demo/tour', '/demo/tour/next', '/demo/reset', '/exit']);

describe('every route', () => {
  let house: TestHouse;
  const clients = new Map<string, Client>();
  const roles = new Map<string, readonly string[]>();
  before(async () => {
    house = await openTestHouse({ people: true });
    for (const staff of demoStaff) {
      clients.set(staff.code, await house.as(staff.code));
      roles.set(
        staff.code,
        staff.memberships.map((membership) => membership.access),
      );
    }
    const { rows } = await house.database.pool.query<{ id: string }>("select id from account where name = 'Carol Whittle'");
    clients.set('a person', await house.asAccount(rows[0]?.id ?? '', 'person'));
    roles.set('a person', ['PER']);
    clients.set('nobody', house.visitor());
    roles.set('nobody', []);
  });
  after(() => house?.close());

  const someId = '01a1f805-eba0-7100-8ffd-49f279922d24';
  const addressOf = (route: Route): string => route.path.replaceAll(/:\w+/g, someId);
  const keyFor = (client: Client): string =>
    signKey(
      Buffer.alloc(32, 7),
      someId.replace('eba0', String(Math.floor(Math.random() * 9000) + 1000)),
      client.cookies.get('session') ?? client.cookies.get('door') ?? '',
    );

  async function ask(client: Client, route: Route) {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return route.method === 'GET'
      ? house.server.inject({ url: addressOf(route), headers: { cookie } })
      : house.server.inject({
          method: 'POST',
          url: addressOf(route),
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          payload: new URLSearchParams({ form_key: keyFor(client) }).toString(),
        });
  }

  test('S14.1: every route answers every role and nobody as its permission says, and never with a fault', async () => {
    assert.ok(all.length > 40, `${all.length} routes`);
    const wrong: string[] = [];
    for (const route of all) {
      if (leaving.has(route.path)) continue;
      for (const [who, client] of clients) {
        const { statusCode, headers } = await ask(client, route);
        const name = `${route.method} ${route.path} as ${who}: ${statusCode}`;
        if (statusCode >= 500) wrong.push(name);
        else if (route.permission.kind === 'roles') {
          const held = roles.get(who) ?? [];
          const may = held.some((role) =>
            route.permission.kind === 'roles' ? (route.permission.roles as readonly string[]).includes(role) : false,
          );
          if (who === 'nobody') {
            if (route.method === 'GET' ? !(statusCode === 303 && String(headers.location).startsWith('/sign-in')) : statusCode !== 401)
              wrong.push(`${name}, not asked to sign in`);
          } else if (may ? statusCode === 403 : statusCode !== 403) wrong.push(`${name}, ${may ? 'may' : 'may not'}`);
        } else if (route.permission.kind === 'connected') {
          if (statusCode !== (route.method === 'GET' ? 401 : 415)) wrong.push(`${name}, no browser may`);
        } else if (route.permission.kind === 'signed-in' && who === 'nobody') {
          if (route.method === 'GET' ? statusCode !== 303 : statusCode !== 401) wrong.push(`${name}, not asked to sign in`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('nothing made outside route() is served, and a form from another site is refused', async () => {
    for (const route of all) {
      if (route.method !== 'POST') continue;
      const { statusCode } = await house.server.inject({
        method: 'POST',
        url: addressOf(route),
        headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'form_key=x',
      });
      // Where programs send documents there is no form to forge.
      assert.equal(statusCode, route.speaks ? 415 : 403, route.path);
    }
    assert.equal((await house.server.inject({ url: '/no-such-page' })).statusCode, 404);
  });

  test('H6, S4.1: every page is sent without a trace: not kept, no referrer, nothing from anywhere else', async () => {
    for (const route of all) {
      if (route.method !== 'GET') continue;
      const answer = await ask(clients.get('priya') ?? house.visitor(), route);
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
      assert.equal(answer.headers['cache-control'], 'no-store', route.path);
      assert.equal(answer.headers['referrer-policy'], 'no-referrer', route.path);
      assert.match(String(answer.headers['content-security-policy']), /default-src 'self'/);
      assert.doesNotMatch(answer.body, /(?:src|href|action)="(?:https?:)?\/\/(?!www\.bbc|www\.)/, route.path);
      assert.doesNotMatch(answer.body, / style="/, `${route.path} has an inline style`);
    }
  });

  test('H6: what a page loads is read as what it says it is, by us alone; what can be opened by itself has the rules of a page', async () => {
    const page = await house.server.inject({ url: '/start', headers: { accept: 'text/html' } });
    const loaded = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    assert.ok(
      loaded.some((path) => path.endsWith('.css')) &&
        loaded.some((path) => path.endsWith('.js')) &&
        loaded.some((path) => path.endsWith('.svg')),
    );
    for (const url of loaded) {
      const { statusCode, headers } = await house.server.inject({ url });
      assert.deepEqual(
        [statusCode, headers['x-content-type-options'], headers['cross-origin-resource-policy'], headers['referrer-policy']],
        [200, 'nosniff', 'same-origin', 'no-referrer'],
        url,
      );
      assert.equal(headers['content-security-policy'] !== undefined, url.endsWith('.svg'), url);
    }
  });

  test('an oversized form is refused with the right status', async () => {
    const { statusCode } = await house.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      payload: `email=${'x'.repeat(400_000)}`,
    });
    assert.equal(statusCode, 413);
  });

  test('SOM-7: a link that went from hand to hand opens its page, whatever was added to its address', async () => {
    for (const path of ['/start', '/q/1', '/refer', '/help', '/library', '/sign-in', '/me/sign-in']) {
      const { statusCode } = await house.server.inject({ url: `${path}?utm_source=newsletter&fbclid=IwAR0&in=xx` });
      assert.equal(statusCode, 200, path);
    }
  });

  test('H25: a file that breaks off on its way is refused in words, wherever files are taken', async () => {
    for (const route of all.filter(({ upload }) => upload !== undefined)) {
      const client = clients.get('dev') ?? house.visitor();
      const { statusCode, body } = await house.server.inject({
        method: 'POST',
        url: addressOf(route),
        headers: {
          cookie: `session=${client.cookies.get('session')}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nFirst na',
      });
      assert.equal(statusCode, 400, route.path);
      assert.match(body, /That could not be read/);
    }
  });
});
