// A step that the visitor may cause but not do (finding who somebody already is, writing a task for a colleague) runs in their own transaction as the
// program's worker, so that it is kept or undone together with what they did.
import { sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Says in the database, for the rest of the transaction or until changed, who acts. */
export async function actAs(
  transaction: Transaction<Schema>,
  who: { readonly role: 'onedoor_app' | 'onedoor_worker'; readonly account: string; readonly door: string; readonly job: string },
): Promise<void> {
  await sql`select set_config('role', ${who.role}, true), set_config('app.account', ${who.account}, true),
    set_config('app.door', ${who.door}, true), set_config('app.job', ${who.job}, true)`.execute(transaction);
}

/** Runs the work as the worker, then gives the transaction back its role. After an error the transaction is lost anyway. */
export async function asWorker<T>(transaction: Transaction<Schema>, job: string, work: (tables: Transaction<Schema>) => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'onedoor_worker', true), set_config('app.job', ${job}, true)`.execute(transaction);
  const result = await work(transaction);
  await sql`select set_config('role', 'onedoor_app', true), set_config('app.job', '', true)`.execute(transaction);
  return result;
}
