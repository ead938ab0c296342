// The doors for what no blueprint has: a new table, and facts that rules can read.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { groundWords } from '../../platform/decisions/exclusion.ts';
import { saidDate } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choice, choices, needed } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { beginTable, may } from './actions.ts';
import { askedQuestions } from './asked.ts';
import { withOwnFacts, workedOutWords } from './facts.ts';
import { makeFact } from './making-facts.ts';
import { purposeWords, ruleReaders, ruleWriters } from './model.ts';
import { FactsPage, type FactsView } from './pages/facts.tsx';
import { NewFactPage, type NewFactView } from './pages/new-fact.tsx';
import { NewTablePage, type NewTableView } from './pages/new-table.tsx';
import { answersInWords } from './presenting.ts';
import { ownFacts } from './store.ts';
import { begunHere } from './versions.ts';

const readers = roles(...ruleReaders);
const writers = roles(...ruleWriters);
const nobody = touchesNobody('Rules and facts are about nobody in particular.');

async function newTablePage(
  context: SignedIn,
  typed: NewTableView['typed'] = { service: '', purpose: '', name: '' },
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const view = {
    services: [
      { value: '', text: 'Choose a service' },
      ...context.place.blueprint.services.map(({ code, name }) => ({ value: code, text: name })),
    ],
    purposes: begunHere.map((purpose) => ({ value: purpose, text: purposeWords[purpose].name, hint: purposeWords[purpose].asks })),
    typed,
    hidden: { form_key: context.formKey() },
  };
  return page(renderDocument(<NewTablePage shell={await context.shell('/rules')} view={view} errors={errors} />), status);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

async function factsPage(context: SignedIn): Promise<Answer> {
  const { facts, blueprints } = context.place.blueprint;
  const own = await ownFacts(context.tables);
  const view: FactsView = {
    places: withOwnFacts(facts, own).map(({ blueprint, inputs }) => ({
      code: blueprint,
      name: blueprints.find(({ code }) => code === blueprint)?.name ?? blueprint,
      facts: inputs.map((input) => {
        const made = own.find(({ name }) => name === input.name);
        return {
          name: input.name,
          label: input.label,
          answers: answersInWords(input),
          ground: input.about === undefined || input.about === 'whom_it_is_for' ? '' : capital(groundWords[input.about]),
          own: made ? { words: workedOutWords(made), by: `${made.by}, ${saidDate(localDate(made.createdAt))}.` } : null,
        };
      }),
    })),
    mayWrite: may(context, null, 'draft').ok,
  };
  return page(renderDocument(<FactsPage shell={await context.shell('/rules')} view={view} />));
}

async function newFactPage(
  context: SignedIn,
  typed: NewFactView['typed'] = { blueprint: '', label: '', answers: [] },
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const { facts, blueprints } = context.place.blueprint;
  const view: NewFactView = {
    places: facts.map(({ blueprint }) => ({ code: blueprint, name: blueprints.find(({ code }) => code === blueprint)?.name ?? blueprint })),
    asked: askedQuestions(facts.flatMap(({ inputs }) => inputs)).map(({ code, words, answers }) => ({
      code,
      words,
      answers: answers.map((answer) => ({ value: `${code}:${answer.code}`, text: answer.words })),
    })),
    typed,
    hidden: { form_key: context.formKey() },
  };
  return page(renderDocument(<NewFactPage shell={await context.shell('/rules')} view={view} errors={errors} />), status);
}

export const makingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules/new',
    permission: writers,
    audit: nobody,
    handle: (context) => newTablePage(signedIn(context)),
  }),
  route({
    method: 'POST',
    path: '/rules/new',
    permission: writers,
    body: z.strictObject({
      service: needed(100, 'Choose a service.'),
      purpose: choice(begunHere, 'Choose what it answers.'),
      name: needed(120, 'Give the table a name.'),
    }),
    audit: nobody,
    handle: async (request, { body }) => {
      const context = signedIn(request);
      const begun = await beginTable(context, { line: { service: body.service, purpose: body.purpose }, name: body.name });
      if (begun.ok)
        return redirect(`/rules/versions/${begun.value.id}`, {
          notice: begun.value.begun
            ? { result: 'success', heading: 'The table is begun.', children: 'Add its rows. The last is usually for everybody.' }
            : { result: 'information', heading: 'This table is being written already. Here it is.' },
        });
      if (begun.problem.status !== 422) return problem(begun.problem);
      return newTablePage(context, body, errorsOf(begun.problem), 422);
    },
    again: (request, { typed, faults }) =>
      newTablePage(
        signedIn(request),
        { service: asText(typed.service), purpose: asText(typed.purpose), name: asText(typed.name) },
        asErrors(faults),
        422,
      ),
  }),
  route({
    method: 'GET',
    path: '/rules/facts',
    permission: readers,
    audit: nobody,
    handle: (context) => factsPage(signedIn(context)),
  }),
  route({
    method: 'GET',
    path: '/rules/new-fact',
    permission: writers,
    audit: nobody,
    handle: (context) => newFactPage(signedIn(context)),
  }),
  route({
    method: 'POST',
    path: '/rules/new-fact',
    permission: writers,
    body: z.strictObject({
      blueprint: needed(100, 'Choose whose rules may read it.'),
      label: needed(100, 'Say what a yes says.'),
      answers: choices(
        askedQuestions([]).flatMap(({ code, answers }) => answers.map((answer) => `${code}:${answer.code}`)) as [string, ...string[]], // the front door asks something
      ),
    }),
    audit: nobody,
    handle: async (request, { body }) => {
      const context = signedIn(request);
      const made = await makeFact(context, body);
      if (made.ok)
        return redirect('/rules/facts', {
          notice: {
            result: 'success',
            heading: 'The fact is made.',
            children: 'Rows can read it now. Nothing changes for anybody until a version with such a row is approved.',
          },
        });
      if (made.problem.status !== 422) return problem(made.problem);
      return newFactPage(context, body, errorsOf(made.problem), 422);
    },
    again: (request, { typed, faults }) =>
      newFactPage(
        signedIn(request),
        { blueprint: asText(typed.blueprint), label: asText(typed.label), answers: [typed.answers ?? []].flat() },
        asErrors(faults),
        422,
      ),
  }),
];
