// Every use of people's data goes through here: one transaction, as someone, in a role that owns nothing, so that the database decides what is seen.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Schema } from './schema.ts';

/** On whose behalf a transaction runs. Row-level security reads it back from the settings below. */
export type Principal =
  /** Someone signed in: staff, a volunteer, a partner, a person who uses the service. */
  | { readonly kind: 'account'; readonly accountId: string }
  /** Someone who holds a return code and no account. */
  | { readonly kind: 'door'; readonly token: string }
  /** The program itself, for a named job. */
  | { readonly kind: 'worker'; readonly job: string }
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

export function accessTo(db: Kysely<Schema>, clock: Clock): As {
  return async (principal, work, { request = '', readOnly = false } = {}) => {
    const settings = settingsOf(principal, clock.now(), request);
    const run = async (): ReturnType<typeof work> =>
      db
        .transaction()
        .setAccessMode(readOnly ? 'read only' : 'read write')
        .execute(async (transaction) => {
          await sql`select ${sql.join(settings.map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(transaction);
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

/** They hold for the transaction only, so a pooled connection never carries one person's rights into another's request. */
function settingsOf(principal: Principal, now: Date, request: string): [name: string, value: string][] {
  return [
    ['role', principal.kind === 'worker' ? 'onedoor_worker' : 'onedoor_app'],
    ['app.kind', principal.kind],
    ['app.account', principal.kind === 'account' ? principal.accountId : ''],
    ['app.door', principal.kind === 'door' ? principal.token : ''],
    ['app.job', principal.kind === 'worker' ? principal.job : ''],
    ['app.now', now.toISOString()],
    ['app.request', request],
  ];
}

const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === serializationFailure || error.code === deadlockDetected);
