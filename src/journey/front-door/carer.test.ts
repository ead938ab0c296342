import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerPage, askForHelp, asWorker, draftOf, referralOf, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import { tellReferrer } from '../people/actions.ts';
import type { ReferrerPurpose } from '../people/model.ts';
import { referralStates } from './model.ts';

describe('whoever asks for somebody at home', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  async function jo(doTheyKnow = 'no'): Promise<Client> {
    const client = house.visitor();
    await client.get('/q/1?who=other');
    await client.post('/q/1', { who: 'other', happening: 'My son does not leave his room.' });
    await askForHelp(client, {
      '/q/1': { happening: 'My son does not leave his room.' },
      '/q/5': {
        known_as: 'Sam',
        'born-year': '2001',
        phone: '07700 900124',
        own_name: 'Jo Hill',
        own_relation: 'mother',
        own_phone: '07700 900125',
        do_they_know: doTheyKnow,
      },
    });
    return client;
  }
  /** As the owner of the tables, round every lifecycle: what a page says must not rest on how a state was reached. */
  async function put(id: string, change: string, values: readonly unknown[] = []): Promise<void> {
    const client = await house.database.pool.connect();
    try {
      await client.query('begin; alter table referral disable trigger follow_lifecycle');
      await client.query(`update referral set ${change} where id = $1`, [id, ...values]);
      await client.query('alter table referral enable trigger follow_lifecycle; commit');
    } finally {
      client.release();
    }
  }
  const pages = async (client: Client): Promise<string> =>
    (await Promise.all(['/done', '/done/copy'].map(async (path) => textOf((await client.get(path)).body)))).join('\n');

  test('S3.8: their page says the same in every state, whoever reads it, and whether or not the person was known', async () => {
    const client = await jo();
    const { id, personId } = await referralOf(house, client);
    const first = await pages(client);
    assert.match(first, /We have what you told us, and take it from here\./);
    assert.match(first, /You read it here only if they say we may\./);
    for (const state of referralStates) {
      await put(id, `state = $2, reader_id = $3`, [state, house.staffId('priya')]);
      assert.equal(await pages(client), first, state);
    }
    const known = await asWorker(house, async (tables) => {
      const knownId = crypto.randomUUID();
      const person = await tables.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow();
      await tables
        .insertInto('person')
        .values({ id: knownId, knownAs: 'Samuel', familyName: 'Known', createdAt: person.createdAt, changedAt: person.changedAt })
        .execute();
      return knownId;
    });
    await put(id, "state = 'decided', person_id = $2, original_person_id = $3, identity = 'linked'", [known, personId]);
    // What others add to it is not the carer’s to read.
    await asWorker(house, (tables) =>
      tables
        .insertInto('referralAnswer')
        .values({
          id: crypto.randomUUID(),
          referralId: id,
          personId: known,
          category: 'story',
          question: 'added_9',
          status: 'answered',
          words: 'I am Samuel and I was here before.',
          saidBy: 'person',
          position: 90,
          askedAt: house.clock.now(),
        })
        .execute(),
    );
    assert.equal(await pages(client), first, 'linked to somebody known');
    await put(id, "carer_may_know = 'no'");
    assert.equal(await pages(client), first, 'a no looks like not having been asked');
  });

  test('S3.8: they read where it stands once the person allows it, and only that', async () => {
    const client = await jo();
    const { id } = await referralOf(house, client);
    await put(id, "state = 'decided', carer_may_know = 'yes'");
    const allowed = textOf((await client.get('/done')).body);
    assert.doesNotMatch(allowed, /take it from here/);
    assert.match(allowed, /decided|team/i);
  });

  test('S3.8: nobody is asked to tell them without leave; a question to them says nothing of the person', async () => {
    const client = await jo();
    const { id, number } = await referralOf(house, client);
    const context = {
      asWorker: (_job: string, work: (tables: Tables) => Promise<unknown>) => asWorker(house, work),
      place: house.place,
      identify: () => crypto.randomUUID(),
      now: house.clock.now(),
      visitor: null,
    } as unknown as Context; // all that telling reads of it
    const told = (purpose: ReferrerPurpose) => tellReferrer(context, { referralId: id, purpose, facts: {} });
    assert.equal(await told('referrer_decision'), null);
    assert.equal(await told('referrer_unreachable'), null);
    await told('referrer_question');
    await put(id, "carer_may_know = 'yes'");
    await told('referrer_decision');
    const tasks = await asWorker(house, (tables) =>
      tables
        .selectFrom('task')
        .select('words')
        .where('kind', '=', 'message.referrer')
        .where('leadsTo', '=', `/triage/${id}`)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    );
    assert.deepEqual(tasks.map(({ words }) => words).sort(), [
      `Ask whoever sent referral ${number} your question, and say nothing of what we know. They gave no e-mail address.`,
      `Tell whoever sent referral ${number} what happened. They gave no e-mail address.`,
    ]);
  });

  test('SOM-1: their own needs are a request of their own, behind a code of its own', async () => {
    const client = await jo();
    const theirs = await referralOf(house, client);
    const first = client.cookies.get('door');
    await client.get('/done');
    const began = await client.post('/done/own', { said_in: 'en' });
    assert.equal(began.headers.location, '/saved');
    assert.notEqual(client.cookies.get('door'), first, 'a code of its own');
    const draft = await draftOf(house, client);
    assert.deepEqual([draft.kind, draft.referralId], ['self', null]);
    assert.match(textOf((await client.get('/saved')).body), /Saved\. Keep this code/);
    assert.match((await client.get('/q/5')).body, /value="Jo Hill"/);
    await answerPage(client, '/q/1', { happening: 'I am worn out.' });
    await answerPage(client, '/q/3', { safe_now: 'yes' });
    await answerPage(client, '/q/4', { channels: ['text'], shared: 'no' });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).headers.location, '/done');
    const own = await referralOf(house, client);
    assert.deepEqual([own.kind, own.door], ['self', 'self']);
    const ways = await asWorker(house, (tables) =>
      tables
        .selectFrom('contactPoint')
        .select(['value', 'safeToUse'])
        .where('personId', '=', own.personId)
        .where('channel', '=', 'text')
        .execute(),
    );
    assert.deepEqual(ways, [{ value: '07700 900125', safeToUse: 'safe' }], 'their number was not typed again');
    assert.notEqual(own.personId, theirs.personId);
    const kept = await asWorker(house, (tables) =>
      tables.selectFrom('referralAnswer').select('words').where('referralId', '=', theirs.id).execute(),
    );
    assert.equal(
      kept.some(({ words }) => words.includes('worn out')),
      false,
      'nothing of it stands on the other record',
    );
    const self = house.visitor();
    await askForHelp(self);
    await self.get('/done');
    assert.equal(
      (await self.post('/done/own', { said_in: 'en' })).headers.location,
      '/done',
      'who asked for themselves has nothing to begin',
    );
  });

  test('S3.8: the person decides on their own page, where they know of it; else a worker asks them first', async () => {
    const secret = await referralOf(house, await jo('no'));
    const open = await jo('yes');
    const referral = await referralOf(house, open);
    const account = async (personId: string): Promise<Client> => {
      const { id } = await asWorker(house, (tables) =>
        tables.selectFrom('account').select('id').where('personId', '=', personId).executeTakeFirstOrThrow(),
      );
      return house.asAccount(id, 'person');
    };
    const hidden = await account(secret.personId);
    assert.match(textOf((await hidden.get('/me/asked')).body), /Nobody asked for you/);
    assert.doesNotMatch(textOf((await hidden.get('/me')).body), /Who asked for you/);
    const sam = await account(referral.personId);
    assert.match(textOf((await sam.get('/me')).body), /Who asked for you, and what they hear/);
    assert.match(
      textOf((await sam.get('/me/asked')).body),
      /Jo Hill \(mother\).*They hear nothing from us\. You have not been asked yet\./,
    );
    assert.equal((await sam.post(`/me/asked/${secret.id}`, { answer: 'yes' })).statusCode, 404, 'somebody else’s');
    await sam.get('/me/asked');
    assert.equal((await sam.post(`/me/asked/${referral.id}`, { answer: 'yes' })).statusCode, 303);
    assert.equal((await referralOf(house, open)).carerMayKnow, 'yes');
    await sam.get('/me/asked');
    await sam.post(`/me/asked/${referral.id}`, { answer: 'no' });
    assert.match(textOf((await open.get('/done')).body), /take it from here/, 'taken back at any time');

    const priya = await house.as('priya');
    assert.match(
      textOf((await priya.get(`/triage/${secret.id}/reach`)).body),
      /Jo Hill \(mother\) asked for them.*say nothing: not even that we know them/,
    );
    assert.equal((await priya.post(`/triage/${secret.id}/reach/carer`, { answer: 'yes' })).statusCode, 303);
    assert.match(
      textOf((await hidden.get('/me/asked')).body),
      /They can see where it stands/,
      'what was written down for them, they can see and change',
    );
    const siobhan = await house.as('siobhan');
    assert.equal((await siobhan.post(`/triage/${secret.id}/reach/carer`, { answer: 'no' })).statusCode, 403);
  });
});
