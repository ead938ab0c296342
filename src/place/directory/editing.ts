// From an entry to the form in which its keeper changes it, and back: hours and dates as people write them, faults that say how. Pure.
import { readHours } from '../../platform/blueprint/hours.ts';
import type { Fault } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import type { DirectoryPhone, Eligibility, PublishedCapacity, Referral, Schedule, ServiceStatus } from './model.ts';

export const editable = [
  'hours',
  'eligibility',
  'referral',
  'how_to_use',
  'phones',
  'email',
  'website',
  'alert',
  'status',
  'capacity',
] as const;
export type Editable = (typeof editable)[number];

export const editableWords: Readonly<Record<Editable, string>> = {
  hours: 'When it is open',
  eligibility: 'Who it is for',
  referral: 'Whether one must be referred',
  how_to_use: 'How to use it',
  phones: 'Telephone',
  email: 'E-mail',
  website: 'Website',
  alert: 'Notice',
  status: 'Open or closed for now',
  capacity: 'Places free',
};

export type Hours = Omit<Schedule, 'id' | 'serviceId' | 'locationId' | 'serviceAtLocationId'>;

export interface EntryValues {
  readonly hours: readonly Hours[];
  readonly eligibility: readonly Omit<Eligibility, 'serviceId'>[];
  readonly referral: Referral;
  readonly how_to_use: string | null;
  readonly phones: readonly DirectoryPhone[];
  readonly email: string | null;
  readonly website: string | null;
  readonly alert: string | null;
  readonly status: ServiceStatus;
  readonly capacity: readonly Omit<PublishedCapacity, 'serviceId'>[];
}

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

/** What the form holds, as it is typed. */
export interface EntryForm extends Readonly<Record<DayField, string>> {
  readonly holidays: (typeof holidayChoices)[number];
  readonly holiday_hours: string;
  readonly different_days: string;
  readonly who: string;
  readonly from_age: string;
  readonly to_age: string;
  readonly referral: Referral;
  readonly how_to_use: string;
  readonly phones: string;
  readonly email: string;
  readonly website: string;
  readonly alert: string;
  readonly closed: boolean;
  /** One for each unit, in their order. */
  readonly free: readonly string[];
}

/** A unit whose free places its keeper tells. */
export interface ToldUnit {
  readonly unit: string;
  /** 'café seats an evening' */
  readonly words: string;
  readonly most: number | null;
}

const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
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

