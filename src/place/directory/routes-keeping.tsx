// The doors by which an entry is kept right: colleagues change and confirm it, choose where its publisher says otherwise, and ask its provider, who comes by a link.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier, needed, optionalText, version } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { type DayField, type EntryForm, editable, editableWords, holidayChoices, week } from './editing.ts';
import { chooseField, entryValues } from './edits.ts';
import { askProvider, endKeeper, keeperBy, keepersOf, mayKeep, settleTasks } from './keepers.ts';
import { readForKeeping, type Submitted, saveEntry } from './keeping-entry.ts';
import { keptView } from './kept-view.ts';
import { lightsOf } from './lights.ts';
import { ProviderPage, StaffEditPage } from './pages/edit.tsx';
import type { EditView } from './pages/edit-form.tsx';
import { type Asking, StaffEntryPage } from './pages/staff.tsx';
import { entryView } from './presenting.ts';
import { staff } from './staff-roles.ts';
import { findService, markConfirmed, schedulesOf } from './store.ts';

const nobody = touchesNobody('The directory holds services, not people.');
const byId = z.strictObject({ service: identifier });
const byCode = z.strictObject({ code: z.string().regex(/^[\w-]{24}$/) });

const many = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string()).max(20));
const dayFields = Object.fromEntries(week.map(({ field }) => [field, optionalText(100)])) as Record<
  DayField,
  ReturnType<typeof optionalText>
>; // one for each day
const form = z.strictObject({
  version,
  ...dayFields,
  holidays: z.enum(holidayChoices, { error: 'Choose what holds on bank holidays.' }).optional().default('not said'),
  holiday_hours: optionalText(100),
  different_days: optionalText(2000, 'The days that are different'),
  who: optionalText(1000, 'Who it is for'),
  from_age: optionalText(3),
  to_age: optionalText(3),
  referral: z
    .enum(['needed', 'not needed', 'not stated'], { error: 'Choose whether one must be referred.' })
    .optional()
    .default('not stated'),
  how_to_use: optionalText(1000, 'How to use it'),
  phones: optionalText(500, 'Telephone'),
  email: optionalText(200, 'The e-mail address'),
  website: optionalText(300, 'The website'),
  alert: optionalText(500, 'The notice'),
  closed: z.literal('yes').optional(),
  free: many,
});
type Body = z.output<typeof form>;

const submitted = ({ version: seen, closed, ...rest }: Body): Submitted => ({ version: seen, form: { ...rest, closed: closed === 'yes' } });

