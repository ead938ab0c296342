import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clusters, type WeighedPairs } from './clusters.ts';

interface WeighedPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}
const columnsOf = (pairs: readonly WeighedPair[]): WeighedPairs => ({
  left: pairs.map(({ left }) => left),
  right: pairs.map(({ right }) => right),
  weights: pairs.map(({ weight }) => weight),
});

const pairList = fc
  .tuple(
    fc.integer({ min: 1, max: 14 }),
    fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.double({ min: -30, max: 30, noNaN: true })), { maxLength: 40 }),
  )
  .map(([count, raw]) => {
    const pairs = new Map<string, WeighedPair>();
    for (const [one, other, weight] of raw) {
      const left = Math.min(one, other) % count;
      const right = Math.max(one, other) % count;
      if (left < right) pairs.set(`${left} ${right}`, { left, right, weight });
    }
    return { count, pairs: [...pairs.values()] };
  });

test('groups: every record has one, named by a member, and nobody joins without a pair that speaks for it', () => {
  fc.assert(
    fc.property(pairList, ({ count, pairs }) => {
      const groups = clusters(count, columnsOf(pairs));
      assert.equal(groups.length, count);
      groups.forEach((group) => {
        assert.equal(groups[group], group);
      });
      groups.forEach((group, record) => {
        const others = Array.from(groups.keys()).filter((other) => other !== record && groups[other] === group);
        if (others.length > 0)
          assert.ok(
            pairs.some(
              ({ left, right, weight }) =>
                weight >= 0 && ((left === record && others.includes(right)) || (right === record && others.includes(left))),
            ),
          );
      });
    }),
    { numRuns: 500 },
  );
});

/** The same, told slowly: every time, the mean between any two groups from all their pairs. */
function joinedSlowly(count: number, pairs: readonly WeighedPair[], listOf?: (record: number) => number): number[][] {
  const weights = new Map(pairs.map(({ left, right, weight }) => [`${left} ${right}`, weight]));
  let groups = Array.from({ length: count }, (_, record) => [record]);
  for (;;) {
    let best: { mean: number; one: number[]; other: number[] } | undefined;
    for (const one of groups)
      for (const other of groups.slice(groups.indexOf(one) + 1)) {
        if (listOf !== undefined && one.some((a) => other.some((b) => listOf(a) === listOf(b)))) continue;
        const between = one.flatMap((a) => other.map((b) => weights.get(`${Math.min(a, b)} ${Math.max(a, b)}`)));
        if (between.every((weight) => weight === undefined)) continue;
        const mean = between.reduce<number>((sum, weight) => sum + (weight ?? -6), 0) / between.length;
        if (mean >= 0 && mean > (best?.mean ?? -1)) best = { mean, one, other };
      }
    if (best === undefined) return groups.map((group) => group.toSorted((a, b) => a - b));
    const { one, other } = best;
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
  }
}

test('groups are those that joining the strongest mean first gives, worked out anew each time', () => {
  fc.assert(
    fc.property(pairList, fc.boolean(), ({ count, pairs }, listed) => {
      // Within the cap, and no two means alike: of those the order of looking decides, and no sum of sines is a sum of others.
      const small = pairs.map((pair, at) => ({ ...pair, weight: pair.weight / 3 + Math.sin(at + 1) / 100 }));
      const listOf = listed ? (record: number) => record % 3 : undefined;
      const groups = clusters(count, columnsOf(small), listOf === undefined ? {} : { listOf });
      const found = Map.groupBy(groups.keys(), (record) => groups[record]);
      assert.deepEqual(new Set(found.values().map(String)), new Set(joinedSlowly(count, small, listOf).map(String)));
    }),
    { numRuns: 1000 },
  );
});

test('groups: one wrong pair does not merge two families, and a list that holds a person once keeps them apart', () => {
  const within = (records: readonly number[], weight: number): WeighedPair[] =>
    records.flatMap((left, at) => records.slice(at + 1).map((right) => ({ left, right, weight })));
  const families = [...within([0, 1, 2], 15), ...within([3, 4, 5], 15), { left: 2, right: 3, weight: 10 }];
  const groups = clusters(6, columnsOf(families));
  assert.equal(new Set(groups).size, 2);
  assert.equal(new Set(groups.slice(0, 3)).size, 1);
  const chain = clusters(
    3,
    columnsOf([
      { left: 0, right: 1, weight: 9 },
      { left: 1, right: 2, weight: 8 },
    ]),
    { uncompared: 0, listOf: (record) => (record === 1 ? 1 : 0) },
  );
  assert.deepEqual([chain[0] === chain[1], chain[1] === chain[2]], [true, false]);
});
