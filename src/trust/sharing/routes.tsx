// The doors of a person's own sharing choices, all about the person signed in and nobody else; and those of sharing without agreement.
import { z } from 'zod';
import { wordsFor } from '../../platform/codes/codes.ts';
import { listed } from '../../platform/numbers.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { chooseSharing, sharingOf } from './actions.ts';
import { mySharingPage } from './pages/my-sharing.tsx';
import { withoutRoutes } from './routes-without.tsx';

const person = roles('PER');

function ownId(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

const opens = (categories: readonly string[]): string =>
  listed(categories.map((category) => wordsFor('dataCategory', category).toLowerCase()));

export const routes: readonly Route[] = [
  ...withoutRoutes,
  route({
    method: 'GET',
    path: '/me/sharing',
    permission: person,
    query: z.strictObject({}),
    audit: audited('read whom we may share with'),
    async handle(context) {
      const choices = await sharingOf(context, ownId(context));
      return page(
        mySharingPage({
          frame: context.frame('en'),
          view: { choices: choices.map((one) => ({ ...one, opens: opens(one.categories) })), formKey: () => context.formKey() },
        }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/me/sharing/:choice',
    permission: person,
    params: z.strictObject({ choice: identifier }),
    body: z.strictObject({ version, share: choice(['yes', 'no'], 'Choose yes or no.') }),
    audit: audited('changed whom we may share with'),
    async handle(context, { params, body }) {
      const chosen = await chooseSharing(context, ownId(context), {
        id: params.choice,
        version: body.version,
        share: body.share === 'yes',
      });
      if (!chosen.ok)
        return chosen.problem.status === 409
          ? redirect('/me/sharing', { notice: { result: 'information', heading: chosen.problem.title, children: chosen.problem.detail } })
          : problem(chosen.problem);
      const { organisation, state } = chosen.value;
      return redirect('/me/sharing', {
        notice: {
          result: 'success',
          heading: state === 'agreed' ? `We may share with ${organisation}` : `We do not share with ${organisation}`,
        },
      });
    },
  }),
];
