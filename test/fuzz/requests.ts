// Requests nobody should send: any route, any role, fields of the right names and wrong values, documents that were spoilt, headers that lie.
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Route } from '../../src/platform/web/route.ts';
import { type Spoilt, spoilt } from './documents.ts';

export interface Wrong {
  readonly who: string;
  readonly route: Route;
  readonly request: InjectOptions;
}

export interface Ground {
  readonly routes: readonly Route[];
  /** Who asks, with their cookies. */
  readonly visitors: ReadonlyMap<string, string>;
  /** Real ids by the name a route gives them. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** What each route that takes a document is sent when nothing is wrong, by its path. */
  readonly documents: ReadonlyMap<string, Buffer>;
  /** A form key that counts for this visitor. */
  key(cookie: string): string;
  /** The key of a connected system. */
  readonly connection: string;
}

const awkward = [
  '', ' ', '0', '-1', '1e309', 'NaN', 'null', 'true', '\u0000', '\ud800', '\u202eevil', '<script>alert(1)</script>', "'; drop table person; --", '%00', '../../etc/passwd',
  '{{7*7}}', '$(7*7)', '=cmd|1', '2026-02-30', '9999-12-31', '00000000-0000-0000-0000-000000000000', 'ﷺ', '👩‍👩‍👧‍👧', '__proto__', 'constructor', 'a'.repeat(9_000),
  'https://[::1', 'http://localhost:1/', 'tel:07700900000', 'a@b', '07700 900999', 'SW1A 1AA', '{"a":[', '[[[[[[[[', '\\', '%', "it's", '\r\nSet-Cookie: a=b',
  // Cells of a decision table.
  '[1..', '< ', 'if true then', 'date("2026-02-30")', 'for i in 1..999999999 return i', 'every x in [1,2] satisfies', 'not(', '"', '1 / 0', '- - -', 'a.b.c.d', 'some x in x satisfies x',
] as const; // biome-ignore format: one list reads as one list

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => String.fromCodePoint(...bytes)) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('yes', 'no', 'text', 'phone', 'spoke', 'agreed', 'other', '1', '2', 'Some words of theirs.', '2026-11-20'),
  },
);

const formType = 'application/x-www-form-urlencoded';
const types = [
  formType,
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/fhir+json',
  'application/xml',
  '',
];
const tenMegabytes = Buffer.alloc(10_000_000, 'a');

const draws = fc.record({
  route: fc.nat(),
  who: fc.nat(),
  keyed: fc.nat(3),
  real: fc.nat(3),
  pick: fc.nat(),
  other: value,
  query: fc.array(fc.tuple(fc.nat(), value), { maxLength: 2 }),
  site: fc.constantFrom('same-origin', 'same-origin', 'same-origin', 'cross-site'),
  type: fc.constantFrom(...types),
  lie: fc.constantFrom('', 'gzip', 'x'),
  fields: fc.array(fc.tuple(fc.nat(), value), { maxLength: 8 }),
  spoil: spoilt,
  odd: fc.nat(999),
});
type Drawn = typeof draws extends fc.Arbitrary<infer One> ? One : never;

/** Drawn first and filled in afterwards: what a route takes changes no draw, so that a request costs little to make. */
export const wrongRequest = (ground: Ground): fc.Arbitrary<Wrong> => draws.map((drawn) => requestOf(ground, drawn));

const oneOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(list.length, 1)];

function addressOf({ path, query }: Route, ids: Ground['ids'], drawn: Drawn): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const known = drawn.real > 0 ? oneOf(ids.get(name) ?? [], drawn.pick) : undefined;
    return encodeURIComponent(known ?? drawn.other.toWellFormed().slice(0, 150));
  });
  const names = [...Object.keys(query.shape), 'in', 'x'];
  const asked = new URLSearchParams(drawn.query.map(([at, text]) => [oneOf(names, at) ?? 'x', text.toWellFormed().slice(0, 400)]));
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

function requestOf(ground: Ground, drawn: Drawn): Wrong {
  // Every route comes up as often as every other; so does everybody.
  const route = oneOf(ground.routes, drawn.route);
  const [who, cookie] = oneOf([...ground.visitors], drawn.who) ?? ['nobody', ''];
  if (!route) throw new Error('There are no routes.');
  const url = addressOf(route, ground.ids, drawn);
  const bearer = route.speaks ? { authorization: `Bearer ${drawn.keyed > 0 ? ground.connection : 'x'}` } : {};
  const headers = { cookie, 'sec-fetch-site': drawn.site, ...bearer };
  const send = (type: string, payload: Buffer | string, more: Record<string, string> = {}): Wrong => ({
    who,
    route,
    request: { method: 'POST', url, headers: { ...headers, 'content-type': type, ...more }, payload },
  });
  if (route.method === 'GET') return { who, route, request: { method: 'GET', url, headers } };
  if (drawn.odd === 0) return send(route.speaks?.type ?? drawn.type, tenMegabytes);
  const document = drawn.spoil(ground.documents.get(route.path) ?? Buffer.from('{"a":1,"b":"two"}'));
  if (route.speaks) return send(route.speaks.type, document);
  const names = [...Object.keys(route.body.shape), 'unknown', '__proto__'];
  const key = drawn.keyed > 0 ? ground.key(cookie) : 'x';
  const body: [string, string][] = [
    ['form_key', key],
    ...drawn.fields.map(([at, text]): [string, string] => [oneOf(names, at) ?? 'x', text.toWellFormed()]),
  ];
  if (route.upload && drawn.odd > 200) return send('multipart/form-data; boundary=x', multipart(body, document));
  // Something else than a form, or a form that says it is something else.
  if (drawn.odd < 80) return send(drawn.type, document, drawn.lie ? { 'content-encoding': drawn.lie } : {});
  return send(formType, new URLSearchParams(body).toString());
}

const multipart = (fields: readonly (readonly [string, string])[], file: Spoilt): Buffer =>
  Buffer.concat([
    ...fields.map(([name, text]) => Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)),
    Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'),
    file,
    Buffer.from('\r\n--x--\r\n'),
  ]);
