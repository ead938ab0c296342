// How the directory says days, times, distances and lists in the language of whoever reads it. In English as staff read them. Pure.
import { addDays, daysBetween, type LocalDate } from '../../platform/clock.ts';
import { nothingApproved } from '../../platform/language/catalogue.ts';
import { type Language, languageFacts } from '../../platform/language/languages.ts';
import { listedIn } from '../../platform/language/lists.ts';
import { dateOf, dayOf, timeOf } from '../../platform/language/moments.ts';
import { saidDate, saidDay, saidMinute } from '../../platform/said.ts';
import { type DirectoryTexts, directoryTexts } from './texts.ts';

export interface Speech {
  readonly language: Language;
  readonly texts: DirectoryTexts;
}
export const inEnglish: Speech = { language: 'en', texts: directoryTexts(null, nothingApproved) };

const noon = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`);

/** 'Friday 4 Dec' */
export const dayIn = ({ language }: Speech, date: LocalDate): string => (language === 'en' ? saidDay(date) : dayOf(noon(date), language));
/** '4 December 2026' */
export const dateIn = ({ language }: Speech, when: LocalDate | Date): string =>
  language === 'en' ? saidDate(when) : dateOf(typeof when === 'string' ? noon(when) : when, language);

/** '09:00' → '9am', '13:30' → '1:30pm', '00:00' → 'midnight' */
export function clockIn({ language }: Speech, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // A winter day: the wall shows what UTC shows.
  if (language !== 'en') return timeOf(new Date(Date.UTC(2026, 0, 15, hour, minute)), language);
  return saidMinute(hour * 60 + minute);
}

/** 'Monday' for 0, 'Sunday' for 6. */
export const weekdayIn = ({ language }: Speech, at: number): string =>
  // 1 June 2026 was a Monday.
  new Intl.DateTimeFormat(languageFacts[language].locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 5, 1 + at)));

/** 'Monday, Wednesday and Friday' */
export const listIn = ({ language }: Speech, parts: readonly string[]): string => listedIn(parts, language);

/** 'today', 'yesterday', '5 days ago', '3 weeks ago', '4 months ago' */
export function agoIn({ language }: Speech, day: LocalDate, today: LocalDate): string {
  const days = day === addDays(today, -1) ? 1 : Math.max(0, daysBetween(day, today));
  const say = (count: number, unit: Intl.RelativeTimeFormatUnit): string =>
    new Intl.RelativeTimeFormat(languageFacts[language].locale, { numeric: count < 2 ? 'auto' : 'always' }).format(-count, unit);
  if (days < 14) return say(days, 'day');
  if (days < 70) return say(Math.floor(days / 7), 'week');
  return days < 730 ? say(Math.floor(days / 30.44), 'month') : say(Math.floor(days / 365.25), 'year');
}

/** 'about 800 metres', 'about 3 miles' */
export function distanceIn({ texts: { near } }: Speech, metres: number): string {
  if (metres < 150) return near.very;
  if (metres < 1500) return near.metres({ number: Math.round(metres / 100) * 100 });
  const miles = metres / 1609.344;
  return miles < 1.5 ? near.mile : near.miles({ count: Math.round(miles) });
}
