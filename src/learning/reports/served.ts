// How many people were met for the first time, and by which door they came (CHO-27): everybody once, whatever they came with later.
import { plainNumber } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';
import { countRow } from './figure-rows.ts';
import type { FigureRow, Period, ReportSection, Served, Shown } from './model.ts';
import { shortPeriod, within } from './period.ts';
import { everyone, type JointCounts, jointCounts } from './protect.ts';

export const about = (people: Shown): string => (people === null ? 'Few' : `About ${plainNumber(people)}`);

/** Where support belongs to no service. */
const noService = '';

/** Counts of people by a group. Rows are services, the last for support without one, so that they add up to the place. */
function servedBy(
  served: readonly Served[],
  groupOf: (one: Served) => string,
  groups: readonly string[],
  services: readonly string[],
): JointCounts {
  const all = served.some(({ service }) => !services.includes(service ?? noService)) ? [...services, noService] : services;
  const rows = new Map(all.map((service) => [service, groups.map(() => 0)]));
  for (const one of served) {
    const row = rows.get(one.service ?? noService) ?? rows.get(noService);
    const column = groups.indexOf(groupOf(one));
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return jointCounts(rows);
}

export interface ServedPart {
  readonly section: ReportSection;
  readonly now: Shown;
  readonly rows: readonly FigureRow[];
}

export function servedPart(
  served: readonly Served[],
  to: {
    readonly period: Period;
    readonly before: Period;
    readonly row: string;
    readonly services: readonly string[];
    readonly names: ReadonlyMap<string, string>;
    readonly source: string;
  },
): ServedPart {
  const { period, before, row, services } = to;
  const inside = (one: Period) => served.filter(({ on }) => within(one, on));
  const total = (of: readonly Served[]): Shown => servedBy(of, () => 'all', ['all'], services).count(row, 0);
  const [now, then, ever] = [total(inside(period)), total(inside(before)), total(served)];
  const doors = [...new Set(inside(period).map(({ door }) => door))].toSorted();
  const byDoor = servedBy(inside(period), ({ door }) => door, doors, services);
  const doorCounts = doors.map((door, column) => ({ name: door, people: byDoor.count(row, column) }));
  const byService = row === everyone ? servedBy(inside(period), () => 'all', ['all'], services) : null;
  const serviceCounts = byService
    ? services.map((service) => ({ name: to.names.get(service) ?? service, people: byService.count(service, 0) }))
    : [];
  const at = { section: 'People', group: 'Everyone' };
  return {
    now,
    section: {
      id: 'people',
      label: 'People',
      finding: `${about(now)} people had a first meeting with us in these 12 months. ${then === null ? 'The year before is hidden to protect people.' : `About ${plainNumber(then)} did the year before.`}`,
      line: `By ${saidDate(period.to)} we had met ${about(ever).toLowerCase()} people since the beginning. Each person is counted once.`,
      pictures: [
        { kind: 'counts', title: 'Door they came by', rows: doorCounts },
        ...(serviceCounts.length > 0 ? [{ kind: 'counts' as const, title: 'First service', rows: serviceCounts }] : []),
      ],
      caveat: 'Counts are rounded to the nearest 5. A count under 5 is hidden to protect people. So is any other that would give it away.',
      source: to.source,
    },
    rows: [
      countRow({ ...at, measure: 'Met for the first time', period: shortPeriod(period) }, now),
      countRow({ ...at, measure: 'Met for the first time', period: shortPeriod(before) }, then),
      countRow({ ...at, measure: 'Met by the last day', period: `to ${period.to}` }, ever),
      ...doorCounts.map(({ name, people }) =>
        countRow({ ...at, measure: 'Met for the first time, by door', group: name, period: shortPeriod(period) }, people),
      ),
      ...serviceCounts.map(({ name, people }) =>
        countRow({ ...at, measure: 'Met for the first time, by service', group: name, period: shortPeriod(period) }, people),
      ),
    ],
  };
}
