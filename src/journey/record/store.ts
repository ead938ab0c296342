// What the record's overview and a worker's day read: journey events, tasks, the plain facts of somebody's way so far. The tables `journey_event` and `task` are the house's.
import type { Tables } from '../../platform/web/context.ts';

export interface EventRow {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly category: string;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly byName: string | null;
}

export interface At {
  readonly at: Date;
  readonly id: string;
}

/** Newest first, only what the visitor may read. */
export async function eventsOf(
  tables: Tables,
  personId: string,
  { most, after, kinds }: { most: number; after?: At; kinds?: readonly string[] },
): Promise<EventRow[]> {
  const rows = await tables
    .selectFrom('journeyEvent as e')
    .leftJoin('account as a', 'a.id', 'e.createdBy')
    .select(['e.id', 'e.kind', 'e.at', 'e.category', 'e.subjectId', 'e.data', 'a.name as byName'])
    .where('e.personId', '=', personId)
    .$if(kinds !== undefined, (query) => query.where('e.kind', 'in', [...(kinds ?? [])]))
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('e.at', '<', after?.at ?? new Date(0)),
          where.and([where('e.at', '=', after?.at ?? new Date(0)), where('e.id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.id')
    .limit(most)
    .execute();
  // record() writes flat objects only.
  return rows.map((row) => ({ ...row, data: row.data as EventRow['data'] }));
}

/** Ids and times of all events in a stretch of time, whatever their category: run as the worker, to say how many cannot be seen and nothing more. */
export const momentsOf = (tables: Tables, personId: string, { most, after }: { most: number; after?: At }): Promise<At[]> =>
  tables
    .selectFrom('journeyEvent')
    .select(['id', 'at'])
    .where('personId', '=', personId)
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('at', '<', after?.at ?? new Date(0)),
          where.and([where('at', '=', after?.at ?? new Date(0)), where('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();

export const findMoment = (tables: Tables, personId: string, id: string): Promise<At | undefined> =>
  tables.selectFrom('journeyEvent').select(['id', 'at']).where('id', '=', id).where('personId', '=', personId).executeTakeFirst();

export interface TaskRow {
  readonly id: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly words: string;
  readonly leadsTo: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
}

/** Open tasks of the account or its teams, what is due soonest first. */
export async function openTasks(
  tables: Tables,
  { accountId, teamIds, most }: { accountId: string; teamIds: readonly string[]; most: number },
): Promise<TaskRow[]> {
  const rows = await tables
    .selectFrom('task as t')
    .leftJoin('person as p', 'p.id', 't.personId')
    .select(['t.id', 't.personId', 't.words', 't.leadsTo', 't.dueAt', 't.createdAt', 'p.knownAs', 'p.givenName', 'p.familyName'])
    .where('t.doneAt', 'is', null)
    .where((where) =>
      where.or([
        where('t.accountId', '=', accountId),
        ...(teamIds.length > 0 ? [where.and([where('t.accountId', 'is', null), where('t.teamId', 'in', [...teamIds])])] : []),
      ]),
    )
    .orderBy('t.dueAt', (order) => order.asc().nullsLast())
    .orderBy('t.createdAt')
    .limit(most)
    .execute();
  return rows.map(({ knownAs, givenName, familyName, ...row }) => ({
    ...row,
    personName: [knownAs || givenName, familyName].filter(Boolean).join(' '),
  }));
}

/** False when it was done already or is not the visitor's to do. */
export async function finishTask(tables: Tables, id: string, by: string, now: Date): Promise<{ readonly personId: string | null } | null> {
  const updated = await tables
    .updateTable('task')
    .set({ doneAt: now, doneBy: by })
    .where('id', '=', id)
    .where('doneAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (updated.numUpdatedRows !== 1n) return null;
  return (await tables.selectFrom('task').select('personId').where('id', '=', id).executeTakeFirst()) ?? { personId: null };
}

/** The person's own account of themselves in their newest referral, if the visitor may read it. */
export async function ownWordsOf(
  tables: Tables,
  personId: string,
): Promise<{
  readonly words: string;
  readonly question: string;
  readonly saidBy: string;
  readonly askedAt: Date;
  readonly language: string;
} | null> {
  const row = await tables
    .selectFrom('referralAnswer')
    .select(['words', 'question', 'saidBy', 'askedAt', 'language'])
    .where('personId', '=', personId)
    .where('question', 'in', ['happening', 'why_now'])
    .where('status', '=', 'answered')
    .where('words', '<>', '')
    .orderBy('askedAt', 'desc')
    .orderBy('question')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
