// The doors of plans: read, write together, share, agree in two voices, look again, older versions.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, isLocalDate, localDate } from '../../platform/clock.ts';
import { entriesOf } from '../../platform/codes/codes.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { firstName, saidDate, saidDayAndTime, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { choice, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';
import { agreePlan, beginPlan, declinePlan, reviewPlan, sharePlan, tickStep, writePlan } from './actions.ts';
import { daysUnread, type Flat, fieldNames, flatten, laidSideBySide, partFields, unflatten } from './flat.ts';
import type { Plan } from './model.ts';
import { PlanEditPage, PlanPage, type ReadView } from './pages/plan.tsx';
import { currentPlan, findPlan, olderPlans } from './store.ts';

const working = ['KW', 'HOU', 'EMP', 'TRI', 'SNR', 'SG', 'MGR', 'CO_HUB'] as const;
const workers = roles(...working);
/** Information governance reads it after opening the record in an emergency. */
const readers = roles(...working, 'IG');
const params = z.strictObject({ person: identifier });
const planForm = 'plan';
const errorsOf = ({ title, detail, faults }: Problem): FieldError[] =>
  faults?.map(({ field, message }) => ({ text: message, field })) ?? [{ text: `${title}. ${detail}` }];

/** The frame and the plan, where the visitor may read the person's story. */
async function opened(
  context: SignedIn,
  personId: string,
  planId?: string,
): Promise<{ frame: RecordFrame; plan: Plan | null; writes: boolean } | null> {
  const frame = await recordOf(context, personId, 'Plan');
  if (!frame?.reach.read.has('story')) return null;
  const plan = planId ? await findPlan(context.tables, planId) : await currentPlan(context.tables, personId);
  if (planId && plan?.personId !== personId) return null;
  return { frame, plan, writes: frame.reach.write.has('story') };
}

const ownerName = (owner: string, name: string, worker: string): string =>
  owner === 'person'
    ? name
    : owner === 'worker'
      ? firstName(worker)
      : ({ supporter: 'Supporter', partner: 'Partner', family: 'Family or friend' }[owner] ?? owner);

export const goalsShown = (plan: Plan, name: string): ReadView['goals'] =>
  plan.goals.map((goal) => ({
    words: goal.words,
    done: goal.steps.filter((step) => step.doneOn).length,
    steps: goal.steps.length,
    next: goal.steps
      .filter((step) => !step.doneOn)
      .map((step) => ({
        who: step.ownerName || ownerName(step.owner, name, plan.workerName ?? 'Worker'),
        what: step.byOn ? `${step.what}, by ${saidDate(step.byOn)}` : step.what,
      })),
  }));

export const planSentence = (plan: Plan): string => {
  switch (plan.state) {
    case 'draft':
      return 'A draft that both can change.';
    case 'shared':
      return 'Shared, waiting for both to say yes.';
    case 'agreed':
    case 'agreed_with_differences':
    case 'under_review':
    case 'superseded':
      return [
        plan.agreedOn ? `Agreed on ${saidDate(plan.agreedOn)}${plan.workerName ? ` with ${plan.workerName}` : ''}.` : '',
        plan.state === 'superseded' ? 'A newer version took its place.' : plan.reviewOn ? `Look again by ${saidDate(plan.reviewOn)}.` : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'not_wanted':
      return 'No plan for now, and that is fine.';
  }
};

async function planPage(
  context: SignedIn,
  personId: string,
  more: { readonly planId?: string; readonly agreement?: ReadView['agreement']; readonly errors?: readonly FieldError[] } = {},
  status = 200,
): Promise<Answer> {
  const found = await opened(context, personId, more.planId);
  if (!found) return problem(notFound);
  const { frame, plan, writes } = found;
  const current = more.planId ? await currentPlan(context.tables, personId) : plan;
  const older = await olderPlans(context.tables, personId);
  const isOld = plan?.state === 'superseded';
  return page(
    renderDocument(
      <PlanPage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          plan,
          goals: plan ? goalsShown(plan, frame.who.firstName) : [],
          sentence: plan ? planSentence(plan) : '',
          writes,
          toTick:
            plan?.goals.flatMap((goal) =>
              goal.steps.map((step) => ({
                id: step.id,
                what: step.what,
                who: step.doneOn
                  ? `Done ${saidDate(step.doneOn)}`
                  : ownerName(step.owner, frame.who.firstName, plan.workerName ?? 'Worker'),
                done: step.doneOn !== null,
              })),
            ) ?? [],
          older: [
            ...(isOld && current ? [{ href: `/people/${personId}/plan`, text: 'The newest version' }] : []),
            ...older
              .filter((one) => one.id !== plan?.id)
              .map((one) => ({
                href: `/people/${personId}/plan/versions/${one.id}`,
                text: `Version ${one.number}${one.agreedOn ? `, agreed ${saidDate(one.agreedOn)}` : ''}`,
              })),
          ],
          isOld,
          formKey: context.formKey(),
          agreement: more.agreement ?? {
            review_on: addDays(localDate(context.now), 84),
            persons_difference: '',
            workers_difference: '',
          },
          errors: more.errors ?? [],
          printed: `Printed ${saidDayAndTime(context.now)}, by ${context.visitor.name}. Recorded in the access log.`,
        }}
      />,
    ),
    status,
  );
}

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
const at = { plan: identifier, version };
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

