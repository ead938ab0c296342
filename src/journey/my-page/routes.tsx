// The doors of a person's own page. All are for the person signed in and about nobody else; an id that is not theirs is not found.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { firstName, saidDate, saidDay } from '../../platform/said.ts';
import { type Answer, type Notice, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { identityOf } from '../people/actions.ts';
import { currentPlan, findPlan } from '../plans/actions.ts';
import type { Plan } from '../plans/model.ts';
import { calendarForPerson } from '../sessions/actions.ts';
import { answerAppointment, returnThroughDoor, sayYesToPlan, type Themselves, tickOwnStep } from './actions.ts';
import { myPage } from './pages/my-page.tsx';
import { longestDifference, myPlanPage } from './pages/my-plan.tsx';
import { planView, planWorker, readMyPage, readOlder, supportNow } from './reading.ts';

const person = roles('PER');

/** The person of the account that asks; the permission makes sure there is one. */
function themselves(context: Context): Themselves {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return context as Themselves; // narrowed by the line above
}

/** Something moved on since the page was loaded: they see how it is now, and nothing is lost. */
const movedOn = (why: Problem, to: string): Answer =>
  why.status === 409
    ? redirect(to, { notice: { result: 'information', heading: why.title, children: 'Here is how it is now.' } })
    : problem(why);

interface ShownPlan {
  readonly past?: boolean;
  readonly typed?: string;
  readonly errors?: readonly { readonly field: string; readonly text: string }[];
}

async function showPlan(me: Themselves, plan: Plan | null, { past = false, typed = '', errors = [] }: ShownPlan = {}): Promise<string> {
  const who = await identityOf(me, me.visitor.personId);
  const support = supportNow(await enrolmentsOf(me.tables, me.visitor.personId));
  return myPlanPage({
    frame: me.frame('en'),
    name: who?.name ?? me.visitor.name,
    plan: plan ? planView(plan, planWorker(plan, support), localDate(me.now)) : null,
    older: past ? [] : await readOlder(me),
    past,
    formKey: () => me.formKey(),
    typed,
    errors,
    printed: saidDate(me.now),
  });
}

const answered: Readonly<Record<'confirm' | 'cannot', { readonly audit: string; readonly answer: 'coming' | 'cannot' }>> = {
  confirm: { audit: 'confirmed their appointment', answer: 'coming' },
  cannot: { audit: 'said they cannot come', answer: 'cannot' },
};

const appointmentRoute = (what: 'confirm' | 'cannot'): Route =>
  route({
    method: 'POST',
    path: `/me/appointments/:session/${what}`,
    permission: person,
    params: z.strictObject({ session: identifier }),
    body: z.strictObject({ version }),
    audit: audited(answered[what].audit),
    async handle(context, { params, body }) {
      const done = await answerAppointment(themselves(context), { id: params.session, version: body.version }, answered[what].answer);
      if (!done.ok) return movedOn(done.problem, '/me');
      const worker = firstName(done.value.workerName);
      const notice: Notice =
        what === 'confirm'
          ? { result: 'success', heading: `${worker} knows you’ll be there`, children: `${saidDay(done.value.startsAt)} is confirmed.` }
          : { result: 'success', heading: `${worker} knows you can’t make it`, children: 'That is fine. You are offered another time.' };
      return redirect('/me', { notice });
    },
  });

const calendarRoute = route({
  method: 'GET',
  path: '/me/calendar.ics',
  permission: person,
  audit: audited('took their appointments into their calendar'),
  handle(context) {
    const me = themselves(context);
    return calendarForPerson(me, me.visitor.personId);
  },
});

const stepParams = z.strictObject({ step: identifier });

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me',
    permission: person,
    query: z.strictObject({}),
    audit: audited('opened their own page'),
    async handle(context) {
      return page(myPage({ frame: context.frame('en'), view: await readMyPage(themselves(context)), formKey: () => context.formKey() }));
    },
  }),
  appointmentRoute('confirm'),
  appointmentRoute('cannot'),
  calendarRoute,
  route({
    method: 'GET',
    path: '/me/plan',
    permission: person,
    query: z.strictObject({}),
    audit: audited('read their plan'),
    async handle(context) {
      const me = themselves(context);
      return page(await showPlan(me, await currentPlan(me.tables, me.visitor.personId)));
    },
  }),
  route({
    method: 'GET',
    path: '/me/plan/versions/:plan',
    permission: person,
    params: z.strictObject({ plan: identifier }),
    query: z.strictObject({}),
    audit: audited('read an older version of their plan'),
    async handle(context, { params }) {
      const me = themselves(context);
      const plan = await findPlan(me.tables, params.plan);
      if (plan?.personId !== me.visitor.personId) return problem(notFound);
      return page(await showPlan(me, plan, { past: true }));
    },
  }),
  route({
    method: 'POST',
    path: '/me/plan/agree',
    permission: person,
    body: z.strictObject({ plan: identifier, version, differently: optionalText(longestDifference, 'What you see differently') }),
    audit: audited('said yes to their plan'),
    async handle(context, { body }) {
      const said = await sayYesToPlan(themselves(context), { id: body.plan, version: body.version, differently: body.differently });
      if (!said.ok) return movedOn(said.problem, '/me/plan');
      return redirect('/me/plan', {
        notice: {
          result: 'success',
          heading: 'This is your plan',
          children: body.differently ? 'Both voices are kept. You are asked to read them together.' : 'You can read it here at any time.',
        },
      });
    },
    async again(context, { typed, faults }) {
      const me = themselves(context);
      return page(
        await showPlan(me, await currentPlan(me.tables, me.visitor.personId), {
          typed: typeof typed.differently === 'string' ? typed.differently : '',
          errors: faults.map(({ field, message }) => ({ field, text: message })),
        }),
        422,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/me/plan/steps/:step',
    permission: person,
    params: stepParams,
    body: z.strictObject({ done: choice(['yes', 'no'], 'Say whether it is done.'), from: z.literal('plan').optional() }),
    audit: audited('ticked a step of their plan'),
    async handle(context, { params, body }) {
      const done = body.done === 'yes';
      const ticked = await tickOwnStep(themselves(context), { id: params.step, done });
      if (!ticked.ok) return problem(ticked.problem);
      return redirect(body.from ? '/me/plan' : '/me', {
        notice: {
          result: 'success',
          heading: done ? 'Noted as done' : 'Noted as not done yet',
          children: ticked.value.what,
          ...(done ? { undo: { action: `/me/plan/steps/${params.step}/not-done` } } : {}),
        },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/me/plan/steps/:step/not-done',
    permission: person,
    params: stepParams,
    body: z.strictObject({}),
    repeatable: 'A step that is not done stays not done.',
    audit: audited('took back a tick in their plan'),
    async handle(context, { params }) {
      const ticked = await tickOwnStep(themselves(context), { id: params.step, done: false });
      return ticked.ok
        ? redirect('/me', { notice: { result: 'success', heading: 'Noted as not done yet', children: ticked.value.what } })
        : problem(ticked.problem);
    },
  }),
  route({
    method: 'POST',
    path: '/me/come-back',
    permission: person,
    body: z.strictObject({}),
    audit: audited('came back'),
    async handle(context) {
      const back = await returnThroughDoor(themselves(context));
      if (!back.ok) return movedOn(back.problem, '/me');
      return redirect('/me', {
        notice: {
          result: 'success',
          heading: 'Welcome back',
          children: 'We have it. We kept what you told us, so you do not start again.',
        },
      });
    },
  }),
];
