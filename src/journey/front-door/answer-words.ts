// What somebody answered, as staff read it: the question in short words and the choices in theirs. For every room that shows a referral.
import { professionalWords } from './professional-texts.ts';
import { type AskedWords, doorTexts } from './texts.ts';

const asked: Readonly<Record<string, AskedWords>> = { ...professionalWords, ...doorTexts('en').self.questions };
const askedOfProfessionals: Readonly<Record<string, AskedWords>> = { ...doorTexts('en').self.questions, ...professionalWords };

export interface GivenAnswer {
  readonly question: string;
  readonly status: string;
  readonly words: string;
  readonly codes: readonly string[];
  readonly saidBy: string;
}

/** 'What has been hard' */
export function questionWords({ question, saidBy }: Pick<GivenAnswer, 'question' | 'saidBy'>): string {
  const wording = (saidBy === 'referrer' ? askedOfProfessionals : asked)[question];
  return wording?.short ?? wording?.label ?? question;
}

/** The whole question as it was asked: 'What has been hard?' */
export const questionAsked = ({ question, saidBy }: Pick<GivenAnswer, 'question' | 'saidBy'>): string =>
  (saidBy === 'referrer' ? askedOfProfessionals : asked)[question]?.label ?? question;

/** The answer in words: what was written, or the choices; null when it was declined, not known or not asked. */
export function answerWords(answer: GivenAnswer): string | null {
  if (answer.status !== 'answered') return null;
  if (answer.words) return answer.words;
  const choices = (answer.saidBy === 'referrer' ? askedOfProfessionals : asked)[answer.question]?.choices;
  return answer.codes.map((code) => choices?.[code] ?? (code === 'yes' ? 'Yes' : code)).join('. ');
}
