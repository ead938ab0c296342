import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { MeasureResult } from '../measures/model.ts';
import { happenings } from './happenings.ts';
import type { EventRow } from './store.ts';

const now = new Date('2026-11-20T08:15:00Z');
const result = (id: string, day: number, total: number | null, language = 'en'): MeasureResult => ({
  id,
  personId: 'p',
  instrument: 'CORE-10',
  instrumentVersion: '1',
  language,
  point: 'during',
  takenAt: new Date(Date.UTC(2026, 9, day)),
  total,
  method: total === null ? 'not_scorable' : 'complete',
  notScorableBecause: '',
  answers: [],
});
const taken = ({ id, takenAt, total }: MeasureResult): EventRow => ({
  id: `event of ${id}`,
  kind: 'measure.taken',
  at: takenAt,
  category: 'measures',
  subjectId: id,
  data: { instrument: 'CORE-10', ...(total === null ? {} : { total }) },
  byName: null,
});
const titles = (shown: readonly MeasureResult[], results: readonly MeasureResult[]): string[] =>
  happenings(shown.map(taken).toReversed(), [], { name: 'Ali', now, notes: new Map(), results }).flatMap(({ entries }) =>
    entries.map((entry) => ('title' in entry ? entry.title : '')),
  );

describe('what happened, in lines', () => {
  test('a score says which way it went, also where the one before stands on another page', () => {
    const [first, second, third] = [result('a', 1, 30), result('b', 8, 26), result('c', 15, 26)];
    assert.deepEqual(titles([second, third], [first, second, third]), ['CORE-10 is 26, the same as before', 'CORE-10 is 26, down 4']);
    assert.deepEqual(titles([first], [first, second, third]), ['CORE-10 is 30']);
  });

  test('S8.3: scores of two languages are not held against each other', () => {
    const [first, second, third] = [result('a', 1, 30), result('b', 8, 22, 'ar'), result('c', 15, 27)];
    assert.deepEqual(titles([second, third], [first, second, third]), ['CORE-10 is 27, down 3', 'CORE-10 is 22']);
  });

  test('what happens on the way in is said in sentences, and no code of ours is read', () => {
    const said = (kind: string, data: EventRow['data'] = {}) =>
      happenings([{ ...taken(result('a', 1, null)), kind, data }], [], { name: 'Ali', now, notes: new Map(), results: [] })
        .flatMap(({ entries }) => entries)
        .map((entry) => ('title' in entry ? entry.title : ''))
        .join();
    assert.equal(
      said('referral.contact_tried', { channel: 'mobile_call', result: 'no_answer' }),
      'A try to reach them by mobile call: no answer',
    );
    assert.equal(said('identity.linked', { number: 4822 }), 'Request 4822 was found to be theirs');
    assert.equal(said('sharing.once', { organisation: 'Hills and Hearth' }), 'Ali lets Hills and Hearth use what they told, this time');
    for (const kind of ['unlinked', 'not_same', 'not_sure'].map((what) => `identity.${what}`))
      assert.doesNotMatch(said(kind, { number: 1 }), /^Identity:/, kind);
    for (const kind of [
      'referral.added_to',
      'referral.not_reached',
      'referral.carer_may_know',
      'safety.duty_told',
      'person.imported',
      'plan.said_differently',
    ])
      assert.doesNotMatch(said(kind), /^\w+: /, kind);
  });

  test('what may not be seen is a day and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), (ids) => {
        const hidden = ids.map((id, day) => ({ id, at: new Date(Date.UTC(2026, 9, day + 1, 9)) }));
        const entries = happenings([], hidden, { name: 'Ali', now, notes: new Map(), results: [] }).flatMap((day) => day.entries);
        assert.equal(entries.length, ids.length);
        for (const entry of entries) assert.deepEqual(Object.keys(entry).toSorted(), ['byline', 'hidden', 'key']);
      }),
    );
  });
});
