// The doors of sharing without agreement: writing it down on the person's record, and looking at it again.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { errorsOf } from '../../platform/web/faults.ts';
import { choices, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { choicesFor, findSharing, recordSharing, reviewSharing } from './actions-without.ts';
import { RecordSharingPage, SharingReviewPage } from './pages/without-pages.tsx';
import {
  recorders,
  type SharingReview,
  shareable,
  type Told,
  toldAnswers,
  usualReview,
  type WithoutAgreement,
} from './without-agreement.ts';

const staff = roles(...recorders);
const person = z.strictObject({ person: identifier });
const one = z.strictObject({ person: identifier, sharing: identifier });
const told = z.enum(toldAnswers).catch('not_yet');

/** What they are called, as far as the visitor may read it; null where they may not. */
async function nameOf(context: SignedIn, personId: string): Promise<string | null> {
  const who = await context.tables.selectFrom('person').select(['knownAs', 'givenName']).where('id', '=', personId).executeTakeFirst();
  if (!who) return null;
  context.touch(personId);
  return who.knownAs || who.givenName || 'this person';
}

async function write(context: SignedIn, personId: string, typed?: WithoutAgreement, why?: Problem): Promise<Answer> {
  const name = await nameOf(context, personId);
  if (name === null) return problem(notFound);
  const nothing: WithoutAgreement = {
    organisationId: '',
    categories: [],
    what: '',
    basis: '',
    reason: '',
    decidedBy: context.visitor.accountId,
    told: 'not_yet',
    notToldBecause: '',
    reviewOn: usualReview(localDate(context.now)),
  };
  return page(
    renderDocument(
      <RecordSharingPage
        shell={await context.shell()}
        personId={personId}
        name={name}
        {...(await choicesFor(context, personId))}
        typed={typed ?? nothing}
        formKey={context.formKey()}
        errors={why ? errorsOf(why) : []}
      />,
    ),
    why?.status ?? 200,
  );
}

async function read(context: SignedIn, personId: string, id: string, typed?: SharingReview, why?: Problem): Promise<Answer> {
  const name = await nameOf(context, personId);
  const sharing = name === null ? null : await findSharing(context, personId, id);
  if (name === null || !sharing) return problem(notFound);
  const toldBefore: Told = sharing.told ? 'told' : sharing.keptFromPerson ? 'unsafe' : 'not_yet';
  const today = localDate(context.now);
  const before = { words: '', goesOn: false, told: toldBefore, notToldBecause: sharing.notToldBecause, reviewOn: usualReview(today) };
  return page(
    renderDocument(
      <SharingReviewPage
        shell={await context.shell()}
        personId={personId}
        name={name}
        sharing={sharing}
        mayReview={context.visitor.roles.some(({ access }) => recorders.includes(access))}
        typed={typed ?? before}
        formKey={context.formKey()}
        errors={why ? errorsOf(why) : []}
      />,
    ),
    why?.status ?? 200,
  );
}

export const withoutRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/sharing/without',
    permission: staff,
    params: person,
    audit: audited('began to write down what was shared'),
    handle: (context, { params }) => write(signedIn(context), params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sharing/without',
    permission: staff,
    params: person,
    body: z.strictObject({
      organisation: optionalText(100),
      categories: choices(['contact', ...shareable]),
      what: optionalText(200_000),
      basis: optionalText(20),
      reason: optionalText(200_000),
      decided_by: optionalText(100),
      told,
      not_told_because: optionalText(200_000),
      review_on: optionalText(200_000),
    }),
    audit: audited('wrote down what was shared without agreement'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      const said = {
        organisationId: body.organisation,
        categories: body.categories,
        what: body.what,
        basis: body.basis,
        reason: body.reason,
        decidedBy: body.decided_by,
        told: body.told,
        notToldBecause: body.not_told_because,
        reviewOn: body.review_on,
      };
      const kept = await recordSharing(context, params.person, said);
      return kept.ok
        ? redirect(`/people/${params.person}/sharing`, {
            notice: {
              result: 'success',
              heading: 'It is on the record.',
              children:
                said.told === 'unsafe'
                  ? 'The person does not see it while telling them is unsafe.'
                  : 'The person reads it on their own page.',
            },
          })
        : write(context, params.person, said, kept.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/sharing/without/:sharing',
    permission: staff,
    params: one,
    audit: audited('read what was shared without agreement'),
    handle: (context, { params }) => read(signedIn(context), params.person, params.sharing),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sharing/without/:sharing',
    permission: staff,
    params: one,
    body: z.strictObject({
      version,
      words: optionalText(200_000),
      goes_on: optionalText(10),
      told,
      not_told_because: optionalText(200_000),
      review_on: optionalText(200_000),
    }),
    audit: audited('looked again at what was shared without agreement'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      const review = {
        words: body.words,
        goesOn: body.goes_on === 'yes',
        told: body.told,
        notToldBecause: body.not_told_because,
        reviewOn: body.review_on,
      };
      const done = await reviewSharing(context, { personId: params.person, id: params.sharing, version: body.version }, review);
      if (done.ok)
        return redirect(`/people/${params.person}/sharing`, {
          notice: { result: 'success', heading: review.goesOn ? 'It goes on, and is looked at again.' : 'It has ended.' },
        });
      return done.problem.status === 404 ? problem(done.problem) : read(context, params.person, params.sharing, review, done.problem);
    },
  }),
];
