import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerAll } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { newestOf } from './model.ts';

describe('what somebody says about sharing', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  interface Row {
    readonly id: string;
    readonly organisation_id: string;
    readonly state: string;
    readonly categories: string[];
    readonly code: string;
  }
  const rowsOf = async (personId: string): Promise<Row[]> =>
    (
      await house.database.pool.query<Row>(
        'select c.id, c.organisation_id, c.state, c.categories, o.code from sharing_choice c join organisation o on o.id = c.organisation_id where c.person_id = $1 order by o.code',
        [personId],
      )
    ).rows;
  async function ask(share: string): Promise<{ personId: string; referralId: string }> {
    const visitor = house.visitor();
    await answerAll(visitor, { '/q/6': { share } });
    await visitor.get('/check');
    assert.equal((await visitor.post('/check', {})).statusCode, 303);
    const { rows } = await house.database.pool.query<{ personId: string; referralId: string }>(
      'select person_id as "personId", id as "referralId" from referral order by number desc limit 1',
    );
    assert.ok(rows[0]);
    return rows[0];
  }
  async function ownPage(personId: string): Promise<Client> {
    const { rows } = await house.database.pool.query<{ id: string }>('select id from account where person_id = $1', [personId]);
    assert.ok(rows[0]);
    const accountId = rows[0].id;
    return house.asAccount(accountId, 'person');
  }

  test('S6: the answer at the door stands for every other agency that could help, and never for background questions', async () => {
    const { personId } = await ask('yes');
    const rows = await rowsOf(personId);
    assert.ok(rows.length > 2);
    for (const row of rows) {
      assert.equal(row.state, 'agreed');
      assert.ok(row.categories.includes('story') && !row.categories.includes('equality'));
    }
    const codes = rows.map(({ code }) => code);
    assert.ok(!codes.includes('icb'), 'who only pays is not asked about');
    assert.ok(codes.includes('quayside') && !codes.includes('chorley-council'), 'neighbours only');
    for (const [answer, state] of [
      ['no', 'declined'],
      ['ask_me', 'asked'],
      ['', 'asked'],
    ] as const)
      assert.deepEqual([...new Set((await rowsOf((await ask(answer)).personId)).map((row) => row.state))], [state], answer);
  });

  test('S14.1: a partner under an agreement sees after the person’s yes, not before it, and not once it is taken back', async () => {
    const { personId } = await ask('ask_me');
    const [choice] = await rowsOf(personId);
    assert.ok(choice);
    const partnerId = house.staffId('tomasz');
    const teamId = crypto.randomUUID();
    const agreementId = crypto.randomUUID();
    await house.database.pool.query(
      `insert into sharing_agreement (id, name, organisation_id, purpose, categories, lawful_basis, state, starts_on, ends_on)
       values ($1, 'Help together', $2, 'support', '{contact,story}', '6_1_e', 'active', '2026-01-01', '2027-01-01')`,
      [agreementId, choice.organisation_id],
    );
    await house.database.as({ kind: 'worker', job: 'test' }, async (tables) => {
      const { id: serviceId } = await tables.selectFrom('service').select('id').limit(1).executeTakeFirstOrThrow();
      await tables
        .insertInto('team')
        .values({ id: teamId, code: 'partners', name: 'Partners', serviceId, organisationId: choice.organisation_id })
        .execute();
      await tables
        .insertInto('membership')
        .values({ id: crypto.randomUUID(), accountId: partnerId, teamId, role: 'partner', access: 'PAR', startsOn: '2026-01-01' })
        .execute();
      await tables
        .insertInto('access')
        .values({
          id: crypto.randomUUID(), personId, teamId, relationship: 'agreement', role: 'PAR', agreementId, sourceKind: 'test', sourceId: agreementId, startsAt: house.clock.now(),
        })
        .execute(); // biome-ignore format: a row a line
    });
    const sees = (): Promise<boolean> =>
      house.database.as(
        { kind: 'account', accountId: partnerId },
        async (tables) => !!(await tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()),
      );
    assert.equal(await sees(), false);
    const own = await ownPage(personId);
    const say = async (flag: 'use' | 'no') => {
      const opened = await own.get(`/me/sharing/${choice.organisation_id}`);
      assert.equal(opened.statusCode, 200);
      const version = /name="version" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
      return own.post(`/me/sharing/${choice.organisation_id}`, { version, flag });
    };
    assert.equal((await say('use')).statusCode, 303);
    assert.equal(await sees(), true);
    assert.match((await own.get('/me/sharing')).body, /They may use what you told us/);
    await own.get(`/me/sharing/${choice.organisation_id}`);
    const stale = await own.post(`/me/sharing/${choice.organisation_id}`, { version: '1', flag: 'no' });
    assert.equal(stale.headers.location, '/me/sharing');
    assert.match((await own.get('/me/sharing')).body, /This has changed since you opened it/);
    assert.equal(await sees(), true);
    assert.equal((await say('no')).statusCode, 303);
    assert.equal(await sees(), false);
    assert.equal((await rowsOf(personId)).find(({ id }) => id === choice.id)?.state, 'withdrawn');
  });

  test('S14.1: nobody chooses for another, and nobody else has the page', async () => {
    const [one, another] = [await ask('ask_me'), await ask('ask_me')];
    const [theirs] = await rowsOf(another.personId);
    const own = await ownPage(one.personId);
    const nowhere = `/me/sharing/${crypto.randomUUID()}`;
    assert.equal((await own.get(nowhere)).statusCode, 404);
    await own.get(`/me/sharing/${theirs?.organisation_id}`);
    assert.equal((await own.post(nowhere, { version: '1', flag: 'use' })).statusCode, 404);
    await own.get(`/me/sharing/${theirs?.organisation_id}`);
    assert.equal((await own.post(`/me/sharing/${theirs?.organisation_id}`, { version: '1', flag: 'use' })).statusCode, 303, 'their own');
    assert.deepEqual([...new Set((await rowsOf(another.personId)).map(({ state }) => state))], ['asked']);
    assert.equal((await (await house.as('siobhan')).get('/me/sharing')).statusCode, 403);
  });

  test('a later no ends an earlier yes, also when the two are joined', async () => {
    const [known, door] = [await ask('yes'), await ask('no')];
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables.updateTable('sharingChoice').set({ personId: known.personId }).where('referralId', '=', door.referralId).execute(),
    );
    assert.deepEqual([...new Set((await rowsOf(known.personId)).map(({ state }) => state))].sort(), ['declined', 'withdrawn']);
  });

  test('the newest choice for each agency stands', () => {
    const at = (day: number, organisation: string) => ({
      id: `${organisation}${day}`,
      organisationId: organisation,
      organisation,
      said: true,
      question: null,
      once: null,
      categories: [],
      state: 'asked' as const,
      version: 1,
      createdAt: new Date(2026, 0, day),
    });
    assert.deepEqual(
      newestOf([at(1, 'B'), at(3, 'A'), at(2, 'A'), at(4, 'B')]).map(({ id }) => id),
      ['A3', 'B4'],
    );
  });
});
