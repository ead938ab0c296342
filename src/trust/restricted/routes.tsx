// The doors of restricted records: those without names, the reason that opens one, who sees one, and the person's own wish.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { seenCatalogue } from '../audit/texts.ts';
import * as actions from './actions.ts';
import { givingRoles, liftingRoles, longestReason, restrictingRoles } from './model.ts';
import { myRestrictionPage } from './pages/my-restriction.tsx';
import { ReasonPage, RestrictedPage } from './pages/restricted-pages.tsx';
import { RestrictionPage, type RestrictionPageProps } from './pages/restriction-page.tsx';

const person = z.strictObject({ person: identifier });
const names = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(identifier).max(100),
);

export const navigation: readonly NavigationEntry[] = [
  { text: 'Restricted records', href: '/restricted', roles: givingRoles, onlyWaiting: true, waiting: actions.closedRecords },
];

const reasonFaults = (field: string, reason: string): FieldError[] =>
  reason.length < 10
    ? [{ field, text: 'Say why in a sentence.' }]
    : reason.length > longestReason
      ? [{ field, text: `Use at most ${longestReason} characters. This has ${reason.length}.` }]
      : [];

async function askReason(context: SignedIn, personId: string, typed = '', errors: readonly FieldError[] = []): Promise<Answer> {
  const work = await actions.restrictedWorkOn(context, personId);
  // Open to them again, or always: what leads here leads on to the record, which says who read it.
  if (!work) return (await isOpen(context, personId)) ? redirect(`/people/${personId}`) : problem(notFound);
  const shell = await context.shell('/restricted');
  const hours = context.place.blueprint.recordsStayOpen.restrictedHours;
  return page(
    renderDocument(<ReasonPage shell={shell} work={work} hours={hours} typed={typed} formKey={context.formKey()} errors={errors} />),
    errors.length > 0 ? 422 : 200,
  );
}

