// Counts, for services of the place, how many people take up a place now and for how many one is kept. Only numbers leave here.
import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { type Capacity, capacities, type PeopleCounted, publishedRoom } from './capacity.ts';
import type { PublishedCapacity } from './model.ts';
import { ownAddress } from './own-services.ts';

interface Whose {
  readonly serviceCode: string;
  readonly teamIds: readonly string[];
  /** Roles that may own an offer. */
  readonly owners: readonly string[];
}

/** In the order asked. Runs as the worker: a caseload is counted whole, whoever asks. */
async function peopleCounted(tables: Tables, asked: readonly Whose[], today: string): Promise<PeopleCounted[]> {
  const { rows } = await sql<PeopleCounted>`
    select
      (select count(*)::int from enrolment where service_code = whose."serviceCode" and team_id = any(whose."teamIds") and state in ('active', 'paused', 'ending')) as used,
      (select count(*)::int from enrolment where service_code = whose."serviceCode" and team_id = any(whose."teamIds") and state in ('offered', 'accepted', 'waiting'))
        + (select count(*)::int from offer o where o.service_code = whose."serviceCode" and o.team_id = any(whose."teamIds") and o.state = 'sent')
        + (select count(*)::int from offer o where o.service_code = whose."serviceCode" and o.team_id = any(whose."teamIds") and o.state = 'accepted'
            and not o.enrolled) as reserved,
      (select count(distinct account_id)::int from membership where team_id = any(whose."teamIds") and role = any(whose.owners)
        and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)) as workers
    from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as one (asked, position)
    cross join lateral jsonb_to_record(one.asked) as whose ("serviceCode" text, "teamIds" uuid[], owners text[])
    order by one.position`.execute(tables);
  return rows;
}

/** By code of the service. */
async function toldOf(tables: Tables, serviceCodes: readonly string[]): Promise<ReadonlyMap<string, readonly PublishedCapacity[]>> {
  const rows = await tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .select(['s.capacity', 's.sourceKey'])
    .where('source.address', '=', ownAddress)
    .where('s.sourceKey', 'in', [...serviceCodes])
    .execute();
  // Written by the directory only.
  return new Map(rows.map(({ sourceKey, capacity }) => [sourceKey, (capacity ?? []) as unknown as readonly PublishedCapacity[]]));
}

export interface Room {
  readonly serviceCode: string;
  readonly teamCode?: string | undefined;
}

/** The room of several services, in the order asked, with as few questions as for one. Empty for a service that is not the place’s. */
export async function capacitiesOf(
  context: Pick<Context, 'place' | 'now' | 'asWorker'>,
  asked: readonly Room[],
): Promise<readonly (readonly Capacity[])[]> {
  const { blueprint, teams } = context.place;
  const whoseOf = ({ serviceCode, teamCode }: Room): Whose | null => {
    const service = blueprint.services.find(({ code }) => code === serviceCode);
    if (!service) return null;
    const giving = blueprint.teams.filter(
      ({ code, services }) =>
        services.includes(serviceCode) &&
        (teamCode === undefined || code === teamCode || !service.capacity.some(({ per }) => per === 'worker')),
    );
    return {
      serviceCode,
      teamIds: giving.flatMap(({ code }) => teams.get(code)?.id ?? []),
      owners: [...new Set(giving.flatMap(({ owners }) => owners))],
    };
  };
  // What several steps offer alike is counted once.
  const alike = new Map<string, Whose>();
  const whose = asked.map((room) => {
    const key = `${room.serviceCode} ${room.teamCode ?? ''}`;
    const one = alike.get(key) ?? whoseOf(room);
    if (one) alike.set(key, one);
    return one;
  });
  const ours = [...alike.values()];
  if (ours.length === 0) return asked.map(() => []);
  return context.asWorker('count places', async (tables) => {
    const counted = await peopleCounted(tables, ours, localDate(context.now));
    const told = await toldOf(
      tables,
      ours.map(({ serviceCode }) => serviceCode),
    );
    const byAsked = new Map(ours.map((one, at) => [one, counted[at] ?? { used: 0, reserved: 0, workers: 0 }]));
    return whose.map((one) => {
      const people = one ? byAsked.get(one) : undefined;
      const service = one ? blueprint.services.find(({ code }) => code === one.serviceCode) : undefined;
      return one && people && service ? capacities(service.capacity, people, told.get(one.serviceCode) ?? [], context.now) : [];
    });
  });
}

/** A service’s room in its blueprint’s units; of one team, where its units are each worker’s own. Empty for a service that is not the place’s. */
export const capacityOf = async (
  context: Pick<Context, 'place' | 'now' | 'asWorker'>,
  serviceCode: string,
  teamCode?: string,
): Promise<readonly Capacity[]> => (await capacitiesOf(context, [{ serviceCode, teamCode }]))[0] ?? [];

/** The counted room of those of these entries that are the place’s own, for everybody to read. `serviceIds` are entries of the directory. */
export async function publishedCapacities(
  context: Pick<Context, 'place' | 'now' | 'asWorker' | 'tables'>,
  serviceIds: readonly string[],
): Promise<readonly PublishedCapacity[]> {
  if (serviceIds.length === 0) return [];
  const own = await context.tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .select(['s.id', 's.sourceKey'])
    .where('source.address', '=', ownAddress)
    .where('s.id', 'in', [...serviceIds])
    .execute();
  const room = await capacitiesOf(
    context,
    own.map(({ sourceKey }) => ({ serviceCode: sourceKey })),
  );
  return own.flatMap(({ id }, at) => publishedRoom(id, room[at] ?? [], context.now));
}
