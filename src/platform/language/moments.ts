// Days and times as people read them in their language, on the wall in Europe/London. Figures are Latin everywhere, so that a date can be read out to anybody.
import type { LocalDate } from '../clock.ts';
import { saidDate, saidDay, saidTime } from '../said.ts';
import { type Language, languageFacts } from './languages.ts';

const zone = 'Europe/London';
const wholeDay = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const wholeDate = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const wallTime = { hour: 'numeric', minute: '2-digit' } as const;
const englishTime = { ...wallTime, hour12: true } as const;

// Making one takes longer than writing a page with it.
const made = new Map<object, Map<Language, Intl.DateTimeFormat>>();

function says(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = made.get(options) ?? new Map<Language, Intl.DateTimeFormat>();
  made.set(options, known);
  const format = known.get(language) ?? new Intl.DateTimeFormat(languageFacts[language].locale, { timeZone: zone, ...options });
  known.set(language, format);
  return format;
}

/** 'Friday 4 December' */
export const dayOf = (instant: Date, language: Language): string =>
  says(language, wholeDay)
    .format(instant)
    .replace(language === 'en' ? /^(\p{L}+), /u : /^$/, '$1 ');

/** '4pm', '9:30am'; in other languages as they write it. */
export function timeOf(instant: Date, language: Language): string {
  const time = says(language, language === 'en' ? englishTime : wallTime).format(instant);
  return language === 'en' ? time.replace(':00', '').replace(/\s/gu, '').toLowerCase() : time;
}

/** '4 December 2026' */
export const dateOf = (instant: Date, language: Language): string => says(language, wholeDate).format(instant);

/** Days and times as one reader’s language says them, for pages. */
export interface Moments {
  /** 'Friday 4 Dec' */
  day(when: Date | LocalDate): string;
  /** '4 December 2026' */
  date(when: Date | LocalDate): string;
  /** '2pm', '9:30am' */
  time(when: Date): string;
}

const instant = (when: Date | LocalDate): Date => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);

export const momentsIn = (language: Language): Moments =>
  language === 'en'
    ? { day: saidDay, date: saidDate, time: saidTime }
    : {
        day: (when) => dayOf(instant(when), language),
        date: (when) => dateOf(instant(when), language),
        time: (when) => timeOf(when, language),
      };

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000;

/** 'Friday 4 Dec' or '4 December 2026', as messages are told it in English, in another language; the same words where they are no such day. */
export function dayIn(said: string, language: Language, now: Date): string {
  if (language === 'en') return said;
  const found = /^(?:(\p{L}+day),? )?(\d{1,2}) (\p{L}{3})\p{L}*(?: (\d{4}))?$/u.exec(said.trim());
  const month = months.indexOf(found?.[3] ?? '');
  if (!found || month < 0) return said;
  const [, weekday, date, , year] = found;
  // Without a year it is the nearest such day: with that name, if one was said.
  const years = year ? [Number(year)] : [0, 1, -1].map((away) => now.getUTCFullYear() + away);
  const candidates = years
    .map((one) => new Date(Date.UTC(one, month, Number(date), 12)))
    .filter((one) => one.getUTCMonth() === month && (weekday === undefined || weekdays[one.getUTCDay()] === weekday))
    .sort((one, other) => Math.abs(one.getTime() - now.getTime() - 30 * day) - Math.abs(other.getTime() - now.getTime() - 30 * day));
  const [nearest] = candidates;
  if (!nearest) return said;
  return year && !weekday ? dateOf(nearest, language) : dayOf(nearest, language);
}

/** '4pm', '9:30am', 'midnight' in another language; the same words where they are no such time. */
export function timeIn(said: string, language: Language): string {
  if (language === 'en') return said;
  const spoken = said === 'midnight' ? '12am' : said === '12 noon' ? '12pm' : said;
  const found = /^(\d{1,2})(?::(\d{2}))?(am|pm)$/.exec(spoken.trim());
  if (!found) return said;
  const hour = (Number(found[1]) % 12) + (found[3] === 'pm' ? 12 : 0);
  // A winter day: the wall shows what UTC shows.
  return timeOf(new Date(Date.UTC(2026, 0, 15, hour, Number(found[2] ?? 0))), language);
}
