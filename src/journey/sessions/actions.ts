// What people do with sessions: book, confirm, say what happened, write it up with a measure on the same page. A missed one asks and offers.
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { type TakenMeasure, takeMeasure } from '../measures/actions.ts';
import { raiseTask, tellPerson } from '../people/actions.ts';
import { attendanceOf, type SessionState, type SupportSession, sessionLifecycle } from './model.ts';
import { findSession, insertNote, insertSession, moveSession } from './store.ts';

export {
  daySessions,
  findSession,
  lastNoteOf,
  nextSessionOf,
  notesOf,
  notesOfSession,
  sessionsAhead,
  sessionsOf,
  sessionsToWriteUp,
  sessionToWriteUp,
} from './store.ts';

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

/** Books an appointment, tells the person in safe words and queues a reminder for the day before. */
export async function bookSession(context: SignedIn, booking: Booking): Promise<Result<{ sessionId: string }>> {
  const { tables, visitor } = context;
  if (booking.startsAt.getTime() < context.now.getTime())
    return failure(invalid([{ field: 'date', message: 'Choose a date and time still to come.' }]));
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
  const message = {
    personId: booking.personId,
    facts: { worker: firstName(visitor.name), day: saidDay(booking.startsAt), time: saidTime(booking.startsAt), place: booking.place },
    workerId: visitor.accountId,
    subject: { kind: 'support_session', id: sessionId },
  };
  await tellPerson(context, { ...message, purpose: 'appointment' });
  const dayBefore = new Date(booking.startsAt.getTime() - 24 * hour);
  if (dayBefore.getTime() > context.now.getTime() + hour)
    await tellPerson(context, { ...message, purpose: 'reminder', notBefore: dayBefore });
  return success({ sessionId });
}

async function move(
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
  await raiseTask(context, {
    personId,
    kind: 'offer_new_time',
    words: 'Offer another time: the appointment was cancelled.',
    leadsTo: `/people/${personId}/sessions/new`,
    accountId: workerId,
  });
  return moved;
}

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
  await context.tables
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
    .execute();
  await record(context, { personId, category: 'contact', kind: 'session.missed', subjectKind: 'support_session', subjectId: missed.id });
  await tellPerson(context, {
    personId,
    purpose: 'missed',
    facts: { worker: firstName(context.visitor.name) },
    workerId: context.visitor.accountId,
    subject: { kind: 'support_session', id: missed.id },
  });
  return moved;
}

export interface WriteUp {
  readonly sessionId: string;
  readonly version: number;
  readonly attendance: 'attended' | 'late_seen';
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly interventions: readonly string[];
  readonly concern: boolean;
  readonly sharedWithPerson: boolean;
  readonly measure: TakenMeasure | null;
  readonly next: Omit<Booking, 'personId' | 'enrolmentId'> | null;
}

/** One page, one act: what happened, the measure, the next appointment. All of it is kept, or none. */
export async function writeUp(context: SignedIn, note: WriteUp): Promise<Result<{ personId: string; noteId: string }>> {
  const { tables, visitor } = context;
  const session = await findSession(tables, note.sessionId);
  if (!session) return failure(notFound);
  let version = note.version;
  if (session.state === 'scheduled' || session.state === 'confirmed') {
    const came = await move(context, { id: session.id, version }, note.attendance);
    if (!came.ok) return came;
    version += 1;
    await context.asWorker('stop the response clock', (worker) =>
      worker
        .updateTable('clock')
        .set({ stoppedAt: session.startsAt, stoppedBecause: 'first contact' })
        .where('personId', '=', session.personId)
        .where('kind', 'in', ['RESPONSE', 'WHOLEWAIT'])
        .where('stoppedAt', 'is', null)
        .execute(),
    );
    await record(context, {
      personId: session.personId,
      category: 'contact',
      kind: 'session.attended',
      subjectKind: 'support_session',
      subjectId: session.id,
      data: { on: localDate(session.startsAt) },
    });
  }
  const written = await move(context, { id: session.id, version }, 'written_up');
  if (!written.ok) return written;
  const { personId, enrolmentId } = session;
  const noteId = context.identify();
  await insertNote(tables, {
    id: noteId,
    sessionId: session.id,
    personId,
    did: note.did,
    agreed: note.agreed,
    mood: note.mood,
    nextStep: note.nextStep,
    interventions: [...note.interventions],
    concern: note.concern,
    correctionOf: null,
    correctionReason: '',
    sharedWithPerson: note.sharedWithPerson,
    createdAt: context.now,
    createdBy: visitor.accountId,
  });
  await record(context, {
    personId,
    category: 'clinical',
    kind: 'session.written_up',
    subjectKind: 'support_session',
    subjectId: session.id,
    data: { minutes: session.minutes, worker: visitor.name },
  });
  if (note.measure) {
    const taken = await takeMeasure(context, { personId, enrolmentId, sessionId: session.id, ...note.measure });
    if (!taken.ok) return taken;
  }
  if (note.next) {
    const booked = await bookSession(context, { personId, enrolmentId, ...note.next });
    if (!booked.ok) return booked;
  }
  return success({ personId, noteId });
}

export interface Correction {
  readonly noteId: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly reason: string;
}

/** A correction stands beside what it corrects, with its reason; the old note stays. */
export async function correctNote(context: SignedIn, correction: Correction): Promise<Result<{ noteId: string }>> {
  if (!correction.reason.trim()) return failure(invalid([{ field: 'reason', message: 'Say what you correct and why.' }]));
  const old = await context.tables
    .selectFrom('sessionNote')
    .selectAll()
    .where('id', '=', correction.noteId)
    .where('sessionId', '=', correction.sessionId)
    .executeTakeFirst();
  if (!old) return failure(notFound);
  context.touch(old.personId);
  const noteId = context.identify();
  await insertNote(context.tables, {
    id: noteId,
    sessionId: old.sessionId,
    personId: old.personId,
    did: correction.did,
    agreed: correction.agreed,
    mood: correction.mood,
    nextStep: correction.nextStep,
    interventions: old.interventions,
    concern: old.concern,
    correctionOf: old.id,
    correctionReason: correction.reason,
    sharedWithPerson: old.sharedWithPerson,
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  await record(context, {
    personId: old.personId,
    category: 'clinical',
    kind: 'session.corrected',
    subjectKind: 'support_session',
    subjectId: old.sessionId,
  });
  return success({ noteId });
}
