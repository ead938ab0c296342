// The kinds of field that forms about changes have beside words: days and money.
import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../platform/clock.ts';
import { readMoney } from './money.ts';

/** 'YYYY-MM-DD'; `ask` says what to give. */
export const dayField = (ask: string) => z.string({ error: ask }).trim().refine(isLocalDate, { error: ask });

/** A day, or null where nothing was given. */
export const optionalDay = (ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .optional()
    .default('')
    .refine((value) => value === '' || isLocalDate(value), { error: ask })
    .transform((value): LocalDate | null => (value === '' ? null : value));

const badMoney = 'Write an amount in pounds, such as 410,000 or 99.50, or leave it empty.';

/** Pence, or null where nothing was given. */
export const moneyField = z
  .string({ error: badMoney })
  .optional()
  .default('')
  .transform((value, context): number | null => {
    const pence = readMoney(value);
    if (pence !== undefined) return pence;
    context.addIssue({ code: 'custom', message: badMoney });
    return z.NEVER;
  });

/** What was typed, by name, as one line each. */
export const lines = <Name extends string>(
  names: readonly Name[],
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<Name, string>> =>
  Object.fromEntries(
    names.map((name) => {
      const value = typed[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  ) as Readonly<Record<Name, string>>; // made from these very names
