// The tables `support_session` and `session_note`.
import { sql } from 'kysely';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { DaySession, SessionNote, SessionState, SupportSession } from './model.ts';

const sessions = (tables: Tables) =>
  tables
    .selectFrom('supportSession as s')
    .innerJoin('account as w', 'w.id', 's.workerId')
    .select([
      's.id',
      's.personId',
      's.enrolmentId',
      's.workerId',
      'w.name as workerName',
      's.state',
      's.startsAt',
      's.minutes',
      's.channel',
      's.place',
      's.interpreter',
      's.version',
    ]);

// The table's own check keeps state to the lifecycle's states.
const asSession = (row: Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>): SupportSession => ({
  ...row,
  state: row.state as SessionState,
});

export async function findSession(tables: Tables, id: string): Promise<SupportSession | null> {
  const row = await sessions(tables).where('s.id', '=', id).executeTakeFirst();
  return row ? asSession(row) : null;
}

/** Newest first. */
export async function sessionsOf(tables: Tables, personId: string, most = 50): Promise<SupportSession[]> {
  return (await sessions(tables).where('s.personId', '=', personId).orderBy('s.startsAt', 'desc').limit(most).execute()).map(asSession);
}

/** Still to come, the next first. */
export async function sessionsAhead(tables: Tables, personId: string, now: Date): Promise<SupportSession[]> {
  const rows = await sessions(tables)
    .where('s.personId', '=', personId)
    .where('s.startsAt', '>=', now)
    .where('s.state', 'in', ['scheduled', 'confirmed'])
    .orderBy('s.startsAt')
    .limit(20)
    .execute();
  return rows.map(asSession);
}

/** Still to come, with those called off, the next first. */
export async function sessionsForCalendar(tables: Tables, personId: string, now: Date): Promise<SupportSession[]> {
  const rows = await sessions(tables)
    .where('s.personId', '=', personId)
    .where('s.startsAt', '>=', now)
    .where('s.state', 'in', ['scheduled', 'confirmed', 'cancelled_person', 'cancelled_service'])
    .orderBy('s.startsAt')
    .limit(50)
    .execute();
  return rows.map(asSession);
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly workerId: string;
  readonly state: 'scheduled' | 'attended';
  readonly startsAt: Date;
  readonly minutes: number;
  readonly channel: string;
  readonly place: string;
  readonly interpreter: string | null;
  readonly planned: boolean;
  readonly attendance: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertSession = async (tables: Tables, session: NewSession): Promise<void> => {
  await tables.insertInto('supportSession').values(session).execute();
};

/** False when somebody else moved it first. */
export function moveSession(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: SessionState,
  attendance?: string,
): Promise<boolean> {
  return changeNext(tables, 'supportSession', at, { state: to, ...(attendance ? { attendance } : {}) });
}

export interface NewNote {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly interventions: string[];
  readonly concern: boolean;
  readonly correctionOf: string | null;
  readonly correctionReason: string;
  readonly sharedWithPerson: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertNote = async (tables: Tables, note: NewNote): Promise<void> => {
  await tables.insertInto('sessionNote').values(note).execute();
};

/** Newest first, corrections and what they corrected both. */
const notes = (tables: Tables) =>
  tables
    .selectFrom('sessionNote as n')
    .leftJoin('account as a', 'a.id', 'n.createdBy')
    .select([
      'n.id',
      'n.sessionId',
      'n.did',
      'n.agreed',
      'n.mood',
      'n.nextStep',
      'n.interventions',
      'n.concern',
      'n.correctionOf',
      'n.correctionReason',
      'n.sharedWithPerson',
      'n.createdAt',
    ])
    .select((row) => row.fn.coalesce('a.name', row.val('')).as('byName'))
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc');

export const notesOf = (tables: Tables, personId: string, most = 50): Promise<SessionNote[]> =>
  notes(tables).where('n.personId', '=', personId).limit(most).execute();

export const notesOfSession = (tables: Tables, sessionId: string): Promise<SessionNote[]> => notesOfSessions(tables, [sessionId]);

export const notesOfSessions = async (tables: Tables, sessionIds: readonly string[]): Promise<SessionNote[]> =>
  sessionIds.length === 0
    ? []
    : notes(tables)
        .where('n.sessionId', '=', sql<string>`any(${[...sessionIds]}::uuid[])`)
        .execute();

const withNames = (tables: Tables) =>
  sessions(tables).innerJoin('person as p', 'p.id', 's.personId').select(['p.knownAs', 'p.givenName', 'p.familyName']);
const asDaySession = ({
  knownAs,
  givenName,
  familyName,
  ...row
}: Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>): DaySession => ({
  ...asSession(row),
  personName: [knownAs || givenName, familyName].filter(Boolean).join(' '),
});

/** A worker's sessions between two instants with whom they are, in order. */
export async function daySessions(tables: Tables, workerId: string, from: Date, to: Date): Promise<DaySession[]> {
  const rows = await withNames(tables)
    .where('s.workerId', '=', workerId)
    .where('s.startsAt', '>=', from)
    .where('s.startsAt', '<', to)
    .orderBy('s.startsAt')
    .limit(50)
    .execute();
  return rows.map(asDaySession);
}

/** The worker's next appointment of all. */
export async function nextSessionOf(tables: Tables, workerId: string, now: Date): Promise<DaySession | null> {
  const row = await withNames(tables)
    .where('s.workerId', '=', workerId)
    .where('s.startsAt', '>=', now)
    .where('s.state', 'in', ['scheduled', 'confirmed'])
    .orderBy('s.startsAt')
    .limit(1)
    .executeTakeFirst();
  return row ? asDaySession(row) : null;
}

/** Sessions that have begun and wait for the worker: for a note, or without notes for whether they came. The oldest first. */
export async function sessionsToWriteUp(tables: Tables, workerId: string, now: Date, { notes = true } = {}): Promise<DaySession[]> {
  const rows = await withNames(tables)
    .where('s.workerId', '=', workerId)
    .where('s.startsAt', '<', now)
    .where('s.state', 'in', notes ? ['scheduled', 'confirmed', 'attended', 'late_seen'] : ['scheduled', 'confirmed'])
    .orderBy('s.startsAt')
    .limit(30)
    .execute();
  return rows.map(asDaySession);
}

/** The person's session that a note is most likely about: the latest that has begun and has no note. */
export async function sessionToWriteUp(tables: Tables, personId: string, now: Date): Promise<SupportSession | null> {
  const row = await sessions(tables)
    .where('s.personId', '=', personId)
    .where('s.startsAt', '<', now)
    .where('s.state', 'in', ['scheduled', 'confirmed', 'attended', 'late_seen'])
    .orderBy('s.startsAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asSession(row) : null;
}

/** The latest note about somebody that the reader may read, for the one thing to remember. */
export const lastNoteOf = async (tables: Tables, personId: string): Promise<SessionNote | null> =>
  (await notesOf(tables, personId, 1))[0] ?? null;
