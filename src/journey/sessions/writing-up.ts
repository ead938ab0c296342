// Writing a session up: the note, the measure and the next appointment as one act, for a meeting that was booked or was not.
import { isCode } from '../../platform/codes/codes.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { declineMeasure, measureFaults, type TakenMeasure, takeMeasure, talkInstead } from '../measures/actions.ts';
import { raiseTask } from '../people/actions.ts';
import { type Booking, bookingFaults, bookSession } from './booking.ts';
import { attendanceOf, type SupportSession, sessionLifecycle } from './model.ts';
import { firstContact, hasBegun, move, tooEarly } from './moving.ts';
import { findSession, insertNote, insertSession } from './store.ts';

const hour = 3_600_000;

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
  /** They talked with an interpreter, because the measure is not held in their language: which measure, and the language in words. */
  readonly talked: { readonly instrument: string; readonly point: string; readonly language: string } | null;
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
  } else if (note.talked) {
    const talked = await talkInstead(context, { personId, enrolmentId, sessionId: session.id, ...note.talked });
    if (!talked.ok) return talked;
  }
  if (!note.next) return success({ personId, noteId, told: null });
  const booked = await bookSession(context, { personId, enrolmentId, ...note.next });
  return booked.ok ? success({ personId, noteId, told: booked.value.told }) : booked;
}
