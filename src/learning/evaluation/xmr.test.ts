import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assurance, xmr } from './xmr.ts';

const near = (actual: number | null | undefined, expected: number, within = 1e-6) =>
  assert.ok(actual !== null && actual !== undefined && Math.abs(actual - expected) < within, `${actual} ≠ ${expected}`);
const limitsOf = (values: readonly number[], screening = false) => {
  const section = xmr(values, { better: 'neutral', screening }).sections[0];
  assert.ok(section?.limits);
  return { mean: section.mean, ...section.limits };
};

// R: set.seed(123); rnorm(20)
const noise = [
  -0.5604756466, -0.2301774895, 1.5587083141, 0.0705083914, 0.1292877352, 1.7150649869, 0.460916206, -1.2650612346, -0.6868528519,
  -0.4456619701, 1.2240817974, 0.3598138271, 0.4007714506, 0.1106827159, -0.5558411348, 1.7869131368, 0.4978504782, -1.9666171566,
  0.7013559016, -0.4727914077,
];

test('formulas §8, oracle 1: public limits; screening changes nothing', () => {
  for (const screening of [false, true]) {
    const limits = limitsOf(noise, screening);
    near(limits.mean, 0.1416238);
    near(limits.lower, -3.01138, 1e-5);
    near(limits.upper, 3.294627);
    near(limits.meanMovingRange, 1.18534);
  }
});

const flood = [21, 24, 19, 23, 22, 25, 20, 22, 24, 21, 23, 22, 37, 24, 20];

test('formulas §8, oracle 2: 37 is outside; screening drops one moving range and keeps the mean', () => {
  const plain = limitsOf(flood);
  near(plain.mean, 23.133333);
  near(plain.meanMovingRange, 4.5);
  near(plain.lower, 11.163333);
  near(plain.upper, 35.103333);
  near(plain.movingRangeLimit, 14.7015);
  const screened = limitsOf(flood, true);
  near(screened.mean, 23.133333);
  near(screened.meanMovingRange, 3.692308);
  near(screened.lower, 13.311795);
  near(screened.upper, 32.954872);
  const flagged = xmr(flood, { better: 'down' }).points.flatMap((point, index) =>
    point.rule ? [[index, point.rule, point.direction, point.signal]] : [],
  );
  assert.deepEqual(flagged, [[12, 'outside a limit', 'high', 'concern']]);
});

/** Points in a long quiet series, far from any limit, so that only the run itself can be flagged. */
const flagsOf = (run: readonly number[]) => {
  const quiet = [9, -9, 9, -9, 9, -9, 9, -9, 9, -9];
  const values = [...quiet, 0, ...run, 0, ...quiet.map((value) => -value)];
  return xmr(values, { better: 'up' })
    .points.slice(quiet.length + 1, quiet.length + 1 + run.length)
    .map(({ rule }) => rule === 'trend of 7');
};

test('formulas §8, oracle 3: six rising points are no trend, seven are, an equal step breaks it', () => {
  // Falling before and after, so that the run begins and ends where the oracle says.
  assert.deepEqual(flagsOf([-3, -2, -1, 0, 1, 2]), Array(6).fill(false));
  assert.deepEqual(flagsOf([-3, -2, -1, 0, 1, 2, 3]), Array(7).fill(true));
  assert.deepEqual(flagsOf([-3, -2, -1, -1, 0, 1, 2]), Array(7).fill(false));
  assert.deepEqual(flagsOf([3, 2, 1, -0.5, -1, -2, -3]).filter(Boolean).length, 7);
});

test('formulas §8: seven on one side are a shift, all flagged; a point on the mean breaks it', () => {
  const values = [-0.25, -3, -0.25, -3, -0.25, -3, -0.25, 0.25, 3, 0.25, 3, 0.25, 3, 0.25, 0, 0];
  const { points } = xmr(values, { better: 'up' });
  assert.deepEqual(
    points.map(({ rule }) => rule === 'shift of 7'),
    [...Array(14).fill(true), false, false],
  );
  assert.deepEqual([points[0]?.signal, points[8]?.signal], ['concern', 'improvement']);
  const broken = xmr([-0.25, -3, -0.25, 0, -0.25, -3, -0.25, 0.25, 3, 0.25, 0, 0.25, 3, 0.25, 0, 0], { better: 'up' });
  assert.ok(broken.points.every(({ rule }) => rule !== 'shift of 7'));
});

