// Every use of people's data goes through here: one transaction, as someone, in a role that owns nothing, so that the database decides what is seen.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import { say } from './acting.ts';
import { withoutWaiting } from './at-once.ts';
import { type Claims, type Prove, unproven } from './proof.ts';
import type { Schema } from './schema.ts';

/** On whose behalf a transaction runs. Row-level security reads it back from what acting.ts says to the database. */
export type Principal =
  /** Someone signed in: staff, a volunteer, a partner, a person who uses the service. */
  | { readonly kind: 'account'; readonly accountId: string }
  /** Someone who holds a return code and no account. */
  | { readonly kind: 'door'; readonly token: string }
  /** The program itself, for a named job; for the account that asked for it, if one did, whom its traces then name. */
  | { readonly kind: 'worker'; readonly job: string; readonly onBehalfOf?: string }
  /** A visitor to a public page. */
  | { readonly kind: 'nobody' };

export interface Circumstances {
  /** The request's id, so that a row, a log line and an audit entry can be matched. */
  readonly request?: string;
  /** A read that changes nothing: PostgreSQL refuses writes in it, and it is tried again after a clash with other work. */
  readonly readOnly?: boolean;
}

/** Runs the work in one transaction as the principal: all of it is kept, or, when it throws, none. */
export type As = <T>(
  principal: Principal,
  work: (transaction: Transaction<Schema>) => Promise<T>,
  circumstances?: Circumstances,
) => Promise<T>;

const mostTries = 3;
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** `prove` is needed on every login but the one that owns the tables. */
export function accessTo(db: Kysely<Schema>, clock: Clock, prove: Prove = unproven): As {
  return async (principal, work, { request = '', readOnly = false } = {}) => {
    const claims = claimsOf(principal, clock.now(), request);
    const run = async (): ReturnType<typeof work> =>
      db
        .transaction()
        .setAccessMode(readOnly ? 'read only' : 'read write')
        .execute(async (given) => {
          const transaction = await withoutWaiting(given);
          await say(transaction, claims, prove);
          return work(transaction);
        });
    for (let tries = 1; ; tries++) {
      try {
        return await run();
      } catch (error) {
        if (!readOnly || tries === mostTries || !isClash(error)) throw error;
      }
    }
  };
}

const accountOf = (principal: Principal): string =>
  principal.kind === 'account' ? principal.accountId : principal.kind === 'worker' ? (principal.onBehalfOf ?? '') : '';

const claimsOf = (principal: Principal, now: Date, request: string): Claims => ({
  kind: principal.kind,
  account: accountOf(principal),
  door: principal.kind === 'door' ? principal.token : '',
  job: principal.kind === 'worker' ? principal.job : '',
  now: now.toISOString(),
  request,
});

/** On a login that must prove itself, says early and plainly when the database does not believe this program. */
export async function isBelieved(as: As): Promise<boolean> {
  return as({ kind: 'nobody' }, async (transaction) => {
    const { rows } = await sql<{ believed: boolean }>`select is_proven() as believed`.execute(transaction);
    return rows[0]?.believed === true;
  });
}

const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === serializationFailure || error.code === deadlockDetected);