/** One step on: share, look again, no plan for now. */
const step = (
  path: '/people/:person/plan/share' | '/people/:person/plan/review' | '/people/:person/plan/not-wanted',
  kind: string,
  act: (context: SignedIn, at: { id: string; version: number }) => Promise<{ ok: true } | { ok: false; problem: Problem }>,
  heading: string,
  children: string,
  to = '',
): Route =>
  route({
    method: 'POST',
    path,
    permission: workers,
    params,
    body: z.strictObject(at),
    audit: audited(kind),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const done = await act(context, { id: body.plan, version: body.version });
      if (!done.ok)
        return done.problem.status === 404
          ? problem(done.problem)
          : planPage(context, person, { errors: errorsOf(done.problem) }, done.problem.status);
      return redirect(`/people/${person}/plan${to}`, { notice: { result: 'success', heading, children } });
    },
  });

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/plan',
    permission: readers,
    params,
    audit: audited('plan.read'),
    handle: (context, { params: { person } }) => planPage(signedIn(context), person),
  }),
  route({
    method: 'GET',
    path: '/people/:person/plan/versions/:plan',
    permission: readers,
    params: z.strictObject({ person: identifier, plan: identifier }),
    audit: audited('plan.read'),
    handle: (context, { params: { person, plan } }) => planPage(signedIn(context), person, { planId: plan }),
  }),
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
  step(
    '/people/:person/plan/share',
    'plan.share',
    sharePlan,
    'Shared.',
    'They can check it on their own page. Agree it when you have both read it.',
  ),
  step(
    '/people/:person/plan/review',
    'plan.review',
    reviewPlan,
    'A new version has begun.',
    'The agreed one stays as it was, and can be read beside it.',
    '/edit',
  ),
  step(
    '/people/:person/plan/not-wanted',
    'plan.not_wanted',
    declinePlan,
    'No plan for now.',
    'That is fine. You can begin one whenever they like.',
  ),
  route({
    method: 'POST',
    path: '/people/:person/plan/agree',
    permission: workers,
    params,
    body: z.strictObject({
      ...at,
      review_on: optionalText(20),
      persons_difference: optionalText(2000, 'This text'),
      workers_difference: optionalText(2000, 'This text'),
    }),
    audit: audited('plan.agree'),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const agreed = await agreePlan(context, {
        id: body.plan,
        version: body.version,
        agreedHow: body.persons_difference || body.workers_difference ? 'agreed_differences' : 'agreed',
        reviewOn: isLocalDate(body.review_on) ? body.review_on : '',
        personsDifference: body.persons_difference,
        workersDifference: body.workers_difference,
      });
      if (!agreed.ok)
        return agreed.problem.status === 404
          ? problem(agreed.problem)
          : planPage(context, person, { agreement: body, errors: errorsOf(agreed.problem) }, agreed.problem.status);
      return redirect(`/people/${person}/plan`, {
        notice: { result: 'success', heading: 'Agreed.', children: 'Both voices are kept. It can be read on their own page.' },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/people/:person/plan/steps/:step',
    permission: workers,
    params: z.strictObject({ person: identifier, step: identifier }),
    body: z.strictObject({ done: choice(['yes', 'no'], 'Say whether it is done.') }),
    audit: audited('plan.step'),
    repeatable: 'Saying twice that a step is done says the same.',
    handle: async (request, { params: { person, step: id }, body }) => {
      const ticked = await tickStep(signedIn(request), { id, done: body.done === 'yes' });
      return ticked.ok ? redirect(`/people/${person}/plan#steps`) : problem(ticked.problem);
    },
  }),
];
