// What a named worker or team must do, because the program may not or could not.
import { writeTask } from '../../platform/tasks.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { responsibleFor } from './store.ts';

export interface NewTask {
  readonly personId: string | null;
  /** subject.what, such as 'message.not_safe'. */
  readonly kind: string;
  /** A sentence that says what to do, for the list it stands in. */
  readonly words: string;
  /** Path of the page where it is done. */
  readonly leadsTo: string;
  readonly accountId?: string | null;
  readonly teamId?: string | null;
  readonly dueAt?: Date | null;
}

/** Gives it to the account or team named; without either to whoever is responsible for the person now. */
export const raiseTask = (context: Context, task: NewTask): Promise<{ taskId: string }> =>
  context.asWorker('raise a task', (tables) =>
    raiseTaskIn(tables, task, { id: context.identify(), now: context.now, by: context.visitor?.accountId ?? null }),
  );

/** For jobs, which have no context. Runs as the worker. */
export async function raiseTaskIn(
  tables: Tables,
  task: NewTask,
  when: { readonly id: string; readonly now: Date; readonly by: string | null },
): Promise<{ taskId: string }> {
  const named = task.accountId || task.teamId;
  const whose = named ? { accountId: task.accountId ?? null, teamId: task.teamId ?? null } : await responsibleFor(tables, task.personId);
  if (!whose.accountId && !whose.teamId) throw new Error('The place has no team that could be given a task.');
  await writeTask(
    tables,
    { personId: task.personId, kind: task.kind, words: task.words, leadsTo: task.leadsTo, ...whose, dueAt: task.dueAt ?? null },
    when,
  );
  return { taskId: when.id };
}
