// What anybody may read without asking: how help is reached here, and texts to try by oneself (SOM-8, SOM-24).
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { page, problem } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { placeWithRules } from '../rules/agreed.ts';
import { lightOf, roomInShort } from './capacity.ts';
import { capacityOf } from './counting.ts';
import type { HowSpeech } from './how-said.ts';
import { howCatalogue } from './how-texts.ts';
import { type HowView, PublicHowPage, StaffHowPage } from './pages/how-it-works.tsx';
import { ArticlePage, LibraryPage } from './pages/library.tsx';
import { publicPage } from './public-page.ts';
import { inEnglish } from './speech.ts';
import { staff } from './staff-roles.ts';
import { easyWords } from './texts/how/easy-read.ts';
import { waysThrough } from './way-through.ts';

const open = anyone('How help is reached is for everybody.');
const nobody = touchesNobody('It shows the configuration, not people.');

/** Everybody learns whether there is room; how much, only colleagues. */
async function howView(context: Context, { how }: HowSpeech, whole: boolean): Promise<HowView> {
  const { blueprint } = context.place;
  // As the program: who reads this page may not be signed in, and what was approved decides for everybody.
  const place = await context.asWorker('read the rules in force', (tables) => placeWithRules({ tables, place: context.place }));
  const ways = waysThrough(place, localDate(context.now));
  const room = new Map<string, string>();
  for (const code of new Set(ways.ways.flatMap(({ offers }) => offers.map((offer) => offer.code)))) {
    const all = await capacityOf(context, code);
    const known = all.find(({ kind }) => kind === 'counted') ?? all.find((one) => lightOf(one) !== 'not confirmed');
    if (!known) continue;
    const light = lightOf(known);
    const words = whole ? roomInShort(known) : light === 'not confirmed' ? null : how.room[light];
    if (words) room.set(code, words);
  }
  return {
    ...ways,
    room,
    place: context.place.name,
    versions: blueprint.blueprints.map(({ name, version }) => ({ name, version })),
  };
}

const staffSpeech: HowSpeech = { ...inEnglish, how: howCatalogue.in('en') };

export const findingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/how-it-works',
    permission: open,
    audit: nobody,
    async handle(context) {
      const around = publicPage(context);
      const speech = { ...around.speech, how: spokenTo(context, howCatalogue, easyWords).texts };
      return page(renderDocument(<PublicHowPage {...around} speech={speech} view={await howView(context, speech, false)} />));
    },
  }),
  route({
    method: 'GET',
    path: '/services/how-it-works',
    permission: staff,
    audit: nobody,
    async handle(context) {
      const view = await howView(context, staffSpeech, true);
      return page(renderDocument(<StaffHowPage shell={await context.shell('/services')} speech={staffSpeech} view={view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/library',
    permission: open,
    audit: nobody,
    handle: async (context) => page(renderDocument(<LibraryPage {...publicPage(context)} articles={context.place.blueprint.library} />)),
  }),
  route({
    method: 'GET',
    path: '/library/:article',
    permission: open,
    params: z.strictObject({ article: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
    audit: nobody,
    handle: async (context, { params }) => {
      const article = context.place.blueprint.library.find(({ code }) => code === params.article);
      return article
        ? page(renderDocument(<ArticlePage {...publicPage(context)} article={article} demo={context.place.demo} />))
        : problem(notFound);
    },
  }),
];
