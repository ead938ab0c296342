// Reads and shows an NHS number. Whether it belongs to the person is traced elsewhere; here it is only well formed or not.
import { type Reading, read, unreadable } from './reading.ts';

/** Ten digits without spaces that passed the check. */
export type NhsNumber = string;

const separators = /[\s\-\u2010-\u2015]/g;

/** 2000000002 and its like pass the arithmetic and are never issued: one digit at both ends, one other between. */
const filler = /^(\d)(\d)\2{7}\1$/;

/** Check digit of nine digits by modulus 11 with weights 10 to 2 (NHS Data Dictionary); 10 means that the nine are never issued. */
export function nhsCheckDigit(nine: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += (10 - place) * Number(nine[place]);
  return (11 - (sum % 11)) % 11;
}

export function readNhsNumber(typed: string): Reading<NhsNumber> {
  const digits = typed.replace(separators, '');
  if (digits === '') return unreadable('Enter the NHS number, or leave it out and say why it is missing.');
  if (!/^[0-9]+$/.test(digits)) return unreadable('An NHS number has digits only. Check for letters or other signs.');
  if (digits.length !== 10) return unreadable(`An NHS number has 10 digits. This one has ${digits.length}.`);
  if (filler.test(digits)) return unreadable('This is not a real NHS number. Leave it out if you do not know it.');
  if (nhsCheckDigit(digits.slice(0, 9)) !== Number(digits[9]))
    return unreadable('This NHS number has a typing mistake in it. Check each digit against the letter or card.');
  return read(digits);
}

/** '943 476 5919', as printed on letters. */
export const formatNhsNumber = (number: NhsNumber): string => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
