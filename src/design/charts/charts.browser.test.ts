import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { assets } from '../assets.ts';
import { renderDocument } from '../layout/document.tsx';
import { longStoryPages } from '../stories/catalogue.tsx';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = existsSync(executablePath) ? false : `no browser at ${executablePath}`;

const page = longStoryPages().find(({ name }) => name === 'charts-ltr');
let server: Server;
let browser: Browser;
let address = '';

before(async () => {
  if (missing) return;
  assert.ok(page);
  const html = renderDocument(page.page);
  server = createServer((request, response) => {
    const asset = assets.get(request.url ?? '');
    response.setHeader('content-security-policy', "default-src 'self'");
    response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8');
    response.end(asset?.body ?? html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound === 'object' && bound) address = `http://127.0.0.1:${bound.port}`;
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
});

after(async () => {
  if (missing) return;
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

for (const [width, least] of [
  [1440, 12],
  [900, 12],
  [390, 12],
  [320, 11],
] as const) {
  test(`ux §19: at ${width} every text of a chart is ${least} or larger, inside its drawing and clear of the others`, {
    skip: missing,
  }, async () => {
    const tab = await browser.newPage({ viewport: { width, height: 900 } });
    await tab.goto(address);
    await tab.evaluate(() => document.fonts.ready);
    const faults = await tab.evaluate((smallest) => {
      const found: string[] = [];
      const shown = [...document.querySelectorAll<SVGSVGElement>('svg.od-chart')].filter((svg) => svg.getBoundingClientRect().width > 0);
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
  });
}
