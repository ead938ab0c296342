// The door to “why can Grace see this?”: every reason by which a record is reached, as far as the one who asks may know.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { page } from '../../platform/web/answer.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { explainAccess } from './actions.ts';
import { AccessPage } from './pages/access-page.tsx';

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/access',
    permission: roles('IG', 'KW', 'MGR'),
    params: z.strictObject({ person: identifier }),
    query: z.strictObject({ account: identifier.optional() }),
    audit: audited('looked at who can see the record'),
    async handle(context, { params, query }) {
      const reasons = await explainAccess(context, params.person, query.account);
      return page(
        renderDocument(
          <AccessPage
            shell={await context.shell()}
            reasons={reasons}
            one={query.account !== undefined}
            personId={params.person}
            oversees={context.visitor?.roles.some(({ access }) => access === 'IG') ?? false}
          />,
        ),
      );
    },
  }),
];
