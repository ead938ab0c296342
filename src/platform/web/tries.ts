// How often somebody tried, such as a code: counted in windows of time, by what is hashed and never by what was typed.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { As } from '../database/as.ts';

export interface Counting {
  readonly as: As;
  /** On connections of their own: tries are counted while the visitor’s transaction holds one, and waiting for another of the same would never end. */
  readonly aside?: As;
  readonly clock: Clock;
  readonly secret: Buffer;
}

/** Counts a try by this subject within the window, and says whether it is within the limit. */
export async function mayTry(house: Counting, bucket: string, subject: string, limit: number, windowSeconds: number): Promise<boolean> {
  const start = new Date(Math.floor(house.clock.now().getTime() / (windowSeconds * 1000)) * windowSeconds * 1000);
  const hashed = createHash('sha256').update(house.secret).update(subject).digest();
  return (house.aside ?? house.as)({ kind: 'worker', job: 'count tries' }, async (tables) => {
    const { count } = await tables
      .insertInto('attempt')
      .values({ bucket, subject: hashed, windowStart: start, count: 1 })
      .onConflict((conflict) => conflict.columns(['bucket', 'subject', 'windowStart']).doUpdateSet({ count: sql`attempt.count + 1` }))
      .returning('count')
      .executeTakeFirstOrThrow();
    return count <= limit;
  });
}
