import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantile } from './quantiles.ts';
import { table } from './table.ts';
import { fieldOf } from './visitor.ts';
import { linkedFrom } from './weight.ts';

test('a quantile is a value of the list that the share does not exceed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const found = quantile(values, share);
      assert.ok(values.includes(found));
      assert.ok(values.filter((value) => value <= found).length >= share * values.length);
      assert.ok(values.filter((value) => value < found).length < Math.max(1, share * values.length));
    }),
  );
  assert.equal(quantile([], 0.5), Number.NaN);
});

test('a first visit fetches style sheets, scripts, preloaded fonts and the icon, each once, and nothing that is only linked to', () => {
  const html = `<link rel="icon" href="/door.svg"/><link rel="preload" href="/font.woff2" as="font"/><link rel="stylesheet" href="/page.css"/>
    <link rel="stylesheet" href="/page.css"/><script type="module" src="/page.js"></script><a href="/elsewhere">x</a><link rel="next" href="/next"/>`;
  assert.deepEqual(linkedFrom(html), ['/door.svg', '/font.woff2', '/page.css', '/page.js']);
});

test('a field is read as the browser would send it', () => {
  assert.equal(fieldOf('<input type="hidden" name="form_key" value="a&amp;b"/>', 'form_key'), 'a&b');
  assert.equal(fieldOf('<p>', 'form_key'), '');
});

test('columns of a table stand under one another', () => {
  assert.deepEqual(
    table([
      ['', 'p50'],
      ['Start', '9.5'],
      ['Question', '10'],
    ]),
    ['          p50', '────────  ───', 'Start     9.5', 'Question   10'],
  );
});
