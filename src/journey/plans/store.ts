// The tables `plan`, `goal` and `goal_step`.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Goal, Plan, PlanPart, PlanState } from './model.ts';

const plans = (tables: Tables) =>
  tables
    .selectFrom('plan as p')
    .leftJoin('account as w', 'w.id', 'p.workerId')
    .leftJoin('account as c', 'c.id', 'p.changedBy')
    .select([
      'p.id',
      'p.personId',
      'p.enrolmentId',
      'p.number',
      'p.state',
      'p.aboutMe',
      'p.whatMatters',
      'p.howToSupportMe',
      'p.strengths',
      'p.stayWell',
      'p.earlySigns',
      'p.whoToCall',
      'p.personsDifference',
      'p.workersDifference',
      'p.agreedOn',
      'w.name as workerName',
      'p.reviewOn',
      'p.changedAt',
      'c.name as changedByName',
      'p.version',
    ])
    .select(
      sql<Goal[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'strengthUsed', g.strength_used, 'baseline', g.baseline, 'progress', g.progress, 'steps',
          coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'what', s.what, 'owner', s.owner, 'ownerName', s.owner_name, 'byOn', s.by_on, 'doneOn', s.done_on) order by s.position)
                    from goal_step s where s.goal_id = g.id and s.dropped_at is null), '[]')) order by g.position)
        from goal g where g.plan_id = p.id and g.dropped_at is null), '[]')`.as('goals'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>;

// The table's own check keeps state to the lifecycle's states.
const asPlan = ({ aboutMe, whatMatters, howToSupportMe, strengths, stayWell, earlySigns, whoToCall, state, ...row }: Row): Plan => ({
  ...row,
  state: state as PlanState,
  parts: { aboutMe, whatMatters, howToSupportMe, strengths, stayWell, earlySigns, whoToCall },
});

export async function findPlan(tables: Tables, id: string): Promise<Plan | null> {
  const row = await plans(tables).where('p.id', '=', id).executeTakeFirst();
  return row ? asPlan(row) : null;
}

/** The latest version that was not replaced; null when there is none. */
export async function currentPlan(tables: Tables, personId: string): Promise<Plan | null> {
  const row = await plans(tables)
    .where('p.personId', '=', personId)
    .where('p.state', '<>', 'superseded')
    .orderBy('p.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asPlan(row) : null;
}

export async function olderPlans(tables: Tables, personId: string): Promise<{ id: string; number: number; agreedOn: LocalDate | null }[]> {
  return tables
    .selectFrom('plan')
    .select(['id', 'number', 'agreedOn'])
    .where('personId', '=', personId)
    .where('state', '=', 'superseded')
    .orderBy('number', 'desc')
    .limit(50)
    .execute();
}

export const insertPlan = async (
  tables: Tables,
  plan: {
    readonly id: string;
    readonly personId: string;
    readonly enrolmentId: string | null;
    readonly number: number;
    readonly workerId: string | null;
    readonly replacesId: string | null;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> => {
  const { at, by, ...rest } = plan;
  await tables
    .insertInto('plan')
    .values({ ...rest, state: 'draft', createdAt: at, createdBy: by, changedAt: at, changedBy: by })
    .execute();
};

export type PlanChange = Partial<Record<PlanPart, string>> &
  Partial<{
    personsDifference: string;
    workersDifference: string;
    agreedHow: string;
    agreedOn: LocalDate;
    reviewOn: LocalDate;
    workerId: string;
    state: PlanState;
  }>;

/** False when somebody else saved first. */
export function changePlan(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  change: PlanChange,
  when: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  return changeNext(tables, 'plan', at, { ...change, changedAt: when.at, changedBy: when.by });
}

export interface GoalRow {
  readonly id: string;
  readonly planId: string;
  readonly personId: string;
  readonly position: number;
  readonly words: string;
  readonly strengthUsed: string;
  readonly baseline: number | null;
  readonly progress: number | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const saveGoal = async (tables: Tables, goal: GoalRow): Promise<void> => {
  await tables
    .insertInto('goal')
    .values(goal)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        words: goal.words,
        strengthUsed: goal.strengthUsed,
        baseline: goal.baseline,
        progress: goal.progress,
        position: goal.position,
      }),
    )
    .execute();
};

export const dropGoals = async (tables: Tables, planId: string, kept: readonly string[], at: Date): Promise<void> => {
  await tables
    .updateTable('goal')
    .set({ droppedAt: at })
    .where('planId', '=', planId)
    .where('droppedAt', 'is', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', [...kept]))
    .execute();
};

export interface StepRow {
  readonly id: string;
  readonly goalId: string;
  readonly personId: string;
  readonly position: number;
  readonly what: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly byOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const saveStep = async (tables: Tables, step: StepRow): Promise<void> => {
  await tables
    .insertInto('goalStep')
    .values(step)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        what: step.what,
        owner: step.owner,
        ownerName: step.ownerName,
        byOn: step.byOn,
        doneOn: step.doneOn,
        position: step.position,
      }),
    )
    .execute();
};

export const dropSteps = async (tables: Tables, goalId: string, kept: readonly string[], at: Date): Promise<void> => {
  await tables
    .updateTable('goalStep')
    .set({ droppedAt: at })
    .where('goalId', '=', goalId)
    .where('droppedAt', 'is', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', [...kept]))
    .execute();
};

export interface PlanToLookAt {
  readonly personId: string;
  readonly name: string;
  /** 'YYYY-MM-DD', the day on which it was to be looked at again. */
  readonly reviewOn: string;
}

/** Plans of a key worker’s people whose day to look again has come, the longest past first, and how many there are in all. */
export async function plansToLookAt(
  tables: Tables,
  accountId: string,
  { today, most }: { readonly today: string; readonly most: number },
): Promise<{ readonly rows: readonly PlanToLookAt[]; readonly all: number }> {
  const { rows } = await sql<PlanToLookAt & { readonly all: number }>`
    with due as materialized (
      select e.person_id, p.review_on, p.id
      from enrolment e join plan p on p.enrolment_id = e.id
      where e.key_worker_id = ${accountId} and e.state in ('active', 'paused', 'ending')
        and p.state in ('agreed', 'agreed_with_differences') and p.review_on <= ${today})
    select d.person_id as "personId", d.review_on::text as "reviewOn", (select count(*)::int from due) as "all",
      concat_ws(' ', coalesce(nullif(w.known_as, ''), w.given_name), w.family_name) as name
    from (select * from due order by review_on, id limit ${most}) d join person w on w.id = d.person_id
    order by d.review_on, d.id`.execute(tables);
  return { rows: rows.map(({ all: _, ...row }) => row), all: rows[0]?.all ?? 0 };
}
