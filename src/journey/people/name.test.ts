import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameTokens } from './name.ts';

test('a name is folded to plain letters, without titles and words for not known', () => {
  assert.deepEqual(nameTokens('Ó Dónaill-Smith'), ['o', 'donaill', 'smith']);
  assert.deepEqual(nameTokens('Mrs O’Neill'), ['oneill']);
  assert.deepEqual(nameTokens("Mrs O'Neill"), ['oneill']);
  assert.deepEqual(nameTokens('Not known'), []);
  assert.deepEqual(nameTokens('Łukasz Strauß'), ['lukasz', 'strauss']);
});

test('a name of plain letters is folded as it is beside one with accents', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
      const alone = nameTokens(`amina ${name}`);
      assert.deepEqual(nameTokens(`amina ${name} É`), [...alone, 'e']);
    }),
  );
});
