// Return codes: six letters and digits that can be said aloud without mistakes, kept only as a hash.
import { createHash, randomInt } from 'node:crypto';

const letters = 'ACDEFGHJKMNPQRTUVWXY34679';

/** A new code, without characters that look or sound like others (0 O, 1 I L, 2 Z, 5 S, 8 B). */
export const newCode = (pick: (most: number) => number = randomInt): string =>
  Array.from({ length: 6 }, () => letters[pick(letters.length)]).join('');

/** As somebody may type or say it: spaces, hyphens and small letters do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** As it is read out and shown: two groups of three. */
export const showCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export const doorHash = (code: string): string =>
  createHash('sha256')
    .update(`door:${readCode(code)}`)
    .digest('hex');
