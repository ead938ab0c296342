// The versions of one table beside each other, whether they came with a blueprint or were made here, and which of them holds on a day. Pure.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { isOfLine, type RuleLine, rulesInForce } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import { NEVER_YET } from '../../platform/blueprint/tables.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { RuleVersion } from './model.ts';

export type Standing =
  | { readonly kind: 'in force'; readonly since: LocalDate }
  | { readonly kind: 'begins'; readonly on: LocalDate }
  | { readonly kind: 'day not set' }
  | { readonly kind: 'held'; readonly from: LocalDate; readonly to: LocalDate | null };

/** What every version of one table has in common. */
export type TableBase = Pick<ServiceRules, 'code' | 'blueprint' | 'purpose' | 'service' | 'responseScale'>;

/** Purposes of tables that may be begun here. A table of first steps makes a front door, so it comes with a blueprint. */
export const begunHere = ['eligibility', 'fit', 'priority'] as const satisfies readonly ServiceRules['purpose'][];

/** Any version in the blueprints tells, else the service: a table that no blueprint has. Undefined where the place has no such service any more. */
export function baseOf({ rules, facts }: Pick<Place, 'rules' | 'facts'>, line: RuleLine): TableBase | undefined {
  const known = rules.find((one) => isOfLine(one, line));
  if (known) return known;
  const blueprint = facts.find(({ services }) => services.includes(line.service))?.blueprint;
  if (blueprint === undefined || !begunHere.some((purpose) => purpose === line.purpose)) return undefined;
  return { ...line, code: `${line.service}-${line.purpose}`, blueprint, responseScale: undefined };
}

/** A version as rules that can be worked out. */
export function asRules(version: RuleVersion, base: TableBase): ServiceRules {
  return {
    code: base.code,
    blueprint: base.blueprint,
    purpose: version.purpose,
    service: version.serviceCode,
    author: version.authorNames,
    approvedBy: version.approvedByName ?? '',
    responseScale: base.responseScale,
    note: version.why,
    table: {
      ...version.content,
      id: base.code,
      version: version.number,
      effectiveFrom: version.startsOn ?? NEVER_YET,
      effectiveTo: version.endsOn ?? undefined,
    },
  };
}

export const lineOfVersion = ({ serviceCode, purpose }: Pick<RuleVersion, 'serviceCode' | 'purpose'>): RuleLine => ({
  service: serviceCode,
  purpose,
});

export const lineOf = (rules: ServiceRules): RuleLine => ({ service: rules.service, purpose: rules.purpose });

/** Each table once, in the blueprint's order. */
export function linesOf(rules: readonly ServiceRules[]): RuleLine[] {
  const lines: RuleLine[] = [];
  for (const one of rules) if (!lines.some((line) => isOfLine(one, line))) lines.push(lineOf(one));
  return lines;
}

/** Versions of one table, newest first. */
export const versionsOf = (rules: readonly ServiceRules[], line: RuleLine): ServiceRules[] =>
  rules.filter((one) => isOfLine(one, line)).toSorted((one, other) => other.table.version - one.table.version);

/** The number after the highest. */
export const nextNumber = (rules: readonly ServiceRules[], own: readonly RuleVersion[], line: RuleLine): number =>
  1 +
  Math.max(
    0,
    ...versionsOf(rules, line).map(({ table }) => table.version),
    ...own.filter(({ serviceCode, purpose }) => isOfLine({ service: serviceCode, purpose }, line)).map(({ number }) => number),
  );

/** What a version does on a day, among all that were agreed. */
export function standingOn(rules: readonly ServiceRules[], one: ServiceRules, day: LocalDate): Standing {
  const { effectiveFrom, effectiveTo } = one.table;
  if (effectiveFrom === NEVER_YET) return { kind: 'day not set' };
  if (effectiveFrom > day) return { kind: 'begins', on: effectiveFrom };
  if (rulesInForce(rules, lineOf(one), day)?.table.version === one.table.version) return { kind: 'in force', since: effectiveFrom };
  return { kind: 'held', from: effectiveFrom, to: effectiveTo ?? null };
}
