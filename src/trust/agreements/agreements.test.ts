import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { accessTo } from '../../platform/database/as.ts';
import { agreementsByTheDayJob } from './actions.ts';
import { agreementLifecycle, isAnothers, type Terms, termFaults } from './model.ts';

const whole: Terms = {
  name: 'Help with homes',
  organisation: 'the council',
  purpose: 'support',
  categories: ['housing'],
  basis: '6_1_e',
  security: 'Read here only.',
  retention: 'They keep nothing.',
  starts_on: '2026-01-01',
  ends_on: '2027-01-01',
  review_on: '2026-12-01',
  document: '',
};

describe('what an agreement must say', () => {
  const wrong = (terms: Partial<Terms>): string[] => termFaults({ ...whole, ...terms }, ['the council']).map(({ field }) => field);

  test('S10.2: every field that is missing or cannot be is told at once', () => {
    assert.deepEqual(wrong({}), []);
    const nothing = Object.fromEntries(Object.keys(whole).map((name) => [name, name === 'categories' ? [] : '']));
    assert.deepEqual(wrong(nothing), [
      'name', 'organisation', 'purpose', 'basis', 'security', 'retention', 'starts_on', 'ends_on', 'review_on',
    ]); // biome-ignore format: as they stand on the page
  });

  test('S10.2: it ends after it begins, and is looked at again between the two', () => {
    assert.deepEqual(wrong({ ends_on: '2026-01-01', review_on: '2026-01-01' }), ['ends_on', 'review_on']);
    assert.deepEqual(wrong({ review_on: '2027-01-02' }), ['review_on']);
    assert.deepEqual(wrong({ ends_on: '2037-01-02' }), ['ends_on']);
    assert.deepEqual(wrong({ starts_on: '2026-02-30' }), ['starts_on']);
  });

  test('S10.2: whoever wrote or sent it is not another', () => {
    assert.equal(isAnothers({ authors: ['a', 'b'], sentBy: 'c' }, 'd'), true);
    for (const one of ['a', 'b', 'c']) assert.equal(isAnothers({ authors: ['a', 'b'], sentBy: 'c' }, one), false, one);
  });
});

