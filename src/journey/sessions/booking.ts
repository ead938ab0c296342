// Booking a time: what may be booked, telling the person in safe words, saying yes to it and calling it off.
import { isCode } from '../../platform/codes/codes.ts';
import { record } from '../../platform/events.ts';
import { moversOf, permit, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { helpAhead } from '../coming/actions.ts';
import { companyInMessage } from '../coming/model.ts';
import { tellPerson } from '../people/actions.ts';
import { type SupportSession, sessionLifecycle } from './model.ts';
import { move, offerAnotherTime } from './moving.ts';
import { insertSession } from './store.ts';

export interface Booking {
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  /** Code of the list consultationMechanism. */
  readonly channel: string;
  readonly place: string;
  readonly interpreter: string | null;
}

const hour = 3_600_000;

/** What is wrong with a booking, before anything is written. */
export function bookingFaults(booking: Pick<Booking, 'startsAt' | 'channel' | 'minutes'>, now: Date): Fault[] {
  const faults: Fault[] = [];
  if (booking.startsAt.getTime() < now.getTime()) faults.push({ field: 'date', message: 'Choose a date and time still to come.' });
  else if (booking.startsAt.getTime() > now.getTime() + 400 * 24 * hour)
    faults.push({ field: 'date', message: 'Choose a date within the next year.' });
  if (booking.minutes < 5 || booking.minutes > 480) faults.push({ field: 'minutes', message: 'Choose between 5 and 480 minutes.' });
  if (!isCode('consultationMechanism', booking.channel)) faults.push({ field: 'how', message: 'Choose how you meet.' });
  return faults;
}

/** Books an appointment, tells the person in safe words and queues a reminder for the day before. `told`: by message, or somebody has a task to tell them. */
export async function bookSession(context: SignedIn, booking: Booking): Promise<Result<{ sessionId: string; told: 'message' | 'task' }>> {
  const { tables, visitor } = context;
  const faults = bookingFaults(booking, context.now);
  if (faults.length > 0) return failure(invalid(faults));
  const allowed = permit(sessionLifecycle, { from: null, to: 'scheduled', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  const sessionId = context.identify();
  context.touch(booking.personId);
  await traced(tables, { role: moversOf(context)[0] ?? '' });
  await insertSession(tables, {
    id: sessionId,
    ...booking,
    workerId: visitor.accountId,
    state: 'scheduled',
    planned: true,
    attendance: null,
    createdAt: context.now,
    createdBy: visitor.accountId,
  });
  await record(context, {
    personId: booking.personId,
    category: 'contact',
    kind: 'session.scheduled',
    subjectKind: 'support_session',
    subjectId: sessionId,
    data: { startsAt: booking.startsAt.toISOString(), worker: visitor.name },
  });
  const company = companyInMessage(await helpAhead(tables, booking.personId, 'person'));
  const message = {
    personId: booking.personId,
    facts: {
      worker: firstName(visitor.name),
      day: saidDay(booking.startsAt),
      time: saidTime(booking.startsAt),
      place: booking.place,
      ...(company ? { company } : {}),
      // Sent only where they said that links are safe.
      path: '/me/calendar.ics',
    },
    workerId: visitor.accountId,
    subject: { kind: 'support_session', id: sessionId },
  };
  const told = await tellPerson(context, { ...message, purpose: 'appointment' });
  const dayBefore = new Date(booking.startsAt.getTime() - 24 * hour);
  if (dayBefore.getTime() > context.now.getTime() + hour)
    await tellPerson(context, { ...message, purpose: 'reminder', notBefore: dayBefore });
  return success({ sessionId, told: 'messageId' in told ? 'message' : 'task' });
}

/** One tap: "that is fine". */
export async function confirmSession(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
): Promise<Result<SupportSession>> {
  const moved = await move(context, at, 'confirmed');
  if (moved.ok)
    await record(context, {
      personId: moved.value.personId,
      category: 'contact',
      kind: 'session.confirmed',
      subjectKind: 'support_session',
      subjectId: at.id,
    });
  return moved;
}

/** Somebody cannot come. Their worker is asked to offer another time; nothing ends. */
export async function cancelSession(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  by: 'person' | 'service',
): Promise<Result<SupportSession>> {
  const moved = await move(context, at, by === 'person' ? 'cancelled_person' : 'cancelled_service');
  if (!moved.ok) return moved;
  const { personId, workerId } = moved.value;
  await record(context, {
    personId,
    category: 'contact',
    kind: by === 'person' ? 'session.cancelled_by_person' : 'session.cancelled_by_service',
    subjectKind: 'support_session',
    subjectId: at.id,
  });
  await offerAnotherTime(context, personId, workerId);
  return moved;
}
