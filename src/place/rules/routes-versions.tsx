// The doors for writing rules: one version made here, the order of its rows, a file read into it, and its steps to approval.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { hitPolicies } from '../../platform/decisions/table.ts';
import type { TableFault } from '../../platform/decisions/table-fault.ts';
import { notFound, type Result } from '../../platform/problem.ts';
import { saidDate, saidDayAndTime } from '../../platform/said.ts';
import { type Answer, file, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choice, version as edition, identifier, needed, optionalText } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { approve, dmnOf, may, moveRow, moveVersion, nameVersion, propose, removeRow, takeDmn } from './actions.ts';
import { agreedRules, faultsOfVersion, rulesOfVersion, settingOf } from './agreed.ts';
import { workedOutWords } from './facts.ts';
import { type RuleVersion, ruleApprovers, ruleWriters, versionName, wrotePartOf } from './model.ts';
import { type Reading, readings } from './pages/rows.tsx';
import { VersionPage } from './pages/version.tsx';
import { addressOf, hitPolicyWords, rowViews, serviceName, stateWords, withRowNumbers } from './presenting.ts';
import { findVersion, isReplayed, ownFacts, type TraceRow, traceOf } from './store.ts';
import { lineOfVersion, versionsOf } from './versions.ts';

const writers = roles(...ruleWriters);
const approvers = roles(...ruleApprovers);
const nobody = touchesNobody('Rules are about nobody in particular; who changed them is kept with them.');
const one = z.strictObject({ version: identifier });
const rowOf = z.strictObject({ version: identifier, row: z.string().max(200) });
const mostBytes = 1_000_000;

interface Again {
  readonly errors?: readonly FieldError[];
  readonly name?: string;
  readonly hitPolicy?: string;
  readonly starts?: string;
  readonly why?: string;
  readonly reading?: Reading | undefined;
}

const traceWords = ({ from, to }: TraceRow): string =>
  from === to
    ? 'Written in'
    : from === null
      ? 'Begun'
      : to === 'draft'
        ? 'Given back as a draft'
        : (stateWords[to as keyof typeof stateWords] ?? to); // the column's own check lists the states

const faultView = (version: RuleVersion, { rule, message, fix }: TableFault) => ({
  message: withRowNumbers(message, version.content.rules),
  fix,
  href: rule !== undefined && version.state === 'draft' ? `/rules/versions/${version.id}/rows/${encodeURIComponent(rule)}` : null,
});

async function versionPage(context: SignedIn, id: string, again: Again = {}, status = 200): Promise<Answer> {
  const version = await findVersion(context.tables, id);
  const rules = version && rulesOfVersion(context, version);
  const setting = version && (await settingOf(context, lineOfVersion(version)));
  if (!version || !rules || !setting) return problem(notFound);
  const line = lineOfVersion(version);
  const wrote = wrotePartOf(version, context.visitor.accountId);
  const mayApprove = may(context, 'proposed', 'approved').ok;
  const trace = await traceOf(context.tables, id);
  const view = {
    id,
    back: versionsOf(await agreedRules(context), line).length > 0 ? addressOf(line) : null,
    name: version.content.name,
    typedName: again.name ?? version.content.name,
    service: serviceName(context.place.blueprint, version.serviceCode),
    number: version.number,
    state: version.state,
    stateWords: stateWords[version.state],
    basedOn: version.basedOn ? `version ${version.basedOn.split(' ').at(-1)}` : null,
    authors: version.authorNames,
    why: again.why ?? version.why,
    starts: again.starts ?? version.startsOn ?? '',
    startsWords:
      version.state === 'draft' || version.startsOn === null
        ? ''
        : version.endsOn !== null
          ? `It began on ${saidDate(version.startsOn)} and was stopped.`
          : `First day: ${saidDate(version.startsOn)}.${version.approvedByName ? ` Approved by ${version.approvedByName}.` : ''}`,
    comment: version.comment,
    hitPolicy: again.hitPolicy ?? version.content.hitPolicy,
    policies: hitPolicies.map((policy) => ({ value: policy, text: hitPolicyWords[policy] })),
    reading: again.reading ?? ('sentences' as const),
    rows: rowViews(rules.table, setting),
    own: (await ownFacts(context.tables))
      .filter(({ name }) => rules.table.inputs.some((input) => input.name === name))
      .map((fact) => ({ label: fact.label, words: workedOutWords(fact) })),
    faults: (await faultsOfVersion(context, version)).map((fault) => faultView(version, fault)),
    replayed: await isReplayed(context.tables, id),
    mayWrite: may(context, null, 'draft').ok,
    approval: {
      may: mayApprove && !wrote,
      wrote,
      because: mayApprove && wrote ? 'You wrote part of it or proposed it, so somebody else approves it.' : '',
    },
    mayStop: may(context, 'approved', 'stopped').ok,
    history: trace.map((step) => ({
      key: String(step.id),
      words: traceWords(step),
      detail: `${step.by}, ${saidDayAndTime(step.at)}${step.comment ? `. ${step.comment}` : ''}`,
    })),
    hidden: { form_key: context.formKey(), version: String(version.edition) },
  };
  return page(renderDocument(<VersionPage shell={await context.shell('/rules')} view={view} errors={again.errors ?? []} />), status);
}

