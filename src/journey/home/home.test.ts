// What a manager sees off track: counted from the records, and only for whom they may read.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('what is off track', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  const listed = async (): Promise<string> => {
    const manager = await house.as('dev');
    return textOf((await manager.get('/off-track/feedback')).body);
  };

  test('S5.5: a referrer who was not told after a day is listed for the manager, and no longer once the message went', async () => {
    const referrer = house.visitor();
    await referrer.get('/refer');
    const form = {
      given_name: 'Hollis',
      'born-year': '1970',
      why_now: 'Sleeping in the car.',
      safety_none_known: 'yes',
      tried: 'Nothing yet',
      channels: 'not_safe',
      agreement: 'agreed',
      urgency: 'weeks',
      setting: 'partner',
      referrer_name: 'Alex Sample',
      referrer_job: 'Adviser',
      referrer_organisation: 'Elm Advice',
      referrer_phone: '01632 960111',
      referrer_email: 'alex@elm.example',
    };
    await referrer.post('/refer', form);
    assert.equal((await referrer.post('/refer/send', form)).statusCode, 303);
    assert.match(await listed(), /Everybody who referred somebody has been told\./);
    house.clock.advance(25 * 3_600_000);
    const late = await listed();
    assert.match(late, /1 referrer has not been told/);
    assert.match(late, /Hollis/);
    const { rowCount } = await house.database.pool.query("update message set state = 'sent', sent_at = now() where audience = 'referrer'");
    assert.equal(rowCount, 1);
    assert.match(await listed(), /Everybody who referred somebody has been told\./);
  });
});
