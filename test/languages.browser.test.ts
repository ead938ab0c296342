// S8.2, S8.4, MOS-22: the public pages in every language on the smallest phone: direction set, nothing sideways, nothing too small, no rule of access broken,
// every button whole, and light. Pictures go to ONEDOOR_PICTURES where that names a folder.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { languageFacts, languageOfReading, type Reading, readings } from '../src/platform/language/languages.ts';
import { openBrowser } from './harness/browser.ts';
import { answerPage, askForHelp } from './harness/front-door.ts';
import { type Client, openTestHouse } from './harness/house.ts';
import { sideways, smallTargets, violations, watch } from './harness/look.ts';

const house = await openTestHouse();

describe('languages in a browser', async () => {
  after(() => house.close());
  const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
  const pictures = process.env.ONEDOOR_PICTURES;

  const pages: Readonly<Record<'new' | 'middle' | 'sent', readonly string[]>> = {
    new: [
      '/start',
      '/start/other',
      '/q/1',
      '/q/3',
      '/q/4',
      '/back',
      '/hide-visit',
      '/me/sign-in',
      '/me/sign-in/code',
      '/help',
      '/library',
      '/how-it-works',
      '/nowhere-at-all',
      '/start/nowhere',
    ],
    middle: ['/q/2', '/q/5', '/q/6', '/now', '/more', '/check', '/saved'],
    sent: ['/done', '/done/add'],
  };
  /** Pages whose words are not only ours to translate: they say so in the reader’s language. */
  const inEnglishOnly = new Set<string>();
  const mostBytes = 60 * 1024;

  /** The first page of its kind that a list leads to: a service, a text. */
  async function firstIn(list: string): Promise<string> {
    const found = new RegExp(`href="(${list}/[\\w-]+)"`).exec((await house.visitor().get(list)).body)?.[1];
    assert.ok(found, `${list} leads to nothing`);
    return found;
  }

  async function clients(): Promise<Readonly<Record<keyof typeof pages, Client>>> {
    const middle = house.visitor();
    await answerPage(middle, '/q/1', { happening: 'I cannot sleep.' });
    await answerPage(middle, '/q/4', { channels: ['text', 'email', 'post'], shared: 'no' });
    const sent = house.visitor();
    await askForHelp(sent);
    return { new: house.visitor(), middle, sent };
  }

  /** Words of a button that stick out of it, or that are cut. */
  const cut = (page: { evaluate<T>(of: () => T): Promise<T> }): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, .nhsuk-button, .od-exit, .od-languages__link, .od-help-now__link, h1, label, legend')]
        .filter(
          (element) =>
            element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
        )
        .map(
          (element) =>
            `cut: ${element.tagName} “${(element.textContent ?? '').trim().slice(0, 40)}” ${element.scrollWidth} in ${element.clientWidth}`,
        ),
    );

  for (const reading of readings)
    test(`S8.2, S8.4: ${reading} at 320 pixels`, async (context) => {
      const browser = await openBrowser(context);
      if (!browser) return;
      const found: string[] = [];
      try {
        const who = await clients();
        for (const [name, paths] of Object.entries(pages)) {
          const client = who[name as keyof typeof pages]; // the very keys
          for (const path of [...paths, ...(name === 'new' ? [await firstIn('/help'), await firstIn('/library')] : [])])
            await look(await browser.newContext({ viewport: { width: 320, height: 700 } }), address, client, path, reading, found);
        }
      } finally {
        await browser.close();
      }
      assert.deepEqual(found, []);
    });

  async function look(
    view: BrowserContext,
    address: string,
    client: Client,
    path: string,
    reading: Reading,
    found: string[],
  ): Promise<void> {
    try {
      const door = client.cookies.get('door');
      await view.addCookies([
        { name: 'language', value: reading, url: address },
        ...(door ? [{ name: 'door', value: door, url: address }] : []),
      ]);
      const { page, load, faults } = await watch(view, address);
      await page.goto(address + path, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready');
      const at = `${reading} ${path}`;
      const say = (...told: readonly string[]) => found.push(...told.map((one) => `${at}: ${one}`));
      const language = languageOfReading(reading);
      const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      const expected = inEnglishOnly.has(path) ? 'en' : language;
      if (lang !== languageFacts[expected].lang || dir !== languageFacts[expected].direction) say(`is ${lang} ${dir}`);
      if (inEnglishOnly.has(path) && language !== 'en' && !(await page.locator(`.od-person__only[lang=${language}]`).count()))
        say('does not say that it is only in English');
      if (language !== 'en' && !inEnglishOnly.has(path) && !(await page.locator('.od-person-foot__unreviewed').count()))
        say('does not say that nobody checked it');
      if ((await sideways(page)) > 0) say(`scrolls sideways ${await sideways(page)}`);
      // The bar of help stays at the foot of the window; in a window as tall as the page it lies over nothing.
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: 320, height: Math.min(whole + 200, 8000) });
      say(...(await smallTargets(page, 44)), ...(await cut(page)));
      say(...(await violations(page)).map((one) => one.slice(0, 300)));
      say(...faults().filter((one) => !/404/.test(one)));
      if (load.bytes > mostBytes) say(`weighs ${load.bytes}`);
      if (pictures) await page.screenshot({ path: `${pictures}/${reading}${path.replaceAll('/', '-')}.png`, fullPage: true });
    } finally {
      await view.close();
    }
  }
});
