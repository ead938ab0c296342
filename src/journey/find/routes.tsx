// The two doors of finding: a page, and the same as data for the palette behind Ctrl K.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import type { Problem } from '../../platform/problem.ts';
import { data, page, problem } from '../../platform/web/answer.ts';
import { searched } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { openerRoles } from '../../trust/emergency/model.ts';
import { find, mayFind } from './actions.ts';
import { FindPage } from './pages/find-page.tsx';

/** Everybody who works here. People who use the service, carers and referrers find nobody. */
const staff = roles('TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'VOL', 'HOST', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'COM', 'IG', 'ADM');
const asked = z.strictObject({ q: searched(100) });
const looked = audited('looked for somebody');
const slowly: Problem = { status: 429, title: 'That was very many searches', detail: 'Wait a minute, then try again.' };

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/find',
    permission: staff,
    query: asked,
    audit: looked,
    async handle(context, { query }) {
      if (query.q && !(await mayFind(signedIn(context)))) return problem(slowly);
      const groups = await find(signedIn(context), query.q, 50);
      const mayOpen = signedIn(context).visitor.roles.some(({ access }) => openerRoles.includes(access));
      return page(renderDocument(<FindPage shell={await context.shell()} typed={query.q} groups={groups} mayOpen={mayOpen} />));
    },
  }),
  route({
    method: 'GET',
    path: '/find.json',
    permission: staff,
    query: asked,
    audit: looked,
    async handle(context, { query }) {
      if (!(await mayFind(signedIn(context)))) return problem(slowly);
      return data({ groups: await find(signedIn(context), query.q) });
    },
  }),
];
