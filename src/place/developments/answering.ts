// What anybody does with a consultation without an account: reads it, keeps answers behind a code, and sends them. Nothing says who they are.
import { localDate } from '../../platform/clock.ts';
import { type Fault, failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { doorHash, readCode } from '../../platform/web/door.ts';
import { type AnsweringAs, type Answers, answeringAs, type Consultation, type PublishedText, questionKey, stageOf } from './model.ts';
import {
  deleteAnswerDraft,
  findAnswerDraft,
  findConsultation,
  insertResponse,
  keepAddress,
  publishedTexts,
  saveAnswerDraft,
} from './store-consultations.ts';

export { forgetEndedAnswers } from './store-consultations.ts';

/** Unsent answers are kept this long after the last of them, as at the front door. */
export const keptForDays = 28;
const day = 86_400_000;
const hour = 3600;
const limits = { send: 60, keep: 1200, open: 20 } as const;

export interface Published {
  readonly consultation: Consultation;
  /** The newest first. */
  readonly texts: readonly PublishedText[];
  readonly text: PublishedText;
}

/** A consultation as everybody may read it; null where nothing of it is published. */
export async function publishedOne(context: Context, id: string): Promise<Published | null> {
  const consultation = await findConsultation(context.tables, id);
  if (!consultation?.publishedAt) return null;
  const texts = await publishedTexts(context.tables, [id]);
  const [text] = texts;
  return text ? { consultation, texts, text } : null;
}

/** A place of its own for each kind of words that a form sends. */
export interface GivenAnswers {
  readonly as: string;
  readonly tell: string;
  /** 'q1' and so on. */
  readonly answers: Answers;
}

/** Only answers to questions that are asked, and only choices there are. */
export function answersTo({ questions }: Pick<Consultation, 'questions'>, given: Answers): Answers {
  const kept = (questions ?? []).flatMap(({ choices }, at): [string, string][] => {
    const answer = given[questionKey(at)]?.trim() ?? '';
    const fits = choices.length === 0 || (/^\d{1,2}$/.test(answer) && Number(answer) < choices.length);
    return answer !== '' && fits ? [[questionKey(at), choices.length === 0 ? answer : String(Number(answer))]] : [];
  });
  return Object.fromEntries(kept);
}

const isAnsweringAs = (value: string): value is AnsweringAs => answeringAs.some((one) => one === value);

export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'too many' }
  | { readonly kind: 'not open' };

/** Words for what is missing, in the language of the page. */
export interface FaultWords {
  readonly as: string;
  readonly nothing: string;
  readonly email: string;
}

/** Keeps the answers for good, apart from the address that wants to be told, and takes the draft away. */
export async function sendAnswers(
  context: Context,
  { consultation, text }: Published,
  given: GivenAnswers & { readonly code: string },
  words: FaultWords,
): Promise<Sent> {
  if (stageOf(consultation, localDate(context.now)) !== 'open') return { kind: 'not open' };
  const answers = answersTo(consultation, given.answers);
  const email = given.tell.trim().toLowerCase();
  const faults: Fault[] = [];
  const first = questionKey(0);
  if (Object.keys(answers).length === 0) faults.push({ field: first, message: words.nothing });
  if (!isAnsweringAs(given.as)) faults.push({ field: 'as', message: words.as });
  if (email !== '' && !/^[^\s@"<>,;:\\]+@[^\s@"<>,;:\\]+\.[^\s@"<>,;:\\]+$/.test(email))
    faults.push({ field: 'tell', message: words.email });
  if (faults.length > 0 || !isAnsweringAs(given.as)) return { kind: 'faults', faults };
  if (!(await context.mayTry('answer a consultation', context.address, limits.send, hour))) return { kind: 'too many' };
  const as = given.as;
  await context.asWorker('take an answer', async (tables) => {
    await insertResponse(tables, {
      id: context.identify(),
      consultationId: consultation.id,
      textNumber: text.number,
      answeringAs: as,
      answers,
      answeredOn: localDate(context.now),
    });
    if (email !== '') await keepAddress(tables, { id: context.identify(), consultationId: consultation.id, email });
    if (given.code !== '') await deleteAnswerDraft(tables, doorHash(given.code));
  });
  return { kind: 'sent' };
}

const often: Problem = { status: 429, title: 'Too many tries', detail: 'Wait 15 minutes and try again.' };
const elsewhere: Problem = {
  status: 409,
  title: 'Somebody saved this before you',
  detail: 'Your words are still here. It was saved in another window too. Open that one with its code.',
};

/** Keeps what was typed so far behind the code. Gives the version that is kept now. */
export async function keepAnswers(
  context: Context,
  { consultation }: Published,
  given: GivenAnswers & { readonly code: string; readonly version: number },
): Promise<Result<number>> {
  if (stageOf(consultation, localDate(context.now)) !== 'open' || readCode(given.code).length !== 6) return failure(notFound);
  if (!(await context.mayTry('keep answers', context.address, limits.keep, hour))) return failure(often);
  const { now } = context;
  // The address to tell is not kept with the answers, not even for a while.
  const answers = { ...answersTo(consultation, given.answers), ...(isAnsweringAs(given.as) ? { as: given.as } : {}) };
  const kept = await context.asWorker('keep answers behind a code', (tables) =>
    saveAnswerDraft(tables, {
      codeHash: doorHash(given.code),
      consultationId: consultation.id,
      answers,
      version: given.version,
      now,
      endsAt: new Date(now.getTime() + keptForDays * day),
    }),
  );
  return kept === null ? failure(elsewhere) : success(kept);
}

/** What was kept behind a code. The same answer whether a code never was, ended or was mistyped. */
export async function openAnswers(
  context: Context,
  { consultation }: Published,
  typed: string,
): Promise<{ readonly answers: Answers; readonly version: number } | null | 'too many'> {
  if (!(await context.mayTry('code of answers', context.address, limits.open, hour / 4))) return 'too many';
  const code = readCode(typed);
  if (code.length !== 6) return null;
  return context.asWorker('open answers by their code', (tables) => findAnswerDraft(tables, doorHash(code), consultation.id, context.now));
}
