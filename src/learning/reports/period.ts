// The periods a report may be made for: twelve whole months, so that releases made on neighbouring days cover the same days and cannot be
// subtracted from each other. Pure: today comes from outside.
import type { LocalDate } from '../../platform/clock.ts';
import { addDays } from '../../platform/clock.ts';
import { saidDate } from '../../platform/said.ts';
import type { Period } from './model.ts';

const firstOfMonth = (year: number, month: number): LocalDate => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** The twelve whole months that had ended by `today`, `ago` months earlier. */
export function twelveMonths(today: LocalDate, ago = 0): Period {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const end = firstOfMonth(year, month - 1 - ago);
  return { from: firstOfMonth(year, month - 13 - ago), to: addDays(end, -1) };
}

/** The same twelve months a year earlier. */
export const yearBefore = ({ from }: Period): Period => {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return { from: firstOfMonth(year - 1, month - 1), to: addDays(from, -1) };
};

/** Newest first. */
export const choosablePeriods = (today: LocalDate): readonly Period[] => [0, 1, 2, 3].map((ago) => twelveMonths(today, ago));

export const saidPeriod = ({ from, to }: Period): string => `${saidDate(from)} to ${saidDate(to)}`;

const shortMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
const short = (day: LocalDate): string => shortMonth.format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep');

/** “Nov 2025 to Oct 2026” */
export const shortPeriod = ({ from, to }: Period): string => `${short(from)} to ${short(to)}`;

export const within = ({ from, to }: Period, day: LocalDate): boolean => day >= from && day <= to;
