// Saying yes to an offer: whatever is wrong is said beside its field, and only what is wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { sendForm } from '../../../test/harness/upload.ts';

describe('saying yes to an offer', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  test('S7: a start that is no day stands in its field again, and the end that was right is not blamed for it', async () => {
    const siobhan = await house.as('siobhan');
    const offer = /href="(\/offers\/[0-9a-f-]{36})"/.exec((await siobhan.get('/offers')).body)?.[1] ?? '';
    await siobhan.get(offer);
    const inForm = (name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(siobhan.page)?.[1] ?? '';
    const rest = {
      version: inForm('version'),
      pathway: inForm('pathway'),
      strands: ['practical'],
      agreed_how: 'phone',
      ends_on: inForm('ends_on'),
    };
    for (const none of ['next Friday', '2026-02-30', '2026-11-40']) {
      const answer = await sendForm(siobhan, `${offer}/accept`, { ...rest, starts_on: none });
      assert.equal(answer.statusCode, 422, none);
      const faults = [...answer.body.matchAll(/<li><a href="#([^"]*)"/g)].map(([, field]) => field);
      assert.deepEqual(faults, ['starts_on'], none);
      assert.equal(inForm('starts_on'), none);
    }
  });
});
