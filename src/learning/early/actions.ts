// Counts the quarters of early help that have ended, beside what people ask of the program, and hands out those that were counted.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { Tables } from '../../platform/web/context.ts';
import { readJourneys, readServed } from '../reports/actions.ts';
import { beganOn, type EarlyService, quarterFrom, type Seen } from './counting.ts';
import { quartersToCount } from './model.ts';
import { countedQuarters, insertQuarter } from './store.ts';

async function every<Row>(parts: AsyncGenerator<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of parts) all.push(...rows);
  return all;
}

/** Counts what has ended and was not counted. `tables` acts as the worker; each quarter reads everybody once. Returns how many were counted. */
export async function countEarlyQuarters(tables: Tables, services: readonly EarlyService[], now: Date): Promise<number> {
  const there = await countedQuarters(tables);
  const missing = quartersToCount(beganOn(services), localDate(now)).filter(({ from }) => !there.has(from));
  for (const period of missing) {
    const seen: Seen = { served: await every(readServed(tables, period.to)), journeys: await every(readJourneys(tables, period)) };
    await insertQuarter(tables, quarterFrom(services, seen, period), now);
  }
  return missing.length;
}

/** Comes round each night; most nights there is nothing to count. */
export const countEarlyJob = defineJob({
  name: 'count-early-help',
  input: z.strictObject({}),
  schedule: { cron: '41 3 * * *', input: {} },
  longest: 3600,
  run: async (_input, { act, clock, place }) => {
    await act((tables) => countEarlyQuarters(tables, place.blueprint.services, clock.now()));
  },
});
