// The doors of a link: whoever gives a service keeps its entry without an account.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { keeperBy, settleTasks } from './keepers.ts';
import { entryFields, typedForm } from './keeping-form.ts';
import { editView, type Shown, save } from './keeping-shown.ts';
import { ProviderPage } from './pages/edit.tsx';
import { entryView } from './presenting.ts';
import { findService, markConfirmed, schedulesOf } from './store.ts';

const nobody = touchesNobody('The directory holds services, not people.');
const byCode = z.strictObject({ code: z.string().regex(/^[\w-]{24}$/) });

const tooOften: Problem = { status: 429, title: 'Too many tries', detail: 'Wait an hour and open the link again.' };
/** Links are long, and guessing them is slow. */
const mayOpen = (context: Context): Promise<boolean> => context.mayTry('provider link', context.address, 60, 3600);
const byLink = anyone('Providers of services keep their own entries by a link, without an account.');

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

export const providerRoutes: readonly Route[] = [
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
    body: entryFields,
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
