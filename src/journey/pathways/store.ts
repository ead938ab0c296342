// The tables `enrolment` and `strand`.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Enrolment, EnrolmentState, Strand, StrandState } from './model.ts';

const enrolments = (tables: Tables) =>
  tables
    .selectFrom('enrolment as e')
    .innerJoin('team as t', 't.id', 'e.teamId')
    .leftJoin('account as k', 'k.id', 'e.keyWorkerId')
    .select([
      'e.id',
      'e.personId',
      'e.referralId',
      'e.serviceCode',
      'e.pathwayCode',
      'e.teamId',
      't.name as teamName',
      'e.keyWorkerId',
      'k.name as keyWorkerName',
      'e.state',
      'e.stage',
      'e.startsOn',
      'e.plannedEndOn',
      'e.endedOn',
      'e.endingReason',
      'e.reEntryUntil',
      'e.version',
    ])
    .select(
      sql<
        Strand[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'aim', s.aim, 'timing', s.timing, 'state', s.state, 'workerName', w.name) order by s.position)
        from strand s left join account w on w.id = s.worker_id where s.enrolment_id = e.id), '[]')`.as('strands'),
    );

// The table's own check keeps state to the lifecycle's states.
const asEnrolment = (row: Awaited<ReturnType<ReturnType<typeof enrolments>['executeTakeFirstOrThrow']>>): Enrolment => ({
  ...row,
  state: row.state as EnrolmentState,
});

export async function findEnrolment(tables: Tables, id: string): Promise<Enrolment | null> {
  const row = await enrolments(tables).where('e.id', '=', id).executeTakeFirst();
  return row ? asEnrolment(row) : null;
}

/** Newest first; a person has few. */
export async function enrolmentsOf(tables: Tables, personId: string): Promise<Enrolment[]> {
  const rows = await enrolments(tables).where('e.personId', '=', personId).orderBy('e.createdAt', 'desc').limit(50).execute();
  return rows.map(asEnrolment);
}

export interface NewEnrolment {
  readonly id: string;
  readonly personId: string;
  readonly referralId: string | null;
  readonly offerId: string | null;
  readonly serviceCode: string;
  readonly pathwayCode: string;
  readonly pathwayVersion: string;
  readonly teamId: string;
  readonly keyWorkerId: string | null;
  readonly stage: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertEnrolment = async (tables: Tables, enrolment: NewEnrolment): Promise<void> => {
  await tables
    .insertInto('enrolment')
    .values({ ...enrolment, state: 'offered' })
    .execute();
};

export type EnrolmentChange = Partial<{
  agreedHow: string;
  acceptedOn: LocalDate;
  startsOn: LocalDate;
  plannedEndOn: LocalDate | null;
  endedOn: LocalDate;
  endingReason: string;
  personsViewOfEnding: string;
  reEntryUntil: LocalDate;
  reviewOn: LocalDate;
  keyWorkerId: string;
  stage: string;
}>;

/** False when somebody else changed it first. */
export async function changeEnrolment(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: EnrolmentState,
  change: EnrolmentChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('enrolment')
    .set({ ...change, state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface NewStrand {
  readonly id: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly kind: string;
  readonly name: string;
  readonly aim: string;
  readonly timing: 'now' | 'together' | 'after';
  readonly position: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertStrand = async (tables: Tables, strand: NewStrand): Promise<void> => {
  await tables
    .insertInto('strand')
    .values({ ...strand, state: 'planned' })
    .execute();
};

/** The wait for a supporter begins. Runs as the worker. */
export const startMatchClock = async (
  tables: Tables,
  clock: {
    readonly id: string;
    readonly personId: string;
    readonly strandId: string;
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Promise<void> => {
  const { strandId, createdAt, ...rest } = clock;
  await tables
    .insertInto('clock')
    .values({ ...rest, kind: 'MATCH', subjectKind: 'strand', subjectId: strandId, startedAt: createdAt, createdAt })
    .execute();
};

export async function moveStrand(
  tables: Tables,
  id: string,
  from: StrandState,
  to: StrandState,
  change: Partial<{ workerId: string; startsOn: LocalDate; endedOn: LocalDate; result: string; personsView: string }> = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('strand')
    .set({ ...change, state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface CaseloadRow {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly name: string;
  readonly familyName: string;
  readonly state: EnrolmentState;
  readonly startsOn: LocalDate | null;
  readonly pathwayCode: string;
  readonly nextSessionAt: Date | null;
}

/** Everybody this worker is key worker for, the next appointment first. */
export async function caseloadOf(tables: Tables, accountId: string): Promise<CaseloadRow[]> {
  const rows = await tables
    .selectFrom('enrolment as e')
    .innerJoin('person as p', 'p.id', 'e.personId')
    .select(['e.personId', 'e.id as enrolmentId', 'p.knownAs', 'p.givenName', 'p.familyName', 'e.state', 'e.startsOn', 'e.pathwayCode'])
    .select((row) =>
      row
        .selectFrom('supportSession as s')
        .select((session) => session.fn.min('s.startsAt').as('at'))
        .whereRef('s.personId', '=', 'e.personId')
        .where('s.state', 'in', ['scheduled', 'confirmed'])
        .as('nextSessionAt'),
    )
    .where('e.keyWorkerId', '=', accountId)
    .where('e.state', 'in', ['accepted', 'waiting', 'active', 'paused', 'ending'])
    .orderBy(sql`next_session_at nulls last`)
    .limit(100)
    .execute();
  return rows.map(({ knownAs, givenName, state, ...row }) => ({ ...row, name: knownAs || givenName, state: state as EnrolmentState }));
}

/** The enrolment that a person may still come back to without a new form. */
export async function openDoorOf(
  tables: Tables,
  personId: string,
  today: LocalDate,
): Promise<{ readonly id: string; readonly referralId: string | null; readonly reEntryUntil: string } | null> {
  const row = await tables
    .selectFrom('enrolment')
    .select(['id', 'referralId', 'reEntryUntil'])
    .where('personId', '=', personId)
    .where('state', '=', 'ended')
    .where('reEntryUntil', '>=', today)
    .orderBy('endedOn', 'desc')
    .executeTakeFirst();
  return row?.reEntryUntil ? { id: row.id, referralId: row.referralId, reEntryUntil: row.reEntryUntil } : null;
}
