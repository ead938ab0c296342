// What people do with reports: make a release, which counts once from the base tables as the program itself, and read one.

import type { Place } from '../../platform/blueprint/place.ts';
import { localDate } from '../../platform/clock.ts';
import type { Identify } from '../../platform/identifiers.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import type { Period, ReportPlace } from './model.ts';
import { choosablePeriods, saidPeriod, twelveMonths, yearBefore } from './period.ts';
import { recordsOf } from './records.ts';
import { releasesOf } from './release.ts';
import { insertRelease, isReleased, readEnded, readJourneys, readServed } from './store.ts';

export interface Making {
  readonly identify: Identify;
  readonly now: Date;
  readonly place: { readonly name: string; readonly blueprint: Pick<Place, 'services' | 'places' | 'blueprints'> };
  readonly madeBy: string;
}

const reportPlaceOf = ({ name, blueprint }: Making['place']): ReportPlace => ({
  name,
  services: blueprint.services.map((service) => ({ code: service.code, name: service.name })),
  blueprints: blueprint.blueprints.map((one) => `${one.name} ${one.version}`).join(', '),
});

/** Names of areas that are wide enough to print: those the services and their places give themselves. */
const areasOf = ({ services, places }: Making['place']['blueprint']): string[] => [
  ...new Set([...services.flatMap((service) => service.area), ...places.flatMap((place) => place.area ?? [])]),
];

/** Makes every report of a period, and returns the id of the whole place's. `tables` acts as the worker; it reads both years whole. */
export async function releaseReports(
  tables: Tables,
  making: Making,
  period: Period = twelveMonths(localDate(making.now)),
): Promise<string> {
  const both = { from: yearBefore(period).from, to: period.to };
  const journeys = await readJourneys(tables, both);
  const served = await readServed(tables, period.to);
  const ended = await readEnded(tables, both);
  const made = releasesOf(recordsOf({ journeys, served, ended }, areasOf(making.place.blueprint)), reportPlaceOf(making.place), period);
  let last = '';
  for (const { serviceCode, content } of made) {
    const id = making.identify();
    last = id;
    await insertRelease(tables, { id, serviceCode, content, madeAt: making.now, madeBy: making.madeBy });
  }
  return last;
}

/** The last day of the period chooses it. Two releases of the same days could be subtracted, so there is only ever one. */
export async function makeRelease(context: SignedIn, lastDay: string): Promise<Result<{ releaseId: string; period: Period }>> {
  const period = choosablePeriods(localDate(context.now)).find(({ to }) => to === lastDay);
  if (!period)
    return failure({
      status: 422,
      title: 'Choose the twelve months',
      detail: 'A report covers twelve whole months that have ended.',
      faults: [{ field: 'period', message: 'Choose the twelve months from the list.' }],
    });
  if (await isReleased(context.tables, period))
    return failure({
      status: 409,
      title: 'This report was made before',
      detail: `There is one report for ${saidPeriod(period)}, so that nobody can be found by comparing two.`,
    });
  const releaseId = await context.asWorker('make a report', (tables) =>
    releaseReports(tables, { identify: context.identify, now: context.now, place: context.place, madeBy: context.visitor.name }, period),
  );
  return success({ releaseId, period });
}
