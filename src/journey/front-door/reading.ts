// Reads what somebody typed at the door: strict about which fields there are, kind about how they are filled in. One sentence for each fault, from the texts.
import { z } from 'zod';
import type { LocalDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import { readPartialDate } from '../people/partial-date.ts';
import { readPostcode } from '../people/postcode.ts';
import { dateOfParts, plainFigures } from '../people/typed-date.ts';
import { type Control, fieldsOf, type Question } from './question.ts';

/** As typed: one string a field, or several for boxes that were ticked. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Kept as typed but for its ends, line ends, and what no database can hold. */
const clean = (typed: string): string => typed.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();

const words = z.string({ error: 'Send each answer once.' }).transform(clean).optional().default('');

const several = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.string().transform(clean)),
);

/** The input of a form made of these questions, and `more` fields of its own. An unknown field is refused. */
export const schemaOf = (questions: readonly Question[], more: z.core.$ZodLooseShape = {}) =>
  z.strictObject({
    ...Object.fromEntries(
      questions.flatMap((question) => fieldsOf(question).map((field) => [field, question.control === 'many' ? several : words])),
    ),
    ...more,
  });

/** What was typed for these questions only, without what the form carries beside them. */
export function fieldsFor(questions: readonly Question[], typed: Readonly<Record<string, unknown>>): Fields {
  const kept: Record<string, string | readonly string[]> = {};
  for (const field of questions.flatMap(fieldsOf)) {
    const value = typed[field];
    if (typeof value === 'string') kept[field] = value;
    else if (Array.isArray(value)) kept[field] = value.filter((one) => typeof one === 'string');
  }
  return kept;
}

export const lineOf = (fields: Fields, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};
export const listOf = (fields: Fields, field: string): readonly string[] => {
  const value = fields[field];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
};
export const isTicked = (fields: Fields, field: string): boolean => lineOf(fields, field) === 'yes';

/** The date of a question in three fields, as the reader of dates takes it; '' when all three are empty. */
export const typedDate = (fields: Fields, code: string): string =>
  dateOfParts(lineOf(fields, `${code}-day`), lineOf(fields, `${code}-month`), lineOf(fields, `${code}-year`));

export const isPhone = (typed: string): boolean =>
  /^\+?[\d\s().-]{7,24}$/.test(plainFigures(typed)) && plainFigures(typed).replaceAll(/\D/g, '').length >= 7;
export const isEmail = (typed: string): boolean => /^[^\s@<>"',;]{1,64}@[^\s@<>"',;]{1,180}\.[^\s@<>"',;]{2,}$/.test(typed);

export interface FaultWords {
  readonly tooLong: (facts: { readonly most: number }) => string;
  readonly choose: string;
  readonly badPhone: string;
  readonly badEmail: string;
  readonly badPostcode: string;
  readonly needYear: string;
  readonly badDate: string;
  readonly futureDate: string;
}

type Check = (question: Question, fields: Fields, say: FaultWords, today: LocalDate) => string | null;

const withinChoices: Check = (question, fields, say) =>
  listOf(fields, question.code).every((one) => question.codes?.includes(one)) ? null : say.choose;

const yesOrNothing: Check = (question, fields, say) =>
  fieldsOf(question).every((field) => ['', 'yes'].includes(lineOf(fields, field))) ? null : say.choose;

const checks: Readonly<Partial<Record<Control, Check>>> = {
  one: withinChoices,
  many: withinChoices,
  list: withinChoices,
  large: withinChoices,
  tick: yesOrNothing,
  ticks: yesOrNothing,
  phone: (question, fields, say) => {
    const typed = lineOf(fields, question.code);
    return typed === '' || isPhone(typed) ? null : say.badPhone;
  },
  email: (question, fields, say) => {
    const typed = lineOf(fields, question.code);
    return typed === '' || isEmail(typed) ? null : say.badEmail;
  },
  postcode: (question, fields, say) => {
    const typed = plainFigures(lineOf(fields, question.code));
    return typed === '' || readPostcode(typed).ok ? null : say.badPostcode;
  },
  day: (question, fields, say, today) => {
    const typed = typedDate(fields, question.code);
    if (typed === '') return null;
    if (lineOf(fields, `${question.code}-year`) === '') return say.needYear;
    if (readPartialDate(typed, { latest: today }).ok) return null;
    return readPartialDate(typed).ok ? say.futureDate : say.badDate;
  },
};

/** Every fault in the answers to these questions, one a question, in their order. */
export function faultsIn(questions: readonly Question[], fields: Fields, say: FaultWords, today: LocalDate): Fault[] {
  return questions.flatMap((question): Fault[] => {
    const tooLong = question.most !== undefined && [...lineOf(fields, question.code)].length > question.most;
    const message = tooLong
      ? say.tooLong({ most: question.most ?? 0 })
      : (checks[question.control]?.(question, fields, say, today) ?? null);
    return message === null ? [] : [{ field: question.control === 'day' ? `${question.code}-day` : question.code, message }];
  });
}
