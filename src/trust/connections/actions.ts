// Other systems that may send referrals: add one and show its key once, and end one at once. Each acts as a referrer’s account of its own.
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { newToken } from '../accounts/session.ts';
import { connectionDoor, endConnection, insertConnection } from './store.ts';

export { isConnected } from './store.ts';

/** The key is given here and never again. */
export async function connect(
  context: Context,
  { name, door }: { readonly name: string; readonly door: string },
): Promise<{ readonly key: string }> {
  const { visitor, identify, now, place } = context;
  if (!visitor) throw new Error('Nobody is signed in, and somebody must answer for a connection.');
  const key = newToken();
  await context.asWorker('connect another system', (tables) =>
    insertConnection(tables, { id: identify(), accountId: identify(), name, door, key, now, by: visitor.accountId, demo: place.demo }),
  );
  return { key };
}

export async function disconnect(context: Context, id: string): Promise<Result<null>> {
  const by = context.visitor?.accountId ?? '';
  const ended = await context.asWorker('end a connection', (tables) => endConnection(tables, { id, by, now: context.now }));
  return ended ? success(null) : failure(notFound);
}

/** A code of the list `door`; undefined when the visitor is no connected system. */
export const doorOfConnection = (context: Context, accountId: string): Promise<string | undefined> =>
  context.asWorker('read by which door a system sends', (tables) => connectionDoor(tables, accountId));
