// Says that the record made at the door is somebody already known, so that the referral and all that hangs on it stand in one record. Undoing it is apart.
// A link never gives the door's own account, or whoever referred, a sight of the known record.
import { record } from '../../../platform/events.ts';
import { moversOf, overtaken } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../../platform/problem.ts';
import type { Context, Tables } from '../../../platform/web/context.ts';
import { carryRestriction } from '../../../trust/restricted/actions.ts';
import { contactPointsOf, willContactUs } from '../store.ts';
import { raiseTaskIn } from '../tasks.ts';
import { confirms, standing } from '../telling/safe-contact.ts';
import { isKeptFrom } from './kept.ts';
import { agreedChoices, checkTask, endedOf, move, moveTasks, tasksAtOpening } from './moving.ts';
import { carryWishes } from './wishes.ts';

export const openForLinking = ['submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided'];

export const notTheirs: Problem = {
  status: 403,
  title: 'This step belongs to another role',
  detail: 'Triage clinicians and senior clinicians decide who a record is about.',
};
export const supportHasBegun: Problem = {
  status: 409,
  title: 'Support has begun on this record',
  detail: 'Joining the two now would move what colleagues wrote. Ask your information-governance lead.',
};
const alreadyLinked: Problem = {
  status: 409,
  title: 'This referral is already linked',
  detail: 'Undo that link first. Nothing was changed.',
};

const byNameOnly: Problem = {
  status: 403,
  title: 'Somebody else decides this one',
  detail: 'Say on the page that compares the two who you think it is. Nothing was changed.',
};

export const mayDecide = (context: Context): boolean => moversOf(context).some((mover) => mover === 'TRI' || mover === 'SNR');

export async function linkReferral(
  context: Context,
  input: { readonly referralId: string; readonly candidateId: string; readonly version: number; readonly matchId?: string },
): Promise<Result<{ referralId: string; personId: string }>> {
  if (!mayDecide(context)) return failure(notTheirs);
  const referral = await context.tables
    .selectFrom('referral')
    .select(['id', 'number', 'state', 'personId', 'teamId', 'identity', 'originalPersonId', 'version'])
    .where('id', '=', input.referralId)
    .executeTakeFirst();
  if (!referral || referral.personId === input.candidateId) return failure(notFound);
  if (referral.version !== input.version) return failure(overtaken);
  if (referral.originalPersonId) return failure(alreadyLinked);
  if (!openForLinking.includes(referral.state)) return failure(supportHasBegun);
  const from = referral.personId;
  const by = context.visitor?.accountId ?? null;
  const kept = await isKeptFrom(context, input.candidateId);
  const done = await context.asWorker('link two records', async (tables): Promise<Result<null>> => {
    const known = await tables
      .selectFrom('possibleMatch')
      .select(['id', 'state', 'decidedBy', 'decidedAt'])
      .where('referralId', '=', referral.id)
      .where('candidateId', '=', input.candidateId)
      .executeTakeFirst();
    // Only somebody whom the evidence put forward can be linked, so that nobody reaches a record by guessing its id.
    if (!known || (input.matchId && known.id !== input.matchId)) return failure(notFound);
    if (kept) return failure(byNameOnly);
    const claimed = await tables
      .updateTable('referral')
      .set({ originalPersonId: from, identity: 'linked', version: referral.version + 1 })
      .where('id', '=', referral.id)
      .where('version', '=', referral.version)
      .executeTakeFirst();
    if (claimed.numUpdatedRows === 0n) return failure(overtaken);
    await tables
      .updateTable('possibleMatch')
      .set((set) => ({ state: 'same', decidedBy: by, decidedAt: context.now, version: set('version', '+', 1) }))
      .where('id', '=', known.id)
      .execute();
    const said = await agreedChoices(tables, input.candidateId);
    const waiting = await tasksAtOpening(tables, from);
    const moving = { referralId: referral.id, from, to: input.candidateId };
    const moved = {
      ...(await move(tables, moving)),
      task: await moveTasks(tables, moving, waiting),
      endedChoice: await endedOf(tables, said),
      wishesBefore: await carryWishes(tables, from, input.candidateId),
    };
    const doubted = await doubtOlderDetails(context, tables, from, input.candidateId);
    const linkId = context.identify();
    const carried = await carryAccess(context, tables, referral.id, from, input.candidateId);
    // What was told to a few stays with a few, also in the record that was there before.
    const named = await carryRestriction(context, tables, { from, to: input.candidateId, sourceId: linkId });
    const granted = [...carried, ...named];
    await tables
      .insertInto('identityLink')
      .values({
        id: linkId,
        referralId: referral.id,
        personId: input.candidateId,
        fromPersonId: from,
        matchId: known.id,
        identityBefore: referral.identity,
        matchBefore: known.state,
        matchDecidedBy: known.decidedBy,
        matchDecidedAt: known.decidedAt,
        moved: JSON.stringify(moved),
        doubted,
        granted,
        createdAt: context.now,
        createdBy: by,
      })
      .execute();
    if (doubted.length > 0)
      await raiseTaskIn(
        tables,
        {
          personId: input.candidateId,
          kind: checkTask,
          words: 'They gave new ways to reach them. Ask which are safe now. Nothing is sent to the older ones until then.',
          leadsTo: `/people/${input.candidateId}/contact`,
          accountId: by,
          teamId: by ? null : referral.teamId,
        },
        { id: context.identify(), now: context.now, by },
      );
    return success(null);
  });
  if (!done.ok) return done;
  context.touch(from, input.candidateId);
  await record(context, {
    personId: input.candidateId,
    category: 'contact',
    kind: 'identity.linked',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { number: referral.number },
  });
  return success({ referralId: referral.id, personId: input.candidateId });
}

/** The known record's ways to be reached that the newer account does not confirm may be used by nobody until a worker has asked. */
async function doubtOlderDetails(context: Context, tables: Tables, from: string, to: string): Promise<string[]> {
  const newer = standing(await contactPointsOf(tables, [from])).filter((point) => point.safeToUse !== 'not_asked');
  const older = standing(await contactPointsOf(tables, [to])).filter((point) => point.doubtedAt === null);
  const theyWillContactUs = await willContactUs(tables, from);
  const said = new Set(newer.map((point) => point.channel));
  const doubted = older
    .filter((point) => theyWillContactUs || (said.has(point.channel) && !newer.some((one) => confirms(one, point))))
    .map((point) => point.id);
  if (doubted.length > 0) await tables.updateTable('contactPoint').set({ doubtedAt: context.now }).where('id', 'in', doubted).execute();
  return doubted;
}

/** Whoever reaches the door's record because of the referral goes on reaching the referral; the reason and its end are copied, nothing wider. */
async function carryAccess(context: Context, tables: Tables, referralId: string, from: string, to: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('access')
    .selectAll()
    .where('personId', '=', from)
    .where('sourceId', '=', referralId)
    .where((where) => where.or([where('endsAt', 'is', null), where('endsAt', '>', context.now)]))
    .execute();
  const carried = rows.map((row) => ({
    ...row,
    id: context.identify(),
    personId: to,
    startsAt: context.now,
    createdBy: context.visitor?.accountId ?? null,
  }));
  if (carried.length > 0) await tables.insertInto('access').values(carried).execute();
  return carried.map((row) => row.id);
}
