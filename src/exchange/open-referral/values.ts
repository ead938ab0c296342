// Reads single values of published JSON, checked by Zod. What does not fit is left out with a fault that names its place; the rest of the record stays.
import { z } from 'zod';
import type { Fault } from '../../platform/problem.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const cleaned = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** Text as published; a number is taken as its digits. */
export const text = z
  .union([z.string(), z.number().transform(String)], { error: 'Should be text.' })
  .transform(cleaned)
  .refine((value) => value.length <= 100_000, { error: 'Is longer than 100,000 letters.' });

export const identifier = text
  .transform((value) => value.trim())
  .refine((value) => value !== '' && value.length <= 200, { error: 'Should be an id.' });

export const dayCodes: Readonly<Record<string, string>> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};

/** 'Monday' as 'MO'; anything else in capitals, as it may be a code. */
export const dayCode = (typed: string): string => dayCodes[typed.toLowerCase()] ?? typed.toUpperCase();

/** Only addresses that a browser can be sent to safely. */
export const webAddress = text
  .transform((value) => value.trim())
  .transform((value) => (/^www\./i.test(value) ? `https://${value}` : value))
  .refine((value) => /^https?:\/\/[^\s<>"']+$/i.test(value) && URL.canParse(value), {
    error: 'Should be a web address that begins with http.',
  });

export const emailAddress = text
  .transform((value) => value.trim().replace(/^mailto:/i, ''))
  .refine((value) => /^[^\s@<>"']+@[^\s@<>"']+$/.test(value), { error: 'Should be an e-mail address.' });

export const number = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\s*-?\d+(\.\d+)?\s*$/)
        .transform(Number),
    ],
    { error: 'Should be a number.' },
  )
  .refine(Number.isFinite, { error: 'Should be a number.' });

export const wholeNumber = number.refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'Should be a whole number.' });
export const age = number.refine((value) => value >= 0 && value <= 150, { error: 'Should be an age in years.' });
export const latitude = number.refine((value) => Math.abs(value) <= 90, { error: 'Should be between −90 and 90.' });
export const longitude = number.refine((value) => Math.abs(value) <= 180, { error: 'Should be between −180 and 180.' });

/** The day of a date or instant; one that does not exist is refused. */
export const day = z
  .string({ error: 'Should be a date.' })
  .transform((value) => value.trim().slice(0, 10))
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value),
    {
      error: 'Should be a date such as 2026-11-21.',
    },
  );

export const instant = z
  .string({ error: 'Should be a date and time.' })
  .refine((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)), { error: 'Should be a date and time.' })
  .transform((value) => new Date(value).toISOString());

/** '9:00', '09:00:00' and '09:00:00Z' are nine o’clock on the wall. '24:00' is midnight. */
export const clockTime = z
  .string({ error: 'Should be a time.' })
  .transform((value) => /^\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(value))
  .refine((found) => found !== null && (Number(found[1]) < 24 || /^24:00/.test(found[0])) && Number(found[2]) < 60, {
    error: 'Should be a time such as 09:00.',
  })
  .transform((found) => `${String(Number(found?.[1] ?? 0) % 24).padStart(2, '0')}:${found?.[2] ?? '00'}`);

/** A choice of words, whatever its capitals. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (words.find((word) => word.toLowerCase() === value.trim().toLowerCase()) ?? value) : value),
    z.enum(words, { error: `Should be one of: ${words.join(', ')}.` }),
  );

export class Faults {
  readonly all: Fault[] = [];
  count = 0;

  add(field: string, message: string): void {
    this.count++;
    if (this.all.length < 500) this.all.push({ field, message });
  }
}

const absent = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Published records nest seven deep; a record that nests without end would fill the stack. */
const deepest = 20;

/** Reads the fields of one object at one place in the JSON. Older names of a field may follow its own. */
export class FieldReader {
  readonly #object: Json;
  readonly #place: string;
  readonly #faults: Faults;
  readonly #depth: number;

  constructor(object: Json, place: string, faults: Faults, depth = 0) {
    this.#depth = depth;
    this.#object = object;
    this.#place = place;
    this.#faults = faults;
  }

  get place(): string {
    return this.#place;
  }

  #raw(names: readonly string[]): { readonly name: string; readonly value: unknown } | undefined {
    for (const name of names) {
      const value = Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
      if (!absent(value)) return { name, value };
    }
    return undefined;
  }

  has(...names: readonly string[]): boolean {
    return this.#raw(names) !== undefined;
  }

  /** The value, or undefined when it is not there; undefined with a fault when it does not fit. */
  optional<Schema extends z.ZodType>(schema: Schema, ...names: readonly string[]): z.output<Schema> | undefined {
    const raw = this.#raw(names);
    if (raw === undefined) return undefined;
    const parsed = schema.safeParse(raw.value);
    if (parsed.success) return parsed.data;
    this.#faults.add(`${this.#place}.${raw.name}`, parsed.error.issues[0]?.message ?? 'Does not fit.');
    return undefined;
  }

  /** As `optional`, with a fault when it is not there. */
  required<Schema extends z.ZodType>(schema: Schema, ...names: readonly string[]): z.output<Schema> | undefined {
    if (!this.has(...names)) this.#faults.add(`${this.#place}.${names[0]}`, 'Is missing.');
    return this.optional(schema, ...names);
  }

  #inside(object: Json, place: string): FieldReader | undefined {
    if (this.#depth < deepest) return new FieldReader(object, place, this.#faults, this.#depth + 1);
    this.#faults.add(place.slice(0, 200), 'Is nested too deep.');
    return undefined;
  }

  object(...names: readonly string[]): FieldReader | undefined {
    const raw = this.#raw(names);
    if (raw === undefined) return undefined;
    if (isObject(raw.value)) return this.#inside(raw.value, `${this.#place}.${raw.name}`);
    this.#faults.add(`${this.#place}.${raw.name}`, 'Should be an object.');
    return undefined;
  }

  /** The objects of a list; one object alone counts as a list of one. */
  list(...names: readonly string[]): readonly FieldReader[] {
    const raw = this.#raw(names);
    if (raw === undefined) return [];
    const place = `${this.#place}.${raw.name}`;
    if (isObject(raw.value)) return [this.#inside(raw.value, place)].filter((inside) => inside !== undefined);
    if (!Array.isArray(raw.value)) {
      this.#faults.add(place, 'Should be a list.');
      return [];
    }
    return raw.value.flatMap((item: unknown, at) => {
      if (isObject(item)) return this.#inside(item, `${place}[${at}]`) ?? [];
      this.#faults.add(`${place}[${at}]`, 'Should be an object.');
      return [];
    });
  }
}

/** The object without the keys whose value is undefined, so that “not said” is a missing key. */
export function said<Record extends object>(record: Record): { [Key in keyof Record]: Exclude<Record[Key], undefined> } {
  // Only keys with a value are left, which is what the type says.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Record]: Exclude<Record[Key], undefined>;
  };
}
