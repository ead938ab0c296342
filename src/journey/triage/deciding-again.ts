// A decision made again (4.2: communicated to superseded): its offers come back, and whatever is decided next takes its place. The old one stays to be read.
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { referralLifecycle } from '../front-door/model.ts';
import { backToTriage } from './handing-over.ts';
import { decisionLifecycle, offerLifecycle } from './model.ts';
import { type DecisionRow, decisionsOf, moveDecision } from './store-decision.ts';
import { offersOfDecision } from './store-offer.ts';
import { findReferral } from './store-referral.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/**
 * Takes back what the teams were asked and have not answered, so that the referral can be decided again. Nobody is told before the new decision is made. Once
 * a team has said yes, the referral is theirs and this is refused.
 */
export async function decideAgain(
  context: SignedIn,
  given: { readonly referralId: string; readonly version: number; readonly because: string },
): Promise<Result<{ personId: string }>> {
  const referral = await findReferral(context.tables, given.referralId);
  if (!referral) return failure(notFound);
  context.touch(referral.personId);
  const by = moversOf(context);
  const reason = given.because.trim();
  const allowed = permit(referralLifecycle, { from: referral.state, to: 'in_triage', by, reason });
  if (!allowed.ok) return allowed;
  const [old] = await decisionsOf(context.tables, referral.id);
  if (referral.version !== given.version || referral.state !== 'decided' || old?.state !== 'communicated') return failure(overtaken);
  const superseding = permit(decisionLifecycle, { from: old.state, to: 'superseded', by, reason });
  if (!superseding.ok) return superseding;
  const asked = (await offersOfDecision(context.tables, old.id)).filter(({ state }) => state === 'sent');
  if (asked.length === 0) return failure(overtaken);
  for (const offer of asked) {
    const returning = permit(offerLifecycle, { from: offer.state, to: 'returned', by, reason });
    if (!returning.ok) return returning;
    const back = await backToTriage(context, offer, reason);
    if (!back.ok) return back;
  }
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.decided_again',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { by: context.visitor.name },
  });
  return success({ personId: referral.personId });
}

/** What was told before and still stands, the newest first; not the decision that is `except`. */
export const toldBefore = async (tables: Tables, referralId: string, except = ''): Promise<readonly DecisionRow[]> =>
  (await decisionsOf(tables, referralId)).filter(({ id, state }) => state === 'communicated' && id !== except);

/** The new decision takes the place of whatever was told before. */
export async function supersede(context: SignedIn, old: readonly DecisionRow[], by: Pick<DecisionRow, 'firstStep'>): Promise<Result<null>> {
  for (const decision of old) {
    const reason = `Decided again: ${by.firstStep}.`;
    const allowed = permit(decisionLifecycle, { from: decision.state, to: 'superseded', by: moversOf(context), reason });
    if (!allowed.ok) return allowed;
    await traced(context.tables, { role: roleOf(context), reason, ruleVersion: decision.ruleVersion });
    if (!(await moveDecision(context.tables, decision, 'superseded'))) return failure(overtaken);
  }
  return success(null);
}
