// The directory's face: keep what a directory publishes, keep the place's own services in it, find what fits, and confirm an entry.
import type { Place } from '../../platform/blueprint/place.ts';
import { localDate } from '../../platform/clock.ts';
import type { Identify } from '../../platform/identifiers.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import { settleTasks } from './keepers.ts';
import { keepDirectory } from './keeping.ts';
import type { KeptDirectory, Schedule } from './model.ts';
import type { Origin } from './nearness.ts';
import { type Opening, openNow } from './opening.ts';
import { ownAddress, ownDirectory } from './own-services.ts';
import { prefixQuery } from './searching.ts';
import { type After, distancesTo, type ListedService, listServices, markConfirmed, placeInList, schedulesOf } from './store.ts';

export { keepDirectory } from './keeping.ts';

/** Brings the place’s own entries up to its blueprints; what they no longer name is not listed any more. Runs as the worker. */
export const keepOwnServices = (
  tables: Tables,
  identify: Identify,
  place: Pick<Place, 'services' | 'organisations' | 'places' | 'place'>,
  now: Date,
): Promise<KeptDirectory> =>
  keepDirectory(tables, identify, ownDirectory(place, localDate(now), now), {
    address: ownAddress,
    name: place.place,
    licence: 'our own',
    fetchedAt: now,
    own: true,
    complete: true,
  });

/** What somebody looks for, as typed. */
export interface Search {
  readonly words: string;
  readonly area: string;
  readonly openNow: boolean;
  readonly noReferral: boolean;
  /** A part of life that it helps with, by the code of a need. */
  readonly need?: string;
  /** For staff: only entries that should be confirmed. */
  readonly notConfirmed?: boolean;
}

export interface FoundService extends ListedService {
  readonly opening: Opening;
  readonly schedules: readonly Schedule[];
}

export interface Found {
  readonly services: readonly FoundService[];
  /** Id to go on after; null at the end. */
  readonly next: string | null;
}

/** Entries on a page. */
export const pageSize = 20;
/** Most entries whose hours are looked at for one page, so that a rare answer never costs the whole directory. */
const mostLookedAt = 400;

/** A page of entries, in the directory’s order, after the entry `afterId`. With open now, a page may be short and still have a next one. */
export async function findServices(context: Pick<Context, 'tables' | 'now'>, search: Search, afterId: string | null): Promise<Found> {
  const { tables, now } = context;
  const words = prefixQuery(search.words);
  // Only signs were typed: nothing is found, rather than everything.
  if ((search.words.trim() !== '' && words === '') || (search.area.trim() !== '' && prefixQuery(search.area) === ''))
    return { services: [], next: null };
  const asked = {
    words,
    area: prefixQuery(search.area),
    noReferral: search.noReferral,
    ...(search.need ? { need: search.need } : {}),
    ...(search.notConfirmed ? { notConfirmedOn: localDate(now) } : {}),
  };
  const services: FoundService[] = [];
  let after: After | null = afterId === null ? null : await placeInList(tables, afterId, words);
  let lookedAt = 0;
  while (services.length < pageSize) {
    const most: number = search.openNow ? 3 * pageSize : pageSize + 1;
    const some: ListedService[] = await listServices(tables, asked, after, most);
    const hours = await schedulesOf(
      tables,
      some.map(({ id }) => id),
    );
    for (const [at, service] of some.entries()) {
      const schedules = hours.get(service.id) ?? [];
      const opening = openNow(schedules, now);
      after = service;
      lookedAt++;
      if (search.openNow && opening.state !== 'open') continue;
      services.push({ ...service, opening, schedules });
      if (services.length === pageSize) return { services, next: at < some.length - 1 || some.length === most ? service.id : null };
    }
    if (some.length < most) return { services, next: null };
    if (lookedAt >= mostLookedAt) return { services, next: after?.id ?? null };
  }
  return { services, next: null };
}

export interface NearService extends FoundService {
  /** Metres; null where its position is not known. */
  readonly metres: number | null;
}

export interface FoundNear {
  readonly services: readonly NearService[];
  readonly next: string | null;
  /** Of all that fit, how many tell where they are. */
  readonly placed: number;
  readonly all: number;
}

/** A page of entries, the nearest first; those whose position nobody told come after, in the directory’s order. */
export async function findNear(
  context: Pick<Context, 'tables' | 'now'>,
  search: Search,
  origin: Origin,
  afterId: string | null,
): Promise<FoundNear> {
  const { tables, now } = context;
  const words = prefixQuery(search.words);
  if (search.words.trim() !== '' && words === '') return { services: [], next: null, placed: 0, all: 0 };
  const need = search.need ? { need: search.need } : {};
  const some = await listServices(tables, { words, area: '', noReferral: search.noReferral, ...need }, null, mostLookedAt);
  const ids = some.map(({ id }) => id);
  const [distances, hours] = [await distancesTo(tables, origin, ids), await schedulesOf(tables, ids)];
  const fitting = some
    .map((service): NearService => {
      const schedules = hours.get(service.id) ?? [];
      return { ...service, schedules, opening: openNow(schedules, now), metres: distances.get(service.id) ?? null };
    })
    .filter(({ opening }) => !search.openNow || opening.state === 'open')
    .sort((one, other) => (one.metres ?? Number.MAX_VALUE) - (other.metres ?? Number.MAX_VALUE));
  const from = afterId === null ? 0 : fitting.findIndex(({ id }) => id === afterId) + 1;
  const services = fitting.slice(from, from + pageSize);
  return {
    services,
    next: from + pageSize < fitting.length ? (services.at(-1)?.id ?? null) : null,
    placed: fitting.filter(({ metres }) => metres !== null).length,
    all: fitting.length,
  };
}

/** Somebody of staff looked at the entry and it is right today. False when there is no such entry. */
export const confirmEntry = (context: SignedIn, id: string): Promise<boolean> =>
  context.asWorker('confirm an entry of the directory', (tables) => confirmed(context, tables, id));

async function confirmed({ visitor, now }: SignedIn, tables: Tables, id: string): Promise<boolean> {
  const found = await markConfirmed(tables, id, visitor.accountId, localDate(now));
  if (found) await settleTasks(tables, id, visitor.accountId, now);
  return found;
}
