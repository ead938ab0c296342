// Whose page a code opens, when others could see the message in which it came. Pure: a date of birth is compared with what we know, and nothing is told of why.
import type { PartialDate } from '../partial-date.ts';

export interface Holder {
  readonly accountId: string;
  /** Null where nobody knows it. */
  readonly born: PartialDate | null;
}

/** What was typed is at least as exact as what is known, and the same: '1985-03-27' agrees with '1985', and '1985' not with '1985-03-27'. */
const agrees = (typed: PartialDate | null, known: PartialDate): boolean => typed?.startsWith(known) ?? false;

/**
 * The account to open, or null. One person whose message nobody else could see needs no more than the code. Somebody whose date of birth is not known
 * opens theirs only where nobody else has the same number or address: among several, nothing else would keep them apart.
 */
export function whoOpens(holders: readonly Holder[], typed: PartialDate | null, asks: boolean): string | null {
  const [first] = holders;
  if (!first) return null;
  if (holders.length === 1 && (!asks || first.born === null)) return first.accountId;
  const agreeing = holders.flatMap(({ accountId, born }) => (born !== null && agrees(typed, born) ? [{ accountId, born }] : []));
  const most = Math.max(...agreeing.map(({ born }) => born.length));
  const [found, ...others] = agreeing.filter(({ born }) => born.length === most);
  return found && others.length === 0 ? found.accountId : null;
}

/** Those whom no date of birth can tell from the others: it is not known, or is also another’s. A worker helps them instead. */
export const cannotBeTold = (holders: readonly Holder[]): readonly Holder[] =>
  holders.length < 2 ? [] : holders.filter((one) => one.born === null || holders.some((other) => other !== one && other.born === one.born));
