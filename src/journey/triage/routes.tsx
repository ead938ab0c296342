// The doors of triage: the queue, one referral with its decision, asking for one thing, the rules behind a suggestion, and what a second clinician reads.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound, type Result } from '../../platform/problem.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import { type Answer, data, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { identifier, needed, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { initialsOf, type NavigationEntry } from '../../platform/web/shell.ts';
import { identityOf, previewForPerson } from '../people/actions.ts';
import { askForMore, beginReading, type Considered, consider, countersign, decide, factsToTell, returnDecision } from './actions.ts';
import { countersignWords } from './countersign.ts';
import type { FirstStep } from './model.ts';
import { AskPage } from './pages/ask.tsx';
import { CountersignList, CountersignPage } from './pages/countersign.tsx';
import { type DeskView, type StepView, TriageDesk } from './pages/desk.tsx';
import type { QueueView } from './pages/queue.tsx';
import { RulesPage } from './pages/rules.tsx';
import { ageOf, ownAccount, reasonsFor, received, referrerOf, safetySentence, toldFacts, whatWouldChange } from './presenting.ts';
import {
  awaitingCountersign,
  beHere,
  countAwaiting,
  countQueue,
  decisionsOf,
  findDecision,
  findReferral,
  placesTaken,
  possibleMatchesOf,
  type QueueFilter,
  queue,
  queueFilters,
} from './store.ts';

const triage = roles('TRI', 'SNR');
const mostInQueue = 50;

// A route with a role is never answered for a visitor who is not signed in.
const signedIn = (context: Context): SignedIn => context as SignedIn;

const myTeams = (context: SignedIn): string[] => [
  ...new Set(context.visitor.roles.filter((held) => held.access === 'TRI' || held.access === 'SNR').map((held) => held.teamId)),
];

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

async function queueView(
  context: SignedIn,
  filter: QueueFilter,
  current: string | null,
  after?: { decideBy: Date; id: string },
): Promise<QueueView> {
  const teams = myTeams(context);
  const items = await queue(context.tables, teams, {
    filter,
    accountId: context.visitor.accountId,
    most: mostInQueue,
    ...(after ? { after } : {}),
  });
  context.touch(...items.map((item) => item.personId));
  const last = items.length === mostInQueue ? items.at(-1) : undefined;
  return {
    items,
    count: await countQueue(context.tables, teams),
    filter,
    now: context.now,
    current,
    nextPage: last ? `/triage?show=${filter}&after=${last.id}` : null,
    languages: (tag) => languageNames.of(tag) ?? tag,
  };
}

/** Who comes after this one in the order of promises. */
const nextAfter = (view: QueueView, referralId: string) =>
  view.items.find(
    (item) => item.id !== referralId && !item.awaitingCountersign && (item.state === 'submitted' || item.state === 'in_triage'),
  );

async function stepViews(context: SignedIn, steps: readonly FirstStep[]): Promise<StepView[]> {
  const teams = steps.flatMap((step) => context.place.teams.get(step.teamCode)?.id ?? []);
  const taken = await context.asWorker('count places', (tables) => placesTaken(tables, [...new Set(teams)]));
  return steps.map((step) => {
    const team = context.place.teams.get(step.teamCode);
    const capacity = context.place.blueprint.services.find((one) => one.code === step.serviceCode)?.capacity[0];
    const free = team && capacity && capacity.per === undefined ? capacity.number - (taken.get(team.id) ?? 0) : null;
    return {
      step,
      places:
        free === null || !capacity
          ? null
          : free > 0
            ? `${free} of ${capacity.number} places free`
            : 'Full now: they wait, and hear from us',
    };
  });
}

interface Typed {
  readonly step: string;
  readonly response: string;
  readonly reason: string;
  readonly personsView: string;
}

