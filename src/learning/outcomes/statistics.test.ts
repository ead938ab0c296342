// Numbers here are R 4.2.2’s; each call stands beside its numbers.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparedEffectSize, pairedEffectSizes } from './effect-size.ts';
import { pairedT } from './paired-t.ts';
import { proportion } from './proportion.ts';
import { quantile } from './quantile.ts';
import { correlation } from './sample.ts';
import { signedRank } from './signed-rank.ts';

const near = (actual: number | null | undefined, expected: number, within = 1e-6) =>
  assert.ok(actual !== null && actual !== undefined && Math.abs(actual - expected) < within, `${actual} ≠ ${expected}`);

const before = [24, 19, 28, 16, 22, 30, 18, 25, 21, 27];
const after = [15, 17, 20, 16, 12, 25, 19, 14, 13, 20];
const pairs = before.map((first, index): [number, number] => [first, after[index] ?? Number.NaN]);
const differences = pairs.map(([first, last]) => first - last);

test('formulas §6, oracle A: each effect size under its own name', () => {
  const sizes = pairedEffectSizes(pairs, 'lower');
  assert.ok(sizes);
  near(sizes.meanChange, 5.9);
  near(sizes.deviationBefore, 4.594683);
  near(sizes.deviationAfter, 3.95671);
  near(sizes.deviationOfChange, 4.228212);
  near(sizes.correlation, 0.519501);
  near(sizes.dz, 1.395389);
  near(sizes.dav, 1.379892);
  near(sizes.drm, 1.367906);
  near(sizes.glass, 1.284093);
  near(sizes.hedgesFactor, 0.914286);
  near(sizes.headline, 1.261616);
});

test('formulas §6, oracle B: two groups', () => {
  const size = comparedEffectSize(
    { n: 30, meanBefore: 20, meanAfter: 13, deviationBefore: 6 },
    { n: 28, meanBefore: 19.5, meanAfter: 17, deviationBefore: 5.5 },
    'lower',
  );
  near(size.pooledDeviation, 5.764345);
  near(size.hedgesFactor, 0.986547);
  near(size.dppc2, 0.770159);
});

test('formulas §6: the paired t interval of oracle A, and of a random sample', () => {
  const result = pairedT(differences);
  assert.equal(result?.degreesOfFreedom, 9);
  near(result?.t, 4.412607);
  near(result?.p, 0.00168919291893, 1e-12);
  near(result?.interval[0], 2.875319256153, 1e-9);
  near(result?.interval[1], 8.924680743847, 1e-9);
  // R: set.seed(3); a <- round(rnorm(14, 20, 5), 1); b <- round(a - 3 + rnorm(14, 0, 4), 1); t.test(a, b, paired = TRUE); cor(a, b)
  const a = [15.2, 18.5, 21.3, 14.2, 21, 20.2, 20.4, 25.6, 13.9, 26.3, 16.3, 14.3, 16.4, 21.3];
  const b = [12.8, 14.3, 14.5, 8.6, 22.9, 18, 15.1, 18.8, 10.1, 16.6, 11.4, 8.3, 18, 22.3];
  const random = pairedT(a.map((first, index) => first - (b[index] ?? 0)));
  near(random?.t, 4.13479614517, 1e-10);
  near(random?.p, 0.00117412360447, 1e-12);
  near(random?.interval[0], 1.814557282552, 1e-10);
  near(random?.interval[1], 5.785442717448, 1e-10);
  near(correlation(a.map((first, index) => [first, b[index] ?? 0])), 0.694443250903, 1e-10);
});

test('too few or unvarying differences give no t, never a wrong one', () => {
  assert.equal(pairedT([3]), null);
  assert.equal(pairedT([2, 2, 2])?.t, null);
  assert.equal(pairedEffectSizes([[3, 2]], 'lower'), null);
  assert.equal(signedRank([0, 0]), null);
});

test('formulas §7, oracle 1: Hollander and Wolfe, exact', () => {
  const x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
  const y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
  const result = signedRank(x.map((value, index) => value - (y[index] ?? 0)));
  assert.equal(result?.positive, 40);
  assert.equal(result?.method, 'exact');
  near(result?.p, 0.0390625, 1e-15);
  near(result?.rankBiserial, 0.777778);
});

test('formulas §7, oracle 2: one zero and a tie of two, by the normal with both corrections', () => {
  const result = signedRank(differences);
  assert.equal(result?.n, 9);
  assert.equal(result?.zeros, 1);
  assert.equal(result?.positive, 44);
  near(result?.variance, 71.125, 1e-12);
  near(result?.z, 2.490051);
  near(result?.p, 0.0127724945502, 1e-12);
  near(result?.rankBiserial, 0.955556);
});

// R: set.seed(7); for (n in c(6, 12, 25, …)) wilcox.test(round(rnorm(n, .4, 1), 4))
const ranked: [number[], number, number][] = [
  [[2.6872, -0.7968, -0.2943, -0.0123, -0.5707, -0.5473], 6, 0.4375],
  [[1.1481, 0.283, 0.5527, 2.59, 0.757, 3.1168, 2.6815, 0.724, 2.2961, 0.8677, -0.4938, 0.0927], 75, 0.00244140625],
  [
    [
      0.3952, 1.3882, 1.2398, 1.1053, 1.706, -0.988, 1.6729, 0.5842, 1.1523, 0.9917, -0.5831, 0.1239, -0.4709, 1.1187, 0.5107, 0.3215,
      -0.0205, -0.1621, 1.3975, -0.7051, 0.2577, 0.715, 1.6186, -0.2993, 0.1146,
    ],
    266,
    0.00417518615723,
  ],
];

