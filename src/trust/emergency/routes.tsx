// The doors of opening a record in an emergency: asking, ending it, and looking at it afterwards.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { isCode, wordsFor } from '../../platform/codes/codes.ts';
import { type Fault, notFound } from '../../platform/problem.ts';
import { saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choices, identifier, optionalText } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { categoryTitle } from '../access/texts.ts';
import { looksDuring } from '../audit/looked.ts';
import { lookRow } from '../audit/words.ts';
import { endOpening, openInEmergency, openingsShown, openingsToReview, readOpening, reviewOpening } from './actions.ts';
import { closesAt, hoursToChoose, openerRoles, partsToChoose, reasonsFor, reviewerRoles, shownOpenings } from './model.ts';
import { OpenPage } from './pages/open-page.tsx';
import { OpeningPage, type OpeningPageProps } from './pages/opening-page.tsx';
import { OpeningsPage } from './pages/openings-page.tsx';
import { longestReason, nothingTyped, readTyped, type Typed } from './typed.ts';

const mayOpen = roles(...openerRoles);
const concerned = roles(...new Set([...openerRoles, ...reviewerRoles]));
const opening = z.strictObject({ opening: identifier });

export const navigation: readonly NavigationEntry[] = [
  {
    text: 'Emergency openings',
    href: '/emergency/openings',
    roles: reviewerRoles,
    waiting: async (context) => (await openingsToReview(context)).waiting,
  },
];

async function ask(context: SignedIn, typed: Typed, faults: readonly Fault[] = []): Promise<Answer> {
  const reasons = reasonsFor(context.visitor.roles);
  return page(
    renderDocument(
      <OpenPage
        shell={await context.shell()}
        typed={typed}
        reasons={reasons.map((code) => ({ code, label: wordsFor('breakGlassReason', code) }))}
        parts={partsToChoose.map((code) => ({ code, label: categoryTitle(code) }))}
        hours={hoursToChoose(context.place.blueprint.recordsStayOpen.emergencyHours)}
        formKey={context.formKey()}
        errors={asErrors(faults)}
      />,
    ),
    faults.length > 0 ? 422 : 200,
  );
}

