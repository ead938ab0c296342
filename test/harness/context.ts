// A request without a server: a context as an action gets it, in one transaction as somebody, on a small place made for tests.
import { randomUUID } from 'node:crypto';
import { type Clock, standingClock } from '../../src/platform/clock.ts';
import { actAs, asWorker } from '../../src/platform/database/acting.ts';
import { type Identify, identifiers } from '../../src/platform/identifiers.ts';
import { nothingApproved } from '../../src/platform/language/catalogue.ts';
import type { LivePlace, LiveTeam } from '../../src/platform/live-place.ts';
import type { Context, Tables, Visitor } from '../../src/platform/web/context.ts';
import { signKey } from '../../src/platform/web/form-key.ts';
import type { AccessRole } from '../../src/platform/web/permission.ts';
import { inEnglish } from './frame.ts';
import type { TestDatabase } from './postgres.ts';

export interface Scene {
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof standingClock>;
  readonly identify: Identify;
  readonly place: LivePlace;
  readonly secret: Buffer;
  /** By code: 'triage', 'support', 'other'. The first triages. */
  readonly teams: Readonly<Record<'triage' | 'support' | 'other', LiveTeam>>;
  /** Somebody of staff with one role in one team. */
  staff(name: string, access: AccessRole, team?: 'triage' | 'support' | 'other'): Promise<Visitor>;
  /** Somebody who refers others: no team, no role but that. */
  referrer(name: string): Promise<Visitor>;
  /** Runs the work as the visitor in one transaction, and keeps it. */
  as<T>(visitor: Visitor | null, work: (context: Context) => Promise<T>, door?: string): Promise<T>;
  /** Reads or arranges as the program's own worker. */
  worker<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** Whom the last work touched. */
  readonly touched: readonly string[];
}

const quietAtNight = { quietHours: { from: 20 * 60, to: 8 * 60, except: [] }, calls: 'plain-sender' };

/** `blueprint` holds only what the rooms read of it; tests of more give their own. */
export async function setScene(
  makeDatabase: (options: { clock: Clock }) => Promise<TestDatabase>,
  { at = '2026-11-20T10:00:00Z', blueprint = {} as Partial<LivePlace['blueprint']> } = {},
): Promise<Scene> {
  const clock = standingClock(at);
  const identify = identifiers(clock);
  const database = await makeDatabase({ clock });
  const secret = Buffer.alloc(32, 7);
  const serviceId = identify();
  const teams = {
    triage: { id: identify(), code: 'triage', name: 'Willow desk', serviceCode: 'willow', triages: true },
    support: { id: identify(), code: 'support', name: 'Willow workers', serviceCode: 'willow', triages: false },
    other: { id: identify(), code: 'other', name: 'Elm House', serviceCode: 'willow', triages: false },
  };
  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => database.as({ kind: 'worker', job: 'test' }, work);
  await worker(async (tables) => {
    await tables.insertInto('place').values({ name: 'Willow Minds', neutralName: 'Willow', secret, createdAt: clock.now() }).execute();
    await tables.insertInto('service').values({ id: serviceId, code: 'willow', blueprint: 'test', name: 'Willow talking help' }).execute();
    await tables
      .insertInto('team')
      .values(Object.values(teams).map(({ id, code, name, triages }) => ({ id, code, name, triages, serviceId })))
      .execute();
  });
  const place: LivePlace = {
    name: 'Willow Minds',
    neutralName: 'Willow',
    demo: false,
    publicUrl: 'https://willow.example.org',
    directoryHosts: [],
    // Only what the rooms under test read.
    blueprint: { messages: [], plainSender: '07700 900381', contact: quietAtNight, ...blueprint } as unknown as LivePlace['blueprint'],
    teams: new Map(Object.values(teams).map((team) => [team.code, team])),
  };
  const touched: string[] = [];
  const scene: Scene = {
    database,
    clock,
    identify,
    place,
    secret,
    teams,
    touched,
    worker,
    async staff(name, access, team = 'triage') {
      const accountId = identify();
      await worker(async (tables) => {
        await tables
          .insertInto('account')
          .values({
            id: accountId,
            kind: 'staff',
            name,
            job: 'colleague',
            email: `${accountId}@willow.example.org`,
            createdAt: clock.now(),
          })
          .execute();
        await tables
          .insertInto('membership')
          .values({ id: identify(), accountId, teamId: teams[team].id, role: access.toLowerCase(), access, startsOn: '2020-01-01' })
          .execute();
      });
      return {
        accountId,
        kind: 'staff',
        name,
        job: 'colleague',
        personId: null,
        roles: [{ role: access.toLowerCase(), access, teamId: teams[team].id, teamName: teams[team].name }],
      };
    },
    async referrer(name) {
      const accountId = identify();
      await worker((tables) =>
        tables.insertInto('account').values({ id: accountId, kind: 'referrer', name, createdAt: clock.now() }).execute(),
      );
      return {
        accountId,
        kind: 'referrer',
        name,
        job: '',
        personId: null,
        roles: [{ role: 'referrer', access: 'REF', teamId: '', teamName: '' }],
      };
    },
    as: (visitor, work, door = '') =>
      database.as({ kind: 'worker', job: 'test' }, async (tables) => {
        touched.length = 0;
        await actAs(tables, { accountId: visitor?.accountId ?? '', door });
        let working = false;
        const context: Context = {
          now: clock.now(),
          clock,
          identify,
          requestId: randomUUID(),
          place,
          visitor,
          door: door || null,
          tour: null,
          tables,
          asWorker: async (job, inside) => {
            if (working) return inside(tables);
            working = true;
            try {
              return await asWorker(tables, job, inside);
            } finally {
              working = false;
            }
          },
          queue: async () => identify(),
          mayTry: async () => true,
          touch: (...ids) => void touched.push(...ids),
          because: () => undefined,
          formKey: () => signKey(secret, identify(), ''),
          notice: null,
          files: [],
          url: '/',
          session: '',
          address: '127.0.0.1',
          shell: async () => ({ place: place.name, service: { name: 'One Door', home: '/home' }, navigation: [] }),
          reading: null,
          approved: () => nothingApproved,
          frame: () => ({
            ...inEnglish,
            service: { name: place.neutralName, home: '/start' },
            exitUrl: 'https://www.example.org',
            helpNow: [],
          }),
        };
        return work(context);
      }),
  };
  return scene;
}
