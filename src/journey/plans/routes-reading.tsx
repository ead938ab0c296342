// The doors to a plan as it stands: read it and its older versions, share, agree in two voices, look again, tick a step.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, isLocalDate, localDate } from '../../platform/clock.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { saidDate, saidDayAndTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { choice, identifier, optionalText } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { agreePlan, declinePlan, reviewPlan, sharePlan, tickStep } from './actions.ts';
import { at, opened, params, readers, workers } from './opened-plan.ts';
import { PlanPage, type ReadView } from './pages/plan-page.tsx';
import { goalsShown, ownerName, planSentence } from './plan-words.ts';
import { currentPlan, olderPlans } from './store.ts';

export const errorsOf = ({ title, detail, faults }: Problem): FieldError[] =>
  faults?.map(({ field, message }) => ({ text: message, field })) ?? [{ text: `${title}. ${detail}` }];

export async function planPage(
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

export const readingRoutes: readonly Route[] = [
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
