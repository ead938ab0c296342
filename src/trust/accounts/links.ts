// One-time links and codes by which somebody without a password signs in: 20 minutes, once, and only the hash is kept.
import type { Tables } from '../../platform/web/context.ts';
import { newCode, readCode } from '../../platform/web/door.ts';
import type { ProvenAccount } from './proof.ts';
import { hashToken, newToken } from './session.ts';

export const linkMinutes = 20;

interface Issue {
  /** A path of this site. */
  readonly leadsTo: string;
  readonly now: Date;
}

async function keep(
  tables: Tables,
  secret: string,
  accountIds: readonly string[],
  { leadsTo, now, asks }: Issue & { readonly asks: boolean },
) {
  const endsAt = new Date(now.getTime() + linkMinutes * 60_000);
  await tables
    .insertInto('signInLink')
    .values(accountIds.map((accountId) => ({ tokenHash: hashToken(secret), accountId, leadsTo, asks, createdAt: now, endsAt })))
    .execute();
}

/** A token for the end of a link's address. Runs as the worker. */
export async function issueLink(tables: Tables, { accountId, ...issue }: Issue & { readonly accountId: string }): Promise<string> {
  const token = newToken();
  await keep(tables, linkSecret(token), [accountId], { ...issue, asks: false });
  return token;
}

interface IssueCode extends Issue {
  /** Several where they share the phone or address to which it goes. */
  readonly accountIds: readonly string[];
  /** Others could see it: whoever types it also says who they are. */
  readonly asks: boolean;
}

/** A code to type, for a phone on which no link may appear. Runs as the worker. */
export async function issueCode(tables: Tables, { accountIds, ...issue }: IssueCode): Promise<string> {
  for (;;) {
    const code = newCode();
    const taken = await tables
      .selectFrom('signInLink')
      .select('accountId')
      .where('tokenHash', '=', hashToken(codeSecret(code)))
      .executeTakeFirst();
    if (taken) continue;
    await keep(tables, codeSecret(code), accountIds, issue);
    return code;
  }
}

// Different in kind, so that a code cannot be tried where links are opened.
const linkSecret = (token: string): string => `link:${token}`;
const codeSecret = (code: string): string => `code:${readCode(code)}`;

/** Whose page a code could open, without using it up; null when it was used, is too old or never was. Runs as the worker. */
export async function holdersOf(
  tables: Tables,
  code: string,
  now: Date,
): Promise<{ readonly accountIds: readonly string[]; readonly asks: boolean } | null> {
  const rows = await tables
    .selectFrom('signInLink')
    .select(['accountId', 'asks'])
    .where('tokenHash', '=', hashToken(codeSecret(code)))
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .execute();
  return rows.length === 0 ? null : { accountIds: rows.map(({ accountId }) => accountId), asks: rows.some(({ asks }) => asks) };
}

/** What was offered; with a code, whose page it is to open. */
export type Offered = { readonly token: string } | { readonly code: string; readonly accountId: string };

/** Uses the link up. Null when it was used, is too old or never was: the caller says the same for all three. Runs as the worker. */
export async function redeem(tables: Tables, offered: Offered, now: Date): Promise<(ProvenAccount & { readonly leadsTo: string }) | null> {
  const secret = 'token' in offered ? linkSecret(offered.token) : codeSecret(offered.code);
  const rows = await tables
    .updateTable('signInLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashToken(secret))
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .returning(['accountId', 'leadsTo'])
    .execute();
  const used = 'token' in offered ? rows[0] : rows.find(({ accountId }) => accountId === offered.accountId);
  if (!used) return null;
  const account = await tables.selectFrom('account').select(['kind', 'closedOn']).where('id', '=', used.accountId).executeTakeFirst();
  if (!account || account.closedOn) return null;
  return { accountId: used.accountId, kind: account.kind as ProvenAccount['kind'], leadsTo: used.leadsTo }; // checked by the table
}
