import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alikeness, jaroWinkler, lettersOf, oneSlipApart, soundex } from './similarity.ts';

/** Optimal string alignment by the textbook table, as an oracle. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, at(row - 2, column - 2) + 1);
      (rows[row] ?? [])[column] = least;
    }
  }
  return at(one.length, other.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 7 });

test('one slip apart is an edit distance of one, neighbours swapped counting as one', () => {
  fc.assert(
    fc.property(word, word, (one, other) => assert.equal(oneSlipApart(one, other), distance(one, other) === 1)),
    { numRuns: 3000 },
  );
});

test('Jaro–Winkler gives the published values, is symmetric and stays between 0 and 1', () => {
  for (const [one, other, value] of [
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
  ] as const) {
    assert.ok(Math.abs(jaroWinkler(one, other) - value) < 0.0001, `${one} ${other} ${jaroWinkler(one, other)}`);
  }
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const likeness = jaroWinkler(one, other);
      assert.ok(likeness >= 0 && likeness <= 1);
      assert.equal(likeness, jaroWinkler(other, one));
      assert.equal(jaroWinkler(one, one), 1);
    }),
    { numRuns: 2000 },
  );
});

test('Soundex gives the published codes', () => {
  for (const [name, code] of [
    ['robert', 'r163'],
    ['rupert', 'r163'],
    ['rubin', 'r150'],
    ['ashcraft', 'a261'],
    ['tymczak', 't522'],
    ['pfister', 'p236'],
    ['honeyman', 'h555'],
    ['lee', 'l000'],
  ] as const) {
    assert.equal(soundex(name), code);
  }
});

test('told from letters alone, texts are set aside only where Jaro–Winkler is less than was asked for', () => {
  const text = fc.oneof(
    fc.stringMatching(/^[a-e]{1,12}$/),
    fc.stringMatching(/^[a-zéж1 ]{1,70}$/),
    fc.constantFrom('amara', 'amaar', 'tamara', 'maria'),
  );
  let aside = 0;
  fc.assert(
    fc.property(text, text, fc.double({ min: 0.1, max: 1, noNaN: true }), (one, other, least) => {
      const found = alikeness(one, other, lettersOf(one), lettersOf(other), least);
      const likeness = jaroWinkler(one, other);
      if (found === 0) assert.ok(likeness < least || likeness === 0, `${one} ${other} ${likeness}`);
      else assert.equal(found, likeness);
      if (found === 0 && likeness > 0) aside++;
    }),
    { numRuns: 3000 },
  );
  assert.ok(aside > 100, `and often it is enough: ${aside}`);
});
