// The whole journey as requests, in one house: from somebody's phone to support begun. Each step is asked as its person would ask it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';

let house: TestHouse;
before(async () => {
  house = await openTestHouse();
});
after(() => house?.close());

/** The ids of referrals that a queue links to. */
const linksIn = (html: string, path: string): string[] => [...html.matchAll(new RegExp(`href="${path}/([0-9a-f-]{36})[?"]`, 'g'))].map((match) => match[1] ?? '');
const field = (html: string, name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

async function askForHelp(client: Client): Promise<void> {
  await client.get('/start');
  let answer = await client.get('/q/1');
  assert.equal(answer.statusCode, 200);
  const pages: Record<string, Record<string, string | string[]>> = {
    1: { happening: 'I keep waking at 3 and I’m scared of losing the flat.', about: ['sleep', 'home'] },
    2: { wants: ['talk', 'housing'], been_hard: 'Ringing the council.' },
    3: { safe_now: 'yes' },
    4: { channels: ['text'], shared: 'yes_or_not_sure' },
    5: { known_as: 'Ellie', given_name: 'Eleanor', family_name: 'Ford', 'born-day': '4', 'born-month': '5', 'born-year': '2003', phone: '07700 900123', postcode: 'TA6 3DR' },
    6: { share: 'ask_me', language: 'en' },
  };
  for (const [key, fields] of Object.entries(pages)) {
    const version = field(client.page, 'version');
    answer = await client.post(`/q/${key}`, { ...(version ? { version } : {}), ...fields });
    assert.equal(answer.statusCode, 303, `page ${key}: ${answer.statusCode} ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? answer.body.slice(0, 300)}`);
    answer = await client.follow(answer);
    assert.equal(answer.statusCode, 200, `after page ${key}`);
  }
  const version = field(client.page, 'version');
  answer = await client.post('/check', { ...(version ? { version } : {}) });
  assert.equal(answer.statusCode, 303, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? answer.body.slice(0, 300));
  answer = await client.follow(answer);
  assert.match(answer.body, /Ellie/);
}

test('SOM-7, SOM-9, SOM-11, S5.1: somebody asks on a phone, a clinician decides with reasons, a named worker accepts', async () => {
  await askForHelp(house.visitor());
  const priya = await house.as('priya');
  const list = await priya.get('/triage');
  assert.equal(list.statusCode, 200);
  assert.match(list.body, /Ellie Ford/);
  const [referral = ''] = linksIn(list.body, '/triage');
  const item = await priya.get(`/triage/${referral}`);
  assert.equal(item.statusCode, 200);
  assert.match(item.body, /I keep waking at 3 and I’m scared of losing the flat\./);
  assert.doesNotMatch(item.body, /reject/i);
  const decided = await priya.post(`/triage/${referral}/decide`, { version: field(item.body, 'version'), step: 'suggested', response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(item.body)?.[1] ?? 'W4', reason: '', persons_view: '' });
  assert.equal(decided.statusCode, 303, /error-summary.*?<\/ul>/s.exec(decided.body)?.[0] ?? decided.body.slice(0, 400));
  const { rows } = await house.database.pool.query<{ state: string; offers: number; messages: number }>(
    `select r.state, (select count(*)::int from offer where referral_id = r.id and state = 'sent') as offers,
            (select count(*)::int from message where person_id = r.person_id) as messages from referral r where r.id = $1`,
    [referral],
  );
  assert.equal(rows[0]?.state, 'decided');
  assert.ok((rows[0]?.offers ?? 0) >= 1, 'every decision has an offer');
  assert.ok((rows[0]?.messages ?? 0) >= 1, 'the person was told');
  const plain = await house.database.pool.query<{ body: string }>('select body from message where person_id = (select person_id from referral where id = $1)', [referral]);
  for (const { body } of plain.rows) assert.doesNotMatch(body, /One Door|front door|Somerset|mental|http/i, 'a shared phone is told nothing that gives away who we are');
});
