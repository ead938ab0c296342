// How charts write numbers, dates and months. Rounded here once, and drawn from the rounded value, so that a ruler finds what is printed.
import { type Language, languageFacts } from '../../platform/language/languages.ts';

/** Rounded half away from zero. */
export function roundedTo(value: number, decimals: number): number {
  const size = Math.abs(value) * 10 ** decimals;
  return (Math.sign(value) * Math.floor(size + 0.5 + size * Number.EPSILON * 4)) / 10 ** decimals || 0;
}

// Made once each: a picture writes hundreds.
const formats = Array.from({ length: 4 }, (_, decimals) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals }));

/** One decimal where there is one, with a true minus: `41.5`, `26`, `−3`. */
export function numeral(value: number, decimals = 1): string {
  const result = roundedTo(value, decimals);
  return `${result < 0 ? '−' : ''}${formats[Math.min(decimals, formats.length - 1)]?.format(Math.abs(result)) ?? ''}`;
}

/** With a plus above zero: `+12.9`. */
export const signedNumeral = (value: number, decimals = 1): string =>
  `${roundedTo(value, decimals) > 0 ? '+' : ''}${numeral(value, decimals)}`;

/** Milliseconds of a local date, for a true scale of time. */
export const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return (date: string, language: Language = 'en'): string => {
    const formatter = made.get(language) ?? new Intl.DateTimeFormat(languageFacts[language].locale, { timeZone: 'UTC', ...options });
    made.set(language, formatter);
    return formatter.format(instantOf(date)).replace('Sept', 'Sep');
  };
};

/** `12 Jun` */
export const shortDate = format({ day: 'numeric', month: 'short' });
/** `12 June 2026` */
export const fullDate = format({ day: 'numeric', month: 'long', year: 'numeric' });

/** About how wide a text is drawn in CSS pixels, to keep labels apart. A little too wide is better than too narrow. */
export const textWidth = (text: string, size = 14, bold = false): number => text.length * size * (bold ? 0.56 : 0.52);
