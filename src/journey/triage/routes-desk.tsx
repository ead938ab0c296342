// The doors of the desk: the queue, one referral with its decision, and the rules behind a suggestion.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { atOnce } from '../../platform/database/at-once.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, notFound } from '../../platform/problem.ts';
import { type Answer, data, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choices, identifier, needed, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { initialsOf } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { helps } from '../coming/model.ts';
import { beginReading, consider, decide, decideAgain } from './actions.ts';
import { countersignWords } from './countersign.ts';
import { deskView, queueView } from './desk.ts';
import { type QueueFilter, queueFilters } from './model.ts';
import { TriageDesk } from './pages/desk.tsx';
import { RulesPage } from './pages/rules.tsx';
import { deskAddress } from './presenting.ts';
import { nextToDecide } from './store-queue.ts';
import { beHere, findReferral, type ReferralRow } from './store-referral.ts';
import { myTeams } from './visitor.ts';

const triage = roles('TRI', 'SNR');

const overtakenWords = { text: 'Somebody changed this while you read it. Your words are still here: read what is new, then save again.' };

/** The list they work through. */
const shown = z.enum(queueFilters).optional().default('everyone');

const decision = z.strictObject({
  version,
  step: z.string({ error: 'Choose the first step.' }).min(1, 'Choose the first step.').max(400, 'Choose the first step.'),
  response: z.string({ error: 'Choose how soon.' }).min(1, 'Choose how soon.').max(40, 'Choose how soon.'),
  reason: optionalText(2000, 'The reason'),
  persons_view: optionalText(2000, 'What they think'),
  other_view: optionalText(2000, 'The other view'),
  coming: choices(helps),
  coming_not: optionalText(1000, 'Why none of them'),
  show: shown,
});

const typedIn = (body: z.output<typeof decision>) => ({
  step: body.step,
  response: body.response,
  reason: body.reason,
  personsView: body.persons_view,
  otherView: body.other_view,
  coming: body.coming,
  comingNot: body.coming_not,
});

export const deskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/triage',
    permission: triage,
    query: z.strictObject({ show: shown, after: identifier.optional() }),
    audit: audited('triage.queue'),
    handle: async (request, { query }) => {
      const context = signedIn(request);
      const after = query.after ? await findReferral(context.tables, query.after) : null;
      const view = await queueView(context, query.show, null, after ? { decideBy: after.decideBy, id: after.id } : undefined);
      return page(renderDocument(<TriageDesk shell={await context.shell('/triage')} queue={view} view={null} />));
    },
  }),
  route({
    method: 'GET',
    path: '/triage/:referral',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    query: z.strictObject({ from: z.literal('next').optional(), show: shown }),
    audit: audited('referral.read'),
    handle: async (request, { params, query }) => {
      const context = signedIn(request);
      const referral = await findReferral(context.tables, params.referral);
      if (!referral) return problem(notFound);
      await beginReading(context, referral);
      const known = referral.state === 'submitted' ? {} : { known: referral };
      return deskPage(context, params.referral, { show: query.show, fromNext: query.from === 'next', ...known });
    },
  }),
  route({
    method: 'GET',
    path: '/triage/:referral/presence.json',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    audit: audited('referral.presence'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      if (!(await findReferral(context.tables, params.referral))) return problem(notFound);
      const others = await beHere(context.tables, params.referral, context.visitor.accountId, 'reading', context.now);
      return data({ people: others.map((one) => ({ name: one.name.split(' ')[0], initials: initialsOf(one.name), doing: one.doing })) });
    },
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/decide',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    body: decision,
    audit: audited('referral.decide'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const considered = await consider(context, params.referral);
      if (!considered) return problem(notFound);
      const steps = body.step === 'suggested' ? considered.suggestion.steps.map((step) => step.id) : [body.step];
      const decided = await decide(
        context,
        {
          referralId: params.referral,
          version: body.version,
          steps,
          responseCode: body.response,
          reason: body.reason,
          personsView: body.persons_view,
          otherView: body.other_view,
          coming: { offered: body.coming, notOfferedBecause: body.coming_not },
        },
        considered,
      );
      const typed = typedIn(body);
      if (!decided.ok) {
        const { status } = decided.problem;
        if (status === 404) return problem(decided.problem);
        return deskPage(
          context,
          params.referral,
          {
            typed,
            // What somebody else changed is on the page now, so whoever read it may save again.
            ...(decided.problem === overtaken
              ? { errors: [overtakenWords] }
              : { version: body.version, errors: errorsOf(decided.problem) }),
            show: body.show,
          },
          status,
        );
      }
      const next = await nextToDecide(context.tables, myTeams(context), {
        referralId: params.referral,
        filter: body.show,
        accountId: context.visitor.accountId,
      });
      const { value } = decided;
      return redirect(deskAddress(next ?? '', body.show, next ? 'next' : undefined), {
        notice:
          value.outcome === 'awaiting_countersign'
            ? {
                result: 'information',
                heading: 'A second clinician reads it next.',
                children: `${value.because.map((one) => countersignWords[one as keyof typeof countersignWords] ?? one).join(' ')} Nothing has been sent yet.`,
                link: { text: 'Open it again', href: `/triage/${params.referral}` },
              }
            : {
                result: 'success',
                heading: 'Decided.',
                children:
                  value.told === 'message'
                    ? 'They have been told, and the team has been asked to say yes.'
                    : 'No message was safe to send: you have a task to tell them. The team has been asked to say yes.',
                link: { text: 'Open it again', href: `/triage/${params.referral}` },
              },
      });
    },
    again: (request, { params, typed, faults }) => again(signedIn(request), params.referral, typed, faults),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/messages',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    body: decision,
    audit: audited('referral.read'),
    repeatable: 'It shows what would be sent and keeps nothing.',
    handle: (request, { params, body }) =>
      deskPage(signedIn(request), params.referral, {
        typed: typedIn(body),
        version: body.version,
        asked: true,
        show: body.show,
      }),
    again: (request, { params, typed, faults }) => again(signedIn(request), params.referral, typed, faults),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/again',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    body: z.strictObject({ version, because: needed(500, 'Say in a few words why.') }),
    audit: audited('referral.decide_again'),
    handle: async (request, { params, body }) => {
      const again = await decideAgain(signedIn(request), { referralId: params.referral, ...body });
      if (!again.ok) return problem(again.problem);
      return redirect(`/triage/${params.referral}`, {
        notice: { result: 'success', heading: 'Choose the new first step. Nobody is told before you save it.' },
      });
    },
    again: (request, { params, faults }) => deskPage(signedIn(request), params.referral, { errors: asErrors(faults) }, 422),
  }),
  route({
    method: 'GET',
    path: '/triage/:referral/rules',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    audit: audited('referral.rules'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const considered = await consider(context, params.referral);
      if (!considered) return problem(notFound);
      return page(
        renderDocument(
          <RulesPage
            shell={await context.shell('/triage')}
            suggestion={considered.suggestion}
            rules={considered.rules}
            others={considered.others}
            back={`/triage/${params.referral}`}
          />,
        ),
      );
    },
  }),
];

