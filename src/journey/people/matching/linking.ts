// Says that the record made at the door is somebody already known, so that the referral and all that hangs on it stand in one record. Undoing it is apart.
// A link never gives the door's own account, or whoever referred, a sight of the known record.
import { record } from '../../../platform/events.ts';
import { moversOf, overtaken } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../../platform/problem.ts';
import type { Context } from '../../../platform/web/context.ts';
import { carryRestriction } from '../../../trust/restricted/actions.ts';
import { raiseTaskIn } from '../tasks.ts';
import { carryAccess, doubtOlderDetails } from './carrying.ts';
import { carryAlong, survivorOf } from './chains.ts';
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

const oneAlready: Problem = {
  status: 409,
  title: 'These are one record already',
  detail: 'The other was linked to this one. Nothing was changed.',
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
  // Whoever was put forward may have been linked to somebody else since: then that is who it is.
  const to = await context.asWorker('find whose record it is now', (tables) => survivorOf(tables, input.candidateId));
  if (to === from) return failure(oneAlready);
  const kept = await isKeptFrom(context, to);
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
    const said = await agreedChoices(tables, to);
    const waiting = await tasksAtOpening(tables, from);
    const moving = { referralId: referral.id, from, to };
    const moved = {
      ...(await move(tables, moving)),
      task: await moveTasks(tables, moving, waiting),
      endedChoice: await endedOf(tables, said),
      wishesBefore: await carryWishes(tables, from, to),
    };
    const doubted = await doubtOlderDetails(context, tables, from, to);
    const linkId = context.identify();
    const carried = await carryAccess(context, tables, referral.id, from, to);
    // What was told to a few stays with a few, also in the record that was there before.
    const named = await carryRestriction(context, tables, { from, to, sourceId: linkId });
    const along = await carryAlong(context, tables, { from, to });
    const granted = [...carried, ...named, ...along.granted];
    await tables
      .insertInto('identityLink')
      .values({
        id: linkId,
        referralId: referral.id,
        personId: to,
        fromPersonId: from,
        matchId: known.id,
        identityBefore: referral.identity,
        matchBefore: known.state,
        matchDecidedBy: known.decidedBy,
        matchDecidedAt: known.decidedAt,
        moved: JSON.stringify({ ...moved, to, along: along.links }),
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
          personId: to,
          kind: checkTask,
          words: 'They gave new ways to reach them. Ask which are safe now. Nothing is sent to the older ones until then.',
          leadsTo: `/people/${to}/contact`,
          accountId: by,
          teamId: by ? null : referral.teamId,
        },
        { id: context.identify(), now: context.now, by },
      );
    return success(null);
  });
  if (!done.ok) return done;
  context.touch(from, to);
  await record(context, {
    personId: to,
    category: 'contact',
    kind: 'identity.linked',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { number: referral.number },
  });
  return success({ referralId: referral.id, personId: to });
}
