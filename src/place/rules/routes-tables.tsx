// The doors for reading rules: every table, one table in any of its versions, as DMN, and tried with made-up answers.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { purposes } from '../../platform/blueprint/schema/rules.ts';
import { isLocalDate, localDate } from '../../platform/clock.ts';
import { evaluate } from '../../platform/decisions/evaluate.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import type { Input } from '../../platform/decisions/table.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import { type Answer, file, page, problem, redirect } from '../../platform/web/answer.ts';
import { type AsTyped, asList } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { beginVersion, dmnOf, may } from './actions.ts';
import { agreedRules, rulesOfVersion, settingOf } from './agreed.ts';
import { tickable } from './cell-form.ts';
import { purposeWords, ruleReaders, ruleWriters, versionName, wrotePartOf } from './model.ts';
import { RulesListPage } from './pages/list.tsx';
import { readings } from './pages/rows.tsx';
import { TablePage } from './pages/table.tsx';
import { TryPage } from './pages/try.tsx';
import { addressOf, explained, hitPolicyWords, rowViews, serviceName, standingWords, stateWords, versionLines } from './presenting.ts';
import { versionsIn } from './store.ts';
import { lineOfVersion, linesOf, standingOn, versionsOf } from './versions.ts';

const readers = roles(...ruleReaders);
const writers = roles(...ruleWriters);
const nobody = touchesNobody('Rules are about nobody in particular.');
const line = z.strictObject({ service: z.string().max(100), purpose: z.enum(purposes) });
const numbered = z.coerce.number().int().min(1).max(10_000);

async function listPage(context: SignedIn): Promise<Answer> {
  const all = await agreedRules(context);
  const today = localDate(context.now);
  const open = await versionsIn(context.tables, ['draft', 'proposed']);
  const me = context.visitor.accountId;
  const place = context.place.blueprint;
  const begun = open.map(lineOfVersion).filter((one) => versionsOf(all, one).length === 0);
  const tables = [...linesOf(all), ...begun].map((one) => {
    const versions = versionsOf(all, one);
    const standings = versions.map((version) => ({ version, standing: standingOn(all, version, today) }));
    const now = standings.find(({ standing }) => standing.kind === 'in force');
    const coming = standings.find(({ standing }) => standing.kind === 'begins' || standing.kind === 'day not set');
    const own = open.find(({ serviceCode, purpose }) => serviceCode === one.service && purpose === one.purpose);
    return {
      href: addressOf(one),
      name: now?.version.table.name ?? versions[0]?.table.name ?? own?.content.name ?? one.service,
      service: serviceName(place, one.service),
      asks: purposeWords[one.purpose].asks,
      inForce: now ? `Version ${now.version.table.version}. ${standingWords(now.standing)}` : 'None in force',
      open: own
        ? {
            href: `/rules/versions/${own.id}`,
            words: `Version ${own.number}: ${stateWords[own.state].toLowerCase()}`,
            by: `By ${own.authorNames}`,
            waiting: own.state === 'proposed',
          }
        : null,
      coming: coming ? `Version ${coming.version.table.version}. ${standingWords(coming.standing)}` : null,
    };
  });
  const toApprove = may(context, 'proposed', 'approved').ok
    ? open
        .filter((version) => version.state === 'proposed' && !wrotePartOf(version, me))
        .map(({ id, content, number, startsOn, proposedByName }) => ({
          href: `/rules/versions/${id}`,
          title: `${content.name}, version ${number}`,
          detail: `Proposed by ${proposedByName ?? 'a colleague'}, to begin on ${startsOn ? saidDate(startsOn) : 'a day to be set'}`,
        }))
    : [];
  return page(
    renderDocument(
      <RulesListPage
        shell={await context.shell('/rules')}
        tables={tables}
        toApprove={toApprove}
        mayWrite={may(context, null, 'draft').ok}
      />,
    ),
  );
}

