// Work that happens after a request or by the clock: put into the queue within the transaction that causes it, so it happens exactly when that is kept.
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { As } from '../database/as.ts';
import type { Schema } from '../database/schema.ts';
import { queueSchema } from './install.ts';
import type { Job } from './job.ts';

export interface JobsOptions {
  readonly pool: pg.Pool;
  readonly as: As;
  readonly jobs: readonly Job[];
  /** False for a process that only adds work. Default true. */
  readonly work?: boolean;
  /** Seconds between looks at each queue, at least 0.5. Default 2. */
  readonly lookEvery?: number;
  /** A try failed; it will be tried again unless it was the last. */
  readonly onFault: (fault: JobFault) => void;
}

export interface JobFault {
  readonly job: string;
  readonly error: unknown;
  readonly last: boolean;
}

export interface EnqueueOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** While work with the same key waits, more of it is not added. */
  readonly key?: string;
}

export interface Jobs {
  /** Adds work in the caller's transaction: undone with it, and started only after it is kept. */
  enqueue<Input extends z.ZodType<object>>(
    transaction: Transaction<Schema>,
    job: Job<Input>,
    input: z.input<Input>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Takes no more work, tells what runs to finish, and waits for it up to `patience` milliseconds (default 10,000). */
  stop(patience?: number): Promise<void>;
}

const timeZone = 'Europe/London';

/** The queue's tables must be there: see installJobs. */
export async function startJobs({ pool, as, jobs, onFault, work = true, lookEvery = 2 }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    supervise: work,
    schedule: work,
  });
  boss.on('error', (error) => onFault({ job: 'queue', error, last: false }));
  await boss.start();
  const stopping = new AbortController();
  for (const job of jobs) await prepareQueue(boss, job);
  if (work) {
    await followSchedules(boss, jobs);
    for (const job of jobs) await workOn(boss, job, { as, onFault, lookEvery, signal: stopping.signal });
  }
  return {
    async enqueue(transaction, job, input, { startAfter, key } = {}) {
      const data = job.input.parse(input);
      await boss.send(job.name, data, {
        db: fromKysely(transaction),
        ...(startAfter ? { startAfter } : {}),
        singletonKey: key ?? randomUUID(),
      });
    },
    async stop(patience = 10_000) {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: patience });
    },
  };
}

async function prepareQueue(boss: PgBoss, job: Job): Promise<void> {
  const options = {
    retryLimit: job.retries ?? 5,
    retryDelay: job.firstDelay ?? 10,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: job.longest ?? 900,
  };
  // "short": of work with the same key one piece waits at a time. Work without a key of its own is given one.
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options);
  else await boss.createQueue(job.name, { ...options, policy: 'short' });
}

/** The program's definitions are the only source: a schedule that is no longer in it ends. */
async function followSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const scheduled = new Map(
    jobs.flatMap((job) => (job.schedule ? [[job.name, { cron: job.schedule.cron, input: job.input.parse(job.schedule.input) }]] : [])),
  );
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name);
  for (const [name, { cron, input }] of scheduled) await boss.schedule(name, cron, input, { tz: timeZone, missed: 'once' });
}

interface Working extends Pick<JobsOptions, 'as' | 'onFault'> {
  readonly lookEvery: number;
  readonly signal: AbortSignal;
}

async function workOn(boss: PgBoss, job: Job, { as, onFault, lookEvery, signal }: Working): Promise<void> {
  const principal = { kind: 'worker', job: job.name } as const;
  await boss.work(job.name, { includeMetadata: true, pollingIntervalSeconds: lookEvery }, async (taken) => {
    for (const { data, retryCount, retryLimit } of taken) {
      try {
        await job.run(job.input.parse(data), { signal, act: (work) => as(principal, work) });
      } catch (error) {
        onFault({ job: job.name, error, last: retryCount >= retryLimit });
        // The queue keeps what a failed try left; the error itself may quote people's data, so only its kind goes there.
        throw new Error(error instanceof Error ? error.constructor.name : 'a fault');
      }
    }
  });
}
