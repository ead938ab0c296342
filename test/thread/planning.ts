// The plan, in the person's words and in two voices; then the person opens their own page by a safe way and sees it, what is booked, and who looked.
import assert from 'node:assert/strict';
import type { Leg } from './journey.ts';

const goal = 'Sleep through, and wake in my own bed.';

export const planInTwoVoices: Leg = async (journey) => {
  journey.at(6, '14:20');
  const hands = await journey.as('siobhan', 'desk');
  await hands.go(`/people/${journey.person}/plan`);
  await hands.press('form[action$="/plan/begin"] button');
  await hands.type('whatMatters', 'My sister, and my own front door.');
  await hands.type('goal_0_words', goal);
  await hands.type('step_0_0_what', 'Put the lamp beside the bed');
  await hands.pick('step_0_0_owner', 'person');
  await hands.press('button[name="act"][value="share"]');
  assert.match(await hands.reads(), /Saved and shared\./);
  await hands.type('persons_difference', 'I would rather start after Christmas.');
  await hands.type('workers_difference', 'I would start with one small thing now.');
  await hands.type('review_on', '2026-01-01');
  await hands.send('form[action$="/plan/agree"]');
  await hands.faults();
  await hands.type('review_on', journey.day(60));
  await hands.send('form[action$="/plan/agree"]');
  assert.match(await hands.reads(), /Agreed\. Both voices are kept\./);
};

export const theirOwnPage: Leg = async (journey) => {
  journey.at(6, '14:40');
  const hands = await journey.as(null, 'phone');
  await hands.go('/me/sign-in');
  await hands.press('main form[action="/me/sign-in"] button.nhsuk-button');
  assert.match((await hands.faults()).join(), /Enter the number/);
  await hands.type('reach', journey.way.phones[0]);
  await hands.press('main form[action="/me/sign-in"] button.nhsuk-button');
  const outbox = await journey.outbox();
  const code = /your code is (\w{3} ?\w{3})/i.exec(outbox)?.[1] ?? '';
  assert.notEqual(code, '', 'the outbox shows the code');
  await hands.type('code', 'AAA AAA');
  await hands.press('main form[action="/me/sign-in/code"] button.nhsuk-button');
  assert.match((await hands.faults()).join(), /did not open your page/);
  await hands.type('code', code);
  await hands.press('main form[action="/me/sign-in/code"] button.nhsuk-button');
  const said = await hands.reads();
  assert.match(said, new RegExp(`Hello ${journey.way.asks}`));
  assert.match(said, /You meet Siobhan tomorrow at 2pm\./);
  assert.ok(said.includes(goal), 'the plan in their words');
  await hands.press('form[action^="/me/appointments/"][action$="/confirm"] button');
  assert.match(await hands.reads(), /Siobhan knows you’ll be there/);
  await hands.press('a[href="/me/plan"]');
  const plan = await hands.reads();
  for (const voice of ['I would rather start after Christmas.', 'I would start with one small thing now.']) assert.ok(plan.includes(voice));
  await hands.press('a[href^="/me"]:not([href*="plan"])');
  await hands.press('a[href="/me/looked"]');
  const looked = await hands.reads();
  for (const who of [/Priya/, /Siobhan/]) assert.match(looked, who);
};
