// The tables `enrolment` and `strand`.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type Enrolment, type EnrolmentState, openStates, type Strand, type StrandState } from './model.ts';

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
export function changeEnrolment(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: EnrolmentState,
  change: EnrolmentChange,
): Promise<boolean> {
  return changeNext(tables, 'enrolment', at, { ...change, state: to });
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
  /** The next that is still to come. */
  readonly nextSessionAt: Date | null;
  /** The earliest that has begun, and that nobody has said they came to. */
  readonly toWriteUpAt: Date | null;
}

export interface Caseload {
  readonly rows: readonly CaseloadRow[];
  /** Of how many. */
  readonly all: number;
}

/** Whom this worker is key worker for, the next appointment first: `most` of them after the first `from`. Names are looked up for those alone. */
export async function caseloadOf(
  tables: Tables,
  accountId: string,
  { from, most, now }: { readonly from: number; readonly most: number; readonly now: Date },
): Promise<Caseload> {
  const { rows } = await sql<Omit<CaseloadRow, 'name'> & { readonly knownAs: string; readonly givenName: string; readonly all: number }>`
    with mine as materialized (
      select e.id, e.person_id, e.state, e.starts_on, e.pathway_code, s.next_session_at, s.to_write_up_at
      from enrolment e cross join lateral (
        select min(s.starts_at) filter (where s.starts_at >= ${now}) as next_session_at, min(s.starts_at) filter (where s.starts_at < ${now}) as to_write_up_at
        from support_session s where s.person_id = e.person_id and s.state in ('scheduled', 'confirmed')) s
      where e.key_worker_id = ${accountId} and e.state = any(${[...openStates]}::text[]))
    select m.person_id as "personId", m.id as "enrolmentId", m.state, m.starts_on as "startsOn", m.pathway_code as "pathwayCode",
      m.next_session_at as "nextSessionAt", m.to_write_up_at as "toWriteUpAt", p.known_as as "knownAs", p.given_name as "givenName", p.family_name as "familyName",
      (select count(*)::int from mine) as "all"
    from (select * from mine order by next_session_at nulls last, id limit ${most} offset ${from}) m join person p on p.id = m.person_id
    order by m.next_session_at nulls last, m.id`.execute(tables);
  return { rows: rows.map(({ knownAs, givenName, all: _, ...row }) => ({ ...row, name: knownAs || givenName })), all: rows[0]?.all ?? 0 };
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
