import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import { hello, type Served, serve } from '../../../../test/harness/serve.ts';
import { registerPerson } from '../actions.ts';
import type { NewContactPoint } from '../model.ts';
import { routes } from '../routes.tsx';

describe('signing in by a link', () => {
  let scene: Scene;
  let served: Served;
  before(async () => {
    scene = await setScene(createDatabase, { at: '2026-11-20T23:30:00Z' });
    served = await serve(scene, [...routes, hello('/me')]);
  });
  after(async () => {
    await served.server.close();
    await scene.database.close();
  });

  let numbers = 100_000;
  const nextNumber = (): string => `07700 ${++numbers}`;
  const somebody = (point: NewContactPoint): Promise<string> =>
    scene.as(null, async (context) => (await registerPerson(context, { knownAs: 'Ellie', contactPoints: [point] })).personId);
  const messagesOf = (personId: string) =>
    scene.worker((tables) =>
      tables.selectFrom('message').select(['purpose', 'body', 'toValue', 'sender', 'notBefore']).where('personId', '=', personId).execute(),
    );
  const open: Omit<NewContactPoint, 'value'> = {
    channel: 'text',
    safeToUse: 'safe',
    shared: 'no',
    mayNameService: true,
    maySendLinks: true,
  };

  test('a link goes to a phone that only they see; a scanner that opens it uses nothing up; the button signs in once', async () => {
    const value = nextNumber();
    const personId = await somebody({ ...open, value });
    const browser = served.visitor();
    await browser.get('/me/sign-in');
    // As people write numbers.
    const asked = await browser.post('/me/sign-in', { reach: value.replace('07700 ', '+44 (0)7700-') });
    assert.equal(asked.headers.location, '/me/sign-in/code');
    const [message] = await messagesOf(personId);
    assert.equal(message?.purpose, 'sign_in_link');
    assert.deepEqual(message?.notBefore, scene.clock.now(), 'asked for a moment ago, so quiet hours do not hold it');
    const path = /https:\/\/willow\.example\.org(\/s\/\S+)/.exec(message?.body ?? '')?.[1] ?? '';
    for (let scans = 0; scans < 3; scans++) assert.equal((await served.visitor().get(path)).statusCode, 200);
    await browser.get(path);
    assert.doesNotMatch(browser.page, /willow minds|mental|therapy/i, 'the page says nothing of the service');
    const pressed = await browser.post(path, {});
    assert.equal(pressed.headers.location, '/me');
    assert.match((await browser.get('/me')).body, /Hello Ellie/);
    const again = await served.visitor().post(path, {});
    assert.equal(again.statusCode, 410);
    assert.match(again.body, /Send me another/);
  });

  test('S3.3: a phone that others may see gets a code without a link or a name, and the code opens the page', async () => {
    const value = nextNumber();
    const personId = await somebody({ ...open, value, shared: 'not_sure' });
    const browser = served.visitor();
    await browser.post('/me/sign-in', { reach: value });
    const [message] = await messagesOf(personId);
    const code = /^Hi Ellie, your code is (\w{6})\. It works once, for 20 minutes\.$/.exec(message?.body ?? '')?.[1] ?? '';
    assert.ok(code, message?.body);
    assert.equal(message?.sender, '07700 900381');
    await browser.get('/me/sign-in/code');
    assert.equal((await browser.post('/me/sign-in/code', { code: 'AAA AAA' })).statusCode, 422);
    assert.equal(
      (await browser.post('/me/sign-in/code', { code: `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}` })).headers.location,
      '/me',
    );
    assert.match((await browser.get('/me')).body, /Hello Ellie/);
  });

  test('S4.6: somebody known, somebody unknown, an unsafe number and one that two people share get the same answer', async () => {
    const [safe, unsafe, both] = [nextNumber(), nextNumber(), nextNumber()];
    const known = await somebody({ ...open, value: safe });
    const notSafe = await somebody({ ...open, value: unsafe, safeToUse: 'not_safe' });
    const shared = [await somebody({ ...open, value: both }), await somebody({ ...open, value: both })];
    const answers = [];
    for (const reach of [safe, unsafe, both, '07700 999999', 'nobody@example.org', 'hello', '12']) {
      const { statusCode, headers, body } = await served.visitor().post('/me/sign-in', { reach });
      answers.push(JSON.stringify([statusCode, headers.location, body, headers['set-cookie']]));
    }
    assert.equal(new Set(answers).size, 1);
    assert.equal((await messagesOf(known)).length, 1);
    assert.equal((await messagesOf(notSafe)).length, 0);
    const tasks = await scene.worker((tables) => tables.selectFrom('task').select('words').where('personId', '=', notSafe).execute());
    assert.equal(tasks.length, 1, 'a worker is asked to help instead');
    for (const one of shared) assert.equal((await messagesOf(one)).length, 0);
  });

  test('S4.6: asking again and again sends three messages at most, without saying so', async () => {
    const value = nextNumber();
    const personId = await somebody({ ...open, value });
    scene.clock.advance(20 * 60_000);
    for (let asked = 0; asked < 6; asked++) assert.equal((await served.visitor().post('/me/sign-in', { reach: value })).statusCode, 303);
    assert.equal((await messagesOf(personId)).length, 3);
  });

  test('S4.6: codes cannot be guessed at speed', async () => {
    scene.clock.advance(20 * 60_000);
    const statuses = [];
    for (let tries = 0; tries < 12; tries++)
      statuses.push((await served.visitor().post('/me/sign-in/code', { code: `AAA${tries}` })).statusCode);
    assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429, 429]);
    scene.clock.advance(20 * 60_000);
  });

  test('no colleague can read the link or code in the person’s messages', async () => {
    const value = nextNumber();
    const personId = await somebody({ ...open, value });
    const worker = await scene.staff('Siobhan', 'KW', 'support');
    await scene.worker((tables) =>
      tables
        .insertInto('access')
        .values({
          id: scene.identify(),
          personId,
          teamId: scene.teams.support.id,
          relationship: 'serves',
          sourceKind: 'test',
          sourceId: personId,
          startsAt: scene.clock.now(),
        })
        .execute(),
    );
    await served.visitor().post('/me/sign-in', { reach: value });
    assert.equal((await messagesOf(personId)).length, 1);
    const seen = await scene.as(worker, async ({ tables }) => ({
      people: await tables.selectFrom('person').select('id').where('id', '=', personId).execute(),
      messages: await tables.selectFrom('message').select('body').where('personId', '=', personId).execute(),
    }));
    assert.deepEqual(seen, { people: [{ id: personId }], messages: [] });
  });
});
