// A page for people looked at in one language on the smallest phone: its direction, its width, its targets, its weight, the rules of access, and words that are cut.
// Pictures go to ONEDOOR_PICTURES where that names a folder.
import type { Browser } from 'playwright-core';
import { languageFacts, languageOfReading, type Reading } from '../../src/platform/language/languages.ts';
import { mostBytes } from './examine.ts';
import type { Client } from './house.ts';
import { sideways, smallTargets, violations, watch } from './look.ts';

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

export interface InLanguage {
  readonly address: string;
  /** Whose cookies the browser has. */
  readonly client: Client;
  readonly path: string;
  readonly reading: Reading;
}

/** What is wrong with the page, each in a line. */
export async function lookInLanguage(browser: Browser, { address, client, path, reading }: InLanguage): Promise<string[]> {
  const view = await browser.newContext({ viewport: { width: 320, height: 700 } });
  try {
    const held = ['door', 'session'].flatMap((name) => {
      const value = client.cookies.get(name);
      return value ? [{ name, value, url: address }] : [];
    });
    await view.addCookies([{ name: 'language', value: reading, url: address }, ...held]);
    const { page, load, faults } = await watch(view, address);
    await page.goto(address + path, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready');
    const found: string[] = [];
    const { lang, direction } = languageFacts[languageOfReading(reading)];
    const [pageLang, pageDirection] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    if (pageLang !== lang || pageDirection !== direction) found.push(`is ${pageLang} ${pageDirection}`);
    if (languageOfReading(reading) !== 'en' && !(await page.locator('.od-person-foot__unreviewed').count()))
      found.push('does not say that nobody checked it');
    if ((await sideways(page)) > 0) found.push(`scrolls sideways ${await sideways(page)}`);
    // The bar of help stays at the foot of the window; in a window as tall as the page it lies over nothing.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 320, height: Math.min(whole + 200, 8000) });
    found.push(...(await smallTargets(page, 44)), ...(await cut(page)));
    found.push(...(await violations(page)).map((one) => one.slice(0, 300)));
    found.push(...faults().filter((one) => !/404/.test(one)));
    if (load.bytes > mostBytes.person) found.push(`weighs ${load.bytes}`);
    const pictures = process.env.ONEDOOR_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/${reading}${path.replaceAll('/', '-')}.png`, fullPage: true });
    return found.map((one) => `${reading} ${path}: ${one}`);
  } finally {
    await view.close();
  }
}
