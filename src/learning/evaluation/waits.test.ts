// Numbers here are R 4.2.2’s, package survival; each call stands beside its numbers.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fc from 'fast-check';
import {
  cumulativeIncidence,
  lastDayWith,
  peopleAtRisk,
  restrictedMean,
  shareWaiting,
  type Wait,
  waitingCurve,
  waitQuantile,
  weeklySteps,
} from './kaplan-meier.ts';
import { chiSquareUpperTail, logRank } from './log-rank.ts';

const near = (actual: number | null | undefined, expected: number, within = 1e-6) =>
  assert.ok(actual !== null && actual !== undefined && Math.abs(actual - expected) < within, `${actual} ≠ ${expected}`);

const outcomes = ['waiting', 'event', 'left'] as const;
const waitsOf = (days: readonly number[], states: readonly number[]): Wait[] =>
  days.map((day, index) => ({ days: day, outcome: outcomes[states[index] ?? 0] ?? 'waiting' }));

const small = waitsOf([3, 7, 7, 10, 14, 14, 21, 28, 28, 35], [1, 1, 0, 1, 1, 1, 0, 1, 1, 0]);

test('formulas §11: the table of ten waits', () => {
  // survfit(Surv(t, e) ~ 1, conf.type = "log-log")
  const oracle = [
    [3, 10, 1, 0.9, 0.473009, 0.985281],
    [7, 9, 1, 0.8, 0.408691, 0.945873],
    [10, 7, 1, 0.685714, 0.304585, 0.887148],
    [14, 6, 2, 0.457143, 0.142982, 0.729779],
    [28, 3, 2, 0.152381, 0.00845, 0.476405],
  ];
  const curve = waitingCurve(small);
  assert.equal(curve.steps.length, oracle.length);
  for (const [index, [day, atRisk, events, share, lower, upper]] of oracle.entries()) {
    const step = curve.steps[index];
    assert.deepEqual([step?.day, step?.atRisk, step?.events], [day, atRisk, events]);
    near(step?.share, share ?? 0);
    near(step?.interval?.[0], lower ?? 0);
    near(step?.interval?.[1], upper ?? 0);
  }
  assert.deepEqual(waitQuantile(curve, 0.5), { day: 14, interval: [3, 28] });
  assert.equal(waitQuantile(curve, 0.75).day, 28);
  assert.equal(waitQuantile(curve, 0.9).day, null);
});

// set.seed(20261121); n <- 40; t <- ceiling(rexp(n, 1/20)); c <- ceiling(runif(n, 5, 60)); l <- ceiling(rexp(n, 1/70))
// time <- pmin(t, c, l); state <- ifelse(t <= pmin(c, l), 1, ifelse(l <= c, 2, 0)); g <- rep(0:2, length.out = n)
const time = [
  8, 7, 8, 5, 12, 12, 16, 12, 12, 15, 2, 6, 36, 7, 4, 14, 6, 13, 25, 8, 7, 2, 19, 27, 6, 6, 9, 4, 20, 3, 9, 35, 8, 3, 16, 1, 13, 3, 4, 7,
];
const state = [1, 1, 1, 2, 0, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1];
const random = waitsOf(time, state);

