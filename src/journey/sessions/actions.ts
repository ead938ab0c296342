// What people do with sessions: book, confirm, say what happened, write it up with a measure on the same page. A missed one asks and offers.
import { localDate } from '../../platform/clock.ts';
import { isCode } from '../../platform/codes/codes.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { declineMeasure, measureFaults, type TakenMeasure, takeMeasure } from '../measures/actions.ts';
import { raiseTask, tellPerson } from '../people/actions.ts';
import { attendanceOf, type SessionState, type SupportSession, sessionLifecycle } from './model.ts';
import { findSession, insertNote, insertSession, moveSession } from './store.ts';

export {
  daySessions,
  findSession,
  lastNoteOf,
  nextSessionOf,
  notesOf,
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
  const message = {
    personId: booking.personId,
    facts: { worker: firstName(visitor.name), day: saidDay(booking.startsAt), time: saidTime(booking.startsAt), place: booking.place },
    workerId: visitor.accountId,
    subject: { kind: 'support_session', id: sessionId },
  };
  const told = await tellPerson(context, { ...message, purpose: 'appointment' });
  const dayBefore = new Date(booking.startsAt.getTime() - 24 * hour);
  if (dayBefore.getTime() > context.now.getTime() + hour)
    await tellPerson(context, { ...message, purpose: 'reminder', notBefore: dayBefore });
  return success({ sessionId, told: 'messageId' in told ? 'message' : 'task' });
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
  await offerAnotherTime(context, personId, workerId);
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

/** A contact that was not planned: it begins where somebody met. */
export type Unplanned = Pick<Booking, 'personId' | 'enrolmentId' | 'startsAt' | 'minutes' | 'channel' | 'place'>;

export interface WriteUp {
  /** The session that was booked, in the version that was read; or the contact that was not. */
  readonly of: { readonly sessionId: string; readonly version: number } | { readonly unplanned: Unplanned };
  readonly attendance: 'attended' | 'late_seen';
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly interventions: readonly string[];
  /** Null while nobody has said: it is asked. */
  readonly concern: boolean | null;
  readonly sharedWithPerson: boolean;
  readonly measure: TakenMeasure | null;
  /** They would rather not: which measure, and the reason if they gave one. */
  readonly declined: { readonly instrument: string; readonly point: string; readonly reason: string } | null;
  readonly next: Omit<Booking, 'personId' | 'enrolmentId'> | null;
}

/** All that is wrong with a note, so that nothing is written unless everything can be. */
function writeUpFaults(note: WriteUp, now: Date): Fault[] {
  const faults: Fault[] = [];
  if (!note.did.trim()) faults.push({ field: 'did', message: 'Write what you did, in a sentence or two.' });
  if (!note.agreed.trim()) faults.push({ field: 'agreed', message: 'Write what you agreed, or that nothing was agreed.' });
  if (note.concern === null) faults.push({ field: 'concern', message: 'Say whether you have a concern about anybody’s safety.' });
  if (note.measure) faults.push(...measureFaults(note.measure));
  if ('unplanned' in note.of) {
    const { startsAt, minutes, channel } = note.of.unplanned;
    if (startsAt.getTime() > now.getTime()) faults.push({ field: 'met_on', message: 'Choose when you met: today or before.' });
    if (minutes < 5 || minutes > 480) faults.push({ field: 'met_minutes', message: 'Choose between 5 and 480 minutes.' });
    if (!isCode('consultationMechanism', channel)) faults.push({ field: 'met_how', message: 'Choose how you met.' });
  }
  if (note.next) faults.push(...bookingFaults(note.next, now).map(({ field, message }) => ({ field: `next_${field}`, message })));
  return faults;
}

/** From the day of the meeting on. */
const hasBegun = ({ startsAt }: SupportSession, now: Date): boolean => startsAt.getTime() <= now.getTime() + 12 * hour;

/** The session the note is about, now met: the one that was booked, or a new one for a contact that was not. */
async function meet(context: SignedIn, note: WriteUp): Promise<Result<{ session: SupportSession; version: number }>> {
  if ('unplanned' in note.of) {
    const allowed = permit(sessionLifecycle, { from: null, to: 'attended', by: moversOf(context) });
    if (!allowed.ok) return allowed;
    const id = context.identify();
    context.touch(note.of.unplanned.personId);
    await traced(context.tables, { role: moversOf(context)[0] ?? '' });
    await insertSession(context.tables, {
      id,
      ...note.of.unplanned,
      workerId: context.visitor.accountId,
      interpreter: null,
      state: 'attended',
      planned: false,
      attendance: attendanceOf.attended ?? null,
      createdAt: context.now,
      createdBy: context.visitor.accountId,
    });
    const session = await findSession(context.tables, id);
    return session ? success({ session, version: 1 }) : failure(notFound);
  }
  const { sessionId, version } = note.of;
  const session = await findSession(context.tables, sessionId);
  if (!session) return failure(notFound);
  context.touch(session.personId);
  if (session.version !== version) return failure(overtaken);
  if (!hasBegun(session, context.now)) return failure(tooEarly);
  if (session.state !== 'scheduled' && session.state !== 'confirmed') return success({ session, version });
  const came = await move(context, { id: session.id, version }, note.attendance);
  return came.ok ? success({ session, version: version + 1 }) : came;
}

/** One page, one act: what happened, the measure, the next appointment. All of it is kept, or none. */
export async function writeUp(
  context: SignedIn,
  note: WriteUp,
): Promise<Result<{ personId: string; noteId: string; told: 'message' | 'task' | null }>> {
  const { tables, visitor } = context;
  const faults = writeUpFaults(note, context.now);
  if (faults.length > 0) return failure(invalid(faults));
  const met = await meet(context, note);
  if (!met.ok) return met;
  const { session, version } = met.value;
  const { personId, enrolmentId } = session;
  if (session.state !== 'attended' && session.state !== 'late_seen') await firstContact(context, session);
  else if ('unplanned' in note.of) await firstContact(context, session);
  const written = await move(context, { id: session.id, version }, 'written_up');
  if (!written.ok) return written;
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
    concern: note.concern === true,
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
  if (note.concern)
    await raiseTask(context, {
      personId,
      kind: 'session.concern',
      words: 'You noted a concern about safety. Say today what happens with it, and who decides.',
      leadsTo: `/people/${personId}`,
      accountId: visitor.accountId,
      dueAt: new Date(context.now.getTime() + 4 * hour),
    });
  if (note.measure) {
    const taken = await takeMeasure(context, { personId, enrolmentId, sessionId: session.id, ...note.measure });
    if (!taken.ok) return taken;
  } else if (note.declined) {
    const declined = await declineMeasure(context, { personId, enrolmentId, sessionId: session.id, ...note.declined });
    if (!declined.ok) return declined;
  }
  if (!note.next) return success({ personId, noteId, told: null });
  const booked = await bookSession(context, { personId, enrolmentId, ...note.next });
  return booked.ok ? success({ personId, noteId, told: booked.value.told }) : booked;
}

/** They met: the promise to respond is kept, and the event says so. */
async function firstContact(context: SignedIn, session: SupportSession): Promise<void> {
  await context.asWorker('stop the response clock', (worker) =>
    worker
      .updateTable('clock')
      .set({ stoppedAt: session.startsAt, stoppedBecause: 'first contact' })
      .where('personId', '=', session.personId)
      .where('kind', 'in', ['RESPONSE', 'WHOLEWAIT'])
      .where('startedAt', '<=', session.startsAt)
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

const tooEarly: Problem = {
  status: 409,
  title: 'It is not time yet',
  detail: 'This can be said from the day of the meeting. Move the appointment if you met sooner.',
};

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

const offerAnotherTime = (context: SignedIn, personId: string, accountId: string) =>
  raiseTask(context, {
    personId,
    kind: 'session.offer_another_time',
    words: 'Offer another time: the last one could not happen.',
    leadsTo: `/people/${personId}/sessions/new`,
    accountId,
    dueAt: new Date(context.now.getTime() + 48 * hour),
  });

export interface Correction {
  readonly noteId: string;
  readonly sessionId: string;
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly reason: string;
}

/** A correction stands beside what it corrects, with its reason; the old note stays. */
export async function correctNote(context: SignedIn, correction: Correction): Promise<Result<{ noteId: string }>> {
  const faults: Fault[] = [];
  if (!correction.did.trim()) faults.push({ field: 'did', message: 'Write what you did, in a sentence or two.' });
  if (!correction.reason.trim()) faults.push({ field: 'reason', message: 'Say what you correct and why.' });
  if (faults.length > 0) return failure(invalid(faults));
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
