// The whole journey as requests, in one house: from somebody's phone to support begun. Each step is asked as its person would ask it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { outboxRules } from '../src/journey/people/telling/sending.ts';
import { identifiers } from '../src/platform/identifiers.ts';
import { productionTransports } from '../src/platform/messages/message.ts';
import { databaseOutbox } from '../src/platform/messages/outbox.ts';
import { startSending } from '../src/platform/messages/sending.ts';
import { smtpTransport } from '../src/platform/messages/smtp.ts';
import { askForHelp as askAsEllie, textOf } from './harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';
import { startMailServer } from './harness/smtp.ts';

describe('the thread without a browser', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  /** The ids of referrals that a queue links to. */
  const linksIn = (html: string, path: string): string[] =>
    [...html.matchAll(new RegExp(`href="${path}/([0-9a-f-]{36})[?"]`, 'g'))].map((match) => match[1] ?? '');
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
      5: {
        known_as: 'Ellie',
        given_name: 'Eleanor',
        family_name: 'Ford',
        'born-day': '4',
        'born-month': '5',
        'born-year': '2003',
        phone: '07700 900123',
        postcode: 'TA6 3DR',
      },
      6: { share: 'ask_me', language: 'en' },
    };
    for (const [key, fields] of Object.entries(pages)) {
      const version = field(client.page, 'version');
      answer = await client.post(`/q/${key}`, { ...(version ? { version } : {}), ...fields });
      assert.equal(
        answer.statusCode,
        303,
        `page ${key}: ${answer.statusCode} ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? answer.body.slice(0, 300)}`,
      );
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
    const decided = await priya.post(`/triage/${referral}/decide`, {
      version: field(item.body, 'version'),
      step: 'suggested',
      response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(item.body)?.[1] ?? 'W4',
      reason: '',
      persons_view: '',
      coming: ['outreach', 'choice', 'company'],
    });
    assert.equal(decided.statusCode, 303, /error-summary.*?<\/ul>/s.exec(decided.body)?.[0] ?? decided.body.slice(0, 400));
    const { rows } = await house.database.pool.query<{ state: string; offers: number; messages: number }>(
      `select r.state, (select count(*)::int from offer where referral_id = r.id and state = 'sent') as offers,
            (select count(*)::int from message where person_id = r.person_id) as messages from referral r where r.id = $1`,
      [referral],
    );
    assert.equal(rows[0]?.state, 'decided');
    assert.ok((rows[0]?.offers ?? 0) >= 1, 'every decision has an offer');
    assert.ok((rows[0]?.messages ?? 0) >= 1, 'the person was told');
    const plain = await house.database.pool.query<{ body: string }>(
      'select body from message where person_id = (select person_id from referral where id = $1)',
      [referral],
    );
    for (const { body } of plain.rows)
      assert.doesNotMatch(body, /One Door|front door|Somerset|mental|http/i, 'a shared phone is told nothing that gives away who we are');
  });

  const fault = (html: string): string => textOf(/error-summary.*?<\/ul>/s.exec(html)?.[0] ?? html).slice(0, 400);
  const unescaped = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

  /** Words that only those who support somebody may read. */
  const clinical = 'She has not slept since the baby died.';
  const referral = {
    given_name: 'Ruth',
    family_name: 'Sample',
    'born-day': '3',
    'born-month': '4',
    'born-year': '1979',
    why_now: clinical,
    wants: 'Somebody to talk to at home',
    safety_facts: 'She told me she thinks of not waking up.',
    tried: 'Two visits to the GP.',
    channels: ['text'],
    shared: 'yes_or_not_sure',
    agreement: 'agreed',
    urgency: 'weeks',
    setting: 'professional',
  } as const;
  const ownDetails = {
    referrer_name: 'Alex Sample',
    referrer_job: 'GP',
    referrer_organisation: 'Elm Surgery',
    referrer_phone: '01632 960111',
    referrer_email: 'alex@elm.example',
  };

  /** Types the page, sends the check page as it stands, and returns the referral's id. */
  async function refer(client: Client, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
    await client.get('/refer');
    const check = await client.post('/refer', fields);
    assert.equal(check.statusCode, 200, fault(check.body));
    const hidden: Record<string, string[]> = {};
    for (const [, name = '', value = ''] of check.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      if (name !== 'form_key') hidden[name] = [...(hidden[name] ?? []), unescaped(value)];
    const sent = await client.post('/refer/send', hidden);
    assert.equal(sent.statusCode, 303, fault(sent.body));
    return String(sent.headers.location).split('?')[0]?.split('/').at(-1) ?? '';
  }

  const messages = async (where: string, ...values: unknown[]) =>
    (
      await house.database.pool.query<{
        audience: string;
        purpose: string;
        channel: string;
        to_value: string;
        body: string;
        subject: string;
      }>(`select audience, purpose, channel, to_value, body, subject from message where ${where} order by created_at, id`, values)
    ).rows;

  /** Decides as suggested; when a second clinician is needed, that one agrees. Returns whether they were. */
  async function decide(id: string, reason = ''): Promise<boolean> {
    const priya = await house.as('priya');
    const item = await priya.get(`/triage/${id}`);
    assert.equal(item.statusCode, 200);
    const steps = [...item.body.matchAll(/name="step"[^>]*value="([^"]+)"/g)].map((match) => match[1] ?? '');
    const decided = await priya.post(`/triage/${id}/decide`, {
      version: field(item.body, 'version'),
      step: (reason ? steps[1] : steps[0]) ?? 'suggested',
      response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(item.body)?.[1] ?? 'W4',
      reason,
      persons_view: '',
      coming: ['outreach', 'choice', 'company'],
    });
    assert.equal(decided.statusCode, 303, fault(decided.body));
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from triage_decision where referral_id = $1 and state = 'awaiting_countersign'",
      [id],
    );
    const [waiting] = rows;
    if (!waiting) return false;
    assert.deepEqual(await messages("about_id = $1 and purpose = 'decision'", id), [], 'nobody is told before the second clinician');
    assert.equal((await priya.get(`/countersign/${waiting.id}`)).statusCode, 403, 'nobody agrees to their own decision');
    const martin = await house.as('martin');
    const page = await martin.get(`/countersign/${waiting.id}`);
    const agreed = await martin.post(`/countersign/${waiting.id}`, { version: field(page.body, 'version'), act: 'agree', comment: '' });
    assert.equal(agreed.statusCode, 303, fault(agreed.body));
    return true;
  }

  test('MOS-5, S14.1: a housing officer refers, a second clinician agrees, and her tracker tells what happens and nothing clinical', async () => {
    const joan = await house.as('joan');
    const id = await refer(joan, { ...referral, phone: '07700 900131', ...ownDetails });
    const sent = textOf((await joan.get('/sent')).body);
    assert.match(sent, /Ruth/);
    assert.equal(await decide(id, 'She asked for somebody who comes to her home.'), true, 'another first step needs a second clinician');
    for (const path of ['/sent', `/sent/${id}`, `/sent/${id}/add`]) {
      const page = await joan.get(path);
      assert.equal(page.statusCode, 200, path);
      const said = /.{0,60}(?:not slept|not waking|\bW\d\b|\brisk\b).{0,30}/i.exec(textOf(page.body));
      assert.equal(said?.[0], undefined, `${path} says what a referrer may not read`);
    }
    assert.notEqual(textOf((await joan.get('/sent')).body), sent, 'the tracker moved on');
    for (const path of [`/triage/${id}`, '/triage', '/countersign']) assert.equal((await joan.get(path)).statusCode, 403, path);
    const own = await messages("about_id = $1 and audience = 'referrer'", id);
    assert.ok(own.length >= 2, 'she was told that it arrived and that it was decided');
    for (const { body, subject } of own)
      assert.doesNotMatch(`${subject} ${body}`, /Ruth|Sample|slept|waking/, 'a referrer’s message names nobody');
    const stranger = await house.asAccount(house.staffId('tomasz'), 'staff');
    assert.equal((await stranger.get(`/sent/${id}`)).statusCode, 404, 'somebody else’s referral is not there');
  });

  test('S3.2, S4.1: e-mail really leaves, to whom it was written for; a link signs in once; what stopped being safe is not sent', async () => {
    const mail = await startMailServer();
    const sending = startSending({
      outbox: databaseOutbox(house.database.as, outboxRules(house.clock, identifiers(house.clock), house.place.blueprint)),
      transports: productionTransports(smtpTransport({ url: mail.url, from: 'hello@help.example.org' })),
      clock: house.clock,
      lookEvery: 3_600_000,
      onFault: (error) => {
        throw error;
      },
    });
    try {
      // A referrer without an account, who follows it by a link.
      const visitor = house.visitor();
      const id = await refer(visitor, { ...referral, given_name: 'Noor', phone: '07700 900132', ...ownDetails });
      const follower = house.visitor();
      assert.equal((await follower.get(`/sent/${id}`)).statusCode === 200, false, 'the address alone opens nothing');
      await follower.get('/sent/link');
      await follower.post('/sent/link', { email: 'Alex@elm.example' });
      // Somebody who asks for help and leaves an e-mail address only they read; and one whose address becomes unsafe before it goes.
      const ask = (name: string, email: string): Promise<string> =>
        askAsEllie(house.visitor(), {
          '/q/4': { channels: ['email'], shared: 'no' },
          '/q/5': { known_as: name, family_name: 'Marsh', 'born-year': '1990', email },
        });
      await ask('Robin', 'robin@example.org');
      await ask('Sasha', 'sasha@example.org');
      await house.database.pool.query("update contact_point set safe_to_use = 'not_safe' where value = 'sasha@example.org'");
      house.clock.advance(24 * 3_600_000);
      await sending.sendDue();

      const to = (address: string) => mail.inbox.filter((one) => one.to.includes(address));
      assert.ok(to('alex@elm.example').length >= 2, 'the receipt and the link');
      assert.equal(to('robin@example.org').length > 0, true, 'Robin was told');
      assert.deepEqual(to('sasha@example.org'), [], 'nothing goes where it is not safe now');
      for (const { email, from } of mail.inbox) {
        assert.equal(from, 'hello@help.example.org');
        assert.doesNotMatch(`${email.subject} ${email.text}`, /Noor|slept|waking|W\d\b/, 'no message holds what somebody said');
        assert.equal(email.html, undefined);
        assert.deepEqual(email.attachments, []);
      }
      const { rows } = await house.database.pool.query<{ state: string }>("select state from message where to_value = 'sasha@example.org'");
      assert.ok(rows.length > 0 && rows.every(({ state }) => state === 'refused'), JSON.stringify(rows));
      const { rows: tasks } = await house.database.pool.query("select from task where kind = 'message.refused'");
      assert.ok(tasks.length > 0, 'a worker is asked to reach Sasha in another way');
      const before = mail.inbox.length;
      await sending.sendDue();
      assert.equal(mail.inbox.length, before, 'nothing goes twice');
    } finally {
      await sending.stop();
      await mail.close();
    }
  });

  test('S4.2: a referrer’s link opens their own referrals once, within 20 minutes, on the press of a button', async () => {
    const visitor = house.visitor();
    const id = await refer(visitor, {
      ...referral,
      given_name: 'Kim',
      phone: '07700 900133',
      ...ownDetails,
      referrer_email: 'lee@elm.example',
    });
    const linkTo = async (): Promise<string> => {
      const asking = house.visitor();
      await asking.get('/sent/link');
      await asking.post('/sent/link', { email: 'lee@elm.example' });
      const latest = (await messages("to_value = 'lee@elm.example'")).at(-1);
      return /http:\/\/onedoor\.test(\/s\/\S+)/.exec(latest?.body ?? '')?.[1] ?? '';
    };
    const link = await linkTo();
    assert.match(link, /^\/s\/./);
    const reader = house.visitor();
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await reader.get(link)).statusCode, 200, 'looking at it uses nothing up');
    const opened = await reader.post(link, {});
    assert.equal(opened.statusCode, 303);
    const sent = await reader.follow(opened);
    assert.match(textOf(sent.body), /Kim/);
    assert.doesNotMatch(textOf(sent.body), /Ruth|Noor/, 'only what was sent from this address');
    assert.equal((await reader.get(`/sent/${id}`)).statusCode, 200);
    assert.equal((await house.visitor().post(link, {})).statusCode, 410, 'once');
    const late = await linkTo();
    house.clock.advance(21 * 60_000);
    const again = house.visitor();
    await again.get(late);
    assert.equal((await again.post(late, {})).statusCode, 410, '20 minutes');
  });
});
