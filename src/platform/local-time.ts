// The clock on the wall in Europe/London: day of the week and minute of the day of an instant, and the instant of a day and minute.
import { addDays, type LocalDate } from './clock.ts';

export interface WallTime {
  readonly date: LocalDate;
  /** 0 is Monday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 0 is Monday. */
export const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

export function wallTime(instant: Date): WallTime {
  const parts = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return { date, weekday: weekdayOf(date), minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** The instant at which the wall shows it; the first of two in autumn, and the moment the clocks jump to in spring. 1440 is the next midnight. */
export function instantAt(date: LocalDate, minute: number): Date {
  if (minute >= 1440) return instantAt(addDays(date, 1), minute - 1440);
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const summer = new Date(asIfUtc - 3_600_000);
  const there = wallTime(summer);
  return there.date === date && there.minute === minute ? summer : new Date(asIfUtc);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** 'Friday 4 Dec'. */
export const dayInWords = (date: LocalDate): string =>
  `${weekdays[weekdayOf(date)]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;

/** '4pm', '9:30am', 'noon' as '12pm'. */
export function timeInWords(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  const past = minute % 60;
  return `${hour % 12 || 12}${past ? `:${String(past).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}
