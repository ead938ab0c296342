// SQL of the open directory: pages of ids with their number, and the records behind them. Only what is listed and may be published.
import { type RawBuilder, sql } from 'kysely';
import type { Directory } from '../../place/directory/model.ts';
import type { Origin } from '../../place/directory/nearness.ts';
import { sliceOf, vocabularyOf } from '../../place/directory/slice.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type AskedPages, type AskedPlaces, type AskedServices, placesAsked, servicesAsked } from './asked.ts';

export interface IdsOnPage {
  readonly ids: readonly string[];
  readonly total: number;
}

async function pageOf(
  tables: Tables,
  { page, per_page }: AskedPages,
  id: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<IdsOnPage> {
  const { rows: counts } = await sql<{ total: number }>`select count(*)::int as total from ${from}`.execute(tables);
  const { rows } = await sql<{
    id: string;
  }>`select ${id} as id from ${from} order by ${order} limit ${per_page} offset ${(page - 1) * per_page}`.execute(tables);
  return { ids: rows.map((row) => row.id), total: counts[0]?.total ?? 0 };
}

export const servicesOn = (tables: Tables, asked: AskedServices): Promise<IdsOnPage> =>
  pageOf(tables, asked, sql`s.id`, sql`directory_service s where ${servicesAsked(asked)}`, sql`s.list_order, s.list_name, s.id`);

export const placesOn = (tables: Tables, asked: AskedPlaces, origin: Origin | null): Promise<IdsOnPage> =>
  pageOf(
    tables,
    asked,
    sql`at.id`,
    sql`directory_service_at_location at join directory_service s on s.id = at.service_id join directory_location l on l.id = at.location_id
      where ${placesAsked(asked, origin)}`,
    sql`s.list_order, s.list_name, at.id`,
  );

const everything: AskedServices = { page: 1, per_page: 1 };

export const organisationsOn = (tables: Tables, asked: AskedPages): Promise<IdsOnPage> =>
  pageOf(
    tables,
    asked,
    sql`o.id`,
    sql`directory_organisation o where exists (select from directory_service s where s.organisation_id = o.id and ${servicesAsked(everything)})`,
    sql`lower(o.name), o.id`,
  );

const givenTerm = (term: RawBuilder<unknown>) =>
  sql`exists (select from directory_service_term given join directory_service s on s.id = given.service_id where given.term_id = ${term} and ${servicesAsked(everything)})`;

export const termsOn = (tables: Tables, asked: AskedPages): Promise<IdsOnPage> =>
  pageOf(tables, asked, sql`term.id`, sql`directory_term term where ${givenTerm(sql`term.id`)}`, sql`lower(term.name), term.id`);

const usedTaxonomy = sql`exists (select from directory_term term where term.source_id = taxonomy.source_id and term.taxonomy = taxonomy.name and ${givenTerm(sql`term.id`)})`;

export const taxonomiesOn = (tables: Tables, asked: AskedPages): Promise<IdsOnPage> =>
  pageOf(tables, asked, sql`taxonomy.id`, sql`directory_taxonomy taxonomy where ${usedTaxonomy}`, sql`lower(taxonomy.name), taxonomy.id`);

/** Of these, those that are published, in their order. */
export async function servicesPublished(tables: Tables, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from directory_service s where s.id = any(${[...ids]}::uuid[]) and ${servicesAsked(everything)}`.execute(tables);
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => found.has(id));
}

/** Services of these places, and which place is which. */
export async function sliceOfPlaces(tables: Tables, ids: readonly string[]): Promise<Directory> {
  const rows = await tables
    .selectFrom('directoryServiceAtLocation')
    .select('serviceId')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  const services = await servicesPublished(tables, [...new Set(rows.map(({ serviceId }) => serviceId))]);
  return sliceOf(tables, services);
}

export async function sliceOfOrganisations(tables: Tables, ids: readonly string[]): Promise<Directory> {
  const { rows } = await sql<{ id: string }>`
    select s.id from directory_service s where s.organisation_id = any(${[...ids]}::uuid[]) and ${servicesAsked(everything)}
    order by s.list_name, s.id`.execute(tables);
  return sliceOf(
    tables,
    rows.map(({ id }) => id),
  );
}

/** The terms with these ids, or those of these taxonomies, that are given to something published. */
export async function termsPublished(
  tables: Tables,
  by: 'term' | 'taxonomy',
  ids: readonly string[],
): Promise<Pick<Directory, 'terms' | 'taxonomies'>> {
  const { rows } = await sql<{ id: string }>`
    select term.id from directory_term term where ${
      by === 'term'
        ? sql`term.id = any(${[...ids]}::uuid[])`
        : sql`exists (select from directory_taxonomy taxonomy where taxonomy.id = any(${[...ids]}::uuid[])
            and taxonomy.source_id = term.source_id and taxonomy.name = term.taxonomy)`
    } and ${givenTerm(sql`term.id`)}`.execute(tables);
  return vocabularyOf(
    tables,
    rows.map(({ id }) => id),
  );
}
