// Signing in and out of a browser: a fresh token each time, so that one planted before is worth nothing, and the one before is ended.
import type { Context, Visitor } from '../../platform/web/context.ts';
import type { ProvenAccount } from './proof.ts';
import { endSession, startSession } from './session.ts';

/** The first page of each kind of account. */
export const firstPage: Readonly<Record<Visitor['kind'], string>> = { staff: '/home', person: '/me', referrer: '/sent' };

/** Starts the session of somebody proven and returns its token for the cookie. */
export const signIn = (context: Context, account: ProvenAccount): Promise<string> =>
  context.asWorker('sign in', async (tables) => {
    if (context.session) await endSession(tables, context.session);
    return startSession(tables, { id: account.accountId, kind: account.kind }, context.now);
  });

export const signOut = (context: Context): Promise<void> =>
  context.asWorker('sign out', async (tables) => {
    if (context.session) await endSession(tables, context.session);
  });
