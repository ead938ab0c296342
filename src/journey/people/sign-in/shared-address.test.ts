// Two people with one e-mail address, and a real mail server: one message that says nothing of either, and a code that opens the page of whoever says who they are.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import { hello, type Served, serve } from '../../../../test/harness/serve.ts';
import { type MailServer, startMailServer } from '../../../../test/harness/smtp.ts';
import { productionTransports } from '../../../platform/messages/message.ts';
import { databaseOutbox } from '../../../platform/messages/outbox.ts';
import { startSending } from '../../../platform/messages/sending.ts';
import { smtpTransport } from '../../../platform/messages/smtp.ts';
import { registerPerson } from '../actions.ts';
import type { NewContactPoint, NewPerson } from '../model.ts';
import { routes } from '../routes.tsx';
import { outboxRules } from '../telling/sending.ts';

const quarterOfAnHour = 15 * 60_000;
const openly: Omit<NewContactPoint, 'value'> = {
  channel: 'email',
  safeToUse: 'safe',
  shared: 'no',
  mayNameService: true,
  maySendLinks: true,
};

describe('people who share an e-mail address', () => {
  let scene: Scene;
  let served: Served;
  let mail: MailServer;
  let sendDue: () => Promise<void>;
  let stop: () => Promise<void>;
  before(async () => {
    scene = await setScene(createDatabase, { at: '2026-11-20T10:00:00Z' });
    served = await serve(scene, [...routes, hello('/me')]);
    mail = await startMailServer();
    const transports = productionTransports(smtpTransport({ url: mail.url, from: 'hello@help.example.org' }));
    const outbox = databaseOutbox(scene.database.as, outboxRules(scene.clock, scene.identify, scene.place.blueprint));
    const onFault = (error: unknown): void => assert.fail(String(error));
    ({ sendDue, stop } = startSending({ outbox, transports, clock: scene.clock, onFault, lookEvery: 3_600_000 }));
  });
  beforeEach(() => scene.clock.advance(2 * quarterOfAnHour));
  after(async () => {
    await stop();
    await mail.close();
    await served.server.close();
    await scene.database.close();
  });

  const somebody = (knownAs: string, born: string | null, point: NewContactPoint, more: NewPerson = {}): Promise<string> =>
    scene.as(null, async (context) => (await registerPerson(context, { knownAs, born, contactPoints: [point], ...more })).personId);
  /** What arrives after somebody asks with this address. */
  async function asked(reach: string) {
    const before = mail.inbox.length;
    assert.equal((await served.visitor().post('/me/sign-in', { reach })).headers.location, '/me/sign-in/code');
    await sendDue();
    return mail.inbox.slice(before);
  }
  const codeIn = (text: string | undefined): string => /code is (\w{6})\./.exec(text ?? '')?.[1] ?? '';
  const typed = async (code: string, born = '') => {
    const browser = served.visitor();
    await browser.get('/me/sign-in/code');
    const [year = '', month = '', day = ''] = born.split('-');
    const answer = await browser.post('/me/sign-in/code', { code, 'born-day': day, 'born-month': month, 'born-year': year });
    const opened = answer.statusCode === 303 ? (/Hello ([^<]*)/.exec((await browser.get('/me')).body)?.[1] ?? '') : '';
    return { status: answer.statusCode, body: answer.body.replaceAll(/ value(="[^"]*")?/g, ''), opened };
  };
  const tasksOf = (personId: string) =>
    scene.worker((tables) => tables.selectFrom('task').select('words').where('personId', '=', personId).execute());

  test('S3.3, S4.6: one mail, without a name, a link, a service or a sign that there are two; each opens their own page', async () => {
    const value = 'home@example.org';
    await somebody('Ellie', '1985-03-27', { ...openly, value });
    await somebody('Martin', '1982', { ...openly, value: 'Home@Example.org' });
    const first = await asked(' HOME@example.org');
    const second = await asked(value);
    assert.equal(first.length + second.length, 2, 'one mail each time');
    for (const { email, raw } of [...first, ...second]) {
      assert.doesNotMatch(raw, /Ellie|Martin|Willow|https?:|\/s\/|two|both/i);
      assert.match(email.text ?? '', /^Hi there, your code is \w{6}\. It works once, for 20 minutes\.\s*$/);
    }
    assert.equal((await typed(codeIn(first[0]?.email.text), '1982-06-01')).opened, 'Martin');
    assert.equal((await typed(codeIn(second[0]?.email.text), '1985-03-27')).opened, 'Ellie');
  });

  test('S4.6: no date, a wrong date, a wrong code and a used code read alike; five tries with one code, then it is worth nothing', async () => {
    const value = 'twosome@example.org';
    await somebody('Ash', '1990-01-02', { ...openly, value });
    await somebody('Sam', '1991-05-06', { ...openly, value });
    const [arrived] = await asked(value);
    const code = codeIn(arrived?.email.text);
    const answers = [await typed(code), await typed(code, '1990-02-01'), await typed('AAAAAA', '1990-01-02'), await typed(code, '1990')];
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([422]));
    assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
    assert.equal((await typed(code, '1991')).opened, '');
    assert.equal((await typed(code, '1992')).opened, '');
    assert.equal((await typed(code, '1990-01-02')).opened, '', 'the right date comes too late');
    scene.clock.advance(quarterOfAnHour);
    const [again] = await asked(value);
    assert.equal((await typed(codeIn(again?.email.text), '1990-01-02')).opened, 'Ash');
    assert.equal((await typed(codeIn(again?.email.text), '1991-05-06')).opened, '', 'it opened one page');
  });

  test('S3.2: where it is not safe for one of them, the code is for the other alone, and a worker helps the first', async () => {
    const value = 'shared@example.org';
    const unsafe = await somebody('Noor', '1979-09-09', { ...openly, value, safeToUse: 'not_safe' });
    const safe = await somebody('Kim', '1980-10-10', { ...openly, value });
    const [arrived] = await asked(value);
    const code = codeIn(arrived?.email.text);
    assert.equal((await typed(code, '1979-09-09')).opened, '');
    assert.equal((await typed(code, '1980-10-10')).opened, 'Kim');
    await asked(value);
    assert.equal((await tasksOf(unsafe)).length, 1, 'once, until it is done');
    assert.doesNotMatch((await tasksOf(unsafe))[0]?.words ?? '', /Kim|share|another|other/i);
    assert.equal((await tasksOf(safe)).length, 0);
  });

  test('S3.2, S3.8: nobody is sent a code that could not tell them apart: twins, or no date of birth', async () => {
    const value = 'twins@example.org';
    const people = [
      await somebody('Ana', '2001-01-01', { ...openly, value }),
      await somebody('Bea', '2001-01-01', { ...openly, value }),
      await somebody('Cai', null, { ...openly, value }),
    ];
    assert.deepEqual(await asked(value), []);
    for (const one of people) assert.equal((await tasksOf(one)).length, 1);
  });

  test('S3.3: one person whose message others may see gives their date of birth too; where nobody else may, the link is enough', async () => {
    await somebody('Ola', '1970-07-07', { ...openly, value: 'ola@example.org', shared: 'not_sure', mayNameService: false });
    const [arrived] = await asked('ola@example.org');
    const code = codeIn(arrived?.email.text);
    assert.equal((await typed(code)).opened, '');
    assert.equal((await typed(code, '1970-07-07')).opened, 'Ola');
    await somebody('Pat', '1971-08-08', { ...openly, value: 'pat@example.org' });
    const [linked] = await asked('pat@example.org');
    assert.match(linked?.email.text ?? '', /^Hi Pat, here is your link\./);
    await somebody('Ida', '1972-08-08', { ...openly, value: 'ida@example.org', maySendLinks: false });
    const [unlinked] = await asked('ida@example.org');
    assert.doesNotMatch(unlinked?.raw ?? '', /https?:/, 'no link where they did not ask for links');
    assert.equal((await typed(codeIn(unlinked?.email.text))).opened, 'Ida');
  });
});
