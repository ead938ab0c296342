// The addresses of clinicians who answer people at work: what waits, one question, taking it on, and the answer.

import { z } from 'zod';
import { type Fault, notFound } from '../../../platform/problem.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../../platform/web/answer.ts';
import type { SignedIn } from '../../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../../platform/web/drafts.ts';
import { choice, identifier, needed, version } from '../../../platform/web/fields.ts';
import { type AccessRole, roles } from '../../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../../platform/web/route.ts';
import type { NavigationEntry } from '../../../platform/web/shell.ts';
import { signedIn } from '../../../platform/web/signed-in.ts';
import { longest } from '../questions.ts';
import { lineOf } from '../reading.ts';
import { answerAdvice, takeAdvice } from './actions.ts';
import { adviceListPage, answerPage as onePage } from './pages/answer.tsx';
import { answeredLately, countWaiting, findAdvice, waitingForAdvice } from './store.ts';
import { answering } from './texts.ts';

const clinicians: readonly AccessRole[] = ['TRI', 'SNR'];
const readers: readonly AccessRole[] = [...clinicians, 'MGR'];
const nobody = touchesNobody('A question names nobody and opens no record.');
const params = z.strictObject({ advice: identifier });
const mostWaiting = 100;
const mostLately = 25;

const teamsAs = ({ visitor }: SignedIn, wanted: readonly AccessRole[]): string[] => [
  ...new Set(visitor.roles.filter(({ access }) => wanted.includes(access)).map(({ teamId }) => teamId)),
];

export const adviceNavigation: readonly NavigationEntry[] = [
  {
    text: 'Advice',
    href: '/advice',
    roles: clinicians,
    waiting: (context) => countWaiting(context.tables, teamsAs(signedIn(context), clinicians)),
  },
];

async function show(
  context: SignedIn,
  id: string,
  typed: { readonly answer: string; readonly next: string } | null,
  faults: readonly Fault[],
  status: number,
): Promise<Answer> {
  const advice = await findAdvice(context.tables, id);
  if (!advice) return problem(notFound);
  const of = { form: 'advice', subject: id };
  const draft = await openDraft(context, of);
  return answerPage(
    onePage({
      shell: await context.shell('/advice'),
      advice,
      mayAnswer: teamsAs(context, clinicians).includes(advice.teamId),
      mine: advice.takenBy === context.visitor.accountId,
      typed: typed ?? { answer: lineOf(draft.fields ?? {}, 'answer'), next: lineOf(draft.fields ?? {}, 'next') },
      faults,
      formKey: () => context.formKey(),
      draft: { address: draftAddress(of), version: draft.version, saved: draft.saved },
    }),
    status,
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const answerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/advice',
    permission: roles(...readers),
    audit: nobody,
    async handle(request) {
      const context = signedIn(request);
      const teams = teamsAs(context, readers);
      return answerPage(
        adviceListPage({
          shell: await context.shell('/advice'),
          waiting: await waitingForAdvice(context.tables, teams, mostWaiting),
          lately: await answeredLately(context.tables, teams, mostLately),
          now: context.now,
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/advice/:advice',
    permission: roles(...readers),
    params,
    audit: nobody,
    handle: (request, { params: { advice } }) => show(signedIn(request), advice, null, [], 200),
  }),
  route({
    method: 'POST',
    path: '/advice/:advice/take',
    permission: roles(...clinicians),
    params,
    body: z.strictObject({ version }),
    audit: nobody,
    async handle(request, { params: { advice: id }, body }) {
      const taken = await takeAdvice(signedIn(request), { id, version: body.version });
      return taken.ok ? redirect(`/advice/${id}`, { notice: { result: 'success', heading: answering.took } }) : problem(taken.problem);
    },
  }),
  route({
    method: 'POST',
    path: '/advice/:advice',
    permission: roles(...clinicians),
    params,
    body: z.strictObject({
      answer: needed(longest, answering.needAnswer),
      next: choice(['advice', 'refer'], answering.needNext),
      draft_version: z.string().max(20).optional(),
    }),
    audit: nobody,
    again: (request, { params: { advice }, typed, faults }) =>
      show(signedIn(request), advice, { answer: textOf(typed.answer), next: textOf(typed.next) }, faults, 422),
    async handle(request, { params: { advice: id }, body }) {
      const context = signedIn(request);
      const answered = await answerAdvice(context, { id, answer: body.answer, referNow: body.next === 'refer' });
      if (!answered.ok) return problem(answered.problem);
      await finishDraft(context, { form: 'advice', subject: id });
      return redirect('/advice', { notice: { result: 'success', heading: answering.sent } });
    },
  }),
];
