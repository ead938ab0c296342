// How fresh an entry is, in words: confirmed lately, not since, or never. Trust in it halves with every term its blueprint gives a confirmation. Pure.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import { agoIn, dateIn, inEnglish } from './speech.ts';

/** Days for which a confirmation counts where its blueprint does not say (demo). */
export const confirmedFor = 30;

export interface ConfirmedWords {
  readonly state: 'confirmed' | 'not lately' | 'long ago' | 'never';
  readonly text: string;
  /** The same in a column headed “Confirmed”, for staff. */
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

export function confirmedWords(day: LocalDate | null, today: LocalDate, term = confirmedFor, speech = inEnglish): ConfirmedWords {
  const { confirmed } = speech.texts;
  if (day === null) return { state: 'never', text: confirmed.never, short: 'Not yet' };
  const trust = confidence(day, today, term);
  const ago = agoIn(speech, day, today);
  if (trust >= 0.5) return { state: 'confirmed', text: confirmed.ago({ ago }), short: ago.replace(/^./, (first) => first.toUpperCase()) };
  const date = dateIn(speech, day);
  return { state: trust >= 0.25 ? 'not lately' : 'long ago', text: confirmed.since({ date }), short: `Not since ${date}` };
}
