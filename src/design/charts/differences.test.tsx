import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { marks, near, number } from '../../../test/harness/drawings.ts';
import { Differences, DotAndWhisker, ShareMark } from './differences.tsx';
import { differencesExample } from './examples.ts';

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
