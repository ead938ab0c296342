// Sessions’ face to other rooms. What is done with a session stands by its name: booking, attendance, writing up, correcting.
export { cancelSession, confirmSession } from './booking.ts';
export { calendarForPerson } from './calendar.ts';
export {
  daySessions,
  findSession,
  lastNoteOf,
  nextSessionOf,
  notesOf,
  notesOfSessions,
  sessionsAhead,
  sessionsOf,
  sessionsToWriteUp,
  sessionToWriteUp,
} from './store.ts';
