import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { systemClock } from '../clock.ts';
import { identifiers } from '../identifiers.ts';
import type { LivePlace } from '../live-place.ts';
import { defineJob, type Job, type JobContext } from './job.ts';
import { type JobFault, type Jobs, startJobs } from './jobs.ts';

const database = await createDatabase();
await database.pool.query('create table done (job text, n int); grant select, insert on done to onedoor_app, onedoor_worker');
const started: Jobs[] = [];

describe('jobs', () => {
  after(async () => {
    for (const jobs of started) await jobs.stop();
    await database.close();
  });

  // Nothing here reads the place.
  const house = { clock: systemClock, identify: identifiers(systemClock), place: {} as LivePlace };
  const input = z.strictObject({ n: z.int() });
  const nobody = { kind: 'nobody' } as const;
  const record = (job: string, n: number, { act }: JobContext) =>
    act((transaction) => sql`insert into done values (${job}, ${n})`.execute(transaction));
  const doneBy = async (job: string): Promise<number[]> => {
    const { rows } = await database.pool.query<{ n: number }>('select n from done where job = $1 order by n', [job]);
    return rows.map(({ n }) => n);
  };

  /** Waits for what the queue does in its own time. */
  async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await holds())) await pause(20);
  }

  async function working(jobs: readonly Job[], work = true): Promise<Jobs & { faults: JobFault[] }> {
    const faults: JobFault[] = [];
    const running = await startJobs({
      pool: database.pool,
      as: database.as,
      house,
      jobs,
      work,
      lookEvery: 0.5,
      onFault: (fault) => faults.push(fault),
    });
    started.push(running);
    return { ...running, faults };
  }

  test('H1: work is done when the transaction that adds it is kept, and never when it is undone', async () => {
    const count = defineJob({ name: 'count', input, run: (given, context) => record('count', given.n, context).then(() => undefined) });
    const jobs = await working([count]);
    await assert.rejects(
      database.as(nobody, async (transaction) => {
        await jobs.enqueue(transaction, count, { n: 1 });
        throw new Error('undone');
      }),
      /undone/,
    );
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, count, { n: 2 }));
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, count, { n: 3 }));
    await until(async () => (await doneBy('count')).length === 2);
    assert.deepEqual(await doneBy('count'), [2, 3]);
    assert.deepEqual(jobs.faults, []);
  });

  test('a job acts as the worker, under its own name', async () => {
    const seen: unknown[] = [];
    const look = defineJob({
      name: 'look',
      input,
      run: (_given, { act }) =>
        act(async (transaction) => {
          seen.push((await sql`select current_user::text as role, current_setting('app.job') as job`.execute(transaction)).rows[0]);
        }),
    });
    const jobs = await working([look]);
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, look, { n: 1 }));
    await until(() => seen.length === 1);
    assert.deepEqual(seen, [{ role: 'onedoor_worker', job: 'look' }]);
  });

  test('a job that fails is tried again, and the last failure is told as the last', async () => {
    let tries = 0;
    const stumble = defineJob({
      name: 'stumble',
      input,
      retries: 1,
      firstDelay: 0,
      run: async ({ n }, context) => {
        if (n === 1 && ++tries > 1) return void (await record('stumble', n, context));
        throw new Error('Wenlock');
      },
    });
    const jobs = await working([stumble]);
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, stumble, { n: 1 }));
    await until(async () => (await doneBy('stumble')).length === 1);
    assert.deepEqual(
      jobs.faults.map(({ last }) => last),
      [false],
    );
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, stumble, { n: 2 }));
    await until(() => jobs.faults.length === 3);
    assert.deepEqual(
      jobs.faults.map(({ last }) => last),
      [false, false, true],
    );
    const { rows } = await database.pool.query<{ kept: string }>('select coalesce(string_agg(j::text, $1), $1) as kept from jobs.job j', [
      '',
    ]);
    assert.doesNotMatch(rows[0]?.kept ?? '', /Wenlock/, 'an error may quote people, so the queue keeps only its kind');
  });

  test('work with a key that already waits is not added again; other work is', async () => {
    const refresh = defineJob({
      name: 'refresh',
      input,
      run: (given, context) => record('refresh', given.n, context).then(() => undefined),
    });
    const adding = await working([refresh], false);
    for (const n of [1, 2]) await database.as(nobody, (transaction) => adding.enqueue(transaction, refresh, { n }, { key: 'same' }));
    for (const n of [3, 4]) await database.as(nobody, (transaction) => adding.enqueue(transaction, refresh, { n }));
    await working([refresh]);
    await until(async () => (await doneBy('refresh')).length >= 3);
    assert.deepEqual(await doneBy('refresh'), [1, 3, 4]);
  });

  test('work for later waits until then', async () => {
    const later = defineJob({ name: 'later', input, run: (given, context) => record('later', given.n, context).then(() => undefined) });
    const jobs = await working([later]);
    await database.as(nobody, (transaction) =>
      jobs.enqueue(transaction, later, { n: 1 }, { startAfter: new Date(Date.now() + 3_600_000) }),
    );
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, later, { n: 2 }));
    await until(async () => (await doneBy('later')).length > 0);
    assert.deepEqual(await doneBy('later'), [2]);
  });

  test('stopping tells what runs and waits for it', async () => {
    const told: string[] = [];
    const slow = defineJob({
      name: 'slow',
      input,
      run: (_given, { signal }) =>
        new Promise((resolve) => {
          told.push('begun');
          signal.addEventListener('abort', () => {
            told.push('asked to stop');
            setTimeout(() => {
              told.push('finished');
              resolve();
            }, 50);
          });
        }),
    });
    const jobs = await working([slow]);
    await database.as(nobody, (transaction) => jobs.enqueue(transaction, slow, { n: 1 }));
    await until(() => told.length === 1);
    await jobs.stop();
    assert.deepEqual(told, ['begun', 'asked to stop', 'finished']);
  });

  test('schedules follow the program: London time, changed and ended with their definitions', async () => {
    const daily = defineJob({ name: 'daily', input, schedule: { cron: '0 7 * * *', input: { n: 1 } }, run: async () => undefined });
    await (await working([daily])).stop();
    const kept = () => database.pool.query('select name, cron, timezone from jobs.schedule order by name').then(({ rows }) => rows);
    assert.deepEqual(await kept(), [{ name: 'daily', cron: '0 7 * * *', timezone: 'Europe/London' }]);
    await (await working([{ ...daily, schedule: { cron: '30 6 * * *', input: { n: 1 } } }])).stop();
    assert.deepEqual(await kept(), [{ name: 'daily', cron: '30 6 * * *', timezone: 'Europe/London' }]);
    await (await working([])).stop();
    assert.deepEqual(await kept(), []);
  });

  test('input that does not fit is refused when it is added, and so is an ill-named job or a schedule with the wrong input', async () => {
    const fits = defineJob({ name: 'fits', input, run: async () => undefined });
    const jobs = await working([fits]);
    const wrong = database.as(nobody, (transaction) => jobs.enqueue(transaction, fits, JSON.parse('{"n": "one"}')));
    await assert.rejects(wrong, z.ZodError);
    assert.throws(() => defineJob({ name: 'Send It', input, run: async () => undefined }), /small letters and hyphens/);
    assert.throws(
      () => defineJob({ name: 'send', input, schedule: { cron: '* * * * *', input: JSON.parse('{}') }, run: async () => undefined }),
      z.ZodError,
    );
  });

  test('S14.1: a request may add work and nothing more', async () => {
    for (const statement of ['delete from jobs.job', "update jobs.job set state = 'completed'", 'delete from jobs.schedule']) {
      await assert.rejects(
        database.as(nobody, (transaction) => sql.raw(statement).execute(transaction)),
        /permission denied/,
      );
    }
  });
});
