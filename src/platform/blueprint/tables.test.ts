import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCell } from '../decisions/cell.ts';
import type { Input, Value } from '../decisions/table.ts';
import type { CellValue } from './schema/rules.ts';
import { answersOf, cellText } from './tables.ts';

const answers = ['yes', 'no', 'not_sure'].map((code) => ({ code, label: code }));
const code: Input = { name: 'safe_now', label: 'Safe now', type: 'code', values: answers, category: 'safety' };
const codes: Input = {
  name: 'wants',
  label: 'Wants',
  type: 'codes',
  values: ['talk', 'home', 'work'].map((each) => ({ code: each, label: each })),
  category: 'story',
};
const age: Input = { name: 'age', label: 'Age', type: 'number', category: 'contact' };

/** The values that meet a cell written as people write it. */
const met = (input: Input, written: CellValue, values: readonly (Value | null)[]): readonly (Value | null)[] => {
  const cell = readCell(cellText(input, written), input.type);
  return values.filter((value) => cell.test(value));
};

test('answers under `when` mean what they say: one, any of a list, none of a list, and what was not asked', () => {
  const values = ['yes', 'no', 'not_sure', null];
  assert.deepEqual(met(code, 'no', values), ['no']);
  assert.deepEqual(met(code, ['no', 'not_sure'], values), ['no', 'not_sure']);
  assert.deepEqual(met(code, { not: 'yes' }, values), ['no', 'not_sure']);
  assert.deepEqual(met(code, { not: ['yes', 'no'] }, values), ['not_sure']);
  assert.deepEqual(met(code, 'missing', values), [null]);
  assert.deepEqual(met(code, ['yes', 'missing'], values), ['yes', null]);
  assert.deepEqual(met(code, '"yes", "no"', values), ['yes', 'no']);
});

test('choices under `when`: any, all, none, and their mix', () => {
  const values = [[], ['talk'], ['home'], ['talk', 'home'], ['work'], null];
  assert.deepEqual(met(codes, 'talk', values), [['talk'], ['talk', 'home']]);
  assert.deepEqual(met(codes, ['home', 'work'], values), [['home'], ['talk', 'home'], ['work']]);
  assert.deepEqual(met(codes, { not: ['talk', 'home'] }, values), [[], ['work']]);
  assert.deepEqual(met(codes, { all: ['talk', 'home'] }, values), [['talk', 'home']]);
  assert.deepEqual(met(codes, { any: ['home', 'work'], none: ['talk'] }, values), [['home'], ['work']]);
  assert.deepEqual(met(codes, ['work', 'missing'], values), [['work'], null]);
});

test('numbers under `when`: one, a range with both ends, a comparison, and what was not asked', () => {
  const values = [17, 18, 30, 31, null];
  assert.deepEqual(met(age, 18, values), [18]);
  assert.deepEqual(met(age, { from: 18, to: 30 }, values), [18, 30]);
  assert.deepEqual(met(age, '>= 30', values), [30, 31]);
  assert.deepEqual(met(age, 'missing', values), [null]);
});

test('answers can be written out, be yes and no, or be a whole code list with its words', () => {
  assert.deepEqual(answersOf({ a: 'A' }), [{ code: 'a', label: 'A' }]);
  assert.deepEqual(
    answersOf('yes-no')?.map((each) => each.code),
    ['yes', 'no', 'not_sure', 'not_said'],
  );
  assert.deepEqual(answersOf('genderIdentity')?.[0], { code: '1', label: 'Man (including trans man)' });
  assert.equal(answersOf('no such list'), undefined);
});
