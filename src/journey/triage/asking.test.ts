// One thing asked before a decision: kept in its own words, and read by whoever is asked, whoever decides, and nobody else.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { sendForm } from '../../../test/harness/upload.ts';

const asked = 'Is the stair to your door steep, & who has the key?';
const shown = 'Is the stair to your door steep, &amp; who has the key?';

describe('asking one thing', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const oneOf = async <Row extends object>(query: string): Promise<Row> => {
    const { rows } = await house.database.pool.query<Row>(query);
    assert.ok(rows[0], 'The demo has one.');
    return rows[0];
  };
  const ask = async (referral: string, whom: string): Promise<string> => {
    const priya = await house.as('priya');
    await priya.get(`/triage/${referral}/ask`);
    const version = /name="version" value="(\d+)"/.exec(priya.page)?.[1] ?? '';
    const answer = await sendForm(priya, `/triage/${referral}/ask`, { version, whom, question: asked });
    assert.equal(answer.statusCode, 303, answer.body);
    return (await priya.get(`/triage/${referral}`)).body;
  };

  test('S7: what a referrer is asked stands on the desk and on the page of what they sent, until they answer; not on anybody else’s', async () => {
    const { id, sender } = await oneOf<{ id: string; sender: string }>(
      "select r.id, r.referrer_account_id as sender from referral r join account a on a.id = r.referrer_account_id where r.state = 'submitted' and r.kind = 'professional' and a.name = 'Joan Pickup' order by r.id limit 1",
    );
    assert.ok((await ask(id, 'referrer')).includes(shown), 'the desk');
    const joan = await house.asAccount(sender, 'referrer');
    assert.ok((await joan.get(`/sent/${id}`)).body.includes(shown), 'the page of what they sent');
    await joan.get(`/sent/${id}/add`);
    assert.equal((await joan.post(`/sent/${id}/add`, { added: 'Her sister has it.' })).statusCode, 303);
    assert.ok(!(await joan.get(`/sent/${id}`)).body.includes(shown), 'answered');
    await ask(id, 'person');
    assert.ok(!(await joan.get(`/sent/${id}`)).body.includes(shown), 'and not asked again when the person is asked next');
  });

  test('S7: what the person is asked stands on the desk and on their own page, and whoever referred them does not read it', async () => {
    const { id, person, sender } = await oneOf<{ id: string; person: string; sender: string }>(
      "select id, person_id as person, referrer_account_id as sender from referral where state = 'submitted' and kind = 'professional' and referrer_account_id is not null order by id desc limit 1",
    );
    assert.ok((await ask(id, 'person')).includes(shown), 'the desk');
    const account = house.staffId('joan').replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await house.database.pool.query(
      "insert into account (id, kind, name, person_id, created_at) values ($1, 'person', 'Theirs', $2, now()) on conflict do nothing",
      [account, person],
    );
    const { id: own } = await oneOf<{ id: string }>(`select id from account where kind = 'person' and person_id = '${person}'`);
    const me = async (): Promise<string> => (await (await house.asAccount(own, 'person')).get('/me')).body;
    assert.ok((await me()).includes(shown), 'their own page');
    const referrer = await house.asAccount(sender, 'referrer');
    assert.ok(!(await referrer.get(`/sent/${id}`)).body.includes(shown), 'what was sent');
    await referrer.get(`/sent/${id}/add`);
    assert.equal((await referrer.post(`/sent/${id}/add`, { added: 'Her sister has it.' })).statusCode, 303);
    await ask(id, 'referrer');
    assert.ok(!(await me()).includes(shown), 'and not asked again when whoever referred them is asked next');
  });
});
