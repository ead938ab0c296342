// Writes what the blueprints say into the database: the place, its organisations, services and teams. Doing it again brings it up to date and removes nothing.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Blueprint } from '../../platform/blueprint/blueprint.ts';
import type { Identify } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/web/context.ts';
import { keepOwnServices } from '../directory/actions.ts';
import type { ReadPlace } from './read-place.ts';

export interface PlaceDetails {
  readonly name: string;
  readonly demo: boolean;
  /** Signs form keys and links of this place. */
  readonly secret: Buffer;
  readonly now: Date;
  /** Real time at which the demo's data were made. */
  readonly demoStartedAt?: Date;
}

const contentOf = (blueprint: Blueprint): string => JSON.stringify(blueprint);

/** Runs as the worker. */
export async function writePlace(
  tables: Tables,
  identify: Identify,
  { blueprints, place }: ReadPlace,
  details: PlaceDetails,
): Promise<void> {
  const named = blueprints.map(({ code }) => code);
  await tables
    .insertInto('place')
    .values({
      name: details.name,
      neutralName: place.publicName,
      settings: JSON.stringify({ blueprints: named }),
      secret: details.secret,
      demo: details.demo,
      demoStartedAt: details.demoStartedAt ?? null,
      createdAt: details.now,
    })
    .onConflict((conflict) =>
      conflict.column('onlyOne').doUpdateSet({
        neutralName: place.publicName,
        settings: sql<string>`place.settings || excluded.settings`,
      }),
    )
    .execute();
  for (const blueprint of blueprints) {
    const content = contentOf(blueprint);
    await tables
      .insertInto('blueprintVersion')
      .values({
        id: identify(),
        name: blueprint.code,
        version: String(blueprint.version),
        checksum: createHash('sha256').update(content).digest('hex'),
        effectiveFrom: blueprint.effectiveFrom,
        effectiveTo: blueprint.effectiveTo ?? null,
        content,
        loadedAt: details.now,
      })
      .onConflict((conflict) => conflict.columns(['name', 'version']).doNothing())
      .execute();
  }
  const organisationIds = new Map<string, string>();
  for (const organisation of place.organisations) {
    const { id } = await tables
      .insertInto('organisation')
      .values({
        id: identify(),
        code: organisation.code,
        name: organisation.name,
        kind: organisation.kind,
        odsCode: organisation.ods ?? null,
        demo: place.demo,
      })
      .onConflict((conflict) => conflict.column('code').doUpdateSet({ name: organisation.name, kind: organisation.kind }))
      .returning('id')
      .executeTakeFirstOrThrow();
    organisationIds.set(organisation.code, id);
  }
  const serviceIds = new Map<string, string>();
  for (const service of place.services) {
    const about = {
      organisationId: organisationIds.get(service.givenBy) ?? null,
      name: service.name,
      teamType: service.teamType === 'none' ? null : service.teamType,
      publicText: service.about,
      area: service.area.join(', '),
    };
    const blueprint = blueprints.find((one) => one.services.some((each) => each.code === service.code))?.code ?? '';
    const { id } = await tables
      .insertInto('service')
      .values({ id: identify(), code: service.code, blueprint, ...about })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(about))
      .returning('id')
      .executeTakeFirstOrThrow();
    serviceIds.set(service.code, id);
  }
  const suggests = new Set(place.rules.filter((rules) => rules.purpose === 'suggestion').map((rules) => rules.service));
  for (const team of place.teams) {
    const [first = ''] = team.services;
    const serviceId = serviceIds.get(first);
    if (!serviceId) throw new Error(`The team ${team.code} gives ${first}, which was not written.`);
    const about = {
      serviceId,
      organisationId: organisationIds.get(team.organisation) ?? null,
      name: team.name,
      triages: team.services.some((service) => suggests.has(service)),
    };
    await tables
      .insertInto('team')
      .values({ id: identify(), code: team.code, ...about })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(about))
      .execute();
  }
  // A link that names no service is to all of its own blueprint, not to those of its neighbours.
  for (const blueprint of blueprints)
    for (const link of blueprint.links)
      for (const serviceCode of link.services ?? blueprint.services.map((service) => service.code)) {
        const organisationId = organisationIds.get(link.organisation);
        if (organisationId)
          await tables
            .insertInto('organisationLink')
            .values({ id: identify(), organisationId, serviceCode, role: link.role, startsOn: link.from, endsOn: link.until ?? null })
            .onConflict((conflict) => conflict.columns(['organisationId', 'serviceCode', 'role']).doNothing())
            .execute();
      }
  await keepOwnServices(tables, identify, place, details.now);
}
