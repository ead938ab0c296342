// Signing in and out with a password. Links for people stand in the people room, which knows how it is safe to reach them.
import { z } from 'zod';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { needed, optionalText } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { localPath } from './local-path.ts';
import { signInPage } from './pages/sign-in-page.tsx';
import { passwordProof } from './password-proof.ts';
import { firstPage, signIn, signOut } from './sign-in.ts';

const credentials = z.strictObject({
  email: needed(200, 'Enter your e-mail address.'),
  // Kept as typed: a password may begin or end with a space.
  password: z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.').max(500, 'A password has 500 characters at most.'),
  next: optionalText(500),
});

interface Shown {
  readonly email?: string;
  readonly next: string;
  readonly faults?: readonly { readonly field: string; readonly message: string }[];
}

const show = async (context: Context, { email = '', next, faults = [] }: Shown): Promise<string> =>
  signInPage({
    shell: await context.shell(),
    formKey: context.formKey(),
    email,
    next,
    expired: context.session !== '' && context.visitor === null && faults.length === 0,
    demo: context.place.demo,
    errors: asErrors(faults),
  });

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sign-in',
    permission: anyone('it is where somebody becomes known'),
    query: z.strictObject({ next: z.string().max(2000).optional() }),
    audit: touchesNobody('nobody is known yet'),
    async handle(context, { query }) {
      const next = localPath(query.next);
      if (context.visitor) return redirect(next ?? firstPage[context.visitor.kind]);
      if (next === '/me' || next?.startsWith('/me/')) return redirect('/me/sign-in');
      return page(await show(context, { next: next ?? '' }));
    },
  }),
  route({
    method: 'POST',
    path: '/sign-in',
    permission: anyone('it is where somebody becomes known'),
    body: credentials,
    repeatable: 'signing in twice starts a new session and ends the one before',
    audit: touchesNobody('it opens no record'),
    async handle(context, { body }) {
      const proven = await passwordProof.prove(context, body);
      if (!proven.ok) {
        if (proven.problem.status === 429) return problem(proven.problem);
        return page(await show(context, { email: body.email, next: localPath(body.next) ?? '', faults: proven.problem.faults ?? [] }), 422);
      }
      const token = await signIn(context, proven.value);
      return redirect(localPath(body.next) ?? firstPage[proven.value.kind], { cookies: [{ name: 'session', value: token }] });
    },
    async again(context, { typed, faults }) {
      return page(await show(context, { email: asText(typed.email), next: localPath(asText(typed.next)) ?? '', faults }), 422);
    },
  }),
  route({
    method: 'POST',
    path: '/sign-out',
    permission: anyone('a session that ended by itself can be signed out of too'),
    body: z.strictObject({}),
    repeatable: 'signing out twice leaves nobody signed in',
    audit: touchesNobody('it opens no record'),
    async handle(context) {
      await signOut(context);
      const person = context.visitor?.kind === 'person';
      return redirect(person ? '/me/sign-in' : '/sign-in', {
        cookies: [
          { name: 'session', value: null },
          { name: 'door', value: null },
        ],
      });
    },
  }),
];
