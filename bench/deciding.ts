// How long the database takes to decide whether somebody may read of a person: for people near and far, as row-level security asks it.
import { sql } from 'kysely';
import type { As } from '../src/platform/database/as.ts';
import { type Times, timesOf } from './quantiles.ts';

/** Milliseconds for one person, the way to the database and back included. */
export async function timesOfAccess(as: As, accountId: string, people: readonly string[]): Promise<Times> {
  const taken: number[] = [];
  await as(
    { kind: 'account', accountId },
    async (tables) => {
      for (const person of people) {
        const begun = performance.now();
        await sql`select may_read(${person}::uuid, 'clinical', null, (select my_standing()))`.execute(tables);
        taken.push(performance.now() - begun);
      }
    },
    { readOnly: true },
  );
  return timesOf(taken);
}
