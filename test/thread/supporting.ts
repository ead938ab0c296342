// Support: a named worker says yes with two strands, books a meeting, writes the note with its scores on one page, and the reminder goes by the safe way.
import assert from 'node:assert/strict';
import type { Journey, Leg } from './journey.ts';

const worker = 'siobhan';

async function accepts(journey: Journey, referral: string): Promise<void> {
  const { id } = await journey.one<{ id: string }>(
    "select o.id from offer o join team t on t.id = o.team_id where o.referral_id = $1 and o.state = 'sent' and t.code = 'early-help-team'",
    referral,
  );
  const hands = await journey.as(worker, 'desk');
  await hands.go('/offers');
  await hands.press(`a[href="/offers/${id}"]`);
  await hands.press('form[action$="/accept"] button.nhsuk-button');
  assert.match((await hands.faults()).join(), /how they said yes/i);
  await hands.choose('strands', 'practical');
  await hands.choose('strands', 'peer');
  await hands.choose('agreed_how', 'phone');
  await hands.send('form[action$="/accept"]');
  assert.match(await hands.reads(), /Support has begun\./);
}

export const aWorkerSaysYes: Leg = async (journey) => {
  journey.at(0, '10:30');
  await accepts(journey, journey.referredReferral);
  await accepts(journey, journey.referral);
  const { strands, key_worker } = await journey.one<{ strands: string[]; key_worker: string }>(
    `select a.name as key_worker, array_agg(s.kind order by s.kind) as strands from enrolment e join account a on a.id = e.key_worker_id
     join strand s on s.enrolment_id = e.id where e.person_id = $1 group by a.name`,
    journey.person,
  );
  assert.deepEqual([key_worker, strands], ['Siobhan Keane', ['peer', 'practical']]);

  const hands = await journey.as(worker, 'desk');
  await hands.go('/my-day');
  await hands.find(`${journey.way.asks} Marsh`);
  assert.ok(hands.page.url().endsWith(`/people/${journey.person}`));
  await hands.press(`a[href="/people/${journey.person}/sessions/new"]`);
  await hands.type('date', journey.day(3));
  await hands.type('time', 'soon');
  await hands.type('place', 'The library');
  await hands.press('main form button.nhsuk-button');
  assert.match((await hands.faults()).join(), /Write a time/);
  await hands.type('time', '2pm');
  await hands.send(`form[action="/people/${journey.person}/sessions"]`);
  assert.match(await hands.reads(), /Booked for Monday/);
};

/** Five items at 2 and five at 3 are 25. */
const scores = [2, 2, 2, 2, 2, 3, 3, 3, 3, 3];

export const writesTheNote: Leg = async (journey) => {
  journey.at(3, '15:00');
  const { id } = await journey.one<{ id: string }>('select id from support_session where person_id = $1', journey.person);
  const hands = await journey.as(worker, 'desk');
  await hands.go('/my-day');
  await hands.press(`a[href="/sessions/${id}/note"]`);
  await hands.choose('came', 'attended');
  await hands.type('did', 'We talked about nights.');
  if (hands.scripts) {
    await hands.page.locator('[data-save-note]', { hasText: /Saved/ }).waitFor();
    await hands.page.reload();
    assert.equal(await hands.page.locator('[name="did"]').inputValue(), 'We talked about nights.', 'kept as it was typed');
  }
  for (const [index, score] of scores.entries()) await hands.type(`item_${index + 1}`, index === 9 ? '7' : String(score));
  await hands.type('agreed', 'A lamp beside the bed.');
  await hands.choose('concern', 'no');
  await hands.send('form[data-draft]');
  assert.match((await hands.faults()).join(), /item 10/i);
  assert.equal(await hands.page.locator('[name="agreed"]').inputValue(), 'A lamp beside the bed.');
  await hands.type('item_10', '3');
  await hands.type('next_date', journey.day(7));
  await hands.type('next_time', '2pm');
  await hands.choose('shared', 'yes');
  await hands.send('form[data-draft]');
  const said = await hands.reads();
  assert.match(said, /Note saved\. The next appointment is booked\./);
  assert.match(said, /One score so far: 25\./, 'the score is shown on the record');

  const reminder = (state: string): RegExp =>
    new RegExp(`Text to ${journey.way.phones[0]} 3pm ${state}.{1,160}you are meeting Siobhan on Friday[^.]*2pm[^.]*\\. Reply YES, NO`);
  assert.match(await journey.outbox(), reminder('Waits until Thursday'), 'not before the day before');
  journey.at(6, '14:05');
  assert.match(await journey.outbox(), reminder('Would have gone'), 'then by the way that is safe, in words that are');
};
