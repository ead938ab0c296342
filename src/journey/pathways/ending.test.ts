// Support that ends with a stay-well plan, and the door left open.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { send } from '../../../test/harness/supporting.ts';

describe('ending and coming back', () => {
  let house: TestHouse;
  let siobhan: Client;
  const { first, read } = readingIn(() => house);
  before(async () => {
    house = await openTestHouse();
    siobhan = await house.as('siobhan');
  });
  after(() => house?.close());

  test('ending and coming back: a stay-well plan is offered, the door has a date, and through it nothing is asked again', async () => {
    const life = await liveSomebody(house, 'active');
    const at = `/people/${life.personId}/ending`;
    assert.equal((await send(siobhan, at, `${at}/plan`, { ends_on: '2026-12-18' })).statusCode, 303);
    const bare = await send(siobhan, at, `${at}/end`, {});
    assert.equal(bare.statusCode, 422);
    for (const words of [/Choose why support ends now/, /Say whether a measure/, /Offer a stay-well plan/]) assert.match(bare.body, words);
    const unreached = await send(siobhan, at, `${at}/end`, { reason: 'no_contact', stay_well: 'yes', measures: 'declined' });
    assert.equal(unreached.statusCode, 422, 'S6: being out of reach is no reason that a worker may choose');
    assert.equal((await send(siobhan, at, `${at}/go-on`, { reason_on: 'The move was put off.', new_end: '2027-02-01' })).statusCode, 303);
    assert.equal((await send(siobhan, at, `${at}/plan`, { ends_on: '2026-12-18' })).statusCode, 303);
    assert.equal(
      (
        await send(siobhan, at, `${at}/end`, {
          reason: 'aims_met',
          stay_well: 'yes',
          measures: 'declined',
          persons_view: 'It was good to be asked.',
        })
      ).statusCode,
      303,
    );
    const ended = await first<{ state: string; door: string }>(
      'select state, re_entry_until::text as door from enrolment where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(ended, { state: 'ended', door: '2027-11-20' });
    assert.equal((await read(`select from strand where person_id = $1 and state <> 'ended'`, [life.personId])).length, 0);
    const answers = (await read('select from referral_answer where person_id = $1', [life.personId])).length;
    assert.equal((await send(siobhan, at, `${at}/come-back`, {})).statusCode, 303);
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'in_triage');
    assert.equal(
      (await read('select from referral_answer where person_id = $1', [life.personId])).length,
      answers,
      'no question was asked a second time',
    );
    assert.ok(
      (await read(`select from clock where person_id = $1 and kind = 'TRIAGE' and stopped_at is null`, [life.personId])).length > 0,
      'a new promise runs',
    );
  });
});
