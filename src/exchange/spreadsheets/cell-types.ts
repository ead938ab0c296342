// Reads one cell as one kind of answer: text, a date, a code of a list, yes or no, a number that identifies. Each fault says how to put it right.
import { readNhsNumber } from '../../journey/people/nhs-number.ts';
import { readPartialDate } from '../../journey/people/partial-date.ts';
import { readPostcode } from '../../journey/people/postcode.ts';
import { type Reading, read, unreadable } from '../../journey/people/reading.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { didYouMean } from '../../platform/closest.ts';
import { type CodeSetName, entriesOf } from '../../platform/codes/codes.ts';

export interface CellContext {
  /** No birth or referral is later than this day. */
  readonly today: LocalDate;
}

/** Reads a cell that is not empty into the form it is stored in. */
export type CellType = (cell: string, context: CellContext) => Reading<string>;

const counted = new Intl.NumberFormat('en-GB');

export const text =
  (longest: number): CellType =>
  (cell) =>
    cell.length > longest ? unreadable(`This is longer than ${counted.format(longest)} letters. Shorten it.`) : read(cell);

/** Year, month and year, or whole date. */
export const pastDate: CellType = (cell, { today }) => readPartialDate(cell, { latest: today });

export const wholeDate: CellType = (cell, context) => {
  const reading = pastDate(cell, context);
  return reading.ok && reading.value.length < 10 ? unreadable('Write the whole date, such as 14/03/2026.') : reading;
};

export const nhsNumber: CellType = (cell) =>
  /^\d\.?\d*e\+?\d+$/i.test(cell)
    ? unreadable('The spreadsheet program shortened this number. Format the column as text and type the number again.')
    : readNhsNumber(cell);

export const postcode: CellType = (cell) => {
  const reading = readPostcode(cell);
  return reading.ok ? read(reading.value.postcode) : reading;
};

export const phone: CellType = (cell) => {
  const digits = cell.replace(/\D/g, '');
  if (/^\d\.?\d*e\+?\d+$/i.test(cell) || /^7\d{9}$/.test(cell))
    return unreadable('The spreadsheet program took off the first 0. Format the column as text and type the number again.');
  if (!/^[\d\s+().\-\u2010-\u2015/]+$/.test(cell)) return unreadable('A phone number has digits only. Put words in another column.');
  if (digits.length < 10 || digits.length > 15) return unreadable(`A phone number has 10 or 11 digits. This one has ${digits.length}.`);
  return read(cell);
};

export const email: CellType = (cell) => {
  const found = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/.test(cell);
  return found && cell.length <= 254 ? read(cell) : unreadable('This is not an e-mail address. It should look like name@example.org.');
};

const letters = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const yesNoWords: Readonly<Record<string, string>> = {
  y: 'yes',
  yes: 'yes',
  true: 'yes',
  '1': 'yes',
  ok: 'yes',
  n: 'no',
  no: 'no',
  false: 'no',
  '0': 'no',
  'not sure': 'not sure',
  unsure: 'not sure',
  'don t know': 'not sure',
  'do not know': 'not sure',
  'not known': 'not sure',
  unknown: 'not sure',
  'prefer not to say': 'prefer not to say',
  declined: 'prefer not to say',
  'not stated': 'prefer not to say',
};

/** 'yes', 'no', 'not sure' or 'prefer not to say'. An empty cell means “not asked” and never gets here. */
export const yesOrNo: CellType = (cell) => {
  const answer = yesNoWords[letters(cell)];
  return answer === undefined ? unreadable('Write yes, no, not sure, or prefer not to say. Leave it empty if not asked.') : read(answer);
};

const firstWords = (label: string | null | undefined): string => letters((label ?? '').replace(/\(.*/, ''));

/** The code of a list, given as the code itself or in words, capitals, signs and brackets aside. `also` holds other words for a code. */
export const codeOf =
  (set: CodeSetName, also: Readonly<Record<string, string>> = {}): CellType =>
  (cell) => {
    const wanted = letters(cell);
    const entries = entriesOf(set);
    const code = also[wanted] ?? cell;
    const entry =
      entries.find((each) => each.code === code) ??
      entries.find((each) => letters(each.code) === wanted) ??
      entries.find(({ label, words }) => letters(label ?? '') === wanted || letters(words ?? '') === wanted) ??
      entries.find(({ label, words }) => firstWords(label) === wanted || firstWords(words) === wanted);
    if (entry !== undefined && wanted !== '') return read(entry.code);
    const known = entries.map(({ code, label, words }) => words ?? label ?? code);
    return unreadable(
      `“${cell.slice(0, 40)}” is not in the list. ${didYouMean(cell.slice(0, 80), known) || 'Use the words of the form.'}`.trim(),
    );
  };
