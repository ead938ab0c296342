// Counts one quarter of early help, by the same rules as a report: a person once, a wait that is not over still counts, nothing small leaves. Pure.
import type { Service } from '../../platform/blueprint/blueprint.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { shownCount } from '../evaluation/small-numbers.ts';
import type { Period } from '../reports/model.ts';
import { within } from '../reports/period.ts';
import { protectedSeries } from '../reports/protect.ts';
import { type Waited, waitsOf } from '../reports/waits.ts';
import { type EarlyQuarter, saidQuarter } from './model.ts';

/** What a place’s configuration says of early help. */
export type EarlyService = Pick<Service, 'code' | 'earlyIntervention'>;

const dated = (services: readonly EarlyService[]) =>
  services.flatMap(({ earlyIntervention }) =>
    earlyIntervention
      ? [
          ...earlyIntervention.places.map(({ place, ...when }) => ({ kind: 'place' as const, code: place, ...when })),
          ...earlyIntervention.partners.map(({ organisation, ...when }) => ({ kind: 'partner' as const, code: organisation, ...when })),
        ]
      : [],
  );

/** The first day on which early help was offered anywhere; null where the place has none. */
export const beganOn = (services: readonly EarlyService[]): LocalDate | null =>
  dated(services)
    .filter(({ kind }) => kind === 'place')
    .map(({ from }) => from)
    .toSorted()[0] ?? null;

/** Codes of the services that count as early help. */
export const earlyCodes = (services: readonly EarlyService[]): ReadonlySet<string> =>
  new Set(services.filter(({ earlyIntervention }) => earlyIntervention).map(({ code }) => code));

/** Everybody’s first support up to the quarter’s end, and every referral of the quarter as it stood on its last day. */
export interface Seen {
  readonly served: readonly { readonly service: string | null; readonly on: LocalDate }[];
  readonly journeys: readonly (Waited & { readonly service: string | null })[];
}

export function quarterFrom(services: readonly EarlyService[], seen: Seen, period: Period): EarlyQuarter {
  const codes = earlyCodes(services);
  const early = (one: { readonly service: string | null }): boolean => one.service !== null && codes.has(one.service);
  const there = dated(services).filter(({ from, until }) => from <= period.to && (until === undefined || until >= period.to));
  const count = (kind: 'place' | 'partner'): number => new Set(there.filter((one) => one.kind === kind).map(({ code }) => code)).size;
  const asked = seen.journeys.filter((one) => early(one) && within(period, one.received));
  const wait = protectedSeries(saidQuarter(period), waitsOf(asked, period.to));
  return {
    format: 1,
    ...period,
    places: count('place'),
    partners: count('partner'),
    people: shownCount(seen.served.filter((one) => early(one) && within(period, one.on)).length),
    wait: wait ? { median: wait.median, interval: wait.medianInterval } : null,
  };
}
