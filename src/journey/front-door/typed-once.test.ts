import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answerAll, answerPage, askForHelp, asWorker, countReferrals, referralOf, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse } from '../../../test/harness/house.ts';

const house = await openTestHouse();

describe('what is typed at the front door', () => {
  after(() => house.close());

  const answersTo = (referralId: string) =>
    asWorker(house, (tables) =>
      tables.selectFrom('referralAnswer').selectAll().where('referralId', '=', referralId).orderBy('position').execute(),
    );

  test('jumping to the end with nothing typed leads back, and nothing is sent', async () => {
    const client = house.visitor();
    const before = await countReferrals(house);
    assert.equal((await client.get('/check')).headers.location, '/start');
    assert.equal((await client.get('/done')).headers.location, '/start');
    await client.get('/start');
    assert.equal((await client.post('/check', {})).statusCode, 409, 'no form was given to send');
    await answerPage(client, '/q/6', { helpers: 'Nobody' });
    await client.get('/check');
    const refused = await client.post('/check', {});
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /Answer or skip this first: What is going on for you\?/);
    assert.equal(await countReferrals(house), before);
  });

  test('what is wrong is said all at once, and everything typed is still there', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/4', { channels: ['text', 'email'], shared: 'no' });
    const refused = await answerPage(client, '/q/5', {
      known_as: 'Ellie',
      'born-day': '31',
      'born-month': '2',
      'born-year': '1991',
      phone: 'ring me',
      email: 'ellie',
    });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /<title>Error: /);
    for (const said of ['Check the date', 'Enter a phone number with figures only', 'Enter an email address like'])
      assert.ok(textOf(refused.body).includes(said), said);
    for (const typed of ['Ellie', '31', 'ring me', 'ellie']) assert.ok(refused.body.includes(`value="${typed}"`), typed);
    await answerPage(client, '/q/1', { skip: 'yes' });
    await answerPage(client, '/q/3', { skip: 'yes' });
    await client.get('/check');
    const missing = await client.post('/check', {});
    assert.equal(missing.statusCode, 422, 'a chosen way needs its number');
    assert.match(textOf(missing.body), /Enter a phone number, or go back and choose another way/);
  });

  test('a field that no page has is refused with 422, and a body beyond all measure with 413', async () => {
    const client = house.visitor();
    const refused = await answerPage(client, '/q/1', { happening: 'hello', risk_level: 'high' });
    assert.equal(refused.statusCode, 422);
    assert.ok(refused.body.includes('hello'), 'the words are still there');
    const wrongChoice = await answerPage(client, '/q/1', { about: ['sleep', 'being_rich'] });
    assert.equal(wrongChoice.statusCode, 422);
    assert.equal((await answerPage(client, '/q/1', { happening: 'x'.repeat(300_000) })).statusCode, 413);
    const long = await answerPage(client, '/q/1', { happening: 'x'.repeat(8_001) });
    assert.equal(long.statusCode, 422);
    assert.match(textOf(long.body), /Make this shorter: up to 8,000 characters/);
  });

  test('H20: the same page answered in two places shows both texts, and neither is lost', async () => {
    const one = house.visitor();
    await answerPage(one, '/q/1', { happening: 'first words' });
    const other = house.visitor();
    other.cookies.set('door', one.cookies.get('door') ?? '');
    await one.get('/q/1');
    await other.get('/q/1');
    const version = /name="version" value="(\d+)"/.exec(one.page)?.[1];
    assert.equal((await one.post('/q/1', { version, happening: 'from the phone' })).statusCode, 303);
    const conflict = await other.post('/q/1', { version, happening: 'from the library' });
    assert.equal(conflict.statusCode, 409);
    assert.ok(conflict.body.includes('from the phone') && conflict.body.includes('from the library'));
    const kept = await other.post('/q/1', { version: /name="version" value="(\d+)"/.exec(other.page)?.[1], happening: 'from the library' });
    assert.equal(kept.statusCode, 303);
    await other.get('/check');
    assert.ok(textOf(other.page).includes('from the library'));
  });

  test('H1: sending twice, also at the same moment, makes one referral', async () => {
    const client = house.visitor();
    await answerAll(client);
    await client.get('/check');
    const before = await countReferrals(house);
    const answers = await Promise.all([client.post('/check', {}), client.post('/check', {}), client.post('/check', {})]);
    assert.deepEqual(new Set(answers.map((answer) => answer.headers.location)), new Set(['/done']));
    assert.equal(await countReferrals(house), before + 1);
    const tab = house.visitor();
    tab.cookies.set('door', client.cookies.get('door') ?? '');
    assert.equal((await tab.get('/q/2')).headers.location, '/done', 'the code opens what happens next instead');
    assert.equal(await countReferrals(house), before + 1);
  });

  test('H1: when the connection dies while sending, nothing is half sent, the answers are kept, and sending again works', async () => {
    const client = house.visitor();
    await answerAll(client);
    await client.get('/check');
    const before = await countReferrals(house);
    // The database breaks at the last write of sending: everything before it is undone.
    await asWorker(house, async () => undefined);
    const { pool } = house.database;
    await pool.query(
      `create function break_once() returns trigger language plpgsql as $$ begin raise exception 'connection lost' using errcode = '57P01'; end $$`,
    );
    await pool.query(`create trigger break_once before update of referral_id on door_draft for each row execute function break_once()`);
    const broken = await client.post('/check', {});
    assert.ok(broken.statusCode >= 500);
    assert.match(textOf(broken.body), /Nothing you sent before is lost|Your words are still here/);
    assert.equal(await countReferrals(house), before);
    await pool.query('drop trigger break_once on door_draft');
    await client.get('/check');
    assert.ok(textOf(client.page).includes('I cannot sleep'));
    assert.equal((await client.post('/check', {})).headers.location, '/done');
    assert.equal(await countReferrals(house), before + 1);
  });

  const hostile = fileURLToPath(new URL('../../../../shared/data/hostile/blns.json', import.meta.url));
  test('hostile words in every text field show as they were typed and break nothing', async (context) => {
    if (!existsSync(hostile)) return context.skip('The list of hostile strings is not here.');
    const list: readonly string[] = JSON.parse(readFileSync(hostile, 'utf8')); // a list of strings, by its maker
    const some = [
      '\u0000nul',
      '\ud800lone',
      '\u202Eright to left',
      '"><img src=x onerror=alert(1)>',
      ...list.filter((_, at) => at % 16 === 0),
    ].filter((one) => one.trim());
    const client = house.visitor();
    for (const words of some) {
      await answerPage(client, '/q/1', { happening: words });
      await answerPage(client, '/q/2', { would_help: words, been_hard: words });
      const answer = await answerPage(client, '/q/6', { helpers: words, adjustments: words.slice(0, 100) });
      assert.equal(answer.statusCode, 303, words);
      const page = (await client.get('/check')).body;
      const shown = words.toWellFormed().replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
      assert.ok(textOf(page).includes(shown), `shown as typed: ${words}`);
      assert.ok(!page.includes('<img src=x') && !/<script(?! type="module" src="\/assets\/)/.test(page), words);
    }
    const last = some.at(-1)?.trim() ?? '';
    await askForHelp(client, { '/q/1': { happening: last }, '/q/5': { known_as: last.slice(0, 90), phone: '07700 900127' } });
    const happening = (await answersTo((await referralOf(house, client)).id)).find((one) => one.question === 'happening');
    assert.equal(happening?.words, last);
  });
});
