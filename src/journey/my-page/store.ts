// What a person's own page reads beyond the other rooms: messages to them, their newest request, their workers' jobs, what was agreed last. The tables are the house's.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { ReferralState } from '../front-door/model.ts';

export interface MessageRow {
  readonly id: string;
  readonly channel: string;
  readonly body: string;
  readonly at: Date;
}

/** What reached them or waits on this page, newest first. Words that open a page, such as a sign-in link, are not repeated. */
export const messagesTo = (tables: Tables, personId: string, now: Date, most: number): Promise<MessageRow[]> =>
  tables
    .selectFrom('message')
    .select(['id', 'channel', 'body'])
    .select((row) => row.fn.coalesce('sentAt', 'notBefore').as('at'))
    .where('personId', '=', personId)
    .where('audience', '=', 'person')
    .where('purpose', 'not in', ['sign_in_link', 'sign_in_code'])
    .where('state', 'in', ['sent', 'would_have_gone'])
    .where('notBefore', '<=', now)
    .where('body', '<>', '')
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();

export interface RequestRow {
  readonly state: ReferralState;
  readonly decideBy: Date;
  readonly team: string;
  readonly reader: string;
  /** What they are asked, while it waits for an answer; else null. */
  readonly question: string | null;
}

/**
 * The newest request about them that they know of, or, as the worker, the one they made by a record that was linked to another since; null when there was none. What they are
 * asked about the latter is asked of the record that it stands in.
 */
export async function newestRequest(
  tables: Tables,
  personId: string,
  by: 'personId' | 'originalPersonId' = 'personId',
): Promise<RequestRow | null> {
  const row = await tables
    .selectFrom('referral as r')
    .innerJoin('team as t', 't.id', 'r.teamId')
    .leftJoin('account as a', 'a.id', 'r.readerId')
    .select(['r.state', 'r.decideBy', 't.name as team', 'a.name as reader'])
    .select((each) =>
      each
        .selectFrom('referralQuestion as q')
        // The newest alone is open: what they answered is not put to them again when whoever referred them is asked next.
        .select(sql<string>`case when q.whom = 'person' then q.words end`.as('words'))
        .whereRef('q.referralId', '=', 'r.id')
        .where('r.state', '=', 'waiting_info')
        .orderBy('q.createdAt', 'desc')
        .orderBy('q.id', 'desc')
        .limit(1)
        .as('question'),
    )
    .where(`r.${by}`, '=', personId)
    .where('r.state', '<>', 'draft')
    .where('r.mayNotKnow', '=', false)
    .orderBy('r.receivedAt', 'desc')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst();
  // The table's own check keeps state to the lifecycle's states.
  return row
    ? { ...row, state: row.state as ReferralState, reader: row.reader ?? '', question: by === 'personId' ? row.question : null }
    : null;
}

/** Referrals they may not know of: what came of these is not on their page either. */
export const notToldOf = async (tables: Tables, personId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await tables.selectFrom('referral').select('id').where('personId', '=', personId).where('mayNotKnow', '=', true).execute()).map(
      ({ id }) => id,
    ),
  );

/** What each of these workers does, by their id, in the words of their job. */
export async function jobsOf(tables: Tables, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tables
    .selectFrom('account')
    .select(['id', 'job'])
    .where('id', 'in', [...accountIds])
    .execute();
  return new Map(rows.map(({ id, job }) => [id, job]));
}

export interface Agreed {
  readonly agreed: string;
  readonly nextStep: string;
  readonly at: Date;
  readonly worker: string;
}

/** What they agreed at their last meeting, from a note its writer shares with them; a corrected note says it as corrected. */
export async function lastAgreed(tables: Tables, personId: string): Promise<Agreed | null> {
  const row = await tables
    .selectFrom('sessionNote as n')
    .innerJoin('supportSession as s', 's.id', 'n.sessionId')
    .innerJoin('account as w', 'w.id', 's.workerId')
    .select(['n.agreed', 'n.nextStep', 's.startsAt as at', 'w.name as worker'])
    .where('n.personId', '=', personId)
    .where('n.sharedWithPerson', '=', true)
    .where('n.agreed', '<>', '')
    .orderBy('s.startsAt', 'desc')
    .orderBy('n.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** When a worker is to get in touch about another time. Runs as the worker: tasks are the workers' own. */
export async function inTouchBy(tables: Tables, personId: string): Promise<Date | null> {
  const row = await tables
    .selectFrom('task')
    .select('dueAt')
    .where('personId', '=', personId)
    .where('kind', '=', 'session.offer_another_time')
    .where('doneAt', 'is', null)
    .where('dueAt', 'is not', null)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst();
  return row?.dueAt ?? null;
}
