import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, both, near, number } from '../../../test/harness/drawings.ts';
import { flowExample } from './examples.ts';
import { Flow, flowTable } from './flow.tsx';

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
