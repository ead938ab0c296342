// From what somebody types to what the database searches by, and from a publisher's words to whether one must be referred. Pure.
import type { Referral } from './model.ts';

const mostWords = 8;

/** Letters and digits only, each word also as the beginning of a longer one: 'walk-in, Café' → 'walk:* & in:* & Café:*'. '' when nothing can be searched. */
export const prefixQuery = (typed: string): string =>
  [...typed.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, mostWords)
    .map(([word]) => `${word.slice(0, 50)}:*`)
    .join(' & ');

/** Small words that Arabic writes at the beginning of others. */
const joined = /^(?:وال|بال|ال|لل|و|ل|ب)(?=\p{L}{3})/u;

const beginnings = (listed: string): string[] => listed.split(',').map((one) => one.trim().toLowerCase());

/**
 * What somebody typed in their language, as words that an English list holds: 'sen' → ['sleep']. Words that mean none of these are left out; empty where
 * none of them does. `theirs` and `english` list beginnings of words by what they mean, set apart by commas.
 */
export function wordsInEnglish<Meaning extends string>(
  typed: string,
  theirs: Readonly<Record<Meaning, string>>,
  english: Readonly<Record<Meaning, string>>,
): string[] {
  const words = [
    ...typed
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu),
  ].flatMap(([word]) => [word, word.replace(joined, '')]);
  // A record of texts has exactly these names.
  return (Object.keys(theirs) as Meaning[])
    .filter((meaning) => beginnings(theirs[meaning]).some((beginning) => words.some((word) => word.startsWith(beginning))))
    .flatMap((meaning) => beginnings(english[meaning])[0] ?? []);
}

const plainly: readonly { readonly says: RegExp; readonly referral: Referral }[] = [
  {
    says: /\b(?:no|without(?: a)?|do(?:es)? not need(?: a)?|don[’']t need(?: a)?) (?:formal |professional |gp )?referral\b|\breferral (?:is )?not (?:needed|required|necessary)\b/i,
    referral: 'not needed',
  },
  {
    says: /\bself[- ]refer|\bdrop[- ]in\b|\bwalk[- ]in\b|\bjust (?:turn|come|drop)\b|\bopen to (?:all|anyone|everyone)\b/i,
    referral: 'not needed',
  },
  {
    says: /\breferral (?:is )?(?:needed|required|necessary)\b|\b(?:by|via|through) (?:a )?(?:gp |professional )?referral\b|\breferral only\b/i,
    referral: 'needed',
  },
];

/** Only what is said plainly counts; the rest is not stated. */
export const referralSaid = (howToUse: string | undefined): Referral =>
  plainly.find(({ says }) => says.test(howToUse ?? ''))?.referral ?? 'not stated';
