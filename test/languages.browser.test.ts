// S8.2, S8.4, MOS-22: the public pages in every language on the smallest phone: direction set, nothing sideways, nothing too small, no rule of access broken,
// every button whole, and light.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { readings } from '../src/platform/language/languages.ts';
import { openBrowser } from './harness/browser.ts';
import { answerPage, askForHelp } from './harness/front-door.ts';
import { type Client, openTestHouse } from './harness/house.ts';
import { lookInLanguage } from './harness/look-in-language.ts';

const house = await openTestHouse();

describe('languages in a browser', async () => {
  after(() => house.close());
  const address = await house.server.listen({ host: '127.0.0.1', port: 0 });

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
            found.push(...(await lookInLanguage(browser, { address, client, path, reading })));
        }
      } finally {
        await browser.close();
      }
      assert.deepEqual(found, []);
    });
});
