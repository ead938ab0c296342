// How somebody uses a page: with a mouse or finger, or by keyboard alone. The same steps for both, so that whatever one can do the other can.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { focusFault } from './look.ts';

export interface Hands {
  /** Opens an address, as a link in a message or a bookmark does. */
  go(path: string): Promise<void>;
  /** Follows the first link or presses the first button that the selector finds, and waits for the page after it. */
  press(selector: string): Promise<void>;
  /** Types into the field of this name, in place of what is there. */
  type(name: string, words: string): Promise<void>;
  /** Ticks a box or chooses one of several. */
  choose(name: string, value: string): Promise<void>;
  readonly page: Page;
}

const named = (name: string, value?: string): string =>
  `[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}:not([type=hidden])`;

/** Clicks: also without scripts. */
export const clicking = (page: Page, ours: string): Hands => ({
  page,
  go: async (path) => void (await page.goto(`${ours}${path}`)),
  async press(selector) {
    await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  },
  type: (name, words) => page.locator(named(name)).first().fill(words),
  choose: (name, value) => page.locator(named(name, value)).first().check(),
});

/** Tab, Enter, Space, arrows and letters. Wherever focus comes on the way it must be seen: shown, in the window and under nothing. */
export function typing(page: Page, ours: string): Hands {
  const has = (selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const seen = async (): Promise<void> => {
    const fault = await focusFault(page);
    if (fault) assert.fail(`${page.url()}: ${fault}`);
  };
  const tabTo = async (selector: string): Promise<void> => {
    assert.ok((await page.locator(selector).count()) > 0, `${page.url()} has no ${selector}`);
    for (let presses = 0; presses < 300; presses += 1) {
      if (await has(selector)) return;
      await page.keyboard.press('Tab');
      await seen();
    }
    assert.fail(`${page.url()}: 300 presses of Tab do not reach ${selector}`);
  };
  return {
    page,
    go: async (path) => void (await page.goto(`${ours}${path}`)),
    async press(selector) {
      await tabTo(selector);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    },
    async type(name, words) {
      await tabTo(named(name));
      const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
      if (day && (await has('[type=date]'))) {
        // Day first or month first, as the browser's own language has it; whoever types sees which.
        for (const order of [`${day[3]}${day[2]}${day[1]}`, `${day[2]}${day[3]}${day[1]}`]) {
          await page.keyboard.type(order);
          if ((await page.locator(named(name)).first().inputValue()) === words) return;
          for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft');
        }
        assert.fail(`${name} is not ${words}`);
      }
      await page.keyboard.press('Control+a');
      await page.keyboard.type(words);
      await seen();
    },
    async choose(name, value) {
      const wanted = named(name, value);
      if (await page.locator(`${named(name)}[type=radio]`).count()) {
        // A group of choices is one stop of Tab; arrows choose in it.
        await tabTo(named(name));
        for (let presses = 0; presses < 30 && !(await has(wanted)); presses += 1) {
          await page.keyboard.press('ArrowDown');
          await seen();
        }
      } else await tabTo(wanted);
      if (!(await has(`${wanted}:checked`))) await page.keyboard.press('Space');
      assert.ok(await has(`${wanted}:checked`), `${name} is not ${value}`);
      await seen();
    },
  };
}
