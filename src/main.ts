// The whole program, from start to listening: settings, database, place, house, jobs and messages, then the door opens.
import { randomBytes } from 'node:crypto';
import { demoClock } from './demo/clock.ts';
import { fillDemo } from './demo/fill.ts';
import { buildHouse } from './house.ts';
import { jobs } from './jobs.ts';
import { outboxRules } from './journey/people/telling/sending.ts';
import { openPlace } from './place/setting-up/live-place.ts';
import { namesOfPlace } from './place/setting-up/names.ts';
import { demoBlueprints, readPlace } from './place/setting-up/read-place.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { type As, accessTo, isBelieved } from './platform/database/as.ts';
import { type Database, openDatabase } from './platform/database/connection.ts';
import { loginsFor } from './platform/database/logins.ts';
import { pendingMigrations } from './platform/database/migrate.ts';
import { type Prove, proofWith, readProofKey } from './platform/database/proof.ts';
import { identifiers } from './platform/identifiers.ts';
import { InstallationFault } from './platform/installation-fault.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import { createLog, fault, loggerOptions } from './platform/logging.ts';
import { demoTransports, productionTransports } from './platform/messages/message.ts';
import { databaseOutbox } from './platform/messages/outbox.ts';
import { startSending } from './platform/messages/sending.ts';
import { smtpTransport } from './platform/messages/smtp.ts';
import { startPostgresFor } from './platform/postgres/for-settings.ts';
import { prepareDatabase } from './platform/prepare-database.ts';
import { givenLogins, type Settings } from './platform/settings.ts';
import type { Step } from './platform/stopping.ts';

export interface Opening {
  /** Called for each thing that was started, in order; they stop in the opposite order. */
  started(step: Step): void;
  readonly signal: AbortSignal;
  progress(done: number, of: number, words: string): void;
}