test('a random curve agrees with R in every column, also at the end where nobody is left', () => {
  // summary(survfit(Surv(time, state == 1) ~ 1, conf.type = "log-log")): time, n.risk, n.event, surv, std.err, lower, upper
  const oracle = [
    [1, 40, 1, 0.975, 0.024685522073, 0.835485459112, 0.996440183014],
    [4, 34, 3, 0.775, 0.066025563231, 0.612167867476, 0.875999586607],
    [12, 16, 2, 0.381759259259, 0.078636223038, 0.231195043699, 0.53089588222],
    [19, 6, 1, 0.185577417695, 0.068257803357, 0.075468078304, 0.333598458516],
    [35, 2, 1, 0.046394354424, 0.043652291741, 0.003704541247, 0.185594016119],
  ];
  const curve = waitingCurve(random);
  assert.equal(curve.steps.length, 18);
  for (const [day, atRisk, events, share, error, lower, upper] of oracle) {
    const step = curve.steps.find((candidate) => candidate.day === day);
    assert.deepEqual([step?.atRisk, step?.events], [atRisk, events]);
    near(step?.share, share ?? 0, 1e-11);
    near(step?.standardError, error ?? 0, 1e-11);
    near(step?.interval?.[0], lower ?? 0, 1e-10);
    near(step?.interval?.[1], upper ?? 0, 1e-10);
  }
  assert.deepEqual(curve.steps.at(-1), { day: 36, atRisk: 1, events: 1, share: 0, standardError: null, interval: null });
  // quantile(fit, c(.25, .5, .75, .9))
  assert.deepEqual(waitQuantile(curve, 0.25), { day: 6, interval: [3, 7] });
  assert.deepEqual(waitQuantile(curve, 0.5), { day: 8, interval: [7, 13] });
  assert.deepEqual(waitQuantile(curve, 0.75), { day: 16, interval: [12, 27] });
  assert.deepEqual(waitQuantile(curve, 0.9), { day: 27, interval: [19, null] });
  // summary(fit, rmean = 30)$table
  near(restrictedMean(curve, 30), 11.91871527777778, 1e-10);
});

test('formulas §11: leaving is a competing event, as R’s Aalen–Johansen', () => {
  // survfit(Surv(time, factor(state, 0:2)) ~ 1)$pstate
  const oracle = [
    [4, 0.225, 0],
    [5, 0.225, 0.025],
    [12, 0.605555555556, 0.051388888889],
    [36, 0.948611111111, 0.051388888889],
  ];
  const steps = cumulativeIncidence(random);
  for (const [day, event, left] of oracle) {
    const step = steps.find((candidate) => candidate.day === day);
    near(step?.event, event ?? 0, 1e-11);
    near(step?.left, left ?? 0, 1e-11);
  }
});

test('the log-rank test agrees with R for two groups and three', () => {
  const inGroups = (groupOf: (index: number) => number, groups: number) =>
    Array.from({ length: groups }, (_, group) => random.filter((_wait, index) => groupOf(index) === group));
  // survdiff(Surv(time, state == 1) ~ I(g == 0)); survdiff(Surv(time, state == 1) ~ g)
  const two = logRank(inGroups((index) => (index % 3 === 0 ? 0 : 1), 2));
  near(two?.chiSquare, 0.035211510626, 1e-11);
  near(two?.p, 0.851153141779572, 1e-12);
  const three = logRank(inGroups((index) => index % 3, 3));
  near(three?.chiSquare, 0.955885917397, 1e-11);
  near(three?.p, 0.620057564863683, 1e-12);
  assert.equal(logRank([random]), null);
  assert.equal(logRank([random, []]), null);
});

test('upper tails of chi-square keep their digits', () => {
  // pchisq(x, df, lower = FALSE)
  const oracle: [number, number, number][] = [
    [0.5, 1, 0.479500122186953],
    [3.84, 2, 0.14660696213035],
    [10, 3, 0.0185661354630432],
    [50, 4, 3.61086540489065e-10],
    [500, 5, 7.9846611105628e-106],
    [2.2, 7, 0.94794651233626],
  ];
  for (const [x, degrees, p] of oracle) near(chiSquareUpperTail(x, degrees) / p, 1, 1e-12);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.integer({ min: 1, max: 12 }), (x, degrees) =>
      near(chiSquareUpperTail(x, degrees) + chiSquareCdf(x, degrees), 1, 1e-12),
    ),
  );
});

const anyWaits = fc.array(fc.record({ days: fc.integer({ min: 0, max: 40 }), outcome: fc.constantFrom(...outcomes) }), {
  minLength: 1,
  maxLength: 40,
});

test('the curve is the product over days counted by brute force', () => {
  fc.assert(
    fc.property(anyWaits, fc.integer({ min: 0, max: 45 }), (waits, day) => {
      let expected = 1;
      for (let today = 0; today <= day; today += 1) {
        const waiting = waits.filter(({ days }) => days >= today).length;
        const met = waits.filter(({ days, outcome }) => days === today && outcome === 'event').length;
        if (met > 0) expected *= (waiting - met) / waiting;
      }
      near(shareWaiting(waitingCurve(waits), day), expected, 1e-12);
    }),
  );
});

