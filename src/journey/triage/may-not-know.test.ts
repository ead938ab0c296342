// Somebody for whom others asked, and who may not know of it: the door promises that they are spoken to first, and nothing may break that promise.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { answerAll, referralNamed, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';

describe('somebody who may not know that others asked', { concurrency: false }, () => {
  let house: TestHouse;
  let priya: Client;
  before(async () => {
    house = await openTestHouse();
    priya = await house.as('priya');
  });
  after(() => house?.close());

  const { read: rows } = readingIn(() => house);
  const sentTo = async (person: string): Promise<number> =>
    (await rows("select from message where person_id = $1 and audience = 'person' and state not in ('refused', 'cancelled')", [person]))
      .length;

  async function referred(
    name: string,
    agreement: 'agreed' | 'without_agreement',
    phone: string,
    more: Readonly<Record<string, string>> = {},
    client: Client = house.visitor(),
  ) {
    await client.get('/refer');
    const check = await client.post('/refer', {
      known_as: name, given_name: name, why_now: 'Bruises, and she goes quiet.', safety_none_known: 'yes', tried: 'The GP.', 'born-year': '1990',
      channels: ['text'], phone, agreement, agreement_reason: agreement === 'agreed' ? '' : 'To protect her.', urgency: 'weeks', setting: 'partner',
      referrer_name: 'Rowan Teal', referrer_job: 'housing officer', referrer_organisation: 'A council', referrer_phone: '01632 960144',
      referrer_email: 'rowan@council.example', ...more,
    }); // biome-ignore format: one form
    const form = formsOn(check.body).find(({ action }) => action === '/refer/send');
    assert.ok(form, textOf(check.body).slice(0, 300));
    assert.equal((await client.post('/refer/send', form.fields)).statusCode, 303);
    return referralNamed(house, name);
  }

  async function askedFor(name: string, know: string, phone: string) {
    const client = house.visitor();
    await client.get('/q/1?who=other');
    await client.post('/q/1', { who: 'other', happening: 'My son does not leave his room.' });
    await answerAll(client, {
      '/q/1': { happening: 'My son does not leave his room.' },
      '/q/4': { channels: ['text'], shared: 'no' },
      '/q/5': { known_as: name, own_name: 'Dot Lowe', own_phone: '01632 960155', phone, do_they_know: know },
    });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
    return referralNamed(house, name);
  }

  async function decide(id: string): Promise<string> {
    await priya.get(`/triage/${id}`);
    const form = formsOn(priya.page).find(({ action }) => action.endsWith('/decide'));
    assert.ok(form);
    const answer = await priya.post(form.action, { ...form.fields, step: form.fields.step ?? ['suggested'] });
    assert.equal(answer.statusCode, 303, textOf(answer.body).slice(0, 400));
    return textOf((await priya.follow(answer)).body);
  }

  const unknowing = [
    ['a referral without their agreement', () => referred('Wilma', 'without_agreement', '07700 900401')],
    ['somebody close to them, who says that they do not know', () => askedFor('Sonny', 'no', '07700 900402')],
    ['somebody close to them, who is not sure', () => askedFor('Sal', 'not_sure', '07700 900403')],
    ['somebody close to them, who leaves it out', () => askedFor('Sky', '', '07700 900404')],
  ] as const;
  for (const [whose, arrive] of unknowing)
    test(`S3.2, S10.1, H5: ${whose}: nobody is told until somebody has spoken with them`, async () => {
      const { id, personId: person } = await arrive();
      assert.equal(await sentTo(person), 0, 'no receipt');
      const desk = textOf((await priya.get(`/triage/${id}`)).body);
      assert.match(desk, /Do not contact them yet\. Speak first with whoever asked/);
      assert.match(desk, /may not know of this\. Speak first with (Rowan Teal, 01632 ?960144|Dot Lowe, 01632 ?960155)/);
      assert.match(desk, /What (Rowan Teal|Dot Lowe) told us/);
      assert.doesNotMatch(desk, /’s own words/);
      // They type the number themselves, or somebody who holds their phone does.
      const [point] = await rows<{ value: string }>("select value from contact_point where person_id = $1 and channel = 'text'", [person]);
      const stranger = house.visitor();
      await stranger.get('/me/sign-in');
      await stranger.post('/me/sign-in', { reach: point?.value ?? '' });
      assert.match(await decide(id), /No message was safe to send: you have a task to tell them/);
      assert.doesNotMatch(textOf((await priya.get(`/triage/${id}`)).body), /was told\./);
      assert.equal(await sentTo(person), 0, 'not the decision, and not a code');
      const [task] = await rows<{ words: string }>(
        "select words from task where person_id = $1 and kind = 'message.not_safe' order by created_at",
        [person],
      );
      assert.match(task?.words ?? '', /They may not know that somebody asked for help for them\. Speak first with whoever asked/);

      await priya.get(`/triage/${id}/reach`);
      const kept = await priya.post(`/triage/${id}/reach`, { channel: 'mobile_call', result: 'spoke', words: '' });
      assert.equal(kept.statusCode, 303, textOf(kept.body).slice(0, 400));
      assert.doesNotMatch(textOf((await priya.get(`/triage/${id}`)).body), /may not know of this/);
      const amount = await sentTo(person);
      const [offer] = await rows<{ id: string; team: string }>(
        "select o.id, t.code as team from offer o join team t on t.id = o.team_id where o.person_id = $1 and o.state = 'sent'",
        [person],
      );
      assert.ok(offer);
      await stranger.get('/me/sign-in');
      await stranger.post('/me/sign-in', { reach: point?.value ?? '' });
      assert.equal(await sentTo(person), amount + 1, 'once they know, they are reached as they were said to be');
    });

  const knowing = [
    ['a referral with their agreement', () => referred('Agnes', 'agreed', '07700 900405')],
    ['somebody close to them, who says that they know', () => askedFor('Ned', 'yes', '07700 900406')],
  ] as const;
  for (const [whose, arrive] of knowing)
    test(`8.5: ${whose}: they are told as ever`, async () => {
      const { id, personId: person } = await arrive();
      assert.equal(await sentTo(person), 1, 'the receipt');
      assert.doesNotMatch(textOf((await priya.get(`/triage/${id}`)).body), /may not know of this/);
      assert.match(await decide(id), /They have been told/);
      assert.equal(await sentTo(person), 2);
    });

  test('S3.2, S3.7, H5: a referral they agreed to goes on being told when another is linked that they may not know of, and their page says nothing of it', async () => {
    const same = {
      given_name: 'Idabelle',
      family_name: 'Quarrington',
      'born-day': '4',
      'born-month': '5',
      'born-year': '1987',
      postcode: 'TA1 2QX',
    };
    const phone = '07700 900409';
    const agreed = await referred('Ida', 'agreed', phone, same);
    assert.equal(await sentTo(agreed.personId), 1, 'the receipt');
    const other = await referred('Idabelle', 'without_agreement', phone, same);
    assert.equal(await sentTo(other.personId), 0);
    const [match] = await rows<{ id: string }>('select id from possible_match where referral_id = $1 and candidate_id = $2', [
      other.id,
      agreed.personId,
    ]);
    assert.ok(match, 'found to be the same');
    await priya.get(`/identity/${match.id}`);
    const form = formsOn(priya.page).find(({ fields }) => 'outcome' in fields || 'version' in fields);
    assert.equal((await priya.post(`/identity/${match.id}`, { ...form?.fields, outcome: 'same' })).statusCode, 303);

    const desk = async (id: string): Promise<string> => textOf((await priya.get(`/triage/${id}`)).body);
    const about = await desk(other.id);
    assert.match(about, /Do not contact them yet\. Speak first with whoever asked/);
    assert.match(about, /may not know of this\. Speak first with Rowan Teal/);
    const [row] = await rows<{ number: string }>('select number from referral where id = $1', [other.id]);
    const known = await desk(agreed.id);
    assert.match(known, new RegExp(`Text\\..*Do not speak of R-${row?.number}: they may not know of it\\.`));
    assert.doesNotMatch(known, /may not know of this\./);
    assert.match(await decide(agreed.id), /They have been told/, 'what they agreed to is told');
    const told = await sentTo(agreed.personId);
    const [point] = await rows<{ value: string }>("select value from contact_point where person_id = $1 and channel = 'text'", [
      agreed.personId,
    ]);
    const themselves = house.visitor();
    await themselves.get('/me/sign-in');
    await themselves.post('/me/sign-in', { reach: point?.value ?? '' });
    assert.equal(await sentTo(agreed.personId), told + 1, 'they may sign in');
    const [sent] = await rows<{ body: string }>("select body from message where person_id = $1 and purpose like 'sign_in%'", [
      agreed.personId,
    ]);
    await themselves.get('/me/sign-in/code');
    const opened = await themselves.post('/me/sign-in/code', {
      code: /code is (\w+)/.exec(sent?.body ?? '')?.[1] ?? '',
      'born-day': '4',
      'born-month': '5',
      'born-year': '1987',
    });
    assert.equal(opened.statusCode, 303, textOf(opened.body).slice(0, 300));
    assert.match(textOf((await themselves.get('/me')).body), /has found a next step/, 'of what they agreed to, though the other is newer');
    assert.match(await decide(other.id), /No message was safe to send/, 'and the other is not');
    assert.equal(await sentTo(agreed.personId), told + 1);

    await priya.get(`/triage/${other.id}/reach`);
    assert.equal((await priya.post(`/triage/${other.id}/reach`, { channel: 'mobile_call', result: 'spoke', words: '' })).statusCode, 303);
    assert.doesNotMatch(await desk(other.id), /may not know of this|Do not speak of/);
    assert.doesNotMatch(await desk(agreed.id), /Do not speak of/);
  });

  test('S3.2, S14.2: who asked for them in confidence is named on none of their pages until they know, and then on both', async () => {
    const joan = await house.as('joan');
    const { id, personId } = await referred('Wilfred', 'agreed', '07700 900431', {}, joan);
    const [account] = await rows<{ id: string }>('select id from account where person_id = $1', [personId]);
    const themselves = await house.asAccount(account?.id ?? '', 'person');
    const named = async (): Promise<boolean[]> =>
      Promise.all(['/me/looked', '/me/access'].map(async (path) => /Joan Pickup/.test(textOf((await themselves.get(path)).body))));
    assert.deepEqual(await named(), [true, true]);
    await rows('update referral set may_not_know = true where id = $1', [id]);
    assert.deepEqual(await named(), [false, false]);
    await rows('update referral set may_not_know = false where id = $1', [id]);
    assert.deepEqual(await named(), [true, true]);
  });

  test('3.1: a referrer’s wish for a reply today and what they know of agreement stand on the desk beside our own promise', async () => {
    const { id } = await referralNamed(house, 'Wilma');
    const desk = textOf((await priya.get(`/triage/${id}`)).body);
    assert.match(desk, /How soon do you ask for a reply\? Within weeks/);
    assert.match(desk, /Do they agree to this referral\? No, or I have not been able to ask\. To protect her\./);
    assert.match(desk, /Referred by Rowan Teal, housing officer, A council, 01632 ?960144/);
    assert.doesNotMatch(desk, /Asked, chose not to say/, 'the person has declined nothing: nobody asked them');
  });
});
