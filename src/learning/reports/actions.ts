// What people do with reports: have a release made, which counts once from the base tables as the program itself, beside what people ask of it, and read one.
import { z } from 'zod';
import type { Place } from '../../platform/blueprint/place.ts';
import { localDate } from '../../platform/clock.ts';
import type { Identify } from '../../platform/identifiers.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type Work, workOfId, workUnderWay } from '../../platform/jobs/work.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables, Visitor } from '../../platform/web/context.ts';
import { visitorOfAccount } from '../../trust/accounts/visitor.ts';
import { composed } from './compose.ts';
import type { Period, ReportPlace } from './model.ts';
import { choosablePeriods, saidPeriod, twelveMonths, yearBefore } from './period.ts';
import { insertRelease, isReleased, readEnded, readJourneys, readServed } from './store.ts';

export { readJourneys, readServed } from './store.ts';

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
  const reading = { journeys: readJourneys(tables, both), served: readServed(tables, period.to), ended: readEnded(tables, both) };
  const made = await composed(reading, { place: reportPlaceOf(making.place), areas: areasOf(making.place.blueprint), period });
  let last = '';
  for (const { serviceCode, content } of made) {
    const id = making.identify();
    last = id;
    await insertRelease(tables, { id, serviceCode, content, madeAt: making.now, madeBy: making.madeBy });
  }
  return last;
}

const madeBefore = (period: Period) =>
  failure({
    status: 409,
    title: 'This report was made before',
    detail: `There is one report for ${saidPeriod(period)}, so that nobody can be found by comparing two.`,
  });

const choose = failure({
  status: 422,
  title: 'Choose the twelve months',
  detail: 'A report covers twelve whole months that have ended.',
  faults: [{ field: 'period', message: 'Choose the twelve months from the list.' }],
});

const periodTo = (now: Date, lastDay: string): Period | undefined => choosablePeriods(localDate(now)).find(({ to }) => to === lastDay);

/** Counts everybody, which takes a while in a large place; so it goes on after the page, once or not at all. Its input is the period’s last day. */
const makeReportJob = defineJob({
  name: 'make-report',
  input: z.strictObject({ lastDay: z.iso.date() }),
  longest: 3600,
  run: ({ lastDay }, job) =>
    job.once(async (tables, { accountId }) => {
      const now = job.clock.now();
      const visitor = await visitorOfAccount(tables, accountId);
      if (!visitor || !managesPlace(visitor))
        return failure({ status: 403, title: 'The report was not made', detail: 'Whoever asked for it may not make reports any more.' });
      const period = periodTo(now, lastDay);
      if (!period) return choose;
      if (await isReleased(tables, period)) return madeBefore(period);
      const release = await releaseReports(tables, { identify: job.identify, now, place: job.place, madeBy: visitor.name }, period);
      return success({ release });
    }),
});

export const reportJobs = [makeReportJob];

export const managesPlace = ({ roles }: Pick<Visitor, 'roles'>): boolean => roles.some(({ access }) => access === 'MGR');

/** The last day of the period chooses it. Two releases of the same days could be subtracted, so there is only ever one. Returns the id of the work that makes it. */
export async function askForRelease(context: SignedIn, lastDay: string): Promise<Result<string>> {
  const period = periodTo(context.now, lastDay);
  if (!period) return choose;
  if (await isReleased(context.tables, period)) return madeBefore(period);
  return success(await context.queue(makeReportJob, { lastDay }, lastDay));
}

/** What the visitor asked for; null when it was somebody else. */
export const releaseWork = (context: SignedIn, id: string): Promise<Work | null> => workOfId(context.tables, makeReportJob, id);

/** Last days of the reports that anybody is having made now. */
export const beingMade = (context: SignedIn): Promise<readonly Work[]> =>
  context.asWorker('see which reports are being made', (tables) => workUnderWay(tables, makeReportJob));
