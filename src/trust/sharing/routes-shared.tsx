// The door of an agency’s workers to what other services share with them.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { isCode, wordsFor } from '../../platform/codes/codes.ts';
import { listed } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';
import { page } from '../../platform/web/answer.ts';
import { identifier } from '../../platform/web/fields.ts';
import { type AccessRole, roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { categories, type DataCategory } from '../access/model.ts';
import { support } from './model.ts';
import { SharedWithUsPage } from './pages/shared-with-us.tsx';
import { type SharedWithUs, sharedWithUs } from './shared-with-us.ts';
import { safety } from './without-agreement.ts';

/** Who works at an agency beside the teams that have people. */
const atAgencies: readonly AccessRole[] = ['PAR', 'HOU', 'EMP'];
const purposes: Readonly<Record<string, string>> = { [support]: 'To help them', [safety]: 'To keep somebody safe' };

/** An agreement opens who they are and how to reach them; appointments and messages stay with those who help. */
const wordOf = (category: DataCategory): string =>
  category === 'contact' ? 'contact details' : wordsFor('dataCategory', category).toLowerCase();

const named = (these: readonly string[]): string => {
  const words = listed(categories.filter((one) => these.includes(one)).map(wordOf));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** What is shared, a sentence for each ground: what they chose, and what the law allows. */
export function whatIsShared({ byChoice, onGround, grounds }: Pick<SharedWithUs, 'byChoice' | 'onGround' | 'grounds'>): string[] {
  const legal = listed(grounds.map((code) => (isCode('lawfulBasis', code) ? wordsFor('lawfulBasis', code) : code)));
  return [
    ...(byChoice.length > 0 ? [`${named(byChoice)}: they said yes.`] : []),
    ...(onGround.length > 0 ? [`${named(onGround)}: without their agreement. Ground: ${legal}.`] : []),
  ];
}

export const sharedRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/shared-with-us',
    permission: roles(...atAgencies),
    query: z.strictObject({ before: z.iso.datetime().optional(), row: identifier.optional() }),
    audit: audited('sharing.list'),
    async handle(request, { query }) {
      const context = signedIn(request);
      const seen = query.before && query.row ? { at: new Date(query.before), id: query.row } : null;
      const { rows, next } = await sharedWithUs(context, seen);
      return page(
        renderDocument(
          <SharedWithUsPage
            shell={await context.shell('/shared-with-us')}
            rows={rows.map((row) => ({
              id: row.accessId,
              name: row.name,
              href: row.name ? `/people/${row.personId}` : null,
              team: row.team,
              what: whatIsShared(row),
              purpose: purposes[row.purpose] ?? row.purpose,
              agreement: row.agreement,
              since: saidDate(row.since),
              until: row.until ? saidDate(row.until) : 'No end date',
            }))}
            first={seen ? '/shared-with-us' : null}
            next={next ? `/shared-with-us?${new URLSearchParams({ before: next.at.toISOString(), row: next.id })}` : null}
          />,
        ),
      );
    },
  }),
];

export const navigation: readonly NavigationEntry[] = [{ text: 'Shared with us', href: '/shared-with-us', roles: atAgencies }];
