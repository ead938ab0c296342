// Counts, for services of the place, how many people take up a place now and for how many one is kept. Only numbers leave here.
import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { type Capacity, capacities, type PeopleCounted } from './capacity.ts';
import type { PublishedCapacity } from './model.ts';
import { ownAddress } from './own-services.ts';

interface Whose {
  readonly serviceCode: string;
  readonly teamIds: readonly string[];
  /** Roles that may own an offer. */
  readonly owners: readonly string[];
}

/** Runs as the worker: a caseload is counted whole, whoever asks. */
async function peopleCounted(tables: Tables, { serviceCode, teamIds, owners }: Whose, today: string): Promise<PeopleCounted> {
  const teams = sql`any(${[...teamIds]}::uuid[])`;
  const { rows } = await sql<PeopleCounted>`
    select
      (select count(*)::int from enrolment where service_code = ${serviceCode} and team_id = ${teams} and state in ('active', 'paused', 'ending')) as used,
      (select count(*)::int from enrolment where service_code = ${serviceCode} and team_id = ${teams} and state in ('offered', 'accepted', 'waiting'))
        + (select count(*)::int from offer o where o.service_code = ${serviceCode} and o.team_id = ${teams}
            and (o.state = 'sent' or o.state = 'accepted' and not exists (select from enrolment e where e.offer_id = o.id))) as reserved,
      (select count(distinct account_id)::int from membership where team_id = ${teams} and role = any(${[...owners]}::text[])
        and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)) as workers`.execute(tables);
  return rows[0] ?? { used: 0, reserved: 0, workers: 0 };
}

async function toldOf(tables: Tables, serviceCode: string): Promise<readonly PublishedCapacity[]> {
  const row = await tables
    .selectFrom('directoryService as s')
    .innerJoin('directorySource as source', 'source.id', 's.sourceId')
    .select('s.capacity')
    .where('source.address', '=', ownAddress)
    .where('s.sourceKey', '=', serviceCode)
    .executeTakeFirst();
  return (row?.capacity ?? []) as unknown as readonly PublishedCapacity[]; // written by the directory only
}

/** A service’s room in its blueprint’s units; of one team, where its units are each worker’s own. Empty for a service that is not the place’s. */
export async function capacityOf(
  context: Pick<Context, 'place' | 'now' | 'asWorker'>,
  serviceCode: string,
  teamCode?: string,
): Promise<readonly Capacity[]> {
  const { blueprint, teams } = context.place;
  const service = blueprint.services.find(({ code }) => code === serviceCode);
  if (!service) return [];
  const giving = blueprint.teams.filter(
    ({ code, services }) =>
      services.includes(serviceCode) &&
      (teamCode === undefined || code === teamCode || !service.capacity.some(({ per }) => per === 'worker')),
  );
  const whose = {
    serviceCode,
    teamIds: giving.flatMap(({ code }) => teams.get(code)?.id ?? []),
    owners: [...new Set(giving.flatMap(({ owners }) => owners))],
  };
  return context.asWorker('count places', async (tables) =>
    capacities(
      service.capacity,
      await peopleCounted(tables, whose, localDate(context.now)),
      await toldOf(tables, serviceCode),
      context.now,
    ),
  );
}
