// Resetting a demo asks first: a link leads to a page that says what goes, and only that page’s button does it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('resetting the demo', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  test('no page resets it by itself; the page that asks says what goes, and offers to keep it', async () => {
    const resets = (html: string): boolean => formsOn(html).some(({ action }) => action === '/demo/reset');
    const priya = await house.as('priya');
    for (const [client, path] of [
      [house.visitor(), '/'],
      [house.visitor(), '/start'],
      [priya, '/triage'],
    ] as const) {
      const { body } = await client.get(path);
      assert.ok(!resets(body), path);
      assert.match(body, /href="\/demo\/reset"/, path);
    }
    const asked = await priya.get('/demo/reset');
    assert.equal(asked.statusCode, 200);
    assert.ok(resets(asked.body));
    assert.match(textOf(asked.body), /All that you and others wrote here goes.*Keep it as it is/);
    assert.equal((await priya.get('/triage')).statusCode, 200, 'asking changes nothing');
    const reset = await priya.post('/demo/reset', {});
    assert.equal(`${reset.statusCode} ${String(reset.headers.location)}`, '303 /demo/fresh');
  });
});
