// The doors by which a colleague opens somebody’s record to a team of another organisation, under an agreement, and closes it again.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { choice, identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { isRestricted } from '../restricted/actions.ts';
import { openers } from './model.ts';
import { closeUnderAgreement, mayOpenToOthers, openableOf, openUnderAgreement } from './opening.ts';
import { OpeningPage } from './pages/opening-page.tsx';

const staff = roles(...openers);
const person = z.strictObject({ person: identifier });

/** What they are called, where the visitor works with them; null for everybody else. */
async function nameOf(context: SignedIn, personId: string): Promise<string | null> {
  if (!(await mayOpenToOthers(context, personId))) return null;
  const who = await context.tables.selectFrom('person').select(['knownAs', 'givenName']).where('id', '=', personId).executeTakeFirst();
  if (!who) return null;
  context.touch(personId);
  return who.knownAs || who.givenName || 'this person';
}

async function show(context: SignedIn, personId: string): Promise<Answer> {
  const name = await nameOf(context, personId);
  if (name === null) return problem(notFound);
  const view = {
    personId,
    name,
    rows: await openableOf(context, personId),
    restricted: await isRestricted(context, personId),
    formKey: () => context.formKey(),
  };
  return page(renderDocument(<OpeningPage shell={await context.shell()} view={view} />));
}

export const openingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/sharing/partners',
    permission: staff,
    params: person,
    audit: audited('record.sharing'),
    handle: (context, { params }) => show(signedIn(context), params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sharing/partners',
    permission: staff,
    params: person,
    body: z.strictObject({ agreement: identifier, team: identifier, to: choice(['open', 'close'], 'Load the page again.') }),
    audit: audited('named who can see the record'),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      const which = { personId: params.person, agreementId: body.agreement, teamId: body.team };
      const done = await (body.to === 'open' ? openUnderAgreement : closeUnderAgreement)(context, which);
      if (!done.ok) return problem(done.problem);
      const { team } = done.value;
      return redirect(`/people/${params.person}/sharing/partners`, {
        notice: { result: 'success', heading: body.to === 'open' ? `It is open to ${team}.` : `It is closed to ${team}.` },
      });
    },
  }),
];
