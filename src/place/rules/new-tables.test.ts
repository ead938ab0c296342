// What no blueprint has, made in the rule room: a fact from answers at the front door, and a table that reads it, replayed, approved and explained.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { demoBlueprints, readPlace } from '../setting-up/read-place.ts';
import { askedQuestions } from './asked.ts';
import { inputOfFact, nameOfFact } from './facts.ts';

const editionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

test('MOS-2: whatever a fact is made from, it keeps the ground of its question, also turned round, so that no name hides one', () => {
  for (const { code: question, answers } of askedQuestions([])) {
    const grounded = answers.some(({ about }) => about !== undefined);
    for (const { code } of answers) {
      const rest = answers.map((one) => one.code).filter((one) => one !== code);
      for (const codes of [[code], rest]) {
        const made = inputOfFact({ name: 'own_a', label: 'Has a dog', question, codes });
        assert.equal(made?.about !== undefined, grounded, `${question} ${codes}`);
      }
    }
  }
  assert.ok(askedQuestions([]).length >= 4);
  const { place } = readPlace(demoBlueprints);
  const facts = place.facts.flatMap(({ inputs }) => inputs);
  assert.ok(
    askedQuestions(facts).every(({ code }) => !facts.some(({ name }) => name === code)),
    'what is a fact already is not made again',
  );
  assert.equal(nameOfFact('Cares for somebody!', []), 'own_cares_for_somebody');
  assert.equal(nameOfFact('Cares for somebody', ['own_cares_for_somebody']), 'own_cares_for_somebody_2');
  assert.match(nameOfFact('…', []), /^own_fact$/);
});