const isOpen = async (context: SignedIn, personId: string): Promise<boolean> =>
  (await context.tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined;

/** Null where the visitor may not read who it is. */
async function nameOf(context: SignedIn, personId: string): Promise<string | null> {
  const who = await context.tables
    .selectFrom('person')
    .select(['knownAs', 'givenName', 'familyName'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!who) return null;
  context.touch(personId);
  return [who.knownAs || who.givenName, who.familyName].filter(Boolean).join(' ') || 'Name not given';
}

async function restriction(
  context: SignedIn,
  personId: string,
  typed: Partial<RestrictionPageProps['typed']> = {},
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const name = await nameOf(context, personId);
  if (name === null) return problem(notFound);
  return page(
    renderDocument(
      <RestrictionPage
        shell={await context.shell()}
        personId={personId}
        name={name}
        restriction={await actions.restrictionOf(context, personId)}
        candidates={await actions.candidatesFor(context, personId)}
        mayLift={context.visitor.roles.some(({ access }) => liftingRoles.includes(access))}
        typed={{ reason: '', names: [context.visitor.accountId], because: '', ...typed }}
        formKey={() => context.formKey()}
        errors={errors}
      />,
    ),
    errors.length > 0 ? 422 : 200,
  );
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/restricted',
    permission: roles(...givingRoles),
    query: z.strictObject({}),
    audit: touchesNobody('No name is shown, and no record read.'),
    async handle(given) {
      const context = signedIn(given);
      const work = await actions.restrictedWork(context);
      return page(renderDocument(<RestrictedPage shell={await context.shell('/restricted')} work={work} />));
    },
  }),
  route({
    method: 'GET',
    path: '/restricted/:person',
    permission: roles(...givingRoles),
    params: person,
    audit: touchesNobody('No name is shown, and no record read.'),
    handle: (context, { params }) => askReason(signedIn(context), params.person),
  }),
  route({
    method: 'POST',
    path: '/restricted/:person',
    permission: roles(...givingRoles),
    params: person,
    body: z.strictObject({ reason: optionalText(10_000) }),
    audit: audited('opened a restricted record with a reason'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const faults = reasonFaults('reason', body.reason);
      if (faults.length > 0) return askReason(context, params.person, body.reason, faults);
      const opened = await actions.openWithReason(context, params.person, body.reason);
      return opened.ok
        ? redirect(`/people/${params.person}`, {
            notice: { result: 'success', heading: `The record is open to you until ${saidTime(opened.value.until)}.` },
          })
        : problem(opened.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/restricted',
    permission: roles(...restrictingRoles),
    params: person,
    audit: audited('looked at who can see the record'),
    handle: (context, { params }) => restriction(signedIn(context), params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/restricted',
    permission: roles(...restrictingRoles),
    params: person,
    body: z.strictObject({ reason: optionalText(10_000), names }),
    audit: audited('kept the record to colleagues who are named'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      const candidates = await actions.candidatesFor(context, params.person);
      const faults = reasonFaults('reason', body.reason);
      if (!candidates.some(({ accountId, named }) => named || body.names.includes(accountId)))
        faults.push({ field: 'names', text: 'Name at least one colleague, so that somebody goes on.' });
      if (faults.length > 0) return restriction(context, params.person, body, faults);
      const done = await actions.restrictRecord(context, { personId: params.person, ...body });
      if (!done.ok) return problem(done.problem);
      const stays = candidates.some(
        ({ accountId, named }) => accountId === context.visitor.accountId && (named || body.names.includes(accountId)),
      );
      return redirect(stays ? `/people/${params.person}/sharing` : '/home', {
        notice: {
          result: 'success',
          heading: 'The record is restricted.',
          children: 'Only colleagues who are named see it, or say why each time.',
        },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/people/:person/restricted/names',
    permission: roles(...restrictingRoles),
    params: person,
    body: z.strictObject({ names }),
    audit: audited('named who can see the record'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      if (body.names.length === 0)
        return restriction(context, params.person, { names: [] }, [{ field: 'names', text: 'Choose at least one colleague.' }]);
      const done = await actions.nameColleagues(context, params.person, body.names);
      return done.ok
        ? redirect(`/people/${params.person}/restricted`, { notice: { result: 'success', heading: 'They have it by name now.' } })
        : problem(done.problem);
    },
  }),
  route({
    method: 'POST',
    path: '/people/:person/restricted/lift',
    permission: roles(...liftingRoles),
    params: person,
    body: z.strictObject({ version, because: optionalText(10_000) }),
    audit: audited('opened the record to its teams again'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      if ((await nameOf(context, params.person)) === null) return problem(notFound);
      const faults = reasonFaults('because', body.because);
      if (faults.length > 0) return restriction(context, params.person, { because: body.because }, faults);
      const lifted = await actions.liftRestriction(context, { personId: params.person, ...body });
      return lifted.ok
        ? redirect(`/people/${params.person}/sharing`, { notice: { result: 'success', heading: 'The record is open to its teams again.' } })
        : problem(lifted.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/me/restrict',
    permission: roles('PER'),
    query: z.strictObject({}),
    audit: audited('looked at who can see the record'),
    async handle(given) {
      const context = signedIn(given);
      const own = ownId(context);
      const restricted = (await actions.restrictionOf(context, own)) !== null;
      return page(myRestrictionPage({ speech: spokenTo(context, seenCatalogue), restricted, formKey: context.formKey() }));
    },
  }),
  route({
    method: 'POST',
    path: '/me/restrict',
    permission: roles('PER'),
    body: z.strictObject({}),
    audit: audited('asked to be seen only by people who are named'),
    async handle(given) {
      const context = signedIn(given);
      const done = await actions.restrictOwn(context, ownId(context));
      const { restrict } = spokenTo(context, seenCatalogue).texts;
      return redirect('/me/restrict', {
        notice: done.ok ? { result: 'success', heading: restrict.done } : { result: 'information', heading: restrict.already },
      });
    },
  }),
];

function ownId(context: SignedIn): string {
  const { personId } = context.visitor;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}
