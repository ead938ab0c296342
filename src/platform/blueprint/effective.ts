// A blueprint as it stands on one day: only the services, rules, scales and ties that hold then.
import type { LocalDate } from '../clock.ts';
import { type Blueprint, holdsOn } from './blueprint.ts';

/** The blueprint on a day, or null when it does not hold that day at all. */
export function effectiveOn(blueprint: Blueprint, day: LocalDate): Blueprint | null {
  if (!holdsOn(day, blueprint.effectiveFrom, blueprint.effectiveTo)) return null;
  const effective = (each: { readonly effectiveFrom?: LocalDate | undefined; readonly effectiveTo?: LocalDate | undefined }): boolean =>
    holdsOn(day, each.effectiveFrom, each.effectiveTo);
  return {
    ...blueprint,
    services: blueprint.services.filter(effective),
    pathways: blueprint.pathways.filter(effective),
    rules: blueprint.rules.filter((rules) => effective(rules.table)),
    scales: blueprint.scales.filter(effective),
    links: blueprint.links.filter((link) => holdsOn(day, link.from, link.until)),
    contributions: blueprint.contributions.filter((each) => holdsOn(day, each.from, each.until)),
  };
}
