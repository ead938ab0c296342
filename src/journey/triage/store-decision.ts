// The table `triage_decision`.
import { sql } from 'kysely';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { DecisionState } from './model.ts';

export interface DecisionRow {
  readonly id: string;
  readonly referralId: string;
  readonly personId: string;
  readonly state: DecisionState;
  readonly firstStep: string;
  readonly responseCode: string;
  readonly respondBy: Date | null;
  readonly reason: string;
  readonly differsBecause: string;
  readonly countersignBecause: string[];
  readonly countersignComment: string;
  readonly personsView: string;
  readonly otherView: string;
  readonly gapGroup: string | null;
  readonly draftedBy: string | null;
  readonly draftedByName: string | null;
  readonly countersignedByName: string | null;
  readonly messageToPerson: string;
  readonly messageToReferrer: string;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly ruleVersion: string;
  readonly version: number;
  readonly suggestion: unknown;
}

const decisions = (tables: Tables) =>
  tables
    .selectFrom('triageDecision as d')
    .leftJoin('account as author', 'author.id', 'd.draftedBy')
    .leftJoin('account as second', 'second.id', 'd.countersignedBy')
    .select([
      'd.id',
      'd.referralId',
      'd.personId',
      'd.state',
      'd.firstStep',
      'd.responseCode',
      'd.respondBy',
      'd.reason',
      'd.differsBecause',
      'd.countersignBecause',
      'd.countersignComment',
      'd.personsView',
      'd.otherView',
      'd.gapGroup',
      'd.draftedBy',
      'author.name as draftedByName',
      'second.name as countersignedByName',
      'd.messageToPerson',
      'd.messageToReferrer',
      'd.createdAt',
      'd.confirmedAt',
      'd.ruleVersion',
      'd.version',
      'd.suggestion',
    ]);

// The table's own check keeps state to the lifecycle's states.
const asDecision = (row: Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>): DecisionRow => ({
  ...row,
  state: row.state as DecisionState,
});

export async function findDecision(tables: Tables, id: string): Promise<DecisionRow | null> {
  const row = await decisions(tables).where('d.id', '=', id).executeTakeFirst();
  return row ? asDecision(row) : null;
}

/** Newest first. */
export async function decisionsOf(tables: Tables, referralId: string): Promise<DecisionRow[]> {
  return (
    await decisions(tables)
      .where('d.referralId', '=', referralId)
      .orderBy('d.createdAt', 'desc')
      .orderBy('d.id', 'desc')
      .limit(20)
      .execute()
  ).map(asDecision);
}

export interface NewDecision {
  readonly id: string;
  readonly referralId: string;
  readonly personId: string;
  readonly suggestion: unknown;
  readonly ruleVersion: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertDecision = async (tables: Tables, { suggestion, ...decision }: NewDecision): Promise<void> => {
  await tables
    .insertInto('triageDecision')
    .values({ ...decision, suggestion: JSON.stringify(suggestion), state: 'suggested' })
    .execute();
};

export type DecisionChange = Partial<{
  firstStep: string;
  responseCode: string;
  respondBy: Date;
  reason: string;
  differsBecause: string;
  countersignBecause: string[];
  countersignComment: string;
  countersignedBy: string;
  personsView: string;
  otherView: string;
  alternatives: string;
  gapGroup: string | null;
  draftedBy: string;
  messageToPerson: string;
  messageToReferrer: string;
  confirmedAt: Date;
}>;

export function moveDecision(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: DecisionState,
  change: DecisionChange = {},
): Promise<boolean> {
  return changeNext(tables, 'triageDecision', at, { ...change, state: to });
}

export interface AwaitingRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly firstStep: string;
  readonly draftedByName: string;
  readonly createdAt: Date;
}

/** What the teams have open; a decision that waits for a second clinician is about one of these, so no other team’s decision is looked at. */
const openIn = (teamIds: readonly string[]) => sql<string[]>`(array(
  select r.id from referral r where r.team_id = any(${[...teamIds]}::uuid[]) and r.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable')))`;

/** Decisions that wait for a second clinician in these teams, the oldest first. */
export async function awaitingCountersign(tables: Tables, teamIds: readonly string[]): Promise<AwaitingRow[]> {
  if (teamIds.length === 0) return [];
  const rows = await tables
    .selectFrom('triageDecision as d')
    .innerJoin('person as p', 'p.id', 'd.personId')
    .leftJoin('account as a', 'a.id', 'd.draftedBy')
    .select(['d.id', 'd.personId', 'p.knownAs', 'p.givenName', 'p.familyName', 'd.firstStep', 'a.name as author', 'd.createdAt'])
    .where('d.state', '=', 'awaiting_countersign')
    .where('d.referralId', '=', (any) => any.fn.any(openIn(teamIds)))
    .orderBy('d.createdAt')
    .limit(100)
    .execute();
  return rows.map(({ knownAs, givenName, familyName, author, ...row }) => ({
    ...row,
    name: [knownAs || givenName, familyName].filter(Boolean).join(' '),
    draftedByName: author ?? '',
  }));
}

/** How many wait for a second clinician, up to 100. */
export async function countAwaiting(tables: Tables, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from triage_decision d where d.state = 'awaiting_countersign' and d.referral_id = any${openIn(teamIds)} limit 100) counted`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}

/** Whether a message told them what was decided; else somebody was given a task at that moment, to tell them another way. */
export async function wasTold(tables: Tables, { personId, confirmedAt }: Pick<DecisionRow, 'personId' | 'confirmedAt'>): Promise<boolean> {
  if (confirmedAt === null) return false;
  const task = await tables
    .selectFrom('task')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', 'message.not_safe')
    .where('createdAt', '=', confirmedAt)
    .executeTakeFirst();
  return task === undefined;
}
