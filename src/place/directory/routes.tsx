// The directory's doors: what everybody may look for without an account, and the same for staff, who confirm what they checked.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { codesOf } from '../../platform/codes/codes.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { choices, identifier, searched } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { confirmEntry, type Found, type FoundNear, findNear, findServices } from './actions.ts';
import { publishedCapacities } from './counting.ts';
import { lights } from './light.ts';
import { lightsOf, ownLights, sayLight } from './lights.ts';
import { type Origin, originOf, readPostcode } from './nearness.ts';
import { PublicEntryPage, PublicListPage } from './pages/public.tsx';
import { StaffListPage, shows } from './pages/staff-list.tsx';
import { type EntryView, entryView, listedView } from './presenting.ts';
import { publicPage } from './public-page.ts';
import { findingRoutes } from './routes-finding.tsx';
import { keepingRoutes, staffEntry } from './routes-keeping.tsx';
import { providerRoutes } from './routes-provider.tsx';
import { wordsInEnglish } from './searching.ts';
import type { Speech } from './speech.ts';
import { staff, staffRoles } from './staff-roles.ts';
import { findService, schedulesOf } from './store.ts';
import { english } from './texts/en.ts';
import type { DirectoryTexts } from './texts.ts';

const open = anyone('Where help can be found is for everybody.');
const nobody = touchesNobody('The directory holds services, not people.');
const asked = z.strictObject({
  words: searched(200),
  area: searched(100),
  need: z
    .union([z.literal(''), z.enum(codesOf('needDomain'))], { error: 'Choose what it is about from the list.' })
    .optional()
    .default(''),
  only: choices(['open', 'no_referral']),
  after: identifier.optional(),
});

/** How far was measured, and from where; said plainly, because not every place tells where it is. */
function measured({ by, district }: Origin, { placed, all }: FoundNear, { near }: DirectoryTexts): string {
  const from = by === 'postcode' ? near.postcode : near.district({ district });
  return `${from} ${placed === all ? near.all : placed === 0 ? near.none : near.some({ placed, all })}`;
}

/** What was found, and how: said to whoever looked, where it is not simply what they asked. */
interface Looked extends Found {
  readonly how: string | null;
}

async function publicList(context: Context, { words, area, need, only, after }: z.output<typeof asked>): Promise<Answer> {
  const search = { words, area, openNow: only.includes('open'), noReferral: only.includes('no_referral'), ...(need ? { need } : {}) };
  const postcode = readPostcode(area);
  const origin = postcode ? await originOf(context.tables, area) : null;
  const said = publicPage(context);
  const { speech } = said;
  const { near, searched: theirs } = speech.texts;
  // Where nobody tells where a postcode lies, its district is looked for by name.
  const where = postcode?.district ?? area;
  const look = async (given: string): Promise<Looked> => {
    const around = origin && (await findNear(context, { ...search, words: given }, origin, after ?? null));
    if (around) return { ...around, how: measured(origin, around, speech.texts) };
    const named = await findServices(context, { ...search, words: given, area: where }, after ?? null);
    const found =
      named.services.length > 0 || where === '' ? named : await findServices(context, { ...search, words: given, area: '' }, after ?? null);
    if (found !== named) return { ...found, how: near.everywhere({ where }) };
    return { ...found, how: postcode ? near.unknown({ district: postcode.district }) : null };
  };
  const asTyped = await look(words);
  // Most of the list is in English, and whoever reads another language need not know how to ask in it.
  const meant = asTyped.services.length > 0 || speech.language === 'en' ? [] : wordsInEnglish(words, theirs, english.searched);
  const found = meant.length > 0 ? await look(meant.join(' ')) : asTyped;
  const looked = meant.length > 0 ? speech.texts.list.lookedFor({ words: meant.join(', ') }) : null;
  const standing = await lightsOf(context);
  const view = {
    words,
    area,
    need,
    near: found.services.length > 0 ? [looked, found.how].filter(Boolean).join(' ') || null : null,
    only,
    found: found.services.map((service) => listedView(service, context.now, { speech, light: standing.get(service.id) })),
    searched: words !== '' || area !== '' || need !== '' || only.length > 0,
    later: after !== undefined,
    next: found.next,
    formKey: context.formKey(),
  };
  return page(renderDocument(<PublicListPage {...said} view={view} />));
}

