// Asking again without telling it all again (MOS-6): the new form begins with what somebody told us before, where they let the team that reads it use that.
import { localDate } from '../../platform/clock.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { sharingOf } from '../../trust/sharing/actions.ts';
import { flagOf } from '../../trust/sharing/model.ts';
import { beginWith } from './drafts.ts';
import type { DoorAnswers, PageAnswers } from './model.ts';
import { fieldsOf, type Question } from './question.ts';
import { type SelfPageKey, selfPage } from './questions.ts';
import { receivingTeam } from './setting.ts';

/** Their story. How they are now, and how to reach them safely, is asked anew each time. */
const carriedPages: readonly SelfPageKey[] = ['1', '2'];

export interface ToldBefore {
  readonly question: string;
  readonly words: string;
  readonly codes: readonly string[];
  readonly askedAt: Date;
}

type Field = string | readonly string[];

/** The fields of a question as they were answered; none where it was not. */
export function fieldsTold(question: Question, told: readonly ToldBefore[]): Readonly<Record<string, Field>> {
  const answerOf = (code: string): ToldBefore | undefined => told.find((one) => one.question === code);
  if (question.control === 'ticks')
    return Object.fromEntries(
      fieldsOf(question)
        .filter(answerOf)
        .map((code) => [code, 'yes']),
    );
  const answer = answerOf(question.code);
  if (!answer) return {};
  const value: Field = ['many', 'list'].includes(question.control) ? answer.codes : (answer.codes[0] ?? answer.words);
  return value.length > 0 ? { [question.code]: value } : {};
}

/** Pages as somebody would have typed them, each with the day on which it was told. */
export function pagesTold(told: readonly ToldBefore[]): DoorAnswers {
  const pages = carriedPages.flatMap((key): [string, PageAnswers][] => {
    const { questions } = selfPage(key, 'self');
    const fields = Object.assign({}, ...questions.map((question) => fieldsTold(question, told)));
    const days = told.filter(({ question }) => question in fields).map(({ askedAt }) => localDate(askedAt));
    const toldOn = days.sort().at(-1);
    return toldOn ? [[key, { fields, skipped: false, version: 1, toldOn }]] : [];
  });
  return Object.fromEntries(pages);
}

/** What they told in their newest request of their own. */
async function toldBefore(tables: Tables, personId: string): Promise<{ language: string; told: ToldBefore[] } | null> {
  const referral = await tables
    .selectFrom('referral')
    .select(['id', 'language'])
    .where('personId', '=', personId)
    .where('kind', '=', 'self')
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!referral) return null;
  const told = await tables
    .selectFrom('referralAnswer')
    .select(['question', 'words', 'codes', 'askedAt'])
    .where('referralId', '=', referral.id)
    .where('status', '=', 'answered')
    .where('saidBy', '=', 'person')
    .execute();
  return { language: referral.language, told };
}

/** The code of a form that begins with their story; null where there is none, or they said that the agency which reads it does not use it unasked. */
export async function askAgain(context: Context, personId: string): Promise<string | null> {
  const before = await toldBefore(context.tables, personId);
  const pages = before ? pagesTold(before.told) : {};
  if (!before || Object.keys(pages).length === 0) return null;
  const reads = await context.tables
    .selectFrom('team')
    .select('organisationId')
    .where('id', '=', receivingTeam(context.place).id)
    .executeTakeFirst();
  const choice = (await sharingOf(context, personId)).find(({ said, organisationId }) => said && organisationId === reads?.organisationId);
  // Whoever presses the button answers “ask me first”; a no stands.
  if (choice && flagOf[choice.state] === 'no') return null;
  return context.asWorker('begin with what was told', (tables) => beginWith({ ...context, tables }, before.language, pages));
}
