// What managers and commissioners learn from a consultation: the words people wrote, and once it has closed how many answered what.

import {
  countAnswers,
  countByGroup,
  findConsultation,
  publishedTexts,
  type Response,
  responses,
} from '../../place/developments/actions.ts';
import { type ConsultationStage, type Question, questionKey, stageOf } from '../../place/developments/model.ts';
import { localDate } from '../../platform/clock.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { type ConsultationCounts, countsOf } from './counting.ts';

export interface Said {
  readonly question: string;
  readonly words: string;
}

/** One set of answers: its words only. As whom they were given is not said: whoever counts the list would learn what a table hides. */
export interface ReadResponse {
  readonly id: string;
  readonly said: readonly Said[];
}

export interface ReadConsultation {
  readonly id: string;
  readonly title: string;
  readonly stage: ConsultationStage;
  readonly closesOn: string;
  readonly questions: readonly Question[];
  /** Null until it has closed: counts of two days could be subtracted. */
  readonly counts: ConsultationCounts | null;
}

/** A published consultation with its counts; null where there is none. */
export async function readConsultation(context: SignedIn, id: string): Promise<ReadConsultation | null> {
  const { tables } = context;
  const consultation = await findConsultation(tables, id);
  const [text] = await publishedTexts(tables, [id]);
  if (!consultation?.questions || !text) return null;
  const { questions, closesOn } = consultation;
  const stage = stageOf(consultation, localDate(context.now));
  const closed = stage === 'closed' || stage === 'heard';
  const chosen = questions.flatMap(({ choices }, at) => (choices.length > 0 ? [questionKey(at)] : []));
  const counts = closed ? countsOf(questions, await countByGroup(tables, id), await countAnswers(tables, id, chosen)) : null;
  return { id, title: text.title, stage, closesOn, questions, counts };
}

const readOne = (questions: readonly Question[], { id, answers }: Response): ReadResponse => ({
  id,
  said: questions.flatMap(({ text, choices }, at) => {
    const words = answers[questionKey(at)];
    return choices.length === 0 && words ? [{ question: text, words }] : [];
  }),
});

/** The words of answers, newest first. Which answer of a list somebody chose stands in the counts only. */
export async function readWords(
  context: SignedIn,
  { id, questions }: ReadConsultation,
  most: number,
  before?: string,
): Promise<readonly ReadResponse[]> {
  return (await responses(context.tables, id, most, before)).map((one) => readOne(questions, one));
}

const atOnce = 1000;

/** Every word that was written, by question, in the order of the alphabet: no row says which words came from one person. */
export async function allWords(context: SignedIn, consultation: ReadConsultation): Promise<readonly Said[]> {
  const all: Said[] = [];
  let before: string | undefined;
  for (;;) {
    const read = await readWords(context, consultation, atOnce, before);
    all.push(...read.flatMap(({ said }) => said));
    before = read.at(-1)?.id;
    if (read.length < atOnce) break;
  }
  const place = new Map(consultation.questions.map(({ text }, at) => [text, at]));
  return all.sort((a, b) => (place.get(a.question) ?? 0) - (place.get(b.question) ?? 0) || (a.words < b.words ? -1 : 1));
}
