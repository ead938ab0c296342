// The outbox in the database: which message is next, whether it may go, and what became of it. Written so that several senders share it,
// and that one which dies half way leaves nothing unsent: what it had taken is taken again after a while, under the same Message-ID.
import { sql, type Transaction } from 'kysely';
import type { As } from '../database/as.ts';
import type { Schema } from '../database/schema.ts';
import { messageColumns, type OutgoingMessage } from './message.ts';

/** What the safe-contact rules say at the moment of sending. */
export type Verdict =
  | { readonly kind: 'go' }
  /** Quiet hours: not before this instant. */
  | { readonly kind: 'wait'; readonly until: Date }
  /** The rules forbid it. `because` is for the worker who gets the task. */
  | { readonly kind: 'refuse'; readonly because: string };

export type Settlement =
  | { readonly kind: 'sent'; readonly at: Date }
  | { readonly kind: 'would have gone'; readonly at: Date }
  | { readonly kind: 'by hand' }
  | { readonly kind: 'again'; readonly notBefore: Date; readonly because: string }
  | { readonly kind: 'given up'; readonly because: string };

/** Why a person has to take over. */
export type Handover = 'refused' | 'given up' | 'by hand';

/** What the rooms bring: the decision, and the task that follows when a message cannot go by itself. Both run in the outbox's transaction. */
export interface OutboxRules {
  /** S3.2: asked for every message at every try; there is no way round it. */
  mayGo(tables: Transaction<Schema>, message: OutgoingMessage, now: Date): Promise<Verdict>;
  /** Makes a task for a named worker; returns its id. */
  handOver(tables: Transaction<Schema>, message: OutgoingMessage, why: Handover, because: string): Promise<string>;
}

export interface Outbox {
  /** The next message that may go now, taken until `until`; those that may not are put aside on the way. Null when nothing is due. */
  take(now: Date, until: Date): Promise<OutgoingMessage | null>;
  /** Says what became of a message that was taken. Does nothing when someone else has taken it since. */
  settle(message: OutgoingMessage, settlement: Settlement): Promise<void>;
}

const worker = { kind: 'worker', job: 'send-messages' } as const;

export function databaseOutbox(as: As, rules: OutboxRules): Outbox {
  return {
    async take(now, until) {
      for (;;) {
        const next = await as(worker, (tables) => takeNext(tables, rules, now, until)).catch(async (error: unknown) => {
          if (error instanceof RulesFault) await as(worker, (tables) => postpone(tables, error.messageId, until));
          throw error instanceof RulesFault ? error.cause : error;
        });
        if (next !== 'put aside') return next;
      }
    },
    settle: (message, settlement) => as(worker, (tables) => settle(tables, rules, message, settlement)),
  };
}

/** The rules themselves failed. The message must neither go nor stand in the way of the others. */
class RulesFault extends Error {
  readonly messageId: string;
  constructor(messageId: string, cause: unknown) {
    super('the rules of the outbox failed', { cause });
    this.messageId = messageId;
  }
}

async function postpone(tables: Transaction<Schema>, id: string, until: Date): Promise<void> {
  await tables
    .updateTable('message')
    .set({ notBefore: until, lastError: 'The safe-contact rules could not be asked.' })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending', 'held'])
    .execute();
}

async function takeNext(
  tables: Transaction<Schema>,
  rules: OutboxRules,
  now: Date,
  until: Date,
): Promise<OutgoingMessage | 'put aside' | null> {
  const row = await tables
    .selectFrom('message')
    .select(messageColumns)
    .where('state', 'in', ['queued', 'sending', 'held'])
    .where('notBefore', '<=', now)
    .orderBy('notBefore')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  // The table's own check constraints allow these words only.
  const message = { ...row, attempts: row.attempts + 1 } as OutgoingMessage;
  try {
    return await decide(tables, rules, message, now, until);
  } catch (error) {
    throw new RulesFault(message.id, error);
  }
}

async function decide(
  tables: Transaction<Schema>,
  rules: OutboxRules,
  message: OutgoingMessage,
  now: Date,
  until: Date,
): Promise<OutgoingMessage | 'put aside'> {
  const verdict = await rules.mayGo(tables, message, now);
  const change = tables.updateTable('message').where('id', '=', message.id);
  switch (verdict.kind) {
    case 'go':
      await change.set({ state: 'sending', notBefore: until, attempts: message.attempts }).execute();
      return message;
    case 'wait':
      // Never back to the same instant, or one message would be looked at for ever.
      await change.set({ state: 'held', notBefore: verdict.until > now ? verdict.until : until }).execute();
      return 'put aside';
    case 'refuse': {
      const taskId = await rules.handOver(tables, message, 'refused', verdict.because);
      await change.set({ state: 'refused', refusedBecause: verdict.because, taskId }).execute();
      return 'put aside';
    }
  }
}

async function settle(tables: Transaction<Schema>, rules: OutboxRules, message: OutgoingMessage, settlement: Settlement): Promise<void> {
  const mine = await tables
    .selectFrom('message')
    .select('id')
    .where('id', '=', message.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', message.attempts)
    .forUpdate()
    .executeTakeFirst();
  if (!mine) return;
  const change = tables.updateTable('message').where('id', '=', message.id);
  switch (settlement.kind) {
    case 'sent':
      await change.set({ state: 'sent', sentAt: settlement.at, lastError: '' }).execute();
      return;
    case 'would have gone':
      await change.set({ state: 'would_have_gone', sentAt: settlement.at }).execute();
      return;
    case 'by hand': {
      const taskId = await rules.handOver(tables, message, 'by hand', '');
      await change.set({ state: 'held', notBefore: sql`'infinity'`, taskId }).execute();
      return;
    }
    case 'again':
      await change.set({ state: 'queued', notBefore: settlement.notBefore, lastError: settlement.because }).execute();
      return;
    case 'given up': {
      const taskId = await rules.handOver(tables, message, 'given up', settlement.because);
      await change.set({ state: 'failed', lastError: settlement.because, taskId }).execute();
      return;
    }
  }
}
