// How long something may take, written as people say it: "4 hours", "2 working days", "same day", "next meeting of weekly-hub".
// Reads the words; counting the time from them is for whoever runs the clock.

export type Target =
  | { readonly kind: 'now' }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'working days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'same day' }
  | { readonly kind: 'same working day' }
  | { readonly kind: 'next meeting'; readonly meeting: string }
  /** Set elsewhere: by the partner, by the response chosen, by the level, in the meeting. */
  | { readonly kind: 'set'; readonly by: string }
  | { readonly kind: 'none' };

const PATTERNS: readonly (readonly [RegExp, (number: number, rest: string) => Target])[] = [
  [/^now$/, () => ({ kind: 'now' })],
  [/^(\d+) hours?$/, (hours) => ({ kind: 'hours', hours })],
  [/^(\d+) days?$/, (days) => ({ kind: 'days', days })],
  [/^(\d+) weeks?$/, (weeks) => ({ kind: 'days', days: weeks * 7 })],
  [/^(\d+) working days?$/, (days) => ({ kind: 'working days', days })],
  [/^(\d+) months?$/, (months) => ({ kind: 'months', months })],
  [/^same day$/, () => ({ kind: 'same day' })],
  [/^same working day$/, () => ({ kind: 'same working day' })],
  [/^()next meeting of ([a-z0-9-]+)$/, (_, meeting) => ({ kind: 'next meeting', meeting })],
  [/^()set by (the .+)$/, (_, by) => ({ kind: 'set', by })],
  [/^none$/, () => ({ kind: 'none' })],
];

export const targetHelp =
  'Write it like “4 hours”, “28 days”, “2 working days”, “1 month”, “same day”, “next meeting of weekly-hub”, “set by the partner” or “none”.';

/** The target, or undefined when the words are not known. */
export function readTarget(words: string): Target | undefined {
  for (const [pattern, make] of PATTERNS) {
    const found = pattern.exec(words.trim().toLowerCase());
    if (found) return make(Number(found[1]), found[2] ?? '');
  }
  return undefined;
}
