// Which version of a table holds on a day: the one that began last of those that had begun and not ended. Past days keep their own answer.
import type { LocalDate } from '../clock.ts';
import { holdsOn, type Purpose, type ServiceRules } from './blueprint.ts';

/** What a table is for and whose it is; its versions follow one another. */
export interface RuleLine {
  readonly service: string;
  readonly purpose: Purpose;
}

export const isOfLine = (rules: RuleLine, { service, purpose }: RuleLine): boolean =>
  rules.service === service && rules.purpose === purpose;

/** Undefined when none holds. Of two that begin on one day, the higher version. */
export const rulesInForce = (rules: readonly ServiceRules[], line: RuleLine, day: LocalDate): ServiceRules | undefined =>
  rules
    .filter((one) => isOfLine(one, line) && holdsOn(day, one.table.effectiveFrom, one.table.effectiveTo))
    .toSorted((one, other) =>
      one.table.effectiveFrom === other.table.effectiveFrom
        ? other.table.version - one.table.version
        : one.table.effectiveFrom < other.table.effectiveFrom
          ? 1
          : -1,
    )[0];
