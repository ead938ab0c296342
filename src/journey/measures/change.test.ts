import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classifyChange, personChange } from './change.ts';
import { measureFinding } from './finding.ts';
import { instruments } from './instruments/all.ts';
import { core10 } from './instruments/core-10.ts';
import { reqol10 } from './instruments/recovery.ts';
import { wemwbs } from './instruments/wellbeing.ts';

test('formulas §2: the six CORE-10 cases', () => {
  const cases = [
    [22, 9, 'recovered', false],
    [22, 14, 'improved', false],
    [22, 17, 'no_reliable_change', false],
    [12, 8, 'crossed', false],
    [9, 16, 'deteriorated', true],
    [9, 2, 'improved', true],
  ] as const;
  for (const [first, last, category, startedBelow] of cases) {
    const change = personChange(core10, first, last);
    assert.equal(change.category, category, `${first} → ${last}`);
    assert.equal(change.startedBelow, startedBelow);
    assert.equal(change.improvement, first - last);
  }
});

test('formulas §1: improvement is positive whichever way the score runs', () => {
  assert.equal(personChange(reqol10, 18, 26).improvement, 8);
  assert.equal(personChange(reqol10, 18, 26).category, 'recovered');
  assert.equal(personChange(reqol10, 21, 25).category, 'crossed');
  assert.equal(personChange(wemwbs, 40, 60).category, null);
});

test('the mirror image of a lower-is-better change is the same change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 39 }),
      fc.integer({ min: 1, max: 12 }),
      (first, last, cutOff, threshold) => {
        const lower = classifyChange({ better: 'lower', threshold, cutOff: cutOff + 0.5 }, first, last);
        const higher = classifyChange({ better: 'higher', threshold, cutOff: 39.5 - cutOff }, 40 - first, 40 - last);
        assert.deepEqual({ ...lower, difference: 0 }, { ...higher, difference: 0 });
      },
    ),
  );
});

const readings = (first: number, last: number, languages: readonly [string, string] = ['en', 'en']) => [
  { date: '2026-06-12', value: first, language: languages[0] },
  { date: '2026-11-13', value: last, language: languages[1] },
];

test('ux §8.2: the sentence is made from the scores', () => {
  assert.equal(
    measureFinding(core10, readings(26, 13)),
    'Distress fell 13 points in 22 weeks, from severe to mild. That is a dependable improvement. It is still above the cut-off.',
  );
  assert.equal(
    measureFinding(core10, readings(12, 19)),
    'Distress rose 7 points in 22 weeks, from mild to moderate. That is a dependable change for the worse. It is still above the cut-off. How does this fit?',
  );
  assert.equal(
    measureFinding(core10, readings(12, 8)),
    'Distress fell 4 points in 22 weeks, from mild to low. That is no dependable change yet. It is now below the cut-off.',
  );
  assert.equal(measureFinding(wemwbs, readings(40, 41)), 'Wellbeing rose 1 point in 22 weeks.');
  assert.equal(
    measureFinding(reqol10, readings(18, 26)),
    'Quality of life rose 8 points in 22 weeks. That is a dependable improvement. It is now above the cut-off.',
  );
  assert.equal(
    measureFinding(core10, readings(20, 20)),
    'Distress is the same as 22 weeks before. That is no dependable change yet. It is still above the cut-off.',
  );
  assert.equal(measureFinding(core10, readings(26, 13).slice(0, 1)), 'One score so far: 26. It is above the cut-off.');
  assert.equal(measureFinding(core10, []), 'No scores yet.');
});

test('S8.3: a change from one language to another is said, before anybody is asked how it fits', () => {
  assert.equal(
    measureFinding(core10, readings(12, 19, ['en', 'pl'])),
    'Distress rose 7 points in 22 weeks, from mild to moderate. That is a dependable change for the worse. It is still above the cut-off. The first score was taken in English, the last in Polish. Part of the difference may be the language. How does this fit?',
  );
  assert.doesNotMatch(measureFinding(core10, readings(12, 19, ['pl', 'pl'])), /language/);
});

test('ux §10: no sentence is longer than 20 words, none says why', () => {
  const withTotal = instruments.filter((definition) => definition.total);
  fc.assert(
    fc.property(
      fc.constantFrom(...withTotal),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.tuple(fc.constantFrom('en', 'pl'), fc.constantFrom('en', 'bfi')),
      (definition, from, to, languages) => {
        const [lowest, highest] = definition.total?.range ?? [0, 1];
        const text = measureFinding(definition, readings(lowest + from * (highest - lowest), lowest + to * (highest - lowest), languages));
        for (const sentence of text.split(/(?<=[.?]) /)) assert.ok(sentence.split(' ').length <= 20, sentence);
        assert.doesNotMatch(text, /because|caused|due to|thanks to|led to|'|-\d/);
      },
    ),
  );
});
