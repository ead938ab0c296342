import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startingModel, termFrequencies } from './parameters.ts';
import { prepare } from './record.ts';
import { readModel, saveModel } from './saved-model.ts';

const people = [...Array.from({ length: 1200 }, (_, at) => (at % 3 === 0 ? 'Smith' : 'Khan')), 'Featherstonehaugh'].map((family, at) =>
  prepare({ id: String(at), family, given: '__proto__' }),
);

test('a model comes back from JSON as it was, except for names that few share', () => {
  const model = startingModel(5000, termFrequencies(people));
  const json: unknown = JSON.parse(JSON.stringify(saveModel(model, people)));
  const back = readModel(json);
  assert.ok(back !== undefined);
  assert.deepEqual([back.prior, back.m, back.u, back.terms.least], [model.prior, model.m, model.u, model.terms.least]);
  assert.deepEqual([...back.terms.family.keys()].sort(), ['khan', 'smith']);
  assert.ok(!JSON.stringify(json).includes('featherstonehaugh'));
});

test('a name is written down by how many records share it, however seldom the rest have one at all', () => {
  const town = (at: number) => (at < 4 ? 'Nether Stowey' : at < 10 ? 'Taunton' : '');
  const few = Array.from({ length: 1200 }, (_, at) => prepare({ id: String(at), family: 'Smith', town: town(at) }));
  assert.deepEqual(Object.keys(saveModel(startingModel(1200, termFrequencies(few)), few).terms.town), ['taunton']);
});

test('what is not a whole saved model is not read as one', () => {
  const saved = saveModel(startingModel(100), []);
  assert.ok(readModel(saved) !== undefined);
  const { birth: _birth, ...withoutBirth } = saved.apart;
  assert.equal(readModel({ ...saved, apart: withoutBirth }), undefined);
  assert.equal(readModel({ ...saved, prior: 2 }), undefined);
  assert.equal(readModel({ ...saved, version: 2 }), undefined);
  fc.assert(fc.property(fc.jsonValue(), (json) => assert.equal(readModel(json), undefined)));
});
