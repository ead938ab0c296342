// Reads and says the lights of the place’s own services: which entries have one, what stands now, and whose people may say it.
import { sql } from 'kysely';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { entryValues } from './edits.ts';
import { mayKeep, teamsGiving } from './keepers.ts';
import { type LightSaid, litUnit, type SaidLight, type StandingLight, standingLight } from './light.ts';
import { ownAddress } from './own-services.ts';

interface Lit {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly hours: number;
}

/** The entries of the directory that have a light, of these services of the blueprint. */
async function litEntries({ tables, place }: Pick<Context, 'tables' | 'place'>, only: (code: string) => boolean): Promise<readonly Lit[]> {
  const lit = new Map(
    place.blueprint.services.flatMap((service) => {
      const unit = only(service.code) ? litUnit(service) : null;
      return unit ? [[service.code, unit] as const] : [];
    }),
  );
  if (lit.size === 0) return [];
  const rows = await tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .select(['s.id', 's.sourceKey'])
    .where('source.address', '=', ownAddress)
    .where('s.sourceKey', 'in', [...lit.keys()])
    .execute();
  return rows.flatMap(({ id, sourceKey }) => {
    const unit = lit.get(sourceKey);
    return unit ? [{ id, code: sourceKey, ...unit }] : [];
  });
}

async function standing(context: Pick<Context, 'tables' | 'now'>, lit: readonly Lit[]): Promise<ReadonlyMap<string, StandingLight>> {
  if (lit.length === 0) return new Map();
  const { rows } = await sql<LightSaid & { serviceId: string; unit: string }>`
    select distinct on (service_id, unit) service_id as "serviceId", unit, light, said_at as at from directory_light
    where service_id = any(${lit.map(({ id }) => id)}::uuid[]) order by service_id, unit, said_at desc, id desc`.execute(context.tables);
  return new Map(
    lit.map((one) => {
      const said = rows.find(({ serviceId, unit }) => serviceId === one.id && unit === one.unit);
      return [one.id, standingLight(one, said ?? null, context.now)];
    }),
  );
}

/** The light of each entry that has one, by its id. Two questions at most, whatever the page. */
export const lightsOf = async (context: Pick<Context, 'tables' | 'place' | 'now'>): Promise<ReadonlyMap<string, StandingLight>> =>
  standing(context, await litEntries(context, () => true));

export interface OwnLight {
  readonly id: string;
  readonly name: string;
  readonly light: StandingLight;
}

/** The lights that this visitor’s own teams say, for the top of their list. */
export async function ownLights(context: SignedIn): Promise<readonly OwnLight[]> {
  const { place, visitor } = context;
  const teams = new Set(visitor.roles.map(({ teamId }) => teamId));
  const entries = await litEntries(context, (sourceKey) => teamsGiving(place, { own: true, sourceKey }).some(({ id }) => teams.has(id)));
  const found = await standing(context, entries);
  return entries.flatMap(({ id, code }) => {
    const light = found.get(id);
    const service = place.blueprint.services.find((one) => one.code === code);
    return light && service ? [{ id, name: service.name, light }] : [];
  });
}

/** Says the light of an entry. Its own teams may, and whoever keeps every entry. */
export async function sayLight(context: SignedIn, id: string, light: SaidLight): Promise<'said' | 'not theirs' | 'missing'> {
  const entry = await entryValues(context.tables, id);
  const service = entry?.own ? context.place.blueprint.services.find(({ code }) => code === entry.sourceKey) : undefined;
  const lit = service && litUnit(service);
  if (!entry || !lit) return 'missing';
  if (!mayKeep(context.visitor, context.place, entry, [])) return 'not theirs';
  const row = { id: context.identify(), serviceId: id, unit: lit.unit, light, saidAt: context.now, saidBy: context.visitor.accountId };
  await context.asWorker('say a light', (tables) => tables.insertInto('directoryLight').values(row).execute());
  return 'said';
}
