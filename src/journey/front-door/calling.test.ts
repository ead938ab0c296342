import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { askedOnCall, callSections, faultsOfCall, referralFromCall } from './calling.ts';
import { fieldsOf } from './question.ts';
import { selfQuestions } from './questions.ts';

const today = '2026-11-20';
const spoken = {
  door: 'phone',
  speaking: 'person',
  happening: 'I cannot face the post.\nIt piles up.',
  about: ['money'],
  safe_now: 'yes',
  known_as: 'Wyn',
  family_name: 'Barrow',
  'born-year': '1979',
  phone: '07700 900155',
  channels: ['phone'],
  shared: 'no',
} as const;

test('SOM-1, SOM-7: what is asked on the telephone is what the phone asks, each once', () => {
  const asked = Object.values<readonly string[]>(callSections).flat();
  assert.equal(new Set(asked).size, asked.length);
  const elsewhere = new Set(['rather_talk', 'ethnic_category', 'ethnicity_own_words', 'gender_identity', 'given_name', 'added']);
  for (const { code } of selfQuestions) assert.ok(asked.includes(code) || elsewhere.has(code), code);
});

test('SOM-1: a call makes the same referral as the six pages would', () => {
  const referral = referralFromCall(spoken, today);
  assert.equal(referral.door, 'phone');
  assert.equal(referral.kind, 'self');
  assert.equal(referral.person.born, '1979');
  assert.deepEqual(
    referral.person.contactPoints?.map(({ channel, safeToUse }) => [channel, safeToUse]),
    [
      ['text', 'not_safe'],
      ['phone', 'safe'],
    ],
  );
  const happening = referral.answers.find(({ question }) => question === 'happening');
  assert.deepEqual([happening?.words, happening?.category], [spoken.happening, 'story']);
  assert.ok(referral.answers.every(({ status }) => status !== 'declined'));
});

test('S3.3: a link may be sent where the person said so and nobody else sees it; whoever helps them cannot say it for them', () => {
  const links = (more: Parameters<typeof referralFromCall>[0]) =>
    referralFromCall({ ...spoken, channels: ['text', 'phone'], links: 'yes', ...more }, today).person.contactPoints?.map(
      ({ channel, maySendLinks }) => [channel, maySendLinks],
    );
  assert.deepEqual(links({}), [
    ['text', true],
    ['phone', false],
  ]);
  for (const more of [
    { shared: 'yes_or_not_sure' },
    { shared: '' },
    { links: 'no' },
    { links: '' },
    { speaking: 'helper', own_name: 'Dot' },
  ])
    assert.ok(
      links(more)?.every(([, may]) => may === false),
      JSON.stringify(more),
    );
});

test('somebody who speaks for another is the helper, and the person is the person', () => {
  const referral = referralFromCall({ ...spoken, speaking: 'helper', own_name: 'Dot', own_relation: 'sister', do_they_know: 'no' }, today);
  assert.equal(referral.kind, 'carer');
  assert.equal(referral.referrer?.name, 'Dot');
  assert.deepEqual(referral.person.relatedPeople, [{ name: 'Dot', relationship: 'sister' }]);
  assert.ok(faultsOfCall({ ...spoken, speaking: 'helper' }, today).some(({ field }) => field === 'own_name'));
});

test('whatever is left out, one thing that is happening is enough; every fault names a field of the page', () => {
  assert.deepEqual(faultsOfCall({ door: 'walk_in', speaking: 'person', happening: 'x' }, today), []);
  const names = askedOnCall.flatMap((question) => [question.code, ...fieldsOf(question)]);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('yes', 'no', 'phone', 'person'))),
      (fields) => {
        const faults = faultsOfCall(fields, today);
        for (const { field, message } of faults) {
          assert.ok(names.includes(field), field);
          assert.match(message, /\.$/);
        }
        assert.equal(new Set(faults.map(({ field }) => field)).size, faults.length);
        if (faults.length === 0) assert.notEqual(referralFromCall(fields, today).answers.length, 0);
      },
    ),
  );
});

describe('taking a call', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  test('SOM-7: a call is taken on one page, kept as it is typed, and ends in a number to read out', async () => {
    const priya = await house.as('priya');
    const page = await priya.get('/call');
    assert.equal(page.statusCode, 200);
    const draft = { form: 'call', subject: 'new', version: '0', page: 'p', fields: JSON.stringify(spoken) };
    const kept = await priya.post('/draft', draft);
    assert.equal(kept.statusCode, 200, kept.body.slice(0, 200));
    assert.match((await priya.get('/call')).body, /It piles up\./);
    const sent = await priya.post('/call', { ...spoken, draft_version: '1' });
    assert.equal(sent.statusCode, 303, textOf(sent.body).slice(0, 400));
    const told = await priya.follow(sent);
    assert.match(textOf(told.body), /Your number is \d+\./);
    const referral = String(sent.headers.location).split('/').at(-1);
    assert.match((await priya.get(`/triage/${referral}`)).body, /I cannot face the post/);
    assert.doesNotMatch((await priya.get('/call')).body, /It piles up\./);
    const malik = await house.as('malik');
    assert.equal((await malik.get(String(sent.headers.location))).statusCode, 404);
  });

  test('S2.7: an answer that may mean danger shows the lines first and is a task for today', async () => {
    const priya = await house.as('priya');
    await priya.get('/call');
    const wrong = await priya.post('/call', { ...spoken, safe_now: 'no', happening: '', about: undefined });
    assert.equal(wrong.statusCode, 422);
    assert.match(textOf(wrong.body), /Write at least one thing that is happening\./);
    assert.ok(wrong.body.indexOf('Read these out') < wrong.body.indexOf('How they came'));
    await priya.get('/call');
    const sent = await priya.post('/call', { ...spoken, safe_now: 'no' });
    assert.equal(sent.statusCode, 303);
    const { rows } = await house.database.pool.query("select count(*)::int as count from task where kind = 'safety.answer'");
    assert.deepEqual(rows, [{ count: 1 }]);
  });

  test('who does not speak with people at the door has no such page', async () => {
    assert.equal((await (await house.as('grace')).get('/call')).statusCode, 403);
    assert.equal((await house.visitor().get('/call')).statusCode, 303);
  });
});
