// How fresh an entry is, in words: confirmed lately, not since, or never. Pure.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import { saidDate } from '../../platform/said.ts';

/** Days for which a confirmation counts (demo). */
export const confirmedFor = 30;

export interface ConfirmedWords {
  readonly state: 'confirmed' | 'not lately' | 'never';
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

export function confirmedWords(day: LocalDate | null, today: LocalDate): ConfirmedWords {
  if (day === null) return { state: 'never', text: 'Not confirmed yet', short: 'Not yet' };
  const said = saidDate(day);
  return daysBetween(day, today) <= confirmedFor
    ? { state: 'confirmed', text: `Confirmed on ${said}`, short: said }
    : { state: 'not lately', text: `Not confirmed since ${said}`, short: `Not since ${said}` };
}
