// What a clinician writes down at the desk of facts that no form asked: through the pages of a whole house.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { answerAll, referralNamed, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { hasSafetyConcern, saysUnsafe } from './facts.ts';

describe('writing down what was heard', { concurrency: false }, () => {
  let house: TestHouse;
  let priya: Client;
  before(async () => {
    house = await openTestHouse();
    priya = await house.as('priya');
  });
  after(() => house?.close());

  const { read: rows } = readingIn(() => house);
  async function referred(name: string) {
    const client = house.visitor();
    await client.get('/refer');
    const check = await client.post('/refer', {
      known_as: name, given_name: name, why_now: 'She goes quiet.', safety_none_known: 'yes', tried: 'The GP.', 'born-year': '1990', wants: 'Some rest.',
      channels: ['text'], phone: '07700 900411', shared: 'no', agreement: 'agreed', urgency: 'weeks', setting: 'partner', referrer_name: 'Rowan Teal',
      referrer_job: 'housing officer', referrer_organisation: 'A council', referrer_phone: '01632 960144', referrer_email: 'rowan@council.example',
    }); // biome-ignore format: one form
    const form = formsOn(check.body).find(({ action }) => action === '/refer/send');
    assert.ok(form, textOf(check.body).slice(0, 300));
    assert.equal((await client.post('/refer/send', form.fields)).statusCode, 303);
    return referralNamed(house, name);
  }

  /** The form as somebody fills it in: what it holds, with these answers beside. */
  async function filled(id: string, answers: readonly string[], more: Readonly<Record<string, string>> = {}, who: Client = priya) {
    const page = await who.get(`/triage/${id}/heard`);
    const form = formsOn(page.body).find(({ action }) => action.endsWith('/heard'));
    assert.ok(form, textOf(page.body).slice(0, 300));
    const { number_of: facts = [], number = [], answer = [], ...hidden } = form.fields;
    const named = answers.map((one) => one.split('=')[0]);
    return {
      ...hidden,
      answer: [...answer.filter((one) => one && !named.includes(one.split('=')[0])), ...answers],
      number_of: facts,
      number: facts.map((fact, at) => more[fact] ?? number[at] ?? ''),
    };
  }

  test('SOM-10, SOM-14: what was heard changes what is suggested, stands on the desk with who said it, and sends nothing', async () => {
    const { id, personId: person } = await referred('Wren');
    await priya.get(`/triage/${id}`);
    assert.match(priya.page, new RegExp(`href="/triage/${id}/heard"`));
    assert.match(priya.page, new RegExp(`href="/triage/${id}/heard#of-[a-z_]+"`), 'what we do not know leads to where it is written down');
    const messages = await rows('select id from message where person_id = $1', [person]);
    const fields = await filled(id, ['previous_talking_therapies=did_not_help', 'children_at_home=yes'], {
      home_at_risk_within_days: '21',
    });

    const unsaid = await priya.post(`/triage/${id}/heard`, fields);
    assert.equal(unsaid.statusCode, 422);
    assert.match(textOf(unsaid.body), /Say who told you/);
    assert.match(unsaid.body, /value="previous_talking_therapies=did_not_help" selected/);
    assert.match(unsaid.body, /name="number"[^>]*value="21"|value="21"[^>]*name="number"/);

    const kept = await priya.post(`/triage/${id}/heard`, { ...fields, said_by: 'referrer' });
    assert.equal(kept.statusCode, 303, textOf(kept.body).slice(0, 400));
    const desk = textOf((await priya.follow(kept)).body);
    assert.match(desk, /Kept\. Nothing is sent\./);
    assert.match(desk, /You may lose your home soon, so someone helps with that within 72 hours/);
    assert.match(desk, /Talking therapies were not right for you before/);
    assert.match(desk, /How talking therapies went before It did not help\. Somebody at work with them said so/);
    assert.match(desk, /Days until the home may be lost 21 days\./);
    assert.deepEqual(await rows('select id from message where person_id = $1', [person]), messages);
    const [answer] = await rows(
      "select category, said_by, status, codes, created_by is not null as by_somebody from referral_answer where referral_id = $1 and question like 'heard%children_at_home'",
      [id],
    );
    assert.partialDeepStrictEqual(answer, {
      category: 'safety',
      said_by: 'referrer',
      status: 'answered',
      codes: ['yes'],
      by_somebody: true,
    });
  });

  test('what was written is put right by writing again, the first words stay, and nothing chosen changes nothing', async () => {
    const { id } = await referralNamed(house, 'Wren');
    const count = async () => (await rows("select 1 from referral_answer where referral_id = $1 and question like 'heard%'", [id])).length;
    const before = await count();
    const same = await priya.post(`/triage/${id}/heard`, { ...(await filled(id, [])), said_by: 'person' });
    assert.match(textOf((await priya.follow(same)).body), /Nothing was changed/);
    assert.equal(await count(), before);
    const fields = await filled(id, ['children_at_home=no'], { home_at_risk_within_days: '' });
    assert.equal((await priya.post(`/triage/${id}/heard`, { ...fields, said_by: 'person' })).statusCode, 303);
    assert.equal(await count(), before + 2);
    const desk = textOf((await priya.get(`/triage/${id}`)).body);
    assert.match(desk, /Children at home No\. They said so/);
    assert.match(desk, /Days until the home may be lost Not known/i);
    assert.doesNotMatch(desk, /You may lose your home soon/);
  });

  test('S10.1, S3.3: abuse at home comes first and today; whoever wrote it is told to think of safe contact, and no message says it', async () => {
    const { id, personId: person } = await referred('Wynn');
    await priya.get(`/triage/${id}`);
    const kept = await priya.post(`/triage/${id}/heard`, { ...(await filled(id, ['domestic_abuse=not_sure'])), said_by: 'referrer' });
    const desk = textOf((await priya.follow(kept)).body);
    assert.match(desk, /ask how it is safe to reach them\. Raise a concern where one is due/);
    assert.match(desk, /how it is safe to be in touch, before anything else/);
    assert.match(textOf((await priya.get('/triage?show=safety')).body), /Wynn/, 'it counts as a safety answer in the list');
    await priya.get(`/triage/${id}`);
    const form = formsOn(priya.page).find(({ action }) => action.endsWith('/decide'));
    assert.ok(form);
    assert.equal((await priya.post(form.action, { ...form.fields, step: ['suggested'] })).statusCode, 303);
    const sent = await rows<{ subject: string; body: string }>('select subject, body from message where person_id = $1', [person]);
    assert.ok(sent.length > 0);
    for (const { subject, body } of sent) assert.doesNotMatch(`${subject} ${body}`, /abuse|violen|unsafe|at home/i);
    assert.match(
      textOf((await priya.get(`/triage/${id}/heard`)).body),
      /Nothing is open/,
      'after the decision nothing is written under it',
    );
  });

  test('a suggestion that somebody has open is not saved unseen once more was heard; nor is what two write at once', async () => {
    const { id } = await referred('Wilf');
    const again = await house.as('priya');
    await priya.get(`/triage/${id}`);
    const open = formsOn(priya.page).find(({ action }) => action.endsWith('/decide'));
    assert.ok(open);
    const second = await filled(id, ['complex_emotional_needs=no'], {}, again);
    assert.equal((await again.post(`/triage/${id}/heard`, { ...second, said_by: 'person' })).statusCode, 303);
    assert.equal((await priya.post(open.action, { ...open.fields, step: ['suggested'] })).statusCode, 409);
    assert.equal((await priya.post(`/triage/${id}/heard`, { ...second, answer: ['eating=yes'], said_by: 'person' })).statusCode, 409);
  });

  test('S14.1: only triage writes it down; a value nobody offers is met with what to do', async () => {
    const { id } = await referred('Willa');
    for (const code of ['siobhan', 'beth', 'joan']) {
      const client = await house.as(code);
      assert.equal((await client.get(`/triage/${id}/heard`)).statusCode, 403, code);
    }
    const fields = await filled(id, []);
    for (const answer of ['eating=<script>', 'domestic_abuse=constructor', 'safe_now=nobody'])
      assert.equal((await priya.post(`/triage/${id}/heard`, { ...fields, answer: [answer], said_by: 'person' })).statusCode, 422, answer);
    const unknown = await priya.post(`/triage/${id}/heard`, {
      ...fields,
      answer: ['opd_screened_in=yes', 'age=3', 'no_such=yes'],
      said_by: 'person',
    });
    assert.match(textOf((await priya.follow(unknown)).body), /Nothing was changed/, 'what is not asked here is not kept');
  });

  test('S3.3, SOM-7: what was heard is not on the page with what somebody sent themselves', async () => {
    const client = house.visitor();
    await client.get('/q/1');
    await answerAll(client, {
      '/q/1': { happening: 'It is too much.' },
      '/q/4': { channels: ['text'], shared: 'no' },
      '/q/5': { known_as: 'Winnie', phone: '07700 900412' },
    });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
    const { id } = await referralNamed(house, 'Winnie');
    await priya.get(`/triage/${id}`);
    const kept = await priya.post(`/triage/${id}/heard`, { ...(await filled(id, ['domestic_abuse=yes'])), said_by: 'person' });
    assert.equal(kept.statusCode, 303, textOf(kept.body).slice(0, 300));
    const copy = textOf((await client.get('/done/copy')).body);
    assert.match(copy, /It is too much/);
    assert.doesNotMatch(copy, /abuse|heard_/i);
  });

  test('S2.7: the list marks who may not be safe by the very answers for which a slower decision needs a second clinician, however they were written down', async () => {
    const { id, personId } = await referred('Wallis');
    const marked = async (): Promise<boolean> => /Wallis/.test(textOf((await priya.get('/triage?show=safety')).body));
    assert.equal(await marked(), false);
    const given = [...Object.keys(saysUnsafe), 'eating', 'heard', 'heard_about_us', 'xheard_9_self_harm'].flatMap((fact) =>
      ['yes', 'no', 'not_sure'].flatMap((code) => ['answered', 'declined'].map((status) => ({ fact, code, status }))),
    );
    for (const { fact, code, status } of given)
      for (const question of [fact, `heard_91_${fact}`]) {
        await rows('delete from referral_answer where referral_id = $1', [id]);
        await rows(
          `insert into referral_answer (id, referral_id, person_id, category, question, status, codes, said_by, position, asked_at)
           values (gen_random_uuid(), $1, $2, 'safety', $3, $4, $5, 'person', 91, now())`,
          [id, personId, question, status, [code]],
        );
        const answer = { question, status, codes: [code], words: '' };
        assert.equal(await marked(), hasSafetyConcern([answer]), `${question} ${status} ${code}`);
      }
  });
});