async function tablePage(
  context: SignedIn,
  of: z.output<typeof line>,
  { version, as: reading = 'sentences' }: { version?: number | undefined; as?: (typeof readings)[number] | undefined },
): Promise<Answer> {
  const all = await agreedRules(context);
  const today = localDate(context.now);
  const versions = versionsOf(all, of);
  const rules =
    version === undefined
      ? (versions.find((one) => standingOn(all, one, today).kind === 'in force') ?? versions[0])
      : versions.find(({ table }) => table.version === version);
  const setting = await settingOf(context, of);
  const made = await versionsIn(context.tables, ['draft', 'proposed', 'approved', 'stopped', 'set_aside'], of);
  const open = made.find(({ state }) => state === 'draft' || state === 'proposed');
  // A table begun here has nothing agreed to read yet.
  if (!rules && open && may(context, null, 'draft').ok) return redirect(`/rules/versions/${open.id}`);
  if (!rules || !setting) return problem(notFound);
  const view = {
    address: addressOf(of),
    name: rules.table.name,
    asks: purposeWords[of.purpose].asks,
    service: serviceName(context.place.blueprint, of.service),
    number: rules.table.version,
    standing: standingWords(standingOn(all, rules, today)),
    by: `Written by ${rules.author}. Agreed by ${rules.approvedBy}.`,
    note: rules.note ?? '',
    policy: hitPolicyWords[rules.table.hitPolicy],
    reading,
    rows: rowViews(rules.table, setting),
    versions: versionLines(all, versions, today),
    made: made.map(({ id, number, state, authorNames, why }) => ({
      href: `/rules/versions/${id}`,
      words: `Version ${number}: ${stateWords[state].toLowerCase()}`,
      by: authorNames,
      why,
    })),
    open: open
      ? { href: `/rules/versions/${open.id}`, words: `Open version ${open.number} (${stateWords[open.state].toLowerCase()})` }
      : null,
    mayWrite: may(context, null, 'draft').ok,
    isPriority: of.purpose === 'priority',
    formKey: context.formKey(),
  };
  return page(renderDocument(<TablePage shell={await context.shell('/rules')} view={view} />));
}

/** An agreed version, or the open one of the table. */
async function anyVersion(context: SignedIn, of: z.output<typeof line>, number: number) {
  const agreed = versionsOf(await agreedRules(context), of).find(({ table }) => table.version === number);
  if (agreed) return { rules: agreed, back: `${addressOf(of)}?version=${number}` };
  const own = (await versionsIn(context.tables, ['draft', 'proposed', 'set_aside'], of)).find((one) => one.number === number);
  const rules = own && rulesOfVersion(context, own);
  return rules ? { rules, back: `/rules/versions/${own.id}` } : undefined;
}

/** Facts a form can ask in one go. */
const mostAsked = 60;
/** Whatever was typed stands in its field again; only what can be read goes to the table. */
const answers = z.strictObject(
  Object.fromEntries(
    Array.from({ length: mostAsked }, (_, index) => [
      `answer_${index}`,
      z.union([z.string(), z.array(z.string()).max(100)], { error: 'Choose from the list.' }).optional(),
    ]),
  ),
);

async function tryPage(context: SignedIn, of: z.output<typeof line>, number: number, typed: AsTyped): Promise<Answer> {
  const found = await anyVersion(context, of, number);
  if (!found) return problem(notFound);
  const { table } = found.rules;
  const inputs = table.inputs.slice(0, mostAsked);
  const values = inputs.map((_, index) =>
    asList(typed[`answer_${index}`])
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  );
  const read = inputs.map((input, index) => answerFrom(input, values[index] ?? []));
  const facts: Facts = Object.fromEntries(
    inputs.flatMap(({ name }, index) => (read[index]?.fact === undefined ? [] : [[name, read[index].fact]])),
  );
  const errors = read.flatMap(({ fault }, index) =>
    fault ? [{ field: `answer_${index}`, text: `${inputs[index]?.label}: ${fault}` }] : [],
  );
  const view = {
    action: `${addressOf(of)}/try?version=${number}`,
    back: found.back,
    name: table.name,
    number,
    asked: inputs.map((input, index) => {
      const choices = tickable(input);
      return {
        label: input.label,
        kind: choices
          ? input.type === 'codes'
            ? ('many' as const)
            : ('one' as const)
          : input.type === 'date'
            ? ('date' as const)
            : ('number' as const),
        choices: (choices ?? []).map(({ code, label }) => ({ value: code, text: label })),
        values: values[index] ?? [],
        unit: input.unit ?? '',
      };
    }),
    explanation: explained(evaluate(table, facts)),
    hidden: { form_key: context.formKey() },
    errors,
  };
  return page(renderDocument(<TryPage shell={await context.shell('/rules')} view={view} />), errors.length > 0 ? 422 : 200);
}

