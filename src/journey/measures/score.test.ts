import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition, Scale } from './definition.ts';
import { instrumentById, instruments } from './instruments/all.ts';
import { core10 } from './instruments/core-10.ts';
import { coreOm } from './instruments/core-om.ts';
import { ascot, ons4 } from './instruments/everyday-life.ts';
import { dialog, goals } from './instruments/recovery.ts';
import { phq9 } from './instruments/talking-therapies.ts';
import { swemwbs } from './instruments/wellbeing.ts';
import { type Answers, type ScaleScore, type Score, score } from './score.ts';

const scored = (result: Score): Extract<Score, { kind: 'scored' }> => {
  assert.equal(result.kind, 'scored', JSON.stringify(result));
  if (result.kind !== 'scored') throw new Error('unreachable');
  return result;
};
const refused = (result: Score): Extract<Score, { kind: 'not_scorable' }> => {
  assert.equal(result.kind, 'not_scorable', JSON.stringify(result));
  if (result.kind !== 'not_scorable') throw new Error('unreachable');
  return result;
};
const valueIn = (part: ScaleScore | undefined): number | string =>
  part?.kind === 'scored' ? part.value : (part?.reason ?? 'no such scale');
const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-6, `${actual} ≠ ${expected}`);

test('instruments §8: CORE-10 with a sum of 18 over nine answers is 20.0, prorated', () => {
  const result = scored(score(core10, [2, 2, 2, 2, 2, 2, 2, 2, 2, null]));
  near(result.total, 20);
  assert.equal(result.method, 'prorated');
  assert.deepEqual(result.missing, [10]);
});

test('instruments §8: CORE-10 with two missing is not scorable, and says which', () => {
  assert.match(refused(score(core10, [2, null, 2, 2, null, 2, 2, 2, 2, 2])).reason, /2 and 5/);
});

const coreOmMissing = (items: readonly number[]): Answers =>
  Array.from({ length: 34 }, (_, index) => (items.includes(index + 1) ? null : 2));

test('instruments §8: CORE-OM with three missing in problems prorates the total, refuses problems, completes the rest', () => {
  const result = scored(score(coreOm, coreOmMissing([2, 5, 8])));
  near(result.total, 20);
  assert.equal(result.method, 'prorated');
  assert.equal(result.subscores.problems?.kind, 'not_scorable');
  for (const id of ['wellbeing', 'functioning', 'risk']) {
    const part = result.subscores[id];
    assert.ok(part?.kind === 'scored' && part.method === 'complete', id);
  }
});

test('instruments §8: CORE-OM with one missing in risk prorates the total and refuses risk', () => {
  const result = scored(score(coreOm, coreOmMissing([6])));
  assert.equal(result.method, 'prorated');
  assert.equal(result.subscores.risk?.kind, 'not_scorable');
  assert.equal(result.subscores['non-risk']?.kind, 'scored');
});

test('instruments §4: CORE-OM domains hold 4, 12, 12 and 6 items, and keep the sum that the return codes want', () => {
  const sizes = Object.fromEntries(coreOm.subscales.map((scale) => [scale.id, scale.items.length]));
  assert.deepEqual(sizes, { wellbeing: 4, problems: 12, functioning: 12, risk: 6, 'non-risk': 28 });
  const items = coreOm.subscales.slice(0, 4).flatMap((scale) => scale.items);
  assert.deepEqual(
    items.toSorted((a, b) => a - b),
    coreOm.total?.items,
  );
  const risk = scored(score(coreOm, coreOmMissing([]))).subscores.risk;
  assert.ok(risk?.kind === 'scored' && risk.sum === 12 && risk.value === 20);
});

test('instruments §8: SWEMWBS raw 24 is metric 21.54, and six of seven is not scorable', () => {
  near(scored(score(swemwbs, [4, 4, 4, 3, 3, 3, 3])).total, 21.54);
  refused(score(swemwbs, [4, 4, 4, 3, 3, 3, null]));
});

