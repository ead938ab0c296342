// Works out from published schedules whether a service is open, until when, and when it opens next. Times are London wall-clock times.
// What cannot be known is “not known”: nobody is sent to a closed door on a guess.
import { addDays, daysBetween, type LocalDate } from '../../platform/clock.ts';
import { isBankHoliday } from '../../platform/due.ts';
import { wallTime } from '../../platform/local-time.ts';
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

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** London's date and time of an instant. */
export function wallClock(instant: Date): { readonly date: LocalDate; readonly time: string } {
  const { date, minute } = wallTime(instant);
  return { date, time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` };
}

type Dated = Pick<Schedule, 'validFrom' | 'validTo'>;
const covers = ({ validFrom, validTo }: Dated, date: LocalDate): boolean =>
  validFrom !== undefined && validFrom <= date && date <= (validTo ?? validFrom);

/** Hours of one day, of one schedule. */
interface Hours {
  readonly schedule: string;
  readonly opensAt: string;
  /** At or before `opensAt`: on the next day. */
  readonly closesAt: string;
}

const hoursIn = (schedules: readonly Schedule[]): readonly Hours[] =>
  schedules.flatMap(({ id, opensAt, closesAt }) =>
    opensAt === undefined || closesAt === undefined ? [] : [{ schedule: id, opensAt, closesAt }],
  );

interface Day {
  /** Why these hours hold; 'usual' ones may not be known. */
  readonly by: 'shut' | 'instead' | 'bank holiday' | 'usual';
  readonly hours: readonly Hours[];
}

/** What holds on a day: a dated closing first, then dated hours, then what is said about bank holidays, then the usual hours. */
function dayOf(schedules: readonly Schedule[], date: LocalDate): Day {
  if (schedules.some((one) => one.shut && !one.onBankHolidays && covers(one, date))) return { by: 'shut', hours: [] };
  const instead = schedules.filter((one) => one.instead && !one.shut && covers(one, date));
  if (instead.length > 0) return { by: 'instead', hours: hoursIn(instead) };
  const onHolidays = isBankHoliday(date) ? schedules.filter((one) => one.onBankHolidays) : [];
  if (onHolidays.some(({ shut }) => shut)) return { by: 'shut', hours: [] };
  const given = hoursIn(onHolidays);
  if (given.length > 0) return { by: 'bank holiday', hours: given };
  return { by: 'usual', hours: hoursIn(schedules.filter((one) => isUsual(one) && opensOn(one, date))) };
}

const isUsual = ({ shut, instead, onBankHolidays }: Schedule): boolean => !shut && !instead && !onBankHolidays;

/** A bank holiday on which the usual hours are taken to hold only because nobody said otherwise. */
export const isUnsureHoliday = (schedules: readonly Schedule[], date: LocalDate): boolean =>
  isBankHoliday(date) && !schedules.some((one) => one.onBankHolidays) && dayOf(schedules, date).by === 'usual';

/** How far ahead the next opening is looked for. */
const daysAhead = 92;

export function openNow(schedules: readonly Schedule[], instant: Date): Opening {
  const { date, time } = wallClock(instant);
  const today = dayOf(schedules, date);
  const tonight = today.hours
    .filter(({ opensAt, closesAt }) => time >= opensAt && (closesAt <= opensAt || time < closesAt))
    .map(({ schedule, opensAt, closesAt }) => ({
      schedule,
      closes: { date: closesAt <= opensAt ? addDays(date, 1) : date, time: closesAt },
    }));
  const sinceYesterday = dayOf(schedules, addDays(date, -1))
    .hours.filter(({ opensAt, closesAt }) => closesAt <= opensAt && time < closesAt)
    .map(({ schedule, closesAt }) => ({ schedule, closes: { date, time: closesAt } }));
  const [latest] = [...tonight, ...sinceYesterday].sort((one, other) =>
    (other.closes.date + other.closes.time).localeCompare(one.closes.date + one.closes.time),
  );
  if (latest !== undefined) return { state: 'open', ...latest };
  const usual = schedules.filter(isUsual);
  if (today.by === 'usual' && (usual.length === 0 || usual.some((schedule) => !isUsable(schedule) && mayApply(schedule, date))))
    return { state: 'not known' };
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
    const times = dayOf(schedules, date)
      .hours.map(({ opensAt }) => opensAt)
      .filter((opensAt) => ahead > 0 || opensAt > time)
      .sort();
    if (times[0] !== undefined) return { date, time: times[0] };
  }
  return undefined;
}
