import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { assetPath, assets } from '../src/design/assets.ts';
import { page } from '../src/platform/web/answer.ts';
import type { Visitor } from '../src/platform/web/context.ts';
import { draftAddress, draftRoutes, openDraft } from '../src/platform/web/drafts.ts';
import { signedIn } from '../src/platform/web/permission.ts';
import { route, touchesNobody } from '../src/platform/web/route.ts';
import { openBrowser, type Skippable } from './harness/browser.ts';
import { type Scene, setScene } from './harness/context.ts';
import { createDatabase } from './harness/postgres.ts';
import { type Served, serve } from './harness/serve.ts';

const of = { form: 'session-note', subject: 'walk' };
const note = route({
  method: 'GET',
  path: '/note',
  permission: signedIn,
  query: z.strictObject({}),
  audit: touchesNobody('it is made for the test'),
  async handle(context) {
    const draft = await openDraft(context, of);
    const did = String(draft.fields?.did ?? '').replaceAll('<', '&lt;');
    return page(`<!doctype html><html lang="en"><script type="module" src="${assetPath('staff.js')}"></script>
      <form method="post" action="/note" data-draft="${draftAddress(of).replaceAll('&', '&amp;')}">
        <input type="hidden" name="form_key" value="${context.formKey()}"><input type="hidden" name="draft_version" value="${draft.version}">
        <label for="did">What we did</label><textarea id="did" name="did">${did}</textarea>
        <p data-save-note data-saved="Saved %" data-not-saved="Not saved yet" role="status"></p>
      </form></html>`);
  },
});

describe('drafts in a browser', () => {
  let scene: Scene;
  let served: Served;
  let worker: Visitor;
  let browser: Browser | null = null;
  let url = '';
  before(async () => {
    scene = await setScene(createDatabase);
    served = await serve(scene, [...draftRoutes, note], { assets });
    worker = await scene.staff('Siobhan', 'KW');
    url = await served.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await browser?.close();
    await served.server.close();
    await scene.database.close();
  });

  async function signedInContext(skippable: Skippable): Promise<BrowserContext | null> {
    browser ??= await openBrowser(skippable);
    if (!browser) return null;
    const client = await served.as(worker);
    const context = await browser.newContext();
    await context.addCookies([{ name: 'session', value: client.cookies.get('session') ?? '', url }]);
    return context;
  }
  const open = async (context: BrowserContext): Promise<Page> => {
    const opened = await context.newPage();
    await opened.goto(`${url}/note`);
    return opened;
  };
  const said = (opened: Page, words: RegExp) => opened.locator('[data-save-note]').filter({ hasText: words }).waitFor({ timeout: 15_000 });

  test('H20: what is typed is kept by itself, comes back on the next page, and two windows show both texts', async (t) => {
    const context = await signedInContext(t);
    if (!context) return;
    const first = await open(context);
    await first.fill('#did', 'We walked by the canal');
    await said(first, /Saved 10am/);
    const second = await open(context);
    assert.equal(await second.inputValue('#did'), 'We walked by the canal');
    await second.fill('#did', 'We walked by the canal and had tea');
    await said(second, /Saved/);
    await first.fill('#did', 'We walked by the canal in the rain');
    await said(first, /another window/);
    assert.match((await first.textContent('[data-save-note]')) ?? '', /What we did\s*We walked by the canal and had tea/);
    await first.click('text=Keep what is in this window');
    await said(first, /Saved/);
    assert.equal(await (await open(context)).inputValue('#did'), 'We walked by the canal in the rain');
    await context.close();
  });

  test('UX 13: after a signed-out session the words stay in the page, say that they are not saved, and are kept once signed in again', async (t) => {
    const context = await signedInContext(t);
    if (!context) return;
    const opened = await open(context);
    const cookies = await context.cookies();
    await context.clearCookies();
    await opened.fill('#did', 'Typed after the session ended');
    await said(opened, /Not saved yet/);
    assert.equal(await opened.inputValue('#did'), 'Typed after the session ended');
    await context.addCookies(cookies);
    await said(opened, /Saved/);
    await context.close();
  });
});
