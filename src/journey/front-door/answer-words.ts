// What somebody answered, as staff read it: the question in short words and the choices in theirs. For every room that shows a referral.
import { professionalWords } from './professional-texts.ts';
import { selfQuestion } from './questions.ts';
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

/** Questions whose choices are kept each by its own name, so that rules can read them. */
const lists = ['coming', 'unsafe_because'] as const;
const listOfChoice: ReadonlyMap<string, string> = new Map(
  lists.flatMap((list) => (selfQuestion(list).codes ?? []).map((code) => [code, list] as const)),
);

/**
 * Answers as they were asked: the choices of a list stand together under its question, where the first of them stood, and what is kept twice stands once.
 */
export function asAsked<A extends GivenAnswer>(answers: readonly A[]): A[] {
  const gathered: A[] = [];
  for (const answer of answers) {
    const list = answer.status === 'answered' && answer.codes.includes('yes') ? listOfChoice.get(answer.question) : undefined;
    const at = gathered.findIndex(({ question, saidBy }) => question === list && saidBy === answer.saidBy);
    const begun = gathered[at];
    if (list && begun) gathered[at] = { ...begun, status: 'answered', codes: [...begun.codes, answer.question] };
    else if (list) gathered.push({ ...answer, question: list, codes: [answer.question] });
    else if (!saidAlready(answer, answers)) gathered.push(answer);
  }
  return gathered;
}

/** What somebody ticked it is about is kept again for rules, under its own name. */
const saidAlready = ({ question, codes, words }: GivenAnswer, answers: readonly GivenAnswer[]): boolean =>
  words === '' && codes.includes('yes') && answers.some((one) => one.question === 'about' && one.codes.includes(question));

/** Words added after sending are numbered in the order in which they came. */
export const isAdded = ({ question }: Pick<GivenAnswer, 'question'>): boolean => /^added_\d+$/.test(question);

/** 'What has been hard' */
export function questionWords({ question, saidBy }: Pick<GivenAnswer, 'question' | 'saidBy'>): string {
  const wording = (saidBy === 'referrer' ? askedOfProfessionals : asked)[isAdded({ question }) ? 'added' : question];
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