describe('tables that no blueprint has', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const { read: rows } = readingIn(() => house);

  const made = async (fields: Record<string, string | readonly string[]>) => {
    const dev = await house.as('dev');
    await dev.get('/rules/new-fact');
    return dev.post('/rules/new-fact', {
      blueprint: 'somerset-open-door',
      label: 'Cares for somebody',
      answers: ['about:caring'],
      ...fields,
    });
  };

  test('a fact is made once, from answers of one question, in words that may be said; and never changes', async () => {
    assert.equal((await made({})).statusCode, 303);
    for (const [fields, reason] of [
      [{}, /There is a fact by that name already/],
      [{ label: 'Worried about coming' }, /There is a fact by that name already/],
      [{ label: 'Wants both', answers: ['about:caring', 'do_they_know:yes'] }, /Choose answers of one question only/],
      [{ label: 'Wants nothing', answers: [] }, /Choose at least one answer/],
      [{ label: 'Too ill for us' }, /A rule may not say “Too ill”/],
      [{ label: 'Elsewhere', blueprint: 'no-such-place' }, /Choose whose rules may read it/],
      [{ label: 'Elsewhere', answers: ['wants:talk'] }, /Choose at least one answer/],
      [{ label: 'Everybody', answers: ['do_they_know:yes', 'do_they_know:no', 'do_they_know:not_sure'] }, /Leave at least one answer out/],
    ] as const) {
      const refused = await made(fields);
      assert.equal(refused.statusCode, 422, JSON.stringify(fields));
      assert.match(textOf(refused.body), reason);
    }
    const page = textOf((await (await house.as('priya')).get('/rules/facts')).body);
    assert.match(page, /Cares for somebody Yes when “What it is about” was answered “Caring for someone”\. Dev Patel/);
    assert.doesNotMatch(page, /Make a fact/, 'who may not write rules reads them only');
    const priya = await house.as('priya');
    await priya.get('/rules/facts');
    assert.equal(
      (await priya.post('/rules/new-fact', { blueprint: 'somerset-open-door', label: 'X', answers: ['about:caring'] })).statusCode,
      403,
    );
    for (const sql of ["update rule_fact set codes = '{work}'", 'delete from rule_fact', 'truncate rule_fact'])
      await assert.rejects(house.database.pool.query(sql), { code: 'OD002' }, sql);
  });

  test('MOS-2, H10: a table that no blueprint has is begun, written, replayed, approved by another, and explains itself from its first day', async () => {
    const dev = await house.as('dev');
    await dev.get('/rules/new');
    const there = await dev.post('/rules/new', { service: 'spa', purpose: 'fit', name: 'Another' });
    assert.equal(there.statusCode, 422);
    assert.match(textOf(there.body), /This service has such a table already/);
    await dev.get('/rules/new');
    const begun = await dev.post('/rules/new', { service: 'early-help', purpose: 'priority', name: 'Who comes first in early help' });
    assert.equal(begun.statusCode, 303, textOf(begun.body).slice(0, 400));
    const address = String(begun.headers.location);
    await dev.get('/rules/new');
    assert.equal((await dev.post('/rules/new', { service: 'early-help', purpose: 'priority', name: 'Twice' })).headers.location, address);
    assert.match(textOf((await dev.get(address)).body), /Version 1 of a new table\. .*The table has no rows/);
    assert.match(textOf((await dev.get('/rules')).body), /Who comes first in early help .*None in force .*Version 1: draft/);
    assert.equal((await dev.get('/rules/early-help/priority')).headers.location, address);

    for (const [sentence, cell, group, order] of [
      ['People who care for somebody come first.', ['yes'], 'Carers', '1'],
      ['Everybody else comes by the day of asking.', [], 'By the day of asking', '2'],
    ] as const) {
      await dev.get(`${address}/rows/new`);
      const saved = await dev.post(`${address}/rows/new`, {
        version: editionIn(dev.page),
        do: 'save',
        sentence,
        ...(cell.length > 0 ? { fact_0: 'own_cares_for_somebody', any_0: cell } : {}),
        give_group: group,
        give_order: order,
        reason: 'You told us.',
        changes: 'Tell us more.',
      });
      assert.equal(saved.statusCode, 303, textOf(saved.body).slice(0, 900));
    }
    const version = textOf((await dev.get(address)).body);
    assert.match(version, /Every cell can be read\./);
    assert.match(version, /Facts made here that it reads Cares for somebody Yes when “What it is about” was answered “Caring for someone”/);

    await dev.get(`${address}/replay`);
    assert.match(textOf(dev.page), /beside today, when no such table tells people apart/);
    await dev.post(`${address}/replay`, { months: '24' });
    assert.match(textOf((await dev.get(`${address}/replay`)).body), /Of about [\d,]+ people/);
    await dev.get(address);
    const proposed = await dev.post(`${address}/propose`, {
      version: editionIn(dev.page),
      starts: '2026-11-20',
      why: 'Carers wait worst.',
    });
    assert.equal(proposed.statusCode, 303, textOf(proposed.body).slice(0, 600));
    const martin = await house.as('martin');
    await martin.get(address);
    assert.equal((await martin.post(`${address}/approve`, { version: editionIn(martin.page), comment: '' })).statusCode, 303);
    assert.match(textOf((await martin.get('/rules/early-help/priority')).body), /Version 1\. In force since 20 November 2026/);

    const [caring] = await rows<{ id: string }>(
      `select r.id from referral r join team t on t.id = r.team_id where t.code = 'spa-team' and r.state = 'submitted' order by r.received_at desc limit 1`,
    );
    const referral = caring?.id ?? '';
    await house.database.pool.query(
      `alter table referral_answer disable trigger user;
       delete from referral_answer where referral_id = '${referral}' and question = 'about';
       insert into referral_answer (id, referral_id, person_id, category, question, status, codes, said_by, position, asked_at)
         select gen_random_uuid(), id, person_id, 'story', 'about', 'answered', '{caring}', 'person', 90, received_at from referral where id = '${referral}';
       update referral set received_at = '2026-11-20 07:00Z' where id = '${referral}';
       alter table referral_answer enable trigger user`,
    );
    const explained = textOf((await (await house.as('priya')).get(`/triage/${referral}/rules`)).body);
    assert.match(explained, /Who comes first in early help/);
    assert.match(explained, /People who care for somebody come first\./);
    assert.match(textOf((await dev.get('/rules/early-help/priority/reach')).body), /Whom “Who comes first in early help” reaches/);
  });

  test('S5.4: a fact made from what somebody uses sends nobody elsewhere', async () => {
    assert.equal((await made({ label: 'Has a dog', answers: ['about:substances'] })).statusCode, 303);
    const dev = await house.as('dev');
    await dev.get('/rules/early-help/eligibility');
    const address = String((await dev.post('/rules/early-help/eligibility/begin', { from: '1' })).headers.location);
    await dev.get(`${address}/rows/new`);
    const refused = await dev.post(`${address}/rows/new`, {
      version: editionIn(dev.page),
      do: 'save',
      sentence: 'People with a dog go to another team.',
      fact_0: 'own_has_a_dog',
      any_0: ['yes'],
      give_result: 'another-offer',
      give_offer: 'spa',
      give_team: 'spa-team',
      reason: 'Another team helps.',
      changes: 'Nothing.',
    });
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /because of drink or drugs\. No one may be turned away for that \(S5\.4\)/);
  });
});
