// Reads a fact out of what a form or record holds, and says it in words. "Not asked", "asked, declined" and "not known" are three stored
// values: all three count as missing, each under its own name, unless the table lists them as answers.
import type { Input, Value } from './table.ts';

export const missingBecause = ['not asked', 'asked, chose not to say', 'not known'] as const;
export type MissingBecause = (typeof missingBecause)[number];

export type Datum =
  | { readonly kind: 'present'; readonly value: Value }
  | { readonly kind: 'missing'; readonly because: MissingBecause }
  | { readonly kind: 'unreadable'; readonly message: string };

const STORED_AS_MISSING: Readonly<Record<string, MissingBecause>> = {
  '': 'not asked',
  not_asked: 'not asked',
  'not asked': 'not asked',
  declined: 'asked, chose not to say',
  'asked, declined': 'asked, chose not to say',
  not_known: 'not known',
  'not known': 'not known',
};

/** One fact of `data` as the table's input wants it. A value of the wrong kind is unreadable, never quietly missing. */
export function readDatum(input: Input, stored: unknown): Datum {
  if (stored === undefined || stored === null) return { kind: 'missing', because: 'not asked' };
  if (typeof stored === 'string' && !allows(input, stored)) {
    const because = Object.hasOwn(STORED_AS_MISSING, stored) ? STORED_AS_MISSING[stored] : undefined;
    if (because) return { kind: 'missing', because };
  }
  const value = readers[input.type](input, stored);
  return value === undefined
    ? { kind: 'unreadable', message: `The answer to “${input.label}” is not one this table knows.` }
    : { kind: 'present', value };
}

const allows = (input: Input, code: string): boolean => input.values?.some((value) => value.code === code) ?? false;

const readers: Record<Input['type'], (input: Input, stored: unknown) => Value | undefined> = {
  code: (input, stored) => (typeof stored === 'string' && (input.values === undefined || allows(input, stored)) ? stored : undefined),
  // One choice made on its own is a list of one.
  codes: (input, stored) => {
    const codes: unknown = typeof stored === 'string' ? [stored] : stored;
    return Array.isArray(codes) && codes.every((code) => typeof code === 'string' && (input.values === undefined || allows(input, code)))
      ? codes
      : undefined;
  },
  number: (_, stored) => (typeof stored === 'number' && Number.isFinite(stored) ? stored : undefined),
  boolean: (_, stored) => (typeof stored === 'boolean' ? stored : undefined),
  date: (_, stored) => (typeof stored === 'string' && isDay(stored) ? stored : undefined),
};

/** Whether the text is a day that exists, as YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};

const dayInWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** The value as a person would say it: labels for codes, 'Yes' and 'No', '21 November 2026', '28 days'. */
export function inWords(input: Input, value: Value): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return input.unit ? `${value} ${value === 1 ? input.unit.replace(/s$/, '') : input.unit}` : String(value);
  if (typeof value === 'object')
    return value.length === 0
      ? 'nothing chosen'
      : listed(
          value.map((code) => labelOf(input, code)),
          'and',
        );
  return input.type === 'date' ? dayInWords.format(new Date(`${value}T00:00:00Z`)) : labelOf(input, value);
}

export const labelOf = (input: Input, code: string): string => input.values?.find((value) => value.code === code)?.label ?? code;

/** 'a', 'a or b', 'a, b or c'. */
export function listed(words: readonly string[], joiner: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`;
}
