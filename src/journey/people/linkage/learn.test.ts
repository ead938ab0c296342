import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { model, population } from '../../../../test/harness/linkage.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { compare } from './compare.ts';
import { fields, offsets } from './fields.ts';
import { learn } from './learn.ts';
import { prepare } from './record.ts';
import { weightOf, weightTable } from './weigh.ts';

test('starting rates add up to one in each field', () => {
  for (const rates of [...model.m, ...model.u]) {
    fields.forEach(({ levels, name }, at) => {
      const offset = (offsets[at] ?? 0) + 1;
      const sum = rates.slice(offset, offset + levels.length - 1).reduce((total, rate) => total + rate, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, name);
    });
  }
});

test('learning is repeatable, and its rates add up to one', () => {
  fc.assert(
    fc.property(population, ([records, again]) => {
      const people = [...records, ...again].map(prepare);
      const pairs = candidatePairs(people);
      const learned = learn(people, pairs, { rounds: 5 });
      assert.deepEqual(learn(people, pairs, { rounds: 5 }), learned);
      assert.ok(learned.prior > 0 && learned.prior < 1);
      for (const rates of [...learned.m, ...learned.u]) assert.ok(rates.every((rate) => rate > 0 && rate <= 1.01));
      const table = weightTable(learned);
      people.forEach((a) => {
        people.forEach((b) => {
          assert.ok(Number.isFinite(weightOf(compare(a, b), a, learned, table)));
        });
      });
    }),
    { numRuns: 15 },
  );
});
