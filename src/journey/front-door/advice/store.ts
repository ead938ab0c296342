// Questions of people at work and their answers. Whoever asked and the clinicians of the team that was asked reach a row; the database decides.
import { type SqlBool, sql } from 'kysely';
import type { Tables } from '../../../platform/web/context.ts';
import type { Advice } from './model.ts';

type NewRow = Pick<
  Advice,
  | 'id'
  | 'teamId'
  | 'door'
  | 'askerId'
  | 'askerName'
  | 'askerJob'
  | 'askerOrganisation'
  | 'askerPhone'
  | 'askerEmail'
  | 'question'
  | 'safety'
  | 'tried'
  | 'askedAt'
  | 'answerBy'
>;

/** Gives its number. Runs as the worker: who asks may be nobody we know. */
export async function insertAdvice(tables: Tables, row: NewRow): Promise<number> {
  const { number } = await tables.insertInto('advice').values(row).returning('number').executeTakeFirstOrThrow();
  return Number(number);
}

const advice = (tables: Tables) =>
  tables
    .selectFrom('advice as v')
    .innerJoin('team as t', 't.id', 'v.teamId')
    .leftJoin('account as taker', 'taker.id', 'v.takenBy')
    .leftJoin('account as answerer', 'answerer.id', 'v.answeredBy')
    .select([
      'v.id',
      'v.number',
      'v.state',
      'v.teamId',
      't.name as teamName',
      'v.door',
      'v.askerId',
      'v.askerName',
      'v.askerJob',
      'v.askerOrganisation',
      'v.askerPhone',
      'v.askerEmail',
      'v.question',
      'v.safety',
      'v.tried',
      'v.askedAt',
      'v.answerBy',
      'v.takenBy',
      'taker.name as takerName',
      'v.answeredBy',
      'answerer.name as answererName',
      'answerer.job as answererJob',
      'v.answeredAt',
      'v.answer',
      'v.referNow',
      'v.readAt',
      'v.referralId',
      'v.version',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof advice>['executeTakeFirstOrThrow']>>;
const asAdvice = (row: Row): Advice => ({ ...row, number: Number(row.number), state: row.state as Advice['state'] }); // checked by the table

export async function findAdvice(tables: Tables, id: string): Promise<Advice | undefined> {
  const row = await advice(tables).where('v.id', '=', id).executeTakeFirst();
  return row && asAdvice(row);
}

/** What one account asked, newest first. */
export const askedBy = async (tables: Tables, accountId: string, most: number): Promise<Advice[]> =>
  (await advice(tables).where('v.askerId', '=', accountId).orderBy('v.askedAt', 'desc').orderBy('v.id', 'desc').limit(most).execute()).map(
    asAdvice,
  );

/** By time left, nothing else. */
export const waitingForAdvice = async (tables: Tables, teamIds: readonly string[], most: number): Promise<Advice[]> =>
  teamIds.length === 0
    ? []
    : (
        await advice(tables)
          .where('v.teamId', 'in', [...teamIds])
          .where('v.state', '=', 'asked')
          .orderBy('v.answerBy')
          .orderBy('v.id')
          .limit(most)
          .execute()
      ).map(asAdvice);

export const answeredLately = async (tables: Tables, teamIds: readonly string[], most: number): Promise<Advice[]> =>
  teamIds.length === 0
    ? []
    : (
        await advice(tables)
          .where('v.teamId', 'in', [...teamIds])
          .where('v.answeredAt', 'is not', null)
          .orderBy('v.answeredAt', 'desc')
          .limit(most)
          .execute()
      ).map(asAdvice);

/** For the navigation: counted to 100. */
export async function countWaiting(tables: Tables, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from advice where team_id = any (${teamIds}::uuid[]) and state = 'asked' limit 100) waiting`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}

/** Days, whole, by which each was or is past its day: still without an answer, or answered late since `since`. 101 at most, the latest first. */
export async function lateAdvice(tables: Tables, teamIds: readonly string[], now: Date, since: Date): Promise<number[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<{ days: number }>`
    select floor(extract(epoch from coalesce(answered_at, ${now}) - answer_by) / 86400)::int as days from (
      select answered_at, answer_by from advice where team_id = any (${teamIds}::uuid[]) and state = 'asked' and answer_by < ${now}
      union all
      select answered_at, answer_by from advice where team_id = any (${teamIds}::uuid[]) and answered_at >= ${since} and answered_at > answer_by
    ) late order by 1 desc limit 101`.execute(tables);
  return rows.map(({ days }) => days);
}

type Change = Partial<Pick<Advice, 'state' | 'takenBy' | 'answeredBy' | 'answeredAt' | 'answer' | 'referNow'>>;

/** False when somebody changed it since, or answered it. */
export async function changeAdvice(tables: Tables, { id, version }: Pick<Advice, 'id' | 'version'>, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('advice')
    .set(change)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The asker has seen the answer. Runs as the worker. */
export const markRead = async (tables: Tables, id: string, now: Date): Promise<void> => {
  await tables.updateTable('advice').set({ readAt: now }).where('id', '=', id).where('readAt', 'is', null).execute();
};

/** A referral was made of it. Runs as the worker. */
export const becomeReferral = async (tables: Tables, id: string, referralId: string): Promise<void> => {
  await tables
    .updateTable('advice')
    .set({ state: 'referred', referralId })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', 'referred')
    .execute();
};

/** What the page after asking says: nothing of the question. Runs as the worker. */
export const adviceReceipt = (tables: Tables, id: string) =>
  tables
    .selectFrom('advice as v')
    .innerJoin('team as t', 't.id', 'v.teamId')
    .select(['v.number', 't.name as teamName', 'v.answerBy'])
    .where('v.id', '=', id)
    .executeTakeFirst();

/** Their last question of an account that has no other way in than a link; undefined where there is none. Runs as the worker. */
export async function lastAdviceByEmail(tables: Tables, email: string): Promise<Advice | undefined> {
  const row = await advice(tables)
    .innerJoin('account as asker', 'asker.id', 'v.askerId')
    .where('asker.email', '=', email.toLowerCase())
    .where('asker.kind', '=', 'referrer')
    .where(sql<SqlBool>`asker.closed_on is null`)
    .orderBy('v.askedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asAdvice(row);
}
