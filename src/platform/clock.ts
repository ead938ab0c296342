// Time comes from outside, so that tests, the demo and every clock on a record are exact. Days are local dates in Europe/London.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests that stands still until told otherwise. */
export function standingClock(start: string): Clock & { set(instant: string): void; advance(milliseconds: number): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = new Date(instant).getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** 'YYYY-MM-DD'. */
export type LocalDate = string;

/** Whether what somebody typed is a day of the calendar, 'YYYY-MM-DD', between 1900 and 2199: no other stands on a record. */
export const isLocalDate = (typed: string): boolean => {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(typed)) return false;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
};

const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

const hour = 3_600_000;
const known = new Map<number, LocalDate>();
const mostKnown = 50_000;

/**
 * The local date of an instant, so that a change of the clocks never adds or loses a day. London’s clocks have stood whole hours from UTC since 1847, so
 * each hour lies in one day; asking the calendar once an hour is a hundred times quicker where a report asks for everybody.
 */
export function localDate(instant: Date): LocalDate {
  const at = Math.floor(instant.getTime() / hour);
  const found = known.get(at);
  if (found) return found;
  const day = localDay.format(instant);
  if (known.size >= mostKnown) known.clear();
  known.set(at, day);
  return day;
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
