// Somebody at work in a real browser, with every key they press written down. Set ONEDOOR_RECORDINGS to a folder to keep a picture of each step as well.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { TestHouse } from '../harness/house.ts';

export interface Recording {
  readonly page: Page;
  /** Names of the keys pressed so far, as the browser gives them; a key held down counts once. */
  readonly keys: readonly string[];
  /** Keeps a picture of the page as it is now. */
  step(title: string): Promise<void>;
  end(): Promise<void>;
}

const folder = process.env.ONEDOOR_RECORDINGS;

/** `who` is a code of staff, or null for nobody. */
export async function record(house: TestHouse, browser: Browser, ours: string, name: string, who: string | null): Promise<Recording> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const session = who ? (await house.as(who)).cookies.get('session') : undefined;
  if (session) await context.addCookies([{ name: 'session', value: session, url: ours, httpOnly: true }]);
  const keys: string[] = [];
  await context.exposeFunction('pressedKey', (key: string) => void keys.push(key));
  await context.addInitScript(() => {
    addEventListener(
      'keydown',
      ({ key, repeat }) => {
        // The function above is put there by the browser of the test.
        if (!repeat) (globalThis as unknown as { pressedKey(key: string): void }).pressedKey(key);
      },
      { capture: true },
    );
  });
  const page = await context.newPage();
  let steps = 0;
  return {
    page,
    keys,
    async step(title) {
      steps += 1;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}-${String(steps).padStart(2, '0')}-${title.replaceAll(/\W+/g, '-')}.png`) });
    },
    end: () => context.close(),
  };
}
