// A decision that an agreed rule makes by itself: nobody reads before it, because the rule leaves nothing to choose. Whatever else comes of a referral waits for a clinician.
import { traced } from '../../platform/lifecycle.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { consider } from './considering.ts';
import { decide } from './deciding.ts';
import { moveReferral } from './store-referral.ts';

/**
 * Offers the one service where the rules in force suggest exactly that; whoever asks owns it until somebody says yes. False where they suggest anything else,
 * or cannot be read: the referral then stays in the queue as it is.
 */
export const decideByRule = (context: SignedIn, referralId: string, serviceCode: string): Promise<boolean> =>
  context.asWorker('decide by an agreed rule', async (tables) => {
    const asked = { ...context, tables };
    const considered = await consider(asked, referralId);
    const [step, another] = considered?.suggestion.steps ?? [];
    // What makes coming possible is chosen with the person, by somebody who reads.
    if (
      !considered ||
      !step ||
      another ||
      step.gapGroup !== null ||
      step.serviceCode !== serviceCode ||
      considered.referral.state !== 'submitted'
    )
      return false;
    const { referral, suggestion } = considered;
    await traced(tables, { role: 'SYS', reason: step.reason, ruleVersion: suggestion.version });
    if (!(await moveReferral(tables, referral, 'in_triage'))) return false;
    const decided = await decide(asked, {
      referralId,
      version: referral.version + 1,
      steps: [step.id],
      responseCode: step.responseCode,
      reason: '',
      personsView: '',
      coming: { offered: [], notOfferedBecause: '' },
    });
    if (!decided.ok) throw new Error(`A rule suggested what could not be decided: ${decided.problem.title}`);
    return decided.value.outcome === 'communicated';
  });
