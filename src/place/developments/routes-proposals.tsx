// The doors of proposals: the log, one with its next step, writing one down, and whether everybody may read the log.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { moversOf, permit } from '../../platform/lifecycle.ts';
import { type Fault, notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, needed, text, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { manages, mayPropose, propose, publishProposals, stepProposal } from './actions.ts';
import { proposalLifecycle, proposalStates, proposers } from './model.ts';
import { LogPage, NewProposalPage, ProposalPage } from './pages/proposals.tsx';
import { readers } from './readers.ts';
import { developments, findProposal, listProposals, readPage, tracesOf } from './store.ts';
import { lines, optionalDay } from './typed.ts';

const nobody = touchesNobody('A proposal has a name its author chose, and no record of anybody.');
const one = z.strictObject({ proposal: identifier });
const longest = 3000;
const here = '/changes/proposals';

async function log(context: SignedIn, before: string | undefined): Promise<Answer> {
  const { proposals, next } = await listProposals(context.tables, before);
  const { proposalsPublic } = await readPage(context.tables);
  const view = {
    proposals,
    next: next && `${here}?before=${next}`,
    mayPropose: mayPropose(context),
    mayShow: manages(context),
    shown: proposalsPublic,
    formKey: context.formKey(),
  };
  return page(renderDocument(<LogPage shell={await context.shell('/changes')} view={view} />));
}

async function show(
  context: SignedIn,
  id: string,
  typed: Readonly<Record<string, unknown>> = {},
  faults: readonly Fault[] = [],
  status = 200,
): Promise<Answer> {
  const proposal = await findProposal(context.tables, id);
  if (!proposal) return problem(notFound);
  const by = moversOf(context);
  // A reason is asked for on the page; whether the step is theirs does not hang on it.
  const steps = proposalStates.filter((to) => permit(proposalLifecycle, { from: proposal.state, to, by, reason: 'asked' }).ok);
  const view = {
    proposal,
    traces: await tracesOf(context.tables, id),
    steps,
    typed: lines(['reason', 'result', 'result_on'], typed),
    formKey: () => context.formKey(),
  };
  return page(renderDocument(<ProposalPage shell={await context.shell('/changes')} view={view} errors={asErrors(faults)} />), status);
}

async function newPage(
  context: SignedIn,
  typed: Readonly<Record<string, unknown>>,
  faults: readonly Fault[] = [],
  status = 200,
): Promise<Answer> {
  const known = await developments(context.tables);
  const view = {
    typed: lines(['title', 'words', 'why', 'author_name', 'author_role', 'development'], typed),
    developments: [{ value: '', text: 'To none, or not yet' }, ...known.map(({ id, name }) => ({ value: id, text: name }))],
    formKey: context.formKey(),
  };
  return page(renderDocument(<NewProposalPage shell={await context.shell('/changes')} view={view} errors={asErrors(faults)} />), status);
}

const said = {
  considered: 'It is being considered.',
  agreed: 'It is agreed. Your name and the day stand beside it.',
  not_agreed: 'It is not agreed, and your reason stands beside it.',
  done: 'It is done. Write down the result when there is one.',
  result: 'The result is kept. Thank whoever proposed it.',
} as const;

export const proposalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/changes/proposals',
    permission: readers,
    query: z.strictObject({ before: identifier.optional() }),
    audit: nobody,
    handle: (context, { query }) => log(signedIn(context), query.before),
  }),
  route({
    method: 'POST',
    path: '/changes/proposals/shown',
    permission: roles('MGR'),
    body: z.strictObject({ shown: choice(['yes', 'no'], 'Choose who reads it.') }),
    audit: nobody,
    async handle(context, { body }) {
      await publishProposals(signedIn(context), body.shown === 'yes');
      const heading = body.shown === 'yes' ? 'Everybody can read the log now.' : 'Only people who work here can read the log now.';
      return redirect(here, { notice: { result: 'success', heading } });
    },
  }),
  route({
    method: 'GET',
    path: '/changes/proposals/new',
    permission: roles(...proposers),
    audit: nobody,
    handle: (context) => newPage(signedIn(context), { author_role: 'recovery partner' }),
  }),
  route({
    method: 'POST',
    path: '/changes/proposals/new',
    permission: roles(...proposers),
    body: z.strictObject({
      title: needed(120, 'Say it in a few words.'),
      words: needed(longest, 'Write what they propose.'),
      why: needed(longest, 'Write why.'),
      author_name: text(80, 'The name').optional().default(''),
      author_role: needed(80, 'Say as what they propose it.'),
      development: z
        .union([z.literal(''), identifier], { error: 'Choose from the list.' })
        .optional()
        .default(''),
    }),
    audit: nobody,
    again: (context, { typed, faults }) => newPage(signedIn(context), typed, faults, 422),
    async handle(request, { body }) {
      const context = signedIn(request);
      const known = body.development === '' || (await developments(context.tables)).some(({ id }) => id === body.development);
      if (!known) return newPage(context, body, [{ field: 'development', message: 'Choose from the list.' }], 422);
      const id = await propose(context, {
        title: body.title,
        words: body.words,
        why: body.why,
        authorName: body.author_name,
        authorRole: body.author_role,
        developmentId: body.development === '' ? null : body.development,
      });
      return redirect(`${here}/${id}`, { notice: { result: 'success', heading: 'The proposal is kept.' } });
    },
  }),
  route({
    method: 'GET',
    path: '/changes/proposals/:proposal',
    permission: readers,
    params: one,
    audit: nobody,
    handle: (context, { params }) => show(signedIn(context), params.proposal),
  }),
  route({
    method: 'POST',
    path: '/changes/proposals/:proposal/step',
    permission: roles('MGR'),
    params: one,
    body: z.strictObject({
      version,
      to: choice(['considered', 'agreed', 'not_agreed', 'done', 'result'], 'Choose the step.'),
      reason: text(longest, 'The reason').optional().default(''),
      result: text(longest, 'The result').optional().default(''),
      result_on: optionalDay('Say since which day, with day, month and year.'),
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) => show(signedIn(context), params.proposal, typed, faults, 422),
    async handle(request, { params, body: { result_on: resultOn, ...body } }) {
      const context = signedIn(request);
      const moved = await stepProposal(context, { id: params.proposal, ...body, resultOn });
      if (moved.ok) return redirect(`${here}/${params.proposal}`, { notice: { result: 'success', heading: said[body.to] } });
      if (moved.problem.faults)
        return show(context, params.proposal, { ...body, result_on: resultOn ?? '' }, moved.problem.faults, moved.problem.status);
      return problem(moved.problem);
    },
  }),
];
