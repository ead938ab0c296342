// Works out from published schedules whether a service is open, until when, and when it opens next. Times are London wall-clock times.
// What cannot be known is “not known”: nobody is sent to a closed door on a guess.
import { addDays, daysBetween, type LocalDate } from '../../platform/clock.ts';
import type { Schedule } from './model.ts';

export type Opening =
  | { readonly state: 'open'; readonly schedule: string; readonly closes: { readonly date: LocalDate; readonly time: string } }
  | { readonly state: 'closed'; readonly opens: { readonly date: LocalDate; readonly time: string } | undefined }
  | { readonly state: 'not known' };

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const lastDay = (date: LocalDate): number => new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((weekdayOf(date) + 6) % 7));

/** Counting occurrences one by one is given up after this many days. */
const longestCount = 3660;

function fitsDay(schedule: Schedule, date: LocalDate): boolean {
  const code = weekdays[weekdayOf(date)] ?? '';
  if (schedule.frequency !== 'MONTHLY') return schedule.days.length === 0 || schedule.days.some((day) => day.endsWith(code));
  const day = Number(date.slice(8));
  const last = lastDay(date);
  const byMonthDay =
    schedule.monthDays.length === 0 || schedule.monthDays.some((wanted) => (wanted > 0 ? wanted : last + 1 + wanted) === day);
  const byDay =
    schedule.days.length === 0 ||
    schedule.days.some((wanted) => {
      if (!wanted.endsWith(code)) return false;
      const nth = Number(wanted.slice(0, -2) || 0);
      return nth === 0 || (nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((last - day + 1) / 7) === -nth);
    });
  return byMonthDay && byDay;
}

/** The day that fixes which weeks or months count, and the day of a rule that names none. */
const anchorOf = (schedule: Schedule): LocalDate | undefined => schedule.start ?? schedule.validFrom;

function fitsRule(schedule: Schedule, date: LocalDate): boolean {
  const anchor = anchorOf(schedule);
  const { frequency, interval, days, monthDays } = schedule;
  if (frequency === 'DAILY') return fitsDay(schedule, date) && (anchor === undefined || daysBetween(anchor, date) % interval === 0);
  if (frequency === 'WEEKLY') {
    if (anchor !== undefined && (daysBetween(mondayOf(anchor), mondayOf(date)) / 7) % interval !== 0) return false;
    return days.length > 0 ? fitsDay(schedule, date) : anchor !== undefined && weekdayOf(anchor) === weekdayOf(date);
  }
  if (anchor !== undefined && (monthNumber(date) - monthNumber(anchor)) % interval !== 0) return false;
  return days.length > 0 || monthDays.length > 0 ? fitsDay(schedule, date) : anchor !== undefined && anchor.slice(8) === date.slice(8);
}

/** Whether the rule says enough to be used at all. */
export function isUsable(schedule: Schedule): boolean {
  const { understood, frequency, interval, days, monthDays, opensAt, closesAt, count, start } = schedule;
  if (!understood || frequency === undefined || opensAt === undefined || closesAt === undefined) return false;
  if (count !== undefined && start === undefined) return false;
  // In weeks, a numbered weekday has no meaning (RFC 5545); days of the month are passed over, because publishers fill them in by habit.
  if (frequency !== 'MONTHLY' && days.some((day) => day.length > 2)) return false;
  const needsAnchor =
    interval > 1 ||
    (frequency === 'WEEKLY' && days.length === 0) ||
    (frequency === 'MONTHLY' && days.length === 0 && monthDays.length === 0);
  return !needsAnchor || anchorOf(schedule) !== undefined;
}

/** Whether the schedule opens on that local day. False for one that is not usable. */
export function opensOn(schedule: Schedule, date: LocalDate): boolean {
  const { validFrom, validTo, start, until, count } = schedule;
  if (!isUsable(schedule)) return false;
  if ((validFrom !== undefined && date < validFrom) || (validTo !== undefined && date > validTo)) return false;
  if ((start !== undefined && date < start) || (until !== undefined && date > until)) return false;
  if (!fitsRule(schedule, date)) return false;
  if (count === undefined || start === undefined) return true;
  if (daysBetween(start, date) > longestCount) return false;
  let before = 0;
  for (let earlier = start; earlier < date; earlier = addDays(earlier, 1)) if (fitsRule(schedule, earlier)) before++;
  return before < count;
}

const localParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** London's date and time of an instant. */
export function wallClock(instant: Date): { readonly date: LocalDate; readonly time: string } {
  const part = Object.fromEntries(localParts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

const isShut = (schedules: readonly Schedule[], date: LocalDate): boolean =>
  schedules.some(({ shut, validFrom, validTo }) => shut && validFrom !== undefined && validFrom <= date && date <= (validTo ?? validFrom));

/** How far ahead the next opening is looked for. */
const daysAhead = 92;

export function openNow(schedules: readonly Schedule[], instant: Date): Opening {
  const { date, time } = wallClock(instant);
  const regular = schedules.filter(({ shut }) => !shut);
  const yesterday = addDays(date, -1);
  let found: { readonly schedule: string; readonly closes: { readonly date: LocalDate; readonly time: string } } | undefined;
  const keepLatest = (schedule: string, closes: { readonly date: LocalDate; readonly time: string }) => {
    if (found === undefined || closes.date + closes.time > found.closes.date + found.closes.time) found = { schedule, closes };
  };
  for (const schedule of regular) {
    const { id, opensAt = '', closesAt = '' } = schedule;
    const overnight = closesAt <= opensAt;
    if (!isShut(schedules, date) && opensOn(schedule, date) && time >= opensAt && (overnight || time < closesAt)) {
      keepLatest(id, { date: overnight ? addDays(date, 1) : date, time: closesAt });
    }
    if (overnight && !isShut(schedules, yesterday) && opensOn(schedule, yesterday) && time < closesAt)
      keepLatest(id, { date, time: closesAt });
  }
  if (found !== undefined) return { state: 'open', ...found };
  if (isShut(schedules, date)) return { state: 'closed', opens: nextOpening(schedules, date, time) };
  if (regular.length === 0 || regular.some((schedule) => !isUsable(schedule) && mayApply(schedule, date))) return { state: 'not known' };
  return { state: 'closed', opens: nextOpening(schedules, date, time) };
}

/** A schedule that is not understood but over by its own dates says nothing about today. */
const mayApply = ({ validFrom, validTo }: Schedule, date: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo);

function nextOpening(
  schedules: readonly Schedule[],
  from: LocalDate,
  time: string,
): { readonly date: LocalDate; readonly time: string } | undefined {
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = addDays(from, ahead);
    if (isShut(schedules, date)) continue;
    const times = schedules
      .filter((schedule) => !schedule.shut && opensOn(schedule, date))
      .map(({ opensAt = '' }) => opensAt)
      .filter((opensAt) => ahead > 0 || opensAt > time)
      .sort();
    if (times[0] !== undefined) return { date, time: times[0] };
  }
  return undefined;
}
