// Somebody asks for help on a phone: leaves, comes back with a code in another browser, sees help at once, says how it is safe to reach them, and hears who, what and by when.
import assert from 'node:assert/strict';
import type { Hands } from '../harness/hands.ts';
import type { Journey, Leg } from './journey.ts';

const onwards = 'main form button.nhsuk-button';

/** Leaves by the way out, also without scripts. Going back then shows nothing of what was written. */
async function leaves(hands: Hands, exit: string, written: RegExp): Promise<void> {
  const left = hands.page.url();
  // The neutral page is somebody else’s, and a test may be where there is no internet: that it was asked for is enough.
  const asked = hands.page.waitForRequest((request) => request.url().startsWith(new URL(exit).origin));
  if (hands.scripts) for (let presses = 0; presses < 3; presses += 1) await hands.page.keyboard.press('Shift');
  else await hands.page.locator('.od-exit').click({ noWaitAfter: true });
  await asked;
  await hands.page.waitForURL((url) => url.href !== left, { waitUntil: 'commit' }).catch(() => undefined);
  // A page that could not be loaded takes a moment to stand, and until then the browser refuses to go back.
  for (let tries = 1; ; tries += 1) {
    const refused = await hands.page.goBack().then(
      () => null,
      (error: unknown) => error,
    );
    if (refused === null) break;
    if (tries === 40) throw refused;
    await hands.page.waitForTimeout(50);
  }
  if (hands.scripts) assert.notEqual(hands.page.url(), left, 'the page that was left is not in the history');
  assert.doesNotMatch(await hands.reads(), written, 'what was written is hidden');
}

async function beginsAndLeaves(journey: Journey): Promise<string> {
  const hands = await journey.as(null, 'phone');
  await hands.go('/start');
  await hands.press('a[href^="/q/1"]');
  await hands.type('happening', 'I keep waking at 3.');
  await hands.choose('about', 'sleep');
  await hands.choose('about', 'home');
  await hands.press(onwards);
  await hands.choose('wants', 'practical');
  await hands.type('would_help', 'Walking with my sister.');
  await hands.press('button[name="save"]');
  const code = (await hands.page.locator('.od-code').innerText()).trim();
  assert.match(code, /^\w{3} \w{3}$/);
  await leaves(hands, journey.house.place.blueprint.exit, /I keep waking|Walking with my sister/);
  return code;
}

export const asksOnAPhone: Leg = async (journey) => {
  journey.at(0, '08:15');
  const code = await beginsAndLeaves(journey);

  const hands = await journey.as(null, 'phone');
  await hands.go('/back');
  await hands.type('code', 'AAA AAA');
  await hands.press(onwards);
  assert.match((await hands.faults()).join(), /does not open anything/);
  await hands.type('code', code);
  await hands.press(onwards);
  assert.match(await hands.reads(), /I keep waking at 3\./, 'a second browser carries on');

  await hands.press('a[href^="/q/3"]');
  await hands.press('button[name="safe_now"][value="not_sure"]');
  const { house } = journey;
  for (const { name } of house.place.blueprint.help.lines.slice(0, 2))
    assert.ok((await hands.reads()).includes(name), `help is shown at once: ${name}`);
  await hands.press('button[name="skip"]');
  assert.match(hands.page.url(), /\/check/, 'and blocks nothing');

  // What is not answered yet is answered from here, and leads back here.
  await hands.press('a[href^="/q/4"]');
  await hands.press(onwards);
  assert.match((await hands.faults()).join(), /Choose at least one way/);
  await hands.choose('channels', 'text');
  const previews = hands.page.locator('.od-lock');
  assert.equal(
    await previews.filter({ visible: true }).count(),
    hands.scripts ? 0 : 3,
    'without scripts every preview shows: plain, ours, and with a link',
  );
  await hands.choose('shared', 'yes_or_not_sure');
  assert.ok((await previews.first().innerText()).includes(house.place.blueprint.plainSender), 'the plain number');
  assert.doesNotMatch(await previews.first().innerText(), new RegExp(house.place.name), 'and no name of ours');
  await hands.choose('shared', 'no');
  assert.ok((await previews.last().innerText()).includes(house.place.name), 'the preview follows the answer');
  await hands.press(onwards);

  await hands.press('a[href^="/q/5"]');
  await hands.type('known_as', journey.way.asks);
  await hands.type('family_name', 'Marsh');
  await hands.type('born-year', '1988');
  await hands.type('phone', 'not a number');
  await hands.press(onwards);
  assert.match((await hands.faults()).join(), /phone number/);
  assert.equal(await hands.page.locator('[name="phone"]').inputValue(), 'not a number', 'what was typed is kept');
  await hands.type('phone', journey.way.phones[0]);
  await hands.press(onwards);

  await hands.press('a[href^="/q/6"]');
  await hands.type('helpers', 'My sister Jo. You may talk to her.');
  await hands.choose('share', 'ask_me');
  await hands.press(onwards);

  // Safe again: an answer can be changed before it is sent.
  await hands.press('a[href^="/q/3"]');
  await hands.press('button[name="safe_now"][value="yes"]');
  await hands.press('main form[action="/check"] button.nhsuk-button');
  assert.match(hands.page.url(), /\/done$/);
  const done = await hands.reads();
  assert.match(done, new RegExp(`Thanks, ${journey.way.asks}`));
  assert.match(done, /You will hear from the [^.]+ by \w+day/, 'who, and by when');
  assert.match(done, /What happens next/);
  const made = await journey.one<{ id: string; person_id: string }>(
    'select r.id, r.person_id from referral r join person p on p.id = r.person_id where p.known_as = $1',
    journey.way.asks,
  );
  journey.referral = made.id;
  journey.person = made.person_id;
};
