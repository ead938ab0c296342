// What somebody typed into “find”, read: a name, an NHS number, a referral's number, or words of a service or page. Pure.
import { readNhsNumber } from '../people/nhs-number.ts';

export type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'nhs number'; readonly number: string }
  | { readonly kind: 'referral'; readonly number: number }
  | { readonly kind: 'words'; readonly words: string; readonly name: { readonly first: string; readonly second: string } | null };

/** Fewest letters of a name before anybody is looked for, so that nobody is listed by an initial. */
export const fewestLetters = 3;

export function readAsked(typed: string): Asked {
  const words = typed.trim().replaceAll(/\s+/gu, ' ');
  if (words === '') return { kind: 'nothing' };
  const referral = /^r\s?-?\s?(\d{1,9})$/i.exec(words);
  if (referral) return { kind: 'referral', number: Number(referral[1]) };
  if (/^[\d\s-]+$/.test(words)) {
    const read = readNhsNumber(words);
    if (read.ok) return { kind: 'nhs number', number: read.value };
  }
  const small = words.toLowerCase();
  const [first = '', ...others] = small.split(' ');
  // A name is looked for by its first word and all the rest, so that “carol wh” and “ana de la” both find.
  return { kind: 'words', words: small, name: first.length >= fewestLetters ? { first, second: others.join(' ') } : null };
}

/** Every word typed begins a word of the text. */
export function matches(text: string, words: string): boolean {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}’']+/u);
  return words.split(' ').every((word) => parts.some((part) => part.startsWith(word)));
}
