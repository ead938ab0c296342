import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Differences, DotAndWhisker, ShareMark } from './differences.tsx';
import { keptApart } from './drawing.tsx';
import {
  differencesExample,
  flowExample,
  measureExample,
  seriesExample,
  slopeExample,
  waitingExample,
  wellbeingExample,
} from './examples.ts';
import { Figure } from './figure.tsx';
import { Flow, flowTable } from './flow.tsx';
import { freest, textBox } from './free-place.ts';
import { MeasureOverTime, type MeasureOverTimeProps, measureTable } from './measure-over-time.tsx';
import { numeral, roundedTo, shortDate, signedNumeral } from './numerals.ts';
import { SeriesChart, seriesKey, seriesTable } from './series-chart.tsx';
import { Slope, slopeKey, slopeTable } from './slope.tsx';
import { WaitingCurve, waitingTable } from './waiting-curve.tsx';

/** The wide and the narrow drawing of a chart, as text. */
const drawings = (chart: VNode): string[] => renderToString(chart).match(/<svg class="od-chart .*?<\/svg>/gs) ?? [];
const both = (chart: VNode): [string, string] => {
  const [wide, narrow, ...others] = drawings(chart);
  assert.ok(wide && narrow && wide.includes('od-chart--wide') && narrow.includes('od-chart--narrow') && others.length === 0);
  return [wide, narrow];
};
const attribute = (tag: string, name: string): number => Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)?.[1]);
const number = (text: string | undefined): number => Number(text?.replace('−', '-').replace('+', '').replace(',', ''));
const near = (actual: number, expected: number, within: number, what = '') =>
  assert.ok(Math.abs(actual - expected) <= within, `${what} ${actual} ≠ ${expected}`);

/** Reads heights off a drawing by its own printed scale, as someone with a ruler would. */
function ruler(svg: string): (y: number) => number {
  const marks = [...svg.matchAll(/<line class="od-chart__grid"[^>]*y1="([^"]+)"[^>]*>(?:<\/line>)?<text[^>]*>([^<]+)</g)].map(
    ([, y, value]) => ({ y: Number(y), value: number(value) }),
  );
  const [first, last] = [marks[0], marks.at(-1)];
  assert.ok(first && last && marks.length >= 3, 'a scale with three values or more');
  return (y) => first.value + ((y - first.y) / (last.y - first.y)) * (last.value - first.value);
}

/** Middles of the marks of one class, whichever shape they have. */
function marks(svg: string, look: string): { x: number; y: number }[] {
  return [...svg.matchAll(new RegExp(`<(circle|path|rect) class="${look}"[^>]*>`, 'g'))].map(([tag, shape]) => {
    if (shape === 'circle') return { x: attribute(tag, 'cx'), y: attribute(tag, 'cy') };
    if (shape === 'rect')
      return { x: attribute(tag, 'x') + attribute(tag, 'width') / 2, y: attribute(tag, 'y') + attribute(tag, 'height') / 2 };
    const points = [...(/ d="([^"]+)"/.exec(tag)?.[1] ?? '').matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    const [top] = points;
    assert.ok(top);
    // A triangle is drawn from its tip, 9 above its middle; a diamond by its four corners.
    return points.length === 1 ? { x: top.x, y: top.y + 9 } : { x: top.x, y: (top.y + (points[2]?.y ?? 0)) / 2 };
  });
}

const everyChart: readonly [string, VNode][] = [
  ['measure', <MeasureOverTime {...measureExample} />],
  ['wellbeing', <MeasureOverTime {...wellbeingExample} />],
  ['slope', <Slope {...slopeExample} />],
  ['waiting', <WaitingCurve {...waitingExample} />],
  ['series', <SeriesChart {...seriesExample} />],
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

const anyMeasure: fc.Arbitrary<MeasureOverTimeProps> = fc.record({
  id: fc.constant('m'),
  measure: fc.constant('CORE-10'),
  range: fc.constant([0, 40] as const),
  better: fc.constantFrom('lower' as const, 'higher' as const),
  cutOff: fc.option(fc.integer({ min: 1, max: 39 }), { nil: undefined }),
  reliableChange: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  bands: fc.constantFrom(undefined, measureExample.bands),
  plannedDays: fc.constantFrom(undefined, 14),
  readings: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 15 })
    .map((rows) => {
      let day = 0;
      return rows.map(([gap, tenths]) => {
        day += gap;
        return { date: new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10), value: tenths / 10 };
      });
    }),
});

