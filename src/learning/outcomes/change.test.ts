import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personChange } from '../../journey/measures/change.ts';
import { core10 } from '../../journey/measures/instruments/core-10.ts';
import { countCategories, cutOffs, deviationOfDifference, reliableChangeIndex, reliableThreshold } from './change.ts';

const near = (actual: number, expected: number, within = 1e-6) =>
  assert.ok(Math.abs(actual - expected) < within, `${actual} ≠ ${expected}`);

test('formulas §2: CORE-10 thresholds and cut-offs', () => {
  near(deviationOfDifference(7.7, 0.9), 3.443545);
  near(reliableThreshold(7.7, 0.9, 0.9, 1.645), 5.664631);
  near(reliableThreshold(7.7, 0.9, 0.95, 1.96), 6.749348);
  // R: qnorm(.975) * 7.7 * sqrt(2) * sqrt(.1)
  near(reliableThreshold(7.7, 0.9, 0.95), 6.749224, 2e-6);
  const { a, b, c } = cutOffs('lower', { mean: 19.7, deviation: 7.7 }, { mean: 4.7, deviation: 4.8 });
  near(a, 4.3);
  near(b, 14.3);
  near(c, 10.46);
  near(reliableChangeIndex(6, 7.7, 0.9), 6 / 3.443545);
});

test('formulas §2: the published whole numbers are the computed ones rounded up, as the definition applies them', () => {
  const [general, clinical] = core10.norms;
  assert.ok(general?.standardDeviation && clinical?.standardDeviation && core10.reliability);
  const { c } = cutOffs(
    'lower',
    { mean: clinical.mean, deviation: clinical.standardDeviation },
    { mean: general.mean, deviation: general.standardDeviation },
  );
  assert.equal(core10.cutOffs[0]?.value, Math.ceil(c));
  assert.equal(core10.reliableChange?.threshold, Math.ceil(reliableThreshold(clinical.standardDeviation, core10.reliability.alpha, 0.9)));
});

test('cut-offs of a higher-is-better score mirror those of a lower-is-better one', () => {
  const lower = cutOffs('lower', { mean: 19.7, deviation: 7.7 }, { mean: 4.7, deviation: 4.8 });
  const higher = cutOffs('higher', { mean: 40 - 19.7, deviation: 7.7 }, { mean: 40 - 4.7, deviation: 4.8 });
  near(higher.a, 40 - lower.a);
  near(higher.b, 40 - lower.b);
  near(higher.c, 40 - lower.c);
});

test('formulas §2: every person is in one category, and starting below is stated', () => {
  const changes = [
    [22, 9],
    [22, 14],
    [22, 17],
    [12, 8],
    [9, 16],
    [9, 2],
  ].map(([first, last]) => personChange(core10, first ?? 0, last ?? 0));
  assert.deepEqual(countCategories(changes), {
    people: 6,
    startedBelow: 2,
    categories: { recovered: 1, improved: 2, crossed: 1, no_reliable_change: 1, deteriorated: 1 },
  });
});
