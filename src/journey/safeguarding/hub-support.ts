// Offers the community hub’s support to somebody who waits for the safeguarding hub: a referral like any other, decided by the rule the place agreed for such.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { submitReferral } from '../front-door/actions.ts';
import { decideByRule } from '../triage/actions.ts';
import { hubOf, readConcern } from './concern.ts';
import { type WholeConcern, withHub } from './model.ts';
import { changeConcern } from './store.ts';

const already: Problem = {
  status: 409,
  title: 'The hub’s support was offered already',
  detail: 'Here is how it is now. Nothing else was changed.',
};
const notWaiting: Problem = {
  status: 409,
  title: 'It does not wait with the safeguarding hub',
  detail: 'The hub’s support is offered while somebody waits there.',
};
const notTold: Problem = {
  status: 409,
  title: 'Tell them first',
  detail:
    'They do not know of this concern, and an offer would tell them. When it is safe, write down that they were told, then offer support.',
};

/** The service that can be offered while somebody waits; null where the place has none. */
export const supportOf = (context: SignedIn): string | null => {
  const code = hubOf(context)?.supportedBy;
  return (code && byCode(context.place.blueprint.services, code)?.name) || null;
};

/** Why it cannot be offered about this concern now; null where it can. */
export const supportHindrance = ({ hubReferralId, state, told }: Pick<WholeConcern, 'hubReferralId' | 'state' | 'told'>): Problem | null =>
  hubReferralId ? already : !withHub.has(state) ? notWaiting : told !== 'told' ? notTold : null;

/**
 * The visitor owns the offer until a named worker of the hub says yes. `offered` is false where the rules suggest something else: a clinician of first contact
 * then decides, and it waits in that queue. Touches the person.
 */
export async function offerSupport(
  context: SignedIn,
  at: { readonly id: string; readonly version: number; readonly wants: string },
): Promise<Result<{ readonly concern: WholeConcern; readonly offered: boolean }>> {
  const concern = await readConcern(context, at.id);
  const service = hubOf(context)?.supportedBy;
  if (!concern || !service) return failure(notFound);
  const hindrance = supportHindrance(concern);
  if (hindrance) return failure(hindrance);
  const { visitor } = context;
  const rule = context.place.blueprint.rules.find(
    ({ purpose, table }) => purpose === 'suggestion' && table.rules.some(({ outputs }) => outputs.offer === service),
  );
  const { referralId } = await submitReferral(
    context,
    {
      // The door is seen by everybody who may read how to reach them, and tells them nothing.
      door: 'partner',
      kind: 'professional',
      language: 'en',
      person: {},
      ...(rule ? { service: rule.service } : {}),
      answers: [
        { question: 'from_mash', category: 'safety', status: 'answered', words: '', codes: ['yes'] },
        ...(at.wants ? [{ question: 'wants', category: 'story', status: 'answered', words: at.wants, codes: [] } as const] : []),
      ],
      referrer: { name: visitor.name, job: '', organisation: '', phone: '', email: '' },
      agreement: 'agreed',
    },
    concern.personId,
  );
  const offered = await decideByRule(context, referralId, service);
  const kept = await context.asWorker('keep that support was offered', (tables) =>
    changeConcern(tables, at, { hubReferralId: referralId }),
  );
  return kept ? success({ concern, offered }) : failure(overtaken);
}
