// The tries to reach somebody, and whom the routine involves.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';

export interface TryRow {
  readonly id: string;
  readonly at: Date;
  readonly channel: string;
  readonly result: string;
  readonly note: string;
  readonly by: string;
}

/** Oldest first. */
export const triesOf = (tables: Tables, referralId: string): Promise<TryRow[]> =>
  tables
    .selectFrom('contactTry as t')
    .leftJoin('account as a', 'a.id', 't.createdBy')
    .select(['t.id', 't.at', 't.channel', 't.result', 't.note', sql<string>`coalesce(a.name, '')`.as('by')])
    .where('t.referralId', '=', referralId)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute();

export async function insertTry(
  tables: Tables,
  row: {
    readonly id: string;
    readonly referralId: string;
    readonly personId: string;
    readonly at: Date;
    readonly channel: string;
    readonly result: string;
    readonly note: string;
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Promise<void> {
  await tables.insertInto('contactTry').values(row).execute();
}

/** Nothing is sent to these until somebody has asked. Runs as the worker. */
export async function doubtWays(tables: Tables, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length > 0)
    await tables.updateTable('contactPoint').set({ doubtedAt: now }).where('id', 'in', ids).where('doubtedAt', 'is', null).execute();
}

/** An address they said a letter may go to; undefined where there is none. Runs as the worker. */
export const safePostPoint = async (tables: Tables, personId: string): Promise<string | undefined> =>
  (
    await tables
      .selectFrom('contactPoint')
      .select('id')
      .where('personId', '=', personId)
      .where('channel', '=', 'post')
      .where('safeToUse', '=', 'safe')
      .where('replacedAt', 'is', null)
      .where('doubtedAt', 'is', null)
      .limit(1)
      .executeTakeFirst()
  )?.id;

/** Whoever manages the team today; undefined where nobody does. Runs as the worker. */
export const managingTeam = async (tables: Tables, teamId: string): Promise<string | undefined> =>
  (
    await tables
      .selectFrom('membership')
      .select('accountId')
      .where('teamId', '=', teamId)
      .where('access', '=', 'MGR')
      .where('startsOn', '<=', sql<string>`(select current_day())`)
      .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', sql<string>`(select current_day())`)]))
      .orderBy('accountId')
      .limit(1)
      .executeTakeFirst()
  )?.accountId;
