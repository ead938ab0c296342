// Adds something to what was sent, in the words of whoever sent it. Nothing sent before is changed.
import { record } from '../../platform/events.ts';
import { traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt } from '../../platform/tasks.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import { raiseTask } from '../people/actions.ts';
import { dutyReasons } from './answers.ts';
import { tellDutyOnce } from './duty.ts';
import { type NewAnswer, notReached } from './model.ts';
import { type AnswerContext, findSent, insertAnswers, moveSent, type SentReferral, wordsAdded } from './store.ts';

const saidBy: Readonly<Record<string, 'person' | 'carer' | 'referrer'>> = {
  self: 'person',
  carer: 'carer',
  professional: 'referrer',
  imported: 'referrer',
};

/**
 * Appends an answer; the caller has made sure that the visitor sent this referral. Whoever reads it is told; before anybody reads it, it is simply part
 * of it. Refused only where the referral does not exist.
 */
export async function addToReferral(
  context: Context,
  {
    referralId,
    words,
    language,
    alarms = [],
    fromThem = true,
  }: {
    readonly referralId: string;
    readonly words: string;
    readonly language: string;
    /** What was said besides that may mean danger, or a wish to hear today. */
    readonly alarms?: readonly Pick<NewAnswer, 'question' | 'codes'>[];
    /** False for words that answer nothing and bring nobody back, such as a wish to take it back. */
    readonly fromThem?: boolean;
  },
): Promise<Result<{ personId: string }>> {
  const sent = await context.asWorker('add to a referral', async (tables) => {
    const found = await findSent(tables, referralId);
    if (!found) return undefined;
    const { times, last } = await wordsAdded(tables, referralId);
    await insertAnswers(
      tables,
      [
        {
          question: `added_${times + 1}`,
          category: found.kind === 'professional' ? 'clinical' : 'story',
          status: 'answered',
          words,
          codes: [],
        },
      ],
      {
        referralId,
        personId: found.personId,
        saidBy: saidBy[found.kind] ?? 'person',
        language,
        askedAt: context.now,
        createdBy: context.visitor?.accountId ?? null,
        from: last + 1,
      },
      context.identify,
    );
    if (fromThem) await readAgain(context, tables, found);
    return found;
  });
  if (!sent) return failure(notFound);
  context.touch(sent.personId);
  await record(context, {
    personId: sent.personId,
    category: 'contact',
    kind: 'referral.added_to',
    subjectKind: 'referral',
    subjectId: referralId,
  });
  if (sent.state !== 'submitted')
    await raiseTask(context, {
      personId: sent.personId,
      kind: 'referral.added_to',
      words: `Read what was added to referral ${sent.number}.`,
      leadsTo: `/triage/${referralId}`,
      ...(sent.readerId ? { accountId: sent.readerId } : { teamId: sent.teamId }),
    });
  const reasons = dutyReasons(alarms);
  if (reasons.length > 0)
    await tellDutyOnce(context, { referralId, personId: sent.personId, number: sent.number, teamId: sent.teamId, reasons });
  return success({ personId: sent.personId });
}

/** Appends what a clinician heard, in the rights of whoever writes it; `answers` are named by their place among all. Nothing said before is changed. */
export async function addHeard(
  context: SignedIn,
  heard: {
    readonly referralId: string;
    readonly personId: string;
    readonly saidBy: AnswerContext['saidBy'];
    readonly answers: (position: number) => readonly NewAnswer[];
  },
): Promise<void> {
  const { answers, ...about } = heard;
  const { last } = await context.asWorker('find the place after the last answer', (tables) => wordsAdded(tables, heard.referralId));
  await insertAnswers(
    context.tables,
    answers(last + 1),
    { ...about, language: 'en', askedAt: context.now, createdBy: context.visitor.accountId, from: last + 1 },
    context.identify,
  );
}

/** An answer to the question, or a word from somebody who could not be reached, brings the referral back to be read. Its clocks never stopped. */
async function readAgain(context: Context, tables: Tables, { id, personId, state, kind, version }: SentReferral): Promise<void> {
  if (state !== 'waiting_info' && state !== 'unreachable') return;
  const role = kind === 'self' || kind === 'carer' ? 'PER' : 'REF';
  await traced(tables, { role, reason: state === 'waiting_info' ? 'An answer came.' : 'They got in touch.' });
  await moveSent(tables, { id, version }, 'in_triage');
  await finishTasksAt(tables, personId, `/triage/${id}/reach`, { now: context.now, by: context.visitor?.accountId ?? null }, notReached);
}
