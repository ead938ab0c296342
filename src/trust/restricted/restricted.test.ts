import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { offTrackKinds } from '../../journey/home/model.ts';

describe('a restricted record', { concurrency: false }, () => {
  let house: TestHouse;
  let waiting: { referral: string; person: string; number: number; account: string };
  /** Nobody else in the demo is called this, so wherever it stands it is theirs. */
  const name = 'Zephyrine Quillfeather';
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query<typeof waiting>(
      `select r.id as referral, r.person_id as person, r.number, a.id as account from referral r
       join account a on a.person_id = r.person_id and a.kind = 'person'
       where r.state = 'submitted' and r.team_id = (select id from team where code = 'spa-team') order by r.decide_by limit 1`,
    );
    const [first] = rows;
    assert.ok(first);
    waiting = first;
    const [given, family] = name.split(' ');
    await house.database.pool.query('update person set known_as = $2, given_name = $2, family_name = $3 where id = $1', [
      waiting.person,
      given,
      family,
    ]);
    // Past every promise, so that it would stand on every list of what is late.
    await house.database.pool.query(`update referral set decide_by = '2026-11-01' where id = $1`, [waiting.referral]);
    await house.database.pool.query(`update clock set due_at = '2026-11-01' where person_id = $1`, [waiting.person]);
  });
  after(() => house.close());

  const record = (): string => `/people/${waiting.person}`;
  const lists = (): string[] => [
    ...['/home', '/triage', '/triage?show=waiting', '/triage?show=safety', '/countersign', '/my-day', '/offers', '/restricted'],
    ...[
      '/find?q=Zephyrine',
      '/find?q=quillf',
      `/find?q=R-${waiting.number}`,
      '/find.json?q=zephyrine%20quill',
      `/find.json?q=R-${waiting.number}`,
    ],
    ...['/reports', '/emergency/openings', `/restricted/${waiting.person}`, ...offTrackKinds.map((kind) => `/off-track/${kind}`)],
  ];
  const namesIt = async (client: Client): Promise<string[]> => {
    const found: string[] = [];
    for (const path of lists())
      if (/Zephyrine|Quillfeather/.test((await client.get(path)).body.replaceAll(/value="[^"]*"/g, ''))) found.push(path);
    return found;
  };
  const page = async (client: Client, path: string): Promise<string> => textOf((await client.get(path)).body);

  test('S14.4: restricting needs a reason and somebody who goes on; what was typed is kept', async () => {
    const martin = await house.as('martin');
    assert.ok((await namesIt(martin)).length > 2, 'the name stands in lists before');
    await martin.get(`${record()}/restricted`);
    const answer = await martin.post(`${record()}/restricted`, { reason: 'Hm' });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /Say why in a sentence/);
    assert.match(answer.body, /Name at least one colleague/);
    assert.match(answer.body, />Hm</);
  });

  test('S14.4: to a team its name is in no list, no search, no palette and no report; that something waits is', async () => {
    const martin = await house.as('martin');
    await martin.get(`${record()}/restricted`);
    const reason = 'Her mother works on our desk.';
    assert.equal((await martin.post(`${record()}/restricted`, { reason, names: [house.staffId('martin')] })).statusCode, 303);
    assert.match(await page(martin, record()), /This record is restricted/);
    for (const code of ['priya', 'dev', 'siobhan', 'grace', 'helen', 'joan']) {
      const client = await house.as(code);
      assert.deepEqual(await namesIt(client), [], code);
      const answer = await client.get(record());
      assert.ok(answer.statusCode === 404 || answer.statusCode === 403, code);
    }
    const priya = await house.as('priya');
    assert.match(await page(priya, '/triage'), /Restricted records 1 waiting/);
    const listed = await page(priya, '/restricted');
    assert.match(listed, new RegExp(`Referral R-${waiting.number}, with`));
    assert.match(listed, /Sunday 1 Nov/, 'the promise is still seen');
    assert.equal((await priya.get(`/triage/${waiting.referral}`)).statusCode, 404);
  });

  test('S14.4: a reason opens it for a working day to whoever gave it, and to nobody else; the person reads the reason', async () => {
    const priya = await house.as('priya');
    await priya.get(`/restricted/${waiting.person}`);
    assert.equal((await priya.post(`/restricted/${waiting.person}`, { reason: 'because' })).statusCode, 422);
    assert.equal((await priya.get(record())).statusCode, 404);
    await priya.get(`/restricted/${waiting.person}`);
    const reason = 'I am on the desk, and her promise has passed.';
    assert.equal((await priya.post(`/restricted/${waiting.person}`, { reason })).statusCode, 303);
    assert.equal((await priya.get(record())).statusCode, 200);
    assert.match(await page(priya, '/triage'), new RegExp(name));
    assert.deepEqual(await namesIt(await house.as('dev')), []);
    const person = await house.asAccount(waiting.account, 'person');
    const looked = await page(person, '/me/looked');
    assert.match(looked, /Priya Nair, triage clinician, opened a restricted record with a reason[^.]*\. They said why: “I am on the desk/);
    assert.match(looked, /Priya Nair, triage clinician, [^.]*read your record[^.]*\. They said why: “I am on the desk/);
    house.clock.advance(8 * 3_600_000);
    const later = await house.as('priya');
    assert.equal((await later.get(record())).statusCode, 404);
    assert.deepEqual(await namesIt(later), []);
  });

  test('S14.4: nobody whose teams do not have it opens one with a reason, or learns that it is one', async () => {
    for (const code of ['siobhan', 'amara', 'tomasz']) {
      const client = await house.as(code);
      await client.get('/restricted');
      const here = await client.get(`/restricted/${waiting.person}`);
      const nowhere = await client.get('/restricted/01a1f805-eba0-7100-8ffd-49f279922d24');
      assert.deepEqual([here.statusCode, textOf(here.body)], [404, textOf(nowhere.body)], code);
      await client.get('/my-day');
      assert.notEqual((await client.post(`/restricted/${waiting.person}`, { reason: 'Curious about my neighbour.' })).statusCode, 303);
      assert.equal((await client.get(record())).statusCode, 404);
    }
  });

  test('S14.4: more colleagues are named by one who has it, and lifting it is for a lead, with a reason', async () => {
    const martin = await house.as('martin');
    await martin.get(`${record()}/restricted`);
    assert.equal(
      (await martin.post(`${record()}/restricted/names`, { names: [house.staffId('dev'), house.staffId('siobhan')] })).statusCode,
      303,
    );
    const dev = await house.as('dev');
    assert.equal((await dev.get(record())).statusCode, 200);
    assert.equal((await (await house.as('siobhan')).get(record())).statusCode, 404, 'only colleagues of its teams can be named');
    const priya = await house.as('priya');
    await priya.get('/restricted');
    assert.equal((await priya.post(`${record()}/restricted/lift`, { version: '1', because: 'No longer needed now.' })).statusCode, 403);
    await dev.get(`${record()}/restricted`);
    assert.equal((await dev.post(`${record()}/restricted/lift`, { version: '1', because: '' })).statusCode, 422);
    assert.equal((await dev.post(`${record()}/restricted/lift`, { version: '1', because: 'Her mother has left us.' })).statusCode, 303);
    assert.match(await page(await house.as('priya'), '/triage'), new RegExp(name));
    const { rowCount } = await house.database.pool.query(
      `select from access where person_id = $1 and source_kind = 'restricted_record' and ends_at is null`,
      [waiting.person],
    );
    assert.equal(rowCount, 0);
  });

  test('S14.4: a person who says that somebody close to them works here is restricted at once; their worker goes on and a manager is asked for names', async () => {
    const { rows } = await house.database.pool.query<{ id: string; person: string }>(
      "select id, person_id as person from account where name = 'Carol Whittle'",
    );
    const [carol] = rows;
    assert.ok(carol);
    const dev = await house.as('dev');
    const mine = await house.asAccount(carol.id, 'person');
    assert.match(await page(mine, '/me/access'), /If you, or somebody close to you, work here/);
    await mine.get('/me/restrict');
    assert.equal((await mine.post('/me/restrict', {})).statusCode, 303);
    assert.match(await page(mine, '/me/restrict'), /Your record is open only to people who are named/);
    assert.equal((await (await house.as('siobhan')).get(`/people/${carol.person}`)).statusCode, 200);
    assert.equal((await dev.get(`/people/${carol.person}`)).statusCode, 404);
    const day = await page(dev, '/my-day');
    assert.match(day, /A record is to be seen only by colleagues who are named/);
    assert.doesNotMatch(day, /Whittle/);
  });

  test('S14.4, S14.1: a task about a restricted record leads those of its team to give a reason, and a colleague of no team of it nowhere', async () => {
    const siobhan = await house.as('siobhan');
    const { pool } = house.database;
    const { rows } = await pool.query<{ id: string; name: string; team: string }>(
      `select p.id, p.family_name as name, a.team_id as team from person p join access a on a.person_id = p.id
       where a.team_id in (select team_id from membership where account_id = $1) and a.agreement_id is null and a.role is null and a.ends_at is null
         and not exists (select from restricted_record x where x.person_id = p.id)
         and not exists (select from access o where o.person_id = p.id and o.account_id = $1) limit 1`,
      [house.staffId('siobhan')],
    );
    const [somebody] = rows;
    assert.ok(somebody);
    await pool.query(
      `insert into restricted_record (person_id, reason, since, created_at) values ($1, 'Works here.', '2026-11-19', '2026-11-19')`,
      [somebody.id],
    );
    await pool.query(
      `insert into task (id, person_id, kind, words, leads_to, account_id, created_at)
       select gen_random_uuid(), $1, 'message.not_safe', 'Tell them by another way.', $2, who, '2026-11-19' from unnest($3::uuid[]) who`,
      [somebody.id, `/people/${somebody.id}`, [house.staffId('siobhan'), house.staffId('joan')]],
    );
    const day = (await siobhan.get('/my-day')).body;
    assert.match(day, new RegExp(`href="/restricted/${somebody.id}"`));
    assert.match(textOf(day), /Tell them by another way\..*Restricted: say first why you open it/s);
    assert.ok(!textOf(day).includes(somebody.name));
    assert.equal((await siobhan.get(`/restricted/${somebody.id}`)).statusCode, 200);
    const joan = await house.as('joan');
    assert.doesNotMatch((await joan.get('/my-day')).body, /\/restricted\/|Restricted: say/);
    await siobhan.post(`/restricted/${somebody.id}`, { reason: 'I am to tell them today what comes next.' });
    assert.match((await siobhan.get('/my-day')).body, new RegExp(`href="/people/${somebody.id}"`), 'then it leads to where it is done');
  });

  test('S14.4: whoever can be reached at a colleague’s address is restricted from the first moment', async () => {
    const { pool } = house.database;
    const { rows } = await pool.query<{ id: string }>(
      `select p.id from person p where not exists (select from restricted_record x where x.person_id = p.id) order by p.id limit 2`,
    );
    const add = (person: string | undefined, value: string): Promise<unknown> =>
      pool.query(
        `insert into contact_point (id, person_id, channel, value, safe_to_use, shared, checked_on, created_at)
         values (gen_random_uuid(), $1, 'email', $2, 'safe', 'no', '2026-11-20', now())`,
        [person, value],
      );
    await add(rows[0]?.id, ' Priya@Example.org');
    await add(rows[1]?.id, 'nobody-here@example.org');
    const restricted = await pool.query<{ person_id: string; asked_by: string }>(
      'select person_id, asked_by from restricted_record where person_id = any ($1)',
      [rows.map(({ id }) => id)],
    );
    assert.deepEqual(restricted.rows, [{ person_id: rows[0]?.id, asked_by: 'address' }]);
  });
});
