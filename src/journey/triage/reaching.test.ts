// The routine for somebody who does not answer: nobody is given up on, and nothing ends.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { answerAll, referralNamed, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { leastTries, leastWays, routineOf, triedAt, tryChannels, tryResults } from './reaching-routine.ts';

const oneTry = fc.record({
  at: fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true }),
  channel: fc.constantFrom(...tryChannels),
  result: fc.constantFrom(...tryResults),
});

test('S3.7: a try that went wrong casts doubt on what it used: telephones of its kind, else any; word through somebody else on nothing', () => {
  const kept = [
    { id: 'text', channel: 'text', value: '07700 900161' },
    { id: 'mobile', channel: 'phone', value: '+44 7700 900161' },
    { id: 'landline', channel: 'phone', value: '01632 960001' },
    { id: 'email', channel: 'email', value: 'a@example.org' },
    { id: 'post', channel: 'post', value: '4 Mill Lane' },
  ];
  const ids = (how: string, ways = kept) => triedAt(how, ways).map(({ id }) => id);
  assert.deepEqual(
    tryChannels.map((how) => [how, ids(how)]),
    [
      ['mobile_call', ['text', 'mobile']],
      ['text', ['text', 'mobile']],
      ['landline', ['landline']],
      ['email', ['email']],
      ['post', ['post']],
      ['visit', ['post']],
      ['via_person', []],
    ],
  );
  assert.deepEqual(ids('mobile_call', kept.slice(2)), ['landline']);
});

test('S6.3: enough was tried exactly when three tries by two ways have failed since they were last reached, in whatever order they were written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(oneTry, { maxLength: 9, selector: ({ at }) => at.getTime() }), (tries) => {
      // By hand: walk in time and begin again whenever they are reached.
      let failed: string[] = [];
      for (const { result, channel } of [...tries].sort((one, other) => Number(one.at) - Number(other.at)))
        if (result === 'spoke' || result === 'asked_to_call_back') failed = [];
        else if (result !== 'wrong_number') failed.push(channel);
      const routine = routineOf(tries);
      assert.equal(routine.tries, failed.length);
      assert.equal(routine.enough, failed.length >= leastTries && new Set(failed).size >= leastWays);
      assert.ok(!(routine.reached && routine.enough));
    }),
  );
});

