import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startingModel } from './parameters.ts';
import { type IdentityRecord, prepare } from './record.ts';
import { amongRivals } from './rivals.ts';
import { probabilityOf } from './weigh.ts';

const model = startingModel(2000);
const named = (given: string, born: string): IdentityRecord => ({ id: given, given, family: 'Hart', birth: born });
/** Nobody here is anybody else. */
const strangers = ['Amara', 'Wei', 'Grace', 'Tom', 'Priya', 'Kwame'].map((given, at) => named(given, `19${50 + 7 * at}-0${at + 1}-1${at}`));

/** The first record’s pairs with all the others, which are the second list. */
function among(records: readonly IdentityRecord[], weights: readonly number[]): number[] {
  const right = Uint32Array.from(weights.keys(), (at) => at + 1);
  const people = records.map(prepare);
  return Array.from(amongRivals({ left: new Uint32Array(weights.length), right, weights: Float64Array.from(weights) }, { people, model }));
}

test('of several who fit one record, each has the probability that it is that one and none of the others', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 5 }), (weights) => {
      const records = [named('Bronwen', '1931-12-30'), ...strangers.slice(0, weights.length)];
      const odds = weights.map((weight) => 2 ** weight);
      const all = odds.reduce((sum, each) => sum + each, 1);
      among(records, weights).forEach((weight, at) => {
        assert.ok(Math.abs(probabilityOf(weight) - (odds[at] ?? 0) / all) < 1e-9);
      });
    }),
  );
});

test('whoever is in a list twice is no rival to themselves, and what speaks for two people stays as it is', () => {
  const [amara, wei] = strangers;
  assert.ok(amara && wei);
  const again = { ...amara, id: 'again', given: 'Amarra' };
  assert.deepEqual(among([amara, amara, again], [12, 9]), [12, 9]);
  assert.deepEqual(among([amara, amara, wei], [12, -9])[1], -9);
  assert.ok((among([amara, amara, wei], [12, 9])[1] ?? 0) < 0);
});
