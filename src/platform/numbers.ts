// Numbers as people read them in sentences, tables and figures: rounded once, at the end, with a true minus sign.

/** Rounded to some decimals, halves away from zero, so that −0.5 and 0.5 are as large as each other. */
export function rounded(value: number, decimals = 0): number {
  const size = Math.abs(value) * 10 ** decimals;
  const result = (Math.sign(value) * Math.floor(size + 0.5 + size * Number.EPSILON * 4)) / 10 ** decimals;
  return result === 0 ? 0 : result;
}

// Making one takes longer than writing a whole table with it.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(decimals: number, keep: boolean): Intl.NumberFormat {
  const key = `${decimals} ${keep}`;
  const made =
    formats.get(key) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: keep ? decimals : 0, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** `1234.5` → `1,234.5`; a minus is U+2212. Trailing zeros are dropped unless `keep` is set. */
export function plainNumber(value: number, decimals = 0, keep = false): string {
  const result = rounded(value, decimals);
  const digits = formatOf(decimals, keep).format(Math.abs(result));
  return result < 0 ? `−${digits}` : digits;
}

/** As `plainNumber`, with a plus before what is above zero: `+12.9`, `−3`, `0`. */
export function signedNumber(value: number, decimals = 0, keep = false): string {
  const digits = plainNumber(value, decimals, keep);
  return rounded(value, decimals) > 0 ? `+${digits}` : digits;
}

/** A share between 0 and 1 as whole per cent: `.785` → `79%`. */
export const percentage = (share: number): string => `${plainNumber(share * 100)}%`;

/** `1 person`, `7 people`. */
export const counted = (count: number, one: string, many: string): string => `${plainNumber(count)} ${count === 1 ? one : many}`;

/** `first`, `first and second`, `first, second and third`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
