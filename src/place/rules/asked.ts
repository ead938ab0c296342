// What the front door asks that a fact may be made from: questions with answers to choose from, in words, and by which of them nobody may be turned
// away. The questions themselves are the front door's. Pure.
import { answerWords, questionWords } from '../../journey/front-door/answer-words.ts';
import { professionalQuestions } from '../../journey/front-door/professional-questions.ts';
import type { Question } from '../../journey/front-door/question.ts';
import { selfQuestions } from '../../journey/front-door/questions.ts';
import type { GroundRefused } from '../../platform/decisions/sounds-like.ts';
import type { Input } from '../../platform/decisions/table.ts';

export interface AskedAnswer {
  readonly code: string;
  readonly words: string;
  readonly about?: GroundRefused | undefined;
}

export interface AskedQuestion {
  readonly code: string;
  readonly words: string;
  readonly category: Input['category'];
  readonly answers: readonly AskedAnswer[];
}

/** By question, and answer where they differ. A fact made from one of these keeps its ground, whatever it is called. */
const grounds: Readonly<Record<string, GroundRefused | Readonly<Record<string, GroundRefused>>>> = {
  about: { feelings: 'severity', eating: 'diagnosis', home: 'housing', substances: 'substances', health: 'diagnosis' },
  coming: {
    anxious_about_coming: 'motivation',
    not_sure_i_want_to: 'motivation',
    leaving_home_hard: 'motivation',
    let_down_before: 'missed_visits',
  },
  unsafe_because: 'severity',
  safeguarding: 'severity',
};

const groundOf = (question: string, code: string): GroundRefused | undefined => {
  const of = grounds[question];
  return typeof of === 'string' ? of : of?.[code];
};

/** What somebody agreed to is obeyed, and decides nothing about them. */
const agreements: readonly string[] = ['share', 'agreement'];

const all: readonly Question[] = [...selfQuestions, ...professionalQuestions];

/** Questions whose answers are codes kept with the referral, each once; not those that a fact of the place already is. */
export const askedQuestions = (facts: readonly Input[]): readonly AskedQuestion[] =>
  all
    .filter(({ code, keptIn, codes }) => keptIn === 'answer' && codes && !agreements.includes(code))
    .filter(({ code }, at, those) => those.findIndex((one) => one.code === code) === at && !facts.some(({ name }) => name === code))
    .map(({ code: question, category, codes = [] }) => ({
      code: question,
      words: questionWords({ question, saidBy: 'person' }),
      category,
      answers: codes.map((code) => ({
        code,
        words: answerWords({ question, status: 'answered', words: '', codes: [code], saidBy: 'person' }) ?? code,
        about: groundOf(question, code),
      })),
    }));
