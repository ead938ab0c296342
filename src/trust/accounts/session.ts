// Signed-in browsers: a random token in a cookie, its hash in the database, an idle limit and an absolute one. Drafts outlive both.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Notice } from '../../platform/web/answer.ts';
import type { Tables, Visitor } from '../../platform/web/context.ts';
import { rolesToday, visitorFrom } from './visitor.ts';

/** Minutes a session may be idle, and hours it may last at most, by kind of account. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly longestHours: number;
}
export const limitsOf = (kind: Visitor['kind']): SessionLimits =>
  kind === 'staff' ? { idleMinutes: 60, longestHours: 12 } : { idleMinutes: 20, longestHours: 2 };

const minute = 60_000;
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Starts a session and returns the token for the cookie. Runs as the worker. */
export async function startSession(
  tables: Tables,
  account: { readonly id: string; readonly kind: Visitor['kind'] },
  now: Date,
): Promise<string> {
  const token = newToken();
  const limits = limitsOf(account.kind);
  await tables
    .insertInto('webSession')
    .values({
      tokenHash: hashToken(token),
      accountId: account.id,
      createdAt: now,
      seenAt: now,
      idleUntil: new Date(now.getTime() + limits.idleMinutes * minute),
      endsAt: new Date(now.getTime() + limits.longestHours * 60 * minute),
    })
    .execute();
  return token;
}

export async function endSession(tables: Tables, token: string): Promise<void> {
  await tables.deleteFrom('webSession').where('tokenHash', '=', hashToken(token)).execute();
}

/** Who holds this token, with the roles they have today, and what the next page is to say once. Runs as the worker. */
export async function visitorOf(tables: Tables, token: string, now: Date): Promise<{ visitor: Visitor; notice: Notice | null } | null> {
  const tokenHash = hashToken(token);
  const row = await tables
    .selectFrom('webSession as s')
    .innerJoin('account as a', 'a.id', 's.accountId')
    .leftJoin('person as p', 'p.id', 'a.personId')
    .select(['a.id', 'a.kind', 'a.name', 'a.job', 'a.personId', 'p.language', 's.seenAt', 's.notice'])
    .select(rolesToday.as('roles'))
    .where('s.tokenHash', '=', tokenHash)
    .where('s.idleUntil', '>', now)
    .where('s.endsAt', '>', now)
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', sql<string>`(select current_day())`)]))
    .executeTakeFirst();
  if (!row) return null;
  const visitor = visitorFrom(row);
  const stale = now.getTime() - row.seenAt.getTime() > minute;
  if (stale || row.notice)
    await tables
      .updateTable('webSession')
      .set({ seenAt: now, idleUntil: new Date(now.getTime() + limitsOf(visitor.kind).idleMinutes * minute), notice: null })
      .where('tokenHash', '=', tokenHash)
      .execute();
  return { visitor, notice: row.notice as Notice | null }; // written by keepNotice only
}

/** Runs as the worker. */
export async function keepNotice(tables: Tables, token: string, notice: Notice): Promise<void> {
  await tables
    .updateTable('webSession')
    .set({ notice: JSON.stringify(notice) })
    .where('tokenHash', '=', hashToken(token))
    .execute();
}
