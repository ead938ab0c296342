// The front door: somebody who may be known already, then a decision with its reasons by whoever reads first, and the two messages that follow.
import assert from 'node:assert/strict';
import type { Hands } from '../harness/hands.ts';
import type { Leg } from './journey.ts';

/** The words of every preview on the page, as the outbox would say them. */
const previewed = async (hands: Hands): Promise<string[]> => {
  const previews = await hands.page.locator('.od-lock').all();
  const parts = await Promise.all(previews.map((preview) => preview.locator('.od-lock__text').allInnerTexts()));
  return parts.map((texts) => texts.join(' ').replaceAll(/\s+/g, ' ').trim());
};

export const knowsThemAlready: Leg = async (journey) => {
  journey.at(0, '09:20');
  const { id, match } = await journey.one<{ id: string; match: string }>(
    `select r.id, m.id as match from referral r join person p on p.id = r.person_id join possible_match m on m.referral_id = r.id
     where r.kind = 'imported' and p.given_name = $1 and m.state = 'open' order by m.probability desc limit 1`,
    journey.way.referred,
  );
  const hands = await journey.as('priya', 'desk');
  await hands.go(`/triage/${id}`);
  await hands.press(`a[href="/identity/${match}"]`);
  const said = await hands.reads();
  assert.match(said, new RegExp(`Do we know ${journey.way.referred} \\w+ already\\?`));
  assert.match(said, /Same/, 'reasons for');
  await hands.press(`form[action="/identity/${match}"] button.nhsuk-button`);
  assert.match((await hands.faults()).join(), /Choose an answer/);
  await hands.choose('outcome', 'same');
  await hands.send(`form[action="/identity/${match}"]`);
  assert.match(await hands.reads(), /Saved: the same person.*These are one person.*Undo/s);
  const linked = await journey.one<{ person_id: string; known: string }>(
    'select person_id, (select person_id from referral where id = $2) as known from referral where id = $1',
    id,
    journey.referredReferral,
  );
  assert.equal(linked.person_id, linked.known, 'the referral is in the record we had');
};

export const decidesWithReasons: Leg = async (journey) => {
  journey.at(0, '09:40');
  const hands = await journey.as('priya', 'desk');
  await hands.go('/triage');
  const order = await hands.page
    .locator('a.od-queue__item')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)));
  const { due } = await journey.one<{ due: Date[] }>(
    `select array_agg(r.decide_by order by o.at) as due from unnest($1::uuid[]) with ordinality o (id, at) join referral r on r.id = o.id`,
    order,
  );
  assert.ok(due.length > 2);
  assert.deepEqual(
    due,
    due.toSorted((one, other) => one.getTime() - other.getTime()),
    'the queue is in the order of time left',
  );
  await hands.press(`a[href^="/triage/${journey.referral}"]`);
  const said = await hands.reads();
  assert.match(said, new RegExp(`I keep waking at 3\\..*${journey.way.asks}’s own words`, 's'));
  assert.match(said, /Suggested\./);
  assert.match(said, /We have no answer to|We do not know:/, 'what is missing');
  assert.match(await hands.page.locator('.od-reasons__change').first().innerText(), /Nearest|If |When /, 'what would change it');
  assert.doesNotMatch(said, /reject/i);
  await hands.press('a[href$="/rules"]');
  const rules = await hands.reads();
  for (const part of [/What was used/, /What we do not know/, /fired|applied/i]) assert.match(rules, part);
  await hands.press('a:has-text("Back to the referral")');
  await hands.type('reason', 'Practical help comes first, as you asked.');
  await hands.type('persons_view', 'Yes, that would help.');
  await hands.press('button[formaction*="/messages"]');
  assert.equal(
    await hands.page.locator('[name="persons_view"]').inputValue(),
    'Yes, that would help.',
    'reading the messages keeps what was typed',
  );
  const [phone, ...others] = await previewed(hands);
  assert.ok(phone && others.length === 0, 'one message, to the person');
  await hands.send('form[action$="/decide"]');
  assert.match(await hands.reads(), /Decided\. They have been told/);
  assert.ok((await journey.outbox()).includes(phone), 'what was sent is word for word what was shown');
  const decided = await journey.one<{ state: string; owner: string; reason: string }>(
    `select r.state, a.name as owner, d.reason from referral r join triage_decision d on d.referral_id = r.id join offer o on o.decision_id = d.id
     join account a on a.id = o.owner_id where r.id = $1`,
    journey.referral,
  );
  assert.deepEqual(decided, { state: 'decided', owner: 'Priya Nair', reason: 'Practical help comes first, as you asked.' });
};

export const aSecondClinicianAgrees: Leg = async (journey) => {
  const hands = await journey.as('priya', 'desk');
  await hands.go(`/triage/${journey.referredReferral}`);
  const early = await hands.page.locator('label:has-text("Early help") input[name="step"]').getAttribute('value');
  await hands.choose('step', early ?? '');
  await hands.send('form[action$="/decide"]');
  assert.match((await hands.faults()).join(), /why this is the better first step/);
  await hands.type('reason', 'You asked for practical help at home.');
  await hands.send('form[action$="/decide"]');
  assert.match(await hands.reads(), /A second clinician reads it next\./);
  const told = (): Promise<{ count: number }> =>
    journey.one("select count(*)::int as count from message where about_id = $1 and purpose like '%decision'", journey.referredReferral);
  assert.equal((await told()).count, 0, 'nobody is told before that');

  const martin = await journey.as('martin', 'desk');
  await martin.go('/countersign');
  const { id } = await journey.one<{ id: string }>(
    "select id from triage_decision where referral_id = $1 and state = 'awaiting_countersign'",
    journey.referredReferral,
  );
  await martin.press(`a[href="/countersign/${id}"]`);
  assert.match(await martin.reads(), /The rules suggest.*Priya Nair chose Early help, by [^.]+ You asked for practical help at home\./);
  await martin.press('button[name="act"][value="return"]');
  assert.ok((await martin.faults()).length > 0);
  const shown = await previewed(martin);
  assert.equal(shown.length, 2, 'the person’s phone, and the mail of whoever referred');
  await martin.send(`form[action="/countersign/${id}"]`);
  assert.equal((await told()).count, 2, 'the person and whoever referred them are told');
  const outbox = await journey.outbox();
  assert.match(outbox, /gp@elm\.example 9:40am Would have gone .{1,100}An answer to your referral/);
  for (const words of shown) assert.ok(outbox.includes(words), `word for word: ${words}`);
  assert.match(outbox, new RegExp(`Hi ${journey.way.referred}, it’s Priya\\.`), 'from whoever owns it until a team says yes');
  assert.doesNotMatch(outbox, /slept/);
};
