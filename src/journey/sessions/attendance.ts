// Whether somebody came. A missed visit asks and offers, and never ends anything (S6).
import { record } from '../../platform/events.ts';
import { failure, invalid, type Result } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { tellPerson } from '../people/actions.ts';
import type { SupportSession } from './model.ts';
import { firstContact, hasBegun, move, offerAnotherTime, tooEarly } from './moving.ts';
import { findSession } from './store.ts';

export interface Missed {
  readonly id: string;
  readonly version: number;
  /** Is the person all right? What was thought, in words. */
  readonly welfare: string;
  /** The different offer: another time, place, person or way. */
  readonly offer: string;
}

/** A missed visit: a thought for their welfare, a kind message, a different offer. Never an ending (S6). */
export async function recordMissed(context: SignedIn, missed: Missed): Promise<Result<SupportSession>> {
  const faults = [];
  if (!missed.welfare.trim()) faults.push({ field: 'welfare', message: 'Write what you think about how they are, and what you did.' });
  if (!missed.offer.trim())
    faults.push({ field: 'offer', message: 'Write what you offer instead: another time, place, person or way to talk.' });
  if (faults.length > 0) return failure(invalid(faults));
  const moved = await move(context, missed, 'missed');
  if (!moved.ok) return moved;
  const { personId } = moved.value;
  await context.asWorker('keep a try', (tables) =>
    tables
      .insertInto('contactTry')
      .values({
        id: context.identify(),
        personId,
        at: context.now,
        channel: moved.value.channel,
        result: 'no_answer',
        note: `${missed.welfare}\n${missed.offer}`,
        createdAt: context.now,
        createdBy: context.visitor.accountId,
      })
      .execute(),
  );
  await record(context, { personId, category: 'contact', kind: 'session.missed', subjectKind: 'support_session', subjectId: missed.id });
  await offerAnotherTime(context, personId, context.visitor.accountId);
  await tellPerson(context, {
    personId,
    purpose: 'missed',
    facts: { worker: firstName(context.visitor.name) },
    workerId: context.visitor.accountId,
    subject: { kind: 'support_session', id: missed.id },
  });
  return moved;
}

/** They came, in time or late, and met: for workers who keep no clinical note of it. */
export async function recordCame(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  how: 'attended' | 'late_seen',
): Promise<Result<SupportSession>> {
  const session = await findSession(context.tables, at.id);
  if (session && !hasBegun(session, context.now)) return failure(tooEarly);
  const moved = await move(context, at, how);
  if (moved.ok) await firstContact(context, moved.value);
  return moved;
}

/** They came, but too late to meet: another time is offered, and the task says by whom. */
export async function recordTooLate(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
): Promise<Result<SupportSession>> {
  const moved = await move(context, at, 'late_not_seen');
  if (!moved.ok) return moved;
  const { personId, workerId } = moved.value;
  await record(context, { personId, category: 'contact', kind: 'session.late_not_seen', subjectKind: 'support_session', subjectId: at.id });
  await offerAnotherTime(context, personId, workerId);
  return moved;
}