test('signed rank agrees with R on random samples, and with ties under both methods', () => {
  for (const [sample, positive, p] of ranked) {
    const result = signedRank(sample);
    assert.equal(result?.positive, positive);
    near(result?.p, p, 1e-12);
  }
  // R: x <- c(1, 1, 2, 2, -1, 3, 3, -2, 4, 5, 0, 0); wilcox.test(x); the exact p by enumeration of 2^10 signs
  const tied = [1, 1, 2, 2, -1, 3, 3, -2, 4, 5, 0, 0];
  near(signedRank(tied)?.p, 0.0403051305007, 1e-12);
  near(signedRank(tied, { exact: true })?.p, 0.0390625, 1e-12);
});

test('exact signed rank equals counting every choice of signs', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 10 }), (sample) => {
      const counted = sample.filter((value) => value !== 0);
      const result = signedRank(sample, { exact: true });
      if (counted.length === 0) return assert.equal(result, null);
      const ranks = counted.map(
        (value) =>
          counted.filter((other) => Math.abs(other) < Math.abs(value)).length +
          (counted.filter((other) => Math.abs(other) === Math.abs(value)).length + 1) / 2,
      );
      const sums = Array.from({ length: 2 ** counted.length }, (_, signs) =>
        ranks.reduce((sum, rank, index) => sum + ((signs >> index) & 1) * rank, 0),
      );
      const positive = ranks.reduce((sum, rank, index) => sum + ((counted[index] ?? 0) > 0 ? rank : 0), 0);
      const tail = Math.min(sums.filter((sum) => sum <= positive).length, sums.filter((sum) => sum >= positive).length) / sums.length;
      near(result?.p, Math.min(1, 2 * tail), 1e-12);
    }),
  );
});

test('turning every difference round keeps p and turns the effect, also with Pratt’s zeros', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 70 }),
      fc.constantFrom('drop' as const, 'pratt' as const),
      (sample, zeros) => {
        const one = signedRank(sample, { zeros });
        const other = signedRank(
          sample.map((value) => 0 - value),
          { zeros },
        );
        if (!one || !other) return assert.equal(one, other);
        near(one.p, other.p, 1e-12);
        near(one.rankBiserial, -(other.rankBiserial ?? Number.NaN), 1e-12);
        assert.ok(one.p > 0 && one.p <= 1);
      },
    ),
  );
});

test('formulas §7: Pratt ranks with the zeros in, then leaves their ranks out', () => {
  // By hand: |d| 0 0 1 2 3 have ranks 1.5 1.5 3 4 5; V = 3 + 5 = 8, mean (30 − 6) ÷ 4 = 6, variance (330 − 30) ÷ 24 = 12.5.
  const result = signedRank([0, 0, 1, -2, 3], { zeros: 'pratt' });
  assert.equal(result?.positive, 8);
  near(result?.variance, 12.5, 1e-12);
  near(result?.z, 1.5 / Math.sqrt(12.5), 1e-12);
});

test('formulas §12: Wilson', () => {
  // R: prop.test(k, n, correct = FALSE)$conf.int
  const oracle: [number, number, number, number][] = [
    [18, 32, 0.393255911369, 0.71834668885],
    [0, 12, 0, 0.242494006655],
    [12, 12, 0.757505993345, 1],
    [1, 3, 0.06149194472, 0.792340399198],
    [73, 200, 0.301405264649, 0.433682973473],
  ];
  for (const [count, of, lower, upper] of oracle) {
    const result = proportion(count, of);
    near(result?.interval[0], lower, 1e-10);
    near(result?.interval[1], upper, 1e-10);
  }
  assert.equal(proportion(0, 0), null);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
      const count = Math.round(of * part);
      const result = proportion(count, of);
      assert.ok(result);
      const [lower, upper] = result.interval;
      assert.ok(lower >= 0 && lower <= result.share && result.share <= upper && upper <= 1, JSON.stringify(result));
      near(proportion(of - count, of)?.interval[0], 1 - upper, 1e-12);
    }),
  );
});

test('formulas §1: quantiles of type 7', () => {
  // R: quantile(c(4, 8.5, 1, 7, 3, 9.25, 2), c(0, .1, .25, .5, .75, .9, 1))
  const expected = [1, 1.6, 2.5, 4, 7.75, 8.8, 9.25];
  for (const [index, share] of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].entries()) {
    near(quantile([4, 8.5, 1, 7, 3, 9.25, 2], share), expected[index] ?? Number.NaN, 1e-12);
  }
});

test('published R values for t, signed rank, exact ties and quantiles', (t) => {
  const file = new URL('../../../../shared/data/stats/r_reference.json', import.meta.url);
  if (!existsSync(file)) return t.skip('The published R values are not here: they lie beside the project.');
  const published: Record<string, { x: number[]; wV: number; wp: number; wep: number; t: number; tp: number; lo: number; hi: number }> =
    JSON.parse(readFileSync(file, 'utf8'));
  const samples = Object.entries(published).filter(([, sample]) => Array.isArray(sample.x) && 'wV' in sample);
  assert.ok(samples.length >= 12);
  for (const [name, sample] of samples) {
    const ranks = signedRank(sample.x);
    assert.equal(ranks?.positive, sample.wV, name);
    near(ranks?.p, sample.wp, 1e-9);
    // From 50 differences on, the published “exact” value with ties is R’s normal one.
    if (sample.x.length < 50) near(signedRank(sample.x, { exact: true })?.p, sample.wep, 1e-9);
    const mean = pairedT(sample.x);
    near(mean?.t, sample.t, 1e-9);
    near(mean?.p, sample.tp, 1e-9);
    near(mean?.interval[0], sample.lo, 1e-9);
    near(mean?.interval[1], sample.hi, 1e-9);
  }
});
