import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { answerAll, answerPage, askForHelp, asWorker, ellie, referralOf, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse } from '../../../test/harness/house.ts';
import { doorTexts } from './texts.ts';

const house = await openTestHouse();

describe('asking for help', () => {
  after(() => house.close());

  const answersTo = (referralId: string) =>
    asWorker(house, (tables) =>
      tables.selectFrom('referralAnswer').selectAll().where('referralId', '=', referralId).orderBy('position').execute(),
    );

  test('SOM-7: somebody asks for help without an account or a script, and learns who, what and by when', async () => {
    const client = house.visitor();
    const done = textOf(await askForHelp(client));
    const referral = await referralOf(house, client);
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
    assert.deepEqual([(await referralOf(house, own)).door, (await referralOf(house, own)).kind], ['self', 'self']);
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
    const referral = await referralOf(house, carer);
    assert.deepEqual([referral.door, referral.kind, referral.referrerName], ['carer', 'carer', 'Jo Hill']);
    const messages = await asWorker(house, (tables) =>
      tables.selectFrom('message').select('id').where('personId', '=', referral.personId).execute(),
    );
    assert.equal(messages.length, 0, 'S3.8: nobody is written to who does not know');
  });

  test('fields §6: each answer is kept in its category, with who said it, and silence as what it is', async () => {
    const client = house.visitor();
    await answerAll(client, { '/q/6': { skip: 'yes' } });
    await client.get('/check');
    await client.post('/check', {});
    const answers = await answersTo((await referralOf(house, client)).id);
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
    const { id, personId, teamId } = await referralOf(house, client);
    const clocks = await asWorker(house, (tables) =>
      tables.selectFrom('clock').select(['kind', 'dueAt', 'stoppedAt']).where('subjectId', '=', id).execute(),
    );
    assert.deepEqual(clocks.map((clock) => clock.kind).sort(), ['ACK', 'RESPONSE', 'TRIAGE', 'WHOLEWAIT']);
    assert.ok(clocks.find((clock) => clock.kind === 'ACK')?.stoppedAt, 'the receipt was shown');
    assert.equal(
      clocks.find((clock) => clock.kind === 'TRIAGE')?.dueAt?.toISOString(),
      '2026-11-24T17:00:00.000Z',
      '2 working days from Friday',
    );
    const reasons = await asWorker(house, (tables) =>
      tables.selectFrom('access').select(['relationship', 'teamId']).where('personId', '=', personId).execute(),
    );
    assert.deepEqual(reasons.map((one) => one.relationship).sort(), ['holds_referral', 'self']);
    assert.ok(reasons.some((one) => one.teamId === teamId));
    const events = await asWorker(house, (tables) =>
      tables.selectFrom('journeyEvent').select('kind').where('subjectId', '=', id).execute(),
    );
    assert.deepEqual(
      events.map((event) => event.kind),
      ['referral.submitted'],
    );
  });

  test('MOS-7, S7: every question can be skipped and the referral is still whole', async () => {
    const client = house.visitor();
    const skip = { skip: 'yes' };
    await askForHelp(client, Object.fromEntries(Object.keys(ellie).map((path) => [path, skip])));
    const referral = await referralOf(house, client);
    const answers = await answersTo(referral.id);
    assert.ok(answers.length > 0 && answers.every((one) => one.status === 'declined'));
    const { willContactUs } = await asWorker(house, (tables) =>
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
      const referral = await referralOf(house, client);
      const tasks = await asWorker(house, (tables) =>
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

  test('S2.7, SOM-10: whoever may not be safe is promised the duty’s own time, in every place that names a day, and stands first in the queue', async () => {
    const client = house.visitor();
    await answerPage(client, '/q/1', { happening: 'I shake all day.' });
    await answerPage(client, '/q/3', { safe_now: 'no' });
    await answerPage(client, '/now', { contact_today: 'yes', thoughts_of_ending_life: 'yes', nowhere_safe: 'yes' });
    const preview = textOf((await client.get('/q/4')).body);
    const text = 'thank you for your message. You will hear back by Friday 20 Nov.';
    assert.ok(preview.includes(`Hi there, ${text}`), 'the lock screen before choosing');
    await answerPage(client, '/q/4', { channels: ['text'], shared: 'yes_or_not_sure' });
    await answerPage(client, '/q/5', { known_as: 'Zed', phone: '07700 900777' });
    const check = textOf((await client.get('/check')).body);
    assert.match(check, /What makes you feel unsafe Thoughts of ending my life Nowhere safe to be tonight/);
    assert.match(check, /Asked us to make contact today/);
    await client.post('/check', {});
    const referral = await referralOf(house, client);
    const [receipt] = await asWorker(house, (tables) =>
      tables.selectFrom('message').select('body').where('personId', '=', referral.personId).execute(),
    );
    assert.ok(receipt?.body.endsWith(text), receipt?.body);
    const priya = await house.as('priya');
    const queue = textOf((await priya.get('/triage')).body);
    assert.ok(queue.indexOf('Zed') < queue.indexOf('Ellie Ford'), 'before what is promised for Tuesday');
    const desk = textOf((await priya.get(`/triage/${referral.id}`)).body);
    assert.match(
      desk,
      /Zed said they are not safe right now\. Thoughts of ending my life\. Nowhere safe to be tonight\. Asked us to make contact today/,
    );
    assert.doesNotMatch(desk, /[a-z]_[a-z]/, 'no answer shows by its code');
    assert.doesNotMatch(desk, /We do not know: feeling unsafe at home/, 'nowhere safe to be is an answer to it');
    await client.get('/done/add');
    await client.post('/done/add', { added: 'Not on Monday' });
    assert.match(textOf((await priya.get(`/triage/${referral.id}`)).body), /Added later, Friday 20 Nov at \S+ Not on Monday/);
    // At night the promise is for the day on which duty next begins.
    const before = house.clock.now().toISOString();
    house.clock.set('2026-11-20T23:10:00Z');
    try {
      const night = house.visitor();
      await answerPage(night, '/q/1', { happening: 'I shake all night.' });
      await answerPage(night, '/q/3', { safe_now: 'no' });
      await answerPage(night, '/now', { contact_today: 'yes' });
      await answerPage(night, '/q/4', { skip: 'yes' });
      await answerPage(night, '/q/5', { skip: 'yes' });
      await night.get('/check');
      const done = textOf((await night.follow(await night.post('/check', {}))).body);
      assert.match(done, /You will hear from the Front door team by Saturday 21 November/);
      assert.doesNotMatch(done, /Today\. A person reads it/, 'nobody is there to read it today');
      assert.equal((await referralOf(house, night)).decideBy.toISOString(), '2026-11-21T12:00:00.000Z');
    } finally {
      house.clock.set(before);
    }
  });

  test('S2.7: whoever changes what they said about being safe comes back to check their answers', async () => {
    const client = house.visitor();
    await answerAll(client);
    const changed = await answerPage(client, '/q/3?from=check', { safe_now: 'not_sure', from: 'check' });
    assert.equal(changed.headers.location, '/now?from=check');
    await client.get('/now?from=check');
    const form = formsOn(client.page).find(({ action }) => action === '/now');
    assert.ok(form);
    assert.equal((await client.post(form.action, { ...form.fields, skip: 'yes' })).headers.location, '/check');
  });

  test('4.1: what happens next says nothing of reading it once it was read', async () => {
    const client = house.visitor();
    await askForHelp(client);
    assert.match(textOf((await client.get('/done')).body), /A person reads it, not a machine/);
    const priya = await house.as('priya');
    const { id } = await referralOf(house, client);
    await priya.get(`/triage/${id}`);
    const done = textOf((await client.get('/done')).body);
    assert.match(done, /Priya is reading what you told us/);
    assert.doesNotMatch(done, /A person reads it, not a machine/);
  });

  test('S2.7: when nobody is on duty, what to do until then is said instead', async () => {
    const before = house.clock.now().toISOString();
    house.clock.set('2026-11-21T02:00:00Z');
    try {
      const client = house.visitor();
      await answerPage(client, '/q/1', { rather_talk: 'yes' });
      const now = textOf((await client.follow(await answerPage(client, '/q/3', { safe_now: 'no' }))).body);
      assert.ok(now.includes(house.place.blueprint.help.outOfHours.trim().replaceAll(/\s+/g, ' ')));
      assert.match(now, /Yes, get in touch as soon as you can/);
      assert.doesNotMatch(now, /contact me today/, 'nobody is there to keep it');
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
    const { personId } = await referralOf(house, client);
    const [message] = await asWorker(house, (tables) =>
      tables.selectFrom('message').select('body').where('personId', '=', personId).execute(),
    );
    assert.equal(message?.body, plain);
  });

  test('S3.3, S3.4: a link to their page goes only to who said so and alone sees it, as the page showed before; else a code', async () => {
    const ways = { channels: ['text'], links: 'yes' } as const;
    const told = [];
    for (const [at, shared] of (['no', 'yes_or_not_sure'] as const).entries()) {
      const client = house.visitor();
      const phone = `07700 90073${at}`;
      await askForHelp(client, { '/q/4': { ...ways, shared }, '/q/5': { phone } });
      const { personId } = await referralOf(house, client);
      assert.equal((await client.post('/me/sign-in', { reach: phone })).headers.location, '/me/sign-in/code');
      const messages = asWorker(house, (tables) =>
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
});
