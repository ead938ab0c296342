// What every step of a session shares: moving it by its transition table, and what is asked, stopped and said when it moves.
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { knowsOf, raiseTask, wasSpokenWith } from '../people/actions.ts';
import { attendanceOf, type SessionState, type SupportSession, sessionLifecycle } from './model.ts';
import { findSession, moveSession } from './store.ts';

const hour = 3_600_000;

export async function move(
  context: Context,
  at: { readonly id: string; readonly version: number },
  to: SessionState,
): Promise<Result<SupportSession>> {
  const session = await findSession(context.tables, at.id);
  if (!session) return failure(notFound);
  context.touch(session.personId);
  const allowed = permit(sessionLifecycle, { from: session.state, to, by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: moversOf(context)[0] ?? '' });
  // A person may say yes to their own appointment; the row itself is their worker's to change.
  const moved =
    context.visitor?.kind === 'person'
      ? await context.asWorker('record the person’s answer', (tables) => moveSession(tables, at, to, attendanceOf[to]))
      : await moveSession(context.tables, at, to, attendanceOf[to]);
  return moved ? success(session) : failure(overtaken);
}

/** From the day of the meeting on. */
export const hasBegun = ({ startsAt }: SupportSession, now: Date): boolean => startsAt.getTime() <= now.getTime() + 12 * hour;

export const tooEarly: Problem = {
  status: 409,
  title: 'It is not time yet',
  detail: 'This can be said from the day of the meeting. Move the appointment if you met sooner.',
};

/** They met: the promise to respond is kept, and the event says so. */
export async function firstContact(context: SignedIn, session: SupportSession): Promise<void> {
  await context.asWorker('stop the response clock', async (worker) => {
    await worker
      .updateTable('clock')
      .set({ stoppedAt: session.startsAt, stoppedBecause: 'first contact' })
      .where('personId', '=', session.personId)
      .where('kind', 'in', ['RESPONSE', 'WHOLEWAIT'])
      .where('startedAt', '<=', session.startsAt)
      .where('stoppedAt', 'is', null)
      .execute();
    await knowsOf(worker, { kind: 'support_session', id: session.id });
    await wasSpokenWith(worker, session.personId);
  });
  await record(context, {
    personId: session.personId,
    category: 'contact',
    kind: 'session.attended',
    subjectKind: 'support_session',
    subjectId: session.id,
    data: { on: localDate(session.startsAt) },
  });
}

export const offerAnotherTime = (context: SignedIn, personId: string, accountId: string) =>
  raiseTask(context, {
    personId,
    kind: 'session.offer_another_time',
    words: 'Offer another time: the last one could not happen.',
    leadsTo: `/people/${personId}/sessions/new`,
    accountId,
    dueAt: new Date(context.now.getTime() + 48 * hour),
  });
