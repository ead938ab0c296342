// What a browser can see wrong with a page that is open in it: rules of access, sideways scrolling, small targets, faults, strangers, storage and weight.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { assets } from '../../src/design/assets.ts';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;
interface Options {
  readonly runOnly: readonly string[];
  readonly resultTypes: readonly 'violations'[];
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// The rules themselves, without their Playwright builder, which opens a second page for every look.
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const axe = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

/** One line for each violation of WCAG 2.0 to 2.2 A and AA, and of axe's best practice. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const options: Options = { runOnly: rules, resultTypes: ['violations'] };
  const found = await page.evaluate(
    // The script above put it there.
    (given) => (globalThis as unknown as { axe: { run(of: Document, options: Options): Promise<Results> } }).axe.run(document, given),
    options,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} (${(failureSummary ?? '').replaceAll(/\s+/g, ' ')})`),
  );
}

/** Classes of each style sheet, by its address. */
const styled = new Map(
  [...assets].flatMap(([path, { body, type }]) =>
    type.startsWith('text/css') ? [[path, new Set(String(body).match(/(?<=\.)(?:od|nhsuk)-[\w-]+/g))] as const] : [],
  ),
);

/** Classes on the page that only the style sheet of the other kind of page defines. */
export async function foreignClasses(page: Page): Promise<string[]> {
  const { used, sheets } = await page.evaluate(() => ({
    used: [...new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]))],
    sheets: [...document.styleSheets].flatMap(({ href }) => (href ? [new URL(href).pathname] : [])),
  }));
  const here = sheets.flatMap((path) => [...(styled.get(path) ?? [])]);
  const anywhere = new Set([...styled.values()].flatMap((classes) => [...classes]));
  // A block may have no style but those of its parts.
  const known = new Set(here.flatMap((name) => [name, name.replace(/__.*/, '')]));
  return used.filter((name) => anywhere.has(name) && !known.has(name)).map((name) => `the styles of this page leave out ${name}`);
}

/** How many pixels wider the page is than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls smaller than `least` pixels, but for links inside a sentence, which WCAG 2.5.8 leaves out, and what nobody can see or reach. A labelled tick is as large as its label. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const inSentence = (element: Element): boolean =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => shown(element) && !inSentence(element) && !element.matches('.nhsuk-skip-link, :disabled, [aria-hidden="true"]'))
      .flatMap((element) => {
        const tick = element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type);
        const whole =
          element.closest('.nhsuk-radios__item, .nhsuk-checkboxes__item') ?? (tick ? (element.closest('label') ?? element) : element);
        const { width, height } = whole.getBoundingClientRect();
        // What a demo says about itself above the page is no part of the page; it keeps the smaller size.
        const enough = (element.closest('.od-demo-banner, .od-tour') ? Math.min(size, 24) : size) - 0.5;
        return width >= enough && height >= enough
          ? []
          : [
              `small target: ${element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}” ${Math.round(width)} × ${Math.round(height)}`,
            ];
      });
  }, least);

/**
 * What is wrong with where focus is now: nowhere, outside the window, or under something else such as a bar that stays. Null when it can be seen.
 * A tick or choice counts as its label; a link inside an open list may be covered by its own content only.
 */
export const focusFault = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const name = `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('name') || element.id).trim().slice(0, 40)}”`;
    const style = getComputedStyle(element);
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const look = [element, ...(label ? [label] : [])].flatMap((one) => [
      getComputedStyle(one),
      getComputedStyle(one, '::before'),
      getComputedStyle(one, '::after'),
    ]);
    // Inside a field for a day, the browser marks the part that has focus, such as its calendar.
    const parts = element instanceof HTMLInputElement && ['date', 'time'].includes(element.type) && !element.matches(':focus');
    const marked =
      parts || look.some((one) => (one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) > 0) || one.boxShadow !== 'none');
    if (!marked) return `${name} has focus and does not show it`;
    if (style.opacity === '0' && !label) return `${name} cannot be seen`;
    // A field taller than the window shows what fits.
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
    const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `${name} is outside the window`;
    const there = document.elementFromPoint(x, y);
    const related =
      there !== null && (element.contains(there) || there.contains(element) || (label?.contains(there) ?? false) || there === label);
    // What is around it is allowed only when it does not lie on top: an ancestor never does.
    return related ? null : `${name} is under ${there?.tagName.toLowerCase() ?? 'nothing'}.${there?.className ?? ''}`;
  });

export interface Load {
  readonly requests: number;
  /** Bytes over the wire, with headers, as compressed. */
  readonly bytes: number;
}

export interface Watched {
  readonly page: Page;
  /** What was fetched since the page was made: in a new context, the first load. */
  readonly load: Load;
  /** What went wrong since the last time asked: errors in the console, scripts that broke, requests to others, answers of 5xx. */
  faults(): string[];
}

/** Opens a page in the context that notices what a person never sees. Storage is looked at by `kept`. */
export async function watch(context: BrowserContext, ours: string): Promise<Watched> {
  const page = await context.newPage();
  const load = { requests: 0, bytes: 0 };
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  // Each load is a first one, whatever was open before.
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  wire.on('Network.requestWillBeSent', () => {
    load.requests += 1;
  });
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.bytes += encodedDataLength;
  });
  let faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A page that is answered with a status such as 422 is told of in the console too; that is the answer we mean.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(ours) && !request.url().startsWith('data:')) faults.push(`request to others: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    load,
    faults() {
      const told = faults;
      faults = [];
      return told;
    },
  };
}

/** What the page left on the device beside cookies that scripts cannot read. */
export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `database: ${name ?? ''}`),
    ...(await caches.keys().catch(() => [])).map((key) => `cache: ${key}`),
    ...(await navigator.serviceWorker.getRegistrations().catch(() => [])).map(({ scope }) => `service worker: ${scope}`),
    ...(document.cookie ? [`cookie that scripts read: ${document.cookie}`] : []),
  ]);
