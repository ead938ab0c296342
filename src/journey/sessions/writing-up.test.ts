// A meeting written up on one page: the note, the measure, the next appointment, drafts and two who write at once. Missed visits end nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { meetNow, note, scores, send } from '../../../test/harness/supporting.ts';

describe('writing up a meeting', () => {
  let house: TestHouse;
  let siobhan: Client;
  const { first, read } = readingIn(() => house);
  before(async () => {
    house = await openTestHouse();
    siobhan = await house.as('siobhan');
  });
  after(() => house?.close());

  test('a note, CORE-10 by item number and the next appointment are one page and one act', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(house, life);
    const page = await siobhan.get(`/sessions/${id}/note`);
    assert.match(page.body, /CORE-10, by item number/);
    assert.match(page.body, /name="came"[^>]*value="attended" checked/, 'the time has come, so “Yes” is chosen');
    const path = `/sessions/${id}/note`;
    const wrong = await send(siobhan, path, path, {
      ...note,
      ...scores([9, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
      concern: '',
      did: '',
      next_date: '2026-12-01',
      next_time: 'teatime',
      next_minutes: '50',
      next_how: '01',
    });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /Write a time, such as 2pm/);
    const faults = await send(siobhan, path, path, { ...note, ...scores([9, 1, 1, 1, 1, 1, 1, 1, 1, 1]), concern: '', did: '' });
    for (const words of [
      /Item 1 takes a whole number from 0 to 4/,
      /Write what you did/,
      /Say whether you have a concern/,
      /Open one letter a day/,
    ])
      assert.match(faults.body, words);
    assert.equal(
      (await first<{ state: string }>('select state from support_session where id = $1', [id])).state,
      'scheduled',
      'all of it or none',
    );
    const saved = await send(siobhan, path, path, {
      ...note,
      ...scores([1, 2, 0, 1, 1, 0, 2, 1, 1, 0]),
      interventions: ['practical_support', 'key_work'],
      shared: 'yes',
      next_date: '2026-12-01',
      next_time: '2pm',
      next_minutes: '50',
      next_how: '01',
      next_place: 'The library',
    });
    assert.equal(saved.statusCode, 303);
    assert.equal((await first<{ state: string }>('select state from support_session where id = $1', [id])).state, 'written_up');
    const result = await first<{ total: string; method: string; answers: number[] }>(
      'select total, method, answers from measure_result where person_id = $1 order by taken_at desc limit 1',
      [life.personId],
    );
    assert.deepEqual([Number(result.total), result.method, result.answers], [9, 'complete', [1, 2, 0, 1, 1, 0, 2, 1, 1, 0]]);
    const next = await first<{ starts_at: Date }>(
      `select starts_at from support_session where person_id = $1 and state = 'scheduled' and created_at = $2 and id <> $3`,
      [life.personId, house.clock.now(), id],
    );
    assert.equal(next.starts_at.toISOString(), '2026-12-01T14:00:00.000Z');
    const record = await siobhan.get(`/people/${life.personId}`);
    assert.match(record.body, /Distress fell 13 points/);
  });

  test('S17: they would rather not is kept as that; one item is prorated, two are not scored, and raw answers stay', async () => {
    const life = await liveSomebody(house, 'active');
    for (const [sent, method, total] of [
      [scores([2, 2, 2, 2, 2, 2, 2, 2, 2]), 'prorated', 20],
      [scores([2, 2, 2, 2, 2, 2, 2, 2]), 'not_scorable', null],
    ] as const) {
      const id = await meetNow(house, life);
      assert.equal((await send(siobhan, `/sessions/${id}/note`, `/sessions/${id}/note`, { ...note, ...sent })).statusCode, 303);
      const row = await first<{ method: string; total: string | null }>(
        'select method, total from measure_result r join measure_request q on q.id = r.request_id where q.session_id = $1',
        [id],
      );
      assert.deepEqual([row.method, row.total === null ? null : Number(row.total)], [method, total]);
    }
    const id = await meetNow(house, life);
    assert.equal(
      (await send(siobhan, `/sessions/${id}/note`, `/sessions/${id}/note`, { ...note, measure_how: 'declined' })).statusCode,
      303,
    );
    assert.equal((await first<{ state: string }>('select state from measure_request where session_id = $1', [id])).state, 'declined');
  });

  test('a draft comes back after the page was left, and is gone when the note is saved', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(house, life);
    const path = `/sessions/${id}/note`;
    const page = await siobhan.get(path);
    const address = /data-draft="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&');
    assert.ok(address);
    const fields = JSON.stringify({ did: 'Half a sentence about the lett', concern: 'no', came: 'attended' });
    const kept = await siobhan.post('/draft', {
      ...Object.fromEntries(new URLSearchParams(address.split('?')[1])),
      page: 'a-window',
      version: '0',
      fields,
    });
    assert.equal(kept.statusCode, 200);
    const again = await house.as('siobhan');
    assert.match((await again.get(path)).body, /Half a sentence about the lett/);
    assert.equal((await send(again, path, path, note)).statusCode, 303);
    const left = await read<{ fields: object }>('select fields from draft where subject = $1', [id]);
    assert.ok(
      left.every((draft) => Object.keys(draft.fields).length === 0),
      'no words are left behind',
    );
  });

  test('two people write up one session: the second sees both texts, and keeps theirs as a correction beside the first', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(house, life);
    const path = `/sessions/${id}/note`;
    const other = await house.as('siobhan');
    const opened = await other.get(path);
    const version = /name="session_version" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    assert.equal((await send(siobhan, path, path, { ...note, did: 'The first text.' })).statusCode, 303);
    const both = await other.post(path, { ...note, did: 'The second text.', session_version: version, draft_version: '0' });
    assert.equal(both.statusCode, 409);
    assert.match(both.body, /The first text\./);
    assert.match(both.body, /The second text\./);
    const noteId = /name="note" value="([^"]+)"/.exec(both.body)?.[1] ?? '';
    const corrected = await other.post(`/sessions/${id}/correct`, {
      note: noteId,
      did: 'The second text.',
      agreed: note.agreed,
      mood: '',
      next_step: '',
      reason: 'I was there too.',
    });
    assert.equal(corrected.statusCode, 303);
    const notes = await read<{ did: string; correction_of: string | null }>(
      'select did, correction_of from session_note where session_id = $1 order by created_at, id',
      [id],
    );
    assert.deepEqual(
      notes.map((one) => [one.did, one.correction_of === null]),
      [
        ['The first text.', true],
        ['The second text.', false],
      ],
    );
    const record = await siobhan.get(`/people/${life.personId}/contacts`);
    assert.match(record.body, /Corrected: I was there too/);
  });

  test('S6.2: a missed visit asks how they are and what is offered instead; nothing ends', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(house, life);
    const path = `/sessions/${id}/note`;
    const asked = await send(siobhan, path, path, { ...note, came: 'missed' });
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /how they are/);
    assert.match(asked.body, /what you offer instead/);
    assert.equal(
      (
        await send(siobhan, path, path, {
          ...note,
          came: 'missed',
          welfare: 'Rang: all right, bus strike.',
          offer: 'By phone on Thursday.',
        })
      ).statusCode,
      303,
    );
    assert.equal((await first<{ state: string }>('select state from enrolment where person_id = $1', [life.personId])).state, 'active');
    assert.ok(
      (await read(`select from task where person_id = $1 and kind = 'session.offer_another_time' and done_at is null`, [life.personId]))
        .length > 0,
    );
  });
});
