// The doors of agreements with other organisations: the register, one agreement with its steps, and writing one.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, localDate } from '../../platform/clock.ts';
import { notFound, type Problem, type Result } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choices, dayAsTyped, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import {
  agreementsWaiting,
  beginAgreement,
  confirmAgreement,
  endAgreement,
  findAgreement,
  giveBack,
  listAgreements,
  parties,
  pathOf,
  renewAgreement,
  sendAgreement,
  stepsFor,
  tracesOf,
  writeAgreement,
} from './actions.ts';
import { type Agreement, isAnothers, keepers, offered, type Terms } from './model.ts';
import { RegisterPage } from './pages/list.tsx';
import { ReadingPage, type Sent } from './pages/reading.tsx';
import { WritingPage } from './pages/writing.tsx';
import { openingRoutes } from './routes-opening.tsx';

const staff = roles(...keepers);
const nobody = touchesNobody('An agreement is between organisations and names nobody who uses a service.');
const here = '/agreements';
const one = z.strictObject({ agreement: identifier });

/** Longer than is kept, so that what is too long is shown again beside what is wrong with it. */
const long = optionalText(200_000);
const draft_version = z.string().max(20).optional();
const terms = {
  name: long,
  organisation: optionalText(100),
  purpose: optionalText(40),
  categories: choices(['contact', ...offered]),
  basis: optionalText(20),
  security: long,
  retention: long,
  starts_on: dayAsTyped,
  ends_on: dayAsTyped,
  review_on: dayAsTyped,
  document: long,
  draft_version,
};
const signing = { version, signed_for_us: long, signed_for_them: long, signed_on: dayAsTyped, document: long };

/** From today for two years, looked at again after one: what most agreements say. */
const usual = (now: Date) => {
  const today = localDate(now);
  return { starts_on: today, ends_on: addDays(today, 730), review_on: addDays(today, 365) };
};

const blank = (now: Date): Terms => ({
  ...usual(now),
  name: '',
  organisation: '',
  purpose: '',
  categories: [],
  basis: '',
  security: '',
  retention: '',
  document: '',
});

const termsOf = (agreement: Agreement): Terms => ({
  name: agreement.name,
  organisation: agreement.organisationId,
  purpose: agreement.purpose,
  categories: agreement.categories,
  basis: agreement.lawfulBasis,
  security: agreement.security,
  retention: agreement.retention,
  starts_on: agreement.startsOn,
  ends_on: agreement.endsOn,
  review_on: agreement.reviewOn ?? '',
  document: agreement.document,
});

const draftOf = (id: string | null) => ({ form: 'agreement', subject: id ?? 'new' });

async function write(context: SignedIn, agreement: Agreement | null, typed?: Terms, why?: Problem): Promise<Answer> {
  const of = draftOf(agreement?.id ?? null);
  const draft = await openDraft(context, of);
  // Only the form's own fields are kept under its name.
  const kept = draft.fields as Partial<Terms> | null;
  const view = {
    agreement,
    organisations: await parties(context),
    typed: typed ?? {
      ...(agreement ? termsOf(agreement) : blank(context.now)),
      ...kept,
      categories: [kept?.categories ?? agreement?.categories ?? []].flat(),
    },
    draft: { address: draftAddress(of), version: draft.version, saved: draft.saved },
    formKey: context.formKey(),
  };
  const errors = why ? errorsOf(why, 'name') : [];
  return page(renderDocument(<WritingPage shell={await context.shell(here)} view={view} errors={errors} />), why?.status ?? 200);
}

interface Refused {
  readonly sent: Sent;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly why: Problem;
}

async function read(context: SignedIn, id: string, refused?: Refused): Promise<Answer> {
  const agreement = await findAgreement(context, id);
  if (!agreement) return problem(notFound);
  const { starts_on: _, ...renewed } = usual(context.now);
  const typed = { signed_for_us: '', signed_for_them: '', signed_on: '', document: agreement.document, ...renewed };
  const view = {
    agreement,
    traces: await tracesOf(context, id),
    steps: stepsFor(context, agreement),
    waitsForAnother: agreement.state === 'in_review' && !isAnothers(agreement, context.visitor.accountId),
    typed: { ...typed, reason: '', after_end: '', ...refused?.typed },
    sent: refused?.sent ?? null,
    formKey: () => context.formKey(),
  };
  const faults = (refused?.why.faults ?? []).map((fault) => ({ ...fault, field: `${refused?.sent}-${fault.field}` }));
  return page(
    renderDocument(<ReadingPage shell={await context.shell(here)} view={view} errors={asErrors(faults)} />),
    refused?.why.status ?? 200,
  );
}

