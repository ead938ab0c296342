// A manager brings in referrals from a spreadsheet: columns matched, tried first, all or nothing. And somebody finds a published service in the directory.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readDirectory } from '../../src/exchange/open-referral/read-directory.ts';
import { keepDirectory } from '../../src/place/directory/actions.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import type { Hands } from '../harness/hands.ts';
import type { Journey, Leg } from './journey.ts';

const headers = 'First name,Surname,DOB,Best to ring,Reason,Shoe size,Consent to refer';
const file = (journey: Journey, born: string) => ({
  name: 'waiting-list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      headers,
      `${journey.way.referred},Sample,03/04/1979,${journey.way.phones[1]},Practical help at home,4,agreed`,
      `Ada,Kestrel,${born},,Low since May,5,agreed`,
    ].join('\n'),
  ),
});

async function lookAt(journey: Journey, hands: Hands, born: string): Promise<void> {
  await hands.go('/imports');
  await hands.choose('kind', 'referrals');
  await hands.pick('team', journey.house.place.teams.get('spa-team')?.id ?? '');
  await hands.attach('file', file(journey, born));
  await hands.press('main form[action="/imports"] button.nhsuk-button');
}

const countOf = async (journey: Journey): Promise<number> =>
  (await journey.one<{ count: number }>('select count(*)::int as count from referral')).count;

export const bringsInAFile: Leg = async (journey) => {
  journey.at(0, '09:00');
  const before = await countOf(journey);
  const hands = await journey.as('dev', 'desk');
  await lookAt(journey, hands, '31/02/1990');
  assert.match(await hands.reads(), /Left out, because we could not tell what they are: Best to ring, Shoe size/);
  await hands.unfold('details:has(#field-1) summary');
  await hands.pick('#field-4', 'mobile');
  await hands.press('form[action$="/columns"] button.nhsuk-button');
  const said = await hands.reads();
  assert.match(said, /we could not tell what it is: Shoe size/, 'one column less is left out');
  assert.match(said, /1 row is right\. 1 row has something to put right first\./);
  assert.match(said, /Row 3 DOB [^.]*31 February/, 'the row, the column and why, in plain words');
  await hands.press('form[action$="/bring-in"] button.nhsuk-button');
  assert.match((await hands.faults()).join(), /Choose whether to bring in the good rows/);
  await hands.press('form[action$="/forget"] button');
  assert.equal(await countOf(journey), before, 'nothing of a file with a fault came in');

  await lookAt(journey, hands, '28/02/1990');
  await hands.unfold('details:has(#field-1) summary');
  await hands.pick('#field-4', 'mobile');
  await hands.press('form[action$="/columns"] button.nhsuk-button');
  assert.match(await hands.reads(), /All 2 rows are right: 2 referrals would be brought in\./);
  assert.equal(await countOf(journey), before, 'trying changes nothing');
  await hands.press('form[action$="/bring-in"] button.nhsuk-button');
  assert.match(await hands.reads(), /2 rows brought in/);
  assert.equal(await countOf(journey), before + 2);
};

const published = new URL('../../../shared/data/open-referral/uk-examples/service_full.json', import.meta.url);
/** Why the published directory cannot be looked at here, or false. */
export const noDirectory = existsSync(published) ? false : 'the published directory examples are not here';

export const findsAService: Leg = async (journey) => {
  const { house } = journey;
  const fetchedAt = house.clock.now();
  const source = { url: 'https://directory.example.org', licence: 'Terms not stated', fetchedAt: fetchedAt.toISOString() };
  const read = readDirectory(JSON.parse(readFileSync(published, 'utf8')), source);
  assert.ok(read.ok);
  const { faults: _faults, faultCount: _count, ...directory } = read.value;
  await house.database.as({ kind: 'worker', job: 'import a directory' }, (tables) =>
    keepDirectory(tables, identifiers(house.clock), directory, {
      address: source.url,
      name: 'Example',
      licence: source.licence,
      fetchedAt,
    }),
  );
  const hands = await journey.as(null, 'phone');
  await hands.go('/help');
  await hands.type('words', 'counselling');
  await hands.press('main form[action="/help#found"] button.nhsuk-button');
  assert.ok(!hands.page.url().includes('counselling'), 'what somebody looks for stands in no address');
  await hands.press('main a[href^="/help/"]:has-text("Community Counselling")');
  assert.match(await hands.reads(), /Community Counselling.*When it is open/);
};
