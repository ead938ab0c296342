import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidence, confirmedWords } from './confirmed.ts';

test('formulas: an entry counts as confirmed for 30 days', () => {
  const said = (day: string, term?: number) => confirmedWords(day, '2026-11-20', term);
  assert.deepEqual(said('2026-10-21'), { state: 'confirmed', text: 'Confirmed 4 weeks ago', short: '4 weeks ago' });
  assert.deepEqual(said('2026-10-20'), {
    state: 'not lately',
    text: 'Not confirmed since 20 October 2026',
    short: 'Not since 20 October 2026',
  });
  assert.equal(said('2026-09-20').state, 'long ago');
  assert.equal(said('2026-11-19').text, 'Confirmed yesterday');
  assert.equal(said('2026-11-13').text, 'Confirmed 7 days ago');
  assert.equal(said('2026-11-05', 14).state, 'not lately', 'as long as its blueprint says');
  assert.equal(confidence('2026-10-21', '2026-11-20'), 0.5);
  assert.deepEqual(confirmedWords(null, '2026-11-20'), { state: 'never', text: 'Not confirmed yet', short: 'Not yet' });
});
