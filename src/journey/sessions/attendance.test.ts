import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';
import { signKey } from '../../platform/web/form-key.ts';

describe('whether somebody came', { concurrency: false }, () => {
  let house: TestHouse;
  let joan: Client;
  let personId: string;

  before(async () => {
    house = await openTestHouse();
    joan = await house.as('joan');
    ({ personId } = await liveSomebody(house, 'active'));
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('access')
        .values({
          id: crypto.randomUUID(),
          personId,
          teamId: house.place.teams.get('housing-solutions')?.id ?? '',
          relationship: 'serves',
          reason: 'housing support',
          sourceKind: 'test',
          sourceId: crypto.randomUUID(),
          startsAt: new Date(house.clock.now().getTime() - 1000),
        })
        .execute(),
    );
  });
  after(() => house.close());

  const one = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row> => {
    const { rows } = await house.database.pool.query<Row>(statement, [...values]);
    assert.ok(rows[0], statement);
    return rows[0];
  };
  const book = async (hours = -1, worker = 'joan'): Promise<string> => {
    const id = crypto.randomUUID();
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('supportSession')
        .values({
          id,
          personId,
          workerId: house.staffId(worker),
          state: 'scheduled',
          startsAt: new Date(house.clock.now().getTime() + hours * 3_600_000),
          minutes: 30,
          channel: '01',
          place: 'The town hall',
          createdAt: house.clock.now(),
          createdBy: house.staffId(worker),
        })
        .execute(),
    );
    return id;
  };
  const say = async (id: string, fields: Record<string, string>, by = joan) => {
    const opened = await by.get(`/sessions/${id}/attendance`);
    assert.equal(opened.statusCode, 200);
    const version = /name="session_version" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    return by.post(`/sessions/${id}/attendance`, { session_version: version, ...fields });
  };
  const stateOf = (id: string) =>
    one<{ state: string; attendance: string | null }>('select state, attendance from support_session where id = $1', [id]);

  test('S6: a housing worker says in one step what became of an appointment, each by its lifecycle and its national code', async () => {
    const told: readonly [Record<string, string>, string, string][] = [
      [{ came: 'attended' }, 'attended', '5'],
      [{ came: 'late_seen' }, 'late_seen', '6'],
      [{ came: 'late_not_seen' }, 'late_not_seen', '7'],
      [{ came: 'missed', welfare: 'I rang. She is fine.', offer: 'We meet at her home.' }, 'missed', '3'],
      [{ came: 'cancelled_person' }, 'cancelled_person', '2'],
      [{ came: 'cancelled_service' }, 'cancelled_service', '4'],
    ];
    for (const [fields, state, attendance] of told) {
      const id = await book();
      assert.equal((await say(id, fields)).statusCode, 303, state);
      assert.deepEqual(await stateOf(id), { state, attendance });
      const traced = await one<{ count: number }>(
        "select count(*)::int as count from transition where subject_id = $1 and to_state = $2 and role = 'HOU'",
        [id, state],
      );
      assert.equal(traced.count, 1);
    }
    const enrolment = await one<{ state: string }>('select state from enrolment where person_id = $1', [personId]);
    assert.equal(enrolment.state, 'active', 'nothing ends because a meeting did not happen');
  });

  test('their own day leads there, and settled appointments leave it', async () => {
    const id = await book(-2);
    assert.match((await joan.get('/my-day')).body, new RegExp(`/sessions/${id}/note`));
    const led = await joan.get(`/sessions/${id}/note`);
    assert.equal(`${led.statusCode} ${led.headers.location}`, `303 /sessions/${id}/attendance`);
    assert.match((await joan.get(`/sessions/${id}`)).body, new RegExp(`href="/sessions/${id}/attendance"`));
    await say(id, { came: 'attended' });
    assert.doesNotMatch((await joan.get('/my-day')).body, new RegExp(`/sessions/${id}/note`));
    const settled = await joan.get(`/sessions/${id}`);
    assert.match(settled.body, /They came/);
    assert.equal((await joan.get(`/sessions/${id}/attendance`)).headers.location, `/sessions/${id}`);
  });

  test('S14.1: no clinical words are on the page, nor readable by its worker; what is written about a missed time goes to those who keep notes', async () => {
    const id = await book();
    const opened = await joan.get(`/sessions/${id}/attendance`);
    for (const field of ['did', 'agreed', 'mood', 'measure_how', 'interventions'])
      assert.doesNotMatch(opened.body, new RegExp(`name="${field}"`));
    await say(id, { came: 'missed', welfare: 'Only her key worker reads this.', offer: 'A call on Friday.' });
    const tries = (code: string): Promise<string[]> =>
      house.database.as({ kind: 'account', accountId: house.staffId(code) }, async (tables) =>
        (await tables.selectFrom('contactTry').select('note').where('personId', '=', personId).execute()).map(({ note }) => note),
      );
    assert.equal(
      (await tries('siobhan')).some((note) => note.includes('Only her key worker')),
      true,
    );
    assert.deepEqual(await tries('joan'), []);
    await joan.get('/my-day');
    const refused = await joan.post(`/sessions/${await book()}/note`, {
      came: 'attended',
      did: 'x',
      agreed: 'x',
      concern: 'no',
      session_version: '1',
    });
    assert.equal(refused.statusCode, 404);
  });

  test('unseen and unsaid by who may not', async () => {
    const id = await book();
    for (const [who, status] of [
      ['tomasz', 404],
      ['dev', 403],
    ] as const) {
      const other = await house.as(who);
      const form_key = signKey(Buffer.alloc(32, 7), crypto.randomUUID(), '');
      assert.equal((await other.get(`/sessions/${id}/attendance`)).statusCode, status, who);
      assert.equal(
        (await other.post(`/sessions/${id}/attendance`, { session_version: '1', came: 'attended', form_key })).statusCode,
        status,
        who,
      );
    }
    assert.equal((await house.visitor().get(`/sessions/${id}/attendance`)).statusCode, 303);
    assert.equal((await stateOf(id)).state, 'scheduled');
  });

  test('refused with what to do: nothing chosen, a missed time without a thought for them, too soon, twice, by an old page; what was typed stays', async () => {
    const id = await book();
    const nothing = await say(id, { came: '' });
    assert.equal(nothing.statusCode, 422);
    assert.match(nothing.body, /Say whether they came/);
    const half = await say(id, { came: 'missed', offer: 'At <her> home & soon' });
    assert.equal(half.statusCode, 422);
    assert.match(half.body, /At &lt;her> home &amp; soon|At &lt;her&gt; home &amp; soon/);
    const soon = await say(await book(48), { came: 'attended' });
    assert.equal(soon.statusCode, 409);
    assert.match(soon.body, /It is not time yet/);
    assert.equal((await say(id, { came: 'attended' })).statusCode, 303);
    await joan.get('/my-day');
    const old = await joan.post(`/sessions/${id}/attendance`, { session_version: '1', came: 'missed', welfare: 'x', offer: 'y' });
    assert.equal(old.statusCode, 409);
    assert.equal((await stateOf(id)).state, 'attended');
  });
});
