// The rows behind the connections to other systems. Reading them is for who keeps them; writing is the program’s.
import type { Tables, Visitor } from '../../platform/web/context.ts';
import { hashToken } from '../accounts/session.ts';
import { visitorOfAccount } from '../accounts/visitor.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly door: string;
  readonly createdAt: Date;
  /** 'YYYY-MM-DD'; null when it was never used. */
  readonly lastUsedOn: string | null;
  readonly endedAt: Date | null;
}

/** Newest first; those that ended stay listed. */
export const connections = (tables: Tables): Promise<ConnectionRow[]> =>
  tables
    .selectFrom('connection')
    .select(['id', 'name', 'door', 'createdAt', 'lastUsedOn', 'endedAt'])
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute();

/** Writes the system’s own account and its key’s hash. Runs as the worker. */
export async function insertConnection(
  tables: Tables,
  connection: {
    readonly id: string;
    readonly accountId: string;
    readonly name: string;
    readonly door: string;
    readonly key: string;
    readonly now: Date;
    readonly by: string;
    readonly demo: boolean;
  },
): Promise<void> {
  const { id, accountId, name, door, now, demo } = connection;
  await tables
    .insertInto('account')
    .values({ id: accountId, kind: 'referrer', email: null, name, job: 'System', demo, createdAt: now })
    .execute();
  await tables
    .insertInto('connection')
    .values({ id, accountId, name, door, keyHash: hashToken(connection.key), createdAt: now, createdBy: connection.by })
    .execute();
}

/** False when there is none of this id that is still open. Runs as the worker. */
export async function endConnection(
  tables: Tables,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('connection')
    .set({ endedAt: now, endedBy: by })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** By which door the referrals of this account come. Runs as the worker. */
export const connectionDoor = async (tables: Tables, accountId: string): Promise<string | undefined> =>
  (await tables.selectFrom('connection').select('door').where('accountId', '=', accountId).where('endedAt', 'is', null).executeTakeFirst())
    ?.door;

/** Whether the account is that of another system, also of one that has ended. Runs as the worker. */
export const isConnected = async (tables: Tables, accountId: string): Promise<boolean> =>
  (await tables.selectFrom('connection').select('id').where('accountId', '=', accountId).executeTakeFirst()) !== undefined;

/** The account of the system that shows this key; null for any other. `today` is 'YYYY-MM-DD'. Runs as the worker. */
export async function connectedBy(tables: Tables, key: string, today: string): Promise<Visitor | null> {
  const row = await tables
    .selectFrom('connection')
    .select(['id', 'accountId', 'lastUsedOn'])
    .where('keyHash', '=', hashToken(key))
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (row.lastUsedOn !== today) await tables.updateTable('connection').set({ lastUsedOn: today }).where('id', '=', row.id).execute();
  return visitorOfAccount(tables, row.accountId);
}
