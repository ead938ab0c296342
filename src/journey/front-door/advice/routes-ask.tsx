// The addresses of somebody at work who asks for advice: one page, a receipt, and what became of it.
import { z } from 'zod';
import { localDate } from '../../../platform/clock.ts';
import { type Fault, notFound } from '../../../platform/problem.ts';
import { saidDay } from '../../../platform/said.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../../platform/web/answer.ts';
import type { Context } from '../../../platform/web/context.ts';
import { asErrors } from '../../../platform/web/faults.ts';
import { identifier } from '../../../platform/web/fields.ts';
import { anyone } from '../../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../../platform/web/route.ts';
import { aroundOf, isSignedIn, known } from '../around.ts';
import { refer } from '../professional-texts.ts';
import { type Fields, fieldsFor, schemaOf } from '../reading.ts';
import { adviceDue, receivingTeam } from '../setting.ts';
import { askAdvice, ownAdvice } from './actions.ts';
import { adviceReceivedPage, askPage } from './pages/ask.tsx';
import { askedPage } from './pages/asked.tsx';
import { adviceFaults, adviceFrom, askedForAdvice } from './questions.ts';
import { adviceReceipt, markRead } from './store.ts';
import { asking } from './texts.ts';

const open = anyone('Anyone at work may ask; nothing about anybody is shown.');
const nobody = touchesNobody('A question names nobody and opens no record.');
const params = z.strictObject({ advice: identifier });
const asksAllowed = 20;

async function show(context: Context, fields: Fields, faults: readonly Fault[], status: number): Promise<Answer> {
  const team = receivingTeam(context.place);
  return answerPage(
    askPage({
      around: await aroundOf(context, '/sent'),
      team: team.name,
      day: saidDay(adviceDue(context.place, team, context.now)),
      fields,
      errors: asErrors(faults),
      formKey: context.formKey(),
    }),
    status,
  );
}

export const askRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/refer/advice',
    permission: open,
    audit: nobody,
    handle: async (context) => show(context, await known(context), [], 200),
  }),
  route({
    method: 'POST',
    path: '/refer/advice',
    permission: open,
    body: schemaOf(askedForAdvice),
    audit: nobody,
    again: (context, { typed, faults }) => show(context, fieldsFor(askedForAdvice, typed), faults, 422),
    handle: async (context, { body: typed }) => {
      const fields = fieldsFor(askedForAdvice, typed);
      const signedIn = isSignedIn(context);
      const faults = adviceFaults(fields, localDate(context.now), signedIn);
      if (faults.length > 0) return show(context, fields, faults, 422);
      if (!signedIn && !(await context.mayTry('ask for advice', context.address, asksAllowed, 3600)))
        return show(context, fields, [{ field: '', message: refer.tooMany }], 429);
      const { adviceId, number } = await askAdvice(context, adviceFrom(fields, signedIn ? (context.visitor?.accountId ?? null) : null));
      return signedIn
        ? redirect(`/sent/advice/${adviceId}`, { notice: { result: 'success', heading: asking.receivedTitle(number) } })
        : redirect(`/refer/advice/${adviceId}`);
    },
  }),
  route({
    method: 'GET',
    path: '/refer/advice/:advice',
    permission: open,
    params,
    audit: nobody,
    handle: async (context, { params: { advice } }) => {
      const receipt = await context.asWorker('show a receipt', (tables) => adviceReceipt(tables, advice));
      if (!receipt) return problem(notFound);
      return answerPage(
        adviceReceivedPage({
          around: await aroundOf(context, '/sent'),
          number: Number(receipt.number),
          team: receipt.teamName,
          day: saidDay(receipt.answerBy),
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/sent/advice/:advice',
    permission: anyone('Whoever asked signs in with a link; without one the page asks for their address.'),
    params,
    audit: nobody,
    handle: async (context, { params: { advice: id } }) => {
      if (!context.visitor) return redirect('/sent/link');
      const advice = await ownAdvice(context, id);
      if (!advice) return problem(notFound);
      if (advice.answeredAt && !advice.readAt)
        await context.asWorker('note that an answer was read', (tables) => markRead(tables, id, context.now));
      return answerPage(askedPage({ around: await aroundOf(context, '/sent'), advice }));
    },
  }),
];
