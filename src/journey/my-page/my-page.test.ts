import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { traced } from '../../platform/lifecycle.ts';
import type { Tables } from '../../platform/web/context.ts';
import { signKey } from '../../platform/web/form-key.ts';
import { insertPlan, saveGoal } from '../plans/store.ts';

describe('a person’s own page', () => {
  let house: TestHouse;
  let carol: Client;
  let personId: string;
  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'test' }, work);
  const nowhere = '00000000-0000-7000-8000-000000000000';

  /** A form that the page no longer shows, sent all the same with a key that is in order. */
  const send = (client: Client, path: string, fields: Readonly<Record<string, string>> = {}) =>
    client.post(path, { ...fields, form_key: signKey(Buffer.alloc(32, 7), crypto.randomUUID(), client.cookies.get('session') ?? '') });

  const accountOf = (person: string): Promise<string> =>
    worker(async (tables) => {
      const { id } = await tables.selectFrom('account').select('id').where('personId', '=', person).executeTakeFirstOrThrow();
      return id;
    });

  before(async () => {
    house = await openTestHouse({ people: true });
    const account = await worker((tables) =>
      tables
        .selectFrom('account')
        .select(['id', 'personId'])
        .where('name', '=', 'Carol Whittle')
        .where('kind', '=', 'person')
        .executeTakeFirstOrThrow(),
    );
    personId = account.personId ?? '';
    carol = await house.asAccount(account.id, 'person');
  });
  after(async () => {
    await house.close();
  });

  test('S4.2, S17: the page says first what happens next, under a bland title, and a result before its picture', async () => {
    const { statusCode, body } = await carol.get('/me');
    assert.equal(statusCode, 200);
    const title = /<title>(.*?)<\/title>/.exec(body)?.[1] ?? '';
    assert.match(title, /^Your page – /);
    assert.doesNotMatch(title, /plan|wellbeing|mental|health|support/i);
    const text = textOf(body);
    assert.match(text, /Hello Carol What happens next You meet Siobhan today at 2pm\./);
    const said = text.indexOf('Distress fell 12 points');
    assert.ok(said > 0);
    assert.ok(body.indexOf('Distress fell 12 points') < body.indexOf('<figure'), 'the sentence stands before the picture');
    for (const link of ['/me/plan', '/me/access', '/me/looked', 'tel:999']) assert.ok(body.includes(`href="${link}"`), link);
    assert.match(body, /action="\/sign-out"/);
  });

  test('only somebody with a page of their own has this page; a visitor is asked to sign in and staff are refused', async () => {
    const staff = await house.as('siobhan');
    assert.equal((await staff.get('/me')).statusCode, 403);
    assert.equal((await house.visitor().get('/me')).statusCode, 303);
  });

  test('S14.2: opening it is written down, about them and nobody else', async () => {
    await carol.get('/me');
    const entries = await worker((tables) =>
      tables
        .selectFrom('auditEntry as e')
        .innerJoin('auditPerson as p', 'p.entryId', 'e.id')
        .select('p.personId')
        .where('e.kind', '=', 'opened their own page')
        .execute(),
    );
    assert.ok(entries.length > 0);
    assert.deepEqual([...new Set(entries.map((entry) => entry.personId))], [personId]);
  });

  test('what a worker wrote and did not share is not there, nor what happened in a session; what was agreed and shared is', async () => {
    const latest = await worker((tables) =>
      tables
        .selectFrom('sessionNote as n')
        .innerJoin('supportSession as s', 's.id', 'n.sessionId')
        .select(['n.id', 'n.agreed', 'n.did', 'n.mood'])
        .where('n.personId', '=', personId)
        .orderBy('s.startsAt', 'desc')
        .executeTakeFirstOrThrow(),
    );
    const { body } = await carol.get('/me');
    const shown = textOf(body);
    assert.ok(shown.includes(`What you agreed last time ${latest.agreed}`), 'shared');
    assert.ok(latest.did.length > 0 && !shown.includes(latest.did), 'the note itself is not');
    const share = (sharedWithPerson: boolean) =>
      worker((tables) => tables.updateTable('sessionNote').set({ sharedWithPerson }).where('personId', '=', personId).execute());
    await share(false);
    assert.doesNotMatch(textOf((await carol.get('/me')).body), /What you agreed last time/);
    await share(true);
  });

  test('messages are shown as they were sent; one that opens a page, waits, or went to somebody else is not', async () => {
    const insert = (purpose: string, body: string, more: { audience?: string; state?: string; notBefore?: Date } = {}) =>
      worker((tables) =>
        tables
          .insertInto('message')
          .values({
            id: crypto.randomUUID(),
            personId,
            audience: more.audience ?? 'person',
            purpose,
            channel: more.audience === 'referrer' ? 'email' : 'text',
            body,
            state: more.state ?? 'would_have_gone',
            notBefore: more.notBefore ?? house.clock.now(),
            createdAt: house.clock.now(),
          })
          .execute(),
      );
    await insert('missed', 'Hi Carol, are you all right?');
    await insert('sign_in_code', 'Your code is KTY 482.');
    await insert('referrer_decision', 'Carol was offered something.', { audience: 'referrer' });
    await insert('reminder', 'Not to be sent yet.', { state: 'queued' });
    await insert('reminder', 'Refused words.', { state: 'refused' });
    const text = textOf((await carol.get('/me')).body);
    assert.match(text, /Hi Carol, are you all right\? Friday 20 Nov at 8:15am, by text/);
    assert.doesNotMatch(text, /KTY|was offered something|Not to be sent|Refused words/);
  });

  const nextSession = () =>
    worker((tables) =>
      tables
        .selectFrom('supportSession')
        .select(['id', 'version', 'state', 'workerId'])
        .where('personId', '=', personId)
        .where('startsAt', '>', house.clock.now())
        .executeTakeFirstOrThrow(),
    );

  test('SOM-8: one tap confirms an appointment', async () => {
    const { id, version } = await nextSession();
    const { body } = await carol.get('/me');
    assert.match(body, new RegExp(`action="/me/appointments/${id}/confirm"`));
    const answer = await carol.post(`/me/appointments/${id}/confirm`, { version: String(version) });
    assert.equal(answer.statusCode, 303);
    const page = textOf((await carol.follow(answer)).body);
    assert.match(page, /Siobhan knows you’ll be there/);
    assert.match(page, /You said you’ll be there\./);
    assert.doesNotMatch(page, /Yes, I’ll be there/);
    assert.equal((await nextSession()).state, 'confirmed');
  });

  test('a tap on a page that is out of date changes nothing and shows how it is now', async () => {
    const { id } = await nextSession();
    await carol.get('/me');
    const answer = await carol.post(`/me/appointments/${id}/cannot`, { version: '1' });
    assert.equal(answer.headers.location, '/me');
    assert.match(textOf((await carol.follow(answer)).body), /Here is how it is now\./);
    assert.equal((await nextSession()).state, 'confirmed');
  });

  test('“I can’t make it” asks nothing more; their worker is told, and the page says by when they are in touch', async () => {
    const { id, version, workerId } = await nextSession();
    await carol.get('/me');
    const answer = await carol.post(`/me/appointments/${id}/cannot`, { version: String(version) });
    const page = textOf((await carol.follow(answer)).body);
    assert.match(page, /Siobhan knows you can’t make it/);
    assert.match(page, /What happens next Nothing booked yet\. Siobhan gets in touch by Sunday 22 Nov\./);
    const task = await worker((tables) =>
      tables
        .selectFrom('task')
        .select(['accountId', 'words'])
        .where('personId', '=', personId)
        .where('kind', '=', 'session.offer_another_time')
        .where('doneAt', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    assert.equal(task.accountId, workerId);
  });

  const planNow = () =>
    worker((tables) =>
      tables.selectFrom('plan').selectAll().where('personId', '=', personId).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow(),
    );

  test('SOM-8: a step of theirs is ticked where they read it, and the tick can be taken back; a step of their worker is not theirs to tick', async () => {
    const plan = await planNow();
    const steps = await worker((tables) =>
      tables
        .selectFrom('goalStep as s')
        .innerJoin('goal as g', 'g.id', 's.goalId')
        .select(['s.id', 's.owner', 's.doneOn', 's.what'])
        .where('g.planId', '=', plan.id)
        .execute(),
    );
    const own = steps.find((step) => step.owner === 'person' && step.doneOn === null);
    const workers = steps.find((step) => step.owner !== 'person');
    assert.ok(own && workers);
    const doneOn = () =>
      worker(
        async (tables) => (await tables.selectFrom('goalStep').select('doneOn').where('id', '=', own.id).executeTakeFirstOrThrow()).doneOn,
      );
    await carol.get('/me');
    const answer = await carol.post(`/me/plan/steps/${own.id}`, { done: 'yes' });
    const page = await carol.follow(answer);
    assert.match(textOf(page.body), /Noted as done/);
    assert.equal(await doneOn(), '2026-11-20');
    assert.match(page.body, new RegExp(`action="/me/plan/steps/${own.id}/not-done"`));
    await carol.post(`/me/plan/steps/${own.id}/not-done`, { form_key: undefined });
    assert.equal(await doneOn(), null);
    await carol.get('/me');
    assert.equal((await carol.post(`/me/plan/steps/${workers.id}`, { done: 'yes' })).statusCode, 404);
  });

  /** The plan was agreed; the worker wrote a new version with them and asks them to check it. */
  async function shareNewVersion(): Promise<string> {
    const old = await planNow();
    const id = crypto.randomUUID();
    const by = house.staffId('siobhan');
    await worker(async (tables) => {
      await traced(tables, { role: 'KW' });
      for (const state of ['under_review', 'superseded'])
        await tables.updateTable('plan').set({ state }).where('id', '=', old.id).execute();
      await insertPlan(tables, {
        id,
        personId,
        enrolmentId: old.enrolmentId,
        number: old.number + 1,
        workerId: by,
        replacesId: old.id,
        at: house.clock.now(),
        by,
      });
      await saveGoal(tables, {
        id: crypto.randomUUID(),
        planId: id,
        personId,
        position: 0,
        words: 'Sleep through the night.',
        strengthUsed: '',
        baseline: null,
        progress: null,
        createdAt: house.clock.now(),
        createdBy: by,
      });
      await tables
        .updateTable('plan')
        .set({ state: 'shared', whatMatters: 'My garden.\nThe cat.', workersDifference: 'I would begin with the doctor.' })
        .where('id', '=', id)
        .execute();
    });
    return id;
  }

  test('MOS-11: a shared plan is agreed in their own voice, both are kept, the worker is asked to read it, and the older version stays', async () => {
    const old = await planNow();
    const id = await shareNewVersion();
    const home = await carol.get('/me');
    assert.match(textOf(home.body), /Siobhan asks you to check that it says what you mean\./);
    const read = await carol.get('/me/plan');
    assert.match(textOf(read.body), /“Sleep through the night\.”/);
    assert.match(read.body, /My garden\.\nThe cat\./);
    const tooLong = await carol.post('/me/plan/agree', { plan: id, version: '1', differently: 'no '.repeat(900) });
    assert.equal(tooLong.statusCode, 422);
    assert.match(tooLong.body, /no no no/);
    const answer = await carol.post('/me/plan/agree', { plan: id, version: '1', differently: 'The doctor can wait.' });
    assert.equal(answer.headers.location, '/me/plan');
    const agreed = textOf((await carol.follow(answer)).body);
    assert.match(agreed, /This is your plan/);
    assert.match(agreed, /The doctor can wait\. You see it like this/);
    assert.match(agreed, /I would begin with the doctor\. Siobhan sees it like this/);
    assert.doesNotMatch(agreed, /Yes, this is my plan/);
    const kept = await planNow();
    assert.equal(kept.state, 'agreed_with_differences');
    assert.equal(kept.personsDifference, 'The doctor can wait.');
    assert.equal(kept.workersDifference, 'I would begin with the doctor.');
    assert.ok((kept.reviewOn ?? '') > '2026-11-20');
    const task = await worker((tables) =>
      tables
        .selectFrom('task')
        .select('leadsTo')
        .where('personId', '=', personId)
        .where('kind', '=', 'plan.said_differently')
        .executeTakeFirst(),
    );
    assert.equal(task?.leadsTo, `/people/${personId}/plan`);
    const older = await carol.get(`/me/plan/versions/${old.id}`);
    assert.equal(older.statusCode, 200);
    assert.doesNotMatch(older.body, /\/me\/plan\/(agree|steps)/);
  });

  test('S17: a score that got worse is opened with “How does this fit?” before the sentence and the picture', async () => {
    await worker(async (tables) => {
      const last = await tables
        .selectFrom('measureResult')
        .selectAll()
        .where('personId', '=', personId)
        .orderBy('takenAt', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      await tables
        .insertInto('measureResult')
        .values({
          ...last,
          id: crypto.randomUUID(),
          takenAt: new Date('2026-11-19T10:00:00Z'),
          total: '38',
          answers: JSON.stringify(last.answers),
          subscores: JSON.stringify(last.subscores),
        })
        .execute();
    });
    const { body } = await carol.get('/me');
    const text = textOf(body);
    assert.match(text, /How you have been How does this fit\? Distress rose 12 points/);
    assert.equal(text.split('How does this fit?').length, 2, 'asked once');
    assert.doesNotMatch(text, /fail|high risk|low risk/i);
  });

  test('another person’s appointment, plan and step are not found, in the same words as what does not exist', async () => {
    const theirs = await worker(async (tables) => {
      const session = await tables
        .selectFrom('supportSession')
        .select(['id', 'version'])
        .where('personId', '<>', personId)
        .where('state', '=', 'scheduled')
        .executeTakeFirstOrThrow();
      const plan = await tables.selectFrom('plan').select('id').where('personId', '<>', personId).executeTakeFirstOrThrow();
      const step = await tables
        .selectFrom('goalStep')
        .select('id')
        .where('personId', '<>', personId)
        .where('owner', '=', 'person')
        .executeTakeFirstOrThrow();
      return { session, plan, step };
    });
    const said = async (path: string, fields?: Record<string, string>) => {
      const { statusCode, body } = fields ? await send(carol, path, fields) : await carol.get(path);
      return { statusCode, words: textOf(body).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID') };
    };
    const pairs: readonly [(id: string) => string, string, Record<string, string>?][] = [
      [(id) => `/me/appointments/${id}/confirm`, theirs.session.id, { version: String(theirs.session.version) }],
      [(id) => `/me/appointments/${id}/cannot`, theirs.session.id, { version: String(theirs.session.version) }],
      [(id) => `/me/plan/versions/${id}`, theirs.plan.id],
      [(id) => `/me/plan/steps/${id}`, theirs.step.id, { done: 'yes' }],
      [(id) => `/me/plan/steps/${id}/not-done`, theirs.step.id, {}],
    ];
    for (const [path, id, fields] of pairs) {
      const other = await said(path(id), fields);
      assert.equal(other.statusCode, 404, path(id));
      assert.deepEqual(other, await said(path(nowhere), fields));
    }
    const agree = (plan: string) => said('/me/plan/agree', { plan, version: '1', differently: '' });
    const other = await agree(theirs.plan.id);
    assert.equal(other.statusCode, 404);
    assert.deepEqual(other, await agree(nowhere));
  });

  test('somebody whose support ended comes back without a form while the door is open, once', async () => {
    const gone = await worker((tables) =>
      tables
        .selectFrom('enrolment as e')
        .innerJoin('referral as r', 'r.id', 'e.referralId')
        .select(['e.personId', 'e.referralId', 'e.reEntryUntil'])
        .where('e.state', '=', 'ended')
        .where('e.reEntryUntil', '>', '2026-12-01')
        .where('r.state', '=', 'closed')
        .orderBy('e.id')
        .executeTakeFirstOrThrow(),
    );
    const somebody = await house.asAccount(await accountOf(gone.personId), 'person');
    const { body } = await somebody.get('/me');
    assert.match(textOf(body), /What happens next You can come back until \d+ \w+ 202\d\. Your support ended on/);
    const back = await somebody.post('/me/come-back', {});
    const page = textOf((await somebody.follow(back)).body);
    assert.match(page, /Welcome back/);
    assert.match(page, /is reading what you told us\./);
    assert.doesNotMatch(page, /You can come back until/);
    const { state } = await worker((tables) =>
      tables
        .selectFrom('referral')
        .select('state')
        .where('id', '=', gone.referralId ?? '')
        .executeTakeFirstOrThrow(),
    );
    assert.equal(state, 'in_triage');
    const twice = await somebody.follow(await send(somebody, '/me/come-back'));
    assert.match(textOf(twice.body), /You are back already/);
    // Carol is being supported: there is no door for her to come back through.
    const none = await carol.follow(await send(carol, '/me/come-back'));
    assert.match(textOf(none.body), /Ask for help in the usual way/);
  });

  test('somebody about whom there is nothing yet finds a sentence in every part', async () => {
    const waiting = await worker((tables) =>
      tables
        .selectFrom('referral as r')
        .select('r.personId')
        .where('r.state', '=', 'submitted')
        .where((where) =>
          where.not(where.exists(where.selectFrom('supportSession as s').select('s.id').whereRef('s.personId', '=', 'r.personId'))),
        )
        .orderBy('r.id')
        .executeTakeFirstOrThrow(),
    );
    const somebody = await house.asAccount(await accountOf(waiting.personId), 'person');
    const text = textOf((await somebody.get('/me')).body);
    for (const words of [
      /What happens next We have it\. By \w+ \d+ \w+ you will hear from the /,
      /We have not sent you anything yet\./,
      /No plan yet\. It is written together with you\./,
      /No scores yet\./,
      /Nobody yet\. When somebody begins to support you/,
    ])
      assert.match(text, words);
    assert.match(textOf((await somebody.get('/me/plan')).body), /No plan yet\./);
  });
});
