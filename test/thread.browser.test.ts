// The whole thread in a real browser, from a phone at night to the report, once by keyboard alone and once without scripts.
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';
import { clicking, typing } from './harness/hands.ts';
import { openTestHouse, type TestHouse } from './harness/house.ts';
import { asksOnAPhone } from './thread/asking.ts';
import { aSecondClinicianAgrees, decidesWithReasons, knowsThemAlready } from './thread/deciding.ts';
import { endsAndComesBack } from './thread/ending.ts';
import { bringsInAFile, findsAService, noDirectory } from './thread/importing.ts';
import { journeyIn, type Leg, type Way, walk } from './thread/journey.ts';
import { planInTwoVoices, theirOwnPage } from './thread/planning.ts';
import { aGpRefers, followsIt, hearsWhoTookIt } from './thread/referring.ts';
import { readsTheReport } from './thread/reporting.ts';
import { aWorkerSaysYes, writesTheNote } from './thread/supporting.ts';

/** Two Fridays in winter, far enough apart that the second way begins after the first has ended. */
const ways: Readonly<Record<'without scripts' | 'by keyboard alone', Omit<Way, 'phones'>>> = {
  'without scripts': {
    scripts: false,
    hands: clicking,
    begins: '2026-11-20',
    asks: 'Robin',
    referred: 'Noor',
  },
  'by keyboard alone': {
    scripts: true,
    hands: typing,
    begins: '2027-02-05',
    asks: 'Sasha',
    referred: 'Imani',
  },
};

describe('the thread', () => {
  let house: TestHouse;
  let ours = '';
  let browser: Browser | null = null;
  /** Numbers that nobody in the demo has: two people of one number would both be asked in person. */
  let free: readonly string[] = [];
  before(async () => {
    house = await openTestHouse({ people: true });
    ours = await house.server.listen({ host: '127.0.0.1', port: 0 });
    const { rows } = await house.database.pool.query<{ number: string }>(
      `select '07700 900' || lpad(n::text, 3, '0') as number from generate_series(0, 999) n
       where not exists (select from contact_point where right(regexp_replace(value, '\\D', '', 'g'), 3) = lpad(n::text, 3, '0')) limit 4`,
    );
    free = rows.map(({ number }) => number);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  for (const [at, [name, way]] of Object.entries(ways).entries())
    test(`S8.4: the thread ${name}`, async (t) => {
      browser ??= await openBrowser(t);
      if (!browser) return;
      const open = browser;
      const journey = journeyIn(house, ours, open, { ...way, phones: [free[2 * at] ?? '', free[2 * at + 1] ?? ''] });
      let broken = false;
      const leg =
        (work: Leg) =>
        async (inside: { skip(why: string): void }): Promise<void> => {
          if (broken) return inside.skip('an earlier leg did not end');
          broken = true;
          await walk(open, journey, work);
          broken = false;
        };
      await t.test(
        'SOM-7, S2.7, S3.4, S4.1, S4.5, S7: somebody asks on a phone, leaves, comes back, and hears who, what and by when',
        leg(asksOnAPhone),
      );
      await t.test('S5.5: a GP refers on one page and one check, and has a receipt', leg(aGpRefers));
      await t.test('S4.6, S14.1: follows it by a link, without a clinical word', leg(followsIt));
      await t.test('CHO-5: referrals come in from a file, tried first, all or nothing', leg(bringsInAFile));
      await t.test('SOM-4: a published service is found in the directory', { skip: noDirectory }, leg(findsAService));
      await t.test('H4: who somebody may already be is decided by a person, with reasons', leg(knowsThemAlready));
      await t.test(
        'SOM-11, S1.2, S5.1: a clinician reads their own words and decides with reasons, and both are told',
        leg(decidesWithReasons),
      );
      await t.test('SOM-9, S5.1, S3.2: another first step needs a second clinician; then everybody is told', leg(aSecondClinicianAgrees));
      await t.test('S5.2, TWP-23, CHO-32: a named worker says yes, with two strands, and books', leg(aWorkerSaysYes));
      await t.test('S5.5: whoever referred hears who took it', leg(hearsWhoTookIt));
      await t.test('S17, S3.2, H20: a note with its scores on one page, kept as typed, and a reminder by the safe way', leg(writesTheNote));
      await t.test('MOS-11, MOS-13: a plan in their words, agreed in two voices', leg(planInTwoVoices));
      await t.test('S14.2, S4.6: they open their own page, and see the plan, what is booked and who looked', leg(theirOwnPage));
      await t.test(
        'MOS-13, S6.1: an ending with a stay-well plan leaves the door open, and coming back needs no form',
        leg(endsAndComesBack),
      );
      await t.test('S13, TWP-3: a commissioner reads and prints the report', leg(readsTheReport));
    });
});
