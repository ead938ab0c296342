// Dates, times and names as they are said in English on staff pages and in messages. Other languages say them by their own texts.
import type { LocalDate } from './clock.ts';
import { timeInWords, wallTime } from './local-time.ts';

const zone = 'Europe/London';
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'short' });
const wholeDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });

const instant = (when: Date | LocalDate): Date => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);

/** 'Friday 4 Dec' */
export const saidDay = (when: Date | LocalDate): string => shortDay.format(instant(when)).replace(',', '');

/** '4 December 2026' */
export const saidDate = (when: Date | LocalDate): string => wholeDay.format(instant(when));

/** '4pm', '9:30am', '12 noon', 'midnight' of minutes since midnight */
export const saidMinute = (minute: number): string => (minute === 0 ? 'midnight' : minute === 720 ? '12 noon' : timeInWords(minute));

/** As `saidMinute`, of what the clock on the wall shows. */
export const saidTime = (when: Date): string => saidMinute(wallTime(when).minute);

/** 'Friday 4 Dec at 4pm' */
export const saidDayAndTime = (when: Date): string => `${saidDay(when)} at ${saidTime(when)}`;

/** First name of staff, as they call themselves. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
