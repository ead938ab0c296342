import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { lengthInWords, openerRoles, openers, reasonsFor, reviewByAfter, roleFor } from './model.ts';

const hour = 3_600_000;

test('S14.3: a reason is one of the role’s own, and information governance has its own', () => {
  const held = (...access: readonly (typeof openerRoles)[number][]) => access.map((one) => ({ access: one }));
  assert.deepEqual(reasonsFor(held('IG')), ['legal', 'rights', 'incident', 'technical']);
  assert.deepEqual(reasonsFor(held('TRI')), ['emergency', 'safeguarding', 'legal']);
  assert.deepEqual(reasonsFor([{ access: 'ADM' }, { access: 'COM' }, { access: 'VOL' }, { access: 'PAR' }]), [], 'S14.5, S12');
  assert.equal(roleFor(held('IG', 'TRI'), 'emergency'), 'TRI');
  assert.equal(roleFor(held('TRI'), 'rights'), null);
  assert.deepEqual([...openerRoles].sort(), Object.keys(openers).sort());
});

test('S14.3: the review is due at the end of the fifth working day, whatever lies between', () => {
  assert.equal(reviewByAfter(new Date('2026-11-20T08:15:00Z')).toISOString(), '2026-11-27T17:00:00.000Z');
  assert.equal(
    reviewByAfter(new Date('2026-12-23T23:30:00Z')).toISOString(),
    '2027-01-04T17:00:00.000Z',
    'two bank holidays and two weekends',
  );
});

test('time left is said in hours and minutes, and never as less than nothing', () => {
  assert.deepEqual([3 * hour, hour + 60_000, hour - 1, 59_000, 0].map(lengthInWords), [
    '3 hours',
    '1 hour 1 minute',
    '59 minutes',
    'less than a minute',
    'less than a minute',
  ]);
});

