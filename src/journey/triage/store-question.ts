// What was asked before a decision, of the person or of whoever referred them.
import type { Tables } from '../../platform/web/context.ts';

export interface AskedRow {
  readonly id: string;
  readonly referralId: string;
  readonly personId: string;
  readonly whom: string;
  readonly words: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Runs as the worker. */
export async function insertQuestion(tables: Tables, row: AskedRow): Promise<void> {
  await tables.insertInto('referralQuestion').values(row).execute();
}

/** The newest of a referral, as far as the reader may read it; undefined where nothing was asked. */
export const lastAsked = (tables: Tables, referralId: string): Promise<Pick<AskedRow, 'whom' | 'words' | 'createdAt'> | undefined> =>
  tables
    .selectFrom('referralQuestion')
    .select(['whom', 'words', 'createdAt'])
    .where('referralId', '=', referralId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
