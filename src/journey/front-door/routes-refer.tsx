// The addresses of professionals who refer: one page, one check, one receipt. Open to anyone at work; signed in, their own name is already there.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { submitReferral } from './actions.ts';
import { adviceBecame, ownAdvice } from './advice/actions.ts';
import { asReferral } from './advice/questions.ts';
import { aroundOf, isSignedIn, known } from './around.ts';
import { receivedPage, referCheckPage, referPage } from './pages/refer.tsx';
import { professionalFaults, professionalReferral } from './professional-answers.ts';
import { professionalQuestions } from './professional-questions.ts';
import { refer } from './professional-texts.ts';
import { type Fields, fieldsFor, schemaOf } from './reading.ts';
import { decisionDue, receivingTeam } from './setting.ts';
import { receiptOf } from './store-sent.ts';

const open = anyone('Anyone at work may refer; nothing about anybody is shown.');
const body = schemaOf(professionalQuestions, {
  service: z.string().max(100).optional().default(''),
  advice: z.string().max(40).optional().default(''),
  change: z.string().max(20).optional(),
});
const sendsAllowed = 40;

const servicesOf = (context: Context) =>
  (context.place.blueprint.services ?? []).filter(
    (service) => service.needsReferral && service.doors.some((door) => door === 'professional' || door === 'partner'),
  );

/** What the form carries beside its questions: the service in mind, and the question of which it is made. */
interface Beside {
  readonly service: string;
  readonly advice: string;
}

async function showForm(
  context: Context,
  fields: Fields,
  { service, advice }: Beside,
  faults: readonly Fault[],
  status: number,
): Promise<Answer> {
  const team = receivingTeam(context.place, service);
  return answerPage(
    referPage({
      around: await aroundOf(context, '/refer'),
      team: team.name,
      day: saidDay(decisionDue(context.place, team, context.now)),
      services: servicesOf(context),
      service,
      advice,
      fields,
      errors: asErrors(faults),
      formKey: context.formKey(),
      signedIn: isSignedIn(context),
    }),
    status,
  );
}

async function showCheck(
  context: Context,
  fields: Fields,
  { service, advice }: Beside,
  faults: readonly Fault[],
  status: number,
): Promise<Answer> {
  return answerPage(
    referCheckPage({
      around: await aroundOf(context, '/refer'),
      team: receivingTeam(context.place, service).name,
      fields,
      service,
      advice,
      serviceName: servicesOf(context).find(({ code }) => code === service)?.name ?? '',
      errors: asErrors(faults),
      formKey: context.formKey(),
    }),
    status,
  );
}

function besideOf(context: Context, typed: Readonly<Record<string, unknown>>): Beside {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const service = text(typed.service);
  return {
    service: servicesOf(context).some(({ code }) => code === service) ? service : '',
    advice: identifier.safeParse(typed.advice).data ?? '',
  };
}

export const referRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/refer',
    permission: open,
    query: z.strictObject({ advice: identifier.optional() }),
    audit: touchesNobody('A form that is not sent yet is about nobody.'),
    handle: async (context, { query }) => {
      const advice = query.advice ? await ownAdvice(context, query.advice) : null;
      const begun = advice && advice.referralId === null ? { fields: asReferral(advice), advice: advice.id } : { fields: {}, advice: '' };
      return showForm(context, { ...(await known(context)), ...begun.fields }, { service: '', advice: begun.advice }, [], 200);
    },
  }),
  route({
    method: 'POST',
    path: '/refer',
    permission: open,
    body,
    audit: touchesNobody('Nothing is kept before it is sent.'),
    repeatable: 'It checks what was typed and keeps nothing.',
    again: (context, { typed, faults }) =>
      showForm(context, fieldsFor(professionalQuestions, typed), besideOf(context, typed), faults, 422),
    handle: async (context, { body: typed }) => {
      const fields = fieldsFor(professionalQuestions, typed);
      const beside = besideOf(context, typed);
      if (typeof typed.change === 'string' && typed.change) return showForm(context, fields, beside, [], 200);
      const faults = professionalFaults(fields, localDate(context.now), isSignedIn(context));
      return faults.length > 0 ? showForm(context, fields, beside, faults, 422) : showCheck(context, fields, beside, [], 200);
    },
  }),
  route({
    method: 'POST',
    path: '/refer/send',
    permission: open,
    body,
    audit: audited('referred somebody'),
    again: (context, { typed, faults }) =>
      showForm(context, fieldsFor(professionalQuestions, typed), besideOf(context, typed), faults, 422),
    handle: async (context, { body: typed }) => {
      const fields = fieldsFor(professionalQuestions, typed);
      const beside = besideOf(context, typed);
      const signedIn = isSignedIn(context);
      const faults = professionalFaults(fields, localDate(context.now), signedIn);
      if (faults.length > 0) return showForm(context, fields, beside, faults, 422);
      if (!signedIn && !(await context.mayTry('refer', context.address, sendsAllowed, 3600)))
        return showCheck(context, fields, beside, [{ field: '', message: refer.tooMany }], 429);
      const accountId = signedIn ? (context.visitor?.accountId ?? null) : null;
      const { referralId, number } = await submitReferral(
        context,
        professionalReferral(fields, { today: localDate(context.now), accountId, service: beside.service }),
      );
      if (beside.advice) await adviceBecame(context, { adviceId: beside.advice, referralId });
      return signedIn
        ? redirect(`/sent/${referralId}`, { notice: { result: 'success', heading: refer.receivedTitle(number) } })
        : redirect(`/refer/received/${referralId}`);
    },
  }),
  route({
    method: 'GET',
    path: '/refer/received/:referral',
    permission: open,
    params: z.strictObject({ referral: identifier }),
    audit: touchesNobody('The receipt says a number and a date, nothing about anybody.'),
    handle: async (context, { params }) => {
      const receipt = await context.asWorker('show a receipt', (tables) => receiptOf(tables, params.referral));
      if (!receipt) return problem(notFound);
      return answerPage(
        receivedPage({
          around: await aroundOf(context, '/refer'),
          number: receipt.number,
          team: receipt.teamName,
          day: saidDay(receipt.decideBy),
        }),
      );
    },
  }),
];
