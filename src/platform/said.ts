// Dates, times and names as they are said in English on staff pages and in messages. Other languages say them by their own texts.
import type { LocalDate } from './clock.ts';

const zone = 'Europe/London';
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'short' });
const wholeDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

const instant = (when: Date | LocalDate): Date => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);

/** 'Friday 4 Dec' */
export const saidDay = (when: Date | LocalDate): string => shortDay.format(instant(when)).replace(',', '');

/** '4 December 2026' */
export const saidDate = (when: Date | LocalDate): string => wholeDay.format(instant(when));

/** '4pm', '9:30am', '12 noon', 'midnight' */
export function saidTime(when: Date): string {
  const [hour = 0, minute = 0] = clockTime.format(when).split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return '12 noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** 'Friday 4 Dec at 4pm' */
export const saidDayAndTime = (when: Date): string => `${saidDay(when)} at ${saidTime(when)}`;

/** First name of staff, as they call themselves. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
