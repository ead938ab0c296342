// After triage: the loop closes when support has begun, and opens again when somebody comes back through the door that stayed open, with nothing asked again.
import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { tellPerson } from '../people/actions.ts';
import { decisionDue, fourWeeksDue, receivingTeam } from './setting.ts';

/** Support has begun and everybody was told: the referral has done its work. */
export async function closeReferral(context: Context, referralId: string): Promise<void> {
  await context.asWorker('close the loop', async (tables) => {
    await traced(tables, { role: 'SYS', reason: 'Support has begun.' });
    await tables
      .updateTable('referral')
      .set({ state: 'closed' })
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', referralId)
      .where('state', '=', 'handed_over')
      .execute();
  });
}

/** Comes back to triage with everything that was said; new clocks run, the receipt goes out. */
export async function reopenReferral(context: Context, referralId: string): Promise<Result<{ referralId: string }>> {
  const now = context.now;
  const holding = await context.asWorker('find who holds it', (tables) =>
    tables.selectFrom('referral').select('teamId').where('id', '=', referralId).executeTakeFirst(),
  );
  const team = [...context.place.teams.values()].find(({ id }) => id === holding?.teamId) ?? receivingTeam(context.place);
  const decideBy = decisionDue(context.place, team, now);
  const fourWeeks = fourWeeksDue(context.place, team, now);
  const clocks = [
    { kind: 'ACK', dueAt: instantOf(localDate(now), '23:59'), stoppedAt: now, stoppedBecause: 'They were welcomed back.' },
    { kind: 'TRIAGE', dueAt: decideBy },
    { kind: 'RESPONSE', dueAt: null },
    { kind: 'WHOLEWAIT', dueAt: null },
    ...(fourWeeks ? [{ kind: 'FOURWEEK', dueAt: fourWeeks }] : []),
  ];
  const reopened = await context.asWorker('welcome somebody back', async (tables) => {
    await traced(tables, { role: 'PER', reason: 'Came back.' });
    const row = await tables
      .updateTable('referral')
      .set({ state: 'in_triage', receivedAt: now, decideBy, readerId: null })
      .set((old) => ({ version: old('version', '+', 1) }))
      .where('id', '=', referralId)
      .where('state', 'in', ['closed', 'withdrawn'])
      .returning(['personId', 'teamId'])
      .executeTakeFirst();
    if (!row) return null;
    for (const clock of clocks)
      await tables
        .insertInto('clock')
        .values({
          ...clock,
          id: context.identify(),
          personId: row.personId,
          subjectKind: 'referral',
          subjectId: referralId,
          startedAt: now,
          createdAt: now,
        })
        .execute();
    return row;
  });
  if (!reopened) return failure(notFound);
  context.touch(reopened.personId);
  await record(context, {
    personId: reopened.personId,
    category: 'contact',
    kind: 'referral.reopened',
    subjectKind: 'referral',
    subjectId: referralId,
  });
  const { triageLead } = await triageLeadOf(context, reopened.teamId);
  if (triageLead)
    await tellPerson(context, {
      personId: reopened.personId,
      purpose: 'welcome_back',
      facts: {},
      workerId: triageLead,
      subject: { kind: 'referral', id: referralId },
    });
  return success({ referralId });
}

/** Somebody of the holding team whom a task can name. */
const triageLeadOf = (context: Context, teamId: string): Promise<{ triageLead: string | null }> =>
  context.asWorker('find who holds it', async (tables) => {
    const row = await tables
      .selectFrom('membership')
      .select('accountId')
      .where('teamId', '=', teamId)
      .where('access', 'in', ['TRI', 'SNR', 'CO_HUB', 'MGR'])
      .where('startsOn', '<=', sql<string>`(select current_day())`)
      .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', sql<string>`(select current_day())`)]))
      .orderBy('access', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { triageLead: row?.accountId ?? null };
  });
