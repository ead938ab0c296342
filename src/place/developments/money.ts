// Money in whole pence: read as people type it, said as they read it, and what does not add up told in plain words. Pure.
import { plainNumber } from '../../platform/numbers.ts';
import type { Development, Funding, FundingLine } from './model.ts';

const mostPence = 1_000_000_000_000;

/** Whole pounds, together or in threes with commas or spaces between, then pence if any: '1,5' may mean 1.50 or 15, and is read as neither. */
const asTyped = /^£?\s*(\d{1,11}|\d{1,3}(?:[,\s]\d{3}){1,3})(?:\.(\d{2}))?$/;

/** '£410,000' → 41000000; '' → null; undefined where it cannot be read. Whole pence, never more than ten thousand million pounds. */
export function readMoney(typed: string): number | null | undefined {
  const bare = typed.trim();
  if (bare === '' || bare === '£') return null;
  const [, pounds, rest = '0'] = asTyped.exec(bare) ?? [];
  if (pounds === undefined) return undefined;
  const pence = Number(pounds.replaceAll(/[,\s]/g, '')) * 100 + Number(rest);
  return pence <= mostPence ? pence : undefined;
}

/** 41000000 → '£410,000'; 1050 → '£10.50'. */
export const saidMoney = (pence: number): string =>
  pence % 100 === 0 ? `£${plainNumber(pence / 100)}` : `£${plainNumber(Math.floor(pence / 100))}.${String(pence % 100).padStart(2, '0')}`;

/** As it stands in a field, for changing it. */
export const typedMoney = (pence: number | null): string => (pence === null ? '' : saidMoney(pence).slice(1));

export const saidAmount = ({ amountPence, recurring }: Pick<FundingLine, 'amountPence' | 'recurring'>): string =>
  amountPence === null ? 'Amount not said' : `${saidMoney(amountPence)}${recurring ? ' a year' : ', once'}`;

const sumOf = (parts: readonly (number | null)[]): number => parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);

/** What is to be said of a line's parts against its whole; '' where they add up. */
export function lineSentence({ amountPence }: Pick<FundingLine, 'amountPence'>, parts: readonly Pick<Funding, 'amountPence'>[]): string {
  const known = sumOf(parts.map((part) => part.amountPence));
  const open = parts.filter((part) => part.amountPence === null).length;
  if (parts.length === 0)
    return amountPence === null ? 'It pays for nothing yet.' : `${saidMoney(amountPence)} is not given to anything yet.`;
  if (amountPence === null) return known > 0 ? `${saidMoney(known)} of it is given out. Nobody has said how much there is.` : '';
  if (known > amountPence) return `${saidMoney(known - amountPence)} more is given out than there is.`;
  const rest = amountPence - known;
  if (rest === 0) return open > 0 ? 'All of it is given out, and more is to be paid from it.' : '';
  if (open > 0) return `${saidMoney(rest)} is left for what has no amount yet.`;
  return `${saidMoney(rest)} is not given to anything yet.`;
}

/** What is to be said of what pays for a development against what it costs; '' where they agree. */
export function developmentSentence(
  { costPence }: Pick<Development, 'costPence'>,
  paid: readonly (Pick<Funding, 'amountPence'> & { readonly recurring: boolean })[],
): string {
  if (paid.length === 0)
    return costPence === null || costPence === 0 ? 'No money is named for it.' : `Nothing pays for its ${saidMoney(costPence)} yet.`;
  if (costPence === null) return '';
  if (paid.some(({ amountPence }) => amountPence === null)) return 'Part of what pays for it has no amount yet.';
  const known = sumOf(paid.map(({ amountPence }) => amountPence));
  const often = new Set(paid.map(({ recurring }) => recurring)).size > 1 ? ' Some of it comes once, some every year.' : '';
  if (known < costPence) return `It costs ${saidMoney(costPence - known)} more than what pays for it.${often}`;
  if (known > costPence) return `${saidMoney(known - costPence)} more pays for it than it costs.${often}`;
  return often.trim();
}
