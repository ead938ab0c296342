// Who fell between services (SOM-15): decisions that named a gap group, counted by group, area and month. Pure; nothing small leaves it.
import { monthNames } from '../../journey/people/partial-date.ts';
import { protectTable } from '../evaluation/small-numbers.ts';
import { countRow } from './figure-rows.ts';
import type { FigureRow, Journey, Period, ReportSection, Shown } from './model.ts';
import { shortPeriod, within } from './period.ts';
import { about } from './served.ts';

export const gapGroups = ['G1', 'G2', 'G3'] as const;
export type GapGroup = (typeof gapGroups)[number];

const names: Readonly<Record<GapGroup, string>> = {
  G1: 'Practical support and coping',
  G2: 'Too anxious, or not ready, to come',
  G3: 'Between talking therapies and specialist care',
};

/** 'November 2026' */
const saidMonth = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

interface Grid {
  readonly names: readonly string[];
  /** By row of the grid, then by gap group. */
  readonly cells: readonly (readonly Shown[])[];
  readonly rowTotals: readonly Shown[];
  readonly groupTotals: readonly Shown[];
  readonly total: Shown;
}

/** Rows are of everybody who asked, so that a row that is there says nothing of who fell between services. */
function gridOf(asked: readonly Journey[], groupOf: (one: Journey) => string): Grid {
  const unmet = asked.filter(hasGap);
  const rowNames = [...new Set(asked.map(groupOf))].toSorted();
  const counts = rowNames.map((name) =>
    gapGroups.map((group) => unmet.filter((one) => groupOf(one) === name && one.gapGroup === group).length),
  );
  const table = protectTable({ rows: counts, totals: 'both' });
  return {
    names: rowNames,
    cells: table.rows,
    rowTotals: table.rowTotals ?? [],
    groupTotals: table.columnTotals ?? [],
    total: table.grandTotal,
  };
}

/** A sum that one table hides would be given away by another that prints it. */
const inBoth = (one: Shown | undefined, other: Shown | undefined): Shown =>
  one === null || other === null || one === undefined || other === undefined ? null : one;

const hasGap = (one: Journey): one is Journey & { readonly gapGroup: GapGroup } => one.gapGroup !== null;

export interface UnmetPart {
  readonly section: ReportSection | null;
  readonly rows: readonly FigureRow[];
}

/** `journeys` of the whole place. No section where nobody asked. */
export function unmetPart(
  journeys: readonly Journey[],
  { period, source }: { readonly period: Period; readonly source: string },
): UnmetPart {
  const asked = journeys.filter(({ received }) => within(period, received));
  if (asked.length === 0) return { section: null, rows: [] };
  const byArea = gridOf(asked, ({ area }) => area);
  const byMonth = gridOf(asked, ({ received }) => received.slice(0, 7));
  const total = inBoth(byArea.total, byMonth.total);
  const groupTotals = gapGroups.map((_, index) => inBoth(byArea.groupTotals[index], byMonth.groupTotals[index]));
  const at = { section: 'Unmet need', period: shortPeriod(period) };
  return {
    section: {
      id: 'unmet',
      label: 'Unmet need',
      finding: `${about(total)} people were between services when they asked in these 12 months.`,
      line: 'Each got an offer with an owner. Where many need the same thing, a service is missing.',
      pictures: [
        {
          kind: 'counts',
          title: 'What was missing',
          rows: gapGroups.map((group, index) => ({ name: names[group], people: groupTotals[index] ?? null })),
        },
        {
          kind: 'counts',
          title: 'Month they asked',
          rows: byMonth.names.map((month, index) => ({ name: saidMonth(month), people: byMonth.rowTotals[index] ?? null })),
        },
        {
          kind: 'grid',
          title: 'Area',
          columns: gapGroups.map((group) => names[group]),
          rows: byArea.names.map((name, index) => ({ name, cells: byArea.cells[index] ?? [] })),
        },
      ],
      caveat: 'A gap is named by the clinician who decides. Counts are rounded to the nearest 5, and hidden under 5.',
      source,
    },
    rows: [
      ...gapGroups.map((group, index) => countRow({ ...at, measure: 'Between services', group: names[group] }, groupTotals[index] ?? null)),
      ...byArea.names.flatMap((area, row) =>
        gapGroups.map((group, column) =>
          countRow({ ...at, measure: `Between services, by area: ${names[group]}`, group: area }, byArea.cells[row]?.[column] ?? null),
        ),
      ),
      ...byMonth.names.flatMap((month, row) =>
        gapGroups.map((group, column) =>
          countRow({ ...at, measure: `Between services, by month: ${names[group]}`, group: month }, byMonth.cells[row]?.[column] ?? null),
        ),
      ),
    ],
  };
}