async function entryOf(context: Context, id: string, speech: Speech): Promise<EntryView | null> {
  const entry = await findService(context.tables, id);
  if (!entry) return null;
  const schedules = await schedulesOf(context.tables, [id]);
  const capacity = [...entry.capacity, ...(await publishedCapacities(context, [id]))];
  const light = entry.own ? (await lightsOf(context)).get(id) : undefined;
  return entryView({ ...entry, capacity }, schedules.get(id) ?? [], context.now, { speech, light });
}

const notTheirLight: Problem = {
  status: 403,
  title: 'Another team says this',
  detail: 'Only the people of this service say whether there is room. Ask them by telephone.',
};

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/help',
    permission: open,
    audit: nobody,
    handle: (context) => publicList(context, { words: '', area: '', need: '', only: [] }),
  }),
  // What somebody looks for travels in the body, so that it never stands in the browser’s history.
  route({
    method: 'POST',
    path: '/help',
    permission: open,
    body: asked,
    audit: nobody,
    repeatable: 'Looking for something changes nothing.',
    handle: (context, { body }) => publicList(context, body),
  }),
  route({
    method: 'GET',
    path: '/help/:service',
    permission: open,
    params: z.strictObject({ service: identifier }),
    audit: nobody,
    handle: async (context, { params }) => {
      const said = publicPage(context);
      const entry = await entryOf(context, params.service, said.speech);
      return entry ? page(renderDocument(<PublicEntryPage {...said} entry={entry} />)) : problem(notFound);
    },
  }),
  route({
    method: 'GET',
    path: '/services',
    permission: staff,
    query: z.strictObject({
      words: searched(200),
      show: z.enum(shows).optional().default('everything'),
      after: identifier.optional(),
    }),
    audit: nobody,
    handle: async (context, { query: { words, show, after } }) => {
      const search = { words, area: '', openNow: show === 'open', noReferral: show === 'no_referral', notConfirmed: show === 'to_confirm' };
      const found = await findServices(context, search, after ?? null);
      const standing = await lightsOf(context);
      const view = {
        words,
        show,
        found: found.services.map((service) => listedView(service, context.now, { light: standing.get(service.id) })),
        // A route with roles is never answered for a visitor who is not signed in.
        lights: after === undefined ? await ownLights(signedIn(context)) : [],
        formKey: context.formKey(),
        next: found.next,
        later: after !== undefined,
        mayBringIn: context.visitor?.roles.some(({ access }) => ['MGR', 'CO_HUB', 'ADM'].includes(access)) ?? false,
      };
      return page(renderDocument(<StaffListPage shell={await context.shell('/services')} view={view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/services/:service',
    permission: staff,
    params: z.strictObject({ service: identifier }),
    audit: nobody,
    handle: async (context, { params }) => {
      // A route with roles is never answered for a visitor who is not signed in.
      return staffEntry(signedIn(context), params.service);
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/confirm',
    permission: staff,
    params: z.strictObject({ service: identifier }),
    body: z.strictObject({}),
    audit: nobody,
    handle: async (context, { params }) => {
      // A route with roles is never answered for a visitor who is not signed in.
      const confirmed = await confirmEntry(signedIn(context), params.service);
      return confirmed
        ? redirect(`/services/${params.service}`, { notice: { result: 'success', heading: 'Confirmed today. Everybody can see that.' } })
        : problem(notFound);
    },
  }),
  route({
    method: 'POST',
    path: '/services/:service/light',
    permission: staff,
    params: z.strictObject({ service: identifier }),
    body: z.strictObject({
      light: z.enum(lights, { error: 'Choose whether there is room.' }),
      from: z.enum(['list', 'entry']).optional().default('entry'),
    }),
    audit: nobody,
    handle: async (context, { params, body }) => {
      // A route with roles is never answered for a visitor who is not signed in.
      const said = await sayLight(signedIn(context), params.service, body.light);
      if (said === 'missing') return problem(notFound);
      if (said === 'not theirs') return problem(notTheirLight);
      return redirect(body.from === 'list' ? '/services' : `/services/${params.service}`, {
        notice: { result: 'success', heading: 'Said. Everybody sees it now.' },
      });
    },
  }),
  ...keepingRoutes,
  ...providerRoutes,
  ...findingRoutes,
];

export const navigation: readonly NavigationEntry[] = [{ text: 'Services', href: '/services', roles: staffRoles }];
