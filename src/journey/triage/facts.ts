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

/** Answers of the forms that mean a fact of the rules: question, code, fact and its value. Codes of the same name pass as they are. */
const meanings: readonly { readonly question: string; readonly code: string; readonly fact: string; readonly value: string }[] = [
  { question: 'unsafe_because', code: 'ending_life', fact: 'thoughts_of_ending_life', value: 'yes' },
  { question: 'unsafe_because', code: 'hurting_myself', fact: 'self_harm', value: 'yes' },
  { question: 'unsafe_because', code: 'someone_else', fact: 'unsafe_at_home', value: 'yes' },
  { question: 'unsafe_because', code: 'nowhere_safe', fact: 'unsafe_at_home', value: 'yes' },
  { question: 'coming', code: 'anxious', fact: 'anxious_about_coming', value: 'yes' },
  { question: 'coming', code: 'leaving_home', fact: 'anxious_about_coming', value: 'yes' },
  { question: 'coming', code: 'not_sure', fact: 'not_sure_i_want_to', value: 'yes' },
  { question: 'coming', code: 'been_let_down', fact: 'not_sure_i_want_to', value: 'not_sure' },
];

/** What somebody ticked as being about, in the words of what would help. */
const wants: Readonly<Record<string, string>> = {
  feelings: 'talk',
  loss: 'talk',
  sleep: 'sleep',
  home: 'housing',
  money: 'money',
  work: 'work',
  relationships: 'relationships',
};

const urgency: Readonly<Record<string, string>> = { today: 'today', three_days: 'days', four_weeks: 'weeks', no_date: 'not_urgent' };

export function factsOf(referral: About, answers: readonly Asked[], today: LocalDate): Facts {
  const facts: Record<string, unknown> = {};
  for (const { question, status, codes } of answers) {
    if (status === 'declined' && question === 'safe_now') facts.safe_now = 'not_said';
    if (status !== 'answered' || codes.length === 0) continue;
    facts[question] = codes.length === 1 ? codes[0] : codes;
  }
  for (const { question, code, fact, value } of meanings) if (answered(answers, question)?.codes.includes(code)) facts[fact] = value;
  const wanted = (answered(answers, 'about')?.codes ?? []).flatMap((code) => wants[code] ?? []);
  if (answered(answers, 'rather_talk')) wanted.push('talk');
  if (wanted.length > 0) facts.wants = [...new Set(wanted)];
  return {
    ...facts,
    age: ageOn(referral.born, today),
    area: referral.area.trim().toLowerCase() || undefined,
    door: referral.door,
    urgency_asked: referral.urgencyAsked === null ? undefined : urgency[referral.urgencyAsked],
    interpreter_needed: referral.interpreter ? 'yes' : undefined,
  };
}
