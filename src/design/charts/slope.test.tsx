import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { both, marks, near, ruler } from '../../../test/harness/drawings.ts';
import { slopeExample } from './examples.ts';
import { Slope, slopeKey, slopeTable } from './slope.tsx';

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
