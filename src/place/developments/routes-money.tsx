// The doors of developments and the money behind them: read by everybody who works here, written by managers.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, needed, text } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { manages, moneyOf, payFor, writeDevelopment, writeFundingLine } from './actions.ts';
import { stages } from './model.ts';
import { typedMoney } from './money.ts';
import { MoneyPage } from './pages/money.tsx';
import { DevelopmentPage, type DevelopmentView, LinePage, type LineView } from './pages/money-forms.tsx';
import { readers } from './readers.ts';
import { dayField, lines, moneyField, optionalDay } from './typed.ts';

const managers = roles('MGR');
const nobody = touchesNobody('Developments and money are about services.');
const whichDevelopment = z.strictObject({ development: z.union([z.literal('new'), identifier]) });
const whichLine = z.strictObject({ line: z.union([z.literal('new'), identifier]) });
const version = z.coerce
  .number({ error: 'Load the page again.' })
  .int('Load the page again.')
  .min(0, 'Load the page again.')
  .max(1_000_000, 'Load the page again.');

const idOf = (given: string): string | null => (given === 'new' ? null : given);
const kept = { notice: { result: 'success', heading: 'It is kept. Everybody who works here can read it.' } } as const;

const developmentNames = ['name', 'words', 'stage', 'since', 'cost'] as const;
const paysNames = ['line', 'amount'] as const;
const lineNames = ['name', 'funder', 'amount', 'from_on', 'to_on', 'recurring'] as const;

async function developmentPage(
  context: SignedIn,
  id: string | null,
  typed: Readonly<Record<string, unknown>> | null,
  faults: readonly Fault[] = [],
  status = 200,
  pays: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const money = await moneyOf(context);
  const development = id === null ? null : (money.developments.find((one) => one.id === id) ?? null);
  if (id !== null && !development) return problem(notFound);
  const blank = { name: '', words: '', stage: 'planned', since: '', cost: '' };
  const there = development ? { ...development, since: development.since ?? '', cost: typedMoney(development.costPence) } : blank;
  const view: DevelopmentView = {
    development,
    typed: lines(developmentNames, typed ?? there),
    pays: lines(paysNames, pays),
    version: development?.version ?? 0,
    money,
    formKey: () => context.formKey(),
  };
  return page(renderDocument(<DevelopmentPage shell={await context.shell('/changes')} view={view} errors={asErrors(faults)} />), status);
}

async function linePage(
  context: SignedIn,
  id: string | null,
  typed: Readonly<Record<string, unknown>> | null,
  faults: readonly Fault[] = [],
  status = 200,
): Promise<Answer> {
  const line = id === null ? null : ((await moneyOf(context)).lines.find((one) => one.id === id) ?? null);
  if (id !== null && !line) return problem(notFound);
  const there = line
    ? {
        name: line.name,
        funder: line.funder,
        amount: typedMoney(line.amountPence),
        from_on: line.fromOn,
        to_on: line.toOn ?? '',
        recurring: line.recurring ? 'yes' : 'no',
      }
    : { recurring: 'yes' };
  const view: LineView = { line, typed: lines(lineNames, typed ?? there), version: line?.version ?? 0, formKey: context.formKey() };
  return page(renderDocument(<LinePage shell={await context.shell('/changes')} view={view} errors={asErrors(faults)} />), status);
}

/** Shown again with what was typed; the newest version goes with it, so that sending again is a choice. */
const faultsOfProblem = (wrong: Problem): readonly Fault[] =>
  wrong.faults ?? [{ field: 'name', message: `${wrong.title}. ${wrong.detail}` }];
const shownAgain = ({ status }: Problem): boolean => status === 422 || status === overtaken.status;

export const moneyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/changes',
    permission: readers,
    audit: nobody,
    async handle(request) {
      const context = signedIn(request);
      const money = await moneyOf(context);
      return page(renderDocument(<MoneyPage shell={await context.shell('/changes')} money={money} mayWrite={manages(context)} />));
    },
  }),
  route({
    method: 'GET',
    path: '/changes/developments/:development',
    permission: managers,
    params: whichDevelopment,
    audit: nobody,
    handle: (context, { params }) => developmentPage(signedIn(context), idOf(params.development), null),
  }),
  route({
    method: 'POST',
    path: '/changes/developments/:development',
    permission: managers,
    params: whichDevelopment,
    body: z.strictObject({
      version,
      name: needed(120, 'Say what it is called.'),
      words: text(2000, 'What it is').optional().default(''),
      stage: choice(stages, 'Choose where it stands.'),
      since: optionalDay('Give a day, or leave it empty.'),
      cost: moneyField,
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) => developmentPage(signedIn(context), idOf(params.development), typed, faults, 422),
    async handle(request, { params, body: { cost, ...body } }) {
      const context = signedIn(request);
      const id = idOf(params.development);
      const written = await writeDevelopment(context, { id, ...body, costPence: cost });
      if (written.ok) return redirect(id === null ? `/changes/developments/${written.value}` : '/changes', kept);
      if (!shownAgain(written.problem)) return problem(written.problem);
      const typed = { ...body, since: body.since ?? '', cost: typedMoney(cost) };
      return developmentPage(context, id, typed, faultsOfProblem(written.problem), written.problem.status);
    },
  }),
  route({
    method: 'POST',
    path: '/changes/developments/:development/funding',
    permission: managers,
    params: z.strictObject({ development: identifier }),
    body: z.strictObject({
      line: z.uuid({ error: 'Choose a funding line.' }),
      amount: moneyField,
      ends: z.literal('yes').optional(),
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) => developmentPage(signedIn(context), params.development, null, faults, 422, typed),
    async handle(request, { params, body }) {
      const link = { developmentId: params.development, fundingLineId: body.line, amountPence: body.amount, ends: body.ends === 'yes' };
      const paid = await payFor(signedIn(request), link);
      return paid.ok ? redirect(`/changes/developments/${params.development}`, kept) : problem(paid.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/changes/funding/:line',
    permission: managers,
    params: whichLine,
    audit: nobody,
    handle: (context, { params }) => linePage(signedIn(context), idOf(params.line), null),
  }),
  route({
    method: 'POST',
    path: '/changes/funding/:line',
    permission: managers,
    params: whichLine,
    body: z.strictObject({
      version,
      name: needed(120, 'Say what it is called.'),
      funder: needed(120, 'Say who gives it.'),
      amount: moneyField,
      recurring: choice(['yes', 'no'], 'Choose how often it comes.'),
      from_on: dayField('Say from which day.'),
      to_on: optionalDay('Give its last day, or leave it empty.'),
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) => linePage(signedIn(context), idOf(params.line), typed, faults, 422),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const id = idOf(params.line);
      const written = await writeFundingLine(context, {
        id,
        version: body.version,
        name: body.name,
        funder: body.funder,
        amountPence: body.amount,
        fromOn: body.from_on,
        toOn: body.to_on,
        recurring: body.recurring === 'yes',
      });
      if (written.ok) return redirect('/changes', kept);
      if (!shownAgain(written.problem)) return problem(written.problem);
      const typed = { ...body, amount: typedMoney(body.amount), to_on: body.to_on ?? '' };
      return linePage(context, id, typed, faultsOfProblem(written.problem), written.problem.status);
    },
  }),
];
