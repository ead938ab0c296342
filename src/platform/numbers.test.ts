import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counted, listed, percentage, plainNumber, rounded, signedNumber } from './numbers.ts';

test('formulas §1: halves round up, also those that binary fractions hide', () => {
  assert.equal(rounded(0.5), 1);
  assert.equal(rounded(1.005, 2), 1.01);
  assert.equal(rounded(-2.5), -3);
  assert.ok(Object.is(rounded(-0.2), 0));
  assert.equal(percentage(0.785), '79%');
});

test('ux §8.1: a minus is U+2212 and a plus is written only before what is above zero', () => {
  assert.equal(signedNumber(12.94, 1), '+12.9');
  assert.equal(signedNumber(-3), '−3');
  assert.equal(signedNumber(-0.04, 1), '0');
  assert.equal(plainNumber(1234.5, 1), '1,234.5');
  assert.equal(plainNumber(5, 1, true), '5.0');
  assert.equal(counted(1, 'person', 'people'), '1 person');
  assert.equal(listed(['2', '4', '7']), '2, 4 and 7');
});

test('rounding never moves a number by more than half of its last place', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (value, decimals) => Math.abs(rounded(value, decimals) - value) <= 0.5 / 10 ** decimals + 1e-9,
    ),
  );
});
