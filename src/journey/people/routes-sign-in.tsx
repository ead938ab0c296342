// Doors to somebody's own page: a link or code instead of a password.
import { z } from 'zod';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText, asTexts } from '../../platform/web/as-typed.ts';
import type { Context } from '../../platform/web/context.ts';
import { needed, optionalText } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { redeem } from '../../trust/accounts/links.ts';
import { localPath } from '../../trust/accounts/local-path.ts';
import { firstPage, signIn } from '../../trust/accounts/sign-in.ts';
import { askForLinkPage, linkGonePage, linkSentPage, openLinkPage } from './pages/link-pages.tsx';
import { openWithCode } from './sign-in/sign-in-code.ts';
import { requestSignInLink } from './sign-in/sign-in-link.ts';
import { easyWords } from './sign-in/texts/easy-read.ts';
import { signInCatalogue } from './sign-in/texts.ts';
import { dateOfParts } from './typed-date.ts';

const becomingKnown = anyone('it is where somebody becomes known');
const tooMany = {
  status: 429,
  title: 'Too many tries',
  detail: 'Wait 15 minutes and try again. If you need somebody now, call one of the numbers below.',
} as const;
const quarterOfAnHour = 15 * 60;
/** Codes have 6 letters of 25: at this pace guessing one that lives 20 minutes is hopeless. */
const mostCodes = 10;

const spoken = (context: Context) => spokenTo(context, signInCatalogue, easyWords);
const framed = (context: Context) => ({ ...spoken(context), formKey: context.formKey() });

async function open(context: Context, use: () => ReturnType<typeof redeem>, otherwise: () => Answer): Promise<Answer> {
  if (!(await context.mayTry('link opened by address', context.address, mostCodes, quarterOfAnHour))) return problem(tooMany);
  const used = await use();
  if (!used) return otherwise();
  const token = await signIn(context, used);
  return redirect(localPath(used.leadsTo) ?? firstPage[used.kind], { cookies: [{ name: 'session', value: token }] });
}

export const signInRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me/sign-in',
    permission: becomingKnown,
    audit: touchesNobody('nobody is known yet'),
    async handle(context) {
      if (context.visitor?.kind === 'person') return redirect('/me');
      return page(askForLinkPage({ ...framed(context), reach: '', expired: context.session !== '' && !context.visitor, errors: [] }));
    },
  }),
  route({
    method: 'POST',
    path: '/me/sign-in',
    permission: becomingKnown,
    body: z.strictObject({ reach: needed(200, 'Enter the number or e-mail address that you gave us.') }),
    repeatable: 'asking twice sends two links, and each works once',
    audit: audited('sign-in link asked for'),
    async handle(context, { body }) {
      return (await requestSignInLink(context, body)) ? redirect('/me/sign-in/code') : problem(tooMany);
    },
    async again(context, { typed, faults }) {
      const said = framed(context);
      const errors = faults.map(({ field }) => ({ field, text: said.texts.ask.empty }));
      return page(askForLinkPage({ ...said, reach: asText(typed.reach), expired: false, errors }), 422);
    },
  }),
  route({
    method: 'GET',
    path: '/me/sign-in/code',
    permission: becomingKnown,
    audit: touchesNobody('nobody is known yet'),
    handle: async (context) => page(linkSentPage(framed(context))),
  }),
  route({
    method: 'POST',
    path: '/me/sign-in/code',
    permission: becomingKnown,
    body: z.strictObject({
      code: needed(20, 'Enter the code we sent.'),
      'born-day': optionalText(20),
      'born-month': optionalText(20),
      'born-year': optionalText(20),
    }),
    repeatable: 'a code works once',
    audit: touchesNobody('it opens no record, only a session'),
    handle: (context, { body }) => {
      const born = dateOfParts(body['born-day'], body['born-month'], body['born-year']);
      const otherwise = (): Answer => {
        const said = framed(context);
        return page(linkSentPage({ ...said, typed: body, errors: [{ field: 'code', text: said.texts.code.wrong }] }), 422);
      };
      return open(context, () => openWithCode(context, { code: body.code, born }), otherwise);
    },
    async again(context, { typed, faults }) {
      const said = framed(context);
      const errors = faults.map(() => ({ field: 'code', text: said.texts.code.empty }));
      const kept = asTexts(typed);
      return page(linkSentPage({ ...said, typed: kept, errors: errors.slice(0, 1) }), 422);
    },
  }),
  route({
    method: 'GET',
    path: '/s/:token',
    permission: becomingKnown,
    params: z.strictObject({ token: z.string().max(100) }),
    audit: touchesNobody('the link is not used before the button is pressed'),
    // Programs that look into mail open links by themselves: the page is the same for any token and uses nothing up.
    handle: async (context, { params }) => page(openLinkPage({ ...framed(context), token: encodeURIComponent(params.token) })),
  }),
  route({
    method: 'POST',
    path: '/s/:token',
    permission: becomingKnown,
    params: z.strictObject({ token: z.string().max(100) }),
    body: z.strictObject({}),
    repeatable: 'a link works once',
    audit: touchesNobody('it opens no record, only a session'),
    handle: (context, { params }) =>
      open(
        context,
        () => context.asWorker('use a sign-in link', (tables) => redeem(tables, { token: params.token }, context.now)),
        () => page(linkGonePage(spoken(context)), 410),
      ),
  }),
];
