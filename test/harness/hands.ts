// How somebody uses a page: with a mouse or finger, or by keyboard alone. The same steps for both, so that whatever one can do the other can.
import assert from 'node:assert/strict';
import type { FileChooser, Page } from 'playwright-core';
import { focusFault } from './look.ts';

/** A field is meant by its name, or by `#id` where several have one name. */
export interface Hands {
  readonly page: Page;
  /** Whether scripts run, and with them whatever only a script can do. */
  readonly scripts: boolean;
  /** Opens an address, as a link in a message or a bookmark does. */
  go(path: string): Promise<void>;
  /** Follows the first link or presses the first button that the selector finds, and waits for the page after it. */
  press(selector: string): Promise<void>;
  /** Sends the form that the selector finds: by its first button, or by Ctrl and Enter in the field that has focus. */
  send(form: string): Promise<void>;
  /** Types into the field, in place of what is there. */
  type(field: string, words: string): Promise<void>;
  /** Ticks a box or chooses one of several. */
  choose(name: string, value: string): Promise<void>;
  /** Chooses from a list. */
  pick(field: string, value: string): Promise<void>;
  /** Opens what is folded. */
  unfold(summary: string): Promise<void>;
  /** Chooses a file from the device. */
  attach(field: string, file: Parameters<FileChooser['setFiles']>[0]): Promise<void>;
  /** Looks for somebody from anywhere on a page of staff, and opens the first that is found. */
  find(words: string): Promise<void>;
  /** What the page says is wrong, after its faults were found to be where they are noticed; each leads to its field. */
  faults(): Promise<string[]>;
  /** Everything that is read on the page. */
  reads(): Promise<string>;
}

const named = (name: string, value?: string): string =>
  name.startsWith('#') ? name : `[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}:not([type=hidden])`;

const reads = (page: Page) => async (): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

const summary = '.nhsuk-error-summary';
const faultsOf = (page: Page): Promise<string[]> => page.locator(`${summary} li`).allInnerTexts();

async function saysSo(page: Page): Promise<string[]> {
  const said = await faultsOf(page);
  assert.ok(said.length > 0, `${page.url()} says nothing of what is wrong`);
  assert.match(await page.title(), /^Error: /, 'the title says that something is wrong');
  return said;
}

const leadsToField = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.matches('input, textarea, select') ? null : `focus is on ${activeElement?.tagName}`;
  });

/** From now on the browser asks the test for files, and not the device; waiting for one alone may come too late. */
const choosesFiles = (page: Page): void => void page.on('filechooser', () => undefined);

async function chosenFile(page: Page, ask: () => Promise<void>, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()]);
  await chooser.setFiles(file);
}

/** Clicks: also without scripts. */
export const clicking = (page: Page, ours: string): Hands => {
  choosesFiles(page);
  const click = async (selector: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  };
  return {
    page,
    scripts: false,
    go: async (path) => void (await page.goto(`${ours}${path}`)),
    press: click,
    send: (form) => click(`${form} .nhsuk-button`),
    type: (field, words) => page.locator(named(field)).first().fill(words),
    choose: (name, value) => page.locator(named(name, value)).first().check(),
    pick: async (field, value) => void (await page.locator(named(field)).first().selectOption(value)),
    unfold: (selector) => page.locator(selector).first().click(),
    attach: (field, file) => chosenFile(page, () => page.locator(named(field)).first().click(), file),
    async find(words) {
      await click('a[data-find]');
      await page.locator('main [name="q"]').fill(words);
      await click('main form:has([name="q"]) button');
      await click('main a[href^="/people/"]');
    },
    async faults() {
      const said = await saysSo(page);
      const link = page.locator(`${summary} li a`).first();
      if (await link.count()) {
        await link.click();
        assert.equal(await leadsToField(page), null, 'the fault leads to its field');
      }
      return said;
    },
    reads: reads(page),
  };
};

/** Tab, Enter, Space, arrows and letters. Wherever focus comes on the way it must be seen: shown, in the window and under nothing. */
export function typing(page: Page, ours: string): Hands {
  choosesFiles(page);
  const has = (selector: string): Promise<boolean> =>
    page.locator(selector).evaluateAll((found) => found.some((one) => one === document.activeElement));
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
  const pressing = async (keys: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(keys)]);
  };
  return {
    page,
    scripts: true,
    go: async (path) => void (await page.goto(`${ours}${path}`)),
    async press(selector) {
      await tabTo(selector);
      await pressing('Enter');
    },
    async send(form) {
      await tabTo(`${form} :is(input, textarea, select):not([type=hidden])`);
      await pressing('Control+Enter');
    },
    async type(field, words) {
      await tabTo(named(field));
      const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
      if (day && (await has('[type=date]'))) {
        // Day first or month first, as the browser's own language has it; whoever types sees which.
        for (const order of [`${day[3]}${day[2]}${day[1]}`, `${day[2]}${day[3]}${day[1]}`]) {
          await page.keyboard.type(order);
          if ((await page.locator(named(field)).first().inputValue()) === words) return;
          for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft');
        }
        assert.fail(`${field} is not ${words}`);
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
    async pick(field, value) {
      await tabTo(named(field));
      const chosen = (): Promise<string> => page.locator(named(field)).first().inputValue();
      await page.keyboard.press('Home');
      const options = await page.locator(`${named(field)} >> nth=0 >> option`).count();
      for (let presses = 0; presses < options && (await chosen()) !== value; presses += 1) await page.keyboard.press('ArrowDown');
      assert.equal(await chosen(), value, `${field} is not ${value}`);
      await seen();
    },
    async unfold(selector) {
      await tabTo(selector);
      await page.keyboard.press('Enter');
      await seen();
    },
    attach: async (field, file) => {
      await tabTo(named(field));
      await chosenFile(page, () => page.keyboard.press('Enter'), file);
      await seen();
    },
    async find(words) {
      const palette = page.locator('#palette');
      const before = await page.evaluateHandle(() => document.activeElement);
      await page.keyboard.press('Control+k');
      assert.ok(await has('#palette input'), 'Ctrl and K open the palette, ready to type');
      await page.keyboard.press('Escape');
      assert.equal(await palette.isVisible(), false, 'Escape closes it');
      assert.ok(await page.evaluate((element) => document.activeElement === element, before), 'and focus is back where it was');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await palette.locator('[role="option"][aria-selected="true"]').waitFor();
      await seen();
      await pressing('Enter');
    },
    async faults() {
      const said = await saysSo(page);
      assert.ok(await has(summary), `${page.url()}: focus is not on what is wrong`);
      await seen();
      if (await page.locator(`${summary} li a`).count()) {
        await tabTo(`${summary} li a`);
        await page.keyboard.press('Enter');
        assert.equal(await leadsToField(page), null, 'the fault leads to its field');
        await seen();
      }
      return said;
    },
    reads: reads(page),
  };
}