async function deskView(
  context: SignedIn,
  considered: Considered,
  queueOf: QueueView,
  more: { readonly typed?: Typed; readonly errors?: DeskView['errors']; readonly fromNext?: boolean; readonly version?: number },
): Promise<DeskView | null> {
  const { referral, answers, suggestion } = considered;
  const who = await identityOf(context, referral.personId);
  if (!who) return null;
  const [latest] = await decisionsOf(context.tables, referral.id);
  const isOpen =
    referral.state === 'submitted' ||
    referral.state === 'in_triage' ||
    referral.state === 'waiting_info' ||
    referral.state === 'unreachable';
  const waits = latest?.state === 'awaiting_countersign';
  const first = suggestion.steps[0];
  const preview = await previewForPerson(context, {
    personId: referral.personId,
    purpose: 'decision',
    facts: factsToTell(
      context,
      { firstStep: suggestion.steps.map((step) => step.serviceName).join(', then '), respondBy: null, reason: first?.reason ?? '' },
      suggestion.steps.map((step) => ({ teamName: step.teamName })),
    ),
  });
  const others = await beHere(context.tables, referral.id, context.visitor.accountId, 'reading', context.now);
  const age = ageOf(referral.born, context.now);
  const firstName = who.firstName;
  return {
    referralId: referral.id,
    version: more.version ?? referral.version,
    name: who.name,
    firstName,
    sentence: [
      [age, who.pronouns].filter(Boolean).join(', '),
      who.home,
      `${referral.kind === 'self' ? 'Asked for themselves' : referral.kind === 'carer' ? 'Somebody close to them asked' : 'Referred'} ${received(referral.receivedAt, context.now)}`,
      `Referral R-${referral.number}`,
    ]
      .filter(Boolean)
      .join('. ')
      .concat('.'),
    readers: others.map((one) => ({
      name: one.name.split(' ')[0] ?? one.name,
      initials: initialsOf(one.name),
      doing: one.doing === 'deciding' ? 'deciding' : 'reading',
    })),
    safeContact: who.safeContact ?? { state: 'never asked' },
    account: ownAccount(answers, firstName, referral.referrerName),
    safety: safetySentence(answers, firstName),
    matches: await possibleMatchesOf(context.tables, referral.id),
    told: toldFacts(answers),
    referrer: referrerOf(referral),
    suggestion,
    suggested: await stepViews(context, suggestion.steps),
    reasons: reasonsFor(suggestion, null),
    change: whatWouldChange(suggestion),
    alternatives: await stepViews(context, considered.alternatives),
    responses: considered.responses,
    preview:
      preview.kind === 'message'
        ? {
            sender: preview.sender || context.place.blueprint.plainSender,
            text: preview.subject ? `${preview.subject}. ${preview.body}` : preview.body,
          }
        : { because: preview.because },
    decided:
      latest && (waits || !isOpen)
        ? {
            by: latest.draftedByName ?? '',
            at: latest.confirmedAt ?? referral.receivedAt,
            firstStep: latest.firstStep,
            reason: latest.reason,
            state: latest.state,
            because: waits ? latest.countersignBecause.map((one) => countersignWords[one as keyof typeof countersignWords] ?? one) : [],
          }
        : null,
    nextName: nextAfter(queueOf, referral.id)?.name ?? null,
    formKey: context.formKey(),
    typed: more.typed ?? {
      step: suggestion.steps.length > 0 ? 'suggested' : '',
      response: suggestion.responseCode ?? '',
      reason: latest?.state === 'drafted' ? latest.reason : '',
      personsView: '',
    },
    errors: more.errors ?? [],
    fromNext: more.fromNext ?? false,
  };
}

async function deskPage(context: SignedIn, referralId: string, more: Parameters<typeof deskView>[3] = {}, status = 200): Promise<Answer> {
  const considered = await consider(context, referralId);
  if (!considered) return problem(notFound);
  const queueOf = await queueView(context, 'everyone', referralId);
  const view = await deskView(context, considered, queueOf, more);
  if (!view) return problem(notFound);
  return page(renderDocument(<TriageDesk shell={await context.shell('/triage')} queue={queueOf} view={view} />), status);
}

const decision = z.strictObject({
  version,
  step: z.string({ error: 'Choose the first step.' }).min(1, 'Choose the first step.').max(400, 'Choose the first step.'),
  response: z.string({ error: 'Choose how soon.' }).min(1, 'Choose how soon.').max(40, 'Choose how soon.'),
  reason: optionalText(2000, 'The reason'),
  persons_view: optionalText(2000, 'What they think'),
});

