// Reading a referral: what somebody told us, what the rules suggest today, and that it is being read.
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { referralLifecycle } from '../front-door/model.ts';
import { factsOf, hasSafetyConcern } from './facts.ts';
import type { FirstStep, Suggestion } from './model.ts';
import { type AnswerRow, answersOf, findReferral, moveReferral, type ReferralRow } from './store-referral.ts';
import { alternatives, responsesOf, suggest, suggestionRules } from './suggest.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** The service that the holding team triages for. */
export const serviceOf = (context: SignedIn, teamId: string): string =>
  [...context.place.teams.values()].find((team) => team.id === teamId)?.serviceCode ?? '';

export interface Considered {
  readonly referral: ReferralRow;
  readonly answers: readonly AnswerRow[];
  readonly suggestion: Suggestion;
  readonly alternatives: readonly FirstStep[];
  readonly responses: readonly { readonly code: string; readonly words: string }[];
}

/** A referral with what the rules say of it today; null when there is none that the visitor may see. */
export async function consider(context: SignedIn, referralId: string): Promise<Considered | null> {
  const referral = await findReferral(context.tables, referralId);
  if (!referral) return null;
  context.touch(referral.personId);
  const answers = await answersOf(context.tables, referralId);
  const place = context.place.blueprint;
  const service = serviceOf(context, referral.teamId);
  const today = localDate(context.now);
  const suggestion = suggest(place, service, factsOf(referral, answers, today), today, hasSafetyConcern(answers));
  return {
    referral,
    answers,
    suggestion,
    alternatives: alternatives(place, service, suggestion, today),
    responses: responsesOf(place, suggestionRules(place, service, today)),
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
