import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../../test/harness/house.ts';
import type { Tables } from '../../../platform/web/context.ts';
import { adviceStates } from './model.ts';

const question = {
  why_now: 'Somebody who lives in one of our flats has stopped opening the door. How do I talk to them without frightening them off?',
  safety_facts: 'A neighbour heard shouting at night. I know of nothing more.',
  tried: 'Two visits and a card through the door.',
  referrer_name: 'Alex Marsh',
  referrer_job: 'housing officer',
  referrer_organisation: 'Elm Homes',
  setting: 'partner',
  referrer_phone: '01632 960177',
  referrer_email: 'alex.marsh@elm.example',
};

describe('advice', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'look' }, work);
  const rowOf = (id: string) => worker((tables) => tables.selectFrom('advice').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
  const messagesAbout = (id: string) =>
    worker((tables) => tables.selectFrom('message').selectAll().where('aboutId', '=', id).orderBy('createdAt').orderBy('id').execute());
  const counts = () =>
    worker(async (tables) => ({
      people: await tables.selectFrom('person').select('id').execute(),
      referrals: await tables.selectFrom('referral').select('id').execute(),
    }));
  const idIn = (location: unknown): string => /[0-9a-f-]{36}$/.exec(String(location))?.[0] ?? '';

  async function ask(client: Client, more: Record<string, string> = {}): Promise<string> {
    await client.get('/refer/advice');
    const answer = await client.post('/refer/advice', { ...question, ...more });
    assert.equal(answer.statusCode, 303, textOf(answer.body).slice(0, 600));
    return idIn(answer.headers.location);
  }
  async function answer(client: Client, id: string, words: string, next: 'advice' | 'refer') {
    await client.get(`/advice/${id}`);
    return client.post(`/advice/${id}`, { answer: words, next });
  }

  test('S5.5: a partner asks for advice without referring anybody; a named clinician answers by a day, and the asker hears', async () => {
    const before = await counts();
    const joan = await house.as('joan');
    assert.match(textOf((await joan.get('/refer')).body), /Ask for advice without referring/);
    const id = await ask(joan);
    assert.deepEqual(await counts(), before, 'no person and no referral was made');
    assert.match(textOf((await joan.get(`/sent/advice/${id}`)).body), /With the Front door team\. A clinician answers by Tuesday 24 Nov/);

    const priya = await house.as('priya');
    const list = textOf((await priya.get('/advice')).body);
    assert.match(list, /has stopped opening the door/);
    assert.match(list, /Alex Marsh, housing officer, Elm Homes/);
    await priya.get(`/advice/${id}`);
    assert.equal((await priya.post(`/advice/${id}/take`, { version: '1' })).statusCode, 303);
    assert.match(textOf((await joan.get('/sent')).body), /Priya Nair answers by Tuesday 24 Nov/);

    const empty = await priya.post(`/advice/${id}`, { answer: ' ', next: '' });
    assert.equal(empty.statusCode, 422);
    assert.match(textOf(empty.body), /Write your answer\..*Say whether they carry on or refer\./);
    assert.equal((await answer(priya, id, 'Write a short card and name the day you come back.', 'advice')).statusCode, 303);
    const row = await rowOf(id);
    assert.deepEqual([row.state, row.answeredBy, row.readAt], ['answered', house.staffId('priya'), null]);

    assert.match(textOf((await joan.get('/sent')).body), /Priya Nair has answered your question \d+\. Read the answer/);
    const shown = textOf((await joan.get(`/sent/advice/${id}`)).body);
    assert.match(shown, /Priya Nair answered on Friday 20 Nov/);
    assert.match(shown, /Advice from Priya Nair, triage clinician/);
    assert.match(shown, /Write a short card/);
    assert.ok((await rowOf(id)).readAt, 'the clinician can see that it was opened');
    const messages = await messagesAbout(id);
    assert.deepEqual(
      messages.map(({ purpose }) => purpose),
      ['advice_receipt', 'advice_answered'],
    );
    for (const { subject, body, personId, toValue } of messages) {
      assert.equal(personId, null);
      assert.equal(toValue, 'alex.marsh@elm.example');
      assert.doesNotMatch(
        `${subject} ${body}`,
        /flats|door without|shouting|card|visits/,
        'neither question nor answer stands in an e-mail',
      );
    }
  });

  test('S5.5: who is not signed in is answered through a link that opens their own question and nobody else’s', async () => {
    const visitor = house.visitor();
    const id = await ask(visitor, { referrer_email: 'Noor@oak.example', referrer_name: 'Noor Hale' });
    const receipt = textOf((await visitor.get(`/refer/advice/${id}`)).body);
    assert.match(receipt, /Question \d+ has arrived.*A clinician of the Front door team answers by Tuesday 24 Nov/);
    assert.doesNotMatch(receipt, /flats/);
    assert.equal((await visitor.get(`/sent/advice/${id}`)).headers.location, '/sent/link', 'the address alone opens nothing');
    const other = await ask(house.visitor(), { referrer_email: 'sam@oak.example' });
    await answer(await house.as('martin'), id, 'Go together.', 'advice');
    const link = /\/s\/[\w-]+/.exec((await messagesAbout(id)).at(-1)?.body ?? '')?.[0] ?? '';
    const noor = house.visitor();
    await noor.get(link);
    await noor.post(link, {});
    assert.match(textOf((await noor.get(`/sent/advice/${id}`)).body), /Go together\./);
    assert.equal((await noor.get(`/sent/advice/${other}`)).statusCode, 404);
    assert.equal((await noor.get(`/advice/${id}`)).statusCode, 403);
    const stranger = await house.as('tomasz');
    assert.equal((await stranger.get(`/sent/advice/${id}`)).statusCode, 404);
    // A link later, by the address they gave.
    const later = house.visitor();
    await later.get('/sent/link');
    await later.post('/sent/link', { email: 'noor@oak.example' });
    assert.equal((await messagesAbout(id)).at(-1)?.purpose, 'advice_link');
  });

  test('SOM-1: a question becomes a referral without being typed again, and the advice goes with it', async () => {
    const joan = await house.as('joan');
    const id = await ask(joan);
    await answer(await house.as('priya'), id, 'Please let us meet them.', 'refer');
    assert.match(textOf((await joan.get(`/sent/advice/${id}`)).body), /They would like to see the person/);
    const form = (await joan.get(`/refer?advice=${id}`)).body;
    for (const words of [question.why_now, question.safety_facts, question.tried, 'Advice from Priya Nair', 'Please let us meet them.'])
      assert.ok(textOf(form).includes(words), words);
    const filled = Object.fromEntries(
      [...form.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(([, name = '', value = '']) => [name, value]),
    );
    const sent = await joan.post('/refer/send', {
      ...question,
      ...filled,
      advice: id,
      given_name: 'Ruth',
      family_name: 'Sample',
      'born-year': '1975',
      channels: 'not_safe',
      agreement: 'agreed',
      urgency: 'weeks',
    });
    assert.equal(sent.statusCode, 303, textOf(sent.body).slice(0, 800));
    const row = await rowOf(id);
    assert.equal(row.state, 'referred');
    assert.equal(`/sent/${row.referralId}`, sent.headers.location);
    assert.match(textOf((await joan.get(`/sent/advice/${id}`)).body), /It became a referral/);
    const tried = await worker((tables) =>
      tables
        .selectFrom('referralAnswer')
        .select('words')
        .where('referralId', '=', row.referralId)
        .where('question', '=', 'tried')
        .executeTakeFirstOrThrow(),
    );
    assert.match(tried.words, /^Two visits.*Advice from Priya Nair:\s+Please let us meet them\.$/s);
  });

  test('S14.1: nobody makes a referral of somebody else’s question', async () => {
    const id = await ask(await house.as('joan'));
    const tomasz = await house.as('tomasz');
    assert.doesNotMatch(textOf((await tomasz.get(`/refer?advice=${id}`)).body), /stopped opening/);
    await tomasz.post('/refer/send', {
      ...question,
      advice: id,
      given_name: 'Ola',
      family_name: 'Sample',
      'born-year': '1980',
      channels: 'not_safe',
      agreement: 'agreed',
      urgency: 'weeks',
    });
    assert.equal((await rowOf(id)).state, 'asked');
  });

  test('S14.1: only its asker and the team that was asked reach a question, and only a clinician of the team answers', async () => {
    const id = await ask(await house.as('joan'));
    const team = (await rowOf(id)).teamId;
    for (const code of ['priya', 'martin', 'dev', 'joan', 'siobhan', 'amara', 'beth', 'malik', 'tomasz', 'grace', 'helen'] as const) {
      const reaches = ['priya', 'martin', 'dev', 'joan'].includes(code);
      const answers = ['priya', 'martin'].includes(code);
      await house.database.as({ kind: 'account', accountId: house.staffId(code) }, async (tables) => {
        const seen = await tables.selectFrom('advice').select(['id', 'teamId']).where('id', '=', id).execute();
        assert.deepEqual(seen, reaches ? [{ id, teamId: team }] : [], code);
        const changed = await tables
          .updateTable('advice')
          .set({ takenBy: house.staffId(code) })
          .where('id', '=', id)
          .executeTakeFirst();
        assert.equal(changed.numUpdatedRows, answers ? 1n : 0n, code);
      });
    }
  });

  test('S14.1: a question stays as asked, an answer as given, and no state jumps', async () => {
    const id = await ask(await house.as('joan'));
    const refused = (change: Record<string, unknown>, code: string) =>
      assert.rejects(
        worker((tables) => tables.updateTable('advice').set(change).where('id', '=', id).execute()),
        { code },
      );
    await refused({ question: 'Something else' }, '42501');
    await refused({ askerId: null }, '42501');
    await answer(await house.as('priya'), id, 'First answer.', 'advice');
    await refused({ answer: 'Another' }, '42501');
    await refused({ state: 'asked' }, 'OD001');
    const again = await answer(await house.as('martin'), id, 'Second answer.', 'advice');
    assert.equal(again.statusCode, 409);
    assert.equal((await rowOf(id)).answer, 'First answer.');
    const { rows } = await house.database.pool.query<{ definition: string }>(
      "select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'advice'::regclass and conname = 'advice_state_check'",
    );
    for (const state of adviceStates) assert.ok(rows[0]?.definition.includes(`'${state}'`), state);
  });

  test('what would name somebody is asked to be left out, and a real number only', async () => {
    const joan = await house.as('joan');
    const refuse = async (why_now: string): Promise<string> => {
      const answered = await joan.post('/refer/advice', { ...question, why_now });
      assert.equal(answered.statusCode, 422);
      return textOf(answered.body);
    };
    await joan.get('/refer/advice');
    assert.match(await refuse('How do I help 943 476 5919 with the rent?'), /There is an NHS number in this/);
    assert.match(await refuse('Is 943-476-5919 known?'), /There is an NHS number in this/);
    assert.match(await refuse(''), /Write what you would like advice about\./);
    // A telephone number is none, whatever its figures.
    await ask(joan, { why_now: 'Their landlord on 01632 960177 asks me what to do. What do I say?' });
  });

  test('CHO-8: a registered partner finds their own organisation and door filled in the first time', async () => {
    const form = (await (await house.as('malik')).get('/refer/advice')).body;
    assert.match(form, /name="referrer_organisation"[^>]*value="Chorley Council"|value="Chorley Council"[^>]*name="referrer_organisation"/);
    assert.match(form, /value="partner" selected|selected[^>]*value="partner"/);
  });
});

test('no NHS number that is valid slips through, however it is written', async () => {
  const { adviceFaults } = await import('./questions.ts');
  const valid = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    .map((figures) => {
      const check = 11 - (figures.reduce((sum, figure, at) => sum + figure * (10 - at), 0) % 11);
      return [...figures, check === 11 ? 0 : check];
    })
    .filter((figures) => figures[9] !== 10 && new Set(figures).size > 1);
  const gap = fc.constantFrom('', ' ', '-');
  fc.assert(
    fc.property(
      valid,
      gap,
      gap,
      fc.constantFrom('', 'Number ', 'About ('),
      fc.constantFrom('', '.', ') please'),
      (figures, one, two, before, behind) => {
        const written = `${figures.slice(0, 3).join('')}${one}${figures.slice(3, 6).join('')}${two}${figures.slice(6).join('')}`;
        const faults = adviceFaults({ ...question, why_now: `${before}${written}${behind}` }, '2026-11-20', true);
        assert.deepEqual(
          faults.map(({ field }) => field),
          ['why_now'],
        );
      },
    ),
  );
});
