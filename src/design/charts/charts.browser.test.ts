import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPages } from '../../../test/harness/shown-pages.ts';
import { renderDocument } from '../layout/document.tsx';
import { longStoryPages } from '../stories/catalogue.tsx';

const page = longStoryPages().find(({ name }) => name === 'charts-ltr');
test('charts in a browser', async (t) => {
  assert.ok(page);
  const shown = await showPages(t, new Map([['charts', renderDocument(page.page)]]));
  if (!shown) return;
  t.after(() => shown.close());
  for (const [width, least] of [
    [1440, 12],
    [900, 12],
    [390, 12],
    [320, 11],
  ] as const) {
    await t.test(
      `ux §19: at ${width} every text of a chart is ${least} or larger, inside its drawing and clear of the others`,
      async () => {
        const tab = await shown.browser.newPage({ viewport: { width, height: 900 } });
        await tab.goto(`${shown.address}/charts`);
        await tab.evaluate(() => document.fonts.ready);
        const faults = await tab.evaluate((smallest) => {
          const found: string[] = [];
          const shown = [...document.querySelectorAll<SVGSVGElement>('svg.od-chart')].filter(
            (svg) => svg.getBoundingClientRect().width > 0,
          );
          if (shown.length < 6) found.push(`only ${shown.length} charts are shown`);
          for (const svg of shown) {
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }));
            texts.forEach(({ text, box }, index) => {
              const size = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0);
              if (size < smallest) found.push(`${size.toFixed(1)} px: ${text.textContent}`);
              if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
                found.push(`outside its drawing: ${text.textContent}`);
              for (const other of texts.slice(index + 1)) {
                const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
                const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
                if (across > 1 && down > 7) found.push(`on each other: ${text.textContent} and ${other.text.textContent}`);
              }
            });
          }
          return found;
        }, least);
        assert.deepEqual(faults, []);
        await tab.close();
      },
    );
  }
});
