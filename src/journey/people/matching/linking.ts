// Says that the record made at the door is somebody already known, so that the referral and all that hangs on it stand in one record; and undoes it exactly.
// A link never gives the door's own account, or whoever referred, a sight of the known record.
import { record } from '../../../platform/events.ts';
import { moversOf, overtaken } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../../platform/problem.ts';
import type { Context, Tables } from '../../../platform/web/context.ts';
import { carryRestriction, takeBackRestriction } from '../../../trust/restricted/actions.ts';
import { contactPointsOf, willContactUs } from '../store.ts';
import { raiseTaskIn } from '../tasks.ts';
import { confirms, standing } from '../telling/safe-contact.ts';
import { isKeptFrom } from './kept.ts';

/** Tables whose rows belong to a referral and move with it, and by which column they name it. A test holds this list against the database. */
export const movesWithReferral = {
  referral: 'id',
  referralAnswer: 'referralId',
  referralQuestion: 'referralId',
  possibleMatch: 'referralId',
  contactTry: 'referralId',
  triageDecision: 'referralId',
  offer: 'referralId',
  comingHelp: 'referralId',
  clock: 'subjectId',
  journeyEvent: 'subjectId',
  sharingChoice: 'referralId',
} as const;

/** What names a referral and stays: the trace itself, and what support has made, because no link is possible once support has begun. */
export const staysWithRecord = ['identityLink', 'enrolment', 'transition'] as const;

const openForLinking = ['submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided'];

const notTheirs: Problem = {
  status: 403,
  title: 'This step belongs to another role',
  detail: 'Triage clinicians and senior clinicians decide who a record is about.',
};
const supportHasBegun: Problem = {
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

const mayDecide = (context: Context): boolean => moversOf(context).some((mover) => mover === 'TRI' || mover === 'SNR');

type Moved = Record<keyof typeof movesWithReferral, string[]>;

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
    const moved = await move(tables, referral.id, from, input.candidateId);
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
          kind: 'contact.check',
          words: 'They gave new ways to reach them. Ask which are safe now. Nothing is sent to the older ones until then.',
          leadsTo: `/triage/${referral.id}`,
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

/** Gives every row that belongs to the referral to the other record and lists their ids. */
async function move(tables: Tables, referralId: string, from: string, to: string): Promise<Moved> {
  const moved: Moved = {
    referral: [],
    referralAnswer: [],
    referralQuestion: [],
    possibleMatch: [],
    contactTry: [],
    triageDecision: [],
    offer: [],
    comingHelp: [],
    clock: [],
    journeyEvent: [],
    sharingChoice: [],
  };
  const subjects = [referralId];
  for (const table of Object.keys(moved) as (keyof Moved)[]) {
    // All of them have person_id and id; which column names the referral is in the list above.
    const rows = await tables
      .updateTable(table as 'clock')
      .set({ personId: to })
      .where('personId', '=', from)
      .where(movesWithReferral[table] as 'subjectId', 'in', movesWithReferral[table] === 'subjectId' ? subjects : [referralId])
      .returning('id')
      .execute();
    moved[table] = rows.map((row) => row.id);
    subjects.push(...moved[table]);
  }
  return moved;
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

export async function unlinkReferral(
  context: Context,
  input: { readonly referralId: string; readonly version: number },
): Promise<Result<{ referralId: string; personId: string }>> {
  if (!mayDecide(context)) return failure(notTheirs);
  const referral = await context.tables
    .selectFrom('referral')
    .select(['id', 'number', 'state', 'personId', 'version'])
    .where('id', '=', input.referralId)
    .executeTakeFirst();
  if (!referral) return failure(notFound);
  if (referral.version !== input.version) return failure(overtaken);
  if (!openForLinking.includes(referral.state)) return failure(supportHasBegun);
  const restored = await context.asWorker('undo a link', async (tables): Promise<Result<{ personId: string; linkId: string }>> => {
    const link = await tables
      .selectFrom('identityLink')
      .selectAll()
      .where('referralId', '=', referral.id)
      .where('undoneAt', 'is', null)
      .executeTakeFirst();
    if (!link) return failure(notFound);
    const claimed = await tables
      .updateTable('referral')
      .set({ originalPersonId: null, identity: link.identityBefore, version: referral.version + 1 })
      .where('id', '=', referral.id)
      .where('version', '=', referral.version)
      .executeTakeFirst();
    if (claimed.numUpdatedRows === 0n) return failure(overtaken);
    // Also what was written about the referral since the link goes back with it.
    await move(tables, referral.id, link.personId, link.fromPersonId);
    // Whoever stays is asked nothing about what was offered to somebody else.
    await tables
      .updateTable('sharingChoice')
      .set({ questionAt: null, questionBy: null, questionReferralId: null, questionTeam: '', questionWhat: '' })
      .where('personId', '=', link.personId)
      .where('questionReferralId', '=', referral.id)
      .execute();
    if (link.matchId && link.matchBefore)
      await tables
        .updateTable('possibleMatch')
        .set((set) => ({
          state: link.matchBefore ?? 'open',
          decidedBy: link.matchDecidedBy,
          decidedAt: link.matchDecidedAt,
          version: set('version', '+', 1),
        }))
        .where('id', '=', link.matchId)
        .execute();
    if (link.doubted.length > 0)
      await tables.updateTable('contactPoint').set({ doubtedAt: null }).where('id', 'in', link.doubted).execute();
    if (link.granted.length > 0) await tables.updateTable('access').set({ endsAt: context.now }).where('id', 'in', link.granted).execute();
    await tables
      .updateTable('task')
      .set({ doneAt: context.now })
      .where('personId', '=', link.personId)
      .where('kind', '=', 'contact.check')
      .where('createdAt', '=', link.createdAt)
      .where('doneAt', 'is', null)
      .execute();
    await tables
      .updateTable('identityLink')
      .set({ undoneAt: context.now, undoneBy: context.visitor?.accountId ?? null })
      .where('id', '=', link.id)
      .execute();
    return success({ personId: link.fromPersonId, linkId: link.id });
  });
  if (!restored.ok) return restored;
  await takeBackRestriction(context, referral.personId, restored.value.linkId);
  context.touch(referral.personId, restored.value.personId);
  await record(context, {
    personId: restored.value.personId,
    category: 'contact',
    kind: 'identity.unlinked',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { number: referral.number },
  });
  return success({ referralId: referral.id, personId: restored.value.personId });
}
