// A cell as a form can ask for it: ticks for answers, a from and a to for numbers and days, “not asked” as an answer of its own. A cell that is
// cleverer than that stays FEEL, as it is written. Pure.
import { BrokenCell, readCell } from '../../platform/decisions/cell.ts';
import type { Input, Value } from '../../platform/decisions/table.ts';

export type CellForm =
  /** Codes, or 'true' and 'false'; for lists of choices, any one of them is enough. */
  | { readonly kind: 'choices'; readonly codes: readonly string[]; readonly missing: boolean }
  | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly missing: boolean }
  | { readonly kind: 'feel'; readonly text: string };

const YES_NO = ['true', 'false'] as const;

/** The answers a form can tick; undefined when the fact is written freely. */
export const tickable = (input: Input): readonly { readonly code: string; readonly label: string }[] | undefined =>
  input.type === 'boolean'
    ? [
        { code: 'true', label: 'Yes' },
        { code: 'false', label: 'No' },
      ]
    : input.type === 'code' || input.type === 'codes'
      ? input.values
      : undefined;

export function formOf(input: Input, text: string): CellForm {
  const feel: CellForm = { kind: 'feel', text };
  if (input.type === 'codes') return listForm(input, text) ?? feel;
  if (input.type === 'number' || input.type === 'date') return rangeForm(input, text) ?? feel;
  const codes = input.type === 'boolean' ? YES_NO : input.values?.map(({ code }) => code);
  if (!codes) return feel;
  try {
    const cell = readCell(text, input.type);
    const value = (code: string): Value => (input.type === 'boolean' ? code === 'true' : code);
    return { kind: 'choices', codes: codes.filter((code) => cell.test(value(code))), missing: cell.test(null) };
  } catch (error) {
    if (error instanceof BrokenCell) return feel;
    throw error;
  }
}

/** What the form says, as a cell; '-' where it says nothing. */
export function cellOfForm(input: Input, form: CellForm): string {
  if (form.kind === 'feel') return form.text.trim() || '-';
  const missing = form.missing ? ['null'] : [];
  if (form.kind === 'choices') {
    const all = input.type === 'boolean' ? YES_NO : (input.values ?? []).map(({ code }) => code);
    if (form.codes.length === 0 && !form.missing) return '-';
    if (input.type === 'codes') {
      const any = form.codes.map((code) => `list contains(?, ${JSON.stringify(code)})`).join(' or ');
      return [...missing, ...(any ? [any] : [])].join(', ');
    }
    if (form.missing && all.every((code) => form.codes.includes(code))) return '-';
    return [...form.codes.map((code) => (input.type === 'boolean' ? code : JSON.stringify(code))), ...missing].join(', ');
  }
  const [from, to] = [form.from.trim(), form.to.trim()].map((end) => (end === '' ? '' : input.type === 'date' ? `date("${end}")` : end));
  const range = from && to ? (from === to ? from : `[${from}..${to}]`) : from ? `>= ${from}` : to ? `<= ${to}` : '';
  return [...(range ? [range] : []), ...missing].join(', ') || '-';
}

function listForm(input: Input, text: string): CellForm | undefined {
  if (!input.values) return undefined;
  const missing = /^null\s*(,|$)/.test(text);
  const rest = text.replace(/^null\s*,?\s*/, '').trim();
  if (rest === '') return missing ? { kind: 'choices', codes: [], missing } : undefined;
  const codes = rest.split(/\s+or\s+/).map((part) => /^list contains\(\?, "([^"\\]+)"\)$/.exec(part)?.[1]);
  const known = codes.filter((code) => code !== undefined && input.values?.some((value) => value.code === code));
  return known.length === codes.length ? { kind: 'choices', codes: known as string[], missing } : undefined; // undefined was left out above
}

const WRITTEN: readonly (readonly [
  RegExp,
  (input: Input, one: string, other: string) => readonly [from: string, to: string] | undefined,
])[] = [
  [/^>=\s*(\S+)$/, (_, from) => [from, '']],
  [/^<=\s*(\S+)$/, (_, to) => ['', to]],
  [/^>\s*(-?\d+)$/, (input, from) => (whole(input) ? [String(Number(from) + 1), ''] : undefined)],
  [/^<\s*(-?\d+)$/, (input, to) => (whole(input) ? ['', String(Number(to) - 1)] : undefined)],
  [/^\[(\S+?)\s*\.\.\s*(\S+)\]$/, (_, from, to) => [from, to]],
  [/^(\S+)$/, (_, only) => [only, only]],
];

const whole = (input: Input): boolean => input.type === 'number' && !input.decimals;

function rangeForm(input: Input, text: string): CellForm | undefined {
  const missing = /(^|,)\s*null\s*(,|$)/.test(text);
  const rest = text
    .replace(/(^|,)\s*null\s*(?=,|$)/, '')
    .replace(/^\s*,/, '')
    .trim();
  if (rest === '') return missing ? { kind: 'range', from: '', to: '', missing } : undefined;
  for (const [pattern, ends] of WRITTEN) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const both = ends(input, plainEnd(input, found[1]), plainEnd(input, found[2]));
    if (both?.every((end) => end === '' || isEnd(input, end))) return { kind: 'range', from: both[0], to: both[1], missing };
  }
  return undefined;
}

const plainEnd = (input: Input, text = ''): string => (input.type === 'date' ? text.replace(/^date\("([^"]*)"\)$/, '$1') : text);

const isEnd = (input: Input, end: string): boolean =>
  input.type === 'date' ? /^\d{4}-\d{2}-\d{2}$/.test(end) : input.decimals ? /^-?\d+(\.\d+)?$/.test(end) : /^-?\d+$/.test(end);