/** The page again with what is wrong, or on to the version. */
async function after(
  context: SignedIn,
  id: string,
  result: Result<unknown>,
  heading: string,
  again: Again = {},
  field?: string,
): Promise<Answer> {
  if (result.ok) return redirect(`/rules/versions/${id}`, { notice: { result: 'success', heading } });
  if (result.problem.status !== 422 && result.problem.status !== 413) return problem(result.problem);
  return versionPage(context, id, { ...again, errors: errorsOf(result.problem, field) }, result.problem.status);
}

export const versionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules/versions/:version',
    permission: writers,
    params: one,
    query: z.strictObject({ as: z.enum(readings).optional() }),
    audit: nobody,
    handle: (context, { params, query }) => versionPage(signedIn(context), params.version, { reading: query.as }),
  }),
  route({
    method: 'GET',
    path: '/rules/versions/:version/table.dmn',
    permission: writers,
    params: one,
    audit: nobody,
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const version = await findVersion(context.tables, params.version);
      const rules = version && rulesOfVersion(context, version);
      if (!rules) return problem(notFound);
      return file(await dmnOf(rules), 'application/xml; charset=utf-8', `${versionName(rules).replace(' ', '-')}.dmn`);
    },
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/rows/:row/place',
    permission: writers,
    params: rowOf,
    body: z.strictObject({ version: edition, to: choice(['up', 'down', 'out'], 'Choose where the row goes.') }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const at = { id: params.version, edition: body.version };
      if (body.to === 'out') return after(context, params.version, await removeRow(context, at, params.row), 'The row is taken out.');
      const moved = await moveRow(context, at, params.row, body.to);
      // The page opens at the row where it now stands, so that it can be moved on from there.
      return moved.ok
        ? redirect(`/rules/versions/${params.version}#row-${moved.value.content.rules.findIndex(({ id }) => id === params.row) + 1}`)
        : after(context, params.version, moved, '');
    },
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/name',
    permission: writers,
    params: one,
    body: z.strictObject({
      version: edition,
      name: needed(120, 'Give the table a name.'),
      policy: choice(hitPolicies, 'Choose which rows count.'),
    }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const named = await nameVersion(context, { id: params.version, edition: body.version }, body.name, body.policy);
      return after(context, params.version, named, 'Saved.');
    },
    again: (request, { params, typed, faults }) => {
      const again = { errors: asErrors(faults), name: asText(typed.name), hitPolicy: asText(typed.policy) };
      return versionPage(signedIn(request), params.version, again, 422);
    },
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/read',
    permission: writers,
    params: one,
    body: z.strictObject({ version: edition, file: z.string().optional() }),
    upload: { mostBytes },
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const sent = context.files.find(({ field }) => field === 'file');
      if (!sent)
        return versionPage(context, params.version, { errors: [{ text: 'Choose a file with something in it.', field: 'file' }] }, 422);
      const read = await takeDmn(context, { id: params.version, edition: body.version }, sent.body.toString('utf8'));
      return after(context, params.version, read, 'The rows of the file are here. Read them before you propose them.', {}, 'file');
    },
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/propose',
    permission: writers,
    params: one,
    body: z.strictObject({
      version: edition,
      starts: z.iso.date({ error: 'Choose the first day.' }),
      why: needed(1000, 'Say why this version is better.'),
    }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const proposed = await propose(context, { id: params.version, edition: body.version, startsOn: body.starts, why: body.why });
      return after(context, params.version, proposed, 'Proposed. Somebody who wrote none of it approves it.', {
        starts: body.starts,
        why: body.why,
      });
    },
    again: (request, { params, typed, faults }) =>
      versionPage(
        signedIn(request),
        params.version,
        { errors: asErrors(faults), starts: asText(typed.starts), why: asText(typed.why) },
        422,
      ),
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/approve',
    permission: approvers,
    params: one,
    body: z.strictObject({ version: edition, comment: optionalText(1000, 'The comment') }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const approved = await approve(context, { id: params.version, edition: body.version, comment: body.comment });
      return after(context, params.version, approved, 'Approved. From its first day it decides.');
    },
  }),
  ...(
    [
      ['give-back', 'draft', writers, 'It is a draft again.'],
      ['bring-back', 'draft', writers, 'It is a draft again.'],
      ['set-aside', 'set_aside', writers, 'Set aside. You can bring it back.'],
      ['stop', 'stopped', approvers, 'Stopped. The version before decides again.'],
    ] as const
  ).map(([step, to, permission, heading]) =>
    route({
      method: 'POST',
      path: `/rules/versions/:version/${step}`,
      permission,
      params: one,
      body: z.strictObject({ version: edition, comment: optionalText(1000, 'The comment') }),
      audit: nobody,
      handle: async (request, { params, body }) => {
        const context = signedIn(request);
        const moved = await moveVersion(context, { id: params.version, edition: body.version, to, comment: body.comment });
        return after(context, params.version, moved, heading);
      },
    }),
  ),
];
