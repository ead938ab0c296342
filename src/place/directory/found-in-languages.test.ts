// Somebody looks for help in their own language, or where nothing says where it is: they find it, and read how it was found.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import type { Language } from '../../platform/language/languages.ts';

describe('finding help in any language and anywhere', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  /** How many were found, and what the page says. */
  async function find(language: Language, fields: Readonly<Record<string, string>>): Promise<{ found: number; said: string }> {
    const client = house.visitor();
    client.cookies.set('language', language);
    await client.get('/help');
    const { body, statusCode } = await client.post('/help', fields);
    assert.equal(statusCode, 200);
    return { found: body.match(/href="\/help\/[0-9a-f-]{36}"/g)?.length ?? 0, said: textOf(body) };
  }

  test('SOM-4, S8: what is asked in another language is looked for in English, where the list is, and the page says so', async () => {
    const { found: sleep } = await find('en', { words: 'sleep' });
    assert.ok(sleep > 0);
    for (const [language, words] of Object.entries({ cy: 'cwsg', pl: 'sen', so: 'hurdo', ur: 'نیند', ar: 'النوم' }) as [
      Language,
      string,
    ][]) {
      const { found, said } = await find(language, { words });
      assert.equal(found, sleep, language);
      assert.match(said, /sleep/, language);
    }
    assert.equal((await find('pl', { words: 'sleep' })).found, sleep, 'English words find what they find');
    assert.equal((await find('pl', { words: 'zzzz' })).found, 0);
  });

  test('SOM-4: a postcode or a town that nothing names shows what there is everywhere, and says so; what fits nothing is still nothing', async () => {
    const { found: all } = await find('en', {});
    for (const area of ['BA5 1AA', 'Nowhere']) {
      const { found, said } = await find('en', { area });
      assert.equal(found, all, area);
      assert.match(said, /Nothing here names (BA5|Nowhere)\. This is all we know of, and it may be far away\./);
    }
    const { found, said } = await find('en', { area: 'BA5', words: 'zzzz' });
    assert.equal(found, 0);
    assert.doesNotMatch(said, /Nothing here names/);
  });
});