/** What was typed where it does not fit at all, such as a text that is too long. */
function typedForm(typed: Readonly<Record<string, string | readonly string[]>>): EntryForm {
  const text = (name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');
  const free = typed.free;
  return {
    ...(Object.fromEntries(week.map(({ field }) => [field, text(field)])) as Record<DayField, string>), // one for each day
    holidays: holidayChoices.find((one) => one === typed.holidays) ?? 'not said',
    holiday_hours: text('holiday_hours'),
    different_days: text('different_days'),
    who: text('who'),
    from_age: text('from_age'),
    to_age: text('to_age'),
    referral: typed.referral === 'needed' || typed.referral === 'not needed' ? typed.referral : 'not stated',
    how_to_use: text('how_to_use'),
    phones: text('phones'),
    email: text('email'),
    website: text('website'),
    alert: text('alert'),
    closed: typed.closed === 'yes',
    free: typeof free === 'string' ? [free] : (free ?? []),
  };
}

const notKeeper: Problem = {
  status: 403,
  title: 'Another team keeps this entry',
  detail: 'Say that it is right with “Still right”. To change it, ask the team that gives the service, or a manager.',
};

interface Shown {
  readonly errors?: readonly FieldError[];
  readonly form?: EntryForm;
  readonly overtaken?: EditView['overtaken'];
  readonly status?: number;
  readonly saved?: string | null;
}

async function editView(context: Context, id: string, action: string, shown: Shown): Promise<EditView | null> {
  const kept = await readForKeeping(context, id);
  if (!kept) return null;
  return {
    name: kept.entry.name,
    action,
    version: kept.entry.version,
    form: shown.form ?? kept.form,
    units: kept.units,
    otherHours: kept.otherHours,
    errors: shown.errors ?? [],
    overtaken: shown.overtaken ?? [],
    formKey: context.formKey(),
  };
}

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

async function providerPage(context: Context, code: string, shown: Shown = {}): Promise<Answer> {
  const keeper = await context.asWorker('open a provider’s link', (tables) => keeperBy(tables, code, context.now));
  const entry = keeper && (await findService(context.tables, keeper.serviceId));
  const view = keeper && (await editView(context, keeper.serviceId, `/keep/${code}`, shown));
  if (!keeper || !entry || !view)
    return problem({ ...notFound, title: 'This link has ended', detail: 'Ask for a new one: whoever sent it to you can send another.' });
  const hours = (await schedulesOf(context.tables, [entry.id])).get(entry.id) ?? [];
  const frame = { service: { name: context.place.neutralName }, place: context.place.name };
  return page(
    renderDocument(<ProviderPage frame={frame} entry={entryView(entry, hours, context.now)} view={view} saved={shown.saved ?? null} />),
    shown.status ?? 200,
  );
}

/** Whether this visitor keeps this entry. */
async function keeps(context: SignedIn, id: string): Promise<'yes' | 'no' | 'missing'> {
  const entry = await entryValues(context.tables, id);
  if (!entry) return 'missing';
  const keepers = await context.asWorker('read who keeps an entry', (tables) => keepersOf(tables, id));
  return mayKeep(context.visitor, context.place, entry, keepers) ? 'yes' : 'no';
}
const refusal = (answer: 'no' | 'missing'): Answer => problem(answer === 'missing' ? notFound : notKeeper);

async function save(context: Context, id: string, body: Body, by: { accountId: string | null; name: string }): Promise<Shown | null> {
  const given = submitted(body);
  const result = await saveEntry(context, id, given, by);
  switch (result.kind) {
    case 'missing':
      return { status: 404 };
    case 'faults':
      return { form: given.form, errors: asErrors(result.faults), status: 422 };
    case 'overtaken':
      return { form: given.form, overtaken: result.differs, status: 409 };
    case 'saved':
      return null;
  }
}

const tooOften: Problem = { status: 429, title: 'Too many tries', detail: 'Wait an hour and open the link again.' };
/** Links are long, and guessing them is slow. */
const mayOpen = (context: Context): Promise<boolean> => context.mayTry('provider link', context.address, 60, 3600);
const byLink = anyone('Providers of services keep their own entries by a link, without an account.');

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
    body: form,
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
      const text = (name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');
      return staffEntry(signedIn(request), params.service, { name: text('name'), email: text('email'), errors: asErrors(faults) });
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
  route({
    method: 'GET',
    path: '/keep/:code',
    permission: byLink,
    params: byCode,
    audit: nobody,
    handle: async (context, { params }) => ((await mayOpen(context)) ? providerPage(context, params.code) : problem(tooOften)),
  }),
  route({
    method: 'POST',
    path: '/keep/:code',
    permission: byLink,
    params: byCode,
    body: form,
    audit: nobody,
    repeatable: 'Saving the same again changes nothing; the version of the entry guards what others changed.',
    handle: async (context, { params, body }) => {
      if (!(await mayOpen(context))) return problem(tooOften);
      const keeper = await context.asWorker('open a provider’s link', (tables) => keeperBy(tables, params.code, context.now));
      if (!keeper) return providerPage(context, params.code);
      const again = await save(context, keeper.serviceId, body, { accountId: null, name: keeper.name });
      return providerPage(context, params.code, again ?? { saved: 'Saved, and confirmed today. Everybody sees it now. Thank you.' });
    },
    again: async (context, { params, typed, faults }) =>
      (await mayOpen(context))
        ? providerPage(context, params.code, { form: typedForm(typed), errors: asErrors(faults), status: 422 })
        : problem(tooOften),
  }),
  route({
    method: 'POST',
    path: '/keep/:code/confirm',
    permission: byLink,
    params: byCode,
    body: z.strictObject({}),
    audit: nobody,
    repeatable: 'Confirming twice confirms once.',
    handle: async (context, { params }) => {
      if (!(await mayOpen(context))) return problem(tooOften);
      await context.asWorker('confirm an entry by its provider’s link', async (tables) => {
        const keeper = await keeperBy(tables, params.code, context.now);
        if (!keeper) return;
        await markConfirmed(tables, keeper.serviceId, null, localDate(context.now));
        await settleTasks(tables, keeper.serviceId, null, context.now);
      });
      return providerPage(context, params.code, { saved: 'Confirmed today. Thank you: people can rely on it.' });
    },
  }),
];