describe('a record opened in an emergency', { concurrency: false }, () => {
  let house: TestHouse;
  let helen: Client;
  let dev: Client;
  let carol: { id: string; account: string; given: string; family: string; born: string };
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query<typeof carol>(
      `select p.id, a.id as account, p.given_name as given, p.family_name as family, p.born from person p join account a on a.person_id = p.id where a.name = 'Carol Whittle'`,
    );
    const [found] = rows;
    assert.ok(found);
    carol = found;
  });
  // Sessions end while the clock goes on between one and the next.
  const signInAgain = async (): Promise<void> => {
    helen = await house.as('helen');
    dev = await house.as('dev');
  };
  beforeEach(signInAgain);
  after(() => house.close());

  const form = (more: Record<string, string | string[]> = {}) => {
    const [year = '', month = '', day = ''] = carol.born.split('-');
    return {
      given: carol.given,
      family: carol.family,
      'born-day': day,
      'born-month': month,
      'born-year': year,
      reason: 'rights',
      words: 'She asked for a copy of all we hold.',
      parts: ['story', 'clinical'],
      hours: '1',
      ...more,
    };
  };
  const open = async (client: Client, more: Record<string, string | string[]> = {}) => {
    await client.get('/emergency');
    // So that the newest is the newest.
    house.clock.advance(1);
    return client.post('/emergency', form(more));
  };
  const newest = async (): Promise<{ id: string; until: Date }> => {
    const { rows } = await house.database.pool.query<{ id: string; until: Date }>(
      'select id, until from emergency_opening order by opened_at desc, id desc limit 1',
    );
    const [row] = rows;
    assert.ok(row);
    return row;
  };
  const openingsOf = async (): Promise<number> =>
    (
      await house.database.pool.query<{ count: number }>('select count(*)::int as count from emergency_opening where person_id = $1', [
        carol.id,
      ])
    ).rows[0]?.count ?? -1;
  const end = async (client: Client): Promise<void> => {
    const answer = await client.post(`/emergency/openings/${(await newest()).id}/end`, {});
    assert.equal(answer.statusCode, 303);
  };

  test('S14.3: before it, a record that is here and one that is not are the same page', async () => {
    const here = await helen.get(`/people/${carol.id}`);
    const nowhere = await helen.get('/people/01a1f805-eba0-7100-8ffd-49f279922d24');
    assert.equal(here.statusCode, 404);
    const neutral = (body: string): string => textOf(body);
    assert.equal(neutral(here.body), neutral(nowhere.body));
    const asked = await helen.get(`/emergency?record=${carol.id}`);
    const askedNowhere = await helen.get('/emergency?record=01a1f805-eba0-7100-8ffd-49f279922d24');
    assert.equal(textOf(asked.body), textOf(askedNowhere.body));
  });

  test('S14.3: one that is not here, one letter that differs and two who fit are answered with the same words, and open nothing', async () => {
    const before = await openingsOf();
    const wrong = [
      { given: 'Caroll' },
      { 'born-day': '28', 'born-month': '2' },
      { family: `${carol.family}%` },
      { given: '', family: '', nhs_number: '9000000009' },
    ];
    const said = new Set<string>();
    for (const more of wrong) {
      const answer = await open(helen, more);
      assert.equal(answer.statusCode, 422);
      said.add(/Nobody fits exactly[^<]*/.exec(answer.body)?.[0] ?? '');
    }
    assert.deepEqual([...said], ['Nobody fits exactly what you typed. Check each part, or use the NHS number.']);
    assert.equal(await openingsOf(), before);
  });

  test('S14.3: without a reason of one’s role, own words or a length of time it is asked for again, with all that was typed', async () => {
    const answer = await open(helen, { reason: 'emergency', words: 'short', hours: '4' });
    assert.equal(answer.statusCode, 422);
    for (const fault of ['Choose why', 'Say in a sentence what has happened', 'Choose for how long'])
      assert.match(answer.body, new RegExp(fault));
    assert.match(answer.body, new RegExp(`value="${carol.family}"`));
    for (const code of ['siobhan', 'dev', 'grace', 'joan'])
      assert.equal((await (await house.as(code)).get('/emergency')).statusCode, 403, code);
  });

  test('S14.3: it opens what was asked for, for as long as was asked for, and says so over the record until it is ended', async () => {
    const answer = await open(helen);
    assert.equal(answer.statusCode, 303);
    const record = await helen.get(String(answer.headers.location));
    assert.equal(record.statusCode, 200);
    assert.match(textOf(record.body), /You opened this record in an emergency\. It closes at 9:15am\. 1 hour left\./);
    assert.match(record.body, /data-closes="3600000"/);
    assert.equal((await helen.get(`/people/${carol.id}/plan`)).statusCode, 200);
    assert.equal((await helen.get(`/people/${carol.id}/measures`)).statusCode, 404, 'measures were not asked for');
    house.clock.advance(20 * 60_000);
    assert.match(textOf((await helen.get(`/people/${carol.id}`)).body), /40 minutes left/);
    await end(helen);
    assert.equal((await helen.get(`/people/${carol.id}`)).statusCode, 404);
    await open(helen, { hours: '3' });
    house.clock.advance(3 * hour - 1000);
    await signInAgain();
    assert.equal((await helen.get(`/people/${carol.id}`)).statusCode, 200);
    house.clock.advance(1000);
    assert.equal((await helen.get(`/people/${carol.id}`)).statusCode, 404, 'after 3 hours it has closed by itself');
  });

  test('S14.3: whoever leads the team is told by a task due in 5 working days, and the opener is not asked to review it', async () => {
    const { rows } = await house.database.pool.query<{ name: string; due_at: Date; words: string }>(
      `select a.name, t.due_at, t.words from task t join account a on a.id = t.account_id where t.leads_to = $1`,
      [`/emergency/openings/${(await newest()).id}`],
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Dev Patel'],
    );
    assert.equal(rows[0]?.due_at.toISOString(), '2026-11-27T17:00:00.000Z');
    assert.doesNotMatch(rows[0]?.words ?? '', /Carol|Whittle/);
    assert.match(textOf((await dev.get('/my-day')).body), /Helen Strand opened a record in an emergency/);
  });

  test('S14.2, S14.3: every look while it was open carries the reason, and the person reads it; the opening itself first', async () => {
    const person = await house.asAccount(carol.account, 'person');
    const looked = textOf((await person.get('/me/looked')).body);
    assert.match(
      looked,
      /Helen Strand, information governance lead, opened your record in an emergency[^.]*\. They said why: “Subject access or complaint: She asked for a copy of all we hold\.”/,
    );
    assert.match(
      looked,
      /Helen Strand, information governance lead, [^.]*read your record[^.]*\. They said why: “Subject access or complaint/,
    );
  });

  test('S14.2: while telling is unsafe the person reads nothing of it, neither who looked nor who can see; after a review that says so, they do', async () => {
    house.clock.advance(24 * hour);
    await signInAgain();
    const person = await house.asAccount(carol.account, 'person');
    const priya = await house.as('priya');
    await house.database.pool.query(
      `update access set ends_at = '2026-11-20' where person_id = $1 and team_id = (select id from team where code = 'spa-team')`,
      [carol.id],
    );
    assert.equal((await priya.get(`/people/${carol.id}`)).statusCode, 404);
    const refused = await open(priya, { reason: 'safeguarding', unsafe: 'yes' });
    assert.match(refused.body, /Say why telling them would be unsafe/);
    const opened = await open(priya, { reason: 'safeguarding', unsafe: 'yes', not_told_because: 'He reads her phone.' });
    assert.equal(opened.statusCode, 303);
    assert.equal((await priya.get(`/people/${carol.id}`)).statusCode, 200);
    const today = async (path: string): Promise<string> => textOf((await person.get(path)).body).split('Friday 20 Nov 2026')[0] ?? '';
    assert.doesNotMatch(await today('/me/looked'), /Priya/);
    assert.doesNotMatch(textOf((await person.get('/me/access')).body), /Priya/);
    const { id } = await newest();
    await helen.get(`/emergency/openings/${id}`);
    const done = await helen.post(`/emergency/openings/${id}/review`, { finding: 'right', words: 'Read all eight looks.', tell: 'yes' });
    assert.equal(done.statusCode, 303);
    assert.match(await today('/me/looked'), /Priya Nair, triage clinician, opened your record in an emergency/);
    assert.match(textOf((await person.get('/me/access')).body), /Priya Nair opened your record in an emergency/);
    await end(priya);
  });

  test('S14.3: a finding is somebody else’s: the opener cannot write one, by the page or by the database, and it is written once', async () => {
    await open(helen);
    const { id } = await newest();
    const page = await helen.get(`/emergency/openings/${id}`);
    assert.doesNotMatch(page.body, /Keep this finding/);
    await helen.get('/emergency');
    const own = await helen.post(`/emergency/openings/${id}/review`, { finding: 'right', words: 'All in order.' });
    assert.equal(own.statusCode, 403);
    await assert.rejects(
      house.database.pool.query(
        `update emergency_opening set finding = 'right', reviewed_at = now(), reviewed_by = account_id where id = $1`,
        [id],
      ),
      { code: '23514' },
    );
    const shown = await dev.get(`/emergency/openings/${id}`);
    assert.match(shown.body, /Keep this finding/);
    assert.match(textOf(shown.body), /Opened the record in an emergency/);
    assert.equal((await dev.post(`/emergency/openings/${id}/review`, { finding: '', words: '' })).statusCode, 422);
    assert.equal(
      (await dev.post(`/emergency/openings/${id}/review`, { finding: 'too_much', words: 'Notes were not needed.' })).statusCode,
      303,
    );
    await dev.get(`/emergency/openings/${id}`);
    assert.equal((await dev.post(`/emergency/openings/${id}/review`, { finding: 'wrong', words: 'Again.' })).statusCode, 409);
    assert.match(textOf((await dev.get('/emergency/openings?show=reviewed')).body), /Right to open, but more than was needed\. Dev Patel/);
    const { rowCount } = await house.database.pool.query(`select from task where leads_to = $1 and done_at is null`, [
      `/emergency/openings/${id}`,
    ]);
    assert.equal(rowCount, 0);
    await end(helen);
  });

  test('S14.3: a review that is late stands among what is off track, and leads to the late ones', async () => {
    assert.match(textOf((await dev.get('/home')).body), /Every emergency opening was reviewed in time/);
    house.clock.set('2026-11-27T17:00:01Z');
    await signInAgain();
    assert.match(textOf((await dev.get('/home')).body), /3 emergency openings are past the day of review/);
    const late = textOf((await dev.get('/emergency/openings?show=late')).body);
    assert.match(late, /Helen Strand/);
    assert.match(late, /Late/);
  });

  test('S14.3: nobody but who opened, information governance and the team’s manager learns of an opening', async () => {
    const { id } = await newest();
    for (const code of ['priya', 'martin'])
      assert.equal((await (await house.as(code)).get(`/emergency/openings/${id}`)).statusCode, 404, code);
    for (const code of ['siobhan', 'grace'])
      assert.equal((await (await house.as(code)).get(`/emergency/openings/${id}`)).statusCode, 403, code);
    assert.equal((await (await house.as('martin')).post(`/emergency/openings/${id}/end`, {})).statusCode, 404);
  });
});
