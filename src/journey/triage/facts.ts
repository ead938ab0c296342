// From what somebody told us to the facts that rules read: one table, one walk. What was not asked or not answered stays missing, never a guess.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import type { AnswerRow, ReferralRow } from './store.ts';

type Asked = Pick<AnswerRow, 'question' | 'status' | 'words' | 'codes'>;
type About = Pick<ReferralRow, 'door' | 'kind' | 'born' | 'area' | 'noFixedAbode' | 'interpreter' | 'urgencyAsked'>;

const answered = (answers: readonly Asked[], question: string): Asked | undefined =>
  answers.find((one) => one.question === question && one.status === 'answered');

/** An answer of the safety questions that a slower response must be countersigned for. Named answers, never a total. */
export const hasSafetyConcern = (answers: readonly Asked[]): boolean =>
  answers.some(
    (one) =>
      one.status === 'answered' &&
      ((one.question === 'safe_now' && one.codes.some((code) => code === 'no' || code === 'not_sure')) || one.question === 'safety_facts'),
  );

/** Whole years on a day; undefined when the year or the day of birth is not known well enough to say. */
export function ageOn(born: string | null, today: LocalDate): number | undefined {
  if (!born) return undefined;
  const earliest = born.length === 4 ? `${born}-01-01` : born.length === 7 ? `${born}-01` : born;
  const latest = born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-28` : born;
  const age = (from: string): number => Number(today.slice(0, 4)) - Number(from.slice(0, 4)) - (today.slice(5) < from.slice(5) ? 1 : 0);
  return daysBetween(latest, today) < 0 ? undefined : age(earliest) === age(latest) ? age(earliest) : undefined;
}

export function factsOf(referral: About, answers: readonly Asked[], today: LocalDate): Facts {
  const codes = (question: string): readonly string[] | undefined => answered(answers, question)?.codes;
  const one = (question: string): string | undefined => codes(question)?.[0];
  const asFacts = Object.fromEntries(
    answers
      .filter((answer) => answer.status === 'answered' && answer.codes.length > 0)
      .map((answer) => [answer.question, answer.codes.length === 1 ? answer.codes[0] : answer.codes]),
  );
  return {
    ...asFacts,
    safe_now: one('safe_now'),
    age: ageOn(referral.born, today),
    area: referral.area || undefined,
    door: referral.door,
    urgency_asked: referral.urgencyAsked ?? undefined,
    interpreter: referral.interpreter ? 'yes' : undefined,
  };
}
