// Support from somebody’s yes to the door left open, asked as workers ask: what begins, who reaches the record, how it ends with a stay-well plan.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { send } from '../../../test/harness/supporting.ts';

describe('from a yes to the door left open', () => {
  let house: TestHouse;
  let siobhan: Client;
  const { first, read } = readingIn(() => house);
  before(async () => {
    house = await openTestHouse();
    siobhan = await house.as('siobhan');
  });
  after(() => house?.close());

  test('TWP-23: a yes starts two strands at once, each by itself; the one with a supporter waits for a match, the other has begun', async () => {
    const life = await liveSomebody(house, 'offered');
    const listed = await siobhan.get('/offers');
    assert.match(listed.body, /Nadia Winstanley/);
    const empty = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, {
      strands: [],
      starts_on: '',
      ends_on: '',
    });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Choose at least one thing that starts/);
    assert.match(empty.body, /Say how they said yes/);
    assert.equal(
      (await first<{ state: string }>('select state from offer where id = $1', [life.offerId])).state,
      'sent',
      'a form with faults accepts nothing',
    );
    const accepted = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, {
      strands: ['practical', 'peer'],
      agreed_how: 'phone',
      starts_on: '2026-11-20',
      ends_on: '2027-03-01',
    });
    assert.equal(accepted.statusCode, 303);
    const strands = await read<{ kind: string; state: string }>('select kind, state from strand where person_id = $1 order by position', [
      life.personId,
    ]);
    assert.deepEqual(strands, [
      { kind: 'practical', state: 'active' },
      { kind: 'peer', state: 'ready' },
    ]);
    const [clock] = await read<{ kind: string }>(`select kind from clock where person_id = $1 and kind = 'MATCH' and stopped_at is null`, [
      life.personId,
    ]);
    assert.ok(clock, 'the wait for a supporter is counted');
    const enrolment = await first<{ state: string; key_worker_id: string }>(
      'select state, key_worker_id from enrolment where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(enrolment, { state: 'active', key_worker_id: house.staffId('siobhan') });
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'closed');
    const access = await first<{ role: string }>(`select role from access where person_id = $1 and relationship = 'key_worker'`, [
      life.personId,
    ]);
    assert.equal(access.role, 'KW');
    assert.equal((await siobhan.get(`/people/${life.personId}`)).statusCode, 200);
  });

  test('whoever says yes reaches as far as their own role and no further: a housing officer reads no notes, a hub co-ordinator writes none', async () => {
    for (const [code, team, service, pathway, role] of [
      ['joan', 'housing-solutions', 'housing-fast-track', 'housing', 'HOU'],
      ['malik', 'hub-team', 'hub', 'hub', 'CO_HUB'],
    ] as const) {
      const life = await liveSomebody(house, 'offered', { team, service, pathway });
      const worker = await house.as(code);
      const [strand] = house.place.blueprint.pathways.find((one) => one.code === pathway)?.strands ?? [];
      const path = `/offers/${life.offerId}`;
      const accepted = await send(worker, path, `${path}/accept`, {
        pathway,
        strands: [strand?.type ?? ''],
        agreed_how: 'phone',
        starts_on: '2026-11-20',
        ends_on: '2027-01-20',
      });
      assert.equal(accepted.statusCode, 303, code);
      assert.equal((await worker.follow(accepted)).statusCode, 200, code);
      const access = await first<{ role: string }>(`select role from access where person_id = $1 and relationship = 'key_worker'`, [
        life.personId,
      ]);
      assert.equal(access.role, role);
      assert.equal((await worker.get(`/people/${life.personId}/sessions/now`)).statusCode >= 400, true, 'notes are not theirs to write');
    }
  });

  test('TWP-20: the planned end lies within the pathway’s own length', async () => {
    const life = await liveSomebody(house, 'offered');
    const fields = { strands: ['practical'], agreed_how: 'phone', starts_on: '2026-11-20' };
    const late = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '2027-05-21' });
    assert.equal(late.statusCode, 422);
    assert.match(late.body, /20 May 2027 at the latest/);
    const none = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '' });
    assert.match(none.body, /Choose until when it is planned/);
    assert.equal(
      (await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '2027-05-20' })).statusCode,
      303,
    );
  });

  test('S7: a start that is no day stands in its field again, and the end that was right is not blamed for it', async () => {
    const path = `/offers/${(await liveSomebody(house, 'offered')).offerId}`;
    const fields = { pathway: 'early-help', strands: ['practical'], agreed_how: 'phone', ends_on: '2027-03-01' };
    for (const none of ['next Friday', '2026-02-30', '2026-11-40']) {
      const answer = await send(siobhan, path, `${path}/accept`, { ...fields, starts_on: none });
      assert.equal(answer.statusCode, 422, none);
      const faults = [...answer.body.matchAll(/<li><a href="#([^"]*)"/g)].map(([, field]) => field);
      assert.deepEqual(faults, ['starts_on'], none);
      assert.equal(/name="starts_on"[^>]*value="([^"]*)"/.exec(answer.body)?.[1], none);
    }
  });

  test('not the best fit: it goes back with a reason to whoever owns it, and the team no longer reaches the record', async () => {
    const life = await liveSomebody(house, 'offered');
    const unsaid = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/return`, { reason: '' });
    assert.equal(unsaid.statusCode, 422);
    assert.equal(
      (await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/return`, { reason: 'Wants evenings: outreach has them.' }))
        .statusCode,
      303,
    );
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'in_triage');
    assert.equal((await siobhan.get(`/people/${life.personId}`)).statusCode, 404);
  });

  test('a colleague who said yes first: the second yes is refused and nothing is doubled', async () => {
    const life = await liveSomebody(house, 'offered');
    const other = await house.as('siobhan');
    const path = `/offers/${life.offerId}`;
    const yes = { pathway: 'early-help', strands: ['practical'], agreed_how: 'phone', starts_on: '2026-11-20', ends_on: '2027-01-20' };
    await other.get(path);
    assert.equal((await send(siobhan, path, `${path}/accept`, yes)).statusCode, 303);
    const version = (await first<{ version: number }>('select version from offer where id = $1', [life.offerId])).version - 1;
    assert.equal((await other.post(`${path}/accept`, { ...yes, version: String(version) })).statusCode, 409);
    assert.equal((await read('select from enrolment where person_id = $1', [life.personId])).length, 1);
  });

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
