// The doors of a person’s own sharing choices, all about the person signed in and nobody else; and those of sharing without agreement.
import { z } from 'zod';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { categories } from '../access/model.ts';
import { kindsSaid } from '../audit/for-the-person.ts';
import { seenCatalogue } from '../audit/texts.ts';
import { chooseSharing, notSaidYet, sharingOf } from './actions.ts';
import { answers, flagOf, onceUntil } from './model.ts';
import { type AgencyView, agencySharingPage, mySharingPage } from './pages/my-sharing.tsx';
import { sharedRoutes } from './routes-shared.tsx';
import { withoutRoutes } from './routes-without.tsx';
import { codesOf } from './store.ts';
import { easyWords } from './texts/easy-read.ts';
import { sharingCatalogue } from './texts.ts';

const person = roles('PER');

function ownId(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

/** What an agency gives here, in the place’s own names of services. */
const givesOf = (context: Context, code: string): string =>
  (context.place.blueprint.services ?? [])
    .filter(({ givenBy }) => givenBy === code)
    .map(({ name }) => name)
    .join(', ');

async function agenciesFor(context: Context, personId: string, { texts, moments }: Spoken): Promise<AgencyView[]> {
  const choices = await sharingOf(context, personId);
  const unsaid = await notSaidYet(context, personId);
  const codes = await codesOf(
    context.tables,
    choices.map(({ organisationId }) => organisationId),
  );
  const opens = (kinds: readonly string[]): string =>
    kindsSaid(
      categories.filter((category) => kinds.includes(category)),
      spokenTo(context, seenCatalogue),
    );
  const onceEnds = moments.day(onceUntil(context.now));
  const agencies = [
    ...choices.map(({ organisationId, organisation, state, said, categories: kinds, version: at, question, once }) => ({
      organisationId,
      name: organisation,
      gives: givesOf(context, codes.get(organisationId) ?? ''),
      flag: said ? flagOf[state] : null,
      opens: opens(kinds),
      version: at,
      once: once && moments.day(once.until),
      question: question && {
        asked: moments.day(question.at),
        because: question.team ? texts.question.because({ team: question.team, what: question.what }) : question.because,
        onceEnds: question.referralId ? onceEnds : null,
      },
    })),
    ...unsaid.map(({ id, name, code }) => ({
      organisationId: id,
      name,
      gives: givesOf(context, code),
      flag: null,
      opens: '',
      version: 1,
      once: null,
      question: null,
    })),
  ];
  return agencies.sort((a, b) => Number(b.question !== null) - Number(a.question !== null) || a.name.localeCompare(b.name, 'en-GB'));
}

const spoken = (context: Context) => spokenTo(context, sharingCatalogue, easyWords);
type Spoken = ReturnType<typeof spoken>;

async function showAgency(context: Context, organisationId: string, wrong = false): Promise<Answer> {
  const around = spoken(context);
  const agency = (await agenciesFor(context, ownId(context), around)).find((one) => one.organisationId === organisationId);
  if (!agency) return problem(notFound);
  return page(agencySharingPage({ ...around, agency, formKey: context.formKey(), wrong }), wrong ? 422 : 200);
}

const ofAgency = z.strictObject({ organisation: identifier });

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
      const around = spoken(context);
      return page(mySharingPage({ ...around, agencies: await agenciesFor(context, ownId(context), around) }));
    },
  }),
  route({
    method: 'GET',
    path: '/me/sharing/:organisation',
    permission: person,
    params: ofAgency,
    audit: audited('read whom we may share with'),
    handle: (context, { params }) => showAgency(context, params.organisation),
  }),
  route({
    method: 'POST',
    path: '/me/sharing/:organisation',
    permission: person,
    params: ofAgency,
    body: z.strictObject({ version, flag: choice(answers, 'Choose one of these.') }),
    audit: audited('changed whom we may share with'),
    async handle(context, { params, body }) {
      // A person’s own page is never answered for a visitor who is not signed in.
      const chosen = await chooseSharing(signedIn(context), ownId(context), {
        organisationId: params.organisation,
        version: body.version,
        answer: body.flag,
      });
      const { moved, kept } = spoken(context).texts;
      if (!chosen.ok)
        return chosen.problem.status === 409
          ? redirect('/me/sharing', { notice: { result: 'information', heading: moved.title, children: moved.detail } })
          : problem(chosen.problem);
      const { organisation, answer } = chosen.value;
      return redirect('/me/sharing', { notice: { result: 'success', heading: kept[answer]({ agency: organisation }) } });
    },
    again: (context, { params }) => showAgency(context, params.organisation, true),
  }),
];
