// The shape of a question as data: where its answer belongs, how it is asked, and whether it may be skipped. Its words are in the texts, by code and language.
import type { Category } from '../../platform/events.ts';

/** Where an answer is kept on the referral. */
export type AnswerCategory = Category;

/**
 * How it is asked. `words` is a paragraph, `line` one line; `one` and `many` are choices; `list` is a choice from a long list;
 * `day` is a date in three fields; `tick` a single yes; `ticks` several, each kept as an answer of its own so that rules can read it;
 * `large` is one of a few answers, each a button that also goes on.
 */
export type Control = 'words' | 'line' | 'phone' | 'email' | 'postcode' | 'day' | 'one' | 'many' | 'list' | 'tick' | 'ticks' | 'large';

export interface Question {
  readonly code: string;
  /** `person` goes to the person’s own record (who they are, how to reach them); the rest to the referral’s answers. */
  readonly keptIn: 'answer' | 'person' | 'referrer';
  readonly category: AnswerCategory;
  readonly control: Control;
  readonly codes?: readonly string[];
  /** Most characters. */
  readonly most?: number;
  /** Never offered by the browser of whoever uses the phone next. */
  readonly private?: boolean;
  readonly autocomplete?: string;
}

export interface QuestionPage<Q extends Question = Question> {
  /** The address’s last part: bland. */
  readonly key: string;
  readonly questions: readonly Q[];
}

/** Names of its inputs. */
export function fieldsOf(question: Question): readonly string[] {
  switch (question.control) {
    case 'day':
      return ['day', 'month', 'year'].map((part) => `${question.code}-${part}`);
    case 'ticks':
      return question.codes ?? [];
    default:
      return [question.code];
  }
}
