// Says what a cell needs, in words and as values that would meet it, so that "why not?" always has an answer a person can act on.
import type { Cell } from './cell.ts';
import type { Domain } from './domain.ts';
import type { Input, Value } from './table.ts';
import { inWords, labelOf, listed } from './values.ts';

export interface Needed {
  readonly words: string;
  /** Up to five values that meet the cell, the nearest to the present answer first; null means 'not asked'. Empty when nothing can meet it. */
  readonly values: readonly (Value | null)[];
}

/** How many values to name: enough to choose from, few enough to read. */
const NAMED = 5;

interface Met {
  readonly words: string;
  readonly values: readonly (Value | null)[];
}

const known = new WeakMap<Cell, Met>();

export function neededFor(input: Input, cell: Cell, domain: Domain, actual: Value | null): Needed {
  let met = known.get(cell);
  if (met === undefined) {
    const values = domain.values.filter((value) => cell.test(value));
    met = { values, words: values.length === 0 ? 'nothing can meet this' : words(input, cell, domain, values) };
    known.set(cell, met);
  }
  const nearest = met.values
    .map((value) => ({ value, far: distance(value, actual) }))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, NAMED);
  return { words: met.words, values: nearest.map(({ value }) => value) };
}

function words(input: Input, cell: Cell, domain: Domain, meets: readonly (Value | null)[]): string {
  const answered = meets.filter((value) => value !== null);
  if (answered.length === 0) return 'not asked yet';
  const said = (() => {
    switch (input.type) {
      case 'boolean':
      case 'code':
        return choice(input, domain, answered);
      case 'codes':
        return inclusion(input, cell, domain);
      case 'number':
      case 'date':
        return comparison(input, cell.text);
    }
  })();
  return answered.length < meets.length ? `${said}, or not asked` : said;
}

function choice(input: Input, domain: Domain, meets: readonly Value[]): string {
  const others = domain.values.filter((value): value is Value => value !== null && !meets.includes(value));
  const quoted = (values: readonly Value[]): string =>
    listed(
      values.map((value) => `“${inWords(input, value)}”`),
      'or',
    );
  if (others.length === 0) return 'any answer';
  return meets.length > others.length && meets.length > 2 ? `anything but ${quoted(others)}` : quoted(meets);
}

function inclusion(input: Input, cell: Cell, domain: Domain): string {
  const alone = domain.values.flatMap((value) => (Array.isArray(value) && value.length === 1 ? [String(value[0])] : []));
  const enough = alone.filter((code) => cell.test([code]));
  const quoted = (codes: readonly string[]): string =>
    listed(
      codes.map((code) => `“${labelOf(input, code)}”`),
      'or',
    );
  if (cell.test([]))
    return enough.length === alone.length ? cell.text : `without ${quoted(alone.filter((code) => !enough.includes(code)))}`;
  return enough.length > 0 ? `to include ${quoted(enough)}` : `more than one choice (${cell.text})`;
}

const COMPARED: readonly (readonly [RegExp, (one: string, other: string) => string])[] = [
  [/^<=\s*(.+)$/, (end) => `${end} or less`],
  [/^>=\s*(.+)$/, (start) => `${start} or more`],
  [/^<\s*(.+)$/, (end) => `less than ${end}`],
  [/^>\s*(.+)$/, (start) => `more than ${start}`],
  [/^\[(.+?)\s*\.\.\s*(.+)\]$/, (start, end) => `between ${start} and ${end}`],
];

// Only cells made of plain comparisons become words; anything cleverer is shown as it is written.
function comparison(input: Input, text: string): string {
  const parts = text.split(/\s*,\s*(?![^([]*[)\]])/).map((part) => part.trim());
  const said = parts.map((part) => {
    const not = /^not\((.*)\)$/.exec(part);
    const inner = not?.[1]?.trim() ?? part;
    for (const [pattern, say] of COMPARED) {
      const found = pattern.exec(inner);
      const [one, other] = [amount(input, found?.[1]), found?.[2] === undefined ? '' : amount(input, found[2])];
      if (found && one !== undefined && other !== undefined) return `${not ? 'not ' : ''}${say(one, other)}`;
    }
    const plain = inner === 'null' ? undefined : amount(input, inner);
    return plain === undefined ? undefined : `${not ? 'not ' : ''}${plain}`;
  });
  const clear = said.filter((part) => part !== undefined);
  const unread = parts.filter((part, index) => said[index] === undefined && part !== 'null');
  return unread.length > 0 ? text : listed(clear, 'or');
}

function amount(input: Input, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = /^date\("(\d{4}-\d{2}-\d{2})"\)$/.exec(text.trim())?.[1];
  if (day) return inWords(input, day);
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? inWords(input, Number(text)) : undefined;
}

function distance(value: Value | null, actual: Value | null): number {
  if (value === null) return Number.MAX_SAFE_INTEGER;
  if (typeof value === 'number' && typeof actual === 'number') return Math.abs(value - actual);
  if (typeof value === 'object') {
    const present = typeof actual === 'object' && actual !== null ? actual : [];
    return value.filter((code) => !present.includes(code)).length + present.filter((code) => !value.includes(code)).length;
  }
  if (typeof value === 'string' && typeof actual === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return Math.abs(Date.parse(value) - Date.parse(actual));
  return 0;
}
