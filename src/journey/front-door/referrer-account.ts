// The account of somebody who refers or asks: the one signed in, else by e-mail. Nobody learns whether there was one.
import type { Context } from '../../platform/web/context.ts';
import { issueLink } from '../../trust/accounts/links.ts';
import type { Referrer } from './model.ts';
import { referrerAccount } from './store.ts';

export interface ReferrerAccount {
  readonly id: string;
  /** What the link in their e-mail opens to get to this page of ours: signed in at once, where the account has no other way in. */
  readonly path: (leadsTo: string) => Promise<string>;
}

/** Null where they gave no e-mail address and are not signed in. */
export async function accountOf(context: Context, referrer: Referrer | undefined): Promise<ReferrerAccount | null> {
  if (!referrer) return null;
  if (referrer.accountId) return { id: referrer.accountId, path: async (leadsTo) => leadsTo };
  const { email, name, job } = referrer;
  if (!email) return null;
  const { id, kind } = await context.asWorker('find or make a referrer’s account', (tables) =>
    referrerAccount(tables, { id: context.identify(), email, name, job, now: context.now, demo: context.place.demo }),
  );
  return {
    id,
    path: async (leadsTo) =>
      kind === 'referrer'
        ? `/s/${await context.asWorker('send a link to a referrer', (tables) => issueLink(tables, { accountId: id, leadsTo, now: context.now }))}`
        : leadsTo,
  };
}
