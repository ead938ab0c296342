// A plan through the pages: from its first word to its next version, agreed in two voices, written by two at once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { send } from '../../../test/harness/supporting.ts';

describe('a plan', () => {
  let house: TestHouse;
  let siobhan: Client;
  let planned: { readonly person: string; readonly account: string; readonly aboutMe: string; readonly goal: string };
  const { first, read } = readingIn(() => house);
  before(async () => {
    house = await openTestHouse({ people: true });
    siobhan = await house.as('siobhan');
    const { rows } = await house.database.pool.query<typeof planned>(
      `select p.person_id as person, a.id as account, p.about_me as "aboutMe", g.words as goal
       from plan p join goal g on g.plan_id = p.id join account a on a.person_id = p.person_id join enrolment e on e.id = p.enrolment_id
       where p.state = 'agreed' and p.about_me <> '' and e.key_worker_id = $1 order by p.id, g.position limit 1`,
      [house.staffId('siobhan')],
    );
    assert.ok(rows[0]);
    planned = rows[0];
  });
  after(() => house.close());

  const standsBefore = (page: string, first: string, then: string): void => {
    const [one, other] = [page.indexOf(first), page.indexOf(then)];
    assert.ok(one >= 0 && other >= 0, `${first} (${one}) and ${then} (${other}) both stand on the page`);
    assert.ok(one < other, `${first} stands before ${then}`);
  };

  test('MOS-4: who they are stands before what they want to change, for the worker, in the form and for the person', async () => {
    const person = await house.asAccount(planned.account, 'person');
    for (const page of [(await siobhan.get(`/people/${planned.person}/plan`)).body, (await person.get('/me/plan')).body])
      standsBefore(textOf(page), planned.aboutMe, planned.goal);
    const begun = await siobhan.post(`/people/${planned.person}/plan/begin`, {});
    const form = (await siobhan.get(String(begun.headers.location))).body;
    standsBefore(form, 'name="aboutMe"', 'What I want, in my own words');
  });

  test('MOS-11, MOS-13: a plan in their words with a stay-well part is shared, agreed in two voices, kept for good and looked at again', async () => {
    const life = await liveSomebody(house, 'active', { sessions: 1 });
    const at = `/people/${life.personId}/plan`;
    assert.equal((await send(siobhan, at, `${at}/begin`, {})).statusCode, 303);
    const empty = await send(siobhan, `${at}/edit`, `${at}/edit`, { act: 'share' });
    assert.equal(empty.statusCode, 422, 'a plan without a word of theirs is not shared');
    const words = {
      whatMatters: 'My garden.',
      strengths: 'I can grow anything.',
      stayWell: 'Out by ten.',
      earlySigns: 'Post piling up.',
      whoToCall: 'Jo',
      goal_0_words: 'See my brother.',
      step_0_0_what: 'Ring him',
      step_0_0_owner: 'person',
      step_0_0_by: '2026-12-01',
    };
    assert.equal((await send(siobhan, `${at}/edit`, `${at}/edit`, { ...words, act: 'share' })).statusCode, 303);
    const early = await send(siobhan, at, `${at}/agree`, { review_on: '2026-11-20' });
    assert.equal(early.statusCode, 422);
    assert.equal(
      (
        await send(siobhan, at, `${at}/agree`, {
          review_on: '2027-02-12',
          persons_difference: 'Slower, please.',
          workers_difference: 'I would ring first.',
        })
      ).statusCode,
      303,
    );
    const plan = await first<{ id: string; version: number; state: string; persons_difference: string; workers_difference: string }>(
      'select id, version, state, persons_difference, workers_difference from plan where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(
      [plan.state, plan.persons_difference, plan.workers_difference],
      ['agreed_with_differences', 'Slower, please.', 'I would ring first.'],
    );
    const clock = await first<{ kind: string }>(`select kind from clock where subject_id = $1 and kind = 'REVIEW'`, [plan.id]);
    assert.ok(clock);
    const shown = await siobhan.get(at);
    for (const one of [/Slower, please\./, /I would ring first\./, /“See my brother\.”/, /Out by ten\./, /Private\. Printed Friday 20 Nov/])
      assert.match(shown.body, one);
    const stale = await siobhan.post(`${at}/edit`, {
      plan: plan.id,
      version: String(plan.version),
      whatMatters: 'Changed behind their back.',
    });
    assert.equal(stale.statusCode, 409, 'an agreed version cannot be rewritten');
    assert.equal((await send(siobhan, at, `${at}/review`, {})).statusCode, 303);
    const versions = await read<{ number: number; state: string; what_matters: string }>(
      'select number, state, what_matters from plan where person_id = $1 order by number',
      [life.personId],
    );
    assert.deepEqual(versions, [
      { number: 1, state: 'superseded', what_matters: 'My garden.' },
      { number: 2, state: 'draft', what_matters: 'My garden.' },
    ]);
    assert.match((await siobhan.get(`${at}/versions/${plan.id}`)).body, /A newer version took its place/);
  });

  test('two write the plan at once: the second sees both texts by field, loses no goal of either, and saves what they choose', async () => {
    const life = await liveSomebody(house, 'active', { sessions: 1 });
    const at = `/people/${life.personId}/plan`;
    await send(siobhan, at, `${at}/begin`, {});
    await send(siobhan, `${at}/edit`, `${at}/edit`, { whatMatters: 'Start.' });
    const other = await house.as('siobhan');
    const opened = await other.get(`${at}/edit`);
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(opened.body)?.[1] ?? '';
    const stale = { plan: hidden('plan'), version: hidden('version'), draft_version: '0' };
    await send(siobhan, `${at}/edit`, `${at}/edit`, { whatMatters: 'Theirs: the dog.', goal_0_words: 'Walk the dog.' });
    const both = await other.post(`${at}/edit`, { ...stale, whatMatters: 'Mine: the cat.', goal_0_words: 'Feed the cat.' });
    assert.equal(both.statusCode, 409);
    for (const words of [/Theirs: the dog\./, /Mine: the cat\./, /Walk the dog\./, /Feed the cat\./]) assert.match(both.body, words);
    const fields: Record<string, string> = {};
    for (const [, name = '', value = ''] of both.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      fields[name] = value;
    const saved = await other.post(`${at}/edit`, {
      ...fields,
      whatMatters: 'The dog and the cat.',
      goal_0_words: 'Feed the cat.',
      goal_1_words: 'Walk the dog.',
    });
    assert.equal(saved.statusCode, 303);
    const goals = await read<{ words: string }>('select words from goal where person_id = $1 and dropped_at is null order by position', [
      life.personId,
    ]);
    assert.deepEqual(
      goals.map((goal) => goal.words),
      ['Feed the cat.', 'Walk the dog.'],
    );
  });
});