test('formulas §8: two of three near a limit, all on one side; only the near ones are flagged', () => {
  const base = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
  const withThree = [...base, 6.5, 1, 6.4, -1, ...base.map((value) => -value - 0.4)];
  const { points, sections } = xmr(withThree, { better: 'down' });
  const limits = sections[0]?.limits;
  assert.ok(limits && 6.5 < limits.upper && 6.4 > (sections[0]?.mean ?? 0) + (2 / 3) * (limits.upper - (sections[0]?.mean ?? 0)));
  assert.deepEqual(
    points.flatMap(({ rule }, index) => (rule === 'two of three near a limit' ? [index] : [])),
    [16, 18],
  );
});

test('formulas §8: under 15 points, or under 12 after a step, there are no limits and no signals', () => {
  const short = xmr(flood.slice(0, 14), { better: 'up' });
  assert.equal(short.sections[0]?.limits, null);
  assert.ok(short.points.every(({ signal }) => signal === null));
  const steps = [{ at: 15, reason: 'Evening visits began', by: 'Ruth' }];
  assert.equal(xmr([...flood, ...flood.slice(0, 11)], { better: 'up', steps }).sections[1]?.limits, null);
  const stepped = xmr([...flood, ...flood.map((value) => value - 10)], { better: 'down', steps });
  near(stepped.sections[1]?.mean, 13.133333);
  assert.equal(stepped.sections[1]?.reason, 'Evening visits began');
  assert.equal(stepped.points[15]?.movingRange, null, 'no moving range across a step');
});

test('formulas §8: a lower limit under the least possible value is in no rule', () => {
  const values = [0, 4, 1, 5, 0, 4, 1, 5, 0, 4, 1, 5, 0, 4, 1, 5];
  const { sections, points } = xmr(values, { better: 'down', minimum: 0 });
  assert.equal(sections[0]?.limits?.lower, null);
  assert.ok(points.every(({ direction }) => direction !== 'low'));
});

test('formulas §8: assurance is strict, or counts equality where the setting says so', () => {
  const section = xmr(flood, { better: 'up' }).sections[0];
  assert.ok(section?.limits?.lower);
  assert.equal(assurance(section, 11, 'up'), 'met');
  assert.equal(assurance(section, 36, 'up'), 'not met');
  assert.equal(assurance(section, 36, 'down'), 'met');
  assert.equal(assurance(section, 20, 'up'), 'hit and miss');
  assert.equal(assurance(section, section.limits.lower, 'up'), 'hit and miss');
  assert.equal(assurance(section, section.limits.lower, 'up', 'inclusive'), 'met');
});

test('turning a series upside down swaps high and low and keeps every rule', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 15, maxLength: 40 }), (values) => {
      const one = xmr(values, { better: 'up' }).points;
      const other = xmr(
        values.map((value) => -value),
        { better: 'down' },
      ).points;
      assert.deepEqual(
        one.map(({ rule, signal }) => [rule, signal]),
        other.map(({ rule, signal }) => [rule, signal]),
      );
    }),
  );
});

test('published limits and trend cases', (t) => {
  const file = new URL('../../../../shared/data/stats/spc_and_change_oracles.json', import.meta.url);
  if (!existsSync(file)) return t.skip('The published values are not here: they lie beside the project.');
  const published: { xmr: { name: string; y: number[]; mean: number; lpl: number; upl: number }[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  for (const { y, mean, lpl, upl } of published.xmr) {
    const limits = limitsOf(y);
    near(limits.mean, mean, 1e-5);
    near(limits.lower, lpl, 1e-5);
    near(limits.upper, upl, 1e-5);
  }
});
