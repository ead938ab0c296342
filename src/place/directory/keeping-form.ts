// The form in which an entry is kept right: what it may say, and how it is shown again as it was typed.
import { z } from 'zod';
import { type AsTyped, asList, asText } from '../../platform/web/as-typed.ts';
import { optionalText, version } from '../../platform/web/fields.ts';
import type { EntryForm } from './editing.ts';
import { type DayField, holidayChoices, week } from './editing-hours.ts';
import type { Submitted } from './keeping-entry.ts';

const many = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string()).max(20));
const dayFields = Object.fromEntries(week.map(({ field }) => [field, optionalText(100)])) as Record<
  DayField,
  ReturnType<typeof optionalText>
>; // one for each day
export const entryFields = z.strictObject({
  version,
  ...dayFields,
  holidays: z.enum(holidayChoices, { error: 'Choose what holds on bank holidays.' }).optional().default('not said'),
  holiday_hours: optionalText(100),
  different_days: optionalText(2000, 'The days that are different'),
  who: optionalText(1000, 'Who it is for'),
  from_age: optionalText(3),
  to_age: optionalText(3),
  referral: z
    .enum(['needed', 'not needed', 'not stated'], { error: 'Choose whether one must be referred.' })
    .optional()
    .default('not stated'),
  how_to_use: optionalText(1000, 'How to use it'),
  phones: optionalText(500, 'Telephone'),
  email: optionalText(200, 'The e-mail address'),
  website: optionalText(300, 'The website'),
  alert: optionalText(500, 'The notice'),
  closed: z.literal('yes').optional(),
  free: many,
});
export type SentEntry = z.output<typeof entryFields>;

/** As it is saved. */
export const submitted = ({ version: seen, closed, ...rest }: SentEntry): Submitted => ({
  version: seen,
  form: { ...rest, closed: closed === 'yes' },
});

/** What was typed where it does not fit at all, such as a text that is too long. */
export function typedForm(typed: AsTyped): EntryForm {
  const text = (name: string): string => asText(typed[name]);
  return {
    ...(Object.fromEntries(week.map(({ field }) => [field, text(field)])) as Record<DayField, string>), // one for each day
    holidays: holidayChoices.find((one) => one === typed.holidays) ?? 'not said',
    holiday_hours: text('holiday_hours'),
    different_days: text('different_days'),
    who: text('who'),
    from_age: text('from_age'),
    to_age: text('to_age'),
    referral: typed.referral === 'needed' || typed.referral === 'not needed' ? typed.referral : 'not stated',
    how_to_use: text('how_to_use'),
    phones: text('phones'),
    email: text('email'),
    website: text('website'),
    alert: text('alert'),
    closed: typed.closed === 'yes',
    free: asList(typed.free),
  };
}
