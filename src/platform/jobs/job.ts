// What a job is: a name, the shape of its input, when it comes round, and what it does. Queues and retries are jobs.ts's work.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Schema } from '../database/schema.ts';

export interface JobContext {
  /** A transaction as the program itself, for this job. What it commits stays, so a job that may run twice must change nothing the second time. */
  act<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Aborted when the program stops: finish what is begun and leave the rest to the next run. */
  readonly signal: AbortSignal;
}

export interface Job<Input extends z.ZodType<object> = z.ZodType<object>> {
  /** Plain words with hyphens, such as `refresh-rollups`. It stays for good: queued work is found by it. */
  readonly name: string;
  /** Ids and dates, never what people said: the queue is not covered by the access rules. */
  readonly input: Input;
  /** Comes round by itself: a cron expression in Europe/London time, with the input it gets. Missed ones are made up for once. */
  readonly schedule?: { readonly cron: string; readonly input: z.input<Input> };
  /** Tries after the first, default 5. */
  readonly retries?: number;
  /** Seconds before the second try, doubled each time up to an hour; default 10. */
  readonly firstDelay?: number;
  /** Seconds that one try may take, default 900. */
  readonly longest?: number;
  run(input: z.output<Input>, context: JobContext): Promise<void>;
}

const wellNamed = /^[a-z]+(-[a-z]+)*$/;

/** Checks the definition, and lets the input's type follow from its schema. */
export function defineJob<Input extends z.ZodType<object>>(job: Job<Input>): Job<Input> {
  if (!wellNamed.test(job.name)) throw new Error(`The job “${job.name}” must be named in small letters and hyphens.`);
  if (job.schedule) job.input.parse(job.schedule.input);
  return job;
}
