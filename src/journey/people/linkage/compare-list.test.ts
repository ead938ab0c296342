import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare } from './compare.ts';
import { listComparer } from './compare-list.ts';
import { fields } from './fields.ts';
import { fullRecord, identityRecord, secondRecord } from './invented-people.ts';
import { linkAll } from './link.ts';
import { listPreparer, prepare } from './record.ts';
import { weightOf, weightTable } from './weigh.ts';

const list = fc
  .array(fc.oneof(fullRecord, identityRecord), { minLength: 2, maxLength: 9 })
  .chain((records) => fc.tuple(fc.constant(records), fc.tuple(...records.slice(0, 3).map((record) => secondRecord(record)))))
  // Many times the same few, so that pairs of values are also remembered.
  .map(([records, again]) => Array.from({ length: 9 }, () => [...records, ...again]).flat());

test('people of a list are prepared as each alone is', () => {
  fc.assert(fc.property(list, (records) => assert.deepEqual(records.map(listPreparer()), records.map(prepare))));
});

test('people of a list are compared as two people are, whatever was compared before', () => {
  fc.assert(
    fc.property(list, fc.nat(), (records, beginning) => {
      const people = records.map(prepare);
      const compareInto = listComparer(people);
      const levels = new Uint8Array(3 * fields.length).fill(99);
      for (let turn = 0; turn < 400; turn++) {
        const left = (beginning + 7 * turn) % people.length;
        const right = (beginning + 11 * turn + 1) % people.length;
        const [one, other] = [people[left], people[right]];
        if (one === undefined || other === undefined) continue;
        compareInto(left, right, levels, fields.length);
        assert.deepEqual(levels.slice(fields.length, 2 * fields.length), compare(one, other));
      }
      assert.ok(levels.subarray(0, fields.length).every((each) => each === 99));
      assert.ok(levels.subarray(2 * fields.length).every((each) => each === 99));
    }),
    { numRuns: 60 },
  );
});

test('a pair of a list weighs what it weighs at the door', () => {
  fc.assert(
    fc.property(list, (records) => {
      const people = records.map(prepare);
      const { candidates, weights, model } = linkAll(people);
      const table = weightTable(model);
      weights.forEach((weight, pair) => {
        const [one, other] = [people[candidates.left[pair] ?? 0], people[candidates.right[pair] ?? 0]];
        if (one === undefined || other === undefined) return;
        assert.equal(weight, weightOf(compare(one, other), one, model, table));
      });
    }),
    { numRuns: 10 },
  );
});
