// The receiving team’s answer to an offer: a named worker says yes, or gives it back with a reason and no blame.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { dueAt } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../../trust/access/actions.ts';
import { giveTo } from '../coming/actions.ts';
import { tellPerson, tellReferrer } from '../people/actions.ts';
import { type OfferForTeam, offerLifecycle } from './model.ts';
import { answered, findOffer, moveOffer } from './store-offer.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** A named worker says yes for their team. From now on the referral is theirs; the person and the referrer are told who. */
export async function acceptOffer(
  context: SignedIn,
  given: { readonly offerId: string; readonly version: number },
): Promise<Result<{ referralId: string; personId: string; serviceCode: string; teamId: string }>> {
  const offer = await findOffer(context.tables, given.offerId);
  if (!offer) return failure(notFound);
  context.touch(offer.personId);
  const allowed = permit(offerLifecycle, { from: offer.state, to: 'accepted', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context) });
  if (
    !(await moveOffer(context.tables, { id: offer.id, version: given.version }, 'accepted', {
      acceptedBy: context.visitor.accountId,
      acceptedAt: context.now,
    }))
  )
    return failure(overtaken);
  await grantAccess(context, {
    personId: offer.personId,
    teamId: offer.teamId,
    relationship: 'serves',
    source: { kind: 'offer', id: offer.id },
  });
  await context.asWorker('hand over', async (tables) => {
    await giveTo(tables, offer.referralId, context.visitor.accountId);
    await traced(tables, { role: roleOf(context), reason: `${context.visitor.name} accepted.` });
    await answered(tables, offer, { state: 'handed_over' }, { stoppedAt: context.now, stoppedBecause: 'accepted' });
  });
  const respondBy = await respondByOf(context, offer.referralId);
  const facts = {
    worker: firstName(context.visitor.name),
    team: offer.teamName,
    service: offer.what,
    ...(respondBy ? { day: saidDay(respondBy) } : {}),
  };
  await record(context, {
    personId: offer.personId,
    category: 'contact',
    kind: 'offer.accepted',
    subjectKind: 'offer',
    subjectId: offer.id,
    data: { worker: context.visitor.name, team: offer.teamName },
  });
  await tellPerson(context, {
    personId: offer.personId,
    purpose: 'offer_accepted',
    facts,
    workerId: context.visitor.accountId,
    subject: { kind: 'offer', id: offer.id },
  });
  await tellReferrer(context, { referralId: offer.referralId, purpose: 'referrer_accepted', facts });
  return success({ referralId: offer.referralId, personId: offer.personId, serviceCode: offer.serviceCode, teamId: offer.teamId });
}

/** The promised day of the latest decision, for telling people when they hear from us. */
async function respondByOf(context: SignedIn, referralId: string): Promise<Date | null> {
  const clock = await context.asWorker('read the promise', (tables) =>
    tables
      .selectFrom('clock')
      .select('dueAt')
      .where('subjectId', '=', referralId)
      .where('kind', '=', 'RESPONSE')
      .orderBy('startedAt', 'desc')
      .executeTakeFirst(),
  );
  return clock?.dueAt ?? null;
}

/** Not the best fit, with a reason and no blame: the referral goes back to whoever sent it, who still owns it. Nobody starts again. */
export async function returnOffer(
  context: SignedIn,
  given: { readonly offerId: string; readonly version: number; readonly reason: string },
): Promise<Result<{ personId: string }>> {
  const offer = await findOffer(context.tables, given.offerId);
  if (!offer) return failure(notFound);
  context.touch(offer.personId);
  const allowed = permit(offerLifecycle, { from: offer.state, to: 'returned', by: moversOf(context), reason: given.reason });
  if (!allowed.ok) return allowed;
  const back = await backToTriage(context, { ...offer, version: given.version }, given.reason);
  if (!back.ok) return back;
  await record(context, {
    personId: offer.personId,
    category: 'contact',
    kind: 'offer.returned',
    subjectKind: 'offer',
    subjectId: offer.id,
    data: { team: offer.teamName },
  });
  return success({ personId: offer.personId });
}

/** The offer no longer waits for its team, whose access ends; its referral waits for a decision again, with one clock. */
export async function backToTriage(
  context: SignedIn,
  offer: Pick<OfferForTeam, 'id' | 'version' | 'personId' | 'referralId'>,
  reason: string,
): Promise<Result<null>> {
  await traced(context.tables, { role: roleOf(context), reason });
  const moved = await context.asWorker('give an offer back', async (tables) => {
    await traced(tables, { role: roleOf(context), reason });
    return moveOffer(tables, offer, 'returned', { returnedBecause: reason });
  });
  if (!moved) return failure(overtaken);
  const target = byCode(context.place.blueprint.clocks, 'TRIAGE')?.target;
  const decideBy = (target && dueAt(target, context.now)) || new Date(context.now.getTime() + 24 * 3_600_000);
  await context.asWorker('take it back to triage', async (tables) => {
    await traced(tables, { role: roleOf(context), reason });
    await answered(tables, offer, { state: 'in_triage', decideBy }, { stoppedAt: context.now, stoppedBecause: 'given back' });
    const running = await tables
      .selectFrom('clock')
      .select('id')
      .where('subjectId', '=', offer.referralId)
      .where('kind', '=', 'TRIAGE')
      .where('stoppedAt', 'is', null)
      .executeTakeFirst();
    if (running) return;
    await tables
      .insertInto('clock')
      .values({
        id: context.identify(),
        kind: 'TRIAGE',
        personId: offer.personId,
        subjectKind: 'referral',
        subjectId: offer.referralId,
        startedAt: context.now,
        dueAt: decideBy,
        createdAt: context.now,
        createdBy: context.visitor.accountId,
      })
      .execute();
  });
  await endAccess(context, offer.id);
  return success(null);
}