test('instruments §7: the whole raw-to-metric table of SWEMWBS', (t) => {
  const file = new URL('../../../../shared/data/instruments/swemwbs_raw_to_metric.json', import.meta.url);
  if (!existsSync(file)) return t.skip('The published table is not here: it lies beside the project.');
  const published: Record<string, number> = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(Object.keys(published).length, 29);
  for (const [raw, metric] of Object.entries(published)) {
    const extra = Number(raw) - 7;
    const answers = Array.from({ length: 7 }, (_, index) => 1 + Math.min(4, Math.max(0, extra - 4 * index)));
    near(scored(score(swemwbs, answers)).total, metric);
  }
});

test('instruments §8: DIALOG mean of the eight life items; an 8 is null, the mean of seven is flagged', () => {
  near(scored(score(dialog, [3, 4, 5, 4, 4, 6, 5, 3, 5, 5, 6])).total, 4.25);
  const result = scored(score(dialog, [3, 4, 5, 8, 4, 6, 5, 3, 5, 5, 6]));
  near(result.total, 30 / 7);
  assert.equal(result.method, 'prorated');
  assert.deepEqual(result.missing, [4]);
  assert.equal(result.subscores['item-4']?.kind, 'not_scorable');
  near(Number(valueIn(result.subscores.experience)), 16 / 3);
});

test('instruments §8: ASCOT ends at 0.999 and −0.171 by weights the licence holder loads, and needs them', (t) => {
  refused(score(ascot, Array(8).fill(0)));
  const file = new URL('../../../../shared/data/instruments/ascot_sct4_weights.json', import.meta.url);
  if (!existsSync(file)) return t.skip('The published weights are not here: they lie beside the project.');
  const published: { domains: Record<string, number[]> } = JSON.parse(readFileSync(file, 'utf8'));
  const total = ascot.total;
  assert.ok(total?.rule.kind === 'weighted');
  const loaded: InstrumentDefinition = {
    ...ascot,
    total: { ...total, rule: { ...total.rule, weights: Object.values(published.domains) } },
  };
  near(scored(score(loaded, Array(8).fill(0))).total, 0.998645);
  near(scored(score(loaded, Array(8).fill(3))).total, -0.170635);
});

test('instruments §8: ONS4 has no total, each answer stands alone, and anxiety reads the other way', () => {
  const result = scored(score(ons4, [7, 8, null, 2]));
  assert.equal(result.total, null);
  assert.equal(ons4.total, null);
  assert.equal(valueIn(result.subscores['item-1']), 7);
  assert.equal(result.subscores['item-3']?.kind, 'not_scorable');
  assert.deepEqual(
    ons4.subscales.map((scale) => scale.better ?? ons4.better),
    ['higher', 'higher', 'higher', 'lower'],
  );
  refused(score(ons4, [null, null, null, null]));
});

test('instruments §2: up to three goals, each alone', () => {
  const result = scored(score(goals, [4, null, null]));
  assert.equal(result.total, null);
  assert.equal(valueIn(result.subscores['item-1']), 4);
});

test('instruments §3: PHQ-9 needs every answer until the organisation confirms a rule; the item about self-harm is never filled in', () => {
  refused(score(phq9, [1, 1, null, 1, 1, 1, 1, 1, 0]));
  assert.ok(phq9.total);
  const withRule: InstrumentDefinition = { ...phq9, total: { ...phq9.total, missing: { kind: 'prorate', atMost: 2, never: [9] } } };
  near(scored(score(withRule, [1, 1, null, 1, 1, 1, 1, 1, 1])).total, 9);
  assert.match(refused(score(withRule, [1, 1, 1, 1, 1, 1, 1, 1, null])).reason, /Question 9 is never/);
});

test('a wrong count of answers and an answer that is not offered are refused with the reason', () => {
  assert.match(refused(score(core10, [1, 2])).reason, /10 questions and 2 answers/);
  assert.match(refused(score(core10, [1, 2, 5, 0, 0, 0, 0, 0, 0, 0])).reason, /Question 3/);
  refused(score(core10, [1, 2, 0.5, 0, 0, 0, 0, 0, 0, 0]));
  refused(score(core10, Array(10).fill(null)));
});