async function show(
  context: SignedIn,
  id: string,
  typed: OpeningPageProps['typed'] = { finding: '', words: '', tell: false },
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const found = await readOpening(context, id);
  if (!found) return problem(notFound);
  const { accountId, personId, openedAt } = found.opening;
  const looks = await context.asWorker('read what was opened in an emergency', (tables) =>
    looksDuring(tables, { accountId, personId, from: openedAt, to: closesAt(found.opening) }),
  );
  return page(
    renderDocument(
      <OpeningPage
        shell={await context.shell('/emergency/openings')}
        {...found}
        read={looks.map(lookRow).map(({ what, when }) => ({ title: `${what.charAt(0).toUpperCase()}${what.slice(1)}`, detail: when }))}
        now={context.now}
        own={accountId === context.visitor.accountId}
        oversees={context.visitor.roles.some(({ access }) => reviewerRoles.includes(access))}
        typed={typed}
        formKey={context.formKey()}
        errors={errors}
      />,
    ),
    errors.length > 0 ? 422 : 200,
  );
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/emergency',
    permission: mayOpen,
    query: z.strictObject({ record: identifier.optional() }),
    audit: touchesNobody('Nobody is looked for before the form is sent.'),
    handle: (context, { query }) => ask(signedIn(context), { ...nothingTyped, record: query.record ?? '' }),
  }),
  route({
    method: 'POST',
    path: '/emergency',
    permission: mayOpen,
    body: z.strictObject({
      record: z.union([z.literal(''), identifier]).default(''),
      given: optionalText(100_000),
      family: optionalText(100_000),
      'born-day': optionalText(100_000),
      'born-month': optionalText(100_000),
      'born-year': optionalText(100_000),
      nhs_number: optionalText(100_000),
      reason: optionalText(100),
      words: optionalText(100_000),
      parts: choices(partsToChoose),
      hours: optionalText(10),
      unsafe: optionalText(10),
      not_told_because: optionalText(100_000),
    }),
    audit: audited('opened the record in an emergency'),
    async handle(given, { body }) {
      const context = signedIn(given);
      const { 'born-day': day, 'born-month': month, 'born-year': year, ...others } = body;
      const typed = { ...others, day, month, year };
      const { asked, errors } = readTyped(typed, reasonsFor(context.visitor.roles), context.place.blueprint.recordsStayOpen.emergencyHours);
      if (errors.length > 0) return ask(context, typed, errors);
      const done = await openInEmergency(context, asked);
      if (!done.ok) {
        const { faults } = done.problem;
        const field = typed.nhs_number ? 'nhs_number' : 'given';
        return faults
          ? ask(
              context,
              typed,
              faults.map((fault) => ({ ...fault, field })),
            )
          : problem(done.problem);
      }
      const { personId, opened } = done.value;
      return redirect(`/people/${personId}`, {
        notice: opened
          ? {
              result: 'success',
              heading: `The record is open until ${saidTime(opened.until)}.`,
              children: 'Whoever leads their team was told. Somebody else looks at it within 5 working days.',
            }
          : { result: 'information', heading: 'You may see this record anyway.', children: 'Nothing was opened in an emergency.' },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/emergency/openings',
    permission: roles(...reviewerRoles),
    query: z.strictObject({ show: z.enum(shownOpenings).optional(), before: identifier.optional() }),
    audit: audited('looked at a list of emergency openings'),
    async handle(given, { query }) {
      const context = signedIn(given);
      const shown = query.show ?? 'waiting';
      const { openings, next } = await openingsShown(context, shown, query.before);
      const { waiting, late } = await openingsToReview(context);
      return page(
        renderDocument(
          <OpeningsPage
            shell={await context.shell('/emergency/openings')}
            show={shown}
            waiting={waiting}
            late={late.length}
            openings={openings}
            reader={context.visitor.accountId}
            now={context.now}
            next={next ? `/emergency/openings?show=${shown}&before=${next}` : undefined}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/emergency/openings/:opening',
    permission: concerned,
    params: opening,
    audit: audited('looked at an emergency opening'),
    handle: (context, { params }) => show(signedIn(context), params.opening),
  }),
  route({
    method: 'POST',
    path: '/emergency/openings/:opening/end',
    permission: mayOpen,
    params: opening,
    body: z.strictObject({}),
    repeatable: 'It ends once; a second time changes nothing.',
    audit: audited('closed the record again'),
    async handle(context, { params }) {
      const ended = await endOpening(signedIn(context), params.opening);
      return ended.ok
        ? redirect(`/emergency/openings/${params.opening}`, {
            notice: { result: 'success', heading: 'The record is closed to you again.' },
          })
        : problem(ended.problem);
    },
  }),
  route({
    method: 'POST',
    path: '/emergency/openings/:opening/review',
    permission: roles(...reviewerRoles),
    params: opening,
    body: z.strictObject({ finding: optionalText(100), words: optionalText(100_000), tell: optionalText(10) }),
    audit: audited('reviewed an emergency opening'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const errors: FieldError[] = [];
      if (!isCode('breakGlassFinding', body.finding)) errors.push({ field: 'finding', text: 'Choose what you find.' });
      if (!body.words) errors.push({ field: 'words', text: 'Say what you looked at.' });
      if (body.words.length > longestReason)
        errors.push({ field: 'words', text: `Use at most ${longestReason} characters. This has ${body.words.length}.` });
      const review = { finding: body.finding, words: body.words, tell: body.tell === 'yes' };
      if (errors.length > 0) return show(context, params.opening, review, errors);
      const done = await reviewOpening(context, params.opening, review);
      return done.ok
        ? redirect('/emergency/openings', { notice: { result: 'success', heading: 'The finding is kept.' } })
        : problem(done.problem);
    },
  }),
];