test('S: a measure chart shows exactly the scores of its table, in both drawings and in its description', () => {
  fc.assert(
    fc.property(anyMeasure, (props) => {
      const table = measureTable(props).rows.map((row) => row[1]);
      assert.deepEqual(
        table,
        props.readings.map(({ value }) => numeral(value)),
      );
      for (const svg of both(<MeasureOverTime {...props} />)) {
        const read = ruler(svg);
        const drawn = marks(svg, 'od-chart__reading');
        assert.equal(drawn.length, table.length);
        drawn.forEach(({ y }, index) => {
          near(read(y), number(table[index]), 0.03);
        });
        assert.deepEqual(
          drawn.map(({ x }) => x),
          drawn.map(({ x }) => x).toSorted((a, b) => a - b),
        );
        const description = /<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? '';
        for (const score of table) assert.ok(description.includes(`${score} on `));
      }
    }),
    { numRuns: 60 },
  );
});

test('ux §8.2.5: boundaries lie half-way between whole scores, so that no score lies on a line', () => {
  for (const svg of both(<MeasureOverTime {...measureExample} />)) {
    const read = ruler(svg);
    const lineAt = (look: string) => read(attribute(new RegExp(`<line class="${look}"[^>]*>`).exec(svg)?.[0] ?? '', 'y1'));
    near(lineAt('od-chart__cut-off'), 10.5, 0.03);
    near(lineAt('od-chart__dependable'), 20.5, 0.03);
    assert.match(svg, /20 or less: (a )?dependable/);
  }
  const [wide] = both(<MeasureOverTime {...measureExample} />);
  const bands = [...wide.matchAll(/<rect [^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'y'), attribute(tag, 'y') + attribute(tag, 'height')] as const,
  );
  assert.deepEqual(
    [Math.min(...bands.map(([top]) => top)), Math.round(Math.max(...bands.map(([, bottom]) => bottom)))],
    [46, 358],
    'bands fill the plot',
  );
  near(ruler(wide)(358), -0.5, 0.03);
  for (const svg of both(<MeasureOverTime {...wellbeingExample} />)) {
    const read = ruler(svg);
    near(read(attribute(/<line class="od-chart__cut-off"[^>]*>/.exec(svg)?.[0] ?? '', 'y1')), 24.5, 0.03);
    assert.match(svg, /19 or more: (a )?dependable/);
  }
});

test('ux §8.2: a new version breaks the line, a long gap is dashed, one score has no line', () => {
  const [wide] = both(<MeasureOverTime {...wellbeingExample} />);
  const lines = [...wide.matchAll(/<path class="od-chart__line"[^>]*>/g)].map(([tag]) => tag.includes('stroke-dasharray'));
  assert.deepEqual(lines, [false, true, false], 'four gaps, one of them between versions');
  const [one] = both(<MeasureOverTime {...measureExample} readings={measureExample.readings.slice(0, 1)} />);
  assert.doesNotMatch(one, /od-chart__line|od-chart__dependable/);
  assert.equal(marks(one, 'od-chart__reading').length, 1);
});

test('S: a slope shows the means, intervals and difference of its table', () => {
  const [mean, interval] = slopeTable(slopeExample).rows;
  assert.deepEqual(mean, ['Mean', '41.5', '54.4', '+12.9']);
  assert.deepEqual(interval, ['95% confidence interval', '38.8 to 44.3', '51.1 to 57.7', '9.6 to 16.1']);
  for (const svg of both(<Slope {...slopeExample} />)) {
    const read = ruler(svg);
    const [entry, end] = marks(svg, 'od-chart__reading');
    near(read(entry?.y ?? 0), 41.5, 0.05);
    near(read(end?.y ?? 0), 54.4, 0.05);
    // Zero of the difference axis lies on the entry mean.
    near(read(marks(svg, 'od-chart__difference')[0]?.y ?? 0) - 41.5, 12.9, 0.08);
    const whiskers = [...svg.matchAll(/<path class="od-chart__whisker" d="M[\d.]+ ([\d.]+)h16M[\d.]+ ([\d.]+)h16/g)].map(
      ([, low, high]) => [read(Number(low)), read(Number(high))],
    );
    for (const [index, [low, high]] of [[38.8, 44.3] as const, [51.1, 57.7] as const, [41.5 + 9.6, 41.5 + 16.1] as const].entries()) {
      near(whiskers[index]?.[0] ?? 0, low, 0.08);
      near(whiskers[index]?.[1] ?? 0, high, 0.08);
    }
    assert.ok(svg.includes('>+12.9<') && svg.includes('>9.6 to 16.1<'));
  }
});

test('ux §8.3: under 10 pairs no picture, under 15 no thirds, under 20 no quartiles: in the drawing, the key and the table alike', () => {
  const parts = (pairs: number) => {
    const props = { ...slopeExample, pairs };
    const html = renderToString(<Slope {...props} />);
    const table = slopeTable(props).rows.map(([name]) => name);
    return {
      picture: html !== '',
      thirds: [
        html.includes('od-chart__third'),
        table.includes('Middle third'),
        slopeKey(props).some(({ words }) => words.includes('three groups')),
      ],
      quartiles: [
        html.includes('od-chart__middle'),
        table.includes('Middle half of people'),
        slopeKey(props).some(({ mark }) => mark === 'band'),
      ],
    };
  };
  const all = (value: boolean) => [value, value, value];
  assert.equal(parts(9).picture, false);
  assert.deepEqual(parts(14), { picture: true, thirds: all(false), quartiles: all(false) });
  assert.deepEqual(parts(19), { picture: true, thirds: all(true), quartiles: all(false) });
  assert.deepEqual(parts(20), { picture: true, thirds: all(true), quartiles: all(true) });
});

/** The height of a step path at a place. */
function heightAt(path: string, x: number): number {
  const spots = [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, atX, y]) => ({ x: Number(atX), y: Number(y) }));
  return spots.findLast((spot) => spot.x <= x + 0.06)?.y ?? Number.NaN;
}

