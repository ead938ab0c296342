// Deciding as people do it: through the pages of a whole house with the demo's people in it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { asSuggested, stepsOn, valueOn } from '../../../test/harness/deciding.ts';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('deciding', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const ids = (html: string, path: string): string[] => [
    ...new Set([...html.matchAll(new RegExp(`href="${path}/([0-9a-f-]{36})(?:\\?[^"]*)?"`, 'g'))].map((match) => match[1] ?? '')),
  ];
  const stateOf = async (referral: string): Promise<string> =>
    (await house.database.pool.query<{ state: string }>('select state from referral where id = $1', [referral])).rows[0]?.state ?? '';

  async function openOne(client: Client, at = 3): Promise<{ id: string; html: string }> {
    const list = await client.get('/triage');
    const waiting = [];
    for (const id of ids(list.body, '/triage')) if ((await stateOf(id)) === 'submitted') waiting.push(id);
    const id = waiting[at] ?? waiting[0] ?? '';
    const item = await client.get(`/triage/${id}`);
    assert.equal(item.statusCode, 200);
    return { id, html: item.body };
  }

  test('the queue is in the order of promises, and only for those who triage', async () => {
    const priya = await house.as('priya');
    const list = await priya.get('/triage');
    const order = ids(list.body, '/triage');
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from referral where state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') order by decide_by, id",
    );
    assert.deepEqual(
      order,
      rows.map((row) => row.id),
    );
    assert.match(list.body, /You have begun this/, 'whoever has begun is not told of herself as of a colleague');
    assert.doesNotMatch(list.body, /Priya Nair is reading this/);
    for (const code of ['siobhan', 'grace', 'helen', 'beth', 'joan'])
      assert.equal((await (await house.as(code)).get('/triage')).statusCode, 403, code);
    assert.equal((await house.visitor().get('/triage')).headers.location, '/sign-in?next=%2Ftriage');
  });

  test('S14.1: a referral that somebody may not see answers as one that does not exist', async () => {
    const priya = await house.as('priya');
    const { id } = await openOne(priya);
    const none = await priya.get('/triage/00000000-0000-7000-8000-000000000000');
    await house.database.pool.query("update access set ends_at = starts_at + interval '1 second' where source_id = $1", [id]);
    const hidden = await priya.get(`/triage/${id}`);
    await house.database.pool.query('update access set ends_at = null where source_id = $1', [id]);
    assert.equal(none.statusCode, 404);
    assert.equal(hidden.statusCode, 404);
    assert.equal(hidden.body.replaceAll(id, ''), none.body.replaceAll('00000000-0000-7000-8000-000000000000', ''));
  });

  test('a different first step asks for a reason, keeps everything typed, then waits for a second clinician; nothing is sent before', async () => {
    const priya = await house.as('priya');
    const { id, html } = await openOne(priya);
    const other = stepsOn(html)[1] ?? '';
    const fields = asSuggested(html, { step: other, persons_view: 'Rather not groups <b>' });
    const refused = await priya.post(`/triage/${id}/decide`, fields);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Say in a few words why/);
    assert.match(refused.body, /Rather not groups &lt;b>/);
    assert.equal(await stateOf(id), 'in_triage');
    const decided = await priya.post(`/triage/${id}/decide`, {
      ...fields,
      version: valueOn(refused.body, 'version'),
      reason: 'They asked for one worker.',
    });
    assert.equal(decided.statusCode, 303);
    assert.equal(await stateOf(id), 'in_triage');
    const before = await house.database.pool.query(
      "select from message where about_id = $1 or person_id = (select person_id from referral where id = $1) and purpose = 'decision'",
      [id],
    );
    assert.equal(before.rowCount, 0, 'nothing was sent');

    const martin = await house.as('martin');
    const list = await martin.get('/countersign');
    const decision =
      (await house.database.pool.query<{ id: string }>('select id from triage_decision where referral_id = $1', [id])).rows[0]?.id ?? '';
    assert.ok(ids(list.body, '/countersign').includes(decision));
    assert.equal((await priya.get(`/countersign/${decision}`)).statusCode, 403, 'a triage clinician cannot agree');
    const pageOf = await martin.get(`/countersign/${decision}`);
    assert.match(pageOf.body, /They asked for one worker\./);
    const given = await martin.post(`/countersign/${decision}`, { version: valueOn(pageOf.body, 'version'), act: 'return', comment: '' });
    assert.equal(given.statusCode, 422, 'giving back needs a comment');
    const agreed = await martin.post(`/countersign/${decision}`, { version: valueOn(given.body, 'version'), act: 'agree', comment: '' });
    assert.equal(agreed.statusCode, 303);
    assert.equal(await stateOf(id), 'decided');
  });

  test('SOM-9: where social care sees it differently, both views are kept and a second clinician agrees before anything is sent', async () => {
    const priya = await house.as('priya');
    const { id, html } = await openOne(priya);
    const saved = await priya.post(
      `/triage/${id}/decide`,
      asSuggested(html, { other_view: 'The home comes first <i>, says social care.' }),
    );
    assert.equal(saved.statusCode, 303);
    assert.notEqual(await stateOf(id), 'decided');
    const { rows } = await house.database.pool.query<{ id: string; because: string[] }>(
      "select id, countersign_because as because from triage_decision where referral_id = $1 and state = 'awaiting_countersign'",
      [id],
    );
    assert.ok(rows[0]?.because.includes('views_differ'));
    const martin = await house.as('martin');
    const read = await martin.get(`/countersign/${rows[0]?.id}`);
    assert.match(read.body, /Social care and clinical views differ, so both must agree\./);
    assert.match(read.body, /The home comes first &lt;i>, says social care\./);
    const agreed = await martin.post(`/countersign/${rows[0]?.id}`, { version: valueOn(read.body, 'version'), act: 'agree', comment: '' });
    assert.equal(agreed.statusCode, 303);
    assert.equal(await stateOf(id), 'decided');
  });

  test('H20: two clinicians decide at once: the second is told, and their words are kept', async () => {
    const priya = await house.as('priya');
    const martin = await house.as('martin');
    const { id, html } = await openOne(priya);
    const his = await martin.get(`/triage/${id}`);
    const first = await priya.post(`/triage/${id}/decide`, asSuggested(html));
    assert.equal(first.statusCode, 303);
    const second = await martin.post(`/triage/${id}/decide`, asSuggested(his.body, { persons_view: 'She would like Tuesdays.' }));
    assert.equal(second.statusCode, 409);
    const said = textOf(second.body);
    assert.match(said, /Priya Nair decided first Yours was not saved, and nothing of it was sent\./);
    assert.match(said, /What you were about to save .*She would like Tuesdays\./);
  });

  test('a form sent twice decides once, and the second answer is the first', async () => {
    const priya = await house.as('priya');
    const { id, html } = await openOne(priya);
    const fields = asSuggested(html, { form_key: valueOn(html, 'form_key') });
    const [one, two] = await Promise.all([priya.post(`/triage/${id}/decide`, fields), priya.post(`/triage/${id}/decide`, fields)]);
    assert.deepEqual([one.statusCode, two.statusCode], [303, 303]);
    assert.equal(one.headers.location, two.headers.location);
    const { rows } = await house.database.pool.query<{ count: number }>(
      'select count(*)::int as count from triage_decision where referral_id = $1',
      [id],
    );
    assert.equal(rows[0]?.count, 1);
  });

  test('unknown fields, no key, wrong versions and jumps are refused with true statuses, and change nothing', async () => {
    const priya = await house.as('priya');
    const { id, html } = await openOne(priya);
    const fields = asSuggested(html, { form_key: valueOn(html, 'form_key') });
    assert.equal((await priya.post(`/triage/${id}/decide`, { ...fields, grade: 'high' })).statusCode, 422);
    assert.equal((await priya.post(`/triage/${id}/decide`, { ...fields, form_key: 'made up' })).statusCode, 409);
    assert.equal((await priya.post(`/triage/${id}/decide`, { ...fields, version: '999' })).statusCode, 409);
    assert.equal((await priya.post(`/triage/${id}/decide`, { ...fields, step: 'nothing' })).statusCode, 422);
    assert.equal((await priya.post(`/triage/${id}/decide`, { ...fields, response: 'SOON' })).statusCode, 422);
    assert.notEqual(await stateOf(id), 'decided');
  });

  test('S14.2: reading and deciding are in the audit, naming the person, and no audit names nobody', async () => {
    const priya = await house.as('priya');
    const { id } = await openOne(priya);
    const { rows } = await house.database.pool.query<{ kind: string; actor: string }>(
      'select e.kind, e.actor from audit_entry e join audit_person p on p.entry_id = e.id where p.person_id = (select person_id from referral where id = $1) order by e.at, e.id',
      [id],
    );
    assert.ok(rows.some((row) => row.kind === 'referral.read' && row.actor === 'Priya Nair, triage clinician'));
    assert.equal(
      (await house.database.pool.query('select from audit_entry e where not exists (select from audit_person p where p.entry_id = e.id)'))
        .rowCount,
      0,
    );
  });

  test('S1.2: who comes next stands beside a referral, fifteen at most; the longest wait is said of a whole list only', async () => {
    const { rows: open } = await house.database.pool.query<{ id: string; team: string }>(
      "select id, team_id as team from referral where state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') order by decide_by, id",
    );
    const first = open[0]?.id ?? '';
    /** Others like the first ask, until so many wait; each is due later than everybody before and has waited longer. */
    const until = async (count: number): Promise<string> => {
      const { rows } = await house.database.pool.query<{ days: number }>(
        `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', nextval('referral_number'), 'version', 1,
           'state', 'submitted', 'reader_id', null, 'received_at', $3::timestamptz - make_interval(days => 100 + n),
           'decide_by', (select max(decide_by) from referral) + make_interval(mins => n)))).*
         from referral r, generate_series((select count(*)::int from referral
           where state in ('submitted', 'in_triage', 'waiting_info', 'unreachable')) + 1, $2) n
         where r.id = $1 returning 1`,
        [first, count, house.clock.now()],
      );
      assert.ok(rows.length > 0, 'they ask');
      return `Longest wait: ${100 + count} days`;
    };
    const priya = await house.as('priya');
    const shown = async (path: string) => {
      const { body } = await priya.get(path);
      const said = /\d+ waiting\.[^<]*/.exec(body)?.[0] ?? '';
      const onwards = /<a href="(\/triage\?show=everyone&amp;after=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null;
      return { count: [...body.matchAll(/od-queue__item(?=["\s])/g)].length, said, onwards };
    };

    const longest = await until(15);
    assert.deepEqual(await shown('/triage'), { count: 15, said: `15 waiting. ${longest}.`, onwards: null });
    const full = await shown(`/triage/${first}`);
    assert.deepEqual([full.count, full.said], [15, '15 waiting.'], 'a full list is not known to be the whole one');

    const longer = await until(16);
    assert.deepEqual(await shown('/triage'), { count: 16, said: `16 waiting. ${longer}.`, onwards: null });
    const beside = await shown(`/triage/${first}`);
    assert.deepEqual([beside.count, beside.said], [15, '16 waiting.']);
    assert.deepEqual(await shown(beside.onwards ?? ''), { count: 1, said: '16 waiting.', onwards: null });

    await until(60);
    const alone = await shown('/triage');
    assert.deepEqual([alone.count, alone.said], [50, '60 waiting.']);
    assert.deepEqual(await shown(alone.onwards ?? ''), { count: 10, said: '60 waiting.', onwards: null });
  });
});
