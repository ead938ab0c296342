import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date as feelDate } from 'feelin';
import { BrokenCell, readCell } from './cell.ts';
import { compile, interpreted } from './feel.ts';
import { inputTypes } from './table.ts';

// Cells and values by the type of their input: a table never tests a value of another type.
const cases: readonly { readonly values: readonly unknown[]; readonly cells: readonly string[] }[] = [
  {
    values: ['a', 'b', 'c', 'a)', 'is it ?', 'yes', null],
    cells: [
      '"a"',
      '"a", "b"',
      'not("a", "b")',
      'not("a"), "b"',
      'null',
      '"a", null',
      'null, "b"',
      'not(null)',
      'not("a", null)',
      'not("a)", "b")',
      '? in ("a", "b")',
      '? = "a", "c"',
      'starts with(?, "a")',
      '"is it ?"',
      'foo',
      'not(not("a"))',
      '"a" = ?',
    ],
  },
  {
    values: [-1, 0, 3, 4.5, 5, 18, 28, 30, 31, null],
    cells: [
      '5',
      '-1',
      '5, 18',
      '<= 28',
      '< 5, > 10',
      'not(< 5)',
      '[18..30]',
      ']18..30[',
      '(4..30)',
      'not([18..30], 3)',
      'null, >= 18',
      '? > 3 and ? < 9',
      'modulo(?, 2) = 0',
      '> foo',
      '<= 4 + 1',
    ],
  },
  { values: [true, false, null], cells: ['true', 'false', 'not(true)', 'null', 'true, null', '? = false'] },
  {
    values: [feelDate('2026-04-01'), feelDate('2026-03-31'), feelDate('2026-05-02'), null],
    cells: [
      '>= date("2026-04-01")',
      '[date("2026-04-01")..date("2026-05-01")]',
      'not(< date("2026-04-01"))',
      'date("2026-04-01")',
      'null, > date("2026-05-01")',
      '?.year = 2026',
    ],
  },
  {
    values: [[], ['a'], ['b'], ['c'], ['b', 'c'], ['a', 'c'], ['a', 'b', 'c'], null],
    cells: [
      'list contains(?, "a")',
      'list contains(?, "a") or list contains(?, "b")',
      'not(list contains(?, "a"))',
      'not(list contains(?, "a") or list contains(?, "b"))',
      '(list contains(?, "a") or list contains(?, "b")) and not(list contains(?, "c"))',
      'list contains(?, "a") and list contains(?, "c")',
      'list contains(?, "a"), list contains(?, "c")',
      'null, list contains(?, "a")',
      'count(?) >= 2',
      'some choice in ? satisfies choice in ("a", "b")',
      'every choice in ? satisfies choice in ("a", "b")',
      '"a"',
      'null',
    ],
  },
];

test('a cell read once answers as the interpreter does when it reads the text anew, for every kind of value', () => {
  for (const { cells, values } of cases)
    for (const cell of cells) {
      const once = compile(cell);
      const anew = interpreted(cell);
      // Twice, because what one call leaves behind must not change the next.
      for (const value of [...values, ...values.toReversed()]) {
        if (value === null && !cell.includes('null')) continue;
        const told = `${cell} of ${JSON.stringify(value)}`;
        assert.equal(once(value).met, anew(value).met, told);
        assert.equal(once(value).fault?.type, anew(value).fault?.type, told);
      }
    }
});

test('H11: a cell made of any words of FEEL can be met or not, or is broken; it never throws anything else', () => {
  const written = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
  for (const type of inputTypes)
    fc.assert(
      fc.property(written, fc.constantFrom(null, 1, true, 'yes', '2026-04-01', ['yes']), (text, value) => {
        try {
          readCell(text, type).test(value);
        } catch (error) {
          if (!(error instanceof BrokenCell)) throw error;
          assert.ok(error.message.length < 200 && error.fix !== '', error.message);
        }
      }),
      { numRuns: 400, examples: [['> 10 and ? < 5', 1]] },
    );
});

const tokens = (
  'null not( ( ) and or ? < > <= >= = != 1 18 .. [ ] , true false in between if then else some x every satisfies ' +
  'instance of number - + * / { } : . age for return ** "yes" date("2026-04-01") list contains(?, count(?) @"2026-04-01" duration("P1D")'
).split(' ');
