// Letters that somebody prints and posts: what stands on each envelope, whether it may still go, and that it was posted.
import { messageColumns } from '../../platform/messages/message.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt } from '../../platform/tasks.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { namesOfServices } from './store.ts';
import { type Envelope, envelopeOf } from './telling/envelope.ts';
import { letterPath, mayGoNow } from './telling/sending.ts';

export interface Letter {
  readonly id: string;
  readonly personId: string;
  readonly body: string;
  readonly envelope: Envelope;
  /** Waits to be posted; else when it was, or null where it never will be. */
  readonly waits: boolean;
  readonly postedAt: Date | null;
  /** Why it may not go now by the safe-contact rules; '' where it may. A letter that may not go is not shown. */
  readonly refusedBecause: string;
}

async function rowOf(tables: Tables, id: string) {
  return tables
    .selectFrom('message')
    .select([...messageColumns, 'state', 'sentAt'])
    .where('id', '=', id)
    .where('channel', '=', 'post')
    .where('audience', '=', 'person')
    .executeTakeFirst();
}

/** Null where there is no such letter, or the visitor may not read of the person. Touches them. */
export async function readLetter(context: SignedIn, id: string): Promise<Letter | null> {
  const row = await rowOf(context.tables, id);
  if (!row?.personId) return null;
  context.touch(row.personId);
  const { personId } = row;
  const waits = row.state === 'held' || row.state === 'queued';
  const [names, verdict] = await context.asWorker('see whether a letter may go', async (tables) => [
    await namesOfServices(tables),
    waits ? await mayGoNow(tables, row, context.now, context.place.blueprint) : null,
  ]);
  return {
    id,
    personId,
    body: row.body,
    envelope: envelopeOf(row, context.place.blueprint.contact.letters, names),
    waits,
    postedAt: row.sentAt,
    refusedBecause: verdict?.kind === 'refuse' ? verdict.because : '',
  };
}

const mayNot = (because: string): Problem => ({ status: 409, title: 'This letter may not go now', detail: `${because} Do not post it.` });

/** Says that it was posted, and ends the task that asked for it. Refused where the rules no longer let it go. */
export async function posted(context: SignedIn, id: string): Promise<Result<null>> {
  const letter = await readLetter(context, id);
  if (!letter?.waits) return failure(notFound);
  if (letter.refusedBecause) return failure(mayNot(letter.refusedBecause));
  await context.asWorker('a letter was posted', async (tables) => {
    await tables
      .updateTable('message')
      .set({ state: 'sent', sentAt: context.now })
      .where('id', '=', id)
      .where('state', 'in', ['held', 'queued'])
      .execute();
    await finishTasksAt(tables, letter.personId, letterPath(id), { now: context.now, by: context.visitor.accountId });
  });
  return success(null);
}
