// MOS-22, S8.2: a person’s own pages in every language on the smallest phone, like the public ones.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { readings } from '../src/platform/language/languages.ts';
import { openBrowser } from './harness/browser.ts';
import { openTestHouse } from './harness/house.ts';
import { lookInLanguage } from './harness/look-in-language.ts';

const house = await openTestHouse({ people: true });

describe('a person’s own pages in a browser', async () => {
  after(() => house.close());
  const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
  const paths = ['/me', '/me/plan', '/me/looked', '/me/access', '/me/restrict', '/me/asked'];
  const { rows } = await house.database.pool.query<{ id: string }>(
    "select id from account where kind = 'person' and name = 'Carol Whittle'",
  );
  const client = await house.asAccount(rows[0]?.id ?? '', 'person');

  for (const reading of readings)
    test(`MOS-22, S8.2: ${reading} at 320 pixels`, async (context) => {
      const browser = await openBrowser(context);
      if (!browser) return;
      try {
        const found: string[] = [];
        for (const path of paths) found.push(...(await lookInLanguage(browser, { address, client, path, reading })));
        assert.deepEqual(found, []);
      } finally {
        await browser.close();
      }
    });
});
