// Every door of the house, tried by everybody: each role, the person, a referrer and nobody. Who may not is told so truly, and nothing that is typed breaks anything.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { demoRoutes } from '../src/demo/routes.tsx';
import { demoStaff } from '../src/demo/staff.ts';
import { signKey } from '../src/platform/web/form-key.ts';
import type { Route } from '../src/platform/web/route.ts';
import { routes as rooms } from '../src/rooms.ts';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';

const all: readonly Route[] = [...rooms, ...demoRoutes()];
// Leaving a session is a door too, but the walk needs its sessions.
const leaving = new Set(['/sign-out', '/me/sign-out', '/demo/be', '/demo/tour', '/demo/tour/next', '/demo/reset', '/exit']);

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
  for (const [name, query] of Object.entries(examples)) {
    const found = await house.database.pool.query<{ id: string }>(query);
    if (found.rows[0]) real.set(name, found.rows[0].id);
  }
  clients.set('nobody', house.visitor());
  roles.set('nobody', []);
});
after(() => house?.close());

const someId = '01a1f805-eba0-7100-8ffd-49f279922d24';
/** Real rows to try, by the name a route gives to the id in its path. */
const real = new Map<string, string>();
const addressOf = (route: Route, ids: ReadonlyMap<string, string> = new Map()): string =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids.get(name) ?? someId);
const examples: Readonly<Record<string, string>> = {
  referral: "select id from referral where state = 'submitted' order by decide_by limit 1",
  advice: "select id from advice where state = 'asked' order by answer_by limit 1",
  decision: "select id from triage_decision where state = 'awaiting_countersign' limit 1",
  person: "select person_id as id from account where name = 'Carol Whittle'",
  offer: "select id from offer where state = 'sent' order by id limit 1",
  session:
    "select s.id from support_session s join account a on a.person_id = s.person_id where a.name = 'Carol Whittle' order by s.starts_at desc limit 1",
  plan: "select p.id from plan p join account a on a.person_id = p.person_id where a.name = 'Carol Whittle' limit 1",
  enrolment: "select e.id from enrolment e join account a on a.person_id = e.person_id where a.name = 'Carol Whittle' limit 1",
  release: 'select id from report_release limit 1',
};
const keyFor = (client: Client): string =>
  signKey(
    Buffer.alloc(32, 7),
    someId.replace('eba0', String(Math.floor(Math.random() * 9000) + 1000)),
    client.cookies.get('session') ?? client.cookies.get('door') ?? '',
  );

async function ask(client: Client, route: Route, fields: Record<string, string> = {}, ids: ReadonlyMap<string, string> = new Map()) {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return route.method === 'GET'
    ? house.server.inject({ url: addressOf(route, ids), headers: { cookie } })
    : house.server.inject({
        method: 'POST',
        url: addressOf(route, ids),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ form_key: keyFor(client), ...fields }).toString(),
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

const hostileFile = new URL('../../shared/data/hostile/blns.json', import.meta.url);
const ownHostile = [
  '\u0000',
  '<script>alert(1)</script>',
  "'; drop table person; --",
  '{{7*7}}',
  '=1+1',
  '%00',
  '../../etc/passwd',
  '\u202Eevil',
  '𝕳𝖊𝖑𝖑𝖔 😀',
  'ا'.repeat(300),
  ' ',
  '-1',
  '1e309',
  'null',
  '[object Object]',
  '\ud800',
];

test('hostile strings in every field of every form break nothing: no fault, no half-written record', async (t) => {
  let strings = ownHostile;
  if (existsSync(hostileFile)) strings = [...ownHostile, ...(JSON.parse(readFileSync(hostileFile, 'utf8')) as string[])];
  else t.diagnostic('The published list of hostile strings is not here; only our own were tried.');
  let at = 0;
  const next = (): string => {
    at = (at * 31 + 7) % 100_003;
    return strings[at % strings.length] ?? '';
  };
  const wrong: string[] = [];
  for (const route of all) {
    if (route.method !== 'POST' || leaving.has(route.path)) continue;
    const names = Object.keys(route.body.shape);
    for (const who of ['priya', 'siobhan', 'dev', 'a person', 'nobody'])
      for (let round = 0; round < 3; round += 1) {
        const client = clients.get(who);
        if (!client) continue;
        const { statusCode } = await ask(
          client,
          route,
          Object.fromEntries(names.map((name) => [name, next()])),
          round === 0 ? undefined : real,
        );
        if (statusCode >= 500) wrong.push(`${route.path} as ${who}: ${statusCode}`);
      }
  }
  assert.deepEqual(wrong, []);
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
