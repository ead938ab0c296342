// What is asked of somebody who wants advice: the part of a referral that names nobody, so that it becomes one without being typed again. Pure.
import type { LocalDate } from '../../../platform/clock.ts';
import type { Fault } from '../../../platform/problem.ts';
import { readNhsNumber } from '../../people/nhs-number.ts';
import { plainFigures } from '../../people/typed-date.ts';
import { professionalFaults } from '../professional-answers.ts';
import { type ProfessionalCode, professionalQuestion } from '../professional-questions.ts';
import { professionalWords } from '../professional-texts.ts';
import type { Question } from '../question.ts';
import { longest } from '../questions.ts';
import { type Fields, isTicked, lineOf } from '../reading.ts';
import type { AskedWords } from '../texts.ts';
import type { Advice, NewAdvice } from './model.ts';
import { askingFaults, askingWords } from './texts.ts';

/** The page’s sections, in order. */
export const askingSections = {
  question: ['why_now'],
  safety: ['safety_facts', 'safety_none_known'],
  others: ['tried'],
  you: ['referrer_name', 'referrer_job', 'referrer_organisation', 'setting', 'referrer_phone', 'referrer_email'],
} as const satisfies Readonly<Record<string, readonly ProfessionalCode[]>>;
export type AskingSection = keyof typeof askingSections;
type AskedCode = (typeof askingSections)[AskingSection][number];

const codes: readonly AskedCode[] = Object.values(askingSections).flat();
export const askedForAdvice: readonly Question[] = codes.map(professionalQuestion);

export const wordsOf = (code: AskedCode): AskedWords => askingWords[code] ?? professionalWords[code];

/** Ten figures together that are an NHS number: it names somebody. */
const holdsNhsNumber = (words: string): boolean =>
  (plainFigures(words).match(/\d[\d -]{8,14}\d/g) ?? []).some((figures) => readNhsNumber(figures).ok);

/** Every fault at once, in the order of the page. */
export function adviceFaults(fields: Fields, today: LocalDate, signedIn: boolean): Fault[] {
  const found = professionalFaults(fields, today, signedIn, askedForAdvice).map((fault) =>
    fault.field === 'why_now' && lineOf(fields, 'why_now') === '' ? { ...fault, message: askingFaults.needQuestion } : fault,
  );
  const named = (['why_now', 'safety_facts', 'tried'] as const).filter(
    (code) => holdsNhsNumber(lineOf(fields, code)) && !found.some(({ field }) => field === code),
  );
  return [...named.map((field) => ({ field, message: askingFaults.namesSomebody })), ...found];
}

export const adviceFrom = (fields: Fields, accountId: string | null): NewAdvice => ({
  door: lineOf(fields, 'setting') || 'professional',
  asker: {
    name: lineOf(fields, 'referrer_name'),
    job: lineOf(fields, 'referrer_job'),
    organisation: lineOf(fields, 'referrer_organisation'),
    phone: plainFigures(lineOf(fields, 'referrer_phone')),
    email: lineOf(fields, 'referrer_email'),
    accountId,
  },
  question: lineOf(fields, 'why_now'),
  safety: isTicked(fields, 'safety_none_known') && lineOf(fields, 'safety_facts') === '' ? '' : lineOf(fields, 'safety_facts'),
  tried: lineOf(fields, 'tried'),
});

/** The same question as a referral begins with it: nothing is typed again, and the advice is among what was tried. */
export function asReferral(advice: Advice): Fields {
  const given = advice.answer ? askingWords.given(advice.answererName ?? advice.teamName, advice.answer) : '';
  const tried = [advice.tried, given].filter(Boolean).join('\n\n');
  return {
    why_now: advice.question,
    safety_facts: advice.safety,
    ...(advice.safety === '' ? { safety_none_known: 'yes' } : {}),
    tried: [...tried].length > longest ? advice.tried : tried,
    setting: advice.door,
    referrer_name: advice.askerName,
    referrer_job: advice.askerJob,
    referrer_organisation: advice.askerOrganisation,
    referrer_phone: advice.askerPhone,
    referrer_email: advice.askerEmail,
  };
}
