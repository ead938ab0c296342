// From what somebody told us to the facts that rules read: one table, one walk. What was not asked or not answered stays missing, never a guess.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import { selfQuestion } from '../front-door/questions.ts';
import type { AnswerRow, ReferralRow } from './store-referral.ts';

export type Asked = Pick<AnswerRow, 'question' | 'status' | 'words'> & { readonly codes: readonly string[] };
type About = Pick<ReferralRow, 'door' | 'kind' | 'born' | 'area' | 'noFixedAbode' | 'interpreter' | 'urgencyAsked'>;

const answered = (answers: readonly Asked[], question: string): Asked | undefined =>
  answers.find((one) => one.question === question && one.status === 'answered');

const heard = /^heard_\d+_(.+)$/;

/** What somebody told us after the form was sent is kept by its place and the fact it answers; the fact, or null for any other answer. */
export const factHeard = ({ question }: Pick<Asked, 'question'>): string | null => heard.exec(question)?.[1] ?? null;

export const heardName = (fact: string, position: number): string => `heard_${position}_${fact}`;

/** Answers by the names that rules read: of what was heard about a fact, the newest, after everything that the forms asked. */
export function byFact<A extends Asked>(answers: readonly A[]): A[] {
  const newest = new Map<string, A>();
  for (const answer of answers) {
    const fact = factHeard(answer);
    if (fact) newest.set(fact, { ...answer, question: fact });
  }
  return [...answers.filter((answer) => !factHeard(answer)), ...newest.values()];
}

/** What says that somebody may not be safe: the codes that do so, by fact; none where any answer does. The queue asks the database by the same table. */
export const saysUnsafe: Readonly<Record<string, readonly string[]>> = {
  safe_now: ['no', 'not_sure'],
  domestic_abuse: ['yes', 'not_sure'],
  safety_facts: [],
  unsafe_because: [],
  // What makes somebody feel unsafe is kept by its own name.
  ...Object.fromEntries((selfQuestion('unsafe_because').codes ?? []).map((code) => [code, ['yes']])),
};

const isUnsafe = ({ question, status, codes }: Asked): boolean => {
  const unsafe = status === 'answered' ? saysUnsafe[question] : undefined;
  return unsafe !== undefined && (unsafe.length === 0 || unsafe.some((code) => codes.includes(code)));
};

/** An answer of the safety questions that a slower response must be countersigned for. Named answers, never a total. */
export const hasSafetyConcern = (answers: readonly Asked[]): boolean => byFact(answers).some(isUnsafe);

/** Whole years on a day; undefined when the year or the day of birth is not known well enough to say. */
export function ageOn(born: string | null, today: LocalDate): number | undefined {
  if (!born) return undefined;
  const earliest = born.length === 4 ? `${born}-01-01` : born.length === 7 ? `${born}-01` : born;
  const latest = born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-28` : born;
  const age = (from: string): number => Number(today.slice(0, 4)) - Number(from.slice(0, 4)) - (today.slice(5) < from.slice(5) ? 1 : 0);
  return daysBetween(latest, today) < 0 ? undefined : age(earliest) === age(latest) ? age(earliest) : undefined;
}

/** Lists whose codes are facts of the rules themselves: choosing one says yes to it. */
const listsOfFacts = ['coming', 'unsafe_because'] as const;

/** Choices of those lists, kept there or by their own names, that say something near a fact: what they mean for the rules. */
const nearly: Readonly<Record<string, { readonly fact: string; readonly value: string }>> = {
  leaving_home_hard: { fact: 'anxious_about_coming', value: 'yes' },
  let_down_before: { fact: 'not_sure_i_want_to', value: 'not_sure' },
  nowhere_safe: { fact: 'unsafe_at_home', value: 'yes' },
};

/** What somebody ticked it is about, in the words of what would help; used where they did not say what would. */
const helps: Readonly<Record<string, string>> = {
  feelings: 'talk',
  loss: 'talk',
  sleep: 'sleep',
  home: 'housing',
  money: 'money',
  work: 'work',
  relationships: 'relationships',
};

/** Said in words under another name: that it was said is a fact, whatever the words are. */
const saidInWords: Readonly<Record<string, { readonly fact: string; readonly code: string }>> = {
  tried: { fact: 'already_tried', code: 'described' },
};

/** Kept under the name of a column, where a spreadsheet brought it. */
const columns: Readonly<Record<string, string>> = { 'Agencies involved': 'agencies_involved' };

/** What a rule reads of who somebody is and of how they came. It is put right on their record, never answered here. */
export const ofTheRecord = ['age', 'age_at_referral', 'area', 'door', 'urgency_asked', 'interpreter_needed'] as const;

export function factsOf(referral: About, given: readonly Asked[], today: LocalDate): Facts {
  const answers = byFact(given);
  const facts: Record<string, unknown> = {};
  for (const { question, status, codes } of answers) {
    if (status === 'declined' && question === 'safe_now') facts.safe_now = 'not_said';
    if (status !== 'answered') continue;
    const said = saidInWords[question];
    if (said) facts[said.fact] ??= said.code;
    if (codes.length === 0) continue;
    facts[columns[question] ?? question] = codes.length === 1 ? codes[0] : codes;
  }
  const chosen = listsOfFacts.flatMap((question) => answered(answers, question)?.codes ?? []);
  const named = answers.filter(({ question, status, codes }) => question in nearly && status === 'answered' && codes.includes('yes'));
  for (const code of [...chosen, ...named.map(({ question }) => question)])
    facts[nearly[code]?.fact ?? code] ??= nearly[code]?.value ?? 'yes';
  const about = answered(answers, 'about')?.codes ?? [];
  if (about.includes('eating')) facts.eating = 'yes';
  const wanted = answered(answers, 'wants')?.codes ?? about.flatMap((code) => helps[code] ?? []);
  if (answered(answers, 'rather_talk')) facts.wants = [...new Set([...wanted, 'talk'])];
  else if (wanted.length > 0) facts.wants = [...new Set(wanted)];
  if (wanted.includes('peer')) facts.asked_for_peer ??= 'yes';
  if (referral.door === 'mash') facts.from_mash ??= 'yes';
  if (referral.noFixedAbode) facts.homeless_now ??= 'yes';
  return {
    ...facts,
    age: ageOn(referral.born, today),
    area: referral.area.trim().toLowerCase() || undefined,
    door: referral.door,
    urgency_asked: referral.urgencyAsked ?? undefined,
    interpreter_needed: referral.interpreter ? 'yes' : undefined,
  };
}
