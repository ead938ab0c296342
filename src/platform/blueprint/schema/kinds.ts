// The small kinds of value that every part of a blueprint is made of, each refusing what is not one in words that say how to write it.
import { z } from 'zod';
import { didYouMean } from '../../closest.ts';
import { type CodeOf, type CodeSetName, codesOf, isCode } from '../../codes/codes.ts';
import { hoursHelp, type OpeningHours, readHours, readTime } from '../hours.ts';
import { readTarget, type Target, targetHelp } from '../target.ts';

/** A fault's message and its fix travel as one zod message, parted by this. */
export const FIX = '\u0001';

/** The key of an entry: 'early-help'. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `A key is small letters, figures and hyphens.${FIX}Write it like “early-help”.`);

/** The key of a response: 'H24'. */
export const responseKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, `The key of a response is capitals and figures.${FIX}Write it like “H24”.`);

/** Words people read. */
export const text = z.string().trim().min(1, `This is empty.${FIX}Write it in plain words, or take the line out.`);

/** A local date, '2026-04-01'. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, `This is not a date.${FIX}Write year, month and day, like 2026-04-01.`)
  .refine(
    (day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
    `There is no such day.${FIX}Check the month and the day.`,
  );

/** From when, and until when, something holds. */
export const dated = { from: date, until: date.optional() };

export const count = z.number().int().min(1, `This must be 1 or more.${FIX}Write a whole number.`);

/** A code of one of the product's or the nation's lists. */
export const codeFrom = <Name extends CodeSetName>(set: Name) =>
  z.string().transform((value, context): CodeOf<Name> => {
    if (isCode(set, value)) return value;
    context.addIssue({ code: 'custom', message: `“${value}” is not in the list ${set}.${FIX}${didYouMean(value, codesOf(set))}` });
    return z.NEVER;
  });

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: (issue) => `“${String(issue.input)}” is not known here.${FIX}${didYouMean(String(issue.input), words)}` });

export const target = z.string().transform((words, context): Target => {
  const read = readTarget(words);
  if (read) return read;
  context.addIssue({ code: 'custom', message: `“${words}” is not a time we can count.${FIX}${targetHelp}` });
  return z.NEVER;
});

export const hours = z.record(z.string(), z.string()).transform((written, context): OpeningHours => {
  const read = readHours(written);
  if (!('unread' in read)) return read;
  context.addIssue({ code: 'custom', message: `“${read.unread}” cannot be read as opening hours.${FIX}${hoursHelp}` });
  return z.NEVER;
});

/** A time of day such as 8pm, in minutes since midnight by the clock on the wall. */
export const timeOfDay = z.string().transform((written, context): number => {
  const [hours, minutes] = readTime(written.toLowerCase())?.split(':').map(Number) ?? [];
  if (hours !== undefined && minutes !== undefined) return hours * 60 + minutes;
  context.addIssue({ code: 'custom', message: `“${written}” is not a time of day.${FIX}Write it like 8pm, 7:30am or midnight.` });
  return z.NEVER;
});

export const phone = z
  .string()
  .regex(/^[+\d][\d ]{2,}$/, `This is not a phone number.${FIX}Write figures and spaces, in quotes, like "01632 960123".`);

export const email = z.email({ error: `This is not an email address.${FIX}Write it like hello@example.org.` });

export const webAddress = z.url({ protocol: /^https$/, error: `This is not a web address.${FIX}Start it with https://.` });

/** BCP-47, such as 'en' or 'ar'. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, `This is not a language tag.${FIX}Write it like en, ar or pl.`);

/** Entries by key. */
export const entries = <Entry extends z.ZodType>(entry: Entry) => z.record(key, entry);
