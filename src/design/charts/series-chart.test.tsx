import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, marks, near, number, ruler } from '../../../test/harness/drawings.ts';
import { seriesExample } from './examples.ts';
import { SeriesChart, seriesKey, seriesTable } from './series-chart.tsx';

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
