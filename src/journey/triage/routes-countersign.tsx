// The doors of a second clinician: decisions to agree, and one of them in two views.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound, type Result } from '../../platform/problem.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { helpOfDecision } from '../coming/actions.ts';
import { toldOf } from '../coming/model.ts';
import { identityOf, safeContactAbout } from '../people/actions.ts';
import { consider, countersign, factsToTell, returnDecision } from './actions.ts';
import { countersignWords } from './countersign.ts';
import { toldBefore } from './deciding-again.ts';
import { messagesOf } from './messages.ts';
import { CountersignList, CountersignPage } from './pages/countersign.tsx';
import { ownAccount, reasonsFor, received, safetySentence } from './presenting.ts';
import { awaitingCountersign, findDecision } from './store-decision.ts';
import { offersOfDecision } from './store-offer.ts';
import { myTeams } from './visitor.ts';

export const countersignRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/countersign',
    permission: roles('SNR'),
    audit: audited('decision.countersign_list'),
    handle: async (request) => {
      const context = signedIn(request);
      const list = await awaitingCountersign(context.tables, myTeams(context));
      context.touch(...list.map((one) => one.personId));
      return page(
        renderDocument(
          <CountersignList
            shell={await context.shell('/countersign')}
            items={list.map((one) => ({ ...one, href: `/countersign/${one.id}`, when: received(one.createdAt, context.now) }))}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/countersign/:decision',
    permission: roles('SNR'),
    params: z.strictObject({ decision: identifier }),
    audit: audited('decision.read'),
    handle: async (request, { params }) => countersignPage(signedIn(request), params.decision, '', []),
  }),
  route({
    method: 'POST',
    path: '/countersign/:decision',
    permission: roles('SNR'),
    params: z.strictObject({ decision: identifier }),
    body: z.strictObject({
      version,
      act: z.enum(['agree', 'return'], { error: 'Agree, or give it back.' }),
      comment: optionalText(2000, 'The comment'),
    }),
    audit: audited('decision.countersign'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const given = { decisionId: params.decision, version: body.version, comment: body.comment };
      const agreed = body.act === 'agree' ? await countersign(context, given) : null;
      const done = agreed ?? (await returnDecision(context, given));
      if (!done.ok && done.problem.status === 422)
        return countersignPage(
          context,
          params.decision,
          body.comment,
          [{ field: 'comment', message: 'Say what you would do otherwise.' }],
          422,
        );
      return told(
        done,
        '/countersign',
        agreed === null
          ? 'Given back to its author with your comment.'
          : agreed.ok && agreed.value.told === 'task'
            ? 'Agreed. No message was safe to send: its author has a task to tell them. The team has been asked to say yes.'
            : 'Agreed. They have been told, and the team has been asked to say yes.',
      );
    },
    again: async (request, { params, typed, faults }) =>
      countersignPage(signedIn(request), params.decision, asText(typed.comment), faults, 422),
  }),
];

const told = (result: Result<unknown>, to: string, heading: string): Answer =>
  result.ok ? redirect(to, { notice: { result: 'success', heading } }) : problem(result.problem);

async function countersignPage(
  context: SignedIn,
  decisionId: string,
  comment: string,
  faults: readonly { field: string; message: string }[],
  status = 200,
): Promise<Answer> {
  const decisionRow = await findDecision(context.tables, decisionId);
  const considered = decisionRow ? await consider(context, decisionRow.referralId) : null;
  const who = considered ? await identityOf(context, considered.referral.personId) : null;
  if (!decisionRow || !considered || !who) return problem(notFound);
  const coming = await helpOfDecision(context.tables, decisionId);
  const [old] = await toldBefore(context.tables, decisionRow.referralId, decisionId);
  const messages = await messagesOf(
    context,
    considered.referral,
    factsToTell(context, decisionRow, await offersOfDecision(context.tables, decisionId), coming?.offered, old),
  );
  return page(
    renderDocument(
      <CountersignPage
        shell={await context.shell('/countersign')}
        name={who.name}
        firstName={who.firstName}
        safeContact={safeContactAbout(considered.referral, who)}
        account={ownAccount(considered.answers, who.firstName, considered.referral.referrerName)}
        safety={safetySentence(considered.answers, who.firstName)}
        everything={`/triage/${considered.referral.id}`}
        suggested={
          considered.suggestion.steps.map((step) => `${step.serviceName}, ${step.responseWords.toLowerCase()}`).join('. ') ||
          'The rules gave no suggestion.'
        }
        reasons={reasonsFor(considered.suggestion, null)}
        chosen={`${decisionRow.firstStep}${decisionRow.respondBy ? `, by ${saidDay(decisionRow.respondBy)} ${saidTime(decisionRow.respondBy)}` : ''}`}
        why={decisionRow.reason}
        personsView={decisionRow.personsView}
        coming={coming ? toldOf(coming.offered) || coming.notOfferedBecause : ''}
        otherView={decisionRow.otherView}
        by={decisionRow.draftedByName ?? ''}
        because={decisionRow.countersignBecause.map((one) => countersignWords[one as keyof typeof countersignWords] ?? one)}
        own={decisionRow.draftedBy === context.visitor.accountId}
        waiting={decisionRow.state === 'awaiting_countersign'}
        messages={messages}
        action={`/countersign/${decisionId}`}
        hidden={{ form_key: context.formKey(), version: String(decisionRow.version) }}
        comment={comment}
        faults={faults}
      />,
    ),
    status,
  );
}
