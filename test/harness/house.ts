// A whole house on a database of its own, for tests that ask it as people do: the demo's place, its staff, a clock that stands still, and visitors with cookies.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { demoStaff } from '../../src/demo/staff.ts';
import { writeStaff } from '../../src/demo/write-staff.ts';
import { buildHouse } from '../../src/house.ts';
import { openPlace } from '../../src/place/setting-up/live-place.ts';
import { demoBlueprints, readPlace } from '../../src/place/setting-up/read-place.ts';
import { writePlace } from '../../src/place/setting-up/write-place.ts';
import { standingClock } from '../../src/platform/clock.ts';
import { accessTo } from '../../src/platform/database/as.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import type { LivePlace } from '../../src/platform/live-place.ts';
import { startSession } from '../../src/trust/accounts/session.ts';
import { createDatabase, type TestDatabase } from './postgres.ts';

/** Friday 20 November 2026, a quarter past eight in the morning. */
export const demoMorning = '2026-11-20T08:15:00Z';

export interface Client {
  get(path: string): Promise<LightMyRequestResponse>;
  /** Sends a form; the form key comes from the last page this client got unless given. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[] | undefined>>): Promise<LightMyRequestResponse>;
  /** Follows the redirect of an answer, or returns it. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
  /** HTML of the last page. */
  readonly page: string;
}

export interface TestHouse {
  readonly server: FastifyInstance;
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof standingClock>;
  readonly place: LivePlace;
  /** A browser with nobody signed in. */
  visitor(): Client;
  /** A browser signed in as one of the demo's staff, by code ('priya'). */
  as(code: string): Promise<Client>;
  /** A browser signed in as any account. */
  asAccount(accountId: string, kind: 'staff' | 'person' | 'referrer'): Promise<Client>;
  staffId(code: string): string;
  close(): Promise<void>;
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

function client(server: FastifyInstance): Client {
  const cookies = new Map<string, string>();
  let last = '';
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const cookie of answer.cookies) {
      if (cookie.value === '' || (cookie.expires && cookie.expires.getTime() <= 0)) cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    if (String(answer.headers['content-type']).startsWith('text/html')) last = answer.body;
    return answer;
  };
  const headers = (): Record<string, string> => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const self: Client = {
    cookies,
    get page() {
      return last;
    },
    get: async (path) => keep(await server.inject({ url: path, headers: headers() })),
    post: async (path, fields) => {
      const key = /name="form_key" value="([^"]+)"/.exec(last)?.[1];
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...(key ? { form_key: unescaped(key) } : {}), ...fields }))
        for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) body.append(name, one);
      return keep(
        await server.inject({
          method: 'POST',
          url: path,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          payload: body.toString(),
        }),
      );
    },
    follow: async (answer) => (answer.statusCode === 303 ? self.get(String(answer.headers.location)) : answer),
  };
  return self;
}

export async function openTestHouse(start: string = demoMorning): Promise<TestHouse> {
  const database = await createDatabase();
  const clock = standingClock(start);
  const identify = identifiers(clock);
  const as = accessTo(database.db, clock);
  const read = readPlace(demoBlueprints);
  const staffIds = await as({ kind: 'worker', job: 'set up a test' }, async (tables) => {
    await writePlace(tables, identify, read, {
      name: read.place.place,
      demo: true,
      secret: Buffer.alloc(32, 7),
      now: clock.now(),
      demoStartedAt: clock.now(),
    });
    return writeStaff(tables, identify, demoStaff, clock.now());
  });
  const opened = await as({ kind: 'worker', job: 'set up a test' }, (tables) => openPlace(tables, read.place, 'http://onedoor.test'));
  if (!opened) throw new Error('The place was not set up.');
  const { server } = await buildHouse({ database, clock, identify, place: opened.live, secret: opened.secret });
  const asAccount = async (accountId: string, kind: 'staff' | 'person' | 'referrer'): Promise<Client> => {
    const token = await as({ kind: 'worker', job: 'sign in a test' }, (tables) =>
      startSession(tables, { id: accountId, kind }, clock.now()),
    );
    const signedIn = client(server);
    signedIn.cookies.set('session', token);
    return signedIn;
  };
  const staffId = (code: string): string => {
    const id = staffIds.get(code);
    if (!id) throw new Error(`Nobody in the demo is called ${code}.`);
    return id;
  };
  return {
    server,
    database,
    clock,
    place: opened.live,
    visitor: () => client(server),
    as: (code) => asAccount(staffId(code), 'staff'),
    asAccount,
    staffId,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
