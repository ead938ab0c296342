// The doors of an ending: planning it, going on after all, ending with the door open, and coming back.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, isLocalDate, type LocalDate, localDate } from '../../platform/clock.ts';
import { moversOf, permit } from '../../platform/lifecycle.ts';
import { notFound, type Result } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choices, dayAsTyped, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { resultsOf } from '../measures/actions.ts';
import { currentPlan } from '../plans/actions.ts';
import { recordOf } from '../record/actions.ts';
import { addMonths, comeBack, endEnrolment, goOn, planEnding } from './actions.ts';
import { enrolmentLifecycle, openStates } from './model.ts';
import { EndingPage, type EndingView } from './pages/ending.tsx';
import { enrolmentsOf } from './store.ts';

const workers = roles('KW', 'HOU', 'EMP', 'TRI', 'SNR', 'MGR');
const params = z.strictObject({ person: identifier });

type Typed = Partial<EndingView['typed']>;

async function endingPage(
  context: SignedIn,
  personId: string,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const frame = await recordOf(context, personId, null);
  if (!frame?.reach.write.has('story')) return problem(notFound);
  const enrolments = await enrolmentsOf(context.tables, personId);
  const enrolment =
    enrolments.find((one) => openStates.some((state) => state === one.state)) ?? enrolments.find((one) => one.state === 'ended');
  const today = localDate(context.now);
  const plan = await currentPlan(context.tables, personId);
  const last = (await resultsOf(context.tables, personId)).at(-1);
  const pathway = context.place.blueprint.pathways.find((one) => one.code === enrolment?.pathwayCode);
  const weeks = pathway?.endingPlanWeeksBefore ?? 6;
  const planning = permit(enrolmentLifecycle, { from: 'active', to: 'ending', by: moversOf(context) });
  return page(
    renderDocument(
      <EndingPage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          mayPlan: planning.ok,
          base: `/people/${personId}/ending`,
          formKey: context.formKey(),
          at: !enrolment ? 'nothing' : enrolment.state === 'ended' ? 'ended' : enrolment.state === 'ending' ? 'ending' : 'plan',
          pathway: pathway?.name ?? enrolment?.pathwayCode ?? '',
          since: enrolment?.startsOn ? saidDate(enrolment.startsOn) : '',
          plannedEnd: enrolment?.endedOn ? saidDate(enrolment.endedOn) : enrolment?.plannedEndOn ? saidDate(enrolment.plannedEndOn) : '',
          enrolmentId: enrolment?.id ?? '',
          version: String(enrolment?.version ?? 1),
          doorUntil: saidDate(enrolment?.reEntryUntil ?? addMonths(today, pathway?.reEntryMonths ?? 6)),
          doorOpen: (enrolment?.reEntryUntil ?? '') >= today,
          stayWell: plan?.parts.stayWell ?? '',
          lastMeasure: last ? `The last one was taken on ${saidDate(last.takenAt)}.` : 'None was taken.',
          typed: {
            ends_on: addDays(today, weeks * 7),
            reason: '',
            stay_well: [],
            measures: '',
            persons_view: '',
            reason_on: '',
            new_end: addMonths(today, 3),
            ...typed,
          },
          errors,
        }}
      />,
    ),
    status,
  );
}

/** '' where it is no day: the action says what to choose. */
const dayOf = (typed: string): LocalDate => (isLocalDate(typed) ? typed : '');
const at = { enrolment: identifier, version };

async function answered(
  context: SignedIn,
  personId: string,
  result: Result<unknown>,
  typed: Typed,
  to: string,
  heading: string,
  children: string,
): Promise<Answer> {
  if (result.ok) return redirect(to, { notice: { result: 'success', heading, children } });
  return result.problem.status === 404
    ? problem(result.problem)
    : endingPage(context, personId, typed, errorsOf(result.problem), result.problem.status);
}

/** The form again with what was typed, as far as its fields can show it. */
const again: NonNullable<Parameters<typeof route<typeof params, undefined, z.ZodObject>>[0]['again']> = (
  context,
  { params: { person }, typed, faults },
) =>
  endingPage(
    signedIn(context),
    person,
    Object.fromEntries(
      ['ends_on', 'reason', 'measures', 'persons_view', 'reason_on', 'new_end'].flatMap((name) =>
        typed[name] === undefined ? [] : [[name, asText(typed[name])]],
      ),
    ),
    asErrors(faults),
    422,
  );

export const endingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/ending',
    permission: workers,
    params,
    audit: audited('enrolment.ending'),
    handle: (context, { params: { person } }) => endingPage(signedIn(context), person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/ending/plan',
    permission: workers,
    params,
    body: z.strictObject({ ...at, ends_on: dayAsTyped }),
    audit: audited('enrolment.plan_ending'),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const planned = await planEnding(context, { id: body.enrolment, version: body.version }, dayOf(body.ends_on));
      return answered(
        context,
        person,
        planned,
        { ends_on: body.ends_on },
        `/people/${person}/ending`,
        'The ending is being planned.',
        'Write the stay-well part of the plan together. Nothing ends until you both are ready.',
      );
    },
    again,
  }),
  route({
    method: 'POST',
    path: '/people/:person/ending/go-on',
    permission: workers,
    params,
    body: z.strictObject({ ...at, reason_on: optionalText(2000, 'The reason'), new_end: dayAsTyped }),
    audit: audited('enrolment.go_on'),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const done = await goOn(context, { id: body.enrolment, version: body.version, reason: body.reason_on }, dayOf(body.new_end));
      return answered(
        context,
        person,
        done,
        { reason_on: body.reason_on, new_end: body.new_end },
        `/people/${person}`,
        'Support goes on.',
        `Planned until ${body.new_end ? saidDate(body.new_end) : ''}.`,
      );
    },
    again,
  }),
  route({
    method: 'POST',
    path: '/people/:person/ending/end',
    permission: workers,
    params,
    body: z.strictObject({
      ...at,
      reason: optionalText(40),
      stay_well: choices(['yes']),
      measures: z.enum(['taken', 'declined', 'requested', '']).optional().default(''),
      persons_view: optionalText(4000, 'Their words'),
    }),
    audit: audited('enrolment.end'),
    handle: async (request, { params: { person }, body }) => {
      const context = signedIn(request);
      const ended = await endEnrolment(context, {
        id: body.enrolment,
        version: body.version,
        reason: body.reason,
        personsView: body.persons_view,
        stayWellOffered: body.stay_well.length > 0,
        measures: body.measures || null,
      });
      return answered(
        context,
        person,
        ended,
        body,
        `/people/${person}`,
        'Support has ended. The door stays open.',
        ended.ok ? `Until ${saidDate(ended.value.reEntryUntil)} they can come back without a new form.` : '',
      );
    },
    again,
  }),
  route({
    method: 'POST',
    path: '/people/:person/ending/come-back',
    permission: workers,
    params,
    body: z.strictObject({}),
    audit: audited('enrolment.come_back'),
    handle: async (request, { params: { person } }) => {
      const context = signedIn(request);
      const frame = await recordOf(context, person, null);
      if (!frame?.reach.write.has('contact')) return problem(notFound);
      const back = await comeBack(context, person);
      return answered(
        context,
        person,
        back,
        {},
        `/people/${person}`,
        'Welcome back.',
        'The same request is in triage again with everything that was said. All clocks are new.',
      );
    },
  }),
];
