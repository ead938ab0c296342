// When a five-year-old phone on slow 4G shows the first words: 1.6 Mbit/s, 150 ms there and back, a quarter of this machine's speed, nothing kept from before.
import type { Browser } from 'playwright-core';
import { quantile } from './quantiles.ts';

const turns = 5;

/** Milliseconds to the first contentful paint, the median of five first visits. */
export async function firstPaint(browser: Browser, address: string, path: string, cookie: string): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    try {
      const pairs = cookie.split('; ').filter(Boolean);
      await context.addCookies(
        pairs.map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: address })),
      );
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 200_000,
        uploadThroughput: 94_000,
      });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(address + path, { waitUntil: 'load' });
      const painted = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') resolve(entry.startTime);
            }).observe({ type: 'paint', buffered: true });
          }),
      );
      taken.push(painted);
    } finally {
      await context.close();
    }
  }
  return quantile(taken, 0.5);
}
