// What a second clinician does with a decision that waits for one: agrees, or gives it back with a comment.
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { communicate } from './deciding.ts';
import { decisionLifecycle } from './model.ts';
import { findDecision, moveDecision } from './store-decision.ts';
import { findReferral } from './store-referral.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** The second clinician agrees: the decision goes out. Never the author. */
export async function countersign(
  context: SignedIn,
  given: { readonly decisionId: string; readonly version: number; readonly comment: string },
): Promise<Result<{ personId: string; told: 'message' | 'task' }>> {
  const decision = await findDecision(context.tables, given.decisionId);
  if (!decision) return failure(notFound);
  context.touch(decision.personId);
  if (decision.draftedBy === context.visitor.accountId)
    return failure({
      status: 403,
      title: 'A second clinician must agree',
      detail: 'You wrote this decision. Ask a senior colleague to read it.',
    });
  const allowed = permit(decisionLifecycle, { from: decision.state, to: 'confirmed', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: given.comment, ruleVersion: decision.ruleVersion });
  const moved = await moveDecision(context.tables, { id: decision.id, version: given.version }, 'confirmed', {
    confirmedAt: context.now,
    countersignedBy: context.visitor.accountId,
    countersignComment: given.comment,
  });
  if (!moved) return failure(overtaken);
  const referral = await findReferral(context.tables, decision.referralId);
  if (!referral) return failure(notFound);
  const told = await communicate(context, { id: decision.id, version: given.version + 1 }, referral, referral.version);
  return told.ok ? success({ personId: decision.personId, told: told.value }) : told;
}

/** The second clinician would do otherwise: it goes back to its author with the comment. */
export async function returnDecision(
  context: SignedIn,
  given: { readonly decisionId: string; readonly version: number; readonly comment: string },
): Promise<Result<{ personId: string }>> {
  const decision = await findDecision(context.tables, given.decisionId);
  if (!decision) return failure(notFound);
  context.touch(decision.personId);
  const allowed = permit(decisionLifecycle, { from: decision.state, to: 'drafted', by: moversOf(context), reason: given.comment });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: given.comment });
  const moved = await moveDecision(context.tables, { id: decision.id, version: given.version }, 'drafted', {
    countersignComment: given.comment,
  });
  return moved ? success({ personId: decision.personId }) : failure(overtaken);
}
