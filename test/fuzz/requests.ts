// Requests nobody should send: any route, any role, fields of the right names and wrong values, files and messages with bytes changed, headers that lie.
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { exampleMessage } from '../../src/exchange/bars/example.ts';
import type { Route } from '../../src/platform/web/route.ts';

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
  /** A form key that counts for this visitor. */
  key(cookie: string): string;
  /** The key of a connected system. */
  readonly connection: string;
}

const awkward = [
  '', ' ', '0', '-1', '1e309', 'NaN', 'null', 'true', '\u0000', '\ud800', '‮evil', '<script>alert(1)</script>', "'; drop table person; --", '%00', '../../etc/passwd',
  '{{7*7}}', '$(7*7)', '=cmd|1', '2026-02-30', '9999-12-31', '00000000-0000-0000-0000-000000000000', 'ﷺ', '👩‍👩‍👧‍👧', '__proto__', 'constructor', 'a'.repeat(9_000),
] as const; // biome-ignore format: one list reads as one list

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.constantFrom('yes', 'no', 'text', 'phone', 'spoke', 'agreed', 'other') },
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
] as const;

/** Some bytes changed, and sometimes the end cut off. */
const spoilt = (whole: Buffer) =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      keep: fc.double({ min: 0.1, max: 1, noNaN: true }),
      cut: fc.boolean(),
    })
    .map(({ changes, keep, cut }) => {
      const bytes = Buffer.from(cut ? whole.subarray(0, Math.floor(whole.length * keep)) : whole);
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    });

const multipart = (fields: Readonly<Record<string, string>>, file: Buffer): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, text]) =>
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name.replaceAll('"', '')}"\r\n\r\n${text}\r\n`),
    ),
    Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'),
    file,
    Buffer.from('\r\n--x--\r\n'),
  ]);
const table = Buffer.from('First name,Family name,Date of birth,Reason\nAnn,Marsh,1988-05-31,Low mood\n"Bo","Ash",,"Two\nlines"\n');

export function wrongRequest(ground: Ground): fc.Arbitrary<Wrong> {
  return fc
    .record({
      route: fc.constantFrom(...ground.routes),
      who: fc.constantFrom(...ground.visitors.keys()),
      keyed: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
      idIsReal: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    })
    .chain(({ route, who, keyed, idIsReal }) => {
      const cookie = ground.visitors.get(who) ?? '';
      const names = [...Object.keys(route.body.shape), 'unknown', '__proto__'];
      const path = fc
        .record({
          pick: fc.nat(),
          other: value,
          query: fc.dictionary(fc.constantFrom(...Object.keys(route.query.shape), 'in', 'x'), value, { maxKeys: 2 }),
        })
        .map(({ pick, other, query }) => {
          const filled = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
            const known = ground.ids.get(name) ?? [];
            return encodeURIComponent(
              (idIsReal ? known[pick % Math.max(known.length, 1)] : undefined) ?? other.toWellFormed().slice(0, 150),
            );
          });
          const asked = new URLSearchParams(Object.entries(query).map(([name, text]) => [name, text.slice(0, 400)])).toString();
          return asked === '' ? filled : `${filled}?${asked}`;
        });
      const headers = fc.record({
        site: fc.constantFrom('same-origin', 'same-origin', 'same-origin', 'cross-site'),
        type: fc.constantFrom(...types),
        lie: fc.constantFrom('', 'gzip', 'x'),
      });
      const fields = fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 8 });
      return fc
        .tuple(path, headers, fields, spoilt(table), spoilt(Buffer.from(JSON.stringify(exampleMessage()))), fc.integer({ min: 0, max: 5 }))
        .map(([url, { site, type, lie }, typed, file, message, odd]): Wrong => {
          const key = keyed ? ground.key(cookie) : 'x';
          const base = { cookie, 'sec-fetch-site': site, ...(route.speaks ? { authorization: `Bearer ${ground.connection}` } : {}) };
          if (route.method === 'GET') return { who, route, request: { method: 'GET', url, headers: base } };
          if (route.speaks)
            return {
              who,
              route,
              request: { method: 'POST', url, headers: { ...base, 'content-type': route.speaks.type }, payload: message },
            };
          const flat = Object.fromEntries(Object.entries(typed).map(([name, one]) => [name, Array.isArray(one) ? (one[0] ?? '') : one]));
          if (route.upload && odd > 1)
            return {
              who,
              route,
              request: {
                method: 'POST',
                url,
                headers: { ...base, 'content-type': 'multipart/form-data; boundary=x' },
                payload: multipart({ form_key: key, ...flat }, file),
              },
            };
          if (odd === 0)
            return {
              who,
              route,
              request: {
                method: 'POST',
                url,
                headers: { ...base, 'content-type': type, ...(lie ? { 'content-encoding': lie } : {}) },
                payload: message,
              },
            };
          const body = new URLSearchParams({ form_key: key });
          for (const [name, one] of Object.entries(typed))
            for (const text of Array.isArray(one) ? one : [one]) body.append(name, text.toWellFormed());
          return { who, route, request: { method: 'POST', url, headers: { ...base, 'content-type': formType }, payload: body.toString() } };
        });
    });
}