describe('agreements with other organisations', { concurrency: false }, () => {
  let house: TestHouse;
  let helen: Client;
  let dev: Client;
  let council = '';
  before(async () => {
    house = await openTestHouse({ people: true });
    [helen, dev] = [await house.as('helen'), await house.as('dev')];
    const [row] = await query<{ id: string }>("select id from organisation where code = 'chorley-council'");
    council = row?.id ?? '';
  });
  after(() => house.close());

  const { read: query } = readingIn(() => house);
  const stateOf = async (id: string): Promise<string> =>
    (await query<{ state: string }>('select state from sharing_agreement where id = $1', [id]))[0]?.state ?? '';
  const day = (days: number): string => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const typed = (more: Record<string, string | readonly string[]> = {}) => ({
    ...whole, organisation: council, starts_on: day(-1), ends_on: day(400), review_on: day(300), ...more,
  }); // biome-ignore format: one form reads as one form
  const sendFrom = async (client: Client, page: string, path: string, fields: Parameters<Client['post']>[1]) => {
    await client.get(page);
    return client.post(path, fields);
  };
  const write = async (client: Client, more: Record<string, string | readonly string[]> = {}): Promise<string> => {
    const answer = await sendFrom(client, '/agreements/new', '/agreements/new', typed(more));
    assert.equal(answer.statusCode, 303, textOf(answer.body));
    return String(answer.headers.location).split('/').at(-1) ?? '';
  };
  const take = async (client: Client, id: string, step: string, fields: Record<string, string | readonly string[]> = {}) => {
    const [row] = await query<{ edition: number }>('select edition from sharing_agreement where id = $1', [id]);
    return sendFrom(client, `/agreements/${id}`, `/agreements/${id}/${step}`, { version: String(row?.edition ?? 1), ...fields });
  };
  const signatures = () => ({
    signed_for_us: 'Ruth Hale, director',
    signed_for_them: 'Sam Lowe, head of homes',
    signed_on: day(-2),
    document: 'IG-2026-14',
  });

  test('the program and the database hold one table of steps', async () => {
    const rows = await query<{ from: string | null; to: string; roles: string[] }>(
      'select from_state as "from", to_state as "to", roles from agreement_step',
    );
    const said = (from: string | null, to: string, roles: readonly string[]): string => `${from} ${to} ${[...roles].sort().join()}`;
    assert.deepEqual(
      rows.map(({ from, to, roles }) => said(from, to, roles)).sort(),
      agreementLifecycle.transitions.map(({ from, to, by }) => said(from, to, by)).sort(),
    );
  });

  test('S12: only managers and information governance have the register', async () => {
    for (const code of ['helen', 'dev']) assert.equal((await (await house.as(code)).get('/agreements')).statusCode, 200);
    for (const code of ['priya', 'siobhan', 'joan', 'grace'])
      for (const path of ['/agreements', '/agreements/new'])
        assert.equal((await (await house.as(code)).get(path)).statusCode, 403, `${code} ${path}`);
    await assert.rejects(
      house.database.as({ kind: 'account', accountId: house.staffId('siobhan') }, (tables) =>
        tables.updateTable('sharingAgreement').set({ state: 'active' }).execute(),
      ),
      { code: '42501' },
    );
  });

  test('S10.2: what is missing is said beside its field, and everything typed is still there', async () => {
    const answer = await sendFrom(
      helen,
      '/agreements/new',
      '/agreements/new',
      typed({ name: 'A long careful name', security: '', ends_on: day(-3) }),
    );
    assert.equal(answer.statusCode, 422);
    assert.match(textOf(answer.body), /Say how they keep it safe\./);
    assert.match(textOf(answer.body), /The last day comes after the first\./);
    assert.match(answer.body, /value="A long careful name"/);
    assert.match(answer.body, new RegExp(day(-3)));
  });

  test('S10.2: it is written, sent, and confirmed by somebody who wrote none of it; then it holds', async () => {
    const id = await write(helen);
    assert.equal(await stateOf(id), 'draft');
    assert.equal((await take(helen, id, 'send')).statusCode, 303);
    const [task] = await query<{ account_id: string }>(`select account_id from task where leads_to = $1 and done_at is null`, [
      `/agreements/${id}`,
    ]);
    assert.ok(task && task.account_id !== house.staffId('helen'), 'somebody else is asked');
    const refused = await take(helen, id, 'sign', signatures());
    assert.equal(refused.statusCode, 403, 'not who wrote it');
    await assert.rejects(
      house.database.as({ kind: 'account', accountId: house.staffId('helen') }, (tables) =>
        tables
          .updateTable('sharingAgreement')
          .set({ state: 'signed', signedForUs: 'x', signedForThem: 'y', signedOn: day(-2), document: 'z' })
          .where('id', '=', id)
          .execute(),
      ),
      { code: '42501' },
      'the database refuses it too',
    );
    const missing = await take(dev, id, 'sign', { ...signatures(), signed_for_them: '', document: '' });
    assert.equal(missing.statusCode, 422);
    assert.match(textOf(missing.body), /Say who signed for them\..*Say where the signed paper is\./s);
    assert.equal((await take(dev, id, 'sign', signatures())).statusCode, 303);
    assert.equal(await stateOf(id), 'active', 'its first day has come');
    assert.deepEqual(
      await query(`select from task where leads_to = $1 and done_at is null`, [`/agreements/${id}`]),
      [],
      'nobody is asked any more',
    );
    const [row] = await query<{ categories: string[] }>('select categories from sharing_agreement where id = $1', [id]);
    assert.deepEqual(row?.categories, ['contact', 'housing'], 'who they are goes with it');
    const said = textOf((await dev.get(`/agreements/${id}`)).body);
    assert.match(said, /Ruth Hale, director for us and Sam Lowe, head of homes for them/);
    assert.match(said, /Contact details and housing/);
  });

  test('S10.2: what was given back is a draft again, with what is to be put right; a step that was overtaken changes nothing', async () => {
    const id = await write(dev);
    await take(dev, id, 'send');
    assert.equal((await take(helen, id, 'back', { reason: '' })).statusCode, 422);
    assert.equal((await take(helen, id, 'back', { reason: 'The last day is wrong.' })).statusCode, 303);
    assert.equal(await stateOf(id), 'draft');
    assert.match(textOf((await dev.get(`/agreements/${id}`)).body), /The last day is wrong\./);
    const late = await sendFrom(dev, `/agreements/${id}`, `/agreements/${id}/send`, { version: '1' });
    assert.equal(late.statusCode, 409);
    assert.equal(await stateOf(id), 'draft');
  });

  test('S10.2, S14.1: whoever works with somebody opens their record to a party as they said, closes it again, and nobody else does', async () => {
    const [shared] = await query<{ person: string; agreement: string; team: string }>(
      `select a.person_id as person, g.id as agreement, a.team_id as team from access a join sharing_agreement g on g.id = a.agreement_id
       where g.purpose = 'support' order by a.starts_at desc limit 1`,
    );
    assert.ok(shared);
    const at = `/people/${shared.person}/sharing/partners`;
    const joan = await house.as('joan');
    const siobhan = await house.as('siobhan');
    const reads = async () => (await joan.get(`/people/${shared.person}`)).statusCode;
    const choose = (to: 'open' | 'close', more = {}) =>
      sendFrom(siobhan, at, at, { agreement: shared.agreement, team: shared.team, to, ...more });
    assert.match(textOf((await siobhan.get(`/people/${shared.person}/sharing`)).body), /Partner agencies that may read some of it/);
    assert.match(textOf((await siobhan.get(at)).body), /Help with homes \(demo\).*Contact details/s);
    assert.equal(await reads(), 200);
    assert.equal((await choose('close')).statusCode, 303);
    assert.equal(await reads(), 404, 'closed at once');
    assert.equal((await choose('close')).statusCode, 303, 'closing what is closed changes nothing');
    assert.equal((await choose('open')).statusCode, 303);
    assert.equal((await choose('open')).statusCode, 303, 'opening what is open changes nothing');
    assert.equal(await reads(), 200);
    const events = await query<{ kind: string }>(
      "select kind from journey_event where person_id = $1 and kind like 'sharing.%' order by at, id",
      [shared.person],
    );
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['sharing.closed', 'sharing.opened'],
    );
    for (const code of ['joan', 'dev']) assert.equal((await (await house.as(code)).get(at)).statusCode, 403, code);
    assert.equal((await (await house.as('amara')).get(at)).statusCode, 404, 'a colleague who does not work with them');
    assert.equal((await choose('open', { team: shared.agreement })).statusCode, 404, 'only a team of the party');
    await query("update sharing_choice set state = 'withdrawn' where person_id = $1 and state = 'agreed'", [shared.person]);
    assert.equal(await reads(), 404, 'their word stands above it');
    assert.match(
      textOf((await siobhan.get(at)).body),
      /No agreement in force covers what/,
      'and nothing can be opened that they did not say yes to',
    );
    await query("update sharing_choice set state = 'asked' where person_id = $1 and state = 'withdrawn'", [shared.person]);
    await query("update sharing_choice set state = 'agreed' where person_id = $1 and state = 'asked'", [shared.person]);
    await query("insert into restricted_record (person_id, reason, since, created_at) values ($1, 'Works here.', now(), now())", [
      shared.person,
    ]);
    assert.match(textOf((await siobhan.get(at)).body), /open to colleagues who are named, and to no other organisation/);
    assert.equal(await reads(), 404, 'a restricted record is open by name alone');
    await query('update restricted_record set lifted_at = now() where person_id = $1', [shared.person]);
  });

  test('S10.2: an agreement that ends closes at once what was read under it, and says what happens to the rest', async () => {
    const joan = await house.as('joan');
    const [opened] = await query<{ id: string; person_id: string }>(
      "select g.id, a.person_id from sharing_agreement g join access a on a.agreement_id = g.id where g.purpose = 'support' limit 1",
    );
    assert.ok(opened);
    assert.equal((await joan.get(`/people/${opened.person_id}`)).statusCode, 200);
    assert.equal((await take(dev, opened.id, 'end', { reason: 'They have a new team.', after_end: '' })).statusCode, 422);
    assert.equal((await joan.get(`/people/${opened.person_id}`)).statusCode, 200);
    const ended = await take(dev, opened.id, 'end', {
      reason: 'They have a new team.',
      after_end: 'They delete their notes by 1 January.',
    });
    assert.equal(ended.statusCode, 303);
    assert.equal((await joan.get(`/people/${opened.person_id}`)).statusCode, 404);
    assert.match(textOf((await helen.get(`/agreements/${opened.id}`)).body), /They delete their notes by 1 January\./);
    assert.equal((await take(dev, opened.id, 'end', { reason: 'Again.', after_end: 'Nothing.' })).statusCode, 409, 'once');
  });

  test('S10.2: the day begins, asks for the review of, and ends agreements, and tells whoever keeps them once', async () => {
    const row = async (state: string, starts: number, ends: number, review: number): Promise<string> => {
      const [made] = await query<{ id: string }>(
        `insert into sharing_agreement (id, name, organisation_id, purpose, categories, lawful_basis, state, starts_on, ends_on, review_on)
         values (gen_random_uuid(), 'By the day', $1, 'support', '{contact}', '6_1_e', $2, $3, $4, $5) returning id`,
        [council, state, day(starts), day(ends), day(review)],
      );
      return made?.id ?? '';
    };
    const begins = await row('signed', 0, 400, 300);
    const waits = await row('signed', 2, 400, 300);
    const due = await row('active', -300, 400, 60);
    const notYet = await row('active', -300, 400, 61);
    const over = await row('active', -300, -1, -2);
    const overToo = await row('review_due', -300, -1, -2);
    const asOfToday = accessTo(house.database.requests.db, house.clock, house.database.requests.prove);
    const run = () =>
      agreementsByTheDayJob.run(
        {},
        {
          clock: house.clock,
          identify: () => crypto.randomUUID(),
          act: (work: (tables: never) => Promise<unknown>) => asOfToday({ kind: 'worker', job: 'test' }, (tables) => work(tables as never)), // the job’s own transaction
        } as never, // what this job uses of its context
      );
    await run();
    const now = async () => Promise.all([begins, waits, due, notYet, over, overToo].map(stateOf));
    assert.deepEqual(await now(), ['active', 'signed', 'review_due', 'active', 'expired', 'expired']);
    const asked = () =>
      query(`select from task where kind like 'agreement.%' and leads_to = any ($1)`, [
        [due, over, overToo].map((id) => `/agreements/${id}`),
      ]);
    const once = (await asked()).length;
    assert.ok(once >= 3 * 2, 'managers and information governance');
    await run();
    assert.deepEqual(await now(), ['active', 'signed', 'review_due', 'active', 'expired', 'expired']);
    assert.equal((await asked()).length, once, 'a second run tells nobody again');
    assert.equal((await take(dev, due, 'renew', signatures())).statusCode, 403, 'information governance renews');
    const renewed = { ...signatures(), ends_on: day(700), review_on: day(650) };
    assert.equal((await take(helen, due, 'renew', renewed)).statusCode, 303);
    assert.equal(await stateOf(due), 'active');
  });

  test('S10.2: every step stands in its trace, and none can be taken out of it', async () => {
    const id = await write(helen);
    await take(helen, id, 'send');
    await take(dev, id, 'sign', signatures());
    assert.deepEqual(
      (await query<{ to_state: string }>('select to_state from agreement_trace where agreement_id = $1 order by id', [id])).map(
        (one) => one.to_state,
      ),
      ['draft', 'in_review', 'signed', 'active'],
    );
    await assert.rejects(query('delete from agreement_trace'), { code: 'OD002' });
    await assert.rejects(query('delete from sharing_agreement'), { code: 'OD002' });
  });

  test('S10.3: what is typed is kept as a draft of whoever types it', async () => {
    const form = (await helen.get('/agreements/new')).body;
    assert.match(form, /data-draft="\/draft\?form=agreement&amp;subject=new"/);
  });
});