test('S: a waiting curve shows at every tick the share its table prints', () => {
  const { rows } = waitingTable(waitingExample);
  for (const svg of both(<WaitingCurve {...waitingExample} />)) {
    const read = ruler(svg);
    const ticks = [...svg.matchAll(/<text x="([\d.]+)"[^>]*text-anchor="middle">(\d+)<\/text>/g)].slice(0, rows.length - 1);
    const [before, latest] = [...svg.matchAll(/<path class="od-chart__curve[^>]* d="([^"]+)"/g)].map(([, d]) => d ?? '');
    rows.slice(0, -1).forEach(([day, latestShare, latestPeople, beforeShare, beforePeople], index) => {
      const [, x, printed] = ticks[index] ?? [];
      assert.equal(printed, day);
      for (const [path, share] of [[latest, latestShare] as const, [before, beforeShare] as const]) {
        if (share === 'too few') continue;
        near(read(heightAt(path ?? '', Number(x))), Number.parseInt(share ?? '', 10), 0.2, `day ${day}`);
      }
      for (const people of [latestPeople, beforePeople]) assert.ok(people === 'under 5' || Number(people) % 5 === 0);
    });
    assert.deepEqual(
      marks(svg, 'od-chart__median').map(({ y }) => Math.round(read(y))),
      [50, 50],
    );
    for (const group of [waitingExample.latest, waitingExample.before]) assert.ok(svg.includes(`>${group?.median} days<`));
  }
  assert.equal(rows.at(-1)?.[1], `${waitingExample.latest.median}`);
});

test('S: nothing finer than what is printed can be measured in a waiting curve', () => {
  const drawn = renderToString(<WaitingCurve {...waitingExample} />);
  const nudged = waitingExample.latest.steps.map((step) => ({
    ...step,
    share: roundedTo(step.share * 100, 0) / 100,
    interval: step.interval && ([roundedTo(step.interval[0] * 100, 0) / 100, roundedTo(step.interval[1] * 100, 0) / 100] as const),
  }));
  assert.equal(renderToString(<WaitingCurve {...waitingExample} latest={{ ...waitingExample.latest, steps: nudged }} />), drawn);
});

test('ux §8.5: a line stops where few remain, even if later steps are given', () => {
  const short = { ...waitingExample, latest: { ...waitingExample.latest, lastDay: 21 }, before: undefined };
  const [wide] = both(<WaitingCurve {...short} />);
  const path = / d="([^"]+)"/.exec(/<path class="od-chart__curve"[^>]*>/.exec(wide)?.[0] ?? '')?.[1] ?? '';
  const [, lastX] = [...path.matchAll(/[ML]([\d.]+),/g)].at(-1) ?? [];
  near(Number(lastX), 52 + (21 / 28) * 642, 0.2);
  assert.equal(waitingTable(short).rows.find(([day]) => day === '28')?.[1], 'too few');
  assert.doesNotMatch(wide, new RegExp(`>${waitingExample.latest.median} days<`), 'no ring beyond the line');
});

