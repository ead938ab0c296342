// The house put together: rooms, trust and platform around one database, as a server that can be asked. main.ts opens it to the world, tests ask it directly.
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { demoRoutes } from './demo/doors/routes.tsx';
import { assets } from './design/assets.ts';
import { approvedWords } from './place/translations/approved.ts';
import type { Clock } from './platform/clock.ts';
import { type As, accessTo } from './platform/database/as.ts';
import { type Database, openDatabase } from './platform/database/connection.ts';
import type { Identify } from './platform/identifiers.ts';
import type { Enqueue } from './platform/jobs/work.ts';
import type { LivePlace } from './platform/live-place.ts';
import { buildServer } from './platform/web/server.ts';
import { routes } from './rooms.ts';
import { frameOf, problemPage, shellOf } from './surroundings.tsx';
import { keepNotice, visitorOf } from './trust/accounts/session.ts';
import { writeAudit } from './trust/audit/write.ts';
import { connectedBy } from './trust/connections/store.ts';

export interface HouseOptions {
  /** The login of requests. */
  readonly database: Database;
  /** Where long work goes. */
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly place: LivePlace;
  /** Signs form keys; of the place. */
  readonly secret: Buffer;
  readonly logger?: FastifyServerOptions['logger'];
  /** Cookies only over https. */
  readonly secure?: boolean;
  readonly trustProxy?: boolean;
  /** Only in a demo: fresh data from the beginning. */
  readonly startAgain?: () => Promise<void>;
}

export interface House {
  readonly server: FastifyInstance;
  readonly as: As;
}

export async function buildHouse({
  database,
  enqueue,
  clock,
  identify,
  place,
  secret,
  logger,
  secure = false,
  trustProxy = false,
  startAgain,
}: HouseOptions): Promise<House> {
  const as = accessTo(database.db, clock, database.prove);
  const counting = openDatabase({ url: database.url, most: 2, prove: database.prove });
  const approved = approvedWords(as);
  const server = await buildServer({
    as,
    enqueue,
    aside: accessTo(counting.db, clock, database.prove),
    clock,
    identify,
    place,
    secret,
    secure,
    trustProxy,
    logger: logger ?? false,
    routes: place.demo ? [...routes, ...demoRoutes(startAgain)] : routes,
    assets,
    visitorOf,
    connectedBy,
    keepNotice,
    writeAudit,
    shellOf,
    frameOf,
    approved,
    problemPage: (problem, about) => problemPage(place, problem, about, approved.in),
    ready: async () => as({ kind: 'nobody' }, async (tables) => (await tables.selectFrom('place').select('name').execute()).length === 1),
  });
  server.addHook('onClose', () => counting.close());
  return { server, as };
}
