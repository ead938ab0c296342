// Processor time of this program and of the database's processes that serve it. Unlike times by the clock, it says nearly the same on a busy machine.
import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** The database's process behind a connection, as pg keeps it, though its types do not say so. */
export const processOf = (client: pg.PoolClient): number => (client as unknown as { processID: number }).processID;

/** Milliseconds so far; null where the system does not tell of other processes. */
export function processorTime(backends: Iterable<number>): number | null {
  const { user, system } = process.cpuUsage();
  try {
    let nanoseconds = 0;
    for (const id of backends) nanoseconds += Number(readFileSync(`/proc/${id}/schedstat`, 'utf8').split(' ')[0]);
    return (user + system) / 1000 + nanoseconds / 1e6;
  } catch {
    return null;
  }
}
