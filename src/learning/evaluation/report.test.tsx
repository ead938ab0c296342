// From records to picture: the numbers of a sentence, a table and a drawing are the same numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { SeriesChart, seriesTable } from '../../design/charts/series-chart.tsx';
import { Slope, slopeTable } from '../../design/charts/slope.tsx';
import { WaitingCurve, type WaitingGroup, waitingTable } from '../../design/charts/waiting-curve.tsx';
import { pairedT } from '../outcomes/paired-t.ts';
import { quantile } from '../outcomes/quantile.ts';
import { mean } from '../outcomes/sample.ts';
import { groupChangeFinding, seriesFinding, waitingFinding } from './findings.ts';
import { lastDayWith, peopleAtRisk, type Wait, waitingCurve, waitQuantile, weeklySteps } from './kaplan-meier.ts';
import { shownCount } from './small-numbers.ts';
import { xmr } from './xmr.ts';

const numbersIn = (text: string): string[] => text.match(/−?\d[\d,.]*\d|−?\d/g) ?? [];

const anyWait: fc.Arbitrary<Wait> = fc.record({
  days: fc.integer({ min: 1, max: 90 }),
  outcome: fc.constantFrom('event', 'event', 'event', 'left', 'waiting'),
});

/** A group for readers who may not see people. */
function outsideGroup(label: string, waits: readonly Wait[]): WaitingGroup {
  const curve = waitingCurve(waits);
  const lastDay = lastDayWith(waits);
  return {
    label,
    lastDay,
    steps: weeklySteps(curve, lastDay),
    median: waitQuantile(curve, 0.5).day,
    remainingOn: (day) => shownCount(peopleAtRisk(waits, day)),
  };
}

test('S: the sentence over a waiting curve says the days the curve and its table say', () => {
  fc.assert(
    fc.property(fc.array(anyWait, { minLength: 12, maxLength: 60 }), fc.array(anyWait, { minLength: 12, maxLength: 60 }), (now, then) => {
      const props = {
        id: 'w',
        title: 'Waits',
        who: 'people referred',
        latest: outsideGroup('This year', now),
        before: outsideGroup('Last year', then),
      };
      const sentence = waitingFinding({ waitFor: 'a first meeting', median: props.latest.median, medianBefore: props.before.median });
      const table = waitingTable(props);
      const halves = table.rows.at(-1) ?? [];
      const said = new Set(numbersIn(sentence));
      for (const printed of [halves[1], halves[3]])
        if (printed !== 'not reached' && props.latest.median !== props.before.median)
          assert.ok(said.has(printed ?? ''), `${sentence} ${printed}`);
      const html = renderToString(<WaitingCurve {...props} />);
      for (const group of [props.latest, props.before]) {
        if (group.median !== null && group.median <= group.lastDay) assert.ok(html.includes(`>${group.median} days<`));
      }
      // Counts of people are to the nearest 5 or hidden, and steps stand at whole weeks.
      for (const row of table.rows.slice(0, -1))
        for (const people of [row[2], row[4]]) assert.ok(people === 'under 5' || Number(people) % 5 === 0);
      assert.ok(props.latest.steps.every(({ day }) => day % 7 === 0));
    }),
    { numRuns: 60 },
  );
});

test('S: an outside reader sees the same curve whoever of two people in one week had a meeting first', () => {
  const early: Wait[] = Array.from({ length: 20 }, (_, index) => ({ days: 8 + index, outcome: 'event' }));
  const swapped = early.map((wait, index) => (index === 2 ? { ...wait, days: 11 } : index === 3 ? { ...wait, days: 10 } : wait));
  const shifted = early.map((wait, index) => (index === 2 ? { ...wait, days: 9 } : wait));
  const draw = (waits: readonly Wait[]) =>
    renderToString(<WaitingCurve id="w" title="Waits" who="people" latest={outsideGroup('This year', waits)} />);
  assert.equal(draw(swapped), draw(early));
  assert.equal(draw(shifted), draw(early));
});

test('S: the sentence over a slope says the change and interval that are drawn', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 14, max: 60 }), fc.integer({ min: -5, max: 10 })), { minLength: 10, maxLength: 40 }),
      (rows) => {
        fc.pre(new Set(rows.map(([, change]) => change)).size > 1 && new Set(rows.map(([first]) => first)).size > 1);
        const group = (values: number[]) => ({
          mean: mean(values),
          interval: pairedT(values)?.interval ?? ([0, 0] as const),
          quartiles: [quantile(values, 0.25), quantile(values, 0.75)] as const,
        });
        const difference = pairedT(rows.map(([, change]) => change));
        assert.ok(difference);
        const props = {
          id: 's',
          title: 'Wellbeing',
          scoreName: 'Score',
          pairs: rows.length,
          entry: { label: 'Moved in', ...group(rows.map(([first]) => first)) },
          end: { label: 'Left', ...group(rows.map(([first, change]) => first + change)) },
          difference,
        };
        const [change, interval] = [slopeTable(props).rows[0]?.[3] ?? '', slopeTable(props).rows[1]?.[3] ?? ''];
        const sentence = groupChangeFinding({
          about: 'wellbeing',
          difference: difference.mean,
          interval: difference.interval,
          better: 'higher',
        });
        const sizes = (text: string) =>
          numbersIn(text)
            .map((part) => part.replace('−', ''))
            .toSorted();
        assert.deepEqual(sizes(sentence), sizes(`${change} ${interval}`));
        const html = renderToString(<Slope {...props} />);
        assert.ok(html.includes(`>${change}<`) && html.includes(`>${interval}<`));
      },
    ),
    { numRuns: 60 },
  );
});

test('S: the sentence over a series says the averages that are drawn', () => {
  const values = [44, 39, 47, 78, 43, 38, 46, 41, 49, 43, 37, 45, 38, 31, 24, 29, 22, 33, 26, 19, 28, 24, 30, 21];
  const { sections, points } = xmr(values, { better: 'down', minimum: 0, steps: [{ at: 12, reason: 'Evening visits began', by: 'Ruth' }] });
  const [before, now] = sections;
  assert.ok(before && now);
  const sentence = seriesFinding({
    what: 'Nights in hospital',
    per: 'a month',
    mean: now.mean,
    meanBefore: before.mean,
    step: 'evening visits began',
    latest: points.at(-1)?.signal ?? null,
    runChart: false,
  });
  assert.equal(
    sentence,
    'Nights in hospital average 27 a month. Before evening visits began it was 46. The latest point is within usual variation.',
  );
  const props = {
    id: 'x',
    title: 'Nights',
    axisTitle: 'Nights',
    minimum: 0,
    sections,
    points: points.map((point, index) => ({ ...point, label: `Month ${index + 1}` })),
  };
  const html = renderToString(<SeriesChart {...props} />);
  for (const average of ['27: average', '>46<']) assert.ok(html.includes(average), average);
  assert.deepEqual(
    seriesTable(props).rows.map((row) => Number(row[1])),
    values,
  );
});
