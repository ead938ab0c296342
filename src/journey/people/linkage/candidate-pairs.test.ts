import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { model, population } from '../../../../test/harness/linkage.ts';
import { blockingKeys } from './blocking.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { compare } from './compare.ts';
import { identityRecord } from './invented-people.ts';
import { prepare } from './record.ts';
import { outcomeOf, weigh } from './weigh.ts';

test('candidate pairs share two keys, or one that few share, among keys that not too many share', () => {
  fc.assert(
    fc.property(
      fc.array(identityRecord, { maxLength: 12 }),
      fc.option(fc.nat(12), { nil: undefined }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (records, secondListFrom, largestBlock, tellingAlone) => {
        const people = records.map(prepare);
        const { left, right } = candidatePairs(people, {
          ...(secondListFrom === undefined ? {} : { secondListFrom }),
          largestBlock,
          tellingAlone,
        });
        const found = new Set(Array.from(left, (one, pair) => `${one} ${right[pair]}`));
        assert.equal(found.size, left.length);
        const keys = people.map((person) => new Set(blockingKeys(person)));
        const often = (key: string): number => keys.filter((each) => each.has(key)).length;
        for (let one = 0; one < people.length; one++) {
          for (let other = one + 1; other < people.length; other++) {
            const across = secondListFrom === undefined || (one < secondListFrom && other >= secondListFrom);
            const shared = [...(keys[one] ?? [])].filter((key) => keys[other]?.has(key) && often(key) <= largestBlock);
            const enough = shared.length > 1 || shared.some((key) => often(key) <= tellingAlone);
            assert.equal(found.has(`${one} ${other}`), across && enough);
          }
        }
      },
    ),
  );
});

test('finding people by key loses nobody whom comparing everyone would show', () => {
  fc.assert(
    fc.property(population, ([records, again]) => {
      const people = [...records, ...again].map(prepare);
      const { left, right } = candidatePairs(people);
      const found = new Set(Array.from(left, (one, pair) => `${one} ${right[pair]}`));
      people.forEach((a, one) => {
        people.slice(one + 1).forEach((b, after) => {
          const levels = compare(a, b);
          const { probability, outcome } = weigh(levels, a, model);
          assert.equal(outcome, outcomeOf(levels, probability));
          if (outcome !== 'different') assert.ok(found.has(`${one} ${one + 1 + after}`), JSON.stringify([a, b]));
        });
      });
    }),
    { numRuns: 60 },
  );
});
