// Work that happens after a request or by the clock: put into the queue within the transaction that causes it, so it happens exactly when that is kept.
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { As } from '../database/as.ts';
import type { Schema } from '../database/schema.ts';
import type { Problem } from '../problem.ts';
import { queueSchema } from './install.ts';
import type { Job, JobContext, JobHouse } from './job.ts';
import { advanceWork, beginWork, claimWork, endWork, waitAgain, workFailed } from './work.ts';

export interface JobsOptions {
  readonly pool: pg.Pool;
  readonly as: As;
  readonly house: JobHouse;
  readonly jobs: readonly Job[];
  /** False for a process that only adds work. Default true. */
  readonly work?: boolean;
  /** Seconds between looks at each queue, at least 0.5. Default 2. */
  readonly lookEvery?: number;
  /** Seconds between looks for work that a program which is gone had begun. Default 20. */
  readonly lookAfterEvery?: number;
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
  /** The work's own id. */
  readonly id?: string;
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
/** Seconds without a sign of life after which work is given to another program. */
const heartbeat = 30;

/** The queue's tables must be there: see installJobs. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { pool, jobs, onFault, work = true, lookEvery = 2, lookAfterEvery = 20 } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    supervise: work,
    superviseIntervalSeconds: lookAfterEvery,
    monitorIntervalSeconds: lookAfterEvery,
    schedule: work,
  });
  boss.on('error', (error) => onFault({ job: 'queue', error, last: false }));
  await boss.start();
  const stopping = new AbortController();
  for (const job of jobs) await prepareQueue(boss, job);
  if (work) {
    await followSchedules(boss, jobs);
    for (const job of jobs) await workOn(boss, job, { ...options, lookEvery, signal: stopping.signal });
  }
  return {
    async enqueue(transaction, job, input, { startAfter, key, id } = {}) {
      const data = job.input.parse(input);
      await boss.send(job.name, data, {
        db: fromKysely(transaction),
        ...(startAfter ? { startAfter } : {}),
        ...(id ? { id } : {}),
        singletonKey: key ?? id ?? randomUUID(),
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
    expireInSeconds: longestOf(job),
    heartbeatSeconds: heartbeat,
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

const longestOf = (job: Job): number => job.longest ?? 900;

interface Working extends Pick<JobsOptions, 'as' | 'house' | 'onFault'> {
  readonly lookEvery: number;
  readonly signal: AbortSignal;
}

async function workOn(boss: PgBoss, job: Job, working: Working): Promise<void> {
  const { as, onFault, lookEvery } = working;
  const principal = { kind: 'worker', job: job.name } as const;
  await boss.work(job.name, { includeMetadata: true, pollingIntervalSeconds: lookEvery }, async (taken) => {
    for (const { id, data, retryCount, retryLimit } of taken) {
      try {
        await job.run(job.input.parse(data), contextOf(job, id, working));
      } catch (error) {
        const last = retryCount >= retryLimit;
        onFault({ job: job.name, error, last });
        await as(principal, (tables) => (last ? endWork(tables, id, { failed: workFailed }) : waitAgain(tables, id)));
        // The queue keeps what a failed try left; the error itself may quote people's data, so only its kind goes there.
        throw new Error(error instanceof Error ? error.constructor.name : 'a fault');
      }
    }
  });
}

/** Undoes what was done before a problem was met. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** What a page may not take, long work may: this transaction’s statements, and its pauses for thought, are as long as the job. */
async function takeTime(tables: Transaction<Schema>, seconds: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${`${seconds}s`}, true), set_config('idle_in_transaction_session_timeout', ${`${seconds}s`}, true)`.execute(
    tables,
  );
}

/** Between two words on how far it is. */
const tellEvery = 700;

function contextOf(job: Job, id: string, { as, house, signal, onFault }: Working): JobContext {
  const principal = { kind: 'worker', job: job.name } as const;
  const act: JobContext['act'] = (work) => as(principal, work);
  let toldAt = 0;
  let telling = false;
  return {
    ...house,
    signal,
    act,
    progress(done, of) {
      const now = performance.now();
      if (telling || now - toldAt < tellEvery) return;
      telling = true;
      toldAt = now;
      // In a transaction of its own, so that it is seen while the work goes on. Nothing depends on it.
      void act((tables) => advanceWork(tables, id, done, of))
        .catch((error: unknown) => onFault({ job: job.name, error, last: false }))
        .finally(() => {
          telling = false;
        });
    },
    async once(work) {
      const accountId = await act((tables) => beginWork(tables, id));
      if (accountId === null) return;
      try {
        await as({ ...principal, onBehalfOf: accountId }, async (tables) => {
          await takeTime(tables, longestOf(job));
          const about = await claimWork(tables, id);
          if (about === null) return;
          const result = await work(tables, { id, accountId, about });
          if (!result.ok) throw new Refused(result.problem);
          await endWork(tables, id, { done: result.value });
        });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { title, detail } = error.problem;
        await act((tables) => endWork(tables, id, { failed: { title, detail } }));
      }
    },
  };
}
