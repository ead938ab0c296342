// The doors to writing a plan together: begin it, write in it, share what was written. Two who write at once read both texts.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { entriesOf } from '../../platform/codes/codes.ts';
import { notFound } from '../../platform/problem.ts';
import { firstName, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { optionalText } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { beginPlan, sharePlan, writePlan } from './actions.ts';
import { daysUnread, type Flat, fieldNames, flatten, laidSideBySide, partFields, unflatten } from './flat.ts';
import { at, opened, params, workers } from './opened-plan.ts';
import { PlanEditPage } from './pages/plan-edit.tsx';
import { errorsOf, planPage } from './routes-reading.tsx';
import { findPlan } from './store.ts';

const planForm = 'plan';

async function editPage(
  context: SignedIn,
  personId: string,
  more: {
    readonly flat?: Flat;
    readonly theirs?: Flat;
    readonly theirName?: string;
    readonly version?: string;
    readonly errors?: readonly FieldError[];
  } = {},
  status = 200,
): Promise<Answer> {
  const found = await opened(context, personId);
  if (!found?.writes) return problem(notFound);
  const { frame, plan } = found;
  if (!plan || (plan.state !== 'draft' && plan.state !== 'shared')) return redirect(`/people/${personId}/plan`);
  const draft = await openDraft(context, { form: planForm, subject: plan.id });
  const kept = draft.fields
    ? Object.fromEntries(
        Object.entries(draft.fields).map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')]),
      )
    : null;
  const name = frame.who.firstName;
  return page(
    renderDocument(
      <PlanEditPage
        shell={await context.shell('/my-day')}
        owners={entriesOf('actionOwner').map((entry) => ({
          value: entry.code,
          text: entry.code === 'person' ? name : entry.code === 'worker' ? firstName(context.visitor.name) : (entry.label ?? entry.code),
        }))}
        view={{
          frame,
          title: `${name}’s plan`,
          sentence:
            plan.state === 'shared'
              ? `${name} has been asked to check this. Changing it asks them to look again.`
              : `In ${name}’s words. Everything is optional, and can wait.`,
          action: `/people/${personId}/plan/edit`,
          hidden: {
            form_key: context.formKey(),
            plan: plan.id,
            version: more.version ?? String(plan.version),
            draft_version: String(draft.version),
          },
          draft: draftAddress({ form: planForm, subject: plan.id, personId }),
          saved: draft.saved,
          flat: more.flat ?? kept ?? flatten(plan),
          theirs: more.theirs ?? {},
          theirName: more.theirName ?? '',
          errors: more.errors ?? [],
        }}
      />,
    ),
    status,
  );
}

const limitOf = (name: string): number => (partFields.some((field) => field === name) ? 4000 : name.startsWith('goal_') ? 1000 : 300);
const editBody = z.strictObject({
  ...at,
  draft_version: optionalText(12),
  act: z.enum(['save', 'share']).optional().default('save'),
  ...Object.fromEntries(fieldNames.map((name) => [name, optionalText(limitOf(name), 'This text')])),
});

const flatOf = (body: Readonly<Record<string, unknown>>): Flat =>
  Object.fromEntries(
    fieldNames.flatMap((name) => (typeof body[name] === 'string' && body[name] !== '' ? [[name, String(body[name])]] : [])),
  );

export const writingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/people/:person/plan/begin',
    permission: workers,
    params,
    body: z.strictObject({}),
    audit: audited('plan.begin'),
    handle: async (request, { params: { person } }) => {
      const context = signedIn(request);
      const found = await opened(context, person);
      if (!found?.writes) return problem(notFound);
      const enrolment = (await enrolmentsOf(context.tables, person))[0];
      const begun = await beginPlan(context, person, enrolment?.id ?? null);
      return begun.ok ? redirect(`/people/${person}/plan/edit`) : problem(begun.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/plan/edit',
    permission: workers,
    params,
    audit: audited('plan.edit'),
    handle: (context, { params: { person } }) => editPage(signedIn(context), person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/plan/edit',
    permission: workers,
    params,
    body: editBody,
    audit: audited('plan.write'),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const plan = await findPlan(context.tables, body.plan);
      if (!plan || plan.personId !== person) return problem(notFound);
      const flat = flatOf(body);
      const unread = daysUnread(flat).map((field) => ({ text: 'Choose the day of the step, or leave it empty.', field }));
      if (unread.length > 0) return editPage(context, person, { flat, version: String(body.version), errors: unread }, 422);
      const written = await writePlan(context, { id: plan.id, version: body.version, ...unflatten(flat, plan) });
      if (!written.ok) {
        if (written.problem.status === 404) return problem(written.problem);
        if (plan.state !== 'draft' && plan.state !== 'shared') return planPage(context, person, { errors: errorsOf(written.problem) }, 409);
        const both = laidSideBySide(flat, plan);
        return editPage(
          context,
          person,
          {
            flat: both.mine,
            theirs: both.theirs,
            theirName: `${plan.changedByName ?? 'Somebody'}, ${saidTime(plan.changedAt)},`,
            version: String(plan.version),
            errors: errorsOf(written.problem),
          },
          written.problem.status,
        );
      }
      await finishDraft(context, { form: planForm, subject: plan.id });
      if (body.act === 'share' && plan.state === 'draft') {
        const shared = await sharePlan(context, { id: plan.id, version: written.value.version });
        if (!shared.ok)
          return editPage(
            context,
            person,
            { flat, version: String(plan.version), errors: errorsOf(shared.problem) },
            shared.problem.status,
          );
      }
      return redirect(body.act === 'share' ? `/people/${person}/plan` : `/people/${person}/plan/edit`, {
        notice:
          body.act === 'share'
            ? {
                result: 'success',
                heading: 'Saved and shared.',
                children: 'They can check it on their own page. Agree it when you have both read it.',
              }
            : { result: 'success', heading: 'Saved.' },
      });
    },
    again: (context, { params: { person }, typed, faults }) =>
      editPage(
        signedIn(context),
        person,
        {
          flat: flatOf(typed),
          ...(typeof typed.version === 'string' ? { version: typed.version } : {}),
          errors: faults.map(({ field, message }) => ({ text: message, field })),
        },
        422,
      ),
  }),
];
