import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { showPages } from '../../../test/harness/shown-pages.ts';
import { renderDocument } from '../layout/document.tsx';
import { examplePages } from '../stories/pages.tsx';

interface Received {
  readonly path: string;
  readonly body: string;
}

let received: Received[] = [];
/** Status of the next answer to a draft. */
let draftStatus = 200;

const answer = (path: string): { status: number; body: string } => {
  if (path.startsWith('/find.json')) {
    return {
      status: 200,
      body: JSON.stringify({
        groups: [
          {
            title: 'People',
            results: [
              { text: 'Ellie Ford', detail: '23, Bridgwater', href: '/person/1' },
              { text: 'Ellis Grant', href: '/person/2' },
            ],
          },
        ],
      }),
    };
  }
  if (path.startsWith('/presence'))
    return { status: 200, body: JSON.stringify({ people: [{ name: 'Martin', initials: 'MC', doing: 'deciding' }] }) };
  if (path.startsWith('/drafts')) {
    return {
      status: draftStatus,
      body: JSON.stringify(draftStatus === 409 ? { by: 'Martin', href: '/both' } : { version: '4', saved: '9:41am' }),
    };
  }
  return { status: 200, body: '<!doctype html><title>Elsewhere</title>' };
};

const html = new Map(
  examplePages.map(({ name, page }) => [name, renderDocument(page).replaceAll('https://www.bbc.co.uk/weather', '/elsewhere')]),
);

test('the scripts in a browser', async (t) => {
  const shown = await showPages(t, html, (path, body) => {
    received.push({ path, body });
    return answer(path);
  });
  if (!shown) return;
  t.after(() => shown.close());
  t.beforeEach(() => {
    received = [];
    draftStatus = 200;
  });

  const visit = async (name: string, use: (page: Page) => Promise<void>): Promise<void> => {
    const page = await shown.browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${shown.address}/${name}`);
    await use(page);
    assert.deepEqual(faults, []);
    await page.close();
  };

  await t.test('Exit this page leaves nothing to go back to', () =>
    visit('contact', async (page) => {
      await page.click('.od-exit');
      await page.waitForURL('**/elsewhere');
      await page.goBack().catch(() => null);
      assert.ok(!page.url().endsWith('/contact'), page.url());
    }),
  );

  await t.test('Shift three times leaves; twice only says how many are left; typing a capital does not count', () =>
    visit('contact', async (page) => {
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+A');
      assert.equal(await page.textContent('[data-exit-status]'), '');
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
      assert.equal(await page.textContent('[data-exit-status]'), 'Press Shift 1 more time to exit.');
      await page.keyboard.press('Shift');
      await page.waitForURL('**/elsewhere');
    }),
  );

  await t.test('the lock screen changes with the answer, and faults take focus', () =>
    visit('contact', async (page) => {
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'nhsuk-error-summary');
      assert.equal(await page.locator('.od-lock:visible').count(), 0);
      await page.check('#seen');
      assert.match((await page.textContent('.od-lock:visible')) ?? '', /07700 900381/);
      await page.check('#seen-2');
      assert.match((await page.textContent('.od-lock:visible')) ?? '', /Bridge Hub/);
    }),
  );

  await t.test('Ctrl K finds: results from the server, arrows choose, Enter opens, Escape closes', () =>
    visit('triage', async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ell');
      await page.waitForSelector('[role="option"]');
      assert.equal(await page.textContent('[role="option"][aria-selected="true"] .od-palette__text'), 'Ellie Ford');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('dialog[open]').count(), 0);
      await page.click('.od-find');
      await page.keyboard.type('ell');
      await page.waitForSelector('[role="option"]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/person/2');
    }),
  );

  await t.test('a digit chooses only while the options have focus, and Ctrl Enter sends by the primary button', () =>
    visit('triage', async (page) => {
      await page.focus('#note');
      await page.keyboard.type('3');
      assert.ok(await page.isChecked('#step'));
      await page.focus('#step');
      await page.keyboard.press('3');
      assert.ok(await page.isChecked('#step-3'));
      await page.keyboard.press('5');
      assert.ok(await page.isChecked('#step-3'), 'an option that is not available is not chosen');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL('**/triage/1/decide');
      const sent = new URLSearchParams(received.find(({ path }) => path === '/triage/1/decide')?.body);
      assert.deepEqual([sent.get('step'), sent.get('version'), sent.get('act')], ['complex', '3', null]);
    }),
  );

  await t.test('a draft is kept two seconds after typing pauses, with the new version; two people are shown both texts', () =>
    visit('triage', async (page) => {
      await page.fill('#note', 'Rang at 9.');
      await page.waitForFunction(
        () =>
          document.querySelector('[data-save-note]')?.textContent === 'Saved 9:41am' &&
          document.querySelector<HTMLInputElement>('[name=version]')?.value === '4',
      );
      assert.equal(new URLSearchParams(received.find(({ path }) => path.startsWith('/drafts'))?.body).get('note'), 'Rang at 9.');
      draftStatus = 409;
      await page.fill('#note', 'Rang at 10.');
      await page.waitForSelector('[data-save-note] a[href="/both"]');
      draftStatus = 500;
      await page.fill('#note', 'Rang at 11.');
      await page.waitForFunction(() => document.querySelector('[data-save-note]')?.textContent === 'Not saved yet. We keep trying');
    }),
  );

  await t.test('presence is told in one sentence', () =>
    visit('triage', async (page) => {
      await page.waitForFunction(() => document.querySelector('.od-presence__words')?.textContent === 'Martin is deciding this now');
    }),
  );
});
