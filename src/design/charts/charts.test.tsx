import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { both } from '../../../test/harness/drawings.ts';
import { keptApart } from './drawing.tsx';
import { flowExample, measureExample, quartersExample, seriesExample, slopeExample, waitingExample, wellbeingExample } from './examples.ts';
import { Figure } from './figure.tsx';
import { Flow } from './flow.tsx';
import { freest, textBox } from './free-place.ts';
import { MeasureOverTime } from './measure-over-time.tsx';
import { numeral, shortDate, signedNumeral } from './numerals.ts';
import { Quarters } from './quarters.tsx';
import { SeriesChart } from './series-chart.tsx';
import { Slope, slopeKey, slopeTable } from './slope.tsx';
import { WaitingCurve } from './waiting-curve.tsx';

const everyChart: readonly [string, VNode][] = [
  ['measure', <MeasureOverTime {...measureExample} />],
  ['wellbeing', <MeasureOverTime {...wellbeingExample} />],
  ['slope', <Slope {...slopeExample} />],
  ['waiting', <WaitingCurve {...waitingExample} />],
  ['series', <SeriesChart {...seriesExample} />],
  ['quarters', <Quarters {...quartersExample} />],
  ['flow', <Flow {...flowExample} />],
];

test('ux §8.1: every chart is an image with a name and a description, in two drawings with ids of their own', () => {
  const html = everyChart.map(([, chart]) => renderToString(chart)).join('');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, everyChart.length * 4);
  for (const [name, chart] of everyChart) {
    for (const svg of both(chart)) {
      assert.match(svg, /^<svg[^>]* role="img"/, name);
      for (const label of ['labelledby', 'describedby'])
        assert.ok(ids.includes(new RegExp(` aria-${label}="([^"]+)"`).exec(svg)?.[1]), name);
      assert.match(svg, /<title[^>]*>[^<]{4,}<\/title><desc[^>]*>[^<]{20,}<\/desc>/, name);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity| style=|<script|on[a-z]+=/, name);
    }
  }
});

test('ux §8.1.3: no text of a drawing is under 13, and none in a narrow one is under 11 on a phone 320 wide', () => {
  for (const [name, chart] of everyChart) {
    for (const svg of both(chart)) {
      const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      assert.ok(Math.min(...sizes) >= 13, name);
      // Page gutters and the card’s own padding leave 256 of 320.
      const inherited = sizes[0] ?? 0;
      if (svg.includes('od-chart--narrow')) assert.ok((inherited * 256) / width >= 11, `${name} ${inherited} of ${width}`);
      // The style sheet shows a wide drawing from 776 of room.
      else assert.ok((Math.min(...sizes) * 776) / width >= 11.2, name);
    }
  }
});

test('ux §8.1.1: a figure is finding, picture, key, caveat, table, source, in that order; without a picture the table stands open', () => {
  const figure = (picture: VNode | null) =>
    renderToString(
      <Figure
        finding="FINDING"
        caveat="CAVEAT"
        source="SOURCE"
        keyEntries={slopeKey(slopeExample)}
        tableSummary="SUMMARY"
        table={slopeTable(slopeExample)}
      >
        {picture}
      </Figure>,
    );
  const html = figure(<Slope {...slopeExample} />);
  const order = ['FINDING', '<svg class="od-chart', 'middle half of people', 'CAVEAT', 'SUMMARY', '<table', 'SOURCE'].map((part) =>
    html.indexOf(part),
  );
  assert.ok(
    order.every((at, index) => at > (order[index - 1] ?? -1)),
    order.join(),
  );
  assert.doesNotMatch(html, /<details[^>]* open/);
  assert.match(figure(null), /<details[^>]* open/);
  assert.doesNotMatch(figure(null), /<figure/);
});

test('labels kept apart stay at least the gap from each other and move no further than they must', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 7 }), (wanted) => {
      const placed = keptApart(wanted, 18);
      const sorted = placed.toSorted((a, b) => a - b);
      sorted.slice(1).forEach((at, index) => {
        assert.ok(at - (sorted[index] ?? 0) >= 18 - 1e-9);
      });
      const apart = wanted.toSorted((a, b) => a - b).every((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) >= 18);
      if (apart) assert.deepEqual(placed, wanted);
    }),
  );
});

test('a label takes the place that covers least, and the first of equals', () => {
  const place = (name: string, x: number) => ({ name, box: textBox(x, 20, 40, 'start') });
  assert.equal(freest([place('a', 0), place('b', 100)], [[10, 16]])?.name, 'b');
  assert.equal(freest([place('a', 0), place('b', 100)], [])?.name, 'a');
  assert.equal(freest([{ ...place('a', 0), penalty: 2 }, place('b', 100)], [[110, 16]])?.name, 'b');
});

test('ux §8.1.9: numbers and dates as people write them', () => {
  assert.deepEqual([numeral(-3), signedNumeral(12.94), numeral(26), numeral(41.54), numeral(-0.04)], ['−3', '+12.9', '26', '41.5', '0']);
  assert.equal(shortDate('2026-09-04'), '4 Sep');
});