describe('reaching somebody', () => {
  let house: TestHouse;
  let priya: Client;
  before(async () => {
    house = await openTestHouse();
    priya = await house.as('priya');
  });
  after(() => house.close());

  async function asked(name: string): Promise<{ client: Client; id: string }> {
    const client = house.visitor();
    await answerAll(client, { '/q/5': { known_as: name, phone: '07700 900161' } });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
    return { client, id: (await referralNamed(house, name)).id };
  }
  async function tried(id: string, channel: string, result: string) {
    await priya.get(`/triage/${id}/reach`);
    return priya.post(`/triage/${id}/reach`, { channel, result, words: '' });
  }
  const keepOpen = async (id: string) => {
    const version = (await house.database.pool.query<{ version: number }>('select version from referral where id = $1', [id])).rows[0]
      ?.version;
    await priya.get(`/triage/${id}/reach`);
    return priya.post(`/triage/${id}/reach/open`, { version: String(version) });
  };
  const tasks = async (personId: string): Promise<string[]> =>
    (await house.database.pool.query<{ kind: string }>('select kind from task where person_id = $1 order by kind', [personId])).rows.map(
      ({ kind }) => kind,
    );

  test('S6.3: before enough was tried it is refused; afterwards the door is kept open, they are told, a manager looks, and nothing has ended', async () => {
    const { id } = await asked('Rowan');
    await priya.get(`/triage/${id}`);
    for (const [channel, result] of [
      ['mobile_call', 'no_answer'],
      ['mobile_call', 'message_left'],
    ] as const)
      assert.equal((await tried(id, channel, result)).statusCode, 303);
    assert.equal((await keepOpen(id)).statusCode, 409);
    assert.equal((await referralNamed(house, 'Rowan')).state, 'in_triage');
    await tried(id, 'text', 'no_answer');
    const page = await priya.get(`/triage/${id}/reach`);
    assert.match(textOf(page.body), /3 tries by 2 ways/);
    assert.equal((await keepOpen(id)).statusCode, 303);
    const { state, personId } = await referralNamed(house, 'Rowan');
    assert.equal(state, 'unreachable');
    assert.ok((await tasks(personId)).includes('referral.unreachable'));
    const { rows } = await house.database.pool.query(
      `select (select count(*)::int from message where person_id = $1 and purpose = 'unreachable') as told,
              (select count(*)::int from clock where subject_id = $2 and stopped_at is not null and kind <> 'ACK') as stopped`,
      [personId, id],
    );
    assert.deepEqual(rows, [{ told: 1, stopped: 0 }]);
    // Still in the queue, in its place.
    assert.match((await priya.get('/triage')).body, new RegExp(id));
  });

  test('S6.3: a word from them, or reaching them, brings it back to be read, with nothing asked again', async () => {
    for (const name of ['Ash', 'Birch']) {
      const { client, id } = await asked(name);
      await priya.get(`/triage/${id}`);
      for (const channel of ['mobile_call', 'email', 'post']) await tried(id, channel, 'no_answer');
      assert.equal((await keepOpen(id)).statusCode, 303);
      if (name === 'Ash') assert.equal((await tried(id, 'mobile_call', 'spoke')).statusCode, 303);
      else {
        await client.get('/done/add');
        const added = await client.post('/done/add', { added: 'I was away. I am here now.', said_in: 'en' });
        assert.ok(added.statusCode < 400, textOf(added.body).slice(0, 300));
      }
      const { state, personId } = await referralNamed(house, name);
      assert.equal(state, 'in_triage', name);
      const { rows } = await house.database.pool.query(
        "select kind from task where person_id = $1 and kind = 'referral.unreachable' and done_at is null",
        [personId],
      );
      assert.deepEqual(rows, [], 'nobody need look at who could not be reached');
    }
  });

  test('a wrong number, or an unsafe moment, is a task to ask how it is safe before anybody tries again', async () => {
    const { id } = await asked('Elm');
    await priya.get(`/triage/${id}`);
    await tried(id, 'mobile_call', 'unsafe');
    assert.deepEqual(
      (await tasks((await referralNamed(house, 'Elm')).personId)).filter((kind) => kind === 'contact.doubted'),
      ['contact.doubted'],
    );
  });

  test('S3.7: after a wrong number nothing goes there by itself, a code to sign in included, until somebody has asked; then nobody is asked to', async () => {
    const { id } = await asked('Rowan Tree');
    await priya.get(`/triage/${id}`);
    for (const [channel, result] of [
      ['mobile_call', 'wrong_number'],
      ['text', 'no_answer'],
      ['mobile_call', 'no_answer'],
      ['visit', 'no_answer'],
    ] as const)
      await tried(id, channel, result);
    const { personId } = await referralNamed(house, 'Rowan Tree');
    const sent = async (): Promise<unknown[]> =>
      (
        await house.database.pool.query("select purpose from message where person_id = $1 and purpose <> 'receipt' and channel <> 'page'", [
          personId,
        ])
      ).rows;
    assert.equal((await keepOpen(id)).statusCode, 303);
    assert.deepEqual(await sent(), []);
    assert.ok((await tasks(personId)).includes('message.not_safe'));
    const client = house.visitor();
    await client.get('/me/sign-in');
    await client.post('/me/sign-in', { reach: '07700 900161' });
    assert.deepEqual(await sent(), []);
    assert.match(textOf((await priya.get(`/triage/${id}/reach`)).body), /Ask which details to use before any contact\./);
    const waiting = async (): Promise<unknown[]> =>
      (
        await house.database.pool.query("select kind from task where person_id = $1 and kind = 'contact.doubted' and done_at is null", [
          personId,
        ])
      ).rows;
    assert.equal((await waiting()).length, 1);
    const ways = (await priya.get(`/people/${personId}/contact`)).body.matchAll(/href="(\/people\/[^"]+\/contact\/[0-9a-f-]{36})"/g);
    for (const [, way] of [...ways]) {
      await priya.get(way ?? '');
      assert.equal((await priya.post(way ?? '', { safe: 'safe', shared: 'no' })).statusCode, 303);
    }
    assert.deepEqual(await waiting(), []);
  });

  test('S2.7: contact today is made when they are spoken with, and by nothing less; only then is nobody asked to make it any more', async () => {
    const client = house.visitor();
    await answerAll(client, { '/q/3': { safe_now: 'no' }, '/q/5': { known_as: 'Larch', phone: '07700 900162' } });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
    const { id, personId } = await referralNamed(house, 'Larch');
    const asksToday = async (): Promise<number> =>
      (
        await house.database.pool.query<{ waiting: number }>(
          `select count(*)::int as waiting from task where person_id = $1 and kind = 'safety.answer' and done_at is null`,
          [personId],
        )
      ).rows[0]?.waiting ?? -1;
    assert.equal(await asksToday(), 1);
    for (const [channel, result] of [
      ['mobile_call', 'no_answer'],
      ['mobile_call', 'message_left'],
      ['mobile_call', 'asked_to_call_back'],
      ['via_person', 'spoke'],
    ] as const) {
      assert.equal((await tried(id, channel, result)).statusCode, 303);
      assert.equal(await asksToday(), 1, `${channel} ${result}`);
    }
    assert.equal((await tried(id, 'mobile_call', 'spoke')).statusCode, 303);
    assert.equal(await asksToday(), 0);
  });

  test('S6: word through somebody they trust does not mean that they know of the referral', async () => {
    const { id } = await asked('Alder');
    await house.database.pool.query('update referral set may_not_know = true where id = $1', [id]);
    const mayNotKnow = async (): Promise<boolean | undefined> =>
      (await house.database.pool.query<{ unknowing: boolean }>('select may_not_know as unknowing from referral where id = $1', [id]))
        .rows[0]?.unknowing;
    await tried(id, 'via_person', 'spoke');
    assert.equal(await mayNotKnow(), true);
    await tried(id, 'mobile_call', 'spoke');
    assert.equal(await mayNotKnow(), false);
  });

  test('what is missing is said beside it; who does not triage finds nothing', async () => {
    const { id } = await asked('Hazel');
    await priya.get(`/triage/${id}/reach`);
    const wrong = await priya.post(`/triage/${id}/reach`, { words: 'Rang twice' });
    assert.equal(wrong.statusCode, 422);
    assert.match(textOf(wrong.body), /Choose how you tried\./);
    assert.match(wrong.body, /value="Rang twice"/);
    assert.equal((await (await house.as('siobhan')).get(`/triage/${id}/reach`)).statusCode, 403);
  });
});
