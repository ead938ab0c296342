import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Blueprint } from './blueprint.ts';
import { byCode } from './blueprint.ts';
import { effectiveOn } from './effective.ts';
import { mergePlace } from './place.ts';
import { readBlueprint } from './read.ts';

function shipped(name: string): Blueprint {
  const result = readBlueprint(fileURLToPath(new URL(`../../../blueprints/${name}`, import.meta.url)));
  assert.ok(result.ok);
  return result.blueprint;
}

test('one blueprint alone is a place without conflicts', () => {
  const somerset = shipped('somerset-open-door');
  const place = mergePlace([somerset]);
  assert.deepEqual(place.conflicts, []);
  assert.deepEqual(place.services, somerset.services);
  assert.deepEqual(place.blueprints, [{ code: 'somerset-open-door', name: 'Somerset open door', version: 1 }]);
});

test('two blueprints stand side by side; what both define alike is one thing, what they define differently is said', () => {
  const somerset = shipped('somerset-open-door');
  const chorley = shipped('chorley-hub');
  const place = mergePlace([somerset, chorley]);
  assert.equal(place.services.length, somerset.services.length + chorley.services.length);
  assert.equal(place.tools.length, somerset.tools.length, 'the Model of Support is there once');
  assert.ok(byCode(place.services, 'hub') && byCode(place.services, 'spa'));
  const what = place.conflicts.map((conflict) => conflict.what);
  assert.ok(what.includes('place') && what.includes('plainSender') && what.includes('clocks: RESPONSE'));
  assert.ok(!what.some((each) => each.startsWith('messages') || each.startsWith('principles') || each === 'roles: service-manager'));
  for (const conflict of place.conflicts) assert.ok(conflict.message.includes('somerset-open-door') && conflict.fix.length > 0);
  assert.equal(place.plainSender, somerset.plainSender, 'the first one wins, so that the place is usable');
});

test('the same blueprint twice, read apart, makes no conflict', () => {
  const place = mergePlace([shipped('chorley-hub'), shipped('chorley-hub')]);
  assert.deepEqual(place.conflicts, []);
});

test('TWP-15: on a day, only what holds that day is there; a table whose day is not set holds on none', () => {
  const pathway = shipped('together-wellbeing-pathway');
  const codes = (day: string) => effectiveOn(pathway, day)?.rules.map((rules) => rules.code);
  assert.equal(effectiveOn(pathway, '2020-03-31'), null);
  assert.ok(codes('2020-04-01')?.includes('who-comes-first-v1'));
  assert.ok(!codes('2030-01-01')?.includes('who-comes-first-v2'));
});

test('PT-11, TWP-1: dated ties hold on both of their days and no longer', () => {
  const housing = shipped('progression-together');
  const evaluators = (day: string) => effectiveOn(housing, day)?.links.filter((link) => link.role === 'evaluator').length;
  assert.deepEqual([evaluators('2029-03-31'), evaluators('2029-04-01')], [1, 0]);
  const funders = shipped('together-wellbeing-pathway')
    .links.filter((link) => link.organisation === 'hmpps')
    .map((link) => link.role);
  assert.deepEqual(funders, ['funder', 'commissioner', 'deliverer']);
});
