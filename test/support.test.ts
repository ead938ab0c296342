// Support as a whole: hostile words in every field of it, and any sequence of what workers do leaves states and traces that the tables allow.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';
import { hostile, liveSomebody } from './harness/lives.ts';
import { readingIn } from './harness/reading.ts';
import { meetNow, note, scores, send } from './harness/supporting.ts';

describe('what support one person has', () => {
  let house: TestHouse;
  let siobhan: Client;
  const { first, read } = readingIn(() => house);
  before(async () => {
    house = await openTestHouse();
    siobhan = await house.as('siobhan');
  });
  after(() => house?.close());

  test('hostile words come back as they were typed, never as markup, and never as a fault of ours', async () => {
    const life = await liveSomebody(house, 'active');
    for (const words of hostile) {
      const id = await meetNow(house, life);
      const path = `/sessions/${id}/note`;
      for (const fields of [
        { ...note, did: words, agreed: words.slice(0, 400), mood: words, next_step: words, ...scores([1]), item_2: words },
        { ...note, did: words, agreed: 'ok', came: words },
      ]) {
        const answer = await send(siobhan, path, path, fields);
        assert.ok(answer.statusCode < 500, `${answer.statusCode} for ${words.slice(0, 20)}`);
        assert.doesNotMatch(answer.body, /<script>alert/);
      }
      const at = `/people/${life.personId}/plan`;
      const opened = await siobhan.get(at);
      if (/plan\/review/.test(opened.body)) await send(siobhan, at, `${at}/review`, {});
      const saved = await send(siobhan, `${at}/edit`, `${at}/edit`, {
        whatMatters: words.slice(0, 3900),
        goal_0_words: words.slice(0, 900),
        step_0_0_what: words.slice(0, 250),
        step_0_0_by: words,
        step_0_0_owner: words,
      });
      assert.ok(saved.statusCode < 500);
      const booked = await send(siobhan, `/people/${life.personId}/sessions/new`, `/people/${life.personId}/sessions`, {
        date: words,
        time: words,
        minutes: words.slice(0, 5),
        how: words.slice(0, 9),
        place: words.slice(0, 150),
      });
      assert.equal(booked.statusCode, 422);
    }
    assert.doesNotMatch((await siobhan.get(`/people/${life.personId}`)).body, /<script>alert/);
  });

  test('S6.1: whatever is asked in whatever order, every state has its trace, every trace follows the tables, and only a worker’s own ending ends support', async () => {
    const commands = [
      'book',
      'confirm',
      'miss',
      'miss',
      'too late',
      'they cancel',
      'we cancel',
      'write up',
      'plan ending',
      'go on',
      'end',
      'end bare',
      'come back',
      'days pass',
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...commands), { minLength: 3, maxLength: 10 }), async (sequence) => {
        const life = await liveSomebody(house, 'active');
        const ending = `/people/${life.personId}/ending`;
        let session = await meetNow(house, life);
        const enrolment = async () =>
          first<{ id: string; state: string; version: number }>(
            'select id, state, version from enrolment where person_id = $1 order by created_at desc, id desc limit 1',
            [life.personId],
          );
        for (const command of sequence) {
          const before = await enrolment();
          await siobhan.get('/my-day');
          const { version } = await first<{ version: number }>('select version from support_session where id = $1', [session]);
          const at = { enrolment: before.id, version: String(before.version) };
          const change = (act: string) => siobhan.post(`/sessions/${session}`, { act, version: String(version) });
          const write = (fields: Record<string, string>) =>
            siobhan.post(`/sessions/${session}/note`, { ...note, session_version: String(version), draft_version: '0', ...fields });
          const answer = await {
            book: async () => {
              session = await meetNow(house, life);
              return siobhan.get('/my-day');
            },
            confirm: () => change('confirm'),
            'they cancel': () => change('person'),
            'we cancel': () => change('service'),
            miss: () => write({ came: 'missed', welfare: 'All right.', offer: 'By phone.' }),
            'too late': () => write({ came: 'late_not_seen' }),
            'write up': () => write({}),
            'plan ending': () => siobhan.post(`${ending}/plan`, { ...at, ends_on: '2027-06-01' }),
            'go on': () => siobhan.post(`${ending}/go-on`, { ...at, reason_on: 'We need longer.', new_end: '2027-08-01' }),
            end: () => siobhan.post(`${ending}/end`, { ...at, reason: 'aims_met', stay_well: 'yes', measures: 'taken' }),
            'end bare': () => siobhan.post(`${ending}/end`, at),
            'come back': () => siobhan.post(`${ending}/come-back`, {}),
            'days pass': async () => {
              house.clock.advance(86_400_000);
              siobhan = await house.as('siobhan');
              return siobhan.get('/my-day');
            },
          }[command]();
          assert.ok(answer.statusCode < 500, `${command}: ${answer.statusCode}`);
          const later = await enrolment();
          if (command !== 'end') assert.ok(later.state !== 'ended' || before.state === 'ended', `${command} ended support`);
          if (!['plan ending', 'go on', 'end'].includes(command)) assert.equal(later.state, before.state, `${command} moved the enrolment`);
        }
        const broken = await read(
          `select t.* from (
           select lifecycle, subject_id, from_state, to_state, lag(to_state) over (partition by lifecycle, subject_id order by id) as before from transition where person_id = $1) t
         where t.from_state is distinct from t.before
            or not exists (select from allowed_transition a where a.lifecycle = t.lifecycle and a.from_state is not distinct from t.from_state and a.to_state = t.to_state)`,
          [life.personId],
        );
        assert.deepEqual(broken, []);
        const untraced = await read(
          `select s.id from (select id, state from support_session where person_id = $1 union all select id, state from enrolment where person_id = $1 union all select id, state from strand where person_id = $1) s
         where s.state is distinct from (select to_state from transition t where t.subject_id = s.id order by t.id desc limit 1)`,
          [life.personId],
        );
        assert.deepEqual(untraced, []);
      }),
      { numRuns: 10 },
    );
  });
});
