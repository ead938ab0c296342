import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from '../../../test/harness/browser.ts';
import { answerPage, askForHelp, ellie } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse } from '../../../test/harness/house.ts';
import { assets } from '../../design/assets.ts';

const house = await openTestHouse();

describe('the front door in a browser', async () => {
  after(() => house.close());

  const longName = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
  const draft = house.visitor();
  await answerPage(draft, '/q/1', { happening: `${longName} ${'x'.repeat(200)}` });
  await answerPage(draft, '/q/4', { channels: ['text', 'email', 'post'], shared: 'no' });
  await answerPage(draft, '/q/5', { known_as: longName, phone: '07700 900141', email: 'e@elm.example', address: 'Elm House' });
  const sent = house.visitor();
  await askForHelp(sent, { '/q/5': { ...ellie['/q/5'], known_as: longName } });

  const pages: readonly (readonly [Client | null, readonly string[]])[] = [
    [null, ['/start', '/start/other', '/q/1', '/q/3', '/back', '/hide-visit', '/refer', '/sent/link']],
    [draft, ['/q/2', '/q/4', '/q/5', '/q/6', '/now', '/more', '/check', '/saved']],
    [sent, ['/done', '/done/copy', '/done/add']],
  ];
  const looks = [
    { width: 390, dark: false, language: '' },
    { width: 320, dark: true, language: '' },
    { width: 390, dark: true, language: '?in=ar' },
    { width: 1440, dark: false, language: '' },
  ] as const;

  /** Each page in one look in turn; set ONEDOOR_EVERY_LOOK for every page in every look, before a release. */
  const every = process.env.ONEDOOR_EVERY_LOOK !== undefined;
  let turn = 0;

  test('S8.4: no page of the front door breaks a rule of access or scrolls sideways, at any width, in the dark, from right to left', async (context) => {
    const browser = await openBrowser(context);
    if (!browser) return;
    const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
    try {
      for (const [which, { width, dark, language }] of looks.entries()) {
        turn = which;
        const view: BrowserContext = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' });
        const page = await view.newPage();
        for (const [client, paths] of pages) {
          await view.clearCookies();
          if (client) await view.addCookies([{ name: 'door', value: client.cookies.get('door') ?? '', url: address }]);
          for (const path of paths) {
            const itsTurn = turn++ % looks.length === 0;
            if ((!every && !itsTurn) || (language && /^\/(refer|sent)/.test(path))) continue;
            await page.goto(`${address}${path}${language}`);
            await page.evaluate('document.fonts.ready');
            const name = `${path}${language} at ${width}${dark ? ', dark' : ''}`;
            const { violations } = await new AxeBuilder({ page }).analyze();
            assert.deepEqual(
              violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
              [],
              name,
            );
            assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth > 0'), false, `${name} scrolls sideways`);
          }
        }
        await view.close();
      }
    } finally {
      await browser.close();
    }
  });

  test('ux §19: the first page somebody opens weighs 60 KB at most, and later ones 15', async () => {
    const weight = (body: Buffer | string): number => brotliCompressSync(body).length;
    const first = await house.visitor().get('/start');
    const loaded = [...first.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => assets.get(path));
    assert.ok(loaded.length <= 6);
    const fixed = loaded.reduce(
      (sum, asset) => sum + (asset ? (asset.type === 'font/woff2' ? asset.body.length : weight(asset.body)) : 0),
      0,
    );
    const whole = fixed + weight(first.body);
    assert.ok(whole <= 60 * 1024, `${whole} bytes`);
    for (const [client, paths] of pages)
      for (const path of paths) {
        const { body } = await (client ?? house.visitor()).get(path);
        assert.ok(weight(body) <= 15 * 1024, `${path}: ${weight(body)} bytes`);
      }
  });
});
