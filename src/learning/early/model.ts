// The words of how early help grows: one quarter of a year at a time, counted once after it has ended.
import { addDays, type LocalDate } from '../../platform/clock.ts';
import type { Shown } from '../evaluation/small-numbers.ts';

/** What is kept of a quarter: only what may be printed. */
export interface EarlyQuarter {
  readonly format: 1;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Where it was offered, and how many organisations gave it, on the quarter’s last day. These are places, not people. */
  readonly places: number;
  readonly partners: number;
  /** People whose very first support was early help, in this quarter. */
  readonly people: Shown;
  /** Days from asking to a first meeting by which half had one, of those who asked in this quarter; null where too few asked to print it. */
  readonly wait: { readonly median: number | null; readonly interval: readonly [number | null, number | null] } | null;
}

/** The quarter of the calendar year that a day lies in. */
export function quarterOf(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month - ((month - 1) % 3);
  const start = (at: number): LocalDate => new Date(Date.UTC(year, at - 1, 1)).toISOString().slice(0, 10);
  return { from: start(first), to: addDays(start(first + 3), -1) };
}

/** Days after its end for which a quarter waits to be counted: what was seen is written up by then. */
export const settledAfter = 14;
/** How far back quarters are counted and shown. */
export const mostQuarters = 12;

/** Quarters to count, the first first: from the one in which early help began, ended for long enough, and not longer ago than is shown. */
export function quartersToCount(
  began: LocalDate | null,
  today: LocalDate,
): readonly { readonly from: LocalDate; readonly to: LocalDate }[] {
  const quarters: { from: LocalDate; to: LocalDate }[] = [];
  if (began === null) return quarters;
  for (let quarter = quarterOf(began); addDays(quarter.to, settledAfter) < today; quarter = quarterOf(addDays(quarter.to, 1)))
    quarters.push(quarter);
  return quarters.slice(-mostQuarters);
}

const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });
const short = (day: LocalDate): string => month.format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep');

/** 'Jul to Sep 2026' */
export const saidQuarter = ({ from, to }: Pick<EarlyQuarter, 'from' | 'to'>): string => `${short(from)} to ${short(to)} ${to.slice(0, 4)}`;