test('without censoring the curve is the plain share still waiting, and incidence adds up to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 30 }),
      (rows, day) => {
        const met: Wait[] = rows.map(([days]) => ({ days, outcome: 'event' }));
        near(shareWaiting(waitingCurve(met), day), rows.filter(([days]) => days > day).length / rows.length, 1e-12);
        const ended: Wait[] = rows.map(([days, left]) => ({ days, outcome: left ? 'left' : 'event' }));
        const step = cumulativeIncidence(ended).findLast((candidate) => candidate.day <= day);
        near(step?.left ?? 0, rows.filter(([days, left]) => left && days <= day).length / rows.length, 1e-12);
        near((step?.left ?? 0) + (step?.event ?? 0), rows.filter(([days]) => days <= day).length / rows.length, 1e-12);
      },
    ),
  );
});

test('shares fall, intervals hold them, and quantiles rise', () => {
  fc.assert(
    fc.property(anyWaits, (waits) => {
      const curve = waitingCurve(waits);
      curve.steps.forEach((step, index) => {
        assert.ok(step.share <= (curve.steps[index - 1]?.share ?? 1));
        assert.equal(step.atRisk, peopleAtRisk(waits, step.day));
        if (step.interval)
          assert.ok(step.interval[0] >= 0 && step.interval[0] <= step.share && step.share <= step.interval[1] && step.interval[1] <= 1);
      });
      const days = [0.1, 0.25, 0.5, 0.75, 0.9].map((part) => waitQuantile(curve, part).day ?? Number.POSITIVE_INFINITY);
      assert.deepEqual(
        days,
        days.toSorted((a, b) => a - b),
      );
    }),
  );
});

test('formulas §11: a curve stops where fewer than five remain, and outside readers see whole weeks only', () => {
  assert.equal(lastDayWith(small), 14);
  assert.equal(peopleAtRisk(small, 14), 6);
  assert.equal(lastDayWith(small.slice(0, 4)), 0);
  const steps = weeklySteps(waitingCurve(small), 28);
  assert.deepEqual(
    steps.map(({ day }) => day),
    [0, 7, 14, 21, 28],
  );
  near(steps[1]?.share, 0.8);
  near(steps[3]?.share, 0.457142857);
  fc.assert(
    fc.property(anyWaits, fc.integer({ min: 1, max: 8 }), (waits, few) => {
      const last = lastDayWith(waits, few);
      assert.ok(waits.length < few || (peopleAtRisk(waits, last) >= few && peopleAtRisk(waits, last + 1) < few));
    }),
  );
});

test('published R values for a second curve and log-rank test', (t) => {
  const file = new URL('../../../../shared/data/stats/r_reference.json', import.meta.url);
  if (!existsSync(file)) return t.skip('The published R values are not here: they lie beside the project.');
  const {
    km,
    lr,
  }: {
    km: { t: number[]; e: number[]; time: number[]; surv: number[]; lo: (number | string)[]; hi: (number | string)[]; median: number };
    lr: { g: number[]; chisq: number };
  } = JSON.parse(readFileSync(file, 'utf8'));
  const waits = waitsOf(km.t, km.e);
  const curve = waitingCurve(waits);
  km.time.forEach((day, index) => {
    near(shareWaiting(curve, day), km.surv[index] ?? 0, 1e-12);
    const step = curve.steps.find((candidate) => candidate.day === day);
    if (step?.interval) {
      near(step.interval[0], Number(km.lo[index]), 1e-9);
      near(step.interval[1], Number(km.hi[index]), 1e-9);
    }
  });
  assert.equal(waitQuantile(curve, 0.5).day, km.median);
  near(logRank([0, 1].map((group) => waits.filter((_, index) => lr.g[index] === group)))?.chiSquare, lr.chisq, 1e-9);
});
