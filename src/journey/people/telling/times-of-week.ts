// Reads the hours people say about being reached, such as “after 6pm” or “weekdays 9am to 3pm”. What cannot be read for certain is left for a worker to read.

/** Part of one day of the week; `from` and `to` in minutes, `to` not included. */
export interface Stretch {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** 'any': no hours were named. null: words that need a person to read them. */
export type HoursReading = 'any' | readonly Stretch[] | null;

const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const dayWords: Readonly<Record<string, readonly number[]>> = {
  weekday: [0, 1, 2, 3, 4],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  weekends: [5, 6],
  daily: everyDay,
  everyday: everyDay,
  days: everyDay,
};
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const shortDays: Readonly<Record<string, number>> = {
  mon: 0,
  tue: 1,
  tues: 1,
  wed: 2,
  weds: 2,
  thu: 3,
  thur: 3,
  thurs: 3,
  fri: 4,
  sat: 5,
  sun: 6,
};
const hourWords: Readonly<Record<string, readonly [number, number]>> = {
  morning: [0, 720],
  mornings: [0, 720],
  afternoon: [720, 1020],
  afternoons: [720, 1020],
  evening: [1020, 1440],
  evenings: [1020, 1440],
  night: [1080, 1860],
  nights: [1080, 1860],
  'night time': [1080, 1860],
  'office hours': [480, 1080],
  'working hours': [480, 1080],
  'school hours': [510, 960],
};
const any = /^(any|anytime|any time|any day|always|all day|no|none|whenever|all|fine|ok)$/;
const time = String.raw`(?:noon|midday|midnight|\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)|\d{1,2}[:.]\d{2})`;

function minuteOf(word: string): number | null {
  if (word === 'noon' || word === 'midday') return 720;
  if (word === 'midnight') return 0;
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/.exec(word);
  if (!match) return null;
  const minutes = Number(match[2] ?? 0);
  let hours = Number(match[1]);
  if (minutes > 59 || hours > (match[3] ? 12 : 23) || (match[3] && hours === 0)) return null;
  if (match[3]) hours = (hours % 12) + (match[3] === 'pm' ? 12 : 0);
  return hours * 60 + minutes;
}

function daysOf(word: string): readonly number[] | null {
  const listed = dayWords[word];
  if (listed) return listed;
  const one = (name: string): number => {
    const whole = dayNames.indexOf(name.endsWith('s') && !(name in shortDays) ? name.slice(0, -1) : name);
    return whole >= 0 ? whole : (shortDays[name] ?? -1);
  };
  const range = /^([a-z]+)\s?(?:-|–|to|till|until)\s?([a-z]+)$/.exec(word);
  if (!range) return one(word) >= 0 ? [one(word)] : null;
  const from = one(range[1] ?? '');
  const to = one(range[2] ?? '');
  if (from < 0 || to < 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
}

/** From and to in minutes; past 1440 when it goes over midnight. */
function hoursOf(words: string): readonly [number, number] | null {
  const named = hourWords[words];
  if (named) return named;
  const after = new RegExp(`^(?:after|from|since) (${time})$`).exec(words);
  const before = new RegExp(`^(?:before|until|till|by) (${time})$`).exec(words);
  const range = new RegExp(`^(?:from )?(${time})\\s?(?:-|–|to|till|until)\\s?(${time})$`).exec(words);
  if (after) {
    const from = minuteOf(after[1] ?? '');
    return from === null ? null : [from, 1440];
  }
  if (before) {
    const to = minuteOf(before[1] ?? '');
    return to === null ? null : [0, to === 0 ? 1440 : to];
  }
  const from = minuteOf(range?.[1] ?? '');
  const to = minuteOf(range?.[2] ?? '');
  if (from === null || to === null) return null;
  return [from, to > from ? to : to + 1440];
}

function stretches(days: readonly number[], [from, to]: readonly [number, number]): Stretch[] {
  return days.flatMap((weekday) => [
    { weekday, from, to: Math.min(to, 1440) },
    ...(to > 1440 ? [{ weekday: (weekday + 1) % 7, from: 0, to: to - 1440 }] : []),
  ]);
}

interface Part {
  readonly days: readonly number[] | null;
  readonly hours: readonly [number, number] | null;
}

function readPart(part: string): Part | null {
  const hours = hoursOf(part);
  if (hours) return { days: null, hours };
  const days = daysOf(part);
  if (days) return { days, hours: null };
  for (let at = part.indexOf(' '); at > 0; at = part.indexOf(' ', at + 1)) {
    const first = part.slice(0, at);
    const rest = part.slice(at + 1);
    const daysFirst = daysOf(first);
    const restHours = hoursOf(rest);
    if (daysFirst && restHours) return { days: daysFirst, hours: restHours };
    const firstHours = hoursOf(first);
    const daysLast = daysOf(rest);
    if (firstHours && daysLast) return { days: daysLast, hours: firstHours };
  }
  return null;
}

/** The hours of the week that the words name; `meaning` is the question they answer, because “not after 6pm” answers only one of the two. Days before hours only once: “Mondays, Tuesdays after 6pm” can mean two things and is not read. */
export function readHours(words: string, meaning: 'safe' | 'never'): HoursReading {
  if (meaning === 'safe' && /\b(not|never|no|except|but|unless)\b|n['’]t\b/i.test(words) && !any.test(words.trim().toLowerCase()))
    return null;
  const tidy = words
    .toLowerCase()
    .replaceAll(/\bbetween (\S+) and (\S+)/g, '$1 to $2')
    .replaceAll(/\bo['’]?clock\b|\bplease\b|\bonly\b|\bthe\b|\bon\b|\bin\b|\bat\b|\bevery\b|\bnot\b|\bnever\b/g, ' ')
    .replaceAll(/[!()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]+$/, '')
    .trim();
  if (tidy === '' || any.test(tidy)) return 'any';
  const parts = tidy.split(/\s?(?:,|;|\/|&|\+|\bor\b|\band\b)\s?/).filter(Boolean);
  const read = parts.map(readPart);
  const whole: Part[] = [];
  for (const part of read) {
    if (!part) return null;
    whole.push(part);
  }
  const bareDays = whole.some((part) => part.days && !part.hours);
  const bareHours = whole.some((part) => !part.days);
  const both = whole.some((part) => part.days && part.hours);
  if (bareDays && (bareHours || both)) return null;
  if (both && bareHours) return null;
  return whole.flatMap((part) => stretches(part.days ?? everyDay, part.hours ?? [0, 1440]));
}

/** Whether the moment lies in one of the stretches. */
export const within = (hours: readonly Stretch[], weekday: number, minute: number): boolean =>
  hours.some((stretch) => stretch.weekday === weekday && minute >= stretch.from && minute < stretch.to);
