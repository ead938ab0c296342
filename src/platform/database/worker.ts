// A step that the visitor may cause but not do (finding who somebody already is, writing a task for a colleague) runs in their own transaction as the
// program's worker, so that it is kept or undone together with what they did.
import { sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Who acts in the rest of the transaction: an account, the holder of a return code, or a visitor (both empty). */
export interface Actor {
  readonly accountId: string;
  readonly door: string;
}

/** Gives the transaction to the actor, under row-level security. */
export const actAs = async (transaction: Transaction<Schema>, { accountId, door }: Actor): Promise<void> => {
  await sql`select set_config('role', 'onedoor_app', true), set_config('app.account', ${accountId}, true),
    set_config('app.door', ${door}, true), set_config('app.job', '', true)`.execute(transaction);
};

/** Runs the work as the worker, then gives the transaction back to the app's role. After an error the transaction is lost, or rolled back to a savepoint by the caller. */
export async function asWorker<T>(
  transaction: Transaction<Schema>,
  job: string,
  work: (tables: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  await sql`select set_config('role', 'onedoor_worker', true), set_config('app.job', ${job}, true)`.execute(transaction);
  const result = await work(transaction);
  await sql`select set_config('role', 'onedoor_app', true), set_config('app.job', '', true)`.execute(transaction);
  return result;
}
