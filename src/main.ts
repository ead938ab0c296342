// The whole program, from start to listening: settings, database, place, house, jobs and messages, then the door opens.
import { randomBytes } from 'node:crypto';
import { demoClock } from './demo/clock.ts';
import { fillDemo } from './demo/fill.ts';
import { buildHouse } from './house.ts';
import { jobs } from './jobs.ts';
import { outboxRules } from './journey/people/sending.ts';
import { openPlace } from './place/setting-up/live-place.ts';
import { demoBlueprints, readPlace } from './place/setting-up/read-place.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { accessTo } from './platform/database/as.ts';
import { openDatabase } from './platform/database/connection.ts';
import { pendingMigrations } from './platform/database/migrate.ts';
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
import type { Settings } from './platform/settings.ts';
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

  const postgres = await startPostgresFor(settings);
  started({ name: 'the database', stop: () => postgres.stop() });
  if (demo)
    await prepareDatabase({
      url: postgres.url,
      signal,
      onProgress: ({ migration: { summary }, number, of }) => progress(number, of, summary),
    });
  else if ((await pendingMigrations(postgres.url)).length > 0)
    throw new InstallationFault('The database is older than this program. Run "onedoor migrate" first, after a backup.');

  const database = openDatabase({
    url: postgres.url,
    most: settings.databaseConnections,
    onLost: (error) => log.warn({ fault: fault(error).type }, 'a connection was lost'),
  });
  started({ name: 'the connections', stop: () => database.close() });

  const names = await namesOfBlueprints(database.pool, demo);
  const blueprints = readPlace(names);
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  let startedAt = new Date();
  const clock: Clock = demo ? { now: () => demoClock(startedAt, systemClock).now() } : systemClock;
  const identify = identifiers(clock);
  const as = accessTo(database.db, clock);
  const readBack = (): ReturnType<typeof openPlace> =>
    as({ kind: 'worker', job: 'open the place' }, (tables) => openPlace(tables, blueprints.place, publicUrl));
  let opened = await readBack();
  if (demo && !opened) {
    await fillDemo({ database, read: blueprints, startedAt, secret: randomBytes(32), progress });
    opened = await readBack();
  }
  if (!opened) throw new InstallationFault('No place has been set up in this database. Run "onedoor setup" first.');
  if (opened.live.demo !== demo)
    throw new InstallationFault(
      demo
        ? 'This database belongs to a real service. Set ONEDOOR_MODE=production, or name another DATABASE_URL or DATA_DIR for a demo.'
        : 'This database holds invented demo people, so it cannot be used in production. Name an empty DATABASE_URL and run "onedoor setup".',
    );
  if (!demo) await refuseDemoPeople(database.pool);
  startedAt = opened.demoStartedAt ?? startedAt;
  const { live, secret } = opened;

  const queue = await startJobs({
    pool: database.pool,
    as,
    jobs,
    onFault: ({ job, error }) => log.error({ job, fault: error instanceof Error ? fault(error).type : 'unknown' }, 'a job failed'),
  });
  started({ name: 'the jobs', stop: () => queue.stop() });
  const sending = startSending({
    outbox: databaseOutbox(as, outboxRules(clock, identify)),
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
    database,
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
            await fillDemo({ database, read: blueprints, startedAt, secret, again: true });
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

type Pool = ReturnType<typeof openDatabase>['pool'];

/** What setup wrote; in the demo, its own. */
async function namesOfBlueprints(pool: Pool, demo: boolean): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select distinct name from blueprint_version order by name');
  return rows.length > 0 && !demo ? rows.map((row) => row.name) : demoBlueprints;
}

async function refuseDemoPeople(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from account where demo');
  if ((rows[0]?.count ?? 0) > 0)
    throw new InstallationFault(
      'This database has demo accounts, so it cannot be used in production. Name another DATABASE_URL and run "onedoor setup".',
    );
}
