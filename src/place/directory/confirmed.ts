// How fresh an entry is, in words: confirmed lately, not since, or never. Trust in it halves with every term its blueprint gives a confirmation. Pure.
import { addDays, daysBetween, type LocalDate } from '../../platform/clock.ts';
import { counted } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';

/** Days for which a confirmation counts where its blueprint does not say (demo). */
export const confirmedFor = 30;

export interface ConfirmedWords {
  readonly state: 'confirmed' | 'not lately' | 'long ago' | 'never';
  readonly text: string;
  /** The same in a column headed “Confirmed”. */
  readonly short: string;
}

/** The later of what its publisher and what somebody here last confirmed. */
export const lastConfirmed = (...days: readonly (LocalDate | null | undefined)[]): LocalDate | null =>
  days
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1) ?? null;

/** 1 on the day, a half when the term is over, a quarter after another; 0 for what was never confirmed. A day to come counts as today. */
export const confidence = (day: LocalDate | null, today: LocalDate, term = confirmedFor): number =>
  day === null ? 0 : 0.5 ** (Math.max(0, daysBetween(day, today)) / term);

/** 'today', 'yesterday', '5 days ago', '3 weeks ago', '4 months ago' */
export function saidAgo(day: LocalDate, today: LocalDate): string {
  const days = Math.max(0, daysBetween(day, today));
  if (days === 0) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 70) return `${counted(Math.floor(days / 7), 'week', 'weeks')} ago`;
  return days < 730 ? `${Math.floor(days / 30.44)} months ago` : `${Math.floor(days / 365.25)} years ago`;
}

export function confirmedWords(day: LocalDate | null, today: LocalDate, term = confirmedFor): ConfirmedWords {
  if (day === null) return { state: 'never', text: 'Not confirmed yet', short: 'Not yet' };
  const trust = confidence(day, today, term);
  const ago = saidAgo(day, today);
  if (trust >= 0.5) return { state: 'confirmed', text: `Confirmed ${ago}`, short: ago.replace(/^./, (first) => first.toUpperCase()) };
  const said = saidDate(day);
  return { state: trust >= 0.25 ? 'not lately' : 'long ago', text: `Not confirmed since ${said}`, short: `Not since ${said}` };
}