/** Starts everything and listens. Returns the address to open. */
export async function open(settings: Settings, { started, signal, progress }: Opening): Promise<string> {
  const demo = settings.mode === 'demo';
  const log = createLog({ level: settings.logLevel });

  const postgres = await startPostgresFor(settings, {
    onLost: () => log.error({}, 'the database has stopped, it is started again'),
    onBack: () => log.warn({}, 'the database is back'),
    onFault: (error) => log.error({ fault: error instanceof Error ? fault(error).type : 'unknown' }, 'the database does not start yet'),
  });
  started({ name: 'the database', stop: () => postgres.stop() });
  if (demo)
    await prepareDatabase(
      {
        url: postgres.url,
        signal,
        onProgress: ({ migration: { summary }, number, of }) => progress(number, of, summary),
      },
      givenLogins(settings),
    );
  else if ((await pendingMigrations(postgres.url)).length > 0)
    throw new InstallationFault('The database is older than this program. Run "onedoor migrate" first, after a backup.');

  const onLost = (error: Error): void => log.warn({ fault: fault(error).type }, 'a connection was lost');
  // The owner of the tables reads what the start needs, and fills the demo; requests and jobs each have a login of their own.
  const owner = openDatabase({ url: postgres.url, most: 2, onLost });
  started({ name: 'the owner’s connections', stop: () => owner.close() });
  let prove: Prove = proofWith(await readProofKey(owner.pool), systemClock);
  const proving: Prove = (claims) => prove(claims);
  const logins = await loginsFor(postgres.url, givenLogins(settings));
  const requests = openDatabase({ url: logins.requests, most: settings.databaseConnections, least: keptOpen, prove: proving, onLost });
  started({ name: 'the connections of requests', stop: () => requests.close() });
  const working = openDatabase({ url: logins.jobs, most: mostForJobs, least: 1, prove: proving, onLost });
  started({ name: 'the connections of jobs', stop: () => working.close() });

  const names = await namesOfBlueprints(owner.pool, demo);
  const blueprints = readPlace(names);
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  let startedAt = new Date();
  const clock: Clock = demo ? { now: () => demoClock(startedAt, systemClock).now() } : systemClock;
  const identify = identifiers(clock);
  const as = accessTo(working.db, clock, proving);
  await believe(as, accessTo(requests.db, clock, proving));
  const readBack = (): ReturnType<typeof openPlace> =>
    as({ kind: 'worker', job: 'open the place' }, (tables) => openPlace(tables, blueprints.place, publicUrl, settings.directoryHosts));
  let opened = await readBack();
  if (demo && !opened) {
    await fillDemo({ database: owner, read: blueprints, startedAt, secret: randomBytes(32), progress });
    opened = await readBack();
  }
  if (!opened) throw new InstallationFault('No place has been set up in this database. Run "onedoor setup" first.');
  if (opened.live.demo !== demo)
    throw new InstallationFault(
      demo
        ? 'This database belongs to a real service. Set ONEDOOR_MODE=production, or name another DATABASE_URL or DATA_DIR for a demo.'
        : 'This database holds invented demo people, so it cannot be used in production. Name an empty DATABASE_URL and run "onedoor setup".',
    );
  if (!demo) await refuseDemoPeople(owner.pool);
  startedAt = opened.demoStartedAt ?? startedAt;
  const { live, secret } = opened;

  const queue = await startJobs({
    pool: working.pool,
    as,
    jobs,
    house: { clock, identify, place: live },
    onFault: ({ job, error }) => log.error({ job, fault: error instanceof Error ? fault(error).type : 'unknown' }, 'a job failed'),
  });
  started({ name: 'the jobs', stop: () => queue.stop() });
  const sending = startSending({
    outbox: databaseOutbox(as, outboxRules(clock, identify, live.blueprint)),
    transports: demo
      ? demoTransports
      : productionTransports(
          settings.smtpUrl && settings.mailFrom ? smtpTransport({ url: settings.smtpUrl, from: settings.mailFrom }) : undefined,
        ),
    clock,
    onFault: (error) => log.error({ fault: error instanceof Error ? fault(error).type : 'unknown' }, 'sending stopped for a moment'),
  });
  started({ name: 'the messages', stop: () => sending.stop() });

  const { server } = await buildHouse({
    database: requests,
    enqueue: queue.enqueue,
    clock,
    identify,
    place: live,
    secret,
    logger: loggerOptions({ level: settings.logLevel }),
    secure: !demo && publicUrl.startsWith('https:'),
    trustProxy: settings.trustProxy,
    ...(demo
      ? {
          startAgain: async () => {
            startedAt = new Date();
            await fillDemo({ database: owner, read: blueprints, startedAt, secret, again: true });
            prove = proofWith(await readProofKey(owner.pool), systemClock);
          },
        }
      : {}),
  });
  await server.listen({ host: settings.host, port: settings.port, listenTextResolver: () => 'listening' });
  started({ name: 'the requests', stop: () => server.close() });
  if (settings.publicUrl) return settings.publicUrl;
  const address = server.addresses()[0];
  const port = typeof address === 'object' ? address.port : settings.port;
  return `http://localhost:${port}`;
}

type Pool = Database['pool'];

const mostForJobs = 6;
/** For requests, while nobody comes: a page at night should not wait for a connection to be made and to learn its questions again. */
const keptOpen = 4;

async function believe(...each: readonly As[]): Promise<void> {
  for (const as of each) {
    const believed = await isBelieved(as).catch((cause: unknown) => {
      throw new InstallationFault(
        'The logins of requests and jobs cannot work on the database. Run "onedoor migrate": it makes them, or says what an administrator must run.',
        { cause },
      );
    });
    if (!believed)
      throw new InstallationFault(
        'The database does not believe this program. Its clock and this machine’s differ by more than an hour: set both right.',
      );
  }
}

/** What setup wrote; in the demo, its own. */
async function namesOfBlueprints(pool: Pool, demo: boolean): Promise<readonly string[]> {
  const names = await namesOfPlace(pool);
  return names.length > 0 && !demo ? names : demoBlueprints;
}

async function refuseDemoPeople(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from account where demo');
  if ((rows[0]?.count ?? 0) > 0)
    throw new InstallationFault(
      'This database has demo accounts, so it cannot be used in production. Name another DATABASE_URL and run "onedoor setup".',
    );
}
