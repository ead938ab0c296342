// The directory's SQL for reading: the list in its order by words, area and referral, and one entry whole. Writing is in store-keeping.ts.
import { type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type {
  CostAdvice,
  DirectoryAddress,
  DirectoryContact,
  DirectoryPhone,
  Eligibility,
  PublishedCapacity,
  Referral,
  Schedule,
  ServiceStatus,
} from './model.ts';
import { metresTo, type Origin } from './nearness.ts';

export interface Asked {
  /** As `prefixQuery` makes it; '' for everything. */
  readonly words: string;
  readonly area: string;
  readonly noReferral: boolean;
  /** A part of life that it helps with, by the code of a need. */
  readonly need?: string;
  /** Only entries whose confirmation was over on this day, or that never had one. */
  readonly notConfirmedOn?: LocalDate;
}

export interface ListedService {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly description: string;
  readonly own: boolean;
  readonly referral: Referral;
  readonly areas: readonly string[];
  readonly status: ServiceStatus;
  readonly lastConfirmed: LocalDate | null;
  readonly confirmedOn: LocalDate | null;
  /** Days for which that counts. */
  readonly confirmEvery: number;
  /** Where the next page begins. */
  readonly listOrder: number;
  readonly listName: string;
  /** 0 where the name itself has the words searched for, else 1. */
  readonly missed: number;
}

export type After = Pick<ListedService, 'id' | 'listOrder' | 'listName' | 'missed'>;

/** 0 where the name itself has the words: they stand first. */
const missedIn = (words: string) =>
  words === ''
    ? sql<number>`0`
    : sql<number>`(case when s.search @@ to_tsquery('english', ${words.replaceAll(':*', ':*A')}) then 0 else 1 end)`;

/** In the order of the index; with words, entries with the words in their name first. */
export async function listServices(tables: Tables, asked: Asked, after: After | null, most: number): Promise<ListedService[]> {
  const order = missedIn(asked.words);
  const from = (query: string, config: 'english' | 'simple') => sql`to_tsquery(${sql.lit(config)}, ${query})`;
  const rows = await tables
    .selectFrom('directoryService as s')
    .leftJoin('directoryOrganisation as o', 'o.id', 's.organisationId')
    .select([
      's.id',
      's.name',
      'o.name as organisation',
      's.own',
      's.referral',
      's.areas',
      's.status',
      's.lastConfirmed',
      's.confirmedOn',
      's.confirmEvery',
      's.listOrder',
      's.listName',
    ])
    .select(sql<string>`left(s.description, 600)`.as('description'))
    .select(order.as('missed'))
    .where('s.listed', '=', true)
    .$if(asked.words !== '', (query) => query.where(sql<SqlBool>`s.search @@ ${from(asked.words, 'english')}`))
    .$if(asked.area !== '', (query) => query.where(sql<SqlBool>`s.area_search @@ ${from(asked.area, 'simple')}`))
    .$if(asked.need !== undefined, (query) =>
      query.where(
        sql<SqlBool>`exists (select from directory_service_term given join directory_term term on term.id = given.term_id
          where given.service_id = s.id and term.code = ${asked.need ?? ''})`,
      ),
    )
    .$if(asked.noReferral, (query) => query.where('s.referral', '=', 'not needed'))
    .$if(asked.notConfirmedOn !== undefined, (query) =>
      query.where(
        sql<SqlBool>`coalesce(greatest(s.last_confirmed, s.confirmed_on), '-infinity') < ${asked.notConfirmedOn ?? ''}::date - s.confirm_every`,
      ),
    )
    .$if(after !== null, (query) =>
      asked.words === ''
        ? query.where(
            sql<SqlBool>`(s.list_order, s.list_name, s.id) > (${after?.listOrder ?? 0}::smallint, ${after?.listName ?? ''}, ${after?.id ?? null}::uuid)`,
          )
        : query.where(
            sql<SqlBool>`(${order}, s.list_order, s.list_name, s.id) > (${after?.missed ?? 0}::int, ${after?.listOrder ?? 0}::smallint, ${after?.listName ?? ''}, ${after?.id ?? null}::uuid)`,
          ),
    )
    .$if(asked.words !== '', (query) => query.orderBy('missed'))
    .orderBy('s.listOrder')
    .orderBy('s.listName')
    .orderBy('s.id')
    .limit(most)
    .execute();
  return rows as ListedService[]; // referral and status are checked by the table
}

/** Where an entry stands in the list, for going on after it. */
export async function placeInList(tables: Tables, id: string, words: string): Promise<After | null> {
  const row = await tables
    .selectFrom('directoryService as s')
    .select(['s.id', 's.listOrder', 's.listName'])
    .select(missedIn(words).as('missed'))
    .where('s.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export interface PlaceOfService {
  readonly name: string;
  readonly description: string;
  readonly kind: string;
  readonly transport: string;
  readonly addresses: readonly DirectoryAddress[];
  readonly accessibility: readonly string[];
  readonly phones: readonly DirectoryPhone[];
}

/** The hours that hold, by the service's id: those given here, else its publisher's, else those of its places. */
export async function schedulesOf(tables: Tables, serviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly Schedule[]>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await sql<{ serviceId: string; rule: Schedule }>`
    select service_id as "serviceId", rule from directory_hours where service_id = any(${[...serviceIds]}::uuid[])`.execute(tables);
  const found = new Map<string, Schedule[]>(serviceIds.map((id) => [id, []]));
  for (const { serviceId, rule } of rows) found.get(serviceId)?.push(rule);
  return found;
}

export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly alternateName: string | null;
  readonly description: string;
  readonly website: string | null;
  readonly email: string | null;
  readonly status: ServiceStatus;
  readonly alert: string | null;
  readonly howToUse: string | null;
  readonly referral: Referral;
  readonly waitTime: string | null;
  readonly languages: readonly string[];
  readonly areas: readonly string[];
  readonly phones: readonly DirectoryPhone[];
  readonly contacts: readonly DirectoryContact[];
  readonly eligibility: readonly Omit<Eligibility, 'serviceId'>[];
  readonly cost: readonly Omit<CostAdvice, 'serviceId'>[];
  readonly capacity: readonly Omit<PublishedCapacity, 'serviceId'>[];
  readonly own: boolean;
  readonly lastConfirmed: LocalDate | null;
  readonly confirmedOn: LocalDate | null;
  /** Days for which that counts. */
  readonly confirmEvery: number;
  readonly confirmedByName: string | null;
  readonly version: number;
  /** For our own, the code of the service. */
  readonly sourceKey: string;
  readonly organisation: string | null;
  readonly organisationWebsite: string | null;
  readonly organisationEmail: string | null;
  readonly source: string;
  readonly licence: string;
  readonly places: readonly PlaceOfService[];
  readonly terms: readonly string[];
}

export async function findService(tables: Tables, id: string): Promise<DirectoryEntry | null> {
  const row = await tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .leftJoin('directoryOrganisation as o', 'o.id', 's.organisationId')
    .leftJoin('account as a', 'a.id', 's.confirmedBy')
    .select([
      's.id',
      's.name',
      's.alternateName',
      's.description',
      's.website',
      's.email',
      's.status',
      's.alert',
      's.howToUse',
      's.referral',
      's.waitTime',
      's.languages',
      's.areas',
      's.phones',
      's.contacts',
      's.eligibility',
      's.cost',
      's.capacity',
      's.own',
      's.lastConfirmed',
      's.confirmedOn',
      's.confirmEvery',
      's.version',
      's.sourceKey',
      'a.name as confirmedByName',
      'o.name as organisation',
      'o.website as organisationWebsite',
      'o.email as organisationEmail',
      'source.name as source',
      'source.licence',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const places = await tables
    .selectFrom('directoryServiceAtLocation as at')
    .innerJoin('directoryLocation as l', 'l.id', 'at.locationId')
    .select(['l.name', 'l.description', 'l.kind', 'l.transport', 'l.addresses', 'l.accessibility', 'l.phones'])
    .where('at.serviceId', '=', id)
    .orderBy('l.name')
    .orderBy('l.id')
    .limit(50)
    .execute();
  const terms = await tables
    .selectFrom('directoryServiceTerm as given')
    .innerJoin('directoryTerm as term', 'term.id', 'given.termId')
    .select('term.name')
    .where('given.serviceId', '=', id)
    .orderBy('term.name')
    .limit(50)
    .execute();
  // The JSON columns are written by keepDirectory only, from records of these shapes.
  return { ...row, places, terms: terms.map(({ name }) => name) } as unknown as DirectoryEntry;
}

/** Somebody of the place checked the entry. Runs as the worker; false when there is no such entry. */
export async function markConfirmed(tables: Tables, id: string, by: string | null, on: LocalDate): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('directoryService')
    .set({ confirmedOn: on, confirmedBy: by })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Metres from an origin to the nearest place of each service whose position is known. */
export async function distancesTo(tables: Tables, origin: Origin, serviceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; metres: number }>`
    select at.service_id as id, min(${metresTo(origin)}) as metres from directory_service_at_location at join directory_location l on l.id = at.location_id
    where at.service_id = any(${[...serviceIds]}::uuid[]) and l.latitude is not null and l.longitude is not null group by at.service_id`.execute(
    tables,
  );
  return new Map(rows.map(({ id, metres }) => [id, Number(metres)]));
}
