import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, marks, near, number, ruler } from '../../../test/harness/drawings.ts';
import { quarterlyWaitExample, quartersExample } from './examples.ts';
import { Quarters, quartersTable } from './quarters.tsx';

test('S: columns are as tall as the numbers of their table; the narrow drawing keeps the newest five', () => {
  const printed = quartersTable(quartersExample).rows.map(([, value]) => value);
  for (const [svg, values] of [
    [both(<Quarters {...quartersExample} />)[0], printed],
    [both(<Quarters {...quartersExample} />)[1], printed.slice(-5)],
  ] as const) {
    const read = ruler(svg);
    const columns = marks(svg, 'od-chart__column');
    const numbers = values.filter((value) => value !== 'hidden');
    assert.equal(columns.length, numbers.length);
    // A column stands on nothing, so its middle is half its number.
    columns.forEach(({ y }, index) => {
      near(read(y) * 2, number(numbers[index]), 0.3, numbers[index]);
    });
  }
});

test('ux §8.1: a hidden number stands as an outline and a word, without a height of its own', () => {
  const [wide, narrow] = both(<Quarters {...quartersExample} />);
  assert.equal(wide.match(/stroke-dasharray/g)?.length, 1);
  assert.match(wide, />hidden</);
  assert.match(wide, /<desc[^>]*>Jan to Mar 2025: hidden\./);
  assert.doesNotMatch(narrow, /stroke-dasharray/);
});

test('ux §8.1: how sure we are is drawn where both ends are known, and said where one was not reached', () => {
  const [wide] = both(<Quarters {...quarterlyWaitExample} />);
  assert.equal(wide.match(/od-chart__whisker/g)?.length, 3);
  assert.deepEqual(quartersTable(quarterlyWaitExample).rows.at(-1), ['Jul to Sep 2026', '17 (12 to not reached)']);
});
