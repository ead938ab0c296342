// A decision made again, through the pages of a whole house with the demo's people in it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { asSuggested, stepsOn, valueOn } from '../../../test/harness/deciding.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('deciding again', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const rowsOf = async <Row extends object>(text: string, id: string): Promise<Row[]> =>
    (await house.database.pool.query<Row>(text, [id])).rows;
  const stateOf = async (id: string): Promise<string> =>
    (await rowsOf<{ state: string }>('select state from referral where id = $1', id))[0]?.state ?? '';
  const decisionsOf = (id: string) =>
    rowsOf<{ id: string; state: string; first_step: string }>(
      'select id, state, first_step from triage_decision where referral_id = $1 order by created_at, id',
      id,
    );
  const offersOf = (id: string) =>
    rowsOf<{ id: string; state: string; version: number; because: string }>(
      'select id, state, version, returned_because as because from offer where referral_id = $1 order by created_at, id',
      id,
    );
  const running = async (kind: string, id: string): Promise<number> =>
    (await rowsOf(`select from clock where stopped_at is null and kind = '${kind}' and subject_id = $1`, id)).length;

  async function decideOne(priya: Client): Promise<string> {
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from referral where state = 'submitted' order by decide_by desc, id",
    );
    for (const { id } of rows) {
      const { body: html, statusCode } = await priya.get(`/triage/${id}`);
      if (statusCode !== 200) continue;
      await priya.post(`/triage/${id}/decide`, asSuggested(html));
      if ((await stateOf(id)) === 'decided') return id;
    }
    return assert.fail('one is decided without a second clinician');
  }

  test('workflows 4.2: what was told is decided again: offers come back, the old stays to be read, a second clinician agrees, people hear what changed', async () => {
    const priya = await house.as('priya');
    const id = await decideOne(priya);
    const asked = await offersOf(id);
    const desk = await priya.get(`/triage/${id}`);
    assert.match(desk.body, /Decide again/);
    const empty = await priya.post(`/triage/${id}/again`, { version: valueOn(desk.body, 'version'), because: ' ' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Say in a few words why/);
    assert.equal(await stateOf(id), 'decided');

    const reason = 'Their landlord called with news <b>.';
    const again = await priya.post(`/triage/${id}/again`, { version: valueOn(desk.body, 'version'), because: reason });
    assert.equal(again.statusCode, 303);
    assert.equal(await stateOf(id), 'in_triage');
    assert.deepEqual([...new Set((await offersOf(id)).map((offer) => `${offer.state}: ${offer.because}`))], [`returned: ${reason}`]);
    assert.equal(await running('TRIAGE', id), 1);
    for (const offer of asked) {
      assert.equal(await running('ACCEPT', offer.id), 0);
      assert.equal(
        (await rowsOf('select from access where source_id = $1 and (ends_at is null or ends_at > starts_at) and ends_at is null', offer.id))
          .length,
        0,
      );
    }
    const open = await priya.get(`/triage/${id}`);
    const late = await priya.post(`/triage/${id}/again`, { version: valueOn(desk.body, 'version'), because: 'Once more.' });
    assert.equal(late.statusCode, 409, 'an old page is told');
    await priya.get(`/triage/${id}`);

    const [old] = await decisionsOf(id);
    assert.equal(old?.state, 'communicated', 'it stands until another takes its place');
    assert.match(open.body, /What was decided before/);
    const chosen = asSuggested(open.body, { step: stepsOn(open.body)[1] ?? '', reason: 'They asked for one worker.' });
    const shown = await priya.post(`/triage/${id}/messages`, chosen);
    assert.match(shown.body, /We looked at it again/, 'whoever decides reads before what is sent after');
    await priya.post(`/triage/${id}/decide`, chosen);
    const [, waiting] = await decisionsOf(id);
    assert.equal(waiting?.state, 'awaiting_countersign');
    assert.equal((await decisionsOf(id))[0]?.state, 'communicated');
    const martin = await house.as('martin');
    const read = await martin.get(`/countersign/${waiting?.id}`);
    assert.match(read.body, /We looked at it again/);
    assert.equal(
      (await martin.post(`/countersign/${waiting?.id}`, { version: valueOn(read.body, 'version'), act: 'agree', comment: '' })).statusCode,
      303,
    );
    const after = await decisionsOf(id);
    assert.deepEqual(
      after.map(({ state }) => state),
      ['superseded', 'communicated'],
    );
    assert.equal(await stateOf(id), 'decided');
    const words = await rowsOf<{ words: string }>(
      "select message_to_referrer as words from triage_decision where referral_id = $1 and state = 'communicated'",
      id,
    );
    assert.ok(words[0]?.words.includes(`takes the place of ${old?.first_step}`));
    const decided = await priya.get(`/triage/${id}`);
    assert.match(decided.body, /What was decided before/);
    assert.ok(decided.body.includes(old?.first_step ?? '?'));
    const record = await rowsOf("select from journey_event where kind = 'referral.decided_again' and subject_id = $1", id);
    assert.equal(record.length, 1);
  });

  test('workflows 4.2: once a team has said yes it is theirs: nothing is taken back', async () => {
    const priya = await house.as('priya');
    const id = await decideOne(priya);
    const { body } = await priya.get(`/triage/${id}`);
    await house.database.pool.query("update referral set state = 'handed_over' where id = $1", [id]);
    const before = await offersOf(id);
    const { statusCode } = await priya.post(`/triage/${id}/again`, { version: valueOn(body, 'version'), because: 'Too late.' });
    assert.ok(statusCode === 409 || statusCode === 422, String(statusCode));
    assert.deepEqual(await offersOf(id), before);
    assert.doesNotMatch((await priya.get(`/triage/${id}`)).body, /Decide again/);
  });
});
