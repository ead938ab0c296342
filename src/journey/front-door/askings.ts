// Each time somebody asked. A referral that opens again when they come back keeps its row and says from when it waits now; the times before are kept by the clock
// of the whole wait, which begins with each asking. What measures a time that has passed reads askings, so that coming back changes nothing of it.
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';

/**
 * Rows `id`, `person_id`, `team_id`, `door`, `asked_at`, `until` and `decide_by` of what was asked from one instant to before another; `until` is when they came
 * back, and null for the newest. The newest asking is the referral’s own, so most cost no look at a clock.
 */
export const askingsBetween = (from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select r.id, r.person_id, r.team_id, r.door, r.received_at as asked_at, null::timestamptz as until, r.decide_by
  from referral r where r.received_at >= ${from} and r.received_at < ${to} and r.state not in ('merged', 'draft')
  union all
  select r.id, r.person_id, r.team_id, r.door, c.started_at,
    (select min(n.started_at) from clock n where n.subject_id = r.id and n.kind = 'WHOLEWAIT' and n.started_at > c.started_at), r.decide_by
  from referral r join clock c on c.subject_id = r.id and c.kind = 'WHOLEWAIT' and c.started_at < r.received_at
  where r.received_at >= ${from} and c.started_at >= ${from} and c.started_at < ${to} and r.state not in ('merged', 'draft'))`;

/** When they asked before this time, the first time first. */
export const askedBefore = async (tables: Tables, referral: { readonly id: string; readonly receivedAt: Date }): Promise<Date[]> =>
  (
    await tables
      .selectFrom('clock')
      .select('startedAt')
      .where('subjectId', '=', referral.id)
      .where('kind', '=', 'WHOLEWAIT')
      .where('startedAt', '<', referral.receivedAt)
      .orderBy('startedAt')
      .execute()
  ).map(({ startedAt }) => startedAt);
