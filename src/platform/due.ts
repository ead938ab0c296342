// When something promised is due: a target in the words of a blueprint, counted from an instant. Days are local days in Europe/London.
import type { Target } from './blueprint/target.ts';
import { addDays, type LocalDate, localDate } from './clock.ts';
import { instantAt } from './local-time.ts';

/** Bank holidays in England and Wales, by the published list of the United Kingdom government. */
const bankHolidays: ReadonlySet<LocalDate> = new Set([
  ...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
]);

export const isBankHoliday = (day: LocalDate): boolean => bankHolidays.has(day);

export function isWorkingDay(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isBankHoliday(day);
}

/** The working day that many working days later; a start outside working days counts from the next one. */
export function addWorkingDays(from: LocalDate, days: number): LocalDate {
  let day = from;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The instant of a local day and time ('HH:MM') in Europe/London. */
export function instantOf(day: LocalDate, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantAt(day, hour * 60 + minute);
}

/** Promises that name a day are kept by its end: people hear from us in working hours. */
const endOfDay = '17:00';

/**
 * When the target is due, counted from `from`; null for targets that something else sets.
 * `nextMeeting` answers for targets that wait for a meeting.
 */
export function dueAt(target: Target, from: Date, nextMeeting: (code: string, from: Date) => Date | null = () => null): Date | null {
  const today = localDate(from);
  switch (target.kind) {
    case 'now':
      return from;
    case 'hours':
      return new Date(from.getTime() + target.hours * 3_600_000);
    case 'days':
      return new Date(from.getTime() + target.days * 86_400_000);
    case 'working days':
      return instantOf(addWorkingDays(today, target.days), endOfDay);
    case 'months': {
      const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
      const last = new Date(Date.UTC(year, month + target.months, 0)).getUTCDate();
      return instantOf(new Date(Date.UTC(year, month - 1 + target.months, Math.min(day, last))).toISOString().slice(0, 10), endOfDay);
    }
    case 'same day':
      return instantOf(today, '23:59');
    case 'same working day': {
      const day = addWorkingDays(today, 0);
      const due = instantOf(day, endOfDay);
      return due > from ? due : instantOf(addWorkingDays(addDays(day, 1), 0), endOfDay);
    }
    case 'next meeting':
      return nextMeeting(target.meeting, from);
    case 'set':
    case 'none':
      return null;
  }
}