test('S: a series chart shows exactly the values of its table, and a mark for each signal of its key', () => {
  const table = seriesTable(seriesExample).rows;
  for (const svg of both(<SeriesChart {...seriesExample} />)) {
    const read = ruler(svg);
    const drawn = marks(svg, 'od-chart__reading');
    assert.equal(drawn.length, table.length);
    drawn.forEach(({ y }, index) => {
      near(read(y), number(table[index]?.[1]), 0.3, table[index]?.[0]);
    });
  }
  assert.deepEqual(
    seriesKey(seriesExample).map(({ words }) => words),
    ['usual variation', 'worse than usual', 'limits of usual variation'],
  );
  assert.equal(table[3]?.[3], 'outside a limit (concern). Hub shut after the flood');
});

test('ux §8.6: a run chart has a median and no limits', () => {
  const points = seriesExample.points.slice(0, 10).map((point) => ({ ...point, rule: null, signal: null }));
  const run = { ...seriesExample, points, sections: [{ from: 0, to: 10, mean: 45.1, median: 43.5, limits: null, reason: null }] };
  const [wide] = both(<SeriesChart {...run} />);
  assert.doesNotMatch(wide, /od-chart__limit|limit</);
  assert.match(wide, /44: median|43\.5: median/);
  assert.match(wide, /too few points for limits/);
});

test('S: a flow is drawn from its printed numbers: each parent as tall as its children, each band as thick as its group', () => {
  for (const svg of both(<Flow {...flowExample} />)) {
    const nodes = [...svg.matchAll(/<rect class="od-chart__node"[^>]*>/g)].map(([tag]) => ({
      x: attribute(tag, 'x'),
      height: attribute(tag, 'height'),
    }));
    const counts = flowTable(flowExample).rows.map((row) => number(row[2]));
    const [first] = nodes;
    assert.ok(first && nodes.length === counts.length);
    nodes.forEach(({ height }, index) => {
      near(height / first.height, (counts[index] ?? 0) / (counts[0] ?? 1), 0.004);
    });
    const bands = [...svg.matchAll(/<path class="od-chart__band" d="M[\d.]+ ([\d.]+)C[^V]+V[\d.]+C[\d. ]+ ([\d.]+)Z"/g)].map(
      ([, top, bottom]) => Number(bottom) - Number(top),
    );
    assert.equal(bands.length, counts.length - 1);
    near(
      bands.reduce((sum, band) => sum + band, 0),
      nodes.slice(1).reduce((sum, { height }) => sum + height, 0),
      1.5,
    );
  }
});

test('S: dots lie where the shared scale says, and a difference is marked only when its interval leaves zero out', () => {
  const html = renderToString(<Differences {...differencesExample} />);
  const [scale = ''] = /<svg class="od-differences__scale".*?<\/svg>/s.exec(html) ?? [];
  const ticks = [...scale.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)</g)].map(([, x, value]) => ({ x: Number(x), value: number(value) }));
  const [low, high] = [ticks[0], ticks.at(-1)];
  assert.ok(low && high);
  const rows = differencesExample.sections.flatMap((section) => section.rows).filter(({ difference }) => difference);
  const dots = [...html.matchAll(/<svg class="od-differences__mark".*?<\/svg>/gs)].map(([svg]) => ({
    ...(marks(svg, 'od-chart__reading')[0] ?? { x: Number.NaN }),
    clear: !svg.includes('<circle'),
  }));
  assert.equal(dots.length, rows.length);
  dots.forEach(({ x, clear }, index) => {
    const { difference, words } = rows[index] ?? {};
    near(low.value + ((x - low.x) / (high.x - low.x)) * (high.value - low.value), difference?.value ?? 0, 0.05);
    assert.equal(clear, words !== 'No clear difference');
  });
  assert.equal(html.match(/od-differences__clear--worse/g)?.length, 1);
  assert.equal(html.includes('Small number, hidden to protect people'), true);
  const [cut = ''] = [
    ...renderToString(<DotAndWhisker value={3} interval={[-2, 26]} scale={[-14, 21]} worse="more" />).matchAll(
      /od-chart__whisker" d="([^"]+)"/g,
    ),
  ].map(([, d]) => d ?? '');
  assert.equal(cut.match(/v10/g)?.length, 1, 'cut at the frame without a cap');
});

test('S: a share mark draws the whole per cents printed beside it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const html = renderToString(<ShareMark share={share} interval={[share / 2, (1 + share) / 2]} />);
      const printed = Number(/<strong>(\d+)%/.exec(html)?.[1]);
      near(((marks(html, 'od-chart__reading')[0]?.x ?? 0) - 8) / 1.94, printed, 0.06);
    }),
  );
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
