import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { answerPage, askForHelp, asWorker, referralOf, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse } from '../../../test/harness/house.ts';

const house = await openTestHouse();

describe('leaving the front door, and coming back', () => {
  after(() => house.close());

  const answersTo = (referralId: string) =>
    asWorker(house, (tables) =>
      tables.selectFrom('referralAnswer').selectAll().where('referralId', '=', referralId).orderBy('position').execute(),
    );

  const publicPages = [
    '/start',
    '/start/other',
    '/q/1',
    '/q/2',
    '/q/3',
    '/q/4',
    '/q/5',
    '/q/6',
    '/back',
    '/hide-visit',
    '/start?in=ar',
    '/q/4?in=ar',
    '/refer',
  ];
  test('S4.1–S4.4: every public page has a way out, the help lines, a bland title, and calls nobody else', async () => {
    const draft = house.visitor();
    await answerPage(draft, '/q/1', { happening: 'secret words' });
    const sent = house.visitor();
    await askForHelp(sent);
    const pages: readonly (readonly [Client, string])[] = [
      ...publicPages.map((path) => [house.visitor(), path] as const),
      ...['/now', '/more', '/check', '/saved', '/q/1?from=check'].map((path) => [draft, path] as const),
      ...['/done', '/done/copy', '/done/add'].map((path) => [sent, path] as const),
    ];
    for (const [client, path] of pages) {
      const { statusCode, body, headers } = await client.get(path);
      assert.equal(statusCode, 200, path);
      const exit = `class="od-exit" href="/exit" rel="nofollow noreferrer" data-exit="${house.place.blueprint.exit}"`;
      assert.ok(body.includes(exit), `exit on ${path}`);
      for (const line of ['999', '111', '85258']) assert.ok(body.slice(body.indexOf('od-help-now')).includes(line), `${line} on ${path}`);
      const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
      assert.doesNotMatch(title, /mental|health|help now|crisis|safe|suicid|Somerset|Ellie|secret/i, `title of ${path}: ${title}`);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      const elsewhere = [...body.matchAll(/(?:src|href|action)="(https?:[^"]+)"/g)]
        .map((match) => match[1])
        .filter((url) => url !== house.place.blueprint.exit);
      assert.deepEqual(elsewhere, [], path);
      assert.match(body, /does not clear your history|لا يمسح سجل التصفح/, `S4.3 on ${path}`);
      assert.doesNotMatch(body, /localStorage|sessionStorage/);
    }
    assert.deepEqual([...draft.cookies.keys()], ['door'], 'S4.2: no cookie but the one');
  });

  test('S4.5: the code works from any phone; S4.6: a wrong one gets the same words whether or not it exists, and many are refused', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { happening: 'kept words' });
    const saved = await answerPage(client, '/q/2', { been_hard: 'crowds', save: 'yes' });
    assert.equal(saved.headers.location, '/saved');
    const code = client.cookies.get('door') ?? '';
    assert.ok(textOf((await client.get('/saved')).body).includes(`${code.slice(0, 3)} ${code.slice(3)}`));
    const other = house.visitor();
    await other.get('/back');
    const opened = await other.post('/back', { code: ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3).toLowerCase()} ` });
    assert.equal(opened.headers.location, '/check');
    assert.match(textOf((await other.follow(opened)).body), /kept words.*crowds/);
    const stranger = house.visitor();
    await stranger.get('/back');
    const never = await stranger.post('/back', { code: 'AAAAAA' });
    const short = await stranger.post('/back', { code: 'x' });
    const words = (body: string): string => textOf(body).replaceAll(/AAAAAA|\bx\b/g, '');
    assert.equal(never.statusCode, 422);
    assert.equal(words(never.body), words(short.body));
    for (let tries = 0; tries < 20; tries++) await stranger.post('/back', { code: 'CCCCCC' });
    assert.equal((await stranger.post('/back', { code: 'CCCCCC' })).statusCode, 429);
    const lucky = house.visitor();
    lucky.cookies.set('door', code);
    assert.equal((await lucky.get('/check')).statusCode, 429, 'a right guess after many wrong ones is refused too');
    house.clock.advance(16 * 60_000);
    assert.equal((await lucky.get('/check')).statusCode, 200);
  });

  test('S4.5: after half an hour without a word, what was written shows only to somebody with the code', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { happening: 'private words' });
    const code = client.cookies.get('door') ?? '';
    house.clock.advance(31 * 60_000);
    for (const path of ['/q/1', '/check', '/saved', '/now']) {
      const answer = await client.get(path);
      assert.equal(answer.headers.location, '/back', path);
    }
    assert.match(textOf((await client.get('/back')).body), /You were away for a while, so we hide what you wrote\. It is kept\./);
    await client.post('/back', { code });
    assert.match((await client.get('/q/1')).body, /private words/);
    await client.post('/leave', {});
    assert.equal(client.cookies.has('door'), false);
    assert.doesNotMatch((await client.get('/q/1')).body, /private words/);
  });

  test('the language changes on any page and every answer stays, also the one being typed', async () => {
    const client = house.visitor();
    await client.get('/q/1');
    const switched = await client.post('/q/1', { version: '0', happening: 'typed but not sent', speak: 'ar' });
    assert.equal(switched.headers.location, '/q/1');
    const page = (await client.follow(switched)).body;
    assert.match(page, /<html lang="ar" dir="rtl"/);
    assert.ok(page.includes('typed but not sent'));
    assert.match(textOf(page), /لم يراجع أحد هذه الترجمة بعد/, 'S8.2: not reviewed, and it says so');
    await answerPage(client, '/q/3', { said_in: 'ar', safe_now: 'yes' });
    assert.match((await client.get('/check')).body, /dir="rtl"/);
    assert.equal(
      (await answerPage(client, '/q/5', { said_in: 'ar', phone: '٠٧٧٠٠ ٩٠٠١٢٨', 'born-year': '١٩٨٥' })).statusCode,
      303,
      'figures of an Arabic keyboard',
    );
  });

  test('what was sent can be read again, and something added; nothing sent before changes', async () => {
    const client = house.visitor();
    await askForHelp(client);
    assert.match(textOf((await client.get('/done/copy')).body), /I cannot sleep and the house is cold\..*Practical help.*My sister/);
    await client.get('/done/add');
    assert.equal((await client.post('/done/add', { added: '' })).statusCode, 422);
    const added = await client.post('/done/add', { added: 'The baby is due in May.' });
    assert.equal(added.headers.location, '/done?added=yes');
    assert.match(textOf((await client.get('/done/copy')).body), /Added later The baby is due in May\./);
    const answers = await answersTo((await referralOf(house, client)).id);
    assert.equal(answers.filter((one) => one.question === 'happening').length, 1);
  });

  test('personSees: as the referral moves, the code says where it stands in words, never the state’s name', async () => {
    const client = house.visitor();
    await askForHelp(client);
    const { id } = await referralOf(house, client);
    const priya = house.staffId('priya');
    await asWorker(house, (tables) =>
      tables.updateTable('referral').set({ state: 'in_triage', readerId: priya }).where('id', '=', id).execute(),
    );
    const done = textOf((await client.get('/done')).body);
    assert.match(done, /Priya is reading what you told us\./);
    assert.doesNotMatch(done, /in_triage|triage/);
  });

  test('S4.1, S7: leaving at once hides what was written, also from the button that goes back; the code shows it again', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { happening: 'He reads my phone.', save: 'yes' });
    const code = /<bdi dir="ltr">([^<]+)<\/bdi>/.exec((await client.get('/saved')).body)?.[1] ?? '';
    assert.notEqual(code, '');
    const left = await client.get('/exit');
    assert.equal(left.statusCode, 303);
    assert.match(String(left.headers.location), /^https:/);
    for (const path of ['/q/1', '/q/2', '/check', '/saved', '/back', '/start']) {
      const page = await client.follow(await client.get(path));
      assert.doesNotMatch(page.body, /He reads my phone/, path);
      assert.ok(!page.body.includes(code), path);
    }
    await client.get('/back');
    await client.post('/back', { code, said_in: 'en' });
    assert.match((await client.get('/q/1')).body, /He reads my phone\./);
  });

  test('S4.1: somebody signed in to their own page is signed out as they leave; a colleague at work is not', async () => {
    const worker = await house.as('priya');
    assert.equal((await worker.get('/exit')).statusCode, 303);
    assert.equal((await worker.get('/home')).statusCode, 200);
  });
});