const asText = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/triage',
    permission: triage,
    query: z.strictObject({ show: z.enum(queueFilters).optional(), after: identifier.optional() }),
    audit: audited('triage.queue'),
    handle: async (request, { query }) => {
      const context = signedIn(request);
      const after = query.after ? await findReferral(context.tables, query.after) : null;
      const view = await queueView(context, query.show ?? 'everyone', null, after ? { decideBy: after.decideBy, id: after.id } : undefined);
      return page(renderDocument(<TriageDesk shell={await context.shell('/triage')} queue={view} view={null} />));
    },
  }),
  route({
    method: 'GET',
    path: '/triage/:referral',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    query: z.strictObject({ from: z.literal('next').optional() }),
    audit: audited('referral.read'),
    handle: async (request, { params, query }) => {
      const context = signedIn(request);
      const referral = await findReferral(context.tables, params.referral);
      if (!referral) return problem(notFound);
      await beginReading(context, referral);
      return deskPage(context, params.referral, { fromNext: query.from === 'next' });
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
      const decided = await decide(context, {
        referralId: params.referral,
        version: body.version,
        steps,
        responseCode: body.response,
        reason: body.reason,
        personsView: body.persons_view,
      });
      const typed = { step: body.step, response: body.response, reason: body.reason, personsView: body.persons_view };
      if (!decided.ok) {
        const { status, title, detail, faults } = decided.problem;
        if (status === 404) return problem(decided.problem);
        return deskPage(
          context,
          params.referral,
          {
            typed,
            version: body.version,
            errors: faults?.map((fault) => ({ text: fault.message, field: fault.field })) ?? [{ text: `${title}. ${detail}` }],
          },
          status,
        );
      }
      const next = nextAfter(await queueView(context, 'everyone', null), params.referral);
      const { value } = decided;
      return redirect(next ? `/triage/${next.id}?from=next` : '/triage', {
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
    again: async (request, { params, typed, faults }) =>
      deskPage(
        signedIn(request),
        params.referral,
        {
          typed: {
            step: asText(typed.step),
            response: asText(typed.response),
            reason: asText(typed.reason),
            personsView: asText(typed.persons_view),
          },
          errors: faults.map((fault) => ({ text: fault.message, field: fault.field })),
        },
        422,
      ),
  }),
  route({
    method: 'GET',
    path: '/triage/:referral/ask',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    audit: audited('referral.read'),
    handle: async (request, { params }) => askPage(signedIn(request), params.referral, '', []),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/ask',
    permission: triage,
    params: z.strictObject({ referral: identifier }),
    body: z.strictObject({
      version,
      whom: z.enum(['person', 'referrer'], { error: 'Choose whom to ask.' }),
      question: needed(500, 'Write the one thing you need to know.'),
    }),
    audit: audited('referral.ask'),
    handle: async (request, { params, body }) => {
      const asked = await askForMore(signedIn(request), { referralId: params.referral, ...body });
      return told(asked, `/triage/${params.referral}`, 'Asked. The clock runs on.');
    },
    again: async (request, { params, typed, faults }) => askPage(signedIn(request), params.referral, asText(typed.question), faults, 422),
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
      const rules = context.place.blueprint.rules.find((one) => one.table.id === considered.suggestion.table);
      return page(
        renderDocument(
          <RulesPage
            shell={await context.shell('/triage')}
            suggestion={considered.suggestion}
            rules={rules ?? null}
            back={`/triage/${params.referral}`}
          />,
        ),
      );
    },
  }),
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
      const done = body.act === 'agree' ? await countersign(context, given) : await returnDecision(context, given);
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
        body.act === 'agree'
          ? 'Agreed. They have been told, and the team has been asked to say yes.'
          : 'Given back to its author with your comment.',
      );
    },
    again: async (request, { params, typed, faults }) =>
      countersignPage(signedIn(request), params.decision, asText(typed.comment), faults, 422),
  }),
];

const told = (result: Result<unknown>, to: string, heading: string): Answer =>
  result.ok ? redirect(to, { notice: { result: 'success', heading } }) : problem(result.problem);

async function askPage(
  context: SignedIn,
  referralId: string,
  question: string,
  faults: readonly { field: string; message: string }[],
  status = 200,
): Promise<Answer> {
  const referral = await findReferral(context.tables, referralId);
  const who = referral ? await identityOf(context, referral.personId) : null;
  if (!referral || !who) return problem(notFound);
  return page(
    renderDocument(
      <AskPage
        shell={await context.shell('/triage')}
        back={`/triage/${referralId}`}
        action={`/triage/${referralId}/ask`}
        hidden={{ form_key: context.formKey(), version: String(referral.version) }}
        firstName={who.firstName}
        referrer={referral.referrerName}
        question={question}
        faults={faults}
      />,
    ),
    status,
  );
}

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
  return page(
    renderDocument(
      <CountersignPage
        shell={await context.shell('/countersign')}
        name={who.name}
        safeContact={who.safeContact ?? { state: 'never asked' }}
        account={ownAccount(considered.answers, who.firstName, considered.referral.referrerName)}
        suggested={
          considered.suggestion.steps.map((step) => `${step.serviceName}, ${step.responseWords.toLowerCase()}`).join('. ') ||
          'The rules gave no suggestion.'
        }
        reasons={reasonsFor(considered.suggestion, null)}
        chosen={`${decisionRow.firstStep}${decisionRow.respondBy ? `, by ${saidDay(decisionRow.respondBy)} ${saidTime(decisionRow.respondBy)}` : ''}`}
        why={decisionRow.reason}
        by={decisionRow.draftedByName ?? ''}
        because={decisionRow.countersignBecause.map((one) => countersignWords[one as keyof typeof countersignWords] ?? one)}
        own={decisionRow.draftedBy === context.visitor.accountId}
        waiting={decisionRow.state === 'awaiting_countersign'}
        action={`/countersign/${decisionId}`}
        hidden={{ form_key: context.formKey(), version: String(decisionRow.version) }}
        comment={comment}
        faults={faults}
      />,
    ),
    status,
  );
}

export const navigation: readonly NavigationEntry[] = [
  { text: 'Triage', href: '/triage', roles: ['TRI', 'SNR'], waiting: (context) => countQueue(context.tables, myTeams(signedIn(context))) },
  {
    text: 'To agree',
    href: '/countersign',
    roles: ['SNR'],
    waiting: (context) => countAwaiting(context.tables, myTeams(signedIn(context))),
  },
];
