// Undoes a link exactly: the referral and all that was written about it since go back to the record made at the door, and what the link changed in the other
// record stands again.
import { record } from '../../../platform/events.ts';
import { moversOf, overtaken, traced } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../../platform/problem.ts';
import type { Context, Tables } from '../../../platform/web/context.ts';
import { takeBackRestriction } from '../../../trust/restricted/actions.ts';
import { raiseTaskIn } from '../tasks.ts';
import { bringBackAlong, holdForOthers } from './chains.ts';
import { mayDecide, notTheirs, openForLinking, supportHasBegun } from './linking.ts';
import { checkTask, move, moveTasks, standAgain } from './moving.ts';
import { giveBackWishes, type Wishes } from './wishes.ts';

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
  const restored = await context.asWorker(
    'undo a link',
    async (tables): Promise<Result<{ personId: string; linkedTo: string; linkId: string }>> => {
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
      const carried = link.moved as unknown as WithIt; // written by linkReferral only
      // Since, that record may have been linked on, and this referral carried with it.
      const linkedTo = carried.to ?? link.personId;
      // Asked of nobody any more; what else is to be done about the referral goes back with it, as does what was written since.
      await tables
        .updateTable('task')
        .set({ doneAt: context.now })
        .where('personId', '=', linkedTo)
        .where('kind', '=', checkTask)
        .where('createdAt', '=', link.createdAt)
        .where('doneAt', 'is', null)
        .execute();
      const back = { referralId: referral.id, from: link.personId, to: link.fromPersonId };
      await traced(tables, { role: moversOf(context)[0] ?? '', reason: 'The two records are not of one person.' });
      await moveTasks(tables, back, carried.task);
      const { sharingChoice } = await move(tables, back);
      await bringBackAlong(tables, { links: carried.along ?? [], from: link.personId, to: link.fromPersonId });
      await standAgain(tables, { ended: carried.endedChoice ?? [], moved: sharingChoice, since: link.createdAt });
      if (carried.wishesBefore) await giveBackWishes(tables, linkedTo, carried.wishesBefore);
      for (const personId of new Set([linkedTo, link.personId]))
        await doubtWhatWasAdded(context, tables, { personId, since: link.createdAt, number: referral.number });
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
      await endAccessBy(tables, { ids: link.granted, personId: link.personId, referralId: referral.id, now: context.now });
      await tables
        .updateTable('identityLink')
        .set({ undoneAt: context.now, undoneBy: context.visitor?.accountId ?? null })
        .where('id', '=', link.id)
        .execute();
      for (const personId of new Set([linkedTo, link.personId])) await holdForOthers(context, tables, personId, carried.endedChoice ?? []);
      return success({ personId: link.fromPersonId, linkedTo, linkId: link.id });
    },
  );
  if (!restored.ok) return restored;
  await takeBackRestriction(context, restored.value.linkedTo, restored.value.linkId);
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

/** Kept in the trace of a link beside the rows that moved; links made before these were kept have none. */
interface WithIt {
  readonly task?: readonly string[];
  readonly endedChoice?: readonly string[];
  readonly wishesBefore?: Wishes | null;
  /** The record it was linked to. */
  readonly to?: string;
  /** Links into the record that was linked, which were carried with it. */
  readonly along?: readonly string[];
}

/** What was given with the link, and what was carried on because of the referral since. */
async function endAccessBy(
  tables: Tables,
  {
    ids,
    personId,
    referralId,
    now,
  }: { readonly ids: readonly string[]; readonly personId: string; readonly referralId: string; readonly now: Date },
): Promise<void> {
  await tables
    .updateTable('access')
    .set({ endsAt: now })
    .where('endsAt', 'is', null)
    .where((where) =>
      where.or([
        ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
        where.and([where('personId', '=', personId), where('sourceId', '=', referralId)]),
      ]),
    )
    .execute();
}

/** A number written down while the two were one may be somebody else’s: nothing goes there until whoever stays was asked. */
async function doubtWhatWasAdded(
  context: Context,
  tables: Tables,
  { personId, since, number }: { readonly personId: string; readonly since: Date; readonly number: number },
): Promise<void> {
  const doubted = await tables
    .updateTable('contactPoint')
    .set({ doubtedAt: context.now })
    .where('personId', '=', personId)
    .where('createdAt', '>', since)
    .where('replacedAt', 'is', null)
    .where('doubtedAt', 'is', null)
    .returning('id')
    .execute();
  if (doubted.length === 0) return;
  const by = context.visitor?.accountId ?? null;
  await raiseTaskIn(
    tables,
    {
      personId,
      kind: 'contact.doubted',
      words: `Referral ${number} was of somebody else. Ask which ways to reach this person are theirs. Nothing goes to the newer ones until then.`,
      leadsTo: `/people/${personId}/contact`,
    },
    { id: context.identify(), now: context.now, by },
  );
}
