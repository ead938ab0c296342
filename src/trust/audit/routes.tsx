// Who opened a record, and who can.
import { z } from 'zod';
import { page } from '../../platform/web/answer.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { explainAccess } from '../access/actions.ts';
import { sharedWithoutAgreement } from '../sharing/actions-without.ts';
import { looksByDay, reasonSaid, withoutSaid } from './for-the-person.ts';
import { askedInConfidence, keepsConcerns, keptFrom, looksAt, mostForThePerson } from './looked.ts';
import { lookedAtPage, whoCanSeePage, whoLookedPage } from './pages/looked-pages.tsx';
import { seenCatalogue } from './texts.ts';
import { lookRow } from './words.ts';

const paged = z.strictObject({ before: identifier.optional() });
const onward = (path: string, next: string | null): string | undefined => (next ? `${path}?before=${next}` : undefined);

/** The person of the account that asks; the permission makes sure there is one. */
function ownRecord(personId: string | null | undefined): string {
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  return personId;
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me/looked',
    permission: roles('PER'),
    query: paged,
    audit: audited('looked at who opened the record'),
    async handle(context, { query }) {
      const personId = ownRecord(context.visitor?.personId);
      context.touch(personId);
      const [without, concernsKept] = await context.asWorker(
        'keep what is unsafe to tell',
        async (tables) => [await keptFrom(tables, personId), await keepsConcerns(tables, personId)] as const,
      );
      const { looks, next } = await looksAt(context, personId, { before: query.before, without, concernsKept, most: mostForThePerson });
      const speech = spokenTo(context, seenCatalogue);
      return page(whoLookedPage({ speech, days: looksByDay(looks, speech), next: onward('/me/looked', next) }));
    },
  }),
  route({
    method: 'GET',
    path: '/me/access',
    permission: roles('PER'),
    query: z.strictObject({}),
    audit: audited('looked at who can see the record'),
    async handle(context) {
      const personId = ownRecord(context.visitor?.personId);
      const asked = await context.asWorker('keep what is unsafe to tell', (tables) => askedInConfidence(tables, personId));
      const inConfidence = new Set(asked.map(({ id }) => id));
      const reasons = (await explainAccess(context, personId)).filter(
        ({ relationship, source }) => relationship !== 'self' && !(relationship === 'referrer' && inConfidence.has(source.id)),
      );
      const without = await sharedWithoutAgreement(context, personId);
      const speech = spokenTo(context, seenCatalogue);
      return page(
        whoCanSeePage({
          speech,
          without: without.map((one) => withoutSaid(one, speech)),
          reasons: reasons.map((reason) => reasonSaid(reason, speech)),
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/looked',
    permission: roles('IG'),
    params: z.strictObject({ person: identifier }),
    query: paged,
    audit: audited('looked at who opened the record'),
    async handle(context, { params, query }) {
      context.touch(params.person);
      const person = await context.tables
        .selectFrom('person')
        .select(['knownAs', 'givenName', 'familyName'])
        .where('id', '=', params.person)
        .executeTakeFirst();
      const { looks, next } = await looksAt(context, params.person, { before: query.before });
      const name = person ? [person.knownAs || person.givenName, person.familyName].filter(Boolean).join(' ') : null;
      return page(
        lookedAtPage({
          shell: await context.shell(),
          name,
          rows: looks.map(lookRow),
          next: onward(`/people/${params.person}/looked`, next),
          open: `/emergency?record=${params.person}`,
        }),
      );
    },
  }),
];
