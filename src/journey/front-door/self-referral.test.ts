import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answerAll, answerPage, askForHelp, ellie, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse } from '../../../test/harness/house.ts';
import type { Tables } from '../../platform/web/context.ts';
import { doorHash } from '../../platform/web/door.ts';
import { doorTexts } from './texts.ts';

const house = await openTestHouse();

describe('asking for help', () => {
  after(() => house.close());
  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'look' }, work);

  const referralOf = (client: Client) =>
    worker(async (tables) => {
      const { referralId } = await tables
        .selectFrom('doorDraft')
        .select('referralId')
        .where('codeHash', '=', doorHash(client.cookies.get('door') ?? ''))
        .executeTakeFirstOrThrow();
      return tables.selectFrom('referral').selectAll().where('id', '=', referralId).executeTakeFirstOrThrow();
    });
  const answersTo = (referralId: string) =>
    worker((tables) => tables.selectFrom('referralAnswer').selectAll().where('referralId', '=', referralId).orderBy('position').execute());
  const countReferrals = async (): Promise<number> =>
    (
      await worker((tables) =>
        tables
          .selectFrom('referral')
          .select((select) => select.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      )
    ).n;

  test('SOM-7: somebody asks for help without an account or a script, and learns who, what and by when', async () => {
    const client = house.visitor();
    const done = textOf(await askForHelp(client));
    const referral = await referralOf(client);
    assert.match(done, /Thanks, Ellie\. We have it\./);
    assert.match(done, /You will hear from the Front door team by Tuesday 24 November/);
    assert.ok(done.includes(house.place.blueprint.plainSender), 'the number the text will come from');
    assert.match(done, /It will not say who we are or why/);
    assert.ok(done.replaceAll(' ', '').includes(client.cookies.get('door') ?? '?'), 'the code');
    assert.equal(referral.state, 'submitted');
    assert.equal(referral.createdBy, null);
  });

  test('S3.3: where calls show no number, whoever chose a call is told so beforehand, in every language', async () => {
    const client = house.visitor();
    await askForHelp(client, { '/q/4': { channels: 'phone', shared: 'yes_or_not_sure' } });
    const numbered = textOf((await client.get('/done')).body);
    assert.ok(numbered.includes(`The call comes from ${house.place.blueprint.plainSender}`));
    const { contact } = house.place.blueprint;
    const calls = contact.calls;
    try {
      Object.assign(contact, { calls: 'withheld' });
      const withheld = textOf((await client.get('/done')).body);
      assert.match(withheld, /The call comes from a withheld number/);
      assert.match(withheld, /No caller ID/);
      assert.equal(withheld.includes(house.place.blueprint.plainSender), false, 'no number is promised that will not show');
      for (const language of ['cy', 'pl', 'so', 'ur', 'ar'] as const) {
        client.cookies.set('language', language);
        assert.ok(textOf((await client.get('/done')).body).includes(doorTexts(language).done.contact.withheld), language);
      }
    } finally {
      Object.assign(contact, { calls });
    }
  });

  test('MOS-3: the door used is on the referral, for oneself and for someone else', async () => {
    const own = house.visitor();
    await askForHelp(own);
    assert.deepEqual([(await referralOf(own)).door, (await referralOf(own)).kind], ['self', 'self']);
    const carer = house.visitor();
    await carer.get('/q/1?who=other');
    await carer.post('/q/1', { who: 'other', happening: 'My son does not leave his room.' });
    await askForHelp(carer, {
      '/q/1': { happening: 'My son does not leave his room.' },
      '/q/5': {
        known_as: 'Sam',
        'born-year': '2001',
        phone: '07700 900124',
        own_name: 'Jo Hill',
        own_relation: 'Mother',
        do_they_know: 'no',
      },
    });
    const referral = await referralOf(carer);
    assert.deepEqual([referral.door, referral.kind, referral.referrerName], ['carer', 'carer', 'Jo Hill']);
    const messages = await worker((tables) =>
      tables.selectFrom('message').select('id').where('personId', '=', referral.personId).execute(),
    );
    assert.equal(messages.length, 0, 'S3.8: nobody is written to who does not know');
  });

  test('fields §6: each answer is kept in its category, with who said it, and silence as what it is', async () => {
    const client = house.visitor();
    await answerAll(client, { '/q/6': { skip: 'yes' } });
    await client.get('/check');
    await client.post('/check', {});
    const answers = await answersTo((await referralOf(client)).id);
    const of = (question: string) => answers.find((one) => one.question === question);
    assert.deepEqual([of('happening')?.category, of('happening')?.words], ['story', 'I cannot sleep and the house is cold.']);
    assert.deepEqual([of('safe_now')?.category, of('safe_now')?.codes], ['safety', ['yes']]);
    assert.deepEqual(of('about')?.codes, ['sleep', 'home']);
    assert.equal(of('helpers')?.status, 'declined', 'asked and skipped');
    assert.equal(of('would_help')?.status, 'declined', 'asked and left empty');
    assert.ok(answers.every((one) => one.saidBy === 'person'));
  });

  test('workflows §4.1: sending starts the clocks, opens the record to the team that reads and to nobody else', async () => {
    const client = house.visitor();
    await askForHelp(client);
    const { id, personId, teamId } = await referralOf(client);
    const clocks = await worker((tables) =>
      tables.selectFrom('clock').select(['kind', 'dueAt', 'stoppedAt']).where('subjectId', '=', id).execute(),
    );
    assert.deepEqual(clocks.map((clock) => clock.kind).sort(), ['ACK', 'RESPONSE', 'TRIAGE', 'WHOLEWAIT']);
    assert.ok(clocks.find((clock) => clock.kind === 'ACK')?.stoppedAt, 'the receipt was shown');
    assert.equal(
      clocks.find((clock) => clock.kind === 'TRIAGE')?.dueAt?.toISOString(),
      '2026-11-24T17:00:00.000Z',
      '2 working days from Friday',
    );
    const reasons = await worker((tables) =>
      tables.selectFrom('access').select(['relationship', 'teamId']).where('personId', '=', personId).execute(),
    );
    assert.deepEqual(reasons.map((one) => one.relationship).sort(), ['holds_referral', 'self']);
    assert.ok(reasons.some((one) => one.teamId === teamId));
    const events = await worker((tables) => tables.selectFrom('journeyEvent').select('kind').where('subjectId', '=', id).execute());
    assert.deepEqual(
      events.map((event) => event.kind),
      ['referral.submitted'],
    );
  });

  test('MOS-7, S7: every question can be skipped and the referral is still whole', async () => {
    const client = house.visitor();
    const skip = { skip: 'yes' };
    await askForHelp(client, Object.fromEntries(Object.keys(ellie).map((path) => [path, skip])));
    const referral = await referralOf(client);
    const answers = await answersTo(referral.id);
    assert.ok(answers.length > 0 && answers.every((one) => one.status === 'declined'));
    const { willContactUs } = await worker((tables) =>
      tables.selectFrom('contactPreference').select('willContactUs').where('personId', '=', referral.personId).executeTakeFirstOrThrow(),
    );
    assert.equal(willContactUs, true, 'nobody must give a number to go on');
  });

  test('ux §20: six questions and no more than 14 taps, counted through the forms', async () => {
    const client = house.visitor();
    let taps = 0;
    let questions = 0;
    const tap = (): number => taps++;
    const start = await client.get('/start');
    let next = /<a class="nhsuk-button" href="([^"]+)"/.exec(start.body)?.[1] ?? '';
    tap();
    while (next !== '/done') {
      const shown = (await client.get(next)).body;
      const action = /<form method="post" action="(\/(?:q|now|check)[^"]*)"/.exec(shown)?.[1] ?? '';
      if (/Question \d of 6/.test(shown)) questions++;
      const typed = ellie[action] ?? {};
      for (const [field, value] of Object.entries(typed)) {
        const control = new RegExp(`<(input|textarea|select|button)[^>]*name="${field}"[^>]*>`).exec(shown)?.[0] ?? '';
        assert.ok(control, `${field} is on ${next}`);
        if (/type="(radio|checkbox)"|<select/.test(control)) for (const _ of [value].flat()) tap();
      }
      tap();
      const answer = await client.post(action, { version: /name="version" value="(\d+)"/.exec(shown)?.[1] ?? '0', ...typed });
      next = String(answer.headers.location);
    }
    assert.equal(questions, 6);
    assert.ok(taps <= 14, `${taps} taps`);
  });

  for (const answer of ['no', 'not_sure'])
    test(`S2.7: “${answer}” shows help at once, blocks nothing, and tells whoever is on duty`, async () => {
      const client = house.visitor();
      await answerPage(client, '/q/1', ellie['/q/1'] ?? {});
      const safety = await answerPage(client, '/q/3', { safe_now: answer });
      assert.equal(safety.headers.location, '/now');
      const now = textOf((await client.follow(safety)).body);
      for (const line of house.place.blueprint.help.lines) assert.ok(now.includes(line.name), line.name);
      const carryOn = await answerPage(client, '/now', { skip: 'yes', self_harm: 'yes' });
      assert.equal(carryOn.headers.location, '/q/4');
      await answerPage(client, '/q/4', { skip: 'yes' });
      await client.get('/check');
      assert.match(textOf(client.page), /I cannot sleep/, 'what was written is kept');
      await client.post('/check', {});
      const referral = await referralOf(client);
      const tasks = await worker((tables) =>
        tables.selectFrom('task').selectAll().where('personId', '=', referral.personId).where('kind', '=', 'safety.answer').execute(),
      );
      assert.equal(tasks.length, 1);
      assert.match(tasks[0]?.words ?? '', answer === 'no' ? /answered No to being safe right now/ : /is not sure about being safe/);
      assert.doesNotMatch(tasks[0]?.words ?? '', /risk|urgent|priority|score|high|low/i, 'S1.3: the answer by name, no grade');
      assert.equal(tasks[0]?.leadsTo, `/triage/${referral.id}`);
      const harm = (await answersTo(referral.id)).find((one) => one.question === 'self_harm');
      assert.deepEqual([harm?.category, harm?.codes], ['safety', ['yes']], 'rules read it by its own name');
    });

  test('S2.7: “Yes, contact me today” asks only how, and says that somebody was told', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { rather_talk: 'yes' });
    await answerPage(client, '/q/3', { safe_now: 'no' });
    assert.equal((await answerPage(client, '/now', { contact_today: 'yes' })).headers.location, '/q/4');
    await answerPage(client, '/q/4', { channels: ['phone'], shared: 'no' });
    assert.equal((await answerPage(client, '/q/5', { phone: '07700 900125' })).headers.location, '/check');
    await client.get('/check');
    const done = textOf((await client.follow(await client.post('/check', {}))).body);
    assert.match(done, /You asked us to make contact today\. The Front door team has been told\./);
  });

  test('S2.7: when nobody is on duty, what to do until then is said instead', async () => {
    const before = house.clock.now().toISOString();
    house.clock.set('2026-11-21T02:00:00Z');
    try {
      const client = house.visitor();
      await answerPage(client, '/q/1', { rather_talk: 'yes' });
      const now = textOf((await client.follow(await answerPage(client, '/q/3', { safe_now: 'no' }))).body);
      assert.ok(now.includes(house.place.blueprint.help.outOfHours.trim().replaceAll(/\s+/g, ' ')));
      await answerPage(client, '/q/4', { skip: 'yes' });
      await client.get('/check');
      const done = textOf((await client.follow(await client.post('/check', {}))).body);
      assert.ok(done.includes('Nobody from our team is at work until 8am'));
    } finally {
      house.clock.set(before);
    }
  });

  test('ux §11: both lock screens are on the page, word for word as they will be sent', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { happening: 'x' });
    const page = textOf((await client.get('/q/4')).body);
    const plain = 'Hi there, thank you for your message. You will hear back by Tuesday 24 Nov.';
    assert.ok(page.includes(plain) && page.includes(house.place.blueprint.plainSender));
    await askForHelp(client, { '/q/5': { phone: '07700 900126' } });
    const { personId } = await referralOf(client);
    const [message] = await worker((tables) => tables.selectFrom('message').select('body').where('personId', '=', personId).execute());
    assert.equal(message?.body, plain);
  });

  test('S3.3, S3.4: a link to their page goes only to who said so and alone sees it, as the page showed before; else a code', async () => {
    const ways = { channels: ['text'], links: 'yes' } as const;
    const told = [];
    for (const [at, shared] of (['no', 'yes_or_not_sure'] as const).entries()) {
      const client = house.visitor();
      const phone = `07700 90073${at}`;
      await askForHelp(client, { '/q/4': { ...ways, shared }, '/q/5': { phone } });
      const { personId } = await referralOf(client);
      assert.equal((await client.post('/me/sign-in', { reach: phone })).headers.location, '/me/sign-in/code');
      const messages = worker((tables) =>
        tables.selectFrom('message').select(['purpose', 'body']).where('personId', '=', personId).execute(),
      );
      told.push((await messages).find(({ purpose }) => purpose.startsWith('sign_in')));
    }
    const [link, code] = told;
    const shown = textOf((await house.visitor().get('/q/4')).body);
    assert.ok(shown.includes(link?.body.replace(/\/s\/\S+$/, '/s/…') ?? 'no link was sent'), link?.body);
    assert.equal(code?.purpose, 'sign_in_code');
    assert.doesNotMatch(code?.body ?? '', /https?:/);
    assert.doesNotMatch(
      (await house.visitor().get('/q/4?who=other')).body,
      /name="links"/,
      'who asks for somebody else cannot say it for them',
    );
  });

  test('jumping to the end with nothing typed leads back, and nothing is sent', async () => {
    const client = house.visitor();
    const before = await countReferrals();
    assert.equal((await client.get('/check')).headers.location, '/start');
    assert.equal((await client.get('/done')).headers.location, '/start');
    await client.get('/start');
    assert.equal((await client.post('/check', {})).statusCode, 409, 'no form was given to send');
    await answerPage(client, '/q/6', { helpers: 'Nobody' });
    await client.get('/check');
    const refused = await client.post('/check', {});
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /Answer or skip this first: What is going on for you\?/);
    assert.equal(await countReferrals(), before);
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
    const before = await countReferrals();
    const answers = await Promise.all([client.post('/check', {}), client.post('/check', {}), client.post('/check', {})]);
    assert.deepEqual(new Set(answers.map((answer) => answer.headers.location)), new Set(['/done']));
    assert.equal(await countReferrals(), before + 1);
    const tab = house.visitor();
    tab.cookies.set('door', client.cookies.get('door') ?? '');
    assert.equal((await tab.get('/q/2')).headers.location, '/done', 'the code opens what happens next instead');
    assert.equal(await countReferrals(), before + 1);
  });

  test('H1: when the connection dies while sending, nothing is half sent, the answers are kept, and sending again works', async () => {
    const client = house.visitor();
    await answerAll(client);
    await client.get('/check');
    const before = await countReferrals();
    // The database breaks at the last write of sending: everything before it is undone.
    await worker(async () => undefined);
    const { pool } = house.database;
    await pool.query(
      `create function break_once() returns trigger language plpgsql as $$ begin raise exception 'connection lost' using errcode = '57P01'; end $$`,
    );
    await pool.query(`create trigger break_once before update of referral_id on door_draft for each row execute function break_once()`);
    const broken = await client.post('/check', {});
    assert.ok(broken.statusCode >= 500);
    assert.match(textOf(broken.body), /Nothing you sent before is lost|Your words are still here/);
    assert.equal(await countReferrals(), before);
    await pool.query('drop trigger break_once on door_draft');
    await client.get('/check');
    assert.ok(textOf(client.page).includes('I cannot sleep'));
    assert.equal((await client.post('/check', {})).headers.location, '/done');
    assert.equal(await countReferrals(), before + 1);
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
    const happening = (await answersTo((await referralOf(client)).id)).find((one) => one.question === 'happening');
    assert.equal(happening?.words, last);
  });

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
    const answers = await answersTo((await referralOf(client)).id);
    assert.equal(answers.filter((one) => one.question === 'happening').length, 1);
  });

  test('personSees: as the referral moves, the code says where it stands in words, never the state’s name', async () => {
    const client = house.visitor();
    await askForHelp(client);
    const { id } = await referralOf(client);
    const priya = house.staffId('priya');
    await worker((tables) => tables.updateTable('referral').set({ state: 'in_triage', readerId: priya }).where('id', '=', id).execute());
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
