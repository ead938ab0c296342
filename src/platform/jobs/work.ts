// Long work that somebody asked for on a page: put into the queue with what they did, in one transaction; followed by them; done once. The queue is jobs.ts's.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Context, Tables } from '../web/context.ts';
import type { Job } from './job.ts';

/** What work leaves: ids and counts by name. */
export type Outcome = Readonly<Record<string, string | number>>;

export interface Work {
  readonly id: string;
  readonly about: string;
  /** `waiting` also between two tries. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  /** 0 while nobody has counted. */
  readonly steps: number;
  readonly outcome: Outcome | null;
  readonly problem: Pick<Problem, 'title' | 'detail'> | null;
  readonly askedAt: Date;
}

/** Adds work in the caller's transaction, under that id. */
export type Enqueue = <Input extends z.ZodType<object>>(
  transaction: Tables,
  job: Job<Input>,
  input: z.input<Input>,
  options: { readonly id: string },
) => Promise<void>;

/** Returns the work's id: of the same work about the same thing that is under way already, or of new work, which starts once the visitor's transaction is kept. */
export async function queueWork<Input extends z.ZodType<object>>(
  { asWorker, identify, now, visitor }: Pick<Context, 'asWorker' | 'identify' | 'now' | 'visitor'>,
  enqueue: Enqueue,
  job: Job<Input>,
  input: z.input<Input>,
  about: string,
): Promise<string> {
  if (!visitor) throw new Error('Only somebody signed in asks for long work.');
  return asWorker(`queue ${job.name}`, async (tables) => {
    const id = identify();
    const added = await tables
      .insertInto('work')
      .values({ id, job: job.name, about, accountId: visitor.accountId, state: 'waiting', askedAt: now })
      .onConflict((conflict) => conflict.columns(['job', 'about']).where('state', 'in', ['waiting', 'running']).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) {
      await enqueue(tables, job, input, { id });
      return id;
    }
    return (await workAbout(tables, job, about))?.id ?? id;
  });
}

const rows = (tables: Tables, { name }: Pick<Job, 'name'>) =>
  tables
    .selectFrom('work')
    .select(['id', 'about', 'state', 'done', 'steps', 'outcome', 'askedAt'])
    .where('job', '=', name)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** Outcomes are written below only. */
const workOf = ({ outcome, state, ...row }: Row): Work => ({
  ...row,
  state: state as Work['state'],
  outcome: state === 'done' ? (outcome as Outcome | null) : null,
  problem: state === 'failed' ? (outcome as Work['problem']) : null,
});

/** The latest work of this kind about one thing; null when nobody asked. A visitor finds their own, the worker everybody's. */
export async function workAbout(tables: Tables, job: Pick<Job, 'name'>, about: string): Promise<Work | null> {
  const row = await rows(tables, job).where('about', '=', about).limit(1).executeTakeFirst();
  return row ? workOf(row) : null;
}

export async function workOfId(tables: Tables, job: Pick<Job, 'name'>, id: string): Promise<Work | null> {
  const row = await rows(tables, job).where('id', '=', id).executeTakeFirst();
  return row ? workOf(row) : null;
}

/** The work of this kind that is waiting or running now. */
export const workUnderWay = async (tables: Tables, job: Pick<Job, 'name'>): Promise<Work[]> =>
  (await rows(tables, job).where('state', 'in', ['waiting', 'running']).limit(20).execute()).map(workOf);

export const isUnderWay = (work: Work | null): work is Work => work !== null && (work.state === 'waiting' || work.state === 'running');

/** What is said when every try failed. */
export const workFailed: Pick<Problem, 'title' | 'detail'> = {
  title: 'Sorry, that did not work',
  detail: 'Nothing was changed. Try again. If it happens again, tell whoever looks after One Door.',
};

/** A try begins: nothing of an earlier one stayed. Returns who asked; null when it has ended, or nobody asked for it. As the worker, like all that follow. */
export async function beginWork(tables: Tables, id: string): Promise<string | null> {
  const row = await tables
    .updateTable('work')
    .set({ state: 'running', begunAt: sql<Date>`current_moment()`, done: 0 })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('accountId')
    .executeTakeFirst();
  return row?.accountId ?? null;
}

export async function advanceWork(tables: Tables, id: string, done: number, steps: number): Promise<void> {
  await tables.updateTable('work').set({ done, steps }).where('id', '=', id).where('state', '=', 'running').execute();
}

export async function endWork(
  tables: Tables,
  id: string,
  ended: { readonly done: Outcome } | { readonly failed: Work['problem'] },
): Promise<void> {
  await tables
    .updateTable('work')
    .set({
      state: 'done' in ended ? 'done' : 'failed',
      outcome: JSON.stringify('done' in ended ? ended.done : ended.failed),
      endedAt: sql<Date>`current_moment()`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}

export async function waitAgain(tables: Tables, id: string): Promise<void> {
  await tables.updateTable('work').set({ state: 'waiting', done: 0 }).where('id', '=', id).where('state', '=', 'running').execute();
}

/** What the work is about, and until the transaction ends nobody else does it; null when it has ended meanwhile. */
export async function claimWork(tables: Tables, id: string): Promise<string | null> {
  // Not the row: whoever says how far it is writes that meanwhile.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tables);
  const row = await tables
    .selectFrom('work')
    .select('about')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return row?.about ?? null;
}

/** Work that the queue has given up, such as one that ended the program each time, is told as failed; ended work is forgotten after a month. */
export async function settleWork(tables: Tables): Promise<void> {
  await sql`
    update work set state = 'failed', outcome = ${JSON.stringify(workFailed)}, ended_at = current_moment()
    where state in ('waiting', 'running')
      and not exists (select from jobs.job j where j.id = work.id and j.state in ('created', 'retry', 'active'))`.execute(tables);
  await sql`delete from work where asked_at < current_moment() - interval '31 days' and ended_at is not null`.execute(tables);
}
