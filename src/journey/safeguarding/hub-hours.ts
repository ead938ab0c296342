// Counts time in the hours a safeguarding hub works: when a number of them will have passed, and how many lie between two instants. Pure.
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { instantOf, isBankHoliday } from '../../platform/due.ts';
import { weekdayOf } from '../../platform/local-time.ts';

export type Calendar = Pick<SafeguardingHub, 'hours' | 'bankHolidays'>;

/** From inclusive, to exclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;
/** No hub is closed for longer. */
const mostDays = 400;

/** When it works on a local day, in order; a span past midnight belongs to the day it begins on. */
function spansOn(day: LocalDate, { hours, bankHolidays }: Calendar): Span[] {
  if (bankHolidays === 'closed' && isBankHoliday(day)) return [];
  // The wall counts days from 0, opening hours from 1.
  const weekday = weekdayOf(day) + 1;
  return hours.spans
    .filter((span) => span.day === weekday)
    .map(({ from, to }) => ({
      from: instantOf(day, from).getTime(),
      to: instantOf(to <= from ? addDays(day, 1) : day, to).getTime(),
    }));
}

function* openFrom(start: Date, calendar: Calendar): Generator<Span> {
  const first = addDays(localDate(start), -1);
  let reached = start.getTime();
  for (let days = 0; days < mostDays; days += 1)
    for (const { from, to } of spansOn(addDays(first, days), calendar)) {
      const span = { from: Math.max(from, reached), to };
      if (span.to <= span.from) continue;
      reached = span.to;
      yield span;
    }
}

/** The instant at which that many of its hours have passed since; null when it never works. */
export function afterOpenHours(start: Date, hours: number, calendar: Calendar): Date | null {
  let left = hours * hour;
  for (const { from, to } of openFrom(start, calendar)) {
    if (to - from >= left) return new Date(from + left);
    left -= to - from;
  }
  return null;
}

/** Milliseconds of its hours between two instants; none when the second is earlier. */
export function openTimeBetween(start: Date, end: Date, calendar: Calendar): number {
  let sum = 0;
  for (const { from, to } of openFrom(start, calendar)) {
    if (from >= end.getTime()) break;
    sum += Math.min(to, end.getTime()) - from;
  }
  return sum;
}
