// After triage: the loop closes when support has begun, and opens again when somebody comes back through the door that stayed open, with nothing asked again.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { dueAt } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { tellPerson } from '../people/actions.ts';

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
  const target = byCode(context.place.blueprint.clocks, 'TRIAGE')?.target;
  const decideBy = (target && dueAt(target, now)) || new Date(now.getTime() + 24 * 3_600_000);
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
    for (const kind of ['ACK', 'TRIAGE', 'RESPONSE', 'WHOLEWAIT'])
      await tables
        .insertInto('clock')
        .values({
          id: context.identify(),
          kind,
          personId: row.personId,
          subjectKind: 'referral',
          subjectId: referralId,
          startedAt: now,
          dueAt: kind === 'TRIAGE' ? decideBy : null,
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
      .orderBy('access', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { triageLead: row?.accountId ?? null };
  });