export function formOf(values: EntryValues, units: readonly ToldUnit[]): EntryForm {
  const weekly = values.hours.filter(isWeekly);
  const holidays = values.hours.filter(({ onBankHolidays }) => onBankHolidays);
  const timed = holidays.filter(({ shut, opensAt }) => !shut && opensAt !== undefined);
  const [who] = values.eligibility;
  const dayFields = Object.fromEntries(
    week.map(({ code, field }) => [field, spans(weekly.filter(({ days }) => days.includes(code)))]),
  ) as Record<DayField, string>; // one for each day of the week
  return {
    ...dayFields,
    holidays: holidays.some(({ shut }) => shut) ? 'closed' : timed.length > 0 ? 'other' : holidays.length > 0 ? 'usual' : 'not said',
    holiday_hours: spans(timed),
    different_days: values.hours
      .filter(isDated)
      .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
      .map((one) => {
        const { validFrom = '', validTo } = one;
        const days = validTo && validTo !== validFrom ? `${saidDate(validFrom)} to ${saidDate(validTo)}` : saidDate(validFrom);
        return `${days}: ${one.shut ? 'closed' : span(one)}`;
      })
      .join('\n'),
    who: who?.words ?? '',
    from_age: who?.minimumAge === undefined ? '' : String(who.minimumAge),
    to_age: who?.maximumAge === undefined ? '' : String(who.maximumAge),
    referral: values.referral,
    how_to_use: values.how_to_use ?? '',
    phones: values.phones.map(({ number, description }) => [number, description].filter(Boolean).join(', ')).join('\n'),
    email: values.email ?? '',
    website: values.website ?? '',
    alert: values.alert ?? '',
    closed: values.status === 'temporarily closed',
    free: units.map(({ unit }) => String(values.capacity.find((one) => one.unit === unit)?.available ?? '')),
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

function readHoursOf(form: EntryForm, kept: readonly Hours[], fault: (field: string, message: string) => void): readonly Hours[] {
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

const age = (typed: string): number | null | undefined =>
  typed.trim() === '' ? undefined : /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 130 ? Number(typed) : null;

/** The values as the form has them, or every fault at once. What the form has no place for stays as it was. */
export function valuesOf(
  form: EntryForm,
  before: EntryValues,
  units: readonly ToldUnit[],
  now: Date,
): { readonly values: EntryValues } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (field: string, message: string): void => {
    if (!faults.some((one) => one.field === field)) faults.push({ field, message });
  };
  const hours = readHoursOf(form, otherHours(before.hours), fault);
  const [from, to] = [age(form.from_age), age(form.to_age)];
  if (from === null) fault('from_age', 'Write the age in years, like 16, or leave it empty.');
  if (to === null) fault('to_age', 'Write the age in years, like 25, or leave it empty.');
  if (typeof from === 'number' && typeof to === 'number' && to < from) fault('to_age', 'The oldest age is less than the youngest.');
  const email = form.email.trim();
  if (email !== '' && !/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(email)) fault('email', 'Write it like hello@example.org.');
  const website =
    form.website.trim() === '' || /^https?:\/\//i.test(form.website.trim()) ? form.website.trim() : `https://${form.website.trim()}`;
  if (website !== '' && !(/^https?:\/\/[^\s<>"'.]+\.[^\s<>"']+$/i.test(website) && URL.canParse(website)))
    fault('website', 'Write it like www.example.org.');
  const phones = form.phones
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): DirectoryPhone => {
      const [number = '', ...description] = line.split(',').map((part) => part.trim());
      if (!/^\+?[\d\s().-]{3,25}$/.test(number)) fault('phones', `“${line}” has no number. Write it like “01632 960001, reception”.`);
      return { number, ...(description.length > 0 ? { description: description.join(', ') } : {}) };
    });
  const capacity = [...before.capacity.filter((one) => !units.some(({ unit }) => unit === one.unit))];
  for (const [at, { unit, most }] of units.entries()) {
    const typed = (form.free[at] ?? '').trim();
    const known = before.capacity.find((one) => one.unit === unit);
    if (typed === '') continue;
    if (!/^\d{1,5}$/.test(typed)) fault(`free-${at}`, 'Write a number, or leave it empty.');
    if (most !== null && Number(typed) > most) fault(`free-${at}`, `There are ${most}. Write that or less.`);
    // Told again is told anew: the same number of a week ago is not the same news.
    capacity.push({
      ...(known ?? {}),
      unit,
      available: Number(typed),
      ...(most === null ? {} : { maximum: most }),
      updated: now.toISOString(),
    });
  }
  if (faults.length > 0) return { faults };
  const [, ...others] = before.eligibility;
  const first = {
    ...(typeof from === 'number' ? { minimumAge: from } : {}),
    ...(typeof to === 'number' ? { maximumAge: to } : {}),
    ...(form.who.trim() === '' ? {} : { words: form.who.trim() }),
  };
  const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
  return {
    values: {
      hours,
      eligibility: Object.keys(first).length > 0 ? [first, ...others] : others,
      referral: form.referral,
      how_to_use: orNull(form.how_to_use),
      phones,
      email: orNull(email),
      website: orNull(website),
      alert: orNull(form.alert),
      status: form.closed ? 'temporarily closed' : before.status === 'temporarily closed' ? 'active' : before.status,
      capacity,
    },
  };
}

/** One text for the same value, whatever the order of its keys and lists of hours. */
export function sameText(value: unknown): string {
  const sorted = (inner: unknown): unknown =>
    Array.isArray(inner)
      ? inner.map(sorted)
      : typeof inner === 'object' && inner !== null
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([, one]) => one !== undefined)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([key, one]) => [key, sorted(one)]),
          )
        : inner;
  return JSON.stringify(sorted(value)) ?? 'null';
}

/** Hours without what only tells where they stand, one day each, in one order. */
export const bareHours = (schedules: readonly Schedule[]): readonly Hours[] =>
  schedules
    .flatMap(({ id: _, serviceId: __, locationId: ___, serviceAtLocationId: ____, ...rest }) =>
      isWeekly(rest) ? rest.days.map((day) => ({ ...rest, days: [day] })) : [rest],
    )
    .toSorted((one, other) => (sameText(one) < sameText(other) ? -1 : 1));

/** Fields whose values differ. */
export const changedFields = (before: EntryValues, after: EntryValues): readonly Editable[] =>
  editable.filter((field) =>
    field === 'hours'
      ? sameText(before.hours.map(sameText).sort()) !== sameText(after.hours.map(sameText).sort())
      : sameText(before[field]) !== sameText(after[field]),
  );
