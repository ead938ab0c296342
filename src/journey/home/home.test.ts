// What a manager sees off track: counted from the records, and only for whom they may read.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { offTrackIn } from './store.ts';

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

describe('who waits past a promise', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house.close());

  test('whoever waits is on the list of some team, and of the team that took them on; nobody else is on any', async () => {
    const { pool } = house.database;
    const teams = (await pool.query<{ id: string }>('select id from team')).rows.map(({ id }) => id);
    // Clocks of the demo are set back, so that there are enough to tell.
    await pool.query("update clock set due_at = due_at - interval '40 days' where kind = 'RESPONSE' and stopped_at is null");
    const now = house.clock.now();
    const { rows: waiting } = await pool.query<{ person: string; team: string | null }>(
      `select c.person_id as person, (select e.team_id from enrolment e where e.referral_id = c.subject_id and e.state <> 'ended' limit 1) as team
       from clock c where c.kind = 'RESPONSE' and c.stopped_at is null and c.due_at < $1`,
      [now],
    );
    assert.ok(waiting.length > 3, `${waiting.length} wait`);
    const lists = new Map<string, readonly string[]>();
    for (const team of teams) {
      const listed = await house.database.as({ kind: 'worker', job: 'look' }, (tables) =>
        offTrackIn(tables, ['waiting'], [team], now, '2026-11-20'),
      );
      lists.set(
        team,
        listed.map(({ personId }) => personId),
      );
    }
    assert.deepEqual([...new Set([...lists.values()].flat())].sort(), [...new Set(waiting.map(({ person }) => person))].sort());
    for (const { person, team } of waiting) if (team) assert.ok(lists.get(team)?.includes(person), person);
  });
});
