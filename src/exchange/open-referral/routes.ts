// The directory as open data, by the Open Referral UK profile: read-only, without a key, for programs of any origin (fields.md §31).
import { z } from 'zod';
import { publishedCapacities } from '../../place/directory/counting.ts';
import { type Directory, emptyDirectory } from '../../place/directory/model.ts';
import { originOf } from '../../place/directory/nearness.ts';
import { sliceOf } from '../../place/directory/slice.ts';
import { invalid, notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, data, problem } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { type AskedPages, askedPages, askedPlaces, askedServices } from './asked.ts';
import { type Published, published } from './publish.ts';
import {
  type IdsOnPage,
  organisationsOn,
  placesOn,
  servicesOn,
  servicesPublished,
  sliceOfOrganisations,
  sliceOfPlaces,
  taxonomiesOn,
  termsOn,
  termsPublished,
} from './store.ts';
import type { Json } from './values.ts';

const root = '/open-referral';
const open = {
  permission: anyone('Where help can be found is for everybody, also for other directories.'),
  audit: touchesNobody('The directory holds services, not people.'),
  published: 'Other directories show these entries too.',
} as const;

/** Requests from one address in a minute. */
const mostAMinute = 240;
const tooMany: Problem = {
  status: 429,
  title: 'Too many requests',
  detail: 'Wait a minute, and ask for larger pages. Answers say how long they may be kept.',
};

async function slowly(context: Context, answer: () => Promise<Answer>): Promise<Answer> {
  return (await context.mayTry('open directory', context.address, mostAMinute, 60)) ? answer() : problem(tooMany);
}

/** The profile’s envelope of a page. */
const pageOf = ({ page, per_page }: AskedPages, total: number, contents: readonly Json[]): Json => {
  const pages = Math.ceil(total / per_page);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
};

interface Listing<Query extends z.ZodObject> {
  readonly path: string;
  readonly query: Query;
  readonly find: (context: Context, asked: z.output<Query>) => Promise<IdsOnPage | Problem>;
  readonly slice: (context: Context, ids: readonly string[]) => Promise<Directory>;
  readonly summary: (records: Published, directory: Directory, id: string) => Json | undefined;
  readonly whole: (records: Published, directory: Directory, id: string) => Json | undefined;
}

const byId = <Value extends { readonly id: string }>(list: readonly Value[], id: string): Value | undefined =>
  list.find((one) => one.id === id);
const made = <Value>(value: Value | undefined, publish: (value: Value) => Json): Json | undefined =>
  value === undefined ? undefined : publish(value);

/** A list by pages, and each of its records whole. */
function listing<Query extends z.ZodObject>({ path, query, find, slice, summary, whole }: Listing<Query>): readonly Route[] {
  return [
    route({
      ...open,
      method: 'GET',
      path: `${root}/${path}`,
      query,
      handle: (context, { query: given }) =>
        slowly(context, async () => {
          const asked = given as z.output<Query>; // what the schema of this very route gave
          const found = await find(context, asked);
          if ('status' in found) return problem(found);
          const directory = await slice(context, found.ids);
          const records = published(directory);
          const contents = found.ids.map((id) => summary(records, directory, id)).filter((one) => one !== undefined);
          return data(pageOf(askedPages.parse({ page: String(asked.page), per_page: String(asked.per_page) }), found.total, contents));
        }),
    }),
    route({
      ...open,
      method: 'GET',
      path: `${root}/${path}/:id`,
      params: z.strictObject({ id: identifier }),
      handle: (context, { params: { id } }) =>
        slowly(context, async () => {
          const directory = await slice(context, [id]);
          const record = whole(published(directory), directory, id);
          return record ? data(record) : problem({ ...notFound, title: 'There is no such record here' });
        }),
    }),
  ];
}

export const routes: readonly Route[] = [
  route({
    ...open,
    method: 'GET',
    path: root,
    handle: (context) =>
      slowly(context, async () =>
        data({
          version: 'HSDS-UK-3.0',
          profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
          openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
        }),
      ),
  }),
  ...listing({
    path: 'services',
    query: askedServices,
    find: (context, asked) => servicesOn(context.tables, asked),
    slice: async (context, ids) => {
      const services = await servicesPublished(context.tables, ids);
      const directory = await sliceOf(context.tables, services);
      return { ...directory, capacities: [...directory.capacities, ...(await publishedCapacities(context, services))] };
    },
    summary: (records, { services }, id) => made(byId(services, id), records.serviceSummary),
    whole: (records, { services }, id) => made(byId(services, id), records.serviceWhole),
  }),
  ...listing({
    path: 'service_at_locations',
    query: askedPlaces,
    find: async ({ tables }, asked) => {
      if (asked.proximity !== undefined && asked.postcode === undefined)
        return invalid([{ field: 'proximity', message: 'Give a postcode to measure from.' }]);
      const origin = asked.proximity === undefined ? null : await originOf(tables, asked.postcode ?? '');
      if (asked.proximity !== undefined && origin === null)
        return invalid([
          {
            field: 'postcode',
            message: 'No place in this directory tells where that is. Distances are measured only between places that do.',
          },
        ]);
      return placesOn(tables, asked, origin);
    },
    slice: ({ tables }, ids) => sliceOfPlaces(tables, ids),
    summary: (records, { serviceAtLocations }, id) => made(byId(serviceAtLocations, id), records.serviceAtLocationSummary),
    whole: (records, { serviceAtLocations }, id) => made(byId(serviceAtLocations, id), records.serviceAtLocationWhole),
  }),
  ...listing({
    path: 'organizations',
    query: askedPages,
    find: ({ tables }, asked) => organisationsOn(tables, asked),
    slice: ({ tables }, ids) => sliceOfOrganisations(tables, ids),
    summary: (records, { organisations }, id) => made(byId(organisations, id), records.organisationSummary),
    whole: (records, { organisations }, id) => made(byId(organisations, id), records.organisationWhole),
  }),
  ...listing({
    path: 'taxonomies',
    query: askedPages,
    find: ({ tables }, asked) => taxonomiesOn(tables, asked),
    slice: async ({ tables }, ids) => ({ ...emptyDirectory, ...(await termsPublished(tables, 'taxonomy', ids)) }),
    summary: (records, { taxonomies }, id) => made(byId(taxonomies, id), records.taxonomy),
    whole: (records, { taxonomies }, id) => made(byId(taxonomies, id), records.taxonomyWhole),
  }),
  ...listing({
    path: 'taxonomy_terms',
    query: askedPages,
    find: ({ tables }, asked) => termsOn(tables, asked),
    slice: async ({ tables }, ids) => ({ ...emptyDirectory, ...(await termsPublished(tables, 'term', ids)) }),
    summary: (records, { terms }, id) => made(byId(terms, id), records.term),
    whole: (records, { terms }, id) => made(byId(terms, id), records.term),
  }),
];
