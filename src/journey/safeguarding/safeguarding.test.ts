import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

const concernForm = {
  route: 'adult',
  harmed: 'Carol.',
  about: 'Money taken at the door',
  saw: 'She said: “He comes on Fridays and I give him what is in my purse.”',
  opinion: 'She is frightened of him.',
  made_safe: 'Her sister stays until Monday.',
  persons_view: 'She wants him to stop.',
  told: 'unsafe',
  not_told_because: 'He reads her post.',
};

describe('safeguarding', { concurrency: false }, () => {
  let house: TestHouse;
  let carol = '';
  let account = '';
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query<{ id: string; person_id: string }>(
      "select id, person_id from account where name = 'Carol Whittle'",
    );
    carol = rows[0]?.person_id ?? '';
    account = rows[0]?.id ?? '';
  });
  after(() => house.close());

  const row = async (id: string): Promise<Record<string, unknown>> =>
    (await house.database.pool.query('select * from safeguarding_concern where id = $1', [id])).rows[0];
  const newest = async (): Promise<string> =>
    (await house.database.pool.query<{ id: string }>('select id from safeguarding_concern order by created_at desc, id desc limit 1'))
      .rows[0]?.id ?? '';
  const byName = async (family: string): Promise<string> =>
    (
      await house.database.pool.query<{ id: string }>(
        'select c.id from safeguarding_concern c join person p on p.id = c.person_id where p.family_name = $1',
        [family],
      )
    ).rows[0]?.id ?? '';
  async function step(client: Client, id: string, name: string, fields: Record<string, string> = {}) {
    await client.get(`/safeguarding/${id}`);
    return client.post(`/safeguarding/${id}/steps`, { version: String((await row(id)).version), step: name, ...fields });
  }

  test('CHO-17: the backlog says how many wait of each age, which is past its time, and who owns the support meanwhile', async () => {
    for (const code of ['asha', 'malik']) {
      const said = textOf((await (await house.as(code)).get('/safeguarding')).body);
      assert.match(said, /6 wait with the safeguarding hub, 1 past its time\. 3 of them are children\./, code);
      assert.match(said, /Under 5 1 0/);
      assert.match(said, /11 to 15 1 1 Past their time/);
      assert.match(said, /Age not known 1 0/);
      assert.match(said, /Aisha Rahim.*Over since/s);
      assert.match(said, /Malik Hussain said yes/);
      assert.ok(said.indexOf('Aisha Rahim') < said.indexOf('Callum Reeve'), 'the longest first');
    }
  });

  test('CHO-17, S14.1, H17: a concern is the lead’s at once; the person while it is unsafe, and whoever may not read of safety, learn nothing of it by any page', async () => {
    const siobhan = await house.as('siobhan');
    await siobhan.get(`/people/${carol}/concern`);
    assert.equal((await siobhan.post(`/people/${carol}/concern`, { ...concernForm, saw: '', told: '' })).statusCode, 422);
    assert.equal((await siobhan.post(`/people/${carol}/concern`, concernForm)).statusCode, 303);
    const id = await newest();
    const asha = await house.as('asha');
    assert.match(textOf((await asha.get('/my-day')).body), /A safeguarding concern was raised\. Read it and decide\./);
    assert.match((await asha.get(`/safeguarding/${id}`)).body, /He comes on Fridays/);
    const person = await house.asAccount(account, 'person');
    for (const path of ['/me', '/me/access', '/me/looked', '/me/sharing'])
      assert.doesNotMatch(textOf((await person.get(path)).body), /safeguard|worry about safety|Halliwell|Hub team/i, path);
    const sees = (code: string, table: string) =>
      house.database.as(
        { kind: 'account', accountId: code === 'carol' ? account : house.staffId(code) },
        async (tables) =>
          (
            await tables
              .selectFrom(table === 'transition' ? 'transition' : 'safeguardingConcern')
              .select('personId')
              .where('personId', '=', carol)
              .$if(table === 'transition', (query) => query.where('lifecycle' as never, '=', 'safeguarding_concern' as never))
              .execute()
          ).length > 0,
      );
    for (const table of ['safeguarding_concern', 'transition']) {
      assert.equal(await sees('asha', table), true);
      assert.equal(await sees('siobhan', table), true, 'who supports her may read what is about her safety');
      for (const code of ['carol', 'joan', 'tomasz', 'beth', 'helen', 'grace', 'amara'])
        assert.equal(await sees(code, table), false, `${code} of ${table}`);
    }
    assert.equal((await (await house.as('joan')).get(`/safeguarding/${id}`)).statusCode, 403);
    assert.equal((await (await house.as('amara')).get(`/safeguarding/${id}`)).statusCode, 404);
    assert.equal(
      (await (await house.as('amara')).get(`/people/${carol}/concern`)).statusCode,
      404,
      'nobody raises one about somebody they do not know of',
    );
    const { rows } = await house.database.pool.query(
      'select from journey_event where subject_id = $1 union all select from clock where subject_id = $1',
      [id],
    );
    assert.equal(rows.length, 0, 'no event and no clock stands where others read');
  });

  test('S10.3, S14.2: sent without agreement it is in the register of such; told later, she reads both', async () => {
    const id = await newest();
    const asha = await house.as('asha');
    const malik = await house.as('malik');
    assert.equal((await malik.get(`/safeguarding/${id}`)).statusCode, 200);
    await malik.get(`/people/${carol}/concern`);
    const tried = await malik.post(`/safeguarding/${id}/steps`, { version: '1', step: 'read' });
    assert.equal(tried.statusCode, 403, 'the co-ordinator reads and does not decide');
    assert.equal((await step(asha, id, 'send', { level: 'L4' })).statusCode, 409, 'it is read first');
    assert.equal((await step(asha, id, 'read')).statusCode, 303);
    const sending = {
      needs_care: 'yes',
      may_be_abused: 'yes',
      cannot_protect: 'yes',
      level: 'L4',
      agreement: 'without_agreement',
      agreement_words: 'He would hurt her if he knew.',
      basis: '6_1_d',
      told: 'unsafe',
      not_told_because: 'He reads her post.',
      copy: 'All of it.',
    };
    assert.equal(
      (await step(asha, id, 'other', { ...sending, reason: 'No.', action: 'A visit.', owner: house.staffId('siobhan') })).statusCode,
      422,
      'all three tests are met',
    );
    assert.equal((await step(asha, id, 'send', { ...sending, basis: '' })).statusCode, 422);
    assert.equal((await step(asha, id, 'send', sending)).statusCode, 303);
    const sent = await row(id);
    assert.equal((sent.first_decision_by as Date).getTime() - (sent.sent_at as Date).getTime(), 4 * 3_600_000, 'four hours as they pass');
    const person = await house.asAccount(account, 'person');
    assert.doesNotMatch(textOf((await person.get('/me/access')).body), /worry about safety|Hub team/);
    const blocked = await (async () => {
      await asha.get(`/safeguarding/${id}`);
      return asha.post(`/safeguarding/${id}/support`, { version: String((await row(id)).version), wants: '' });
    })();
    assert.equal(blocked.statusCode, 409, 'an offer would tell her');
    assert.match(blocked.body, /Tell them first|do not know of this concern/);
    await asha.get(`/safeguarding/${id}`);
    assert.equal((await asha.post(`/safeguarding/${id}/told`, { version: String((await row(id)).version) })).statusCode, 303);
    assert.match(
      textOf((await person.get('/me/access')).body),
      /We told Lancashire County Council without asking you: A worry about safety/,
    );
    assert.match(textOf((await person.get('/me/looked')).body), /Asha Verma, safeguarding lead, read a worry about safety/);
  });

  test('CHO-17: the hub’s support is offered by the rule for what comes from there, by an owner with a name, once, and its co-ordinator can say yes', async () => {
    const id = await newest();
    const asha = await house.as('asha');
    await asha.get(`/safeguarding/${id}`);
    const version = String((await row(id)).version);
    assert.equal((await asha.post(`/safeguarding/${id}/support`, { version, wants: 'Somebody to go to the bank with.' })).statusCode, 303);
    const { rows } = await house.database.pool.query<{
      owner: string;
      state: string;
      team: string;
      referral: string;
      rules: string;
      door: string;
    }>(
      `select a.name as owner, o.state, t.code as team, r.state as referral, d.rule_version as rules, r.door from offer o join account a on a.id = o.owner_id join team t on t.id = o.team_id
       join referral r on r.id = o.referral_id join triage_decision d on d.id = o.decision_id where r.id = $1`,
      [(await row(id)).hub_referral_id],
    );
    assert.deepEqual(rows, [
      { owner: 'Asha Verma', state: 'sent', team: 'hub-team', referral: 'decided', rules: rows[0]?.rules ?? '', door: 'partner' },
    ]);
    assert.match(rows[0]?.rules ?? '', /first-step/);
    assert.match(textOf((await asha.get('/safeguarding')).body), /Carol Whittle.*Offered\. Asha Verma owns it/s);
    await asha.get(`/safeguarding/${id}`);
    assert.equal((await asha.post(`/safeguarding/${id}/support`, { version: String((await row(id)).version), wants: '' })).statusCode, 409);
    assert.match(textOf((await (await house.as('malik')).get('/offers')).body), /Carol Whittle.*Community hub/s);
  });

  test('H17: it goes the whole way, each step traced, the level’s change with why, and whoever raised it hears what came of it', async () => {
    const id = await newest();
    house.clock.advance(5 * 3_600_000);
    const asha = await house.as('asha');
    assert.match(textOf((await asha.get('/safeguarding')).body), /7 wait with the safeguarding hub, 2 past their time/);
    const ways: readonly (readonly [string, Record<string, string>, Record<string, string>?])[] = [
      ['receipt', {}],
      ['first', { decision: 'csc_screen', level: 'L3', level_because: 'The house is safe now.' }, { decision: 'csc_screen', level: 'L3' }],
      ['screen', { screening: 'A social worker.' }, {}],
      ['final', { decision: 'assessment' }, { decision: 'nobody' }],
      [
        'feedback',
        { feedback: 'She will be seen on Tuesday.', wishes_met: 'partly', feels_safer: 'yes', listened_to: 'yes' },
        { feedback: 'Seen.' },
      ],
      ['close', { closing: 'Her key worker looks in.' }, { review_on: '2020-01-01' }],
    ];
    for (const [name, whole, wanting] of ways) {
      if (wanting) assert.equal((await step(asha, id, name, wanting)).statusCode, 422, name);
      assert.equal((await step(asha, id, name, whole)).statusCode, 303, name);
    }
    const ended = await row(id);
    assert.equal(ended.in_time, false, 'after its 4 hours');
    const { rows } = await house.database.pool.query<{ to_state: string }>(
      'select to_state from transition where subject_id = $1 order by id',
      [id],
    );
    assert.deepEqual(
      rows.map(({ to_state }) => to_state),
      ['raised', 'with_manager', 'sent', 'acknowledged', 'initial_decision', 'screening', 'final_decision', 'feedback_given', 'closed'],
    );
    assert.match(
      textOf((await (await house.as('siobhan')).get('/my-day')).body),
      /What came of the concern you raised on .*: She will be seen on Tuesday\./,
    );
    const open = await house.database.pool.query('select from access where source_id = $1 and ends_at is null', [id]);
    assert.equal(open.rowCount, 0, 'closed, it opens nothing to the team that decided');
  });

  test('what comes back is decided again, in a new time, and the raiser hears why', async () => {
    const id = await byName('Omerod');
    const asha = await house.as('asha');
    assert.equal((await step(asha, id, 'returned', {})).statusCode, 422);
    assert.equal((await step(asha, id, 'returned', { reason: 'No agreement, and not a matter of safeguarding.' })).statusCode, 303);
    const back = await row(id);
    assert.deepEqual([back.state, back.sent_at, back.first_decision_by], ['with_manager', null, null]);
    assert.ok((back.decide_by as Date) > house.clock.now());
    await asha.get(`/safeguarding/${id}`);
    const stale = await asha.post(`/safeguarding/${id}/steps`, { version: '1', step: 'send' });
    assert.ok([409, 422].includes(stale.statusCode));
  });
});
