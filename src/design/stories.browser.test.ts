import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { assets } from './assets.ts';
import { renderDocument } from './layout/document.tsx';
import { longStoryPages, type StoryPage } from './stories/catalogue.tsx';
import { examplePages } from './stories/pages.tsx';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = existsSync(executablePath) ? false : `no browser at ${executablePath}`;
if (missing && process.env.CI === 'true') throw new Error(`These checks need a browser: ${missing}`);

/** The composed pages always; every component in every state before a release, with ONEDOOR_EVERY_LOOK. */
const everything = process.env.ONEDOOR_EVERY_LOOK !== undefined;
const pages: readonly StoryPage[] = everything ? [...examplePages, ...longStoryPages()] : examplePages;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const widths = [1440, 390, 320] as const;

let server: Server;
let browser: Browser;
let address = '';

before(async () => {
  if (missing) return;
  const html = new Map(pages.map(({ name, page }) => [`/${name}`, renderDocument(page)]));
  server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const asset = assets.get(path);
    response.setHeader('content-security-policy', "default-src 'self'");
    response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8');
    response.statusCode = asset || html.has(path) ? 200 : 404;
    response.end(asset?.body ?? html.get(path) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound === 'object' && bound) address = `http://127.0.0.1:${bound.port}`;
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
});

after(async () => {
  if (missing) return;
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const open = async (context: BrowserContext, name: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address}/${name}`);
  await page.evaluate(() => document.fonts.ready);
  return page;
};

const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  );
};

/** Controls smaller than `least`, but for links inside a sentence, which WCAG 2.5.8 leaves out. A labelled tick is as large as its label. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const inSentence = (element: Element): boolean => {
      const parent = element.parentElement;
      return (
        element.tagName === 'A' &&
        getComputedStyle(element).display === 'inline' &&
        (parent?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
      );
    };
    const labelled = (element: Element): boolean =>
      element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0 && ['radio', 'checkbox'].includes(element.type);
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => shown(element) && !inSentence(element) && !element.matches('.nhsuk-skip-link, :disabled'))
      .flatMap((element) => {
        const whole =
          element.closest('.nhsuk-radios__item, .nhsuk-checkboxes__item') ??
          (labelled(element) ? element.closest('label') : null) ??
          element;
        const { width, height } = whole.getBoundingClientRect();
        return width >= size - 0.5 && height >= size - 0.5
          ? []
          : [`${element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}” ${Math.round(width)} × ${Math.round(height)}`];
      });
  }, least);

interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** Axe is slow: on the long pages of stories it looks once in each scheme, and from right to left only once. */
  readonly axe: boolean;
}

const looks = ({ name, bundle }: StoryPage): readonly Look[] => {
  const example = examplePages.some((page) => page.name === name);
  const light = widths.map(
    (width): Look => ({
      width,
      height: width === 320 ? 256 : 900,
      scheme: 'light',
      axe: example ? everything || width !== 320 : width === 390,
    }),
  );
  return bundle === 'person' ? [...light, { width: 390, height: 844, scheme: 'dark', axe: example || name.endsWith('-ltr') }] : light;
};

for (const storyPage of pages) {
  const { name, bundle } = storyPage;
  test(`${name} in a browser: axe finds nothing, nothing scrolls sideways, targets are large enough`, { skip: missing }, async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await open(context, name);
    for (const { width, height, scheme, axe } of looks(storyPage)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      const at = `${name} at ${width}, ${scheme}`;
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(sideways, 0, `${at} scrolls sideways by ${sideways}`);
      assert.deepEqual(await smallTargets(page, bundle === 'person' ? 44 : 24), [], at);
      if (axe) assert.deepEqual(await findings(page), [], at);
    }
    await context.close();
  });
}
