// Writes something that a named worker or team must do. Whose it is, and what it says, the room decides that needs it done.
import type { Tables } from './web/context.ts';

export interface TaskToWrite {
  readonly personId: string | null;
  /** subject.what, such as 'message.not_safe'. */
  readonly kind: string;
  /** A sentence that says what to do, for the list it stands in; it names nobody who uses the service. */
  readonly words: string;
  /** Path of the page where it is done. */
  readonly leadsTo: string;
  readonly accountId: string | null;
  readonly teamId: string | null;
  readonly dueAt: Date | null;
}

export interface Written {
  readonly id: string;
  readonly now: Date;
  readonly by: string | null;
}

/** Runs as the worker. */
export async function writeTask(tables: Tables, task: TaskToWrite, { id, now, by }: Written): Promise<void> {
  await tables
    .insertInto('task')
    .values({ ...task, id, createdAt: now, createdBy: by })
    .execute();
}

/** Nobody need do it any more: it was done where it leads to. With a kind, only those; others that lead there still wait. Runs as the worker. */
export async function finishTasksAt(
  tables: Tables,
  personId: string,
  leadsTo: string,
  { now, by }: Omit<Written, 'id'>,
  kind?: string,
): Promise<void> {
  await tables
    .updateTable('task')
    .set({ doneAt: now, doneBy: by })
    .where('personId', '=', personId)
    .where('leadsTo', '=', leadsTo)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .where('doneAt', 'is', null)
    .execute();
}

/** The same for what is about nobody. Runs as the worker. */
export async function finishTasksOf(tables: Tables, leadsTo: string, { now, by }: Omit<Written, 'id'>): Promise<void> {
  await tables
    .updateTable('task')
    .set({ doneAt: now, doneBy: by })
    .where('personId', 'is', null)
    .where('leadsTo', '=', leadsTo)
    .where('doneAt', 'is', null)
    .execute();
}
