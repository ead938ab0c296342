// From what somebody types to what the database searches by, and from a publisher's words to whether one must be referred. Pure.
import type { Referral } from './model.ts';

const mostWords = 8;

/** Letters and digits only, each word also as the beginning of a longer one: 'walk-in, Café' → 'walk:* & in:* & Café:*'. '' when nothing can be searched. */
export const prefixQuery = (typed: string): string =>
  [...typed.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, mostWords)
    .map(([word]) => `${word.slice(0, 50)}:*`)
    .join(' & ');

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
