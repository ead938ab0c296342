// The front door’s SQL: the referral with its answers and clocks. Row-level security decides what a visitor gets of it.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import { type NewAnswer, type ReferralState, toMakeContact } from './model.ts';

export interface ReferralRow {
  readonly id: string;
  readonly personId: string;
  readonly state: ReferralState;
  readonly door: string;
  readonly kind: string;
  readonly language: string;
  readonly teamId: string;
  readonly serviceAsked: string | null;
  readonly referrerAccountId: string | null;
  readonly referrer: {
    readonly name: string;
    readonly job: string;
    readonly organisation: string;
    readonly phone: string;
    readonly email: string;
  } | null;
  readonly urgencyAsked: string | null;
  readonly agreement: string;
  readonly agreementReason: string;
  readonly mayNotKnow: boolean;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** Writes it as submitted and gives its number. Runs as the worker. */
export async function insertReferral(tables: Tables, { referrer, ...row }: ReferralRow): Promise<number> {
  const { number } = await tables
    .insertInto('referral')
    .values({
      ...row,
      referrerName: referrer?.name ?? '',
      referrerJob: referrer?.job ?? '',
      referrerOrganisation: referrer?.organisation ?? '',
      referrerPhone: referrer?.phone ?? '',
      referrerEmail: referrer?.email ?? '',
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return Number(number);
}

export interface AnswerContext {
  readonly referralId: string;
  readonly personId: string;
  readonly saidBy: 'person' | 'carer' | 'referrer';
  readonly language: string;
  readonly askedAt: Date;
  readonly createdBy: string | null;
  readonly from: number;
}

export async function insertAnswers(
  tables: Tables,
  answers: readonly NewAnswer[],
  about: AnswerContext,
  identify: () => string,
): Promise<void> {
  const { from, ...shared } = about;
  if (answers.length > 0)
    await tables
      .insertInto('referralAnswer')
      .values(answers.map((answer, at) => ({ ...answer, codes: [...answer.codes], id: identify(), position: from + at, ...shared })))
      .execute();
}

export interface NewClock {
  readonly kind: string;
  readonly dueAt: Date | null;
  readonly stoppedAt?: Date;
  readonly stoppedBecause?: string;
}

export async function insertClocks(
  tables: Tables,
  clocks: readonly NewClock[],
  about: {
    readonly personId: string;
    readonly referralId: string;
    readonly startedAt: Date;
    readonly createdAt: Date;
    readonly createdBy: string | null;
  },
  identify: () => string,
): Promise<void> {
  const { referralId, ...shared } = about;
  await tables
    .insertInto('clock')
    .values(clocks.map((clock) => ({ ...clock, id: identify(), subjectKind: 'referral', subjectId: referralId, ...shared })))
    .execute();
}

/** The account of somebody who refers, by e-mail, whatever kind it is; made when there is none. Runs as the worker; nobody is told which it was. */
export async function referrerAccount(
  tables: Tables,
  referrer: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly job: string;
    readonly now: Date;
    readonly demo: boolean;
  },
): Promise<{ readonly id: string; readonly kind: string }> {
  const email = referrer.email.toLowerCase();
  await tables
    .insertInto('account')
    .values({
      id: referrer.id,
      kind: 'referrer',
      email,
      name: referrer.name,
      job: referrer.job,
      demo: referrer.demo,
      createdAt: referrer.now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  return tables.selectFrom('account').select(['id', 'kind']).where('email', '=', email).executeTakeFirstOrThrow();
}

/** The team whose members have this role of the blueprint today, the receiving team before others; undefined where nobody has it. */
export async function teamWithRole(tables: Tables, role: string, preferred: string): Promise<string | undefined> {
  const row = await tables
    .selectFrom('membership')
    .select('teamId')
    .where('role', '=', role)
    .where('startsOn', '<=', sql<string>`(select current_day())`)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', sql<string>`(select current_day())`)]))
    .orderBy(sql`(team_id = ${preferred})`, 'desc')
    .orderBy('teamId')
    .limit(1)
    .executeTakeFirst();
  return row?.teamId;
}

export interface SentReferral {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly kind: string;
  readonly state: ReferralState;
  readonly language: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly readerId: string | null;
  readonly readerName: string | null;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly version: number;
  /** The person lets whoever asked for them hear what becomes of it. */
  readonly carerMayKnow: boolean;
  /** As whoever asked for somebody named themselves. */
  readonly referrerName: string;
  readonly referrerPhone: string;
}

/** Whether somebody is to make contact with them today already, where one of these leads. Runs as the worker. */
export const isToBeContacted = async (tables: Tables, personId: string, leadsTo: readonly string[]): Promise<boolean> =>
  (await tables
    .selectFrom('task')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', toMakeContact)
    .where('leadsTo', 'in', leadsTo)
    .where('doneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Moves what was sent. Somebody else may have done so a moment ago: then it stays where they put it. Runs as the worker. */
export const moveSent = async (tables: Tables, { id, version }: Pick<SentReferral, 'id' | 'version'>, to: ReferralState): Promise<void> => {
  await tables
    .updateTable('referral')
    .set({ state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};

/** Where a referral stands, for whoever holds its code. Runs as the worker: a code is not an account. */
export async function findSent(tables: Tables, referralId: string): Promise<SentReferral | undefined> {
  const row = await tables
    .selectFrom('referral as r')
    .innerJoin('team as t', 't.id', 'r.teamId')
    .leftJoin('account as reader', 'reader.id', 'r.readerId')
    .select([
      'r.id',
      'r.number',
      'r.personId',
      'r.kind',
      'r.state',
      'r.language',
      'r.teamId',
      't.name as teamName',
      'r.readerId',
      'reader.name as readerName',
    ])
    .select(['r.receivedAt', 'r.decideBy', 'r.version', 'r.carerMayKnow', 'r.referrerName', 'r.referrerPhone'])
    .where('r.id', '=', referralId)
    .executeTakeFirst();
  return row && { ...row, state: row.state as ReferralState, carerMayKnow: row.carerMayKnow === 'yes' }; // checked by the table
}

export interface KeptAnswer extends NewAnswer {
  readonly saidBy: string;
  readonly askedAt: Date;
  readonly language: string;
}

/** What was sent, as far as the reader may see it. */
export const answersSent = async (tables: Tables, referralId: string): Promise<KeptAnswer[]> =>
  (await tables
    .selectFrom('referralAnswer')
    .select(['question', 'category', 'status', 'words', 'codes', 'askedAt', 'language', 'saidBy'])
    .where('referralId', '=', referralId)
    .orderBy('position')
    .execute()) as KeptAnswer[]; // category and status are checked by the table

/** How often something was added, and the place of the last answer; holds the referral, so that two additions never take the same place. Runs as the worker. */
export async function wordsAdded(tables: Tables, referralId: string): Promise<{ times: number; last: number }> {
  await tables.selectFrom('referral').select('id').where('id', '=', referralId).forUpdate().execute();
  const row = await tables
    .selectFrom('referralAnswer')
    .select((select) => [select.fn.max('position').as('last')])
    .select(sql<number>`count(*) filter (where question like 'added\\_%')::int`.as('times'))
    .where('referralId', '=', referralId)
    .executeTakeFirstOrThrow();
  return { times: row.times, last: row.last ?? 0 };
}
