import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fairnessFinding,
  gapInWords,
  groupChangeFinding,
  normFinding,
  ofEveryHundred,
  promiseFinding,
  returnFinding,
  seriesFinding,
  shareFinding,
  waitingFinding,
} from './findings.ts';

test('ux §8.5: a wait is told by its median, never an average', () => {
  assert.equal(
    waitingFinding({ waitFor: 'a first meeting', median: 20, medianBefore: 35 }),
    'Half the people now have a first meeting within 20 days. It was 35 the year before.',
  );
  assert.equal(waitingFinding({ waitFor: 'a first meeting', median: 1 }), 'Half the people now have a first meeting within 1 day.');
  assert.equal(
    waitingFinding({ waitFor: 'a match', median: null, medianBefore: null }),
    'Fewer than half the people have had a match so far. Fewer than half had it the year before.',
  );
  assert.equal(
    waitingFinding({ waitFor: 'a match', median: 9, medianBefore: 9 }),
    'Half the people now have a match within 9 days. It was the same the year before.',
  );
});

test('ux §8.1.7: a promise is compared only as far as its interval allows', () => {
  const numbers = { promise: 28, waitFor: 'a first meeting', met: 0.742, metBefore: 0.351 };
  assert.equal(
    promiseFinding({ ...numbers, difference: [0.23, 0.56] }),
    'By day 28, our promise, 74 of every 100 people had a first meeting. It was 35 before. The difference is 39, likely between 23 and 56.',
  );
  assert.match(promiseFinding({ ...numbers, difference: [-0.02, 0.56] }), /no clear difference: likely between −2 and 56\.$/);
});

test('ux §8.3: group change says direction, size and interval; an interval over zero is no clear change', () => {
  const change = { about: 'wellbeing', better: 'higher' } as const;
  assert.equal(
    groupChangeFinding({ ...change, difference: 12.9, interval: [9.6, 16.1] }),
    'On average, wellbeing rose 12.9 points, likely between 9.6 and 16.1.',
  );
  assert.equal(
    groupChangeFinding({ ...change, difference: -3, interval: [-5, -1] }),
    'On average, wellbeing fell 3 points, likely between 1 and 5. That is a change for the worse.',
  );
  assert.equal(
    groupChangeFinding({ ...change, difference: 1.2, interval: [-0.4, 2.8] }),
    'On average, wellbeing shows no clear change: 1.2 points up, likely between −0.4 and 2.8.',
  );
  assert.equal(
    normFinding({ arrived: [38.8, 44.3], left: [51.1, 57.7], norm: 49.9, population: 'adults in England' }),
    'On average, people arrived below adults in England and left above them.',
  );
  assert.equal(
    normFinding({ arrived: [48, 52], left: [49, 53], norm: 49.9, population: 'adults in England' }),
    'On average, people arrived and left close to adults in England.',
  );
});

test('ux §8.7: a gap is named only when clear, with the number of comparisons; hidden groups are not compared', () => {
  const groups = [
    { group: 'Black people', difference: 10, interval: [4, 18] as const },
    { group: 'Women', difference: 2, interval: [-3, 7] as const },
    { group: 'Asian people', difference: null, interval: null },
  ];
  assert.equal(
    fairnessFinding(groups, 'a first meeting'),
    'One clear gap: Black people waited 10 days longer (4 to 18) for a first meeting than everyone else. We made 2 comparisons.',
  );
  assert.deepEqual(groups.map(gapInWords), ['10 days longer (4 to 18)', 'No clear difference', 'Small number, hidden to protect people']);
  assert.equal(gapInWords({ difference: -4, interval: [-9, -1] }), '4 days shorter (1 to 9)');
  assert.match(fairnessFinding(groups.slice(1), 'a match'), /^No group waited clearly/);
  assert.match(fairnessFinding(groups.slice(2), 'a match'), /too few/);
});

test('ux §8.6: a series tells its averages before and after a step, and whether the latest point is unusual', () => {
  assert.equal(
    seriesFinding({
      what: 'Nights in hospital',
      per: 'a month',
      mean: 26.9,
      meanBefore: 46.2,
      step: 'evening visits began',
      latest: null,
      runChart: false,
    }),
    'Nights in hospital average 27 a month. Before evening visits began it was 46. The latest point is within usual variation.',
  );
});

test('ux §10: shares are told of every 100 people', () => {
  assert.equal(
    ofEveryHundred({ share: 0.118, who: 'people who started', did: 'left before a first meeting' }),
    'Of every 100 people who started, 12 left before a first meeting.',
  );
  assert.equal(
    shareFinding({ share: 0.52, interval: [0.39, 0.65], who: 'people who left', did: 'moved somewhere more independent' }),
    '52 of every 100 people who left moved somewhere more independent, likely between 39 and 65.',
  );
  assert.equal(returnFinding(0.785), '79% of people who left have both scores.');
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const day = fc.integer({ min: 0, max: 400 });
const interval = fc
  .tuple(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }))
  .map(([lower, width]): [number, number] => [lower, lower + width]);

test('ux §10: no cause, no straight quote, no hyphen for minus, no sentence over 20 words; every number said is one given', () => {
  const any = fc.oneof(
    fc
      .tuple(fc.option(day), fc.option(day))
      .map(([median, medianBefore]) => waitingFinding({ waitFor: 'a first meeting', median, medianBefore })),
    fc
      .tuple(day, share, share, interval)
      .map(([promise, met, metBefore, [a, b]]) =>
        promiseFinding({ promise, waitFor: 'a first meeting', met, metBefore, difference: [a / 100, b / 100] }),
      ),
    interval.map((range) =>
      groupChangeFinding({ about: 'wellbeing', difference: (range[0] + range[1]) / 2, interval: range, better: 'higher' }),
    ),
    fc.array(interval, { minLength: 1, maxLength: 8 }).map((ranges) =>
      fairnessFinding(
        ranges.map((range, index) => ({ group: `Group ${'ABCDEFGH'[index]}`, difference: (range[0] + range[1]) / 2, interval: range })),
        'a first meeting',
      ),
    ),
    fc
      .tuple(share, interval)
      .map(([value, [a, b]]) => shareFinding({ share: value, interval: [a / 100, b / 100], who: 'people who left', did: 'moved on' })),
  );
  fc.assert(
    fc.property(any, (text) => {
      assert.doesNotMatch(text, /because|caus|due to|thanks|led to|result of|'|"|-\d|NaN|undefined|average wait/i);
      for (const sentence of text.split(/(?<=\.) /))
        assert.ok(sentence.split(' ').length <= 20, `${sentence.split(' ').length}: ${sentence}`);
    }),
    { numRuns: 600 },
  );
});
