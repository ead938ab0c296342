// One-time links and codes by which somebody without a password signs in: 20 minutes, once, and only the hash is kept.
import type { Tables } from '../../platform/web/context.ts';
import { newCode, readCode } from '../../platform/web/door.ts';
import type { ProvenAccount } from './proof.ts';
import { hashToken, newToken } from './session.ts';

export const linkMinutes = 20;

interface Issue {
  readonly accountId: string;
  /** A path of this site. */
  readonly leadsTo: string;
  readonly now: Date;
}

async function keep(tables: Tables, secret: string, { accountId, leadsTo, now }: Issue): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('signInLink')
    .values({ tokenHash: hashToken(secret), accountId, leadsTo, createdAt: now, endsAt: new Date(now.getTime() + linkMinutes * 60_000) })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** A token for the end of a link's address. Runs as the worker. */
export async function issueLink(tables: Tables, issue: Issue): Promise<string> {
  const token = newToken();
  await keep(tables, linkSecret(token), issue);
  return token;
}

/** A code to type, for a phone on which no link may appear. Runs as the worker. */
export async function issueCode(tables: Tables, issue: Issue): Promise<string> {
  for (;;) {
    const code = newCode();
    if (await keep(tables, codeSecret(code), issue)) return code;
  }
}

// Different in kind, so that a code cannot be tried where links are opened.
const linkSecret = (token: string): string => `link:${token}`;
const codeSecret = (code: string): string => `code:${readCode(code)}`;

/** Uses the link up. Null when it was used, is too old or never was: the caller says the same for all three. Runs as the worker. */
export async function redeem(
  tables: Tables,
  offered: { readonly token: string } | { readonly code: string },
  now: Date,
): Promise<(ProvenAccount & { readonly leadsTo: string }) | null> {
  const secret = 'token' in offered ? linkSecret(offered.token) : codeSecret(offered.code);
  const used = await tables
    .updateTable('signInLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashToken(secret))
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .returning(['accountId', 'leadsTo'])
    .executeTakeFirst();
  if (!used) return null;
  const account = await tables.selectFrom('account').select(['kind', 'closedOn']).where('id', '=', used.accountId).executeTakeFirst();
  if (!account || account.closedOn) return null;
  return { accountId: used.accountId, kind: account.kind as ProvenAccount['kind'], leadsTo: used.leadsTo }; // checked by the table
}
