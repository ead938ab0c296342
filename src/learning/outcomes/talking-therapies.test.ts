import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TreatedPathway, talkingTherapiesOutcomes } from './talking-therapies.ts';

const pathway = (
  id: string,
  depression: [number, number],
  anxiety: [number, number],
  treatmentContacts: number,
  discharged = true,
): TreatedPathway => ({
  id,
  depression: { first: depression[0], last: depression[1] },
  anxiety: { measure: 'gad-7', first: anxiety[0], last: anxiety[1] },
  treatmentContacts,
  discharged,
});

const oracle = [
  pathway('R1', [16, 7], [14, 6], 6),
  pathway('R2', [11, 9], [9, 7], 4),
  pathway('R3', [20, 13], [15, 10], 8),
  pathway('R4', [8, 4], [6, 3], 3),
  pathway('R5', [9, 1], [7, 2], 5),
  pathway('R6', [12, 18], [10, 9], 2),
  pathway('R7', [15, 8], [9, 13], 4),
  pathway('R8', [17, 9], [12, 8], 1),
  pathway('R9', [18, 8], [14, 5], 7, false),
];

test('formulas §3: the nine pathways', () => {
  const outcomes = talkingTherapiesOutcomes(oracle);
  assert.equal(outcomes.finished.length, 7);
  assert.deepEqual(outcomes.caseness, ['R1', 'R2', 'R3', 'R6', 'R7']);
  assert.deepEqual(outcomes.recovery, { of: 5, ids: ['R1', 'R2'] });
  assert.deepEqual(outcomes.reliableImprovement, { of: 7, ids: ['R1', 'R3', 'R5'] });
  assert.deepEqual(outcomes.reliableRecovery, { of: 5, ids: ['R1'] });
  assert.deepEqual(outcomes.reliableDeterioration, { of: 7, ids: ['R6'] });
});

test('formulas §3: pathways are distinct', () => {
  assert.deepEqual(talkingTherapiesOutcomes([...oracle, ...oracle]), talkingTherapiesOutcomes(oracle));
});

test('formulas §3: a finished person without a pair stays in the denominators, or is left out where the setting says so', () => {
  const unpaired: TreatedPathway = { ...pathway('R10', [14, 0], [12, 0], 3), depression: { first: 14, last: null } };
  const counted = talkingTherapiesOutcomes([...oracle, unpaired]);
  assert.equal(counted.recovery.of, 6);
  assert.equal(counted.reliableImprovement.of, 8);
  assert.deepEqual(counted.recovery.ids, ['R1', 'R2']);
  const left = talkingTherapiesOutcomes([...oracle, unpaired], { fewestContacts: 2, withoutPair: 'left_out' });
  assert.equal(left.recovery.of, 5);
  assert.equal(left.reliableImprovement.of, 7);
});

test('an anxiety measure without thresholds is refused rather than guessed', () => {
  assert.throws(
    () => talkingTherapiesOutcomes([{ ...oracle[0], id: 'x', anxiety: { measure: 'oci', first: 30, last: 10 } } as TreatedPathway]),
    /oci/,
  );
});

test('nobody both improves and deteriorates, and reliable recovery is never more than recovery', () => {
  const score = fc.integer({ min: 0, max: 21 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score, score), { minLength: 1, maxLength: 30 }), (rows) => {
      const outcomes = talkingTherapiesOutcomes(rows.map(([a, b, c, d], index) => pathway(`p${index}`, [a, b], [c, d], 2)));
      const worse = new Set(outcomes.reliableDeterioration.ids);
      assert.ok(outcomes.reliableImprovement.ids.every((id) => !worse.has(id)));
      const recovered = new Set(outcomes.recovery.ids);
      assert.ok(outcomes.reliableRecovery.ids.every((id) => recovered.has(id)));
      assert.equal(outcomes.recovery.of, outcomes.caseness.length);
    }),
  );
});