/** The desk with what was typed and what is wrong with it. */
const again = (
  context: SignedIn,
  referralId: string,
  typed: Readonly<Record<string, string | readonly string[]>>,
  faults: readonly Fault[],
): Promise<Answer> =>
  deskPage(
    context,
    referralId,
    {
      typed: {
        step: asText(typed.step),
        response: asText(typed.response),
        reason: asText(typed.reason),
        personsView: asText(typed.persons_view),
        otherView: asText(typed.other_view),
        coming: helps.filter((help) => [typed.coming].flat().includes(help)),
        comingNot: asText(typed.coming_not),
      },
      errors: asErrors(faults),
      show: shown.catch('everyone').parse(typed.show),
    },
    422,
  );

async function deskPage(
  context: SignedIn,
  referralId: string,
  {
    known,
    show = 'everyone',
    ...more
  }: Parameters<typeof deskView>[3] & { readonly known?: ReferralRow; readonly show?: QueueFilter } = {},
  status = 200,
): Promise<Answer> {
  const [considered, queueOf] = await atOnce(context.tables, [
    () => consider(context, referralId, known),
    () => queueView(context, show, referralId),
  ]);
  if (!considered) return problem(notFound);
  const view = await deskView(context, considered, queueOf, more);
  if (!view) return problem(notFound);
  return page(renderDocument(<TriageDesk shell={await context.shell('/triage')} queue={queueOf} view={view} />), status);
}