/** What a table is given for one of its facts, nothing where nobody answered, or what to do about the answer, to stand after its label. */
function answerFrom(input: Input, values: readonly string[]): { readonly fact?: unknown; readonly fault?: string } {
  const [first] = values;
  if (first === undefined) return {};
  const choices = tickable(input);
  if (choices && values.some((value) => !choices.some(({ code }) => code === value))) return { fault: 'choose from the list.' };
  switch (input.type) {
    case 'codes':
      return { fact: values };
    case 'number':
      return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(first) ? { fact: Number(first) } : { fault: 'write a number, such as 14 or 2.5.' };
    case 'boolean':
      return { fact: first === 'true' };
    case 'date':
      return isLocalDate(first) ? { fact: first } : { fault: 'choose a day, such as 2026-11-27.' };
    case 'code':
      return first.length > 200 ? { fault: 'write 200 characters or fewer.' } : { fact: first };
  }
}

export const tableRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules',
    permission: readers,
    audit: nobody,
    handle: (context) => listPage(signedIn(context)),
  }),
  route({
    method: 'GET',
    path: '/rules/:service/:purpose',
    permission: readers,
    params: line,
    query: z.strictObject({ version: numbered.optional(), as: z.enum(readings).optional() }),
    audit: nobody,
    handle: (context, { params, query }) => tablePage(signedIn(context), params, query),
  }),
  route({
    method: 'GET',
    path: '/rules/:service/:purpose/table.dmn',
    permission: readers,
    params: line,
    query: z.strictObject({ version: numbered.optional() }),
    audit: nobody,
    handle: async (request, { params, query }) => {
      const context = signedIn(request);
      const found = await anyVersion(context, params, query.version ?? 1);
      if (!found) return problem(notFound);
      return file(await dmnOf(found.rules), 'application/xml; charset=utf-8', `${versionName(found.rules).replace(' ', '-')}.dmn`);
    },
  }),
  route({
    method: 'POST',
    path: '/rules/:service/:purpose/begin',
    permission: writers,
    params: line,
    body: z.strictObject({ from: numbered }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const begun = await beginVersion(signedIn(request), params, body.from);
      if (!begun.ok) return problem(begun.problem);
      return redirect(`/rules/versions/${begun.value.id}`, {
        notice: begun.value.begun
          ? {
              result: 'success',
              heading: 'A draft is begun.',
              children: 'Nothing changes for anybody until it is approved and its first day comes.',
            }
          : { result: 'information', heading: 'This table has an open version already. Here it is.' },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/rules/:service/:purpose/try',
    permission: readers,
    params: line,
    query: z.strictObject({ version: numbered.optional() }),
    audit: nobody,
    handle: (context, { params, query }) => tryPage(signedIn(context), params, query.version ?? 1, {}),
  }),
  route({
    method: 'POST',
    path: '/rules/:service/:purpose/try',
    permission: readers,
    params: line,
    query: z.strictObject({ version: numbered.optional() }),
    body: answers,
    repeatable: 'Trying a table changes nothing.',
    audit: nobody,
    handle: (context, { params, query, body }) => tryPage(signedIn(context), params, query.version ?? 1, body),
  }),
];
