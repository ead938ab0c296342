// Asks for advice, answers it by name, and makes a referral of it. The asker always hears: by e-mail, or by a task on their own list.
import { overtaken } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../../platform/problem.ts';
import { saidDay } from '../../../platform/said.ts';
import type { Context, SignedIn } from '../../../platform/web/context.ts';
import { raiseTask, tellAsker } from '../../people/actions.ts';
import { accountOf } from '../referrer-account.ts';
import { adviceDue, receivingTeam } from '../setting.ts';
import type { Advice, NewAdvice } from './model.ts';
import { becomeReferral, changeAdvice, findAdvice, insertAdvice } from './store.ts';

/** Asks the place’s own front door. The answer is due by the ADVICE clock. */
export async function askAdvice(context: Context, asked: NewAdvice): Promise<{ adviceId: string; number: number }> {
  const { identify, now, place } = context;
  const team = receivingTeam(place);
  const answerBy = adviceDue(place, team, now);
  const { asker } = asked;
  const account = await accountOf(context, asker);
  const id = identify();
  const number = await context.asWorker('receive a question', (tables) =>
    insertAdvice(tables, {
      id,
      teamId: team.id,
      door: asked.door,
      askerId: account?.id ?? null,
      askerName: asker.name,
      askerJob: asker.job,
      askerOrganisation: asker.organisation,
      askerPhone: asker.phone,
      askerEmail: asker.email,
      question: asked.question,
      safety: asked.safety,
      tried: asked.tried,
      askedAt: now,
      answerBy,
    }),
  );
  if (asker.email)
    await tellAsker(context, {
      adviceId: id,
      number,
      to: asker,
      purpose: 'advice_receipt',
      facts: { day: saidDay(answerBy), team: team.name, path: account ? await account.path(`/sent/advice/${id}`) : '' },
      teamId: team.id,
      workerId: null,
    });
  return { adviceId: id, number };
}

/** A clinician says that they will answer; the asker sees whose answer it will be. */
export async function takeAdvice(context: SignedIn, { id, version }: Pick<Advice, 'id' | 'version'>): Promise<Result<null>> {
  if (!(await findAdvice(context.tables, id))) return failure(notFound);
  return (await changeAdvice(context.tables, { id, version }, { takenBy: context.visitor.accountId })) ? success(null) : failure(overtaken);
}

const answeredAlready: Problem = {
  status: 409,
  title: 'This was answered or referred meanwhile',
  detail: 'Your words are kept as your draft. Open the question to read what was sent.',
};

/** Sent under the name of whoever answers. What was answered stays as it was. */
export async function answerAdvice(
  context: SignedIn,
  given: { readonly id: string; readonly answer: string; readonly referNow: boolean },
): Promise<Result<null>> {
  const advice = await findAdvice(context.tables, given.id);
  if (!advice) return failure(notFound);
  const { accountId } = context.visitor;
  const { answer, referNow } = given;
  const change = { state: 'answered', takenBy: accountId, answeredBy: accountId, answeredAt: context.now, answer, referNow } as const;
  if (!(await changeAdvice(context.tables, advice, change))) return failure(answeredAlready);
  await tellAnswered(context, advice);
  return success(null);
}

async function tellAnswered(context: SignedIn, advice: Advice): Promise<void> {
  const leadsTo = `/sent/advice/${advice.id}`;
  const to = {
    name: advice.askerName,
    job: advice.askerJob,
    organisation: advice.askerOrganisation,
    phone: advice.askerPhone,
    email: advice.askerEmail,
  };
  if (advice.askerEmail) {
    const account = await accountOf(context, to);
    await tellAsker(context, {
      adviceId: advice.id,
      number: advice.number,
      to,
      purpose: 'advice_answered',
      facts: { worker: context.visitor.name, path: account ? await account.path(leadsTo) : leadsTo },
      teamId: advice.teamId,
      workerId: context.visitor.accountId,
    });
  } else if (advice.askerId)
    await raiseTask(context, {
      personId: null,
      kind: 'advice.answered',
      words: `Read the advice you asked for in question ${advice.number}.`,
      leadsTo,
      accountId: advice.askerId,
    });
}

/** Says on the question that it became this referral; only the asker’s own, and nothing where it is not. */
export async function adviceBecame(context: Context, { adviceId, referralId }: { readonly adviceId: string; readonly referralId: string }) {
  if (!context.visitor || !(await ownAdvice(context, adviceId))) return;
  await context.asWorker('make a referral of a question', (tables) => becomeReferral(tables, adviceId, referralId));
}

/** The question, if the visitor asked it: a clinician who may answer it did not. */
export async function ownAdvice(context: Context, id: string): Promise<Advice | null> {
  const found = await findAdvice(context.tables, id);
  return found && found.askerId !== null && found.askerId === context.visitor?.accountId ? found : null;
}
