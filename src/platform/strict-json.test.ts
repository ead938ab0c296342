import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonLimits, readJson } from './strict-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const detailOf = (text: string): string => {
  const read = readJson(bytes(text));
  return read.ok ? 'it was read' : read.problem.detail;
};

test('what JSON.parse reads without a name twice is read the same', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), fc.boolean(), (text, spread) => {
      const value: unknown = JSON.parse(text);
      const read = readJson(bytes(spread ? JSON.stringify(value, null, 2) : JSON.stringify(value)));
      assert.deepEqual(read, { ok: true, value });
    }),
  );
});

test('a name given twice is refused on its line at any depth, however it is spelt', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.constantFrom('{"outer":%}', '[1,%]'), { maxLength: 20 }), (name, around) => {
      const escaped = `"${[...name].map((one) => [...Array(one.length).keys()].map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')).join('')}"`;
      const inner = `{${JSON.stringify(name)} :1,\n${escaped}\t:2}`;
      const text = around.reduce((within, wrap) => wrap.replace('%', () => within), inner);
      assert.match(detailOf(text), /^Line 2: .* is given twice/s);
    }),
  );
});

test('an escape of no character, or of half of one, is refused on its line; an escaped stroke before it and a whole pair are read', () => {
  for (const text of ['{\n"a": "x\\u0000"}', '{\n"x\\u0000": 1}', '[\n"\\ud800"]', '[\n"\\udc00\\ud800"]', '[\n"\\\\\\u0000"]'])
    assert.match(detailOf(text), /^Line 2: a character stands there/, text);
  for (const text of ['["\\\\u0000"]', '["\\ud83d\\ude00"]', '["\\u0041"]'])
    assert.deepEqual(readJson(bytes(text)), { ok: true, value: JSON.parse(text) });
});

test('bytes that are not UTF-8, an empty body, nesting without end and what is too large are refused in words', () => {
  const invalid = readJson(new Uint8Array([0x7b, 0xff, 0x7d]));
  assert.ok(!invalid.ok && invalid.problem.detail.includes('UTF-8'));
  assert.equal(detailOf('  \n '), 'It is empty.');
  assert.match(detailOf('[\n'.repeat(1_000_000).slice(0, 4_000_000)), /^Line 61: brackets are nested more than 60 deep/);
  const large = readJson(bytes(' '.repeat(jsonLimits.bytes + 1)));
  assert.ok(!large.ok && large.problem.status === 413);
});

test('whatever the bytes, it answers and never throws, and what it accepts JSON.parse accepts', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n1atrue') }).map(bytes)),
      (sent) => {
        const read = readJson(sent);
        if (read.ok) assert.deepEqual(read.value, JSON.parse(new TextDecoder().decode(sent)));
        else assert.notEqual(read.problem.detail, '');
      },
    ),
    { numRuns: 2000 },
  );
});

test('a missing comma is said by its line and nothing of the text is repeated', () => {
  const detail = detailOf('{"a": 1,\n"b": "Marsh"\n"c": 3}');
  assert.match(detail, /^Line 3: /);
  assert.doesNotMatch(detail, /Marsh/);
  assert.match(detailOf('{"a": '), /^Line 1: it ends before it is complete/);
});
