// Support from a yes to the door left open, asked as workers ask: offers, sessions with a measure, plans in two voices, endings. Missed visits end nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';
import { hostile, type Life, liveSomebody } from './harness/lives.ts';

describe('what support one person has', () => {
  let house: TestHouse;
  let siobhan: Client;
  before(async () => {
    house = await openTestHouse();
    siobhan = await house.as('siobhan');
  });
  after(() => house.close());

  /** Reads as the worker, outside every page. */
  const read = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await house.database.pool.query<Row>(statement, [...values])).rows;
  const first = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row> => {
    const [row] = await read<Row>(statement, values);
    assert.ok(row, statement);
    return row;
  };

  /** Opens the page that holds the form, then sends the form with the hidden values that stand in it. */
  async function send(browser: Client, pagePath: string, action: string, fields: Record<string, string | readonly string[]>) {
    const opened = await browser.get(pagePath);
    assert.equal(opened.statusCode, 200, `${pagePath}: ${opened.statusCode}`);
    const form = new RegExp(`action="${action}"[\\s\\S]*?</form>`).exec(opened.body)?.[0];
    assert.ok(form, `${pagePath} has a form for ${action}`);
    const hidden: Record<string, string> = {};
    for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      hidden[name] = value.replaceAll('&amp;', '&');
    return browser.post(action, { ...hidden, ...fields });
  }

  const note = {
    came: 'attended',
    did: 'We sorted the post.',
    agreed: 'Open one letter a day.',
    mood: '',
    next_step: 'Ask about the letter',
    concern: 'no',
  };
  const scores = (total: readonly number[]): Record<string, string> =>
    Object.fromEntries(total.map((score, index) => [`item_${index + 1}`, String(score)]));

  async function meetNow(life: Life, minutes = -60): Promise<string> {
    const id = crypto.randomUUID();
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('supportSession')
        .values({
          id,
          personId: life.personId,
          workerId: house.staffId('siobhan'),
          state: 'scheduled',
          startsAt: new Date(house.clock.now().getTime() + minutes * 60_000),
          minutes: 50,
          channel: '01',
          place: 'The library',
          createdAt: house.clock.now(),
          createdBy: house.staffId('siobhan'),
        })
        .execute(),
    );
    return id;
  }

  test('TWP-23: a yes starts two strands at once, each by itself; the one with a supporter waits for a match, the other has begun', async () => {
    const life = await liveSomebody(house, 'offered');
    const listed = await siobhan.get('/offers');
    assert.match(listed.body, /Nadia Winstanley/);
    const empty = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, {
      strands: [],
      starts_on: '',
      ends_on: '',
    });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Choose at least one thing that starts/);
    assert.match(empty.body, /Say how they said yes/);
    assert.equal(
      (await first<{ state: string }>('select state from offer where id = $1', [life.offerId])).state,
      'sent',
      'a form with faults accepts nothing',
    );
    const accepted = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, {
      strands: ['practical', 'peer'],
      agreed_how: 'phone',
      starts_on: '2026-11-20',
      ends_on: '2027-03-01',
    });
    assert.equal(accepted.statusCode, 303);
    const strands = await read<{ kind: string; state: string }>('select kind, state from strand where person_id = $1 order by position', [
      life.personId,
    ]);
    assert.deepEqual(strands, [
      { kind: 'practical', state: 'active' },
      { kind: 'peer', state: 'ready' },
    ]);
    const [clock] = await read<{ kind: string }>(`select kind from clock where person_id = $1 and kind = 'MATCH' and stopped_at is null`, [
      life.personId,
    ]);
    assert.ok(clock, 'the wait for a supporter is counted');
    const enrolment = await first<{ state: string; key_worker_id: string }>(
      'select state, key_worker_id from enrolment where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(enrolment, { state: 'active', key_worker_id: house.staffId('siobhan') });
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'closed');
    const access = await first<{ role: string }>(`select role from access where person_id = $1 and relationship = 'key_worker'`, [
      life.personId,
    ]);
    assert.equal(access.role, 'KW');
    assert.equal((await siobhan.get(`/people/${life.personId}`)).statusCode, 200);
  });

  test('whoever says yes reaches as far as their own role and no further: a housing officer reads no notes, a hub co-ordinator writes none', async () => {
    for (const [code, team, service, pathway, role] of [
      ['joan', 'housing-solutions', 'housing-fast-track', 'housing', 'HOU'],
      ['malik', 'hub-team', 'hub', 'hub', 'CO_HUB'],
    ] as const) {
      const life = await liveSomebody(house, 'offered', { team, service, pathway });
      const worker = await house.as(code);
      const [strand] = house.place.blueprint.pathways.find((one) => one.code === pathway)?.strands ?? [];
      const path = `/offers/${life.offerId}`;
      const accepted = await send(worker, path, `${path}/accept`, {
        pathway,
        strands: [strand?.type ?? ''],
        agreed_how: 'phone',
        starts_on: '2026-11-20',
        ends_on: '2027-01-20',
      });
      assert.equal(accepted.statusCode, 303, code);
      assert.equal((await worker.follow(accepted)).statusCode, 200, code);
      const access = await first<{ role: string }>(`select role from access where person_id = $1 and relationship = 'key_worker'`, [
        life.personId,
      ]);
      assert.equal(access.role, role);
      assert.equal((await worker.get(`/people/${life.personId}/sessions/now`)).statusCode >= 400, true, 'notes are not theirs to write');
    }
  });

  test('TWP-20: the planned end lies within the pathway’s own length', async () => {
    const life = await liveSomebody(house, 'offered');
    const fields = { strands: ['practical'], agreed_how: 'phone', starts_on: '2026-11-20' };
    const late = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '2027-05-21' });
    assert.equal(late.statusCode, 422);
    assert.match(late.body, /20 May 2027 at the latest/);
    const none = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '' });
    assert.match(none.body, /Choose until when it is planned/);
    assert.equal(
      (await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/accept`, { ...fields, ends_on: '2027-05-20' })).statusCode,
      303,
    );
  });

  test('not the best fit: it goes back with a reason to whoever owns it, and the team no longer reaches the record', async () => {
    const life = await liveSomebody(house, 'offered');
    const unsaid = await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/return`, { reason: '' });
    assert.equal(unsaid.statusCode, 422);
    assert.equal(
      (await send(siobhan, `/offers/${life.offerId}`, `/offers/${life.offerId}/return`, { reason: 'Wants evenings: outreach has them.' }))
        .statusCode,
      303,
    );
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'in_triage');
    assert.equal((await siobhan.get(`/people/${life.personId}`)).statusCode, 404);
  });

  test('a colleague who said yes first: the second yes is refused and nothing is doubled', async () => {
    const life = await liveSomebody(house, 'offered');
    const other = await house.as('siobhan');
    const path = `/offers/${life.offerId}`;
    const yes = { pathway: 'early-help', strands: ['practical'], agreed_how: 'phone', starts_on: '2026-11-20', ends_on: '2027-01-20' };
    await other.get(path);
    assert.equal((await send(siobhan, path, `${path}/accept`, yes)).statusCode, 303);
    const version = (await first<{ version: number }>('select version from offer where id = $1', [life.offerId])).version - 1;
    assert.equal((await other.post(`${path}/accept`, { ...yes, version: String(version) })).statusCode, 409);
    assert.equal((await read('select from enrolment where person_id = $1', [life.personId])).length, 1);
  });

  test('a note, CORE-10 by item number and the next appointment are one page and one act', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(life);
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
      const id = await meetNow(life);
      assert.equal((await send(siobhan, `/sessions/${id}/note`, `/sessions/${id}/note`, { ...note, ...sent })).statusCode, 303);
      const row = await first<{ method: string; total: string | null }>(
        'select method, total from measure_result r join measure_request q on q.id = r.request_id where q.session_id = $1',
        [id],
      );
      assert.deepEqual([row.method, row.total === null ? null : Number(row.total)], [method, total]);
    }
    const id = await meetNow(life);
    assert.equal(
      (await send(siobhan, `/sessions/${id}/note`, `/sessions/${id}/note`, { ...note, measure_how: 'declined' })).statusCode,
      303,
    );
    assert.equal((await first<{ state: string }>('select state from measure_request where session_id = $1', [id])).state, 'declined');
  });

  test('a draft comes back after the page was left, and is gone when the note is saved', async () => {
    const life = await liveSomebody(house, 'active');
    const id = await meetNow(life);
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
    const id = await meetNow(life);
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
    const id = await meetNow(life);
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

  test('MOS-11, MOS-13: a plan in their words with a stay-well part is shared, agreed in two voices, kept for good and looked at again', async () => {
    const life = await liveSomebody(house, 'active', { sessions: 1 });
    const at = `/people/${life.personId}/plan`;
    assert.equal((await send(siobhan, at, `${at}/begin`, {})).statusCode, 303);
    const empty = await send(siobhan, `${at}/edit`, `${at}/edit`, { act: 'share' });
    assert.equal(empty.statusCode, 422, 'a plan without a word of theirs is not shared');
    const words = {
      whatMatters: 'My garden.',
      strengths: 'I can grow anything.',
      stayWell: 'Out by ten.',
      earlySigns: 'Post piling up.',
      whoToCall: 'Jo',
      goal_0_words: 'See my brother.',
      step_0_0_what: 'Ring him',
      step_0_0_owner: 'person',
      step_0_0_by: '2026-12-01',
    };
    assert.equal((await send(siobhan, `${at}/edit`, `${at}/edit`, { ...words, act: 'share' })).statusCode, 303);
    const early = await send(siobhan, at, `${at}/agree`, { review_on: '2026-11-20' });
    assert.equal(early.statusCode, 422);
    assert.equal(
      (
        await send(siobhan, at, `${at}/agree`, {
          review_on: '2027-02-12',
          persons_difference: 'Slower, please.',
          workers_difference: 'I would ring first.',
        })
      ).statusCode,
      303,
    );
    const plan = await first<{ id: string; version: number; state: string; persons_difference: string; workers_difference: string }>(
      'select id, version, state, persons_difference, workers_difference from plan where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(
      [plan.state, plan.persons_difference, plan.workers_difference],
      ['agreed_with_differences', 'Slower, please.', 'I would ring first.'],
    );
    const clock = await first<{ kind: string }>(`select kind from clock where subject_id = $1 and kind = 'REVIEW'`, [plan.id]);
    assert.ok(clock);
    const shown = await siobhan.get(at);
    for (const one of [/Slower, please\./, /I would ring first\./, /“See my brother\.”/, /Out by ten\./, /Private\. Printed Friday 20 Nov/])
      assert.match(shown.body, one);
    const stale = await siobhan.post(`${at}/edit`, {
      plan: plan.id,
      version: String(plan.version),
      whatMatters: 'Changed behind their back.',
    });
    assert.equal(stale.statusCode, 409, 'an agreed version cannot be rewritten');
    assert.equal((await send(siobhan, at, `${at}/review`, {})).statusCode, 303);
    const versions = await read<{ number: number; state: string; what_matters: string }>(
      'select number, state, what_matters from plan where person_id = $1 order by number',
      [life.personId],
    );
    assert.deepEqual(versions, [
      { number: 1, state: 'superseded', what_matters: 'My garden.' },
      { number: 2, state: 'draft', what_matters: 'My garden.' },
    ]);
    assert.match((await siobhan.get(`${at}/versions/${plan.id}`)).body, /A newer version took its place/);
  });

  test('two write the plan at once: the second sees both texts by field, loses no goal of either, and saves what they choose', async () => {
    const life = await liveSomebody(house, 'active', { sessions: 1 });
    const at = `/people/${life.personId}/plan`;
    await send(siobhan, at, `${at}/begin`, {});
    await send(siobhan, `${at}/edit`, `${at}/edit`, { whatMatters: 'Start.' });
    const other = await house.as('siobhan');
    const opened = await other.get(`${at}/edit`);
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(opened.body)?.[1] ?? '';
    const stale = { plan: hidden('plan'), version: hidden('version'), draft_version: '0' };
    await send(siobhan, `${at}/edit`, `${at}/edit`, { whatMatters: 'Theirs: the dog.', goal_0_words: 'Walk the dog.' });
    const both = await other.post(`${at}/edit`, { ...stale, whatMatters: 'Mine: the cat.', goal_0_words: 'Feed the cat.' });
    assert.equal(both.statusCode, 409);
    for (const words of [/Theirs: the dog\./, /Mine: the cat\./, /Walk the dog\./, /Feed the cat\./]) assert.match(both.body, words);
    const fields: Record<string, string> = {};
    for (const [, name = '', value = ''] of both.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      fields[name] = value;
    const saved = await other.post(`${at}/edit`, {
      ...fields,
      whatMatters: 'The dog and the cat.',
      goal_0_words: 'Feed the cat.',
      goal_1_words: 'Walk the dog.',
    });
    assert.equal(saved.statusCode, 303);
    const goals = await read<{ words: string }>('select words from goal where person_id = $1 and dropped_at is null order by position', [
      life.personId,
    ]);
    assert.deepEqual(
      goals.map((goal) => goal.words),
      ['Feed the cat.', 'Walk the dog.'],
    );
  });

  test('ending and coming back: a stay-well plan is offered, the door has a date, and through it nothing is asked again', async () => {
    const life = await liveSomebody(house, 'active');
    const at = `/people/${life.personId}/ending`;
    assert.equal((await send(siobhan, at, `${at}/plan`, { ends_on: '2026-12-18' })).statusCode, 303);
    const bare = await send(siobhan, at, `${at}/end`, {});
    assert.equal(bare.statusCode, 422);
    for (const words of [/Choose why support ends now/, /Say whether a measure/, /Offer a stay-well plan/]) assert.match(bare.body, words);
    const unreached = await send(siobhan, at, `${at}/end`, { reason: 'no_contact', stay_well: 'yes', measures: 'declined' });
    assert.equal(unreached.statusCode, 422, 'S6: being out of reach is no reason that a worker may choose');
    assert.equal((await send(siobhan, at, `${at}/go-on`, { reason_on: 'The move was put off.', new_end: '2027-02-01' })).statusCode, 303);
    assert.equal((await send(siobhan, at, `${at}/plan`, { ends_on: '2026-12-18' })).statusCode, 303);
    assert.equal(
      (
        await send(siobhan, at, `${at}/end`, {
          reason: 'aims_met',
          stay_well: 'yes',
          measures: 'declined',
          persons_view: 'It was good to be asked.',
        })
      ).statusCode,
      303,
    );
    const ended = await first<{ state: string; door: string }>(
      'select state, re_entry_until::text as door from enrolment where person_id = $1',
      [life.personId],
    );
    assert.deepEqual(ended, { state: 'ended', door: '2027-11-20' });
    assert.equal((await read(`select from strand where person_id = $1 and state <> 'ended'`, [life.personId])).length, 0);
    const answers = (await read('select from referral_answer where person_id = $1', [life.personId])).length;
    assert.equal((await send(siobhan, at, `${at}/come-back`, {})).statusCode, 303);
    assert.equal((await first<{ state: string }>('select state from referral where person_id = $1', [life.personId])).state, 'in_triage');
    assert.equal(
      (await read('select from referral_answer where person_id = $1', [life.personId])).length,
      answers,
      'no question was asked a second time',
    );
    assert.ok(
      (await read(`select from clock where person_id = $1 and kind = 'TRIAGE' and stopped_at is null`, [life.personId])).length > 0,
      'a new promise runs',
    );
  });

  test('an entry that the reader may not see is a day and nothing else, and no filter tells its kind', async () => {
    const life = await liveSomebody(house, 'active');
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('journeyEvent')
        .values({
          id: crypto.randomUUID(),
          personId: life.personId,
          category: 'offence',
          kind: 'session.secret_kind',
          at: house.clock.now(),
          subjectKind: 'x',
          subjectId: crypto.randomUUID(),
          data: '{"what":"hush"}',
        })
        .execute(),
    );
    await house.database.pool.query(
      `insert into access (id, person_id, account_id, relationship, role, source_kind, source_id, starts_at)
    values (gen_random_uuid(), $1, $2, 'manages', 'EMP', 'test', gen_random_uuid(), '2026-01-01')`,
      [life.personId, house.staffId('tomasz')],
    );
    const tomasz = await house.as('tomasz');
    const seen = await tomasz.get(`/people/${life.personId}`);
    assert.equal(seen.statusCode, 200);
    assert.match(seen.body, /One entry you cannot see/);
    assert.doesNotMatch(seen.body, /secret|hush|offence/i);
    for (const filter of ['contacts', 'plan', 'measures', 'requests'])
      assert.doesNotMatch((await tomasz.get(`/people/${life.personId}?show=${filter}`)).body, /One entry you cannot see/);
    assert.equal((await tomasz.get(`/people/${life.personId}/plan`)).statusCode, 404, 'a part that is not open does not exist');
  });

  test('nobody without a reason learns that a record exists, on any page of it', async () => {
    const life = await liveSomebody(house, 'active');
    const joan = await house.as('joan');
    const stranger = crypto.randomUUID();
    for (const part of ['', '/contacts', '/measures', '/sharing', '/plan', '/plan/edit', '/ending', '/sessions/new']) {
      const there = await joan.get(`/people/${life.personId}${part}`);
      const nowhere = await joan.get(`/people/${stranger}${part}`);
      assert.ok(there.statusCode === 404 || there.statusCode === 403, `${part}: ${there.statusCode}`);
      assert.equal(there.statusCode, nowhere.statusCode, part);
    }
  });

  test('hostile words come back as they were typed, never as markup, and never as a fault of ours', async () => {
    const life = await liveSomebody(house, 'active');
    for (const words of hostile) {
      const id = await meetNow(life);
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
    type Command =
      | 'book'
      | 'confirm'
      | 'miss'
      | 'too late'
      | 'they cancel'
      | 'we cancel'
      | 'write up'
      | 'plan ending'
      | 'go on'
      | 'end'
      | 'end bare'
      | 'come back'
      | 'days pass';
    const commands: readonly Command[] = [
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
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...commands), { minLength: 3, maxLength: 10 }), async (sequence) => {
        const life = await liveSomebody(house, 'active');
        const ending = `/people/${life.personId}/ending`;
        let session = await meetNow(life);
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
              session = await meetNow(life);
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