const totalled = instruments.filter(
  (definition): definition is InstrumentDefinition & { total: Scale } =>
    definition.total?.rule.kind !== 'weighted' && definition.total !== null,
);
const anyInstrument = fc.constantFrom(...totalled);
const completeAnswers = ({ items, options }: InstrumentDefinition) =>
  fc.array(fc.integer({ min: options.lowest, max: options.highest }), { minLength: items, maxLength: items });

test('every total lies inside its range, and the ends of the range are reached', () => {
  fc.assert(
    fc.property(
      anyInstrument.chain((definition) => fc.tuple(fc.constant(definition), completeAnswers(definition))),
      ([definition, answers]) => {
        const total = scored(score(definition, answers)).total ?? Number.NaN;
        assert.ok(total >= definition.total.range[0] - 1e-9 && total <= definition.total.range[1] + 1e-9);
      },
    ),
  );
  for (const definition of totalled) {
    const ends = [definition.options.lowest, definition.options.highest].map(
      (answer) => scored(score(definition, Array(definition.items).fill(answer))).total,
    );
    assert.deepEqual(ends, [...definition.total.range], definition.id);
  }
});

test('a higher answer never lowers a total', () => {
  fc.assert(
    fc.property(
      anyInstrument.chain((definition) =>
        fc.tuple(fc.constant(definition), completeAnswers(definition), fc.nat({ max: definition.items - 1 })),
      ),
      ([definition, answers, at]) => {
        const raised = answers.map((answer, index) => (index === at ? Math.min(definition.options.highest, answer + 1) : answer));
        return (scored(score(definition, raised)).total ?? 0) >= (scored(score(definition, answers)).total ?? 0);
      },
    ),
  );
});

test('prorating an answer equal to the mean of the others changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }), (answer, at) => {
      const complete = scored(score(core10, Array(10).fill(answer)));
      const prorated = scored(
        score(
          core10,
          Array.from({ length: 10 }, (_, index) => (index === at ? null : answer)),
        ),
      );
      assert.equal(complete.method, 'complete');
      assert.equal(prorated.method, 'prorated');
      near(prorated.total, complete.total ?? Number.NaN);
    }),
  );
});

test('every definition names its items once, its scales within them, its bands without a gap and its sources', () => {
  assert.equal(instrumentById.size, instruments.length);
  for (const definition of instruments) {
    for (const scale of [...(definition.total ? [definition.total] : []), ...definition.subscales]) {
      assert.equal(new Set(scale.items).size, scale.items.length);
      assert.ok(
        scale.items.every((item) => item >= 1 && item <= definition.items),
        `${definition.id} ${scale.id}`,
      );
    }
    const ids = new Set([...(definition.total ? [definition.total.id] : []), ...definition.subscales.map((scale) => scale.id)]);
    for (const code of definition.returnCodes) {
      assert.ok(ids.has(code.scale), `${definition.id} ${code.code}`);
      if (code.system === 'snomed-ct') assert.ok(verhoeff(code.code), `${definition.id} ${code.code} has a wrong check digit`);
    }
    definition.bands.forEach((band, index) => {
      const before = definition.bands[index - 1];
      assert.equal(band.from, before ? before.to + 1 : definition.total?.range[0], `${definition.id} ${band.words}`);
    });
    if (definition.bands.length > 0) {
      assert.equal(definition.bands.at(-1)?.to, definition.total?.range[1]);
      assert.ok(definition.bandsSource);
    }
    assert.ok(definition.licence && definition.lawfulRoute, definition.id);
  }
});

/** SNOMED CT ids end in a Verhoeff check digit (dihedral group of order 10). */
function verhoeff(id: string): boolean {
  const join = (a: number, b: number): number =>
    a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const turned = (digit: number, times: number): number => (times === 0 ? digit : turned(turn[digit] ?? 0, times - 1));
  return [...id].reverse().reduce((check, digit, position) => join(check, turned(Number(digit), position % 8)), 0) === 0;
}
