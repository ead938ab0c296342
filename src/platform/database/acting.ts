// What a transaction says to the database about itself, and how it changes hands within: a step that the visitor may cause but not do (finding who somebody
// already is, writing a task for a colleague) runs in their own transaction as the program's worker, so that it is kept or undone together with what they did.
import { CompiledQuery, type Transaction } from 'kysely';
import { isAskedAtOnce, sayBeforeNext } from './at-once.ts';
import type { Claims, Prove } from './proof.ts';
import type { Schema } from './schema.ts';

/** Who acts in the rest of the transaction: an account, the holder of a return code, or a visitor (both empty). */
export interface Actor {
  readonly accountId: string;
  readonly door: string;
}

const settings = ['role', 'search_path', 'app.kind', 'app.account', 'app.door', 'app.job', 'app.now', 'app.request', 'app.proof'] as const;
/** The one statement by which a transaction says who acts in it. Its answer holds nothing that is not known. */
export const actingText = `select ${settings.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(', ')}`;

const saidIn = new WeakMap<Transaction<Schema>, { readonly claims: Claims; readonly prove: Prove }>();

/**
 * Takes on the role and tells row-level security who acts, with the proof. All of it holds for the transaction only, so a pooled connection never carries one
 * person's rights into another's request. The search path is said as well: temporary tables come last, whatever a statement before may have done to it.
 */
export async function say(transaction: Transaction<Schema>, claims: Claims, prove: Prove): Promise<void> {
  const isFirst = !saidIn.has(transaction);
  saidIn.set(transaction, { claims, prove });
  const saying = (): CompiledQuery => sayingOf(claims, prove);
  // Who acts next may be somebody else again before anything is asked: then nothing need be said. The beginning is said at once, refused or not.
  if (isFirst || !sayBeforeNext(transaction, saying)) await transaction.executeQuery(saying());
}

function sayingOf(claims: Claims, prove: Prove): CompiledQuery {
  const values: Readonly<Record<(typeof settings)[number], string>> = {
    role: claims.kind === 'worker' ? 'onedoor_worker' : 'onedoor_app',
    search_path: 'public, pg_temp',
    'app.kind': claims.kind,
    'app.account': claims.account,
    'app.door': claims.door,
    'app.job': claims.job,
    'app.now': claims.now,
    'app.request': claims.request,
    'app.proof': prove(claims),
  };
  return CompiledQuery.raw(
    actingText,
    settings.map((name) => values[name]),
  );
}

function said(transaction: Transaction<Schema>): { readonly claims: Claims; readonly prove: Prove } {
  const found = saidIn.get(transaction);
  if (!found) throw new Error('This transaction has not said who acts in it.');
  return found;
}

/** Gives the transaction to the actor, under row-level security. */
export async function actAs(transaction: Transaction<Schema>, { accountId, door }: Actor): Promise<void> {
  const { claims, prove } = said(transaction);
  await say(transaction, { ...claims, kind: accountId ? 'account' : door ? 'door' : 'nobody', account: accountId, door, job: '' }, prove);
}

/**
 * Runs the work as the worker, still in the name of whoever caused it, then gives the transaction back. After an error the transaction is lost, or rolled back
 * by the caller to a savepoint from before. The work leaves no savepoint of its own: to go back to one would be to go back to these rights.
 */
export async function asWorker<T>(
  transaction: Transaction<Schema>,
  job: string,
  work: (tables: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  if (isAskedAtOnce(transaction))
    throw new Error(`The step “${job}” was begun among questions asked at once, and they would be asked as it.`);
  const before = said(transaction);
  await say(transaction, { ...before.claims, kind: 'worker', job }, before.prove);
  try {
    const result = await work(transaction);
    await say(transaction, before.claims, before.prove);
    return result;
  } catch (error) {
    await say(transaction, before.claims, before.prove).catch(() => undefined);
    throw error;
  }
}
