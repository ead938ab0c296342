import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attribute, both, marks, near, number, ruler } from '../../../test/harness/drawings.ts';
import { measureExample, wellbeingExample } from './examples.ts';
import { MeasureOverTime, type MeasureOverTimeProps, measureTable } from './measure-over-time.tsx';
import { numeral } from './numerals.ts';

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
