// Puts a message into the outbox. To whom it goes, by which way and in which words, the room decides that has something to say.
import type { Insertable } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Written } from '../tasks.ts';
import type { Tables } from '../web/context.ts';

type Row = Insertable<Schema['message']>;

/** Waits from now on, unless it says otherwise. */
export type MessageToWrite = Omit<Row, 'id' | 'createdAt' | 'createdBy' | 'state' | 'notBefore'> &
  Partial<Pick<Row, 'state' | 'notBefore'>>;

/** Runs as the worker. */
export async function writeMessage(
  tables: Tables,
  message: MessageToWrite,
  { id, now, by }: Written,
): Promise<{ readonly messageId: string }> {
  await tables
    .insertInto('message')
    .values({ state: 'queued', notBefore: now, ...message, id, createdAt: now, createdBy: by })
    .execute();
  return { messageId: id };
}
