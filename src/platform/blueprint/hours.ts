// Opening hours, written as people say them ("monday to friday: 9am to 5pm", "every day: 6pm to 2am"), read once into days and times.

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local times 'HH:MM'. `to` at or before `from` means the next day. */
export interface OpenSpan {
  readonly day: Weekday;
  readonly from: string;
  readonly to: string;
}

export interface OpeningHours {
  readonly spans: readonly OpenSpan[];
  /** As written, for showing: [['Monday to Friday', '9am to 5pm']]. */
  readonly words: readonly (readonly [string, string])[];
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const hoursHelp =
  'Write days and times like “monday to friday: 9am to 5pm”, “every day: 6pm to 2am”, “sunday: closed” or “every day: all day”.';

/** The hours, or the words that could not be read. */
export function readHours(written: Readonly<Record<string, string>>): OpeningHours | { readonly unread: string } {
  const spans: OpenSpan[] = [];
  const words: [string, string][] = [];
  for (const [daysSaid, timesSaid] of Object.entries(written)) {
    const days = readDays(daysSaid);
    const times = readTimes(timesSaid);
    if (!days) return { unread: daysSaid };
    if (!times) return { unread: timesSaid };
    for (const day of days) for (const [from, to] of times) spans.push({ day, from, to });
    words.push([
      daysSaid.replace(/\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|^every/g, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
      timesSaid,
    ]);
  }
  return { spans: spans.toSorted((one, other) => one.day - other.day || one.from.localeCompare(other.from)), words };
}

// An index into DAYS is one less than its weekday, so the sum is always 1 to 7.
const weekday = (index: number): Weekday => ((index % 7) + 1) as Weekday;

function readDays(said: string): Weekday[] | undefined {
  const text = said.trim().toLowerCase();
  if (text === 'every day') return DAYS.map((_, index) => weekday(index));
  const range = /^(\w+) to (\w+)$/.exec(text);
  if (range) {
    const [from, to] = [DAYS.indexOf(range[1] ?? ''), DAYS.indexOf(range[2] ?? '')];
    if (from < 0 || to < 0) return undefined;
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => weekday(from + step));
  }
  const days = text.split(/,\s*|\s+and\s+/).map((day) => DAYS.indexOf(day));
  return days.some((index) => index < 0) ? undefined : days.map(weekday);
}

function readTimes(said: string): [string, string][] | undefined {
  const text = said.trim().toLowerCase();
  if (text === 'closed') return [];
  if (text === 'all day') return [['00:00', '00:00']];
  const spans = text.split(/\s+and\s+/).map((span): [string, string] | undefined => {
    const [from, to, more] = span.split(' to ').map(readTime);
    return from && to && more === undefined ? [from, to] : undefined;
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** 'HH:MM' of a time as people write it, such as 8pm, 9:30am or midnight. */
export function readTime(said: string): string | undefined {
  const text = said.trim();
  if (text === 'midday') return '12:00';
  if (text === 'midnight') return '00:00';
  const found = /^(1[0-2]|[1-9])(?::([0-5]\d))?(am|pm)$/.exec(text);
  if (!found) return undefined;
  const hour = (Number(found[1]) % 12) + (found[3] === 'pm' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** Whether the hours cover a local day and time ('HH:MM'), spans past midnight included. */
export function isOpen(hours: OpeningHours, day: Weekday, time: string): boolean {
  const before = weekday(day + 5);
  return hours.spans.some(({ day: opens, from, to }) => {
    const overnight = to <= from;
    if (opens === day && time >= from && (overnight || time < to)) return true;
    return overnight && opens === before && time < to;
  });
}

/** When the hours next begin after a local day and time: how many days on, and the time; null when they never do. */
export function nextOpening(hours: OpeningHours, day: Weekday, time: string): { readonly days: number; readonly time: string } | null {
  for (let days = 0; days <= 7; days++) {
    const span = hours.spans.find(({ day: opens, from }) => opens === weekday(day - 1 + days) && (days > 0 || from > time));
    if (span) return { days, time: span.from };
  }
  return null;
}
