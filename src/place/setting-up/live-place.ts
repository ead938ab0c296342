// The place as the running program holds it, read back from the database with the blueprints of today.
import type { Place } from '../../platform/blueprint/place.ts';
import type { LivePlace, LiveTeam } from '../../platform/live-place.ts';
import type { Tables } from '../../platform/web/context.ts';

/** Runs as the worker; null when no place was set up yet. */
export async function openPlace(
  tables: Tables,
  blueprint: Place,
  publicUrl: string,
  directoryHosts: readonly string[] = [],
): Promise<{ live: LivePlace; secret: Buffer; demoStartedAt: Date | null } | null> {
  const place = await tables.selectFrom('place').selectAll().executeTakeFirst();
  if (!place) return null;
  const teams = await tables
    .selectFrom('team')
    .innerJoin('service', 'service.id', 'team.serviceId')
    .select(['team.id', 'team.code', 'team.name', 'service.code as serviceCode', 'team.triages'])
    .execute();
  return {
    live: {
      name: place.name,
      neutralName: place.neutralName,
      demo: place.demo,
      publicUrl,
      directoryHosts,
      blueprint,
      teams: new Map(teams.map((team): [string, LiveTeam] => [team.code, team])),
    },
    secret: place.secret,
    demoStartedAt: place.demoStartedAt,
  };
}
