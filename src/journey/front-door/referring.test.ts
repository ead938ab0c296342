import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse } from '../../../test/harness/house.ts';
import type { Tables } from '../../platform/web/context.ts';
import { professionalQuestions } from './professional-questions.ts';

const house = await openTestHouse();

describe('referring somebody', () => {
  after(() => house.close());
  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'look' }, work);

  const typed = {
    given_name: 'Ellie',
    family_name: 'Ford',
    'born-day': '3',
    'born-month': 'April',
    'born-year': '1991',
    why_now: 'She lost her job in May.\nShe does not sleep.',
    wants: 'Somebody to help with letters',
    safety_none_known: 'yes',
    tried: 'GP, two visits. A sleep app, no help.',
    channels: ['text'],
    phone: '07700 900131',
    shared: 'yes_or_not_sure',
    agreement: 'agreed',
    urgency: 'weeks',
    setting: 'professional',
    referrer_name: 'Alex Sample',
    referrer_job: 'GP',
    referrer_organisation: 'Elm Surgery',
    referrer_phone: '01632 960111',
    referrer_email: 'Alex@elm.example',
  } as const;
  type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

  async function send(client: Client, fields: Fields = typed): Promise<string> {
    await client.get('/refer');
    const check = await client.post('/refer', fields);
    assert.equal(check.statusCode, 200, textOf(check.body).slice(0, 400));
    const sent = await client.post('/refer/send', hiddenOf(check.body));
    assert.equal(sent.statusCode, 303, textOf(sent.body).slice(0, 400));
    return String(sent.headers.location);
  }

  const unescaped = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

  /** The check page carries everything typed; this is what its form would send. */
  function hiddenOf(page: string): Fields {
    const fields: Record<string, string[]> = {};
    for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      if (name !== 'form_key') fields[name] = [...(fields[name] ?? []), unescaped(value)];
    return fields;
  }

  const referralAt = (location: string) =>
    worker((tables) =>
      tables
        .selectFrom('referral')
        .selectAll()
        .where('id', '=', location.split('/').at(-1) ?? '')
        .executeTakeFirstOrThrow(),
    );
  const accountOf = (email: string) => worker((tables) => tables.selectFrom('account').selectAll().where('email', '=', email).execute());

  test('one page and one check: the referral arrives with its receipt, its door and the referrer', async () => {
    const client = house.visitor();
    const location = await send(client);
    assert.match(location, /^\/refer\/received\//);
    const received = textOf((await client.get(location)).body);
    const referral = await referralAt(location);
    assert.ok(received.includes(`Referral ${referral.number} has arrived`));
    assert.doesNotMatch(received, /Ellie|Ford|sleep/, 'the receipt’s address opens nothing about the person');
    assert.deepEqual(
      [referral.kind, referral.door, referral.state, referral.agreement, referral.urgencyAsked],
      ['professional', 'professional', 'submitted', 'agreed', 'weeks'],
      'MOS-3',
    );
    const answers = await worker((tables) =>
      tables.selectFrom('referralAnswer').selectAll().where('referralId', '=', referral.id).execute(),
    );
    const of = (question: string) => answers.find((one) => one.question === question);
    assert.deepEqual([of('why_now')?.category, of('why_now')?.words], ['clinical', typed.why_now]);
    assert.deepEqual([of('safety_facts')?.status, of('safety_facts')?.codes], ['not_known', ['none_known']], '“none known” is an answer');
    assert.ok(answers.every((one) => one.saidBy === 'referrer'));
  });

  test('every fault at once, and every word typed still there', async () => {
    const client = house.visitor();
    await client.get('/refer');
    const refused = await client.post('/refer', {
      why_now: 'She lost <her> job & "home"',
      nhs_number: '943 476 5910',
      postcode: 'nowhere',
      channels: ['email'],
    });
    assert.equal(refused.statusCode, 422);
    const said = textOf(refused.body);
    for (const fault of [
      'typing mistake',
      'Check the postcode',
      'Enter a first name',
      'Enter their email address',
      'Say whether they agree',
      'Enter your name',
    ])
      assert.ok(said.includes(fault), fault);
    assert.ok(unescaped(refused.body).includes('She lost <her> job & "home"'));
    assert.ok(refused.body.includes('value="943 476 5910"'));
  });

  test('without their agreement a lawful reason is needed, and they are told nothing', async () => {
    const client = house.visitor();
    await client.get('/refer');
    const refused = await client.post('/refer', { ...typed, agreement: 'without_agreement' });
    assert.match(textOf(refused.body), /Say why it is lawful to refer without their agreement/);
    const referral = await referralAt(
      await send(house.visitor(), { ...typed, agreement: 'without_agreement', agreement_reason: 'A child may be harmed.' }),
    );
    const told = await worker((tables) =>
      tables.selectFrom('message').select('audience').where('personId', '=', referral.personId).execute(),
    );
    assert.deepEqual(
      told.map((one) => one.audience),
      ['referrer'],
    );
  });

  test('change leads back to the page with everything on it', async () => {
    const client = house.visitor();
    await client.get('/refer');
    const check = await client.post('/refer', typed);
    const again = await client.post('/refer', { ...hiddenOf(check.body), change: 'why' });
    assert.equal(again.statusCode, 200);
    assert.ok(again.body.includes('She lost her job in May.') && again.body.includes('value="Elm Surgery"'));
  });

  test('H1: sent twice at once, one referral; H3: two tabs never mix', async () => {
    const client = house.visitor();
    await client.get('/refer');
    const first = await client.post('/refer', typed);
    const second = await client.post('/refer', { ...typed, given_name: 'Ruth', phone: '07700 900132' });
    const count = () =>
      worker(
        async (tables) =>
          (
            await tables
              .selectFrom('referral')
              .select((s) => s.fn.countAll<number>().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
      );
    const before = await count();
    const key = (page: string): string => unescaped(/name="form_key" value="([^"]+)"/.exec(page)?.[1] ?? '');
    const sent = await Promise.all([1, 2].map(() => client.post('/refer/send', { ...hiddenOf(first.body), form_key: key(first.body) })));
    assert.equal(new Set(sent.map((answer) => answer.headers.location)).size, 1);
    assert.equal(await count(), before + 1);
    const other = await client.post('/refer/send', { ...hiddenOf(second.body), form_key: key(second.body) });
    const ruth = await referralAt(String(other.headers.location));
    const { givenName } = await worker((tables) =>
      tables.selectFrom('person').select('givenName').where('id', '=', ruth.personId).executeTakeFirstOrThrow(),
    );
    assert.equal(givenName, 'Ruth');
  });

  test('S4.6: the answer is the same whether or not the person or the referrer is known, and one account is kept for one address', async () => {
    const pages: string[] = [];
    for (const fields of [typed, typed, { ...typed, given_name: 'Nobody', family_name: 'Before', referrer_email: 'new@elm.example' }]) {
      const client = house.visitor();
      const received = textOf((await client.get(await send(client, fields))).body);
      pages.push(received.replace(/\d{4,}/g, 'N'));
    }
    assert.equal(new Set(pages).size, 1);
    assert.equal((await accountOf('alex@elm.example')).length, 1);
  });

  test('a referrer’s link opens the tracker at once; a colleague’s e-mail address never gets one', async () => {
    const location = await send(house.visitor(), { ...typed, referrer_email: 'link@elm.example' });
    const [message] = await worker((tables) =>
      tables.selectFrom('message').select('body').where('toValue', '=', 'link@elm.example').execute(),
    );
    assert.match(message?.body ?? '', /http:\/\/onedoor\.test\/s\/\S{20,}/);
    const staff = await worker((tables) =>
      tables.selectFrom('account').select('email').where('id', '=', house.staffId('priya')).executeTakeFirstOrThrow(),
    );
    const other = await send(house.visitor(), { ...typed, referrer_email: staff.email ?? '' });
    const [sent] = await worker((tables) =>
      tables
        .selectFrom('message')
        .select('body')
        .where('aboutId', '=', other.split('/').at(-1) ?? '')
        .where('audience', '=', 'referrer')
        .execute(),
    );
    assert.doesNotMatch(sent?.body ?? '', /\/s\//, 'a password is not walked around by a form');
    assert.ok(location);
  });

  test('the tracker says where it stands, who owns it and by when, and never a clinical word', async () => {
    const email = 'tracker@elm.example';
    const location = await send(house.visitor(), { ...typed, referrer_email: email });
    const id = location.split('/').at(-1) ?? '';
    const [account] = await accountOf(email);
    const client = await house.asAccount(account?.id ?? '', 'referrer');
    const list = textOf((await client.get('/sent')).body);
    assert.match(list, /Ellie Ford.*With the Front door team\. They decide by Tuesday 24 Nov/);
    await worker((tables) =>
      tables
        .updateTable('referral')
        .set({ state: 'in_triage', readerId: house.staffId('priya') })
        .where('id', '=', id)
        .execute(),
    );
    const page = textOf((await client.get(`/sent/${id}`)).body);
    assert.match(page, /Priya Nair is reading it and decides by Tuesday 24 Nov/);
    assert.match(page, /The Front door team received it Friday 20 Nov/);
    assert.doesNotMatch(page, /lost her job|sleep|07700|in_triage/);
    assert.match(textOf((await client.get(`/sent/${id}/copy`)).body), /She lost her job in May/);
    await client.get(`/sent/${id}/add`);
    await client.post(`/sent/${id}/add`, { added: 'She has moved in with her aunt.' });
    assert.match(textOf((await client.get(`/sent/${id}/copy`)).body), /Added later She has moved in with her aunt/);
    const tasks = await worker((tables) => tables.selectFrom('task').select('accountId').where('kind', '=', 'referral.added_to').execute());
    assert.deepEqual(
      tasks.map((task) => task.accountId),
      [house.staffId('priya')],
      'whoever reads it is told',
    );
  });

  test('nobody sees a referral that they did not send', async () => {
    const location = await send(house.visitor(), { ...typed, referrer_email: 'mine@elm.example' });
    const id = location.split('/').at(-1) ?? '';
    await send(house.visitor(), { ...typed, given_name: 'Other', referrer_email: 'theirs@elm.example' });
    const [theirs] = await accountOf('theirs@elm.example');
    const client = await house.asAccount(theirs?.id ?? '', 'referrer');
    for (const path of [`/sent/${id}`, `/sent/${id}/copy`, `/sent/${id}/add`]) assert.equal((await client.get(path)).statusCode, 404, path);
    assert.doesNotMatch((await client.get('/sent')).body, new RegExp(id));
    assert.equal((await house.visitor().get(`/sent/${id}`)).headers.location, '/sent/link');
    await client.get('/sent/link');
    assert.equal((await client.post(`/sent/${id}/add`, { added: 'x' })).statusCode, 404);
  });

  test('S4.6: asking for a new link says the same for every address, and only a referrer’s own is written to', async () => {
    await send(house.visitor(), { ...typed, referrer_email: 'again@elm.example' });
    const said: string[] = [];
    for (const email of ['again@elm.example', 'nobody@elm.example']) {
      const client = house.visitor();
      await client.get('/sent/link');
      const asked = await client.post('/sent/link', { email });
      said.push(textOf((await client.follow(asked)).body));
    }
    assert.equal(said[0], said[1]);
    const messages = await worker((tables) =>
      tables.selectFrom('message').select('body').where('toValue', 'in', ['again@elm.example', 'nobody@elm.example']).execute(),
    );
    assert.equal(messages.length, 2, 'the receipt and the link, to the one who sent');
  });

  test('staff who refer have the same tracker, signed in, with their own name already there', async () => {
    const joan = await house.as('joan');
    assert.match((await joan.get('/refer')).body, /value="Joan Pickup"/);
    const location = await send(joan, { ...typed, setting: 'partner', referrer_email: '' });
    assert.match(location, /^\/sent\//);
    const page = textOf((await joan.get(location)).body);
    assert.match(page, /With the Front door team/);
    assert.match(textOf((await joan.get('/sent')).body), /Ellie Ford/);
    assert.match((await joan.get('/refer')).body, /value="Elm Surgery"/, 'nothing is asked twice');
    const again = await send(joan, { ...typed, setting: 'partner', referrer_email: '' });
    await house.database.pool.query("update referral set referrer_phone = '', referrer_job = '' where id = $1", [again.split('/').at(-1)]);
    const { body } = await joan.get('/refer');
    for (const value of [typed.referrer_phone, typed.referrer_job])
      assert.ok(body.includes(`value="${value}"`), `${value}: a way in that says less makes nobody type it again`);
  });

  test('hostile words and unknown fields: shown as typed, refused by name', async () => {
    const client = house.visitor();
    await client.get('/refer');
    const nasty = "\"><script>alert(1)</script> {{7*7}} =cmd|'/C calc'!A0 \u202E";
    const fields = Object.fromEntries(professionalQuestions.filter((one) => one.control === 'words').map((one) => [one.code, nasty]));
    const check = await client.post('/refer', { ...typed, ...fields });
    assert.equal(check.statusCode, 200);
    assert.ok(textOf(check.body).includes('alert(1)') && !check.body.includes('<script>alert'));
    const sent = await client.post('/refer/send', hiddenOf(check.body));
    const referral = await referralAt(String(sent.headers.location));
    const [kept] = await worker((tables) =>
      tables.selectFrom('referralAnswer').select('words').where('referralId', '=', referral.id).where('question', '=', 'why_now').execute(),
    );
    assert.equal(kept?.words, nasty.trim());
    await client.get('/refer');
    assert.equal((await client.post('/refer', { ...typed, risk: 'high' })).statusCode, 422);
    assert.equal((await client.post('/refer', { ...typed, why_now: 'x'.repeat(300_000) })).statusCode, 413);
  });
});
