// The doors on a person’s own page to whoever asked for them at home. All are about the person signed in and nobody else.
import { z } from 'zod';
import { notFound } from '../../platform/problem.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { seenCatalogue } from '../../trust/audit/texts.ts';
import { askAgain } from './again.ts';
import { askedForThem, letCarerKnow } from './carer.ts';
import { whoAskedPage } from './pages/who-asked.tsx';

const person = roles('PER');

function ownId(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

export const ownRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/me/again',
    permission: person,
    body: z.strictObject({}),
    audit: audited('began to ask for help again'),
    async handle(context) {
      const code = await askAgain(context, ownId(context));
      return redirect(code ? '/q/1' : '/start', code ? { cookies: [{ name: 'door', value: code }] } : {});
    },
  }),
  route({
    method: 'GET',
    path: '/me/asked',
    permission: person,
    query: z.strictObject({}),
    audit: audited('read who asked for them'),
    handle: async (context) =>
      page(
        whoAskedPage({
          speech: spokenTo(context, seenCatalogue),
          list: await askedForThem(context.tables, ownId(context)),
          formKey: () => context.formKey(),
        }),
      ),
  }),
  route({
    method: 'POST',
    path: '/me/asked/:referral',
    permission: person,
    params: z.strictObject({ referral: identifier }),
    body: z.strictObject({ answer: choice(['yes', 'no'], 'Choose yes or no.') }),
    audit: audited('decided what whoever asked for them may hear'),
    async handle(context, { params, body }) {
      const own = (await askedForThem(context.tables, ownId(context))).some(({ referralId }) => referralId === params.referral);
      if (!own) return problem(notFound);
      const kept = await letCarerKnow(context, { referralId: params.referral, answer: body.answer });
      if (!kept.ok) return problem(kept.problem);
      const { asked } = spokenTo(context, seenCatalogue).texts;
      return redirect('/me/asked', { notice: { result: 'success', heading: asked.kept[body.answer]({ who: kept.value.carer }) } });
    },
  }),
];
