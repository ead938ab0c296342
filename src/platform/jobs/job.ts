// What a job is: a name, the shape of its input, when it comes round, and what it does. Queues and retries are jobs.ts's work.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { Identify } from '../identifiers.ts';
import type { LivePlace } from '../live-place.ts';
import type { Result } from '../problem.ts';
import type { Outcome } from './work.ts';

/** What every job may know of the program it runs in. */
export interface JobHouse {
  readonly clock: Clock;
  readonly identify: Identify;
  readonly place: LivePlace;
}

/** A piece of work that somebody asked for. */
export interface Asked {
  readonly id: string;
  readonly accountId: string;
  readonly about: string;
}

export interface JobContext extends JobHouse {
  /** A transaction as the program itself, for this job. What it commits stays, so a job that may run twice must change nothing the second time. */
  act<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T>;
  /**
   * For work that somebody asked for: does it and writes down that it is done, in one transaction, on their behalf. However often the job is tried and
   * wherever it is cut off, the work is kept once or not at all. A problem undoes it and is told; a fault undoes it and is tried again.
   */
  once(work: (transaction: Transaction<Schema>, asked: Asked) => Promise<Result<Outcome>>): Promise<void>;
  /** Says how far it is, to whoever waits; seldom enough to cost nothing. */
  progress(done: number, of: number): void;
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
