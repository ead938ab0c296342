import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { both, marks, near, ruler } from '../../../test/harness/drawings.ts';
import { waitingExample } from './examples.ts';
import { roundedTo } from './numerals.ts';
import { WaitingCurve, waitingTable } from './waiting-curve.tsx';

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
