// Opening hours as people write them in a form, seven lines for the week and one for each other day, and back into schedules. Pure.
import { readHours } from '../../platform/blueprint/hours.ts';
import { timeInWords } from '../../platform/local-time.ts';
import { saidDate } from '../../platform/said.ts';
import type { Schedule } from './model.ts';
import { sameText } from './same-text.ts';

export type Hours = Omit<Schedule, 'id' | 'serviceId' | 'locationId' | 'serviceAtLocationId'>;

export const week = [
  { code: 'MO', field: 'monday', name: 'Monday' },
  { code: 'TU', field: 'tuesday', name: 'Tuesday' },
  { code: 'WE', field: 'wednesday', name: 'Wednesday' },
  { code: 'TH', field: 'thursday', name: 'Thursday' },
  { code: 'FR', field: 'friday', name: 'Friday' },
  { code: 'SA', field: 'saturday', name: 'Saturday' },
  { code: 'SU', field: 'sunday', name: 'Sunday' },
] as const;
export type DayField = (typeof week)[number]['field'];

export const holidayChoices = ['not said', 'closed', 'usual', 'other'] as const;

/** The hours, as they are typed. */
export interface HoursForm extends Readonly<Record<DayField, string>> {
  readonly holidays: (typeof holidayChoices)[number];
  readonly holiday_hours: string;
  readonly different_days: string;
}

const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  return timeInWords(hour * 60 + minute);
};
const span = ({ opensAt = '', closesAt = '' }: Hours): string =>
  opensAt === '00:00' && closesAt === '00:00' ? 'all day' : `${clock(opensAt)} to ${clock(closesAt)}`;
/** Hours that are listed twice are said once. */
const spans = (hours: readonly Hours[]): string => [...new Set(hours.map(span))].sort().join(' and ');

/** Every week alike and without dates: what seven lines can say. */
const isWeekly = (one: Hours): boolean =>
  !one.shut &&
  !one.instead &&
  !one.onBankHolidays &&
  one.understood &&
  one.frequency === 'WEEKLY' &&
  one.interval === 1 &&
  one.days.length > 0 &&
  one.days.every((day) => day.length === 2) &&
  [one.validFrom, one.validTo, one.start, one.until, one.count].every((said) => said === undefined) &&
  one.opensAt !== undefined &&
  one.closesAt !== undefined;
const isDated = (one: Hours): boolean => (one.shut || one.instead === true) && !one.onBankHolidays && one.validFrom !== undefined;

/** Hours that the form has no place for, such as the first Monday of a month. They stay as they are. */
export const otherHours = (hours: readonly Hours[]): readonly Hours[] =>
  hours.filter((one) => !isWeekly(one) && !isDated(one) && !one.onBankHolidays);

export function hoursForm(hours: readonly Hours[]): HoursForm {
  const weekly = hours.filter(isWeekly);
  const holidays = hours.filter(({ onBankHolidays }) => onBankHolidays);
  const timed = holidays.filter(({ shut, opensAt }) => !shut && opensAt !== undefined);
  const dayFields = Object.fromEntries(
    week.map(({ code, field }) => [field, spans(weekly.filter(({ days }) => days.includes(code)))]),
  ) as Record<DayField, string>; // one for each day of the week
  return {
    ...dayFields,
    holidays: holidays.some(({ shut }) => shut) ? 'closed' : timed.length > 0 ? 'other' : holidays.length > 0 ? 'usual' : 'not said',
    holiday_hours: spans(timed),
    different_days: hours
      .filter(isDated)
      .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
      .map((one) => {
        const { validFrom = '', validTo } = one;
        const days = validTo && validTo !== validFrom ? `${saidDate(validFrom)} to ${saidDate(validTo)}` : saidDate(validFrom);
        return `${days}: ${one.shut ? 'closed' : span(one)}`;
      })
      .join('\n'),
  };
}

const plain = { interval: 1, days: [], monthDays: [], understood: true } as const;

/** 'closed' is an empty list; undefined for what cannot be read. */
function readSpans(typed: string): readonly { readonly opensAt: string; readonly closesAt: string }[] | undefined {
  const read = readHours({ monday: typed.trim().toLowerCase().replaceAll('noon', 'midday').replace('12 midday', 'midday') });
  return 'unread' in read ? undefined : read.spans.map(({ from, to }) => ({ opensAt: from, closesAt: to }));
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function readDate(typed: string): string | undefined {
  const found = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(typed.trim());
  const month = months.findIndex((name) => name === found?.[2]?.toLowerCase() || name.slice(0, 3) === found?.[2]?.toLowerCase());
  if (!found || month < 0) return undefined;
  const day = `${found[3]}-${String(month + 1).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined;
}

const hoursHelp = 'Write it like “9am to 5pm”, “9am to 12pm and 1pm to 5pm”, “all day” or “closed”.';

function readDifferent(line: string): readonly Hours[] | string {
  const [dates = '', times] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)];
  const [first, last, more] = dates.split(/\s+to\s+/i).map(readDate);
  const ends = dates.split(/\s+to\s+/i).length;
  if (!line.includes(':') || first === undefined || (ends > 1 && last === undefined) || more !== undefined || ends > 2)
    return `“${line}” cannot be read. Write one day on a line, like “25 December 2026: closed”.`;
  if (last !== undefined && last < first) return `“${line}” ends before it begins.`;
  const read = readSpans(times);
  if (read === undefined) return `“${line}” has no time. ${hoursHelp}`;
  const dated = { ...plain, validFrom: first, ...(last === undefined ? {} : { validTo: last }) };
  return read.length === 0 ? [{ ...dated, shut: true }] : read.map((times) => ({ ...dated, ...times, shut: false, instead: true }));
}

/** The hours that the form says, with those `kept` that it has no place for. Tells `fault` of every field that cannot be read. */
export function readHoursForm(form: HoursForm, kept: readonly Hours[], fault: (field: string, message: string) => void): readonly Hours[] {
  const hours: Hours[] = [...kept];
  for (const { code, field, name } of week) {
    if (form[field].trim() === '') continue;
    const read = readSpans(form[field]);
    if (read === undefined) fault(field, `${name} cannot be read. ${hoursHelp}`);
    for (const times of read ?? []) hours.push({ ...plain, frequency: 'WEEKLY', days: [code], ...times, shut: false });
  }
  const holiday = { ...plain, onBankHolidays: true } as const;
  if (form.holidays === 'closed') hours.push({ ...holiday, shut: true });
  if (form.holidays === 'usual') hours.push({ ...holiday, shut: false });
  if (form.holidays === 'other') {
    const read = readSpans(form.holiday_hours);
    if (read === undefined || read.length === 0) fault('holiday_hours', `Say when it is open on bank holidays. ${hoursHelp}`);
    for (const times of read ?? []) hours.push({ ...holiday, ...times, shut: false });
  }
  for (const line of form.different_days.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const read = readDifferent(line);
    if (typeof read === 'string') fault('different_days', read);
    else hours.push(...read);
  }
  return hours;
}

/** Hours without what only tells where they stand, one day each, in one order. */
export const bareHours = (schedules: readonly Schedule[]): readonly Hours[] =>
  schedules
    .flatMap(({ id: _, serviceId: __, locationId: ___, serviceAtLocationId: ____, ...rest }) =>
      isWeekly(rest) ? rest.days.map((day) => ({ ...rest, days: [day] })) : [rest],
    )
    .toSorted((one, other) => (sameText(one) < sameText(other) ? -1 : 1));
