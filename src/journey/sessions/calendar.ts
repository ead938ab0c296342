// An appointment for somebody’s own calendar: neutral words unless they said that nobody else sees what we send, and never the name of a service (S3.6).
import { type CalendarEntry, calendarOf } from '../../platform/calendar.ts';
import { type Answer, file } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { calendarWords } from '../people/actions.ts';
import type { SupportSession } from './model.ts';
import { sessionsForCalendar } from './store.ts';

const cancelled: ReadonlySet<SupportSession['state']> = new Set(['cancelled_person', 'cancelled_service']);

const statusOf = ({ state }: SupportSession): CalendarEntry['status'] =>
  cancelled.has(state) ? 'CANCELLED' : state === 'scheduled' ? 'TENTATIVE' : 'CONFIRMED';

const entryOf = (session: SupportSession, stamp: Date): Omit<CalendarEntry, 'title' | 'place' | 'address'> => ({
  uid: session.id,
  sequence: session.version - 1,
  status: statusOf(session),
  stamp,
  startsAt: session.startsAt,
  minutes: session.minutes,
});

/** Named like a day and nothing else, because it lies in a list of downloads. */
const asFile = (entries: readonly CalendarEntry[]): Answer => file(calendarOf(entries), 'text/calendar; charset=utf-8', 'calendar.ics');

/** Everything still to come, and what was called off of it, so that their calendar takes it away. */
export async function calendarForPerson(context: SignedIn, personId: string): Promise<Answer> {
  const entries: CalendarEntry[] = [];
  for (const session of await sessionsForCalendar(context.tables, personId, context.now)) {
    const words = await calendarWords(context, { personId, worker: session.workerName, place: session.place });
    entries.push({ ...entryOf(session, context.now), ...words, address: '' });
  }
  return asFile(entries);
}

/** A worker’s calendar may stand on a wall or a private phone: it names nobody, and leads back here. */
export const calendarForWorker = (context: SignedIn, session: SupportSession): Answer =>
  asFile([
    { ...entryOf(session, context.now), title: 'Appointment', place: '', address: `${context.place.publicUrl}/sessions/${session.id}` },
  ]);
