// The doors of a person's own page. All are for the person signed in and about nobody else; an id that is not theirs is not found.
import { z } from 'zod';
import { notFound, type Problem } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choice, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { identityOf } from '../people/actions.ts';
import { currentPlan, findPlan } from '../plans/actions.ts';
import type { Plan } from '../plans/model.ts';
import { calendarForPerson } from '../sessions/actions.ts';
import { answerAppointment, returnThroughDoor, sayYesToPlan, type Themselves, tickOwnStep } from './actions.ts';
import { myPage } from './pages/my-page.tsx';
import { longestDifference, myPlanPage } from './pages/my-plan.tsx';
import { readMyPage, supportNow } from './reading.ts';
import { planView, planWorker, readOlder } from './reading-plan.ts';
import { easyWords } from './texts/easy-read.ts';
import { ownCatalogue } from './texts.ts';

const person = roles('PER');

/** The person of the account that asks; the permission makes sure there is one. */
function themselves(context: Context): Themselves {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return context as Themselves; // narrowed by the line above
}

/** How their pages speak, and what stands around them. */
const spoken = (context: Context) => spokenTo(context, ownCatalogue, easyWords);

/** Something moved on since the page was loaded: they see how it is now, and nothing is lost. */
function movedOn(context: Context, why: Problem, to: string): Answer {
  if (why.status !== 409) return problem(why);
  const { language, texts } = spoken(context);
  // What exactly moved on is only said in English.
  const heading = language === 'en' ? why.title : texts.notices.moved;
  return redirect(to, { notice: { result: 'information', heading, children: texts.notices.movedDetail } });
}

interface ShownPlan {
  readonly past?: boolean;
  readonly typed?: string;
  /** What they wrote is longer than is kept. */
  readonly tooLong?: boolean;
}

async function showPlan(me: Themselves, plan: Plan | null, { past = false, typed = '', tooLong = false }: ShownPlan = {}): Promise<string> {
  const who = await identityOf(me, me.visitor.personId);
  const support = supportNow(await enrolmentsOf(me.tables, me.visitor.personId));
  const speech = spoken(me);
  const { frame, texts, easy, moments } = speech;
  return myPlanPage({
    frame,
    texts,
    easy,
    name: who?.name ?? me.visitor.name,
    plan: plan ? planView(plan, planWorker(plan, support, speech), me.now, speech) : null,
    older: past ? [] : await readOlder(me, speech),
    past,
    formKey: () => me.formKey(),
    typed,
    errors: tooLong ? [{ field: 'differently', text: texts.plan.answer.tooLong({ number: longestDifference }) }] : [],
    printed: moments.date(me.now),
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
      if (!done.ok) return movedOn(context, done.problem, '/me');
      const who = firstName(done.value.workerName);
      const { texts, moments } = spoken(context);
      const { coming, comingDetail, cannot, cannotDetail } = texts.notices;
      const said =
        what === 'confirm'
          ? { heading: coming({ who }), children: comingDetail({ day: moments.day(done.value.startsAt) }) }
          : { heading: cannot({ who }), children: cannotDetail };
      return redirect('/me', { notice: { result: 'success', ...said } });
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
      const speech = spoken(context);
      const { frame, texts, easy } = speech;
      const view = await readMyPage(themselves(context), speech);
      return page(myPage({ frame, texts, easy, view, formKey: () => context.formKey() }));
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
      if (!said.ok) return movedOn(context, said.problem, '/me/plan');
      const { agreed, agreedBoth, agreedDetail } = spoken(context).texts.notices;
      return redirect('/me/plan', {
        notice: { result: 'success', heading: agreed, children: body.differently ? agreedBoth : agreedDetail },
      });
    },
    async again(context, { typed, faults }) {
      const me = themselves(context);
      return page(
        await showPlan(me, await currentPlan(me.tables, me.visitor.personId), {
          typed: typeof typed.differently === 'string' ? typed.differently : '',
          tooLong: faults.some(({ field }) => field === 'differently'),
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
      const { notices } = spoken(context).texts;
      return redirect(body.from ? '/me/plan' : '/me', {
        notice: {
          result: 'success',
          heading: done ? notices.done : notices.notDone,
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
        ? redirect('/me', { notice: { result: 'success', heading: spoken(context).texts.notices.notDone, children: ticked.value.what } })
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
      if (!back.ok) return movedOn(context, back.problem, '/me');
      const { notices } = spoken(context).texts;
      return redirect('/me', { notice: { result: 'success', heading: notices.back, children: notices.backDetail } });
    },
  }),
];
