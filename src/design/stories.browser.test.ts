import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { showPages } from '../../test/harness/shown-pages.ts';
import { renderDocument } from './layout/document.tsx';
import { longStoryPages, type StoryPage } from './stories/catalogue.tsx';
import { examplePages } from './stories/pages.tsx';

/** The composed pages always; every component in every state before a release, with ONEDOOR_EVERY_LOOK. */
const everything = process.env.ONEDOOR_EVERY_LOOK !== undefined;
const pages: readonly StoryPage[] = everything ? [...examplePages, ...longStoryPages()] : examplePages;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const widths = [1440, 390, 320] as const;

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

test('every composed page and story in a browser', async (t) => {
  const shown = await showPages(t, new Map(pages.map(({ name, page }) => [name, renderDocument(page)])));
  if (!shown) return;
  t.after(() => shown.close());
  for (const storyPage of pages) {
    const { name, bundle } = storyPage;
    await t.test(`${name}: axe finds nothing, nothing scrolls sideways, targets are large enough`, async () => {
      const context = await shown.browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${shown.address}/${name}`);
      await page.evaluate(() => document.fonts.ready);
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
});
