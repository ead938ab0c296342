// A person's own page: what happens next, their plan and their own account of themselves. What other people may see of them stands elsewhere.
import { renderDocument } from '../../design/layout/document.tsx';
import { PersonPage } from '../../design/layout/person-page.tsx';
import { page } from '../../platform/web/answer.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me',
    permission: roles('PER'),
    audit: audited('opened their own page'),
    async handle(context) {
      if (context.visitor?.personId) context.touch(context.visitor.personId);
      return page(
        renderDocument(
          <PersonPage {...context.frame('en')} title="Your page" language="en" direction="ltr">
            <h1 class="nhsuk-heading-l">Your page</h1>
          </PersonPage>,
        ),
      );
    },
  }),
];
