// The demo's own doors: who would you like to be, the tour, everything that would have been sent, and starting again. None of them exists in production.

import { sql } from 'kysely';
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { page, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { demoOnly } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { initialsOf } from '../../platform/web/shell.ts';
import { startSession } from '../../trust/accounts/session.ts';
import { FirstPage } from './pages/first-page.tsx';
import { Outbox } from './pages/outbox.tsx';
import { ResetPage } from './pages/reset-page.tsx';
import { roster } from './roster.ts';
import { tour, tourStep } from './tour.ts';

const invented = 'Demo people are invented; this only says how many things wait.';
const again = 'Choosing somebody twice changes nothing.';

/** Becomes somebody: a session for staff and people, none for a visitor. */
async function become(context: Context, code: string, leadsTo: string, tourAt: number | null) {
  const person = roster.find((one) => one.code === code);
  const name = person?.name.split(',')[0] ?? '';
  const token = await context.asWorker('be somebody in the demo', async (tables) => {
    const account = await tables
      .selectFrom('account')
      .select(['id', 'kind'])
      .where('demo', '=', true)
      .where((where) =>
        where.or([where('email', '=', `${code}@example.org`), where.and([where('kind', '=', 'person'), where('name', '=', name)])]),
      )
      .orderBy('createdAt')
      .executeTakeFirst();
    return account ? startSession(tables, { id: account.id, kind: account.kind as 'staff' | 'person' | 'referrer' }, context.now) : null;
  });
  return redirect(leadsTo, {
    cookies: [
      { name: 'session', value: token },
      { name: 'door', value: null },
      { name: 'tour', value: tourAt === null ? null : String(tourAt) },
    ],
  });
}

/** Messages on one page of the outbox. */
const most = 30;

/** `startAgain` empties and fills the demo; without it (in tests) the button only goes back to the first page. */
export function demoRoutes(startAgain?: () => Promise<void>): readonly Route[] {
  let fresh: Promise<void> = Promise.resolve();
  return [
    route({
      method: 'GET',
      path: '/',
      permission: demoOnly,
      audit: touchesNobody(invented),
      handle: async (context) => {
        const people = await context.asWorker('count for the demo', async (tables) => {
          const list = [];
          for (const one of roster)
            list.push({
              value: one.code,
              initials: initialsOf(one.name.split(',')[0] ?? one.name),
              name: one.name,
              task: one.task,
              detail: await one.detail(tables, context.now),
            });
          const { rows } = await sql<{ count: number }>`select count(*)::int as count from person`.execute(tables);
          return { list, count: rows[0]?.count ?? 0 };
        });
        return page(renderDocument(<FirstPage people={people.list} count={people.count} place={context.place.name} />));
      },
    }),
    route({ method: 'GET', path: '/demo', permission: demoOnly, audit: touchesNobody(invented), handle: async () => redirect('/') }),
    route({
      method: 'POST',
      path: '/demo/be',
      permission: demoOnly,
      audit: touchesNobody(invented),
      repeatable: again,
      body: z.strictObject({
        person: z.enum(roster.map((one) => one.code) as [string, ...string[]], { error: 'Choose somebody from the page.' }),
      }),
      handle: (context, { body }) => become(context, body.person, roster.find((one) => one.code === body.person)?.leadsTo ?? '/', null),
    }),
    route({
      method: 'POST',
      path: '/demo/tour',
      permission: demoOnly,
      audit: touchesNobody(invented),
      repeatable: again,
      body: z.strictObject({}),
      handle: (context) => become(context, tour[0]?.person ?? '', tour[0]?.leadsTo ?? '/', 1),
    }),
    route({
      method: 'POST',
      path: '/demo/tour/next',
      permission: demoOnly,
      audit: touchesNobody(invented),
      repeatable: again,
      body: z.strictObject({}),
      handle: (context) => {
        const next = (context.tour ?? 0) + 1;
        const step = tourStep(next);
        return step
          ? become(context, step.person, step.leadsTo, next)
          : Promise.resolve(redirect('/', { cookies: [{ name: 'tour', value: null }] }));
      },
    }),
    route({
      method: 'GET',
      path: '/demo/tour/leave',
      permission: demoOnly,
      audit: touchesNobody(invented),
      handle: async () => redirect('/', { cookies: [{ name: 'tour', value: null }] }),
    }),
    route({
      method: 'GET',
      path: '/demo/reset',
      permission: demoOnly,
      audit: touchesNobody(invented),
      handle: async ({ place }) => page(renderDocument(<ResetPage place={place.name} />)),
    }),
    route({
      method: 'POST',
      path: '/demo/reset',
      permission: demoOnly,
      audit: touchesNobody(invented),
      repeatable: 'Starting again twice ends the same.',
      body: z.strictObject({}),
      handle: async (_context) => {
        // Begun after this request’s own transaction has ended: new tables cannot be made while it holds the old ones.
        if (startAgain)
          fresh = new Promise((done, failed) => {
            setTimeout(() => startAgain().then(done, failed), 50);
          });
        fresh.catch(() => undefined);
        return redirect('/demo/fresh', {
          cookies: [
            { name: 'session', value: null },
            { name: 'door', value: null },
            { name: 'tour', value: null },
          ],
        });
      },
    }),
    route({
      method: 'GET',
      path: '/demo/fresh',
      permission: demoOnly,
      audit: touchesNobody(invented),
      handle: async () => {
        await fresh;
        return redirect('/');
      },
    }),
    route({
      method: 'GET',
      path: '/demo/outbox',
      permission: demoOnly,
      audit: touchesNobody('Every message here is to somebody invented.'),
      query: z.strictObject({ before: z.iso.datetime().optional() }),
      handle: async (context, { query }) => {
        const messages = await context.asWorker('show the demo’s outbox', (tables) =>
          tables
            .selectFrom('message')
            .select([
              'id',
              'audience',
              'channel',
              'toName',
              'toValue',
              'sender',
              'subject',
              'body',
              'state',
              'refusedBecause',
              'notBefore',
              'createdAt',
            ])
            .$if(query.before !== undefined, (select) => select.where('createdAt', '<', new Date(query.before ?? 0)))
            .orderBy('createdAt', 'desc')
            .orderBy('id', 'desc')
            .limit(most)
            .execute(),
        );
        const last = messages.length === most ? messages.at(-1) : undefined;
        return page(
          renderDocument(
            <Outbox
              messages={messages}
              plainSender={context.place.blueprint.plainSender}
              place={context.place.name}
              now={context.now}
              earlier={last ? `/demo/outbox?before=${encodeURIComponent(last.createdAt.toISOString())}` : undefined}
            />,
          ),
        );
      },
    }),
  ];
}
