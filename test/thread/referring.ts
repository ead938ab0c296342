// A GP refers somebody on one page and one check page, has a receipt, and later follows it by a link, without a clinical word.
import assert from 'node:assert/strict';
import type { Hands } from '../harness/hands.ts';
import type { Journey, Leg } from './journey.ts';

/** Words that only those who support somebody may read. */
const clinical = 'She has not slept since the baby died.';
const family = 'Sample';

const emailOf = (journey: Journey): string => `${journey.way.referred.toLowerCase()}.gp@elm.example`;

export const aGpRefers: Leg = async (journey) => {
  journey.at(0, '08:40');
  const hands = await journey.as(null, 'desk');
  await hands.go('/refer');
  await hands.type('given_name', journey.way.referred);
  await hands.type('family_name', family);
  await hands.type('born-day', '3');
  await hands.type('born-month', '4');
  await hands.type('born-year', '1979');
  await hands.type('why_now', clinical);
  await hands.type('wants', 'Practical help at home');
  await hands.choose('safety_none_known', 'yes');
  await hands.type('tried', 'Two visits to the GP.');
  await hands.choose('channels', 'text');
  await hands.type('phone', journey.way.phones[1]);
  await hands.choose('shared', 'yes_or_not_sure');
  await hands.choose('agreement', 'agreed');
  await hands.choose('urgency', 'weeks');
  await hands.type('referrer_name', 'Alex Sample');
  await hands.type('referrer_organisation', 'Elm Surgery');
  await hands.pick('setting', 'professional');
  await hands.type('referrer_phone', '01632 960111');
  await hands.type('referrer_email', emailOf(journey));
  await hands.press('main form[action="/refer"] button.nhsuk-button');
  assert.deepEqual(await hands.faults(), ['Enter your job.'], 'only what is missing');
  assert.equal(await hands.page.locator('[name="why_now"]').inputValue(), clinical, 'every typed word is kept');
  await hands.type('referrer_job', 'GP');
  await hands.press('main form[action="/refer"] button.nhsuk-button');
  assert.match(await hands.reads(), /Check what you will send.*She has not slept/);
  await hands.press('main form[action="/refer/send"] .od-actions button.nhsuk-button');
  assert.match(await hands.reads(), /Referral \d+ has arrived.*decides by \w+day/);
  journey.referredReferral = new URL(hands.page.url()).pathname.split('/').at(-1) ?? '';
};

/** A link to their own referrals, asked for by the address they gave and read where it came. */
async function opensTracker(journey: Journey): Promise<Hands> {
  const asking = await journey.as(null, 'desk');
  await asking.go('/sent/link');
  await asking.type('email', 'not an address');
  await asking.press('main form[action="/sent/link"] button.nhsuk-button');
  assert.match((await asking.faults()).join(), /email address/);
  await asking.type('email', emailOf(journey));
  await asking.press('main form[action="/sent/link"] button.nhsuk-button');
  const link =
    /Here is your link\. It works once, for 20 minutes\. http:\/\/onedoor\.test(\/s\/[\w%.-]+)/.exec(await journey.outbox())?.[1] ?? '';
  const hands = await journey.as(null, 'desk');
  await hands.go(link.replace(/\.$/, ''));
  await hands.press('main form[action^="/s/"] button.nhsuk-button');
  await hands.press(`a[href="/sent/${journey.referredReferral}"]`);
  return hands;
}

/** The tracker says what is expected, and nothing that a referrer may not read. */
async function tracks(journey: Journey, expected: RegExp): Promise<void> {
  const hands = await opensTracker(journey);
  const said = await hands.reads();
  assert.match(said, expected);
  assert.doesNotMatch(said, /slept|\bW\d\b|\brisk\b/i);
}

export const followsIt: Leg = (journey) => tracks(journey, /With the [^.]+\. They decide by|is reading it and decides by/);

export const hearsWhoTookIt: Leg = (journey) => tracks(journey, /\w+ \w+ at the [\w ]+ has taken it on/);