/** Back to the agreement: with what happened, or with what is wrong beside what was typed. */
async function answered(
  context: SignedIn,
  id: string,
  done: Result<unknown>,
  { said, more }: { readonly said: string; readonly more?: string },
  form?: { readonly sent: Sent; readonly typed: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  if (done.ok) return redirect(pathOf(id), { notice: { result: 'success', heading: said, ...(more ? { children: more } : {}) } });
  return form && done.problem.faults ? read(context, id, { ...form, why: done.problem }) : problem(done.problem);
}

const at = (id: string, edition: number): { readonly id: string; readonly edition: number } => ({ id, edition });

export const routes: readonly Route[] = [
  ...openingRoutes,
  route({
    method: 'GET',
    path: '/agreements',
    permission: staff,
    query: z.strictObject({ after: identifier.optional() }),
    audit: nobody,
    async handle(request, { query }) {
      const context = signedIn(request);
      const { rows, next } = await listAgreements(context, query.after);
      const view = { rows, next: next ? `${here}?after=${next}` : null };
      return page(renderDocument(<RegisterPage shell={await context.shell(here)} view={view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/agreements/new',
    permission: staff,
    audit: nobody,
    handle: (context) => write(signedIn(context), null),
  }),
  route({
    method: 'POST',
    path: '/agreements/new',
    permission: staff,
    body: z.strictObject(terms),
    audit: nobody,
    async handle(request, { body: { draft_version: _, ...typed } }) {
      const context = signedIn(request);
      const begun = await beginAgreement(context, typed);
      if (!begun.ok) return write(context, null, typed, begun.problem);
      await finishDraft(context, draftOf(null));
      return redirect(pathOf(begun.value), {
        notice: { result: 'success', heading: 'The draft is kept.', children: 'Nobody reads anything under it yet.' },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/agreements/:agreement',
    permission: staff,
    params: one,
    audit: nobody,
    handle: (context, { params }) => read(signedIn(context), params.agreement),
  }),
  route({
    method: 'GET',
    path: '/agreements/:agreement/words',
    permission: staff,
    params: one,
    audit: nobody,
    async handle(request, { params }) {
      const context = signedIn(request);
      const agreement = await findAgreement(context, params.agreement);
      if (!agreement) return problem(notFound);
      return agreement.state === 'draft' ? write(context, agreement) : redirect(pathOf(agreement.id));
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/words',
    permission: staff,
    params: one,
    body: z.strictObject({ ...terms, version }),
    audit: nobody,
    async handle(request, { params, body: { draft_version: _, version: edition, ...typed } }) {
      const context = signedIn(request);
      const written = await writeAgreement(context, at(params.agreement, edition), typed);
      if (!written.ok) {
        const agreement = await findAgreement(context, params.agreement);
        return agreement?.state === 'draft' ? write(context, agreement, typed, written.problem) : problem(written.problem);
      }
      await finishDraft(context, draftOf(params.agreement));
      return redirect(pathOf(params.agreement), { notice: { result: 'success', heading: 'The draft is kept.' } });
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/send',
    permission: staff,
    params: one,
    body: z.strictObject({ version }),
    audit: nobody,
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const sent = await sendAgreement(context, at(params.agreement, body.version));
      return answered(context, params.agreement, sent, {
        said: 'It waits to be confirmed.',
        more: 'Everybody else who keeps agreements has it among their tasks.',
      });
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/back',
    permission: staff,
    params: one,
    body: z.strictObject({ version, reason: long }),
    audit: nobody,
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const given = await giveBack(context, at(params.agreement, body.version), body.reason);
      return answered(context, params.agreement, given, { said: 'It is a draft again.' }, { sent: 'back', typed: body });
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/sign',
    permission: staff,
    params: one,
    body: z.strictObject(signing),
    audit: nobody,
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const signed = await confirmAgreement(context, at(params.agreement, body.version), body);
      const more = 'It opens what people said yes to, from its first day until its last.';
      return answered(context, params.agreement, signed, { said: 'The signatures are confirmed.', more }, { sent: 'sign', typed: body });
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/renew',
    permission: staff,
    params: one,
    body: z.strictObject({ ...signing, ends_on: dayAsTyped, review_on: dayAsTyped }),
    audit: nobody,
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const renewed = await renewAgreement(context, at(params.agreement, body.version), body);
      return answered(context, params.agreement, renewed, { said: 'It goes on.' }, { sent: 'renew', typed: body });
    },
  }),
  route({
    method: 'POST',
    path: '/agreements/:agreement/end',
    permission: staff,
    params: one,
    body: z.strictObject({ version, reason: long, after_end: long }),
    audit: nobody,
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const ended = await endAgreement(context, at(params.agreement, body.version), body);
      const more = 'Whatever was read under it is closed to them now.';
      return answered(context, params.agreement, ended, { said: 'The agreement has ended.', more }, { sent: 'end', typed: body });
    },
  }),
];

export const navigation: readonly NavigationEntry[] = [
  { text: 'Sharing agreements', href: here, roles: keepers, waiting: (context) => agreementsWaiting(signedIn(context)) },
];
