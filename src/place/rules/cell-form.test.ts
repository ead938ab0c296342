import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCell } from '../../platform/decisions/cell.ts';
import type { Input, Value } from '../../platform/decisions/table.ts';
import { type CellForm, cellOfForm, formOf } from './cell-form.ts';

const labelled = (codes: readonly string[]) => codes.map((code) => ({ code, label: code }));
const answers = ['yes', 'no', 'not_sure', 'it’s "quoted"'];
const inputs = {
  code: { name: 'a', label: 'A', type: 'code', values: labelled(answers), category: 'story' },
  codes: { name: 'b', label: 'B', type: 'codes', values: labelled(['talk', 'home', 'work']), category: 'story' },
  boolean: { name: 'c', label: 'C', type: 'boolean', category: 'story' },
  number: { name: 'd', label: 'D', type: 'number', lowest: 0, highest: 100, category: 'story' },
  date: { name: 'e', label: 'E', type: 'date', category: 'story' },
} as const satisfies Record<string, Input>;

const end = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 100 }).map(String));
const day = fc.oneof(fc.constant(''), fc.constantFrom('2026-01-31', '2026-06-01', '2026-12-31'));
const forms: { readonly [Type in keyof typeof inputs]: fc.Arbitrary<CellForm> } = {
  code: fc.record({ kind: fc.constant('choices' as const), codes: fc.subarray(answers), missing: fc.boolean() }),
  codes: fc.record({ kind: fc.constant('choices' as const), codes: fc.subarray(['talk', 'home', 'work']), missing: fc.boolean() }),
  boolean: fc.record({ kind: fc.constant('choices' as const), codes: fc.subarray(['true', 'false']), missing: fc.boolean() }),
  number: fc.record({ kind: fc.constant('range' as const), from: end, to: end, missing: fc.boolean() }),
  date: fc.record({ kind: fc.constant('range' as const), from: day, to: day, missing: fc.boolean() }),
};

const values: { readonly [Type in keyof typeof inputs]: readonly (Value | null)[] } = {
  code: [null, ...answers],
  codes: [null, [], ['talk'], ['home'], ['work'], ['talk', 'work'], ['home', 'work'], ['talk', 'home', 'work']],
  boolean: [null, true, false],
  number: [null, ...Array.from({ length: 101 }, (_, at) => at)],
  date: [null, '2026-01-30', '2026-01-31', '2026-06-01', '2026-06-02', '2026-12-31', '2027-01-01'],
};

/** What a form means, worked out without any cell: nothing said is met by anything. */
function means(form: CellForm, value: Value | null): boolean {
  if (form.kind === 'feel') throw new Error('A form of ticks was expected.');
  const says = form.kind === 'choices' ? form.codes.length > 0 : form.from !== '' || form.to !== '';
  if (!says && !form.missing) return true;
  if (value === null) return form.missing;
  if (!says) return false;
  if (form.kind === 'choices') return form.codes.some((code) => (Array.isArray(value) ? value.includes(code) : String(value) === code));
  const at = (written: string): string | number => (typeof value === 'number' ? Number(written) : written);
  const plain = typeof value === 'number' ? value : String(value);
  return (form.from === '' || plain >= at(form.from)) && (form.to === '' || plain <= at(form.to));
}

const order = (type: string, written: string): Value => (type === 'number' ? Number(written) : written);

for (const type of Object.keys(inputs) as (keyof typeof inputs)[]) // the keys are these
  test(`what is ticked for a fact of type ${type} is met by exactly the answers that it names, and comes back to the form`, () => {
    fc.assert(
      fc.property(forms[type], (form) => {
        const cell = cellOfForm(inputs[type], form);
        if (
          form.kind === 'range' &&
          form.from !== '' &&
          form.to !== '' &&
          means({ ...form, to: '', missing: false }, order(type, form.to)) === false
        ) {
          assert.throws(() => readCell(cell, type), /runs backwards/, cell);
          return;
        }
        for (const value of values[type])
          assert.equal(readCell(cell, type).test(value), means(form, value), `${cell} of ${JSON.stringify(value)}`);
        const again = formOf(inputs[type], cell);
        if (cell === '-') return;
        assert.notEqual(again.kind, 'feel', cell);
        for (const value of values[type]) assert.equal(means(again, value), means(form, value), cell);
      }),
      { numRuns: 300 },
    );
  });

test('a cell that is cleverer than ticks stays as it is written, and one that only says it otherwise becomes ticks', () => {
  assert.deepEqual(formOf(inputs.code, 'not("yes")'), { kind: 'choices', codes: ['no', 'not_sure', 'it’s "quoted"'], missing: false });
  assert.deepEqual(formOf(inputs.number, '< 18'), { kind: 'range', from: '', to: '17', missing: false });
  assert.deepEqual(formOf(inputs.number, 'null, >= 18'), { kind: 'range', from: '18', to: '', missing: true });
  assert.deepEqual(formOf(inputs.date, '>= date("2026-04-01")'), { kind: 'range', from: '2026-04-01', to: '', missing: false });
  for (const [input, text] of [
    [inputs.codes, 'list contains(?, "talk") and list contains(?, "work")'],
    [inputs.number, '< 5, > 10'],
    [inputs.number, '? > 3 and ? < 9'],
    [inputs.code, 'not a cell ('],
  ] as const) {
    assert.deepEqual(formOf(input, text), { kind: 'feel', text });
    assert.equal(cellOfForm(input, { kind: 'feel', text }), text);
  }
});
