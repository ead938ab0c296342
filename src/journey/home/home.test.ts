// What a manager sees off track: counted from the records, and only for whom they may read.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { lateAdviceSentence } from './model.ts';
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

test('S5.5: late advice is counted and said by its longest', () => {
  assert.equal(lateAdviceSentence([]), 'Every question for advice was answered by the day we promised.');
  assert.equal(lateAdviceSentence([0]), '1 question for advice was not answered by the day we promised. Less than a day over.');
  assert.equal(lateAdviceSentence([3, 1]), '2 questions for advice were not answered by the day we promised. Longest 3 days over.');
  assert.match(lateAdviceSentence(Array(101).fill(1)), /^More than 100 questions for advice were/);
});

describe('who waits past a promise', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house.close());

  test('S5.5: the manager’s first page says which advice came later than promised, and leads to it; a team that is not theirs is not counted', async () => {
    const manager = await house.as('dev');
    const shown = async () => textOf((await manager.get('/home')).body);
    assert.match(await shown(), /1 question for advice was not answered by the day we promised\. Longest 1 day over\./);
    assert.match(manager.page, /href="\/advice"/);
    assert.equal((await manager.get('/advice')).statusCode, 200);
    const { pool } = house.database;
    const { rows } = await pool.query<{ late: number }>(
      "select count(*)::int as late from advice where answered_at > answer_by or (state = 'asked' and answer_by < $1)",
      [house.clock.now()],
    );
    assert.equal(rows[0]?.late, 1);
    const other = (await pool.query<{ id: string }>("select id from team where code = 'hub-team'")).rows[0]?.id ?? '';
    await pool.query(
      "insert into advice (id, team_id, door, asker_name, question, asked_at, answer_by) values ('00000000-0000-7000-8000-0000000000aa', $1, 'partner', 'Sam', 'How?', $2, $3)",
      [other, new Date(house.clock.now().getTime() - 9 * 86_400_000), new Date(house.clock.now().getTime() - 5 * 86_400_000)],
    );
    assert.match(await shown(), /1 question for advice was not/);
    await pool.query(
      "insert into advice (id, team_id, door, asker_name, question, asked_at, answer_by) select '00000000-0000-7000-8000-0000000000ab', id, 'partner', 'Sam', 'How?', $1, $2 from team where code = 'spa-team'",
      [new Date(house.clock.now().getTime() - 9 * 86_400_000), new Date(house.clock.now().getTime() - 5 * 86_400_000)],
    );
    assert.match(await shown(), /2 questions for advice were not answered by the day we promised\. Longest 5 days over\./);
  });

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
