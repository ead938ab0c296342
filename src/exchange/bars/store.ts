// The messages taken from other systems: by which identifiers they are known there, and what they became here. Runs as the worker throughout.
import type { Tables } from '../../platform/web/context.ts';
import type { Reason } from './model.ts';

export interface MessageRow {
  readonly id: string;
  readonly contentHash: Buffer;
  readonly headerId: string;
  readonly reason: Reason;
  readonly referralId: string;
  readonly referralIdentifier: string;
  readonly receivedAt: Date;
}

const columns = ['id', 'contentHash', 'headerId', 'reason', 'referralId', 'referralIdentifier', 'receivedAt'] as const;

/** Held until the transaction ends, so that the same message sent twice at once is taken once. */
export async function lockSender(tables: Tables, accountId: string): Promise<void> {
  await tables.selectFrom('connection').select('id').where('accountId', '=', accountId).forUpdate().execute();
}

export const messageKnown = async (tables: Tables, accountId: string, bundleIdentifier: string): Promise<MessageRow | undefined> =>
  (await tables
    .selectFrom('exchangeMessage')
    .select(columns)
    .where('accountId', '=', accountId)
    .where('bundleIdentifier', '=', bundleIdentifier)
    .executeTakeFirst()) as MessageRow | undefined; // the reason is checked by the table

/** The message that brought a referral, by what its sender calls it or by our own id. */
export const referralKnown = async (
  tables: Tables,
  accountId: string,
  by: { readonly referralIdentifier: string } | { readonly referralId: string },
): Promise<MessageRow | undefined> =>
  (await tables
    .selectFrom('exchangeMessage')
    .select(columns)
    .where('accountId', '=', accountId)
    .where('reason', '=', 'new')
    .$if('referralIdentifier' in by, (query) =>
      query.where('referralIdentifier', '=', 'referralIdentifier' in by ? by.referralIdentifier : ''),
    )
    .$if('referralId' in by, (query) => query.where('referralId', '=', 'referralId' in by ? by.referralId : ''))
    .executeTakeFirst()) as MessageRow | undefined; // the same

export async function keepMessage(
  tables: Tables,
  row: MessageRow & { readonly accountId: string; readonly bundleIdentifier: string; readonly requestHeader: string },
): Promise<void> {
  await tables.insertInto('exchangeMessage').values(row).execute();
}
