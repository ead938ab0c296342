// Random small decision tables for property tests, with a second evaluator that shares no code with the first: cells are made as data, printed
// as FEEL for the real one and worked out directly here.
import fc from 'fast-check';
import type { DecisionTable, HitPolicy, Input, Value } from './table.ts';

type CellShape =
  | { readonly kind: 'any' }
  | { readonly kind: 'oneOf'; readonly codes: readonly string[]; readonly not: boolean; readonly orMissing: boolean }
  | { readonly kind: 'includes'; readonly codes: readonly string[]; readonly not: boolean }
  | { readonly kind: 'atLeast' | 'under'; readonly number: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'is'; readonly boolean: boolean }
  | { readonly kind: 'missing' };

const quoted = (codes: readonly string[]): string => codes.map((code) => `"${code}"`).join(', ');

export function feel(cell: CellShape): string {
  switch (cell.kind) {
    case 'any':
      return '-';
    case 'oneOf':
      return `${cell.not ? `not(${quoted(cell.codes)})` : quoted(cell.codes)}${cell.orMissing && !cell.not ? ', null' : ''}`;
    case 'includes': {
      const each = cell.codes.map((code) => `list contains(?, "${code}")`).join(' or ');
      return cell.not ? `not(${each})` : each;
    }
    case 'atLeast':
      return `>= ${cell.number}`;
    case 'under':
      return `< ${cell.number}`;
    case 'between':
      return `[${cell.from}..${cell.to}]`;
    case 'is':
      return String(cell.boolean);
    case 'missing':
      return 'null';
  }
}

export function met(cell: CellShape, value: Value | null): boolean {
  if (cell.kind === 'any') return true;
  if (value === null) return cell.kind === 'missing' || (cell.kind === 'oneOf' && cell.orMissing && !cell.not);
  switch (cell.kind) {
    case 'oneOf':
      return cell.codes.some((code) => code === value) !== cell.not;
    case 'includes':
      return cell.codes.some((code) => Array.isArray(value) && value.includes(code)) !== cell.not;
    case 'atLeast':
      return Number(value) >= cell.number;
    case 'under':
      return Number(value) < cell.number;
    case 'between':
      return Number(value) >= cell.from && Number(value) <= cell.to;
    case 'is':
      return value === cell.boolean;
    case 'missing':
      return false;
  }
}

const SAFE = ['yes', 'not_sure', 'no'];
const WANTS = ['talk', 'housing', 'money', 'work'];

const labelled = (codes: readonly string[]) => codes.map((code) => ({ code, label: code.replace('_', ' ') }));

export const inputs: readonly Input[] = [
  { name: 'safe_now', label: 'Safe now', type: 'code', values: labelled(SAFE), category: 'safety' },
  { name: 'wants', label: 'Wants help with', type: 'codes', values: labelled(WANTS), category: 'story' },
  { name: 'age', label: 'Age', type: 'number', lowest: 0, highest: 60, unit: 'years', category: 'contact' },
  { name: 'notice', label: 'Has notice to leave', type: 'boolean', category: 'housing' },
];

const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1, maxLength: 2 });
const age = fc.integer({ min: 1, max: 59 });
const any = fc.constant<CellShape>({ kind: 'any' });
const missing = fc.constant<CellShape>({ kind: 'missing' });

const cellFor: Readonly<Record<string, fc.Arbitrary<CellShape>>> = {
  safe_now: fc.oneof(
    any,
    missing,
    fc.record({ kind: fc.constant('oneOf' as const), codes: some(SAFE), not: fc.boolean(), orMissing: fc.boolean() }),
  ),
  wants: fc.oneof(any, fc.record({ kind: fc.constant('includes' as const), codes: some(WANTS), not: fc.boolean() })),
  age: fc.oneof(
    any,
    fc.record({ kind: fc.constantFrom('atLeast' as const, 'under' as const), number: age }),
    fc.tuple(age, age).map(([one, other]): CellShape => ({ kind: 'between', from: Math.min(one, other), to: Math.max(one, other) })),
  ),
  notice: fc.oneof(any, missing, fc.record({ kind: fc.constant('is' as const), boolean: fc.boolean() })),
};

export interface Generated {
  readonly table: DecisionTable;
  readonly shapes: readonly (readonly CellShape[])[];
}

const row = fc.tuple(...inputs.map((input) => cellFor[input.name] ?? any));

export const generated = (policies: readonly HitPolicy[], most = 6): fc.Arbitrary<Generated> =>
  fc.tuple(fc.constantFrom(...policies), fc.array(row, { minLength: 1, maxLength: most })).map(([hitPolicy, shapes]) => ({
    shapes,
    table: {
      id: 'generated',
      name: 'Generated',
      version: 1,
      effectiveFrom: '2026-04-01',
      hitPolicy,
      answersAlways: false,
      inputs,
      outputs: [{ name: 'offer', label: 'Offer', type: 'text', required: true }],
      rules: shapes.map((cells, index) => ({
        id: `row-${index}`,
        sentence: `Row ${index}.`,
        cells: Object.fromEntries(inputs.map((input, column) => [input.name, feel(cells[column] ?? { kind: 'any' })])),
        outputs: { offer: `offer-${index}` },
        reason: 'Because.',
        reasonCode: `R${index}`,
        changes: 'Nothing.',
      })),
    },
  }));

/** Facts with anything left out: undefined, null and the stored words for 'not asked'. */
const absent = fc.constantFrom(undefined, null, 'not_asked', 'declined', 'not_known', '');

export const facts = fc.record({
  safe_now: fc.oneof(fc.constantFrom(...SAFE), absent),
  wants: fc.oneof(fc.subarray(WANTS), absent),
  age: fc.oneof(fc.integer({ min: 0, max: 60 }), absent),
  notice: fc.oneof(fc.boolean(), absent),
});

export type GeneratedFacts = typeof facts extends fc.Arbitrary<infer Facts> ? Facts : never;

const present = (value: unknown): Value | null =>
  typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value) || SAFE.includes(String(value)) ? (value as Value) : null; // Only these were generated as answers.

/** Columns each row is not met on, worked out without the evaluator. */
export const failingColumns = ({ shapes }: Generated, given: GeneratedFacts): readonly (readonly number[])[] =>
  shapes.map((cells) => cells.flatMap((cell, column) => (met(cell, present(Object.values(given)[column])) ? [] : [column])));
