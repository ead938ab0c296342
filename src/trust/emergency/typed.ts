// Reads what was typed to open a record in an emergency, with every fault at once. Pure.
import type { Fault } from '../../platform/problem.ts';
import { type AskedToOpen, hoursToChoose, type LookedFor, partsToChoose } from './model.ts';

/** As it was typed; `parts` are the codes that were ticked. */
export interface Typed {
  readonly record: string;
  readonly given: string;
  readonly family: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly nhs_number: string;
  readonly reason: string;
  readonly words: string;
  readonly parts: readonly string[];
  readonly hours: string;
  readonly unsafe: string;
  readonly not_told_because: string;
}

export const nothingTyped: Typed = {
  record: '',
  given: '',
  family: '',
  day: '',
  month: '',
  year: '',
  nhs_number: '',
  reason: '',
  words: '',
  parts: [],
  hours: '1',
  unsafe: '',
  not_told_because: '',
};

export const longestReason = 500;
const fewestLetters = 10;

/** 'YYYY-MM-DD' of a day that there is; null for any other. */
function wholeDate({ day, month, year }: Pick<Typed, 'day' | 'month' | 'year'>): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}

function whoWasTyped(typed: Typed, errors: Fault[]): LookedFor {
  if (typed.record) return { by: 'record', personId: typed.record };
  const number = typed.nhs_number.replaceAll(/[\s\-\u2010-\u2015]/g, '');
  if (number) {
    if (!/^\d{10}$/.test(number)) errors.push({ field: 'nhs_number', message: 'An NHS number has 10 digits.' });
    return { by: 'nhs number', number };
  }
  const born = wholeDate(typed);
  if (!typed.given) errors.push({ field: 'given', message: 'Enter a first name, or the NHS number alone.' });
  if (!typed.family) errors.push({ field: 'family', message: 'Enter a family name, or the NHS number alone.' });
  if (!born) errors.push({ field: 'born-day', message: 'Enter the whole date of birth, or the NHS number alone.' });
  return { by: 'name', given: typed.given, family: typed.family, born: born ?? '' };
}

export function readTyped(typed: Typed, reasons: readonly string[], mostHours: number): { asked: AskedToOpen; errors: Fault[] } {
  const errors: Fault[] = [];
  const who = whoWasTyped(typed, errors);
  if (!reasons.includes(typed.reason)) errors.push({ field: 'reason', message: 'Choose why.' });
  if (typed.words.length < fewestLetters) errors.push({ field: 'words', message: 'Say in a sentence what has happened.' });
  for (const field of ['words', 'not_told_because'] as const)
    if (typed[field].length > longestReason)
      errors.push({ field, message: `Use at most ${longestReason} characters. This has ${typed[field].length}.` });
  const parts = partsToChoose.filter((part) => typed.parts.includes(part));
  if (!hoursToChoose(mostHours).some((hours) => hours === typed.hours)) errors.push({ field: 'hours', message: 'Choose for how long.' });
  if (typed.unsafe && !typed.not_told_because) errors.push({ field: 'not_told_because', message: 'Say why telling them would be unsafe.' });
  return {
    asked: {
      who,
      reason: typed.reason,
      words: typed.words,
      parts,
      hours: Number(typed.hours),
      notToldBecause: typed.unsafe ? typed.not_told_because : '',
    },
    errors,
  };
}
