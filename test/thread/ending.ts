// An ending with a stay-well plan and the door left open; and coming back through it without a new form.
import assert from 'node:assert/strict';
import type { Leg } from './journey.ts';

export const endsAndComesBack: Leg = async (journey) => {
  journey.at(42, '10:00');
  const hands = await journey.as('siobhan', 'desk');
  await hands.go(`/people/${journey.person}/ending`);
  await hands.send('form[action$="/ending/plan"]');
  assert.match(await hands.reads(), /The ending is being planned\./);

  await hands.go(`/people/${journey.person}/plan`);
  await hands.press('form[action$="/plan/review"] button');
  await hands.type('stayWell', 'Walking with Jo on Sundays.');
  await hands.type('whoToCall', 'Jo, then the front door.');
  await hands.press('button[name="act"][value="share"]');
  await hands.send('form[action$="/plan/agree"]');

  await hands.go(`/people/${journey.person}/ending`);
  assert.match(await hands.reads(), /Walking with Jo on Sundays\./);
  await hands.send('form[action$="/ending/end"]');
  assert.deepEqual(
    (await hands.faults()).map((fault) => fault.split(/[ .]/)[0]),
    ['Offer', 'Say', 'Choose'],
    'in the order of the page',
  );
  await hands.choose('stay_well', 'yes');
  await hands.choose('measures', 'declined');
  await hands.pick('reason', 'aims_met');
  await hands.type('persons_view', 'I sleep. That is enough.');
  await hands.send('form[action$="/ending/end"]');
  assert.match(await hands.reads(), /Support has ended\. The door stays open\. Until [^.]+ they can come back without a new form\./);

  const { id } = await journey.one<{ id: string }>("select id from account where person_id = $1 and kind = 'person'", journey.person);
  const own = await journey.as(id, 'phone');
  await own.go('/me');
  assert.match(await own.reads(), /You can come back until/);
  await own.press('form[action="/me/come-back"] button');
  assert.match(await own.reads(), /Welcome back/);
  const back = await journey.one<{ state: string }>(
    'select state from referral where person_id = $1 order by received_at desc, id desc limit 1',
    journey.person,
  );
  assert.ok(['submitted', 'in_triage'].includes(back.state), back.state);
};
