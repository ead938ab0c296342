// MOS-22: somebody who asked in Urdu is written to in Urdu, by whatever way is safe.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerAll, ellie } from '../../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../../test/harness/house.ts';

describe('in their language', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  async function asksIn(language: string, own: Parameters<typeof answerAll>[1] = {}) {
    const client = house.visitor();
    await client.get(`/start?in=${language}`);
    const said = Object.fromEntries(Object.entries({ ...ellie, ...own }).map(([path, fields]) => [path, { ...fields, said_in: language }]));
    await answerAll(client, said);
    await client.get('/check');
    assert.equal((await client.post('/check', { said_in: language })).statusCode, 303);
    const { rows } = await house.database.pool.query<{ language: string; subject: string; body: string; channel: string }>(
      "select p.language, m.subject, m.body, m.channel from message m join person p on p.id = m.person_id where m.purpose = 'receipt' order by m.created_at desc, m.id desc limit 1",
    );
    assert.ok(rows[0]);
    return rows[0];
  }

  test('MOS-22, S3.3: a text to a phone that others may see is in Urdu first, and says nothing but when', async () => {
    const { language, body, channel } = await asksIn('ur');
    assert.equal(language, 'ur');
    assert.equal(channel, 'text');
    const [urdu, english] = body.split('\n\n');
    assert.match(urdu ?? '', /^سلام \u2068Ellie\u2069/);
    assert.match(urdu ?? '', /شکریہ/);
    assert.match(english ?? '', /^Hi Ellie/, 'S8.2: nobody has checked the Urdu yet, so the English follows');
    assert.doesNotMatch(body, /Open door|team|https?:/);
  });

  test('MOS-22: an e-mail has its subject in Polish too', async () => {
    const { language, subject, body, channel } = await asksIn('pl', {
      '/q/4': { channels: ['email'], shared: 'no' },
      '/q/5': { known_as: 'Ola', email: 'ola@example.org' },
    });
    assert.equal(language, 'pl');
    assert.equal(channel, 'email');
    assert.match(subject, /^(Od|Dla): /);
    assert.match(body, /^Dzień dobry, Ola/);
  });

  test('what they choose as their language goes before the one they read', async () => {
    const { language, body } = await asksIn('pl', { '/q/6': { language: 'so', share: 'ask_me' } });
    assert.equal(language, 'so');
    assert.match(body, /^Salaan Ellie/);
  });
});
