// The kinds of field a form may have, each with its limits and its words for what is wrong. Every form is built from these.
import { z } from 'zod';

const clean = (value: string): string => value.replaceAll('\u0000', '').replaceAll('\r\n', '\n');

/** A line or paragraph, kept as typed but for its ends. Empty is allowed: ask for it with `.min(1, '…')` through `needed`. */
export const text = (most: number, name = 'This answer') =>
  z
    .string({ error: `${name} is missing.` })
    .transform((value) => clean(value).trim())
    .refine((value) => value.length <= most, { error: `${name} must be ${most.toLocaleString('en-GB')} characters or fewer.` });

/** Text that must be there; `ask` says what to write, for example 'Enter your first name.'. */
export const needed = (most: number, ask: string) =>
  z
    .string({ error: ask })
    .transform((value) => clean(value).trim())
    .refine((value) => value.length > 0, { error: ask })
    .refine((value) => value.length <= most, { error: `This must be ${most.toLocaleString('en-GB')} characters or fewer.` });

export const optionalText = (most: number, name?: string) => text(most, name).optional().default('');

/** A day as it stands in its field, whatever it is: where it is none the form shows it again as typed, and the action says what to choose. */
export const dayAsTyped = z
  .string()
  .optional()
  .default('')
  .transform((value) => clean(value).trim());

/** What somebody looks for: nothing is called by more than `most`, so the rest is left out and a search always answers. */
export const searched = (most: number) =>
  z
    .string()
    .optional()
    .default('')
    .transform((value) => clean(value).trim().slice(0, most).toWellFormed());

/** One of a closed list; `ask` says what to choose. */
export const choice = <const C extends readonly [string, ...string[]]>(codes: C, ask: string) => z.enum(codes, { error: ask });

/** Any number of a closed list, as checkboxes send them: nothing, one string or several. */
export const choices = <const C extends readonly [string, ...string[]]>(codes: C, ask = 'Choose from the list.') =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(codes, { error: ask })),
  );

export const identifier = z.uuid({ error: 'That link is not complete.' });

export const version = z.coerce.number({ error: 'Load the page again.' }).int('Load the page again.').min(1, 'Load the page again.');

/** 'HH:MM', also as '2pm', '2.30pm' or '14:30'. */
export const timeOfDay = (ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .toLowerCase()
    .transform((value, context) => {
      const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(value);
      const minutes = Number(match?.[2] ?? 0);
      let hours = Number(match?.[1] ?? 99);
      const half = match?.[3];
      if (half && (hours < 1 || hours > 12)) hours = 99;
      if (half === 'pm' && hours < 12) hours += 12;
      if (half === 'am' && hours === 12) hours = 0;
      if (hours > 23 || minutes > 59) {
        context.addIssue({ code: 'custom', message: ask });
        return z.NEVER;
      }
      return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    });
