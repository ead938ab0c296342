// The doors of a person's own sharing choices, all about the person signed in and nobody else; and those of sharing without agreement.

import { z } from 'zod';
import { wordsFor } from '../../platform/codes/codes.ts';
import { listed } from '../../platform/numbers.ts';
import { saidDay } from '../../platform/said.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { chooseSharing, notSaidYet, sharingOf } from './actions.ts';
import { flagOf, flags, flagWords } from './model.ts';
import { type AgencyView, mySharingPage } from './pages/my-sharing.tsx';
import { sharedRoutes } from './routes-shared.tsx';
import { withoutRoutes } from './routes-without.tsx';
import { codesOf } from './store.ts';

const person = roles('PER');

function ownId(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

const opens = (categories: readonly string[]): string =>
  listed(categories.map((category) => wordsFor('dataCategory', category).toLowerCase()));

/** What an agency gives here, in the place’s own names of services. */
const givesOf = (context: Context, code: string): string =>
  (context.place.blueprint.services ?? [])
    .filter(({ givenBy }) => givenBy === code)
    .map(({ name }) => name)
    .join(', ');

async function agenciesFor(context: Context, personId: string): Promise<AgencyView[]> {
  const choices = await sharingOf(context, personId);
  const unsaid = await notSaidYet(context, personId);
  const codes = await codesOf(
    context.tables,
    choices.map(({ organisationId }) => organisationId),
  );
  const agencies = [
    ...choices.map(({ organisationId, organisation, state, said, categories, version: at, question }) => ({
      organisationId,
      name: organisation,
      gives: givesOf(context, codes.get(organisationId) ?? ''),
      flag: said ? flagOf[state] : null,
      opens: opens(categories),
      version: at,
      question: question && { when: saidDay(question.at), because: question.because },
    })),
    ...unsaid.map(({ id, name, code }) => ({
      organisationId: id,
      name,
      gives: givesOf(context, code),
      flag: null,
      opens: '',
      version: 1,
      question: null,
    })),
  ];
  return agencies.sort((a, b) => Number(b.question !== null) - Number(a.question !== null) || a.name.localeCompare(b.name, 'en-GB'));
}

export const routes: readonly Route[] = [
  ...withoutRoutes,
  ...sharedRoutes,
  route({
    method: 'GET',
    path: '/me/sharing',
    permission: person,
    query: z.strictObject({}),
    audit: audited('read whom we may share with'),
    async handle(context) {
      const agencies = await agenciesFor(context, ownId(context));
      return page(mySharingPage({ frame: context.frame('en'), view: { agencies, formKey: () => context.formKey() } }));
    },
  }),
  route({
    method: 'POST',
    path: '/me/sharing/:organisation',
    permission: person,
    params: z.strictObject({ organisation: identifier }),
    body: z.strictObject({ version, flag: choice(flags, 'Choose one of the three.') }),
    audit: audited('changed whom we may share with'),
    async handle(context, { params, body }) {
      // A person’s own page is never answered for a visitor who is not signed in.
      const chosen = await chooseSharing(signedIn(context), ownId(context), {
        organisationId: params.organisation,
        version: body.version,
        flag: body.flag,
      });
      if (!chosen.ok)
        return chosen.problem.status === 409
          ? redirect('/me/sharing', { notice: { result: 'information', heading: chosen.problem.title, children: chosen.problem.detail } })
          : problem(chosen.problem);
      const { organisation, flag } = chosen.value;
      return redirect('/me/sharing', { notice: { result: 'success', heading: flagWords[flag].kept(organisation) } });
    },
  }),
];
