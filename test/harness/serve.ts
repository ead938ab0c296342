// A few rooms served on a scene's database, for tests of one room: the real server, sessions and audit, with next to nothing around the pages.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../src/platform/web/answer.ts';
import { signedIn } from '../../src/platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../src/platform/web/route.ts';
import { buildServer } from '../../src/platform/web/server.ts';
import { keepNotice, startSession, visitorOf } from '../../src/trust/accounts/session.ts';
import { writeAudit } from '../../src/trust/audit/write.ts';
import { connectedBy } from '../../src/trust/connections/store.ts';
import { type Client, client } from './client.ts';
import type { Scene } from './context.ts';
import { inEnglish } from './frame.ts';

type Assets = ReadonlyMap<string, { readonly body: Buffer; readonly type: string }>;

export interface Served {
  readonly server: FastifyInstance;
  visitor(): Client;
  /** A browser signed in as the account. */
  as(account: { readonly accountId: string; readonly kind: 'staff' | 'person' | 'referrer' }): Promise<Client>;
}

export async function serve(
  scene: Scene,
  routes: readonly Route[],
  { secure = false, assets = new Map() as Assets } = {},
): Promise<Served> {
  const server = await buildServer({
    as: scene.database.as,
    enqueue: async () => undefined,
    clock: scene.clock,
    identify: scene.identify,
    secret: scene.secret,
    place: scene.place,
    routes,
    logger: false,
    assets,
    secure,
    visitorOf,
    connectedBy,
    keepNotice,
    writeAudit,
    shellOf: async (context) => ({
      place: scene.place.name,
      service: { name: 'One Door', home: '/home' },
      navigation: [],
      ...(context.visitor
        ? { account: { name: context.visitor.name, job: context.visitor.job, initials: 'XX', signOut: '/sign-out' } }
        : {}),
      ...(context.notice ? { flash: context.notice } : {}),
    }),
    frameOf: (context) => ({
      ...inEnglish,
      service: { name: scene.place.neutralName, home: '/start' },
      exitUrl: 'https://www.example.org',
      helpNow: [{ text: 'Call 999', href: 'tel:999' }],
      ...(context.notice ? { flash: context.notice } : {}),
    }),
    problemPage: (problem, about) => `<h1>${problem.title}</h1><p>${problem.detail}</p>${about.reference ?? ''}`,
    ready: async () => true,
  });
  return {
    server,
    visitor: () => client(server),
    async as(account) {
      const token = await scene.worker((tables) => startSession(tables, { id: account.accountId, kind: account.kind }, scene.clock.now()));
      const signedIn = client(server);
      signedIn.cookies.set('session', token);
      return signedIn;
    },
  };
}

/** A page that greets whoever is signed in, where a test serves rooms without the one that answers there. */
export const hello = (path: Route['path']): Route =>
  route({
    method: 'GET',
    path,
    permission: signedIn,
    query: z.strictObject({}),
    audit: touchesNobody('it is made for the test'),
    handle: async ({ visitor }) => page(`<p>Hello ${visitor?.name ?? ''}</p>`),
  });
