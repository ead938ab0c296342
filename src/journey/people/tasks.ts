// What a named worker or team must do, because the program may not or could not.
import { type TaskToWrite, type Written, writeTask } from '../../platform/tasks.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { responsibleFor } from './store.ts';

/** Whoever it is for may be left open, and so may its time. */
export type NewTask = Omit<TaskToWrite, Whose | 'dueAt'> & Partial<Pick<TaskToWrite, Whose | 'dueAt'>>;
type Whose = 'accountId' | 'teamId';

/** Gives it to the account or team named; without either to whoever is responsible for the person now. */
export const raiseTask = (context: Context, task: NewTask): Promise<{ taskId: string }> =>
  context.asWorker('raise a task', (tables) =>
    raiseTaskIn(tables, task, { id: context.identify(), now: context.now, by: context.visitor?.accountId ?? null }),
  );

/** For jobs, which have no context. Runs as the worker. */
export async function raiseTaskIn(tables: Tables, task: NewTask, when: Written): Promise<{ taskId: string }> {
  const named = task.accountId || task.teamId;
  const whose = named ? { accountId: task.accountId ?? null, teamId: task.teamId ?? null } : await responsibleFor(tables, task.personId);
  if (!whose.accountId && !whose.teamId) throw new Error('The place has no team that could be given a task.');
  await writeTask(tables, { ...task, ...whose, dueAt: task.dueAt ?? null }, when);
  return { taskId: when.id };
}
