// Reading a referral: what somebody told us, what the rules suggest today, and that it is being read.

import { placeWithRules } from '../../place/rules/agreed.ts';
import { linesOf } from '../../place/rules/versions.ts';
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { rulesInForce } from '../../platform/blueprint/in-force.ts';
import { localDate } from '../../platform/clock.ts';
import { evaluate } from '../../platform/decisions/evaluate.ts';
import type { Evaluation, Facts } from '../../platform/decisions/evaluation.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { referralLifecycle } from '../front-door/model.ts';
import { ageOn, factsOf, hasSafetyConcern } from './facts.ts';
import type { FirstStep, Suggestion } from './model.ts';
import { type AnswerRow, answersOf, findReferral, moveReferral, type ReferralRow } from './store-referral.ts';
import { alternatives, responsesOf, suggest, suggestionRules, withKnownArea } from './suggest.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** The service that the holding team triages for. */
export const serviceOf = (context: SignedIn, teamId: string): string =>
  [...context.place.teams.values()].find((team) => team.id === teamId)?.serviceCode ?? '';

export interface Considered {
  readonly referral: ReferralRow;
  readonly answers: readonly AnswerRow[];
  /** What rules may read of it. */
  readonly facts: Facts;
  readonly suggestion: Suggestion;
  readonly alternatives: readonly FirstStep[];
  readonly responses: readonly { readonly code: string; readonly words: string }[];
  /** The table behind the suggestion, in the version used. */
  readonly rules: ServiceRules | null;
  /** What the other tables of the same service say, each in the version that held on the day of the referral. */
  readonly others: readonly { readonly rules: ServiceRules; readonly evaluation: Evaluation }[];
}

/** A referral with what the rules say of it today; null when there is none that the visitor may see. `known` is the same, read in this request and not moved since. */
export async function consider(context: SignedIn, referralId: string, known?: ReferralRow): Promise<Considered | null> {
  const referral = known ?? (await findReferral(context.tables, referralId));
  if (!referral) return null;
  context.touch(referral.personId);
  const answers = await answersOf(context.tables, referralId);
  const place = await placeWithRules(context);
  const service = serviceOf(context, referral.teamId);
  const today = localDate(context.now);
  const received = localDate(referral.receivedAt);
  const facts = { ...factsOf(referral, answers, today), age_at_referral: ageOn(referral.born, received) };
  const suggestion = suggest(place, service, facts, today, hasSafetyConcern(answers));
  const rules = suggestionRules(place, service, today) ?? null;
  return {
    referral,
    answers,
    facts,
    suggestion,
    alternatives: alternatives(place, service, suggestion, today),
    responses: responsesOf(place, rules ?? undefined),
    rules,
    others: linesOf(place.rules)
      .filter(({ purpose }) => purpose !== 'suggestion')
      .flatMap((line) => rulesInForce(place.rules, line, received) ?? [])
      .filter(({ blueprint }) => blueprint === rules?.blueprint)
      .map((one) => ({ rules: one, evaluation: evaluate(one.table, withKnownArea(place, one, facts)) })),
  };
}

/** Somebody reads it: the person's page says who. Doing it twice changes nothing. */
export async function beginReading(
  context: SignedIn,
  referral: Pick<ReferralRow, 'id' | 'personId' | 'state' | 'version'>,
): Promise<Result<{ version: number }>> {
  if (referral.state !== 'submitted') return success({ version: referral.version });
  const allowed = permit(referralLifecycle, { from: 'submitted', to: 'in_triage', by: moversOf(context) });
  if (!allowed.ok) return success({ version: referral.version });
  await traced(context.tables, { role: roleOf(context) });
  if (!(await moveReferral(context.tables, referral, 'in_triage', { readerId: context.visitor.accountId }))) return failure(overtaken);
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.being_read',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { reader: context.visitor.name },
  });
  return success({ version: referral.version + 1 });
}
