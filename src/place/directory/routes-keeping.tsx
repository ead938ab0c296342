// The doors by which colleagues keep an entry right: they change it, choose where its publisher says otherwise, and ask its provider to keep it.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier, needed } from '../../platform/web/fields.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { editable, editableWords } from './editing.ts';
import { chooseField, entryValues } from './edits.ts';
import { askProvider, endKeeper, keepersOf, mayKeep } from './keepers.ts';
import { entryFields, typedForm } from './keeping-form.ts';
import { editView, type Shown, save } from './keeping-shown.ts';
import { keptView } from './kept-view.ts';
import { lightsOf } from './lights.ts';
import { StaffEditPage } from './pages/edit.tsx';
import { type Asking, StaffEntryPage } from './pages/staff-entry.tsx';
import { entryView } from './presenting.ts';
import { staff } from './staff-roles.ts';
import { findService, schedulesOf } from './store.ts';

const nobody = touchesNobody('The directory holds services, not people.');
const byId = z.strictObject({ service: identifier });

const notKeeper: Problem = {
  status: 403,
  title: 'Another team keeps this entry',
  detail: 'Say that it is right with “Still right”. To change it, ask the team that gives the service, or a manager.',
};

async function staffEdit(context: SignedIn, id: string, shown: Shown = {}): Promise<Answer> {
  const view = await editView(context, id, `/services/${id}/edit`, shown);
  if (!view) return problem(notFound);
  return page(
    renderDocument(<StaffEditPage shell={await context.shell('/services')} view={view} back={`/services/${id}`} />),
    shown.status ?? 200,
  );
}

const notAsking: Asking = { name: '', email: '', errors: [] };

/** One entry as colleagues work with it. */
export async function staffEntry(context: SignedIn, id: string, asking = notAsking): Promise<Answer> {
  const entry = await findService(context.tables, id);
  if (!entry) return problem(notFound);
  const hours = (await schedulesOf(context.tables, [id])).get(id) ?? [];
  const light = entry.own ? (await lightsOf(context)).get(id) : undefined;
  const view = {
    entry: entryView(entry, hours, context.now, { light }),
    light,
    kept: await keptView(context, id),
    asking,
    formKey: context.formKey(),
  };
  const html = renderDocument(<StaffEntryPage shell={await context.shell('/services')} {...view} />);
  return page(html, asking.errors.length > 0 ? 422 : 200);
}

/** Whether this visitor keeps this entry. */
async function keeps(context: SignedIn, id: string): Promise<'yes' | 'no' | 'missing'> {
  const entry = await entryValues(context.tables, id);
  if (!entry) return 'missing';
  const keepers = await context.asWorker('read who keeps an entry', (tables) => keepersOf(tables, id));
  return mayKeep(context.visitor, context.place, entry, keepers) ? 'yes' : 'no';
}
const refusal = (answer: 'no' | 'missing'): Answer => problem(answer === 'missing' ? notFound : notKeeper);

export const keepingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/services/:service/edit',
    permission: staff,
    params: byId,
    audit: nobody,
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      return answer === 'yes' ? staffEdit(context, params.service) : refusal(answer);
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/edit',
    permission: staff,
    params: byId,
    body: entryFields,
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      if (answer !== 'yes') return refusal(answer);
      const { accountId, name } = context.visitor;
      const again = await save(context, params.service, body, { accountId, name });
      if (again) return staffEdit(context, params.service, again);
      return redirect(`/services/${params.service}`, {
        notice: { result: 'success', heading: 'Saved, and confirmed today. Everybody sees it now.' },
      });
    },
    again: async (request, { params, typed, faults }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      return answer === 'yes'
        ? staffEdit(context, params.service, { form: typedForm(typed), errors: asErrors(faults), status: 422 })
        : refusal(answer);
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/choose',
    permission: staff,
    params: byId,
    body: z.strictObject({
      field: z.enum(editable, { error: 'Choose a part of the entry.' }),
      take: z.enum(['ours', 'theirs'], { error: 'Choose ours or theirs.' }),
    }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      if (answer !== 'yes') return refusal(answer);
      const chosen = await context.asWorker('choose between ours and theirs', (tables) =>
        chooseField(tables, context.identify, params.service, body.field, body.take),
      );
      return chosen
        ? redirect(`/services/${params.service}`, {
            notice: {
              result: 'success',
              heading: `${editableWords[body.field]}: ${body.take === 'ours' ? 'ours stays' : 'taken from its publisher'}.`,
            },
          })
        : problem(notFound);
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/keepers',
    permission: staff,
    params: byId,
    body: z.strictObject({
      name: needed(100, 'Write the name of whoever keeps the entry.'),
      email: needed(200, 'Write their e-mail address.').refine((value) => /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(value), {
        error: 'Write the e-mail address like hello@example.org.',
      }),
    }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      if (answer !== 'yes') return refusal(answer);
      const entry = await entryValues(context.tables, params.service);
      if (!entry) return problem(notFound);
      await context.asWorker('ask a provider', (tables) => askProvider(context, tables, entry, body));
      return redirect(`/services/${params.service}`, {
        notice: {
          result: 'success',
          heading: `${body.name} is asked to keep this entry.`,
          children: 'The link in their message works for 30 days.',
        },
      });
    },
    again: async (request, { params, typed, faults }) => {
      return staffEntry(signedIn(request), params.service, {
        name: asText(typed.name),
        email: asText(typed.email),
        errors: asErrors(faults),
      });
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/keepers/:keeper/end',
    permission: staff,
    params: z.strictObject({ service: identifier, keeper: identifier }),
    body: z.strictObject({}),
    audit: nobody,
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const answer = await keeps(context, params.service);
      if (answer !== 'yes') return refusal(answer);
      const ended = await context.asWorker('end a provider’s link', (tables) =>
        endKeeper(tables, params.service, params.keeper, context.now),
      );
      return ended
        ? redirect(`/services/${params.service}`, { notice: { result: 'success', heading: 'Their link works no more.' } })
        : problem(notFound);
    },
  }),
];
