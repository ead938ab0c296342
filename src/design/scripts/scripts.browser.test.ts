import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { assets } from '../assets.ts';
import { renderDocument } from '../layout/document.tsx';
import { examplePages } from '../stories/pages.tsx';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = existsSync(executablePath) ? false : `no browser at ${executablePath}`;
if (missing && process.env.CI === 'true') throw new Error(`These checks need a browser: ${missing}`);

interface Received {
  readonly path: string;
  readonly body: string;
}

let server: Server;
let browser: Browser;
let address = '';
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

before(async () => {
  if (missing) return;
  const html = new Map(
    examplePages.map(({ name, page }) => [`/${name}`, renderDocument(page).replaceAll('https://www.bbc.co.uk/weather', '/elsewhere')]),
  );
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const asset = assets.get(path);
    const page = html.get(path);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!asset && !page) received.push({ path, body: Buffer.concat(chunks).toString() });
      const other = answer(path);
      response.statusCode = asset || page ? 200 : other.status;
      response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'self'");
      response.end(asset?.body ?? page ?? other.body);
    });
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

beforeEach(() => {
  received = [];
  draftStatus = 200;
});

const visit = async (name: string, use: (page: Page) => Promise<void>): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}/${name}`);
  await use(page);
  assert.deepEqual(faults, []);
  await page.close();
};

test('Exit this page leaves nothing to go back to', { skip: missing }, () =>
  visit('contact', async (page) => {
    await page.click('.od-exit');
    await page.waitForURL('**/elsewhere');
    await page.goBack().catch(() => null);
    assert.ok(!page.url().endsWith('/contact'), page.url());
  }),
);

test('Shift three times leaves; twice only says how many are left; typing a capital does not count', { skip: missing }, () =>
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

test('the lock screen changes with the answer, and faults take focus', { skip: missing }, () =>
  visit('contact', async (page) => {
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'nhsuk-error-summary');
    assert.equal(await page.locator('.od-lock:visible').count(), 0);
    await page.check('#seen');
    assert.match((await page.textContent('.od-lock:visible')) ?? '', /07700 900381/);
    await page.check('#seen-2');
    assert.match((await page.textContent('.od-lock:visible')) ?? '', /Bridge Hub/);
  }),
);

test('Ctrl K finds: results from the server, arrows choose, Enter opens, Escape closes', { skip: missing }, () =>
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

test('a digit chooses only while the options have focus, and Ctrl Enter sends by the primary button', { skip: missing }, () =>
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

test('a draft is kept two seconds after typing pauses, with the new version; two people are shown both texts', { skip: missing }, () =>
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

test('presence is told in one sentence', { skip: missing }, () =>
  visit('triage', async (page) => {
    await page.waitForFunction(() => document.querySelector('.od-presence__words')?.textContent === 'Martin is deciding this now');
  }),
);
