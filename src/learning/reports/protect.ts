// What may be printed of counts that several services share, so that neither a place's report nor the reports of its services, laid side by
// side, give a small number away; and steps of a waiting curve wide enough that a ruler finds nobody.

import { rounded } from '../../platform/numbers.ts';
import { lastDayWith, peopleAtRisk, stepAt, type Wait, waitingCurve, waitQuantile } from '../evaluation/kaplan-meier.ts';
import { protectTable, shownCount } from '../evaluation/small-numbers.ts';
import { proportion } from '../outcomes/proportion.ts';
import { fewest, type Shown, type ShownShare, type WaitingSeries } from './model.ts';

/** The whole place, among the rows of a joint table. */
export const everyone = '';

/** Counts of every service and of the whole place, hidden jointly. */
export interface JointCounts {
  /** Of one service, or of `everyone`; null is hidden. */
  count(row: string, column: number): Shown;
  total(row: string): Shown;
  /** The share of one column in its row. */
  share(row: string, column: number): ShownShare;
}

/** `rows` holds whole counts by service; each person stands in one row and one column only, so that rows add up to the place. */
export function jointCounts(rows: ReadonlyMap<string, readonly number[]>): JointCounts {
  const names = [...rows.keys()];
  const counts = [...rows.values()];
  // A row of one column is its own total.
  const single = (counts[0]?.length ?? 0) < 2;
  const table = protectTable({ rows: counts, totals: single ? 'columns' : 'both' });
  const at = (row: string): number => names.indexOf(row);
  const sum = (row: string): readonly number[] =>
    row === everyone
      ? (counts[0] ?? []).map((_, column) => counts.reduce((all, one) => all + (one[column] ?? 0), 0))
      : (rows.get(row) ?? []);
  const count = (row: string, column: number): Shown => {
    const shown = row === everyone ? table.columnTotals?.[column] : table.rows[at(row)]?.[column];
    return shown ?? null;
  };
  const total = (row: string): Shown => {
    if (single) return count(row, 0);
    return (row === everyone ? table.grandTotal : table.rowTotals?.[at(row)]) ?? null;
  };
  return {
    count,
    total,
    share(row, column) {
      const exact = sum(row);
      const of = exact.reduce((all, one) => all + one, 0);
      const inside = exact[column] ?? 0;
      if (of - inside < fewest) return nearlyAll(of);
      return count(row, column) === null || total(row) === null ? { kind: 'hidden' } : shareOf(inside, of);
    },
  };
}

/** Says no more than that fewer than 5 are outside. */
function nearlyAll(of: number): ShownShare {
  if (of < 2 * fewest) return { kind: 'hidden' };
  const over = 5 * Math.floor((100 * (of - fewest)) / of / 5);
  return over >= 50 ? { kind: 'nearly all', over } : { kind: 'hidden' };
}

/** In whole per cents with Wilson's interval; hidden where fewer than 5 people are inside, “nearly all” where fewer than 5 are outside. */
export function shareOf(inside: number, of: number): ShownShare {
  const share = proportion(inside, of);
  if (!share || shownCount(inside) === null) return { kind: 'hidden' };
  if (of - inside < fewest) return nearlyAll(of);
  return {
    kind: 'share',
    percent: rounded(share.share * 100),
    interval: [rounded(share.interval[0] * 100), rounded(share.interval[1] * 100)],
  };
}

/**
 * A curve for readers who may not see people, in whole per cents: it steps at whole weeks and on the day half were met, which is printed,
 * and only where at least 5 people had the event since the step before. It ends at the last such step.
 */
export function protectedSeries(label: string, waits: readonly Wait[]): WaitingSeries | null {
  const curve = waitingCurve(waits);
  const median = waitQuantile(curve, 0.5);
  const end = lastDayWith(waits, fewest);
  const eventsBy = (day: number): number => waits.filter((wait) => wait.outcome === 'event' && wait.days <= day).length;
  const half = median.day !== null && median.day <= end && eventsBy(median.day) >= fewest ? median.day : null;
  const enough = (from: number, to: number): boolean => eventsBy(to) - eventsBy(from) >= fewest;
  const weeks = Array.from({ length: Math.floor(end / 7) }, (_, week) => 7 * (week + 1));
  const days: number[] = [];
  for (const day of [...new Set(half === null ? weeks : [...weeks, half])].toSorted((a, b) => a - b))
    if (day === half || (enough(days.at(-1) ?? 0, day) && (half === null || day > half || enough(day, half)))) days.push(day);
  if (curve.events < 2 * fewest || days.length === 0) return null;
  const steps: WaitingSeries['steps'][number][] = [{ day: 0, share: 1, interval: [1, 1] }];
  for (const day of days) {
    const step = stepAt(curve, day);
    if (step)
      steps.push({
        day,
        share: hundredths(step.share),
        interval: step.interval ? [hundredths(step.interval[0]), hundredths(step.interval[1])] : null,
      });
  }
  const lastDay = steps.at(-1)?.day ?? 0;
  return {
    label,
    people: shownCount(waits.length),
    steps,
    lastDay,
    median: median.day,
    medianInterval: median.interval,
    remaining: Array.from({ length: Math.floor(lastDay / 7) + 1 }, (_, week) => ({
      day: week * 7,
      people: shownCount(peopleAtRisk(waits, week * 7)),
    })),
  };
}

const hundredths = (share: number): number => rounded(share, 2);
