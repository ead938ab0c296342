import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerPage, askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

const hint = /Then only a few people see this\. Anyone else must say why/;

describe('somebody who asks for help knows people who work here', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house.close());

  const named = async (family: string): Promise<{ id: string; referral: string; number: number; asked_by: string | null }> => {
    const { rows } = await house.database.pool.query(
      `select p.id, r.id as referral, r.number, x.asked_by from person p join referral r on r.person_id = p.id
       left join restricted_record x on x.person_id = p.id and x.lifted_at is null where p.family_name = $1`,
      [family],
    );
    assert.equal(rows.length, 1, family);
    return rows[0];
  };
  const tasks = async (person: string): Promise<{ kind: string; leads_to: string; account_id: string | null }[]> =>
    (await house.database.pool.query('select kind, leads_to, account_id from task where person_id = $1', [person])).rows;

  const six = { helpers: '', share: 'ask_me' };
  const as = (family: string, born: string, more: Record<string, string> = {}) => ({
    '/q/5': { known_as: 'Perpetua', family_name: family, 'born-year': born, phone: '07700 900961' },
    '/q/6': { ...six, ...more },
  });

  test('S14.4: it is asked where sharing is, explained, and nobody need say anything', async () => {
    const page = textOf((await answerPage(house.visitor(), '/q/6', six)).body + (await house.visitor().get('/q/6')).body);
    assert.match(page, /I, or somebody close to me, work for one of these services/);
    assert.match(page, hint);
    const quiet = house.visitor();
    await askForHelp(quiet, as('Quietwell', '1961'));
    const person = await named('Quietwell');
    assert.equal(person.asked_by, null);
    assert.match((await (await house.as('priya')).get('/triage')).body, /Quietwell/);
  });

  test('S14.4: a yes keeps the record to those who are named from the first moment; the desk sees that somebody waits, and opens it with a reason', async () => {
    const visitor = house.visitor();
    const done = await askForHelp(visitor, {
      ...as('Knowswell', '1962', { knows_us: 'yes' }),
      '/q/3': { safe_now: 'no' },
      '/now': { contact_today: 'yes' },
    });
    assert.match(textOf(done), /Thanks, Perpetua/);
    const person = await named('Knowswell');
    assert.equal(person.asked_by, 'person');
    for (const code of ['priya', 'martin', 'dev', 'siobhan', 'grace', 'helen', 'joan']) {
      const client = await house.as(code);
      for (const path of ['/triage', '/my-day', '/home', '/find?q=Knowswell', '/restricted'])
        assert.doesNotMatch((await client.get(path)).body.replaceAll(/value="[^"]*"/g, ''), /Knowswell/, `${code} ${path}`);
      assert.notEqual((await client.get(`/people/${person.id}`)).statusCode, 200, code);
    }
    const raised = await tasks(person.id);
    assert.deepEqual(
      raised.filter(({ kind }) => kind === 'safety.answer').map(({ leads_to }) => leads_to),
      [`/restricted/${person.id}`],
      'whoever is on duty is led to where they can open it',
    );
    assert.ok(
      raised.some(({ kind }) => kind === 'restricted.name'),
      'a manager chooses who goes on',
    );
    const priya = await house.as('priya');
    assert.match(textOf((await priya.get('/restricted')).body), new RegExp(`Referral R-${person.number}, with`));
    await priya.get(`/restricted/${person.id}`);
    assert.equal((await priya.post(`/restricted/${person.id}`, { reason: 'I am on the desk, and she is not safe.' })).statusCode, 303);
    const item = await priya.get(`/triage/${person.referral}`);
    assert.equal(item.statusCode, 200);
    assert.doesNotMatch(textOf(item.body), /work for one of these services|Works for one of these services/);
  });

  test('S2.7: naming who goes on, and opening it to its teams again, leave the task of whoever is on duty open, and it leads to the person', async () => {
    const person = await named('Knowswell');
    const asked = (await tasks(person.id)).find(({ kind }) => kind === 'restricted.name')?.account_id;
    assert.ok(asked);
    const manager = await house.asAccount(asked, 'staff');
    await manager.get(`/restricted/${person.id}`);
    assert.equal((await manager.post(`/restricted/${person.id}`, { reason: 'I name who goes on.' })).statusCode, 303);
    const open = async (): Promise<string[]> =>
      (
        await house.database.pool.query<{ kind: string }>(
          "select distinct kind from task where person_id = $1 and done_at is null and kind in ('safety.answer', 'restricted.name')",
          [person.id],
        )
      ).rows.map(({ kind }) => kind);
    assert.equal((await open()).length, 2);
    await manager.get(`/people/${person.id}/restricted`);
    assert.equal((await manager.post(`/people/${person.id}/restricted/names`, { names: [house.staffId('martin')] })).statusCode, 303);
    assert.deepEqual(await open(), ['safety.answer']);
    const shown = await manager.get(`/people/${person.id}/restricted`);
    const lift = { version: /name="version" value="(\d+)"/.exec(shown.body)?.[1] ?? '', because: 'They asked us to open it again.' };
    assert.equal((await manager.post(`/people/${person.id}/restricted/lift`, lift)).statusCode, 303);
    assert.deepEqual(await open(), ['safety.answer']);
    const led = await (await house.as('priya')).get(`/restricted/${person.id}`);
    assert.equal(led.headers.location, `/people/${person.id}`);
    assert.equal((await (await house.as('joan')).get(`/restricted/${person.id}`)).statusCode, 404, 'and tells nobody else anything');
  });

  test('S14.4, S2.7: somebody whose only known address is a colleague’s is restricted too, and whoever is on duty is led to where they can open it', async () => {
    await askForHelp(house.visitor(), {
      '/q/3': { safe_now: 'no' },
      '/now': { contact_today: 'yes' },
      '/q/4': { channels: ['email'], shared: 'no', links: 'yes' },
      '/q/5': { known_as: 'Perpetua', family_name: 'Addresswell', 'born-year': '1966', email: 'priya@example.org' },
      '/q/6': six,
    });
    const person = await named('Addresswell');
    assert.equal(person.asked_by, 'address');
    assert.deepEqual(
      (await tasks(person.id)).filter(({ kind }) => kind === 'safety.answer').map(({ leads_to }) => leads_to),
      [`/restricted/${person.id}`],
    );
  });

  test('S14.4: the answer is on no list of answers: it is kept as what it does, and nowhere else', async () => {
    const person = await named('Knowswell');
    for (const [table, where] of [
      ['referral_answer', 'person_id = $1'],
      ['journey_event', 'person_id = $1'],
      ['message', 'person_id = $1'],
    ]) {
      const { rows } = await house.database.pool.query(`select * from ${table} where ${where}`, [person.id]);
      assert.doesNotMatch(JSON.stringify(rows), /knows_us|work here|these services/, table);
    }
    const { rows } = await house.database.pool.query('select answers from door_draft where referral_id = $1', [person.referral]);
    assert.doesNotMatch(JSON.stringify(rows), /knows_us/);
  });

  test('S14.4: said on the telephone or by whoever refers them, it does the same', async () => {
    const martin = await house.as('martin');
    await martin.get('/call');
    const call = {
      door: 'phone',
      speaking: 'person',
      happening: 'Post.',
      known_as: 'Wyn',
      family_name: 'Callswell',
      'born-year': '1963',
      knows_us: 'yes',
    };
    const taken = await martin.post('/call', call);
    assert.equal(taken.statusCode, 303, textOf(taken.body).slice(0, 300));
    assert.equal((await martin.get(String(taken.headers.location))).statusCode, 200);
    assert.equal((await named('Callswell')).asked_by, 'person');
    const gp = house.visitor();
    const form = {
      ...{
        given_name: 'Ann',
        family_name: 'Referswell',
        'born-year': '1964',
        why_now: 'She does not sleep.',
        safety_none_known: 'yes',
        tried: 'A walk.',
      },
      ...{
        channels: 'not_safe',
        agreement: 'agreed',
        urgency: 'weeks',
        setting: 'professional',
        referrer_name: 'Alex Sample',
        referrer_job: 'GP',
      },
      ...{ referrer_organisation: 'Elm Surgery', referrer_phone: '01632 960111', referrer_email: 'alex@elm.example', knows_us: 'yes' },
    };
    await gp.get('/refer');
    assert.match(textOf((await gp.get('/refer')).body), /They, or somebody close to them, work for one of these services/);
    const check = await gp.post('/refer', form);
    assert.match(check.body, /name="knows_us" value="yes"/);
    await gp.post('/refer/send', form);
    assert.equal((await named('Referswell')).asked_by, 'person');
  });
});
