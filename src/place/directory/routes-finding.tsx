// What anybody may read without asking: how help is reached here, and texts to try by oneself (SOM-8, SOM-24).
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { page, problem } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { placeWithRules } from '../rules/agreed.ts';
import { lightOf, roomInShort } from './capacity.ts';
import { capacityOf } from './counting.ts';
import { type HowView, PublicHowPage, StaffHowPage } from './pages/how-it-works.tsx';
import { ArticlePage, LibraryPage } from './pages/library.tsx';
import { publicPage } from './public-page.ts';
import { staff } from './staff-roles.ts';
import { waysThrough } from './way-through.ts';

const open = anyone('How help is reached is for everybody.');
const nobody = touchesNobody('It shows the configuration, not people.');

/** Everybody learns whether there is room; how much, only colleagues. */
const lights = { room: 'Has room now', filling: 'Nearly full', full: 'Full now: you can still ask', 'not confirmed': '' } as const;

async function howView(context: Context, whole: boolean): Promise<HowView> {
  const { blueprint } = context.place;
  // As the program: who reads this page may not be signed in, and what was approved decides for everybody.
  const place = await context.asWorker('read the rules in force', (tables) => placeWithRules({ tables, place: context.place }));
  const ways = waysThrough(place, localDate(context.now));
  const room = new Map<string, string>();
  for (const code of new Set(ways.ways.flatMap(({ offers }) => offers.map((offer) => offer.code)))) {
    const all = await capacityOf(context, code);
    const known = all.find(({ kind }) => kind === 'counted') ?? all.find((one) => lightOf(one) !== 'not confirmed');
    const words = known ? (whole ? roomInShort(known) : lights[lightOf(known)]) : null;
    if (words) room.set(code, words);
  }
  return {
    ...ways,
    room,
    place: context.place.name,
    versions: blueprint.blueprints.map(({ name, version }) => `${name}, version ${version}`).join('; '),
  };
}

export const findingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/how-it-works',
    permission: open,
    audit: nobody,
    handle: async (context) => page(renderDocument(<PublicHowPage frame={context.frame()} view={await howView(context, false)} />)),
  }),
  route({
    method: 'GET',
    path: '/services/how-it-works',
    permission: staff,
    audit: nobody,
    handle: async (context) =>
      page(renderDocument(<StaffHowPage shell={await context.shell('/services')} view={await howView(context, true)} />)),
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
