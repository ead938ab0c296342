// Reads dates of which only the year, or the month and year, may be known, and works out ages from them.
import type { LocalDate } from '../../platform/clock.ts';
import { type Reading, read, unreadable } from './reading.ts';

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Sorts and compares as text. */
export type PartialDate = string;

export interface DateLimits {
  /** Dates after this day are refused: a birth or a past event cannot be later than today. */
  readonly latest?: LocalDate;
  /** Years before this one are refused; 1890 unless said. */
  readonly earliestYear?: number;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthByStart = new Map(monthNames.map((name, index) => [name.slice(0, 3).toLowerCase(), index + 1]));

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (number: number): string => String(number).padStart(2, '0');

/** The shapes people type. A time is let through only when it is midnight, as spreadsheets write a day. */
const shapes: readonly RegExp[] = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})(?: 00:00(?::00)?)?$/,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]+(?<month>[a-z]{3,9})\.?,?[-/. ]+(?<year>\d{4})$/,
  /^(?<month>[a-z]{3,9})\.?[-/. ]+(?<day>\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(?<year>\d{4})$/,
  /^(?<month>[a-z]{3,9})\.?,?[-/. ]+(?<year>\d{4})$/,
  /^(?<year>\d{4})$/,
];

function monthNumber(typed: string): number | undefined {
  if (/^\d+$/.test(typed)) return Number(typed);
  const month = monthByStart.get(typed.slice(0, 3));
  const full = month === undefined ? '' : (monthNames[month - 1] ?? '').toLowerCase();
  return full.startsWith(typed) || typed === 'sept' ? month : undefined;
}

function withinLimits(date: PartialDate, year: number, limits: DateLimits): Reading<PartialDate> {
  const earliest = limits.earliestYear ?? 1890;
  if (year < earliest) return unreadable(`The year ${year} is too long ago. Check the year.`);
  if (limits.latest !== undefined && date > limits.latest.slice(0, date.length))
    return unreadable(`${partialDateInWords(date)} is in the future. Check the year.`);
  return read(date);
}

/** Day before month, as written in Britain; also ISO order and month names. Two-digit years are asked about, never guessed. */
export function readPartialDate(typed: string, limits: DateLimits = {}): Reading<PartialDate> {
  const tidy = typed.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (tidy === '') return unreadable('Enter a date. The year alone will do.');
  for (const shape of shapes) {
    const found = shape.exec(tidy)?.groups;
    if (found === undefined) continue;
    const { year: yearText = '', month: monthText, day: dayText } = found;
    const year = Number(yearText);
    if (monthText === undefined) return withinLimits(yearText, year, limits);
    const month = monthNumber(monthText);
    if (month === undefined) return unreadable(`“${monthText}” is not a month. Write it as a number or a name, such as 3 or March.`);
    if (month < 1 || month > 12) return unreadable(`There is no month ${month}. Check the month, and write the day before it.`);
    if (dayText === undefined) return withinLimits(`${yearText}-${two(month)}`, year, limits);
    const day = Number(dayText);
    if (day < 1 || day > daysInMonth(year, month)) {
      const leapDay = month === 2 && day === 29;
      return unreadable(
        `${day} ${monthNames[month - 1]}${leapDay ? ` ${year}` : ''} does not exist. Check the ${leapDay ? 'day and the year' : 'day'}.`,
      );
    }
    return withinLimits(`${yearText}-${two(month)}-${two(day)}`, year, limits);
  }
  if (/^\d{1,2}[-/. ][a-z\d]{1,9}[-/. ]\d{2}$/.test(tidy)) return unreadable('Write the year with 4 digits, such as 1982.');
  if (/^\d{5}(\.\d+)?$/.test(tidy))
    return unreadable('This is a spreadsheet’s day number. Format the column as a date and save the file again.');
  if (/^\d{8}$/.test(tidy)) return unreadable('Put spaces or slashes in the date, such as 14/03/1982.');
  return unreadable('Write the date as day, month and year, such as 14/03/1982. The year alone will do.');
}

/** '14 March 1982', 'March 1982' or '1982'. */
export function partialDateInWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthNames[Number(month) - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The first and last day that a partial date may stand for. */
export function spanOf(date: PartialDate): { readonly first: LocalDate; readonly last: LocalDate } {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day === undefined) return { first: `${date}-01`, last: `${date}-${two(daysInMonth(Number(year), Number(month)))}` };
  return { first: date, last: date };
}

function completedYears(birth: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

export interface Age {
  /** Completed years at least and at most; equal when the whole date of birth is known. */
  readonly least: number;
  readonly most: number;
}

/** Someone born on 29 February comes of age on 1 March in other years (English law). Undefined for a birth after the day asked about. */
export function ageOn(birth: PartialDate, on: LocalDate): Age | undefined {
  const { first, last } = spanOf(birth);
  if (first > on) return undefined;
  return { least: Math.max(0, completedYears(last, on)), most: completedYears(first, on) };
}

/** '41', or '41 or 42' when the date of birth is partial. */
export const ageInWords = (age: Age): string => (age.least === age.most ? String(age.least) : `${age.least} or ${age.most}`);
