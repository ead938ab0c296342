// The whole journey in a real browser, once by keyboard alone and once without scripts: from a phone to a note of the first meeting and the person's own page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';
import { clicking, type Hands, typing } from './harness/hands.ts';
import { demoMorning, openTestHouse, type TestHouse } from './harness/house.ts';

let house: TestHouse;
let ours = '';
let browser: Browser | null = null;
before(async () => {
  house = await openTestHouse();
  ours = await house.server.listen({ host: '127.0.0.1', port: 0 });
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row> => {
  const { rows } = await house.database.pool.query<Row>(query, values);
  const [row] = rows;
  assert.ok(row, query);
  return row;
};

/** What one step leaves for the next. */
interface Journey {
  readonly name: string;
  readonly phone: string;
  /** Opens a browser as somebody, on a phone or at a desk. */
  as(account: string | null, at: 'phone' | 'desk'): Promise<Hands>;
  referral: string;
  person: string;
  worker: string;
  session: string;
}

const steps: readonly { readonly does: string; readonly step: (journey: Journey) => Promise<void> }[] = [
  {
    does: 'asks for help on a phone',
    async step(journey) {
      const hands = await journey.as(null, 'phone');
      await hands.go('/start');
      await hands.press('a[href^="/q/1"]');
      await hands.type('happening', 'I keep waking at 3.');
      await hands.choose('about', 'sleep');
      await hands.choose('about', 'home');
      await hands.press('main form button.nhsuk-button');
      await hands.choose('wants', 'practical');
      await hands.press('main form button.nhsuk-button');
      await hands.press('button[name="safe_now"][value="yes"]');
      await hands.choose('channels', 'text');
      await hands.choose('shared', 'no');
      await hands.press('main form button.nhsuk-button');
      await hands.type('known_as', journey.name);
      await hands.type('family_name', 'Marsh');
      await hands.type('born-year', '1988');
      await hands.type('phone', journey.phone);
      await hands.press('main form button.nhsuk-button');
      await hands.choose('share', 'ask_me');
      await hands.press('main form button.nhsuk-button');
      await hands.press('main form[action="/check"] button.nhsuk-button');
      assert.match(hands.page.url(), /\/done$/);
      const made = await one<{ id: string; person_id: string }>(
        'select r.id, r.person_id from referral r join person p on p.id = r.person_id where p.known_as = $1',
        journey.name,
      );
      journey.referral = made.id;
      journey.person = made.person_id;
    },
  },
  {
    does: 'a clinician reads it and decides',
    async step(journey) {
      const hands = await journey.as(house.staffId('priya'), 'desk');
      await hands.go('/triage');
      await hands.press(`a[href^="/triage/${journey.referral}"]`);
      await hands.press('form[action$="/decide"] button.nhsuk-button');
      assert.equal((await one<{ state: string }>('select state from referral where id = $1', journey.referral)).state, 'decided');
    },
  },
  {
    does: 'a worker says yes',
    async step(journey) {
      const offer = await one<{ id: string; worker: string }>(
        `select o.id, (select m.account_id from membership m where m.team_id = o.team_id and m.access in ('KW', 'HOU', 'EMP', 'TRI', 'SNR') order by m.access <> 'KW' limit 1) as worker
         from offer o where o.referral_id = $1 and o.state = 'sent' limit 1`,
        journey.referral,
      );
      journey.worker = offer.worker;
      const hands = await journey.as(offer.worker, 'desk');
      await hands.go('/offers');
      await hands.press(`a[href="/offers/${offer.id}"]`);
      if (await hands.page.locator('[name="pathway"][type=radio]').count())
        await hands.choose('pathway', (await hands.page.locator('[name="pathway"]').first().getAttribute('value')) ?? '');
      if (await hands.page.locator('[name="agreed_how"]').count()) await hands.choose('agreed_how', 'phone');
      await hands.press('form[action$="/accept"] button.nhsuk-button');
      assert.match(hands.page.url(), new RegExp(`/people/${journey.person}`));
    },
  },
  {
    does: 'the first meeting is booked',
    async step(journey) {
      const hands = await journey.as(journey.worker, 'desk');
      await hands.go(`/people/${journey.person}/sessions/new`);
      await hands.type('date', '2026-11-23');
      await hands.type('time', '2pm');
      await hands.type('place', 'The library');
      await hands.press('main form button.nhsuk-button');
      assert.match(hands.page.url(), new RegExp(`/people/${journey.person}$`));
      journey.session = (await one<{ id: string }>('select id from support_session where person_id = $1', journey.person)).id;
    },
  },
  {
    does: 'the note of the meeting is written',
    async step(journey) {
      house.clock.set('2026-11-23T15:00:00Z');
      const hands = await journey.as(journey.worker, 'desk');
      await hands.go(`/sessions/${journey.session}/note`);
      await hands.choose('came', 'attended');
      await hands.type('did', 'We talked about nights.');
      await hands.type('agreed', 'A lamp beside the bed.');
      await hands.choose('concern', 'no');
      const items = await hands.page.locator('input[name^="item_"]').count();
      for (let item = 1; item <= items; item += 1) await hands.type(`item_${item}`, '2');
      await hands.choose('shared', 'yes');
      await hands.press('form[data-draft] .od-form__foot button');
      assert.equal((await one<{ state: string }>('select state from support_session where id = $1', journey.session)).state, 'written_up');
    },
  },
  {
    does: 'the person reads their own page',
    async step(journey) {
      const account = await one<{ id: string }>("select id from account where person_id = $1 and kind = 'person'", journey.person);
      const hands = await journey.as(account.id, 'phone');
      await hands.go('/me');
      assert.match(await hands.page.locator('main').innerText(), new RegExp(journey.name));
      await hands.press('a[href="/me/looked"]');
      assert.match(await hands.page.locator('main').innerText(), /Priya/);
    },
  },
];

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

async function walk(
  journey: Pick<Journey, 'name' | 'phone'>,
  scripts: boolean,
  handsOf: typeof clicking,
  told: (words: string) => void,
): Promise<void> {
  if (!browser) return;
  house.clock.set(demoMorning);
  const open = browser;
  const whole: Journey = {
    ...journey,
    referral: '',
    person: '',
    worker: '',
    session: '',
    async as(account, at) {
      const context = await open.newContext({ viewport: sizes[at], javaScriptEnabled: scripts, locale: 'en-GB', reducedMotion: 'reduce' });
      if (account) {
        const { rows } = await house.database.pool.query<{ kind: 'staff' | 'person' }>('select kind from account where id = $1', [account]);
        const { cookies } = await house.asAccount(account, rows[0]?.kind ?? 'staff');
        await context.addCookies([{ name: 'session', value: cookies.get('session') ?? '', url: ours, httpOnly: true }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      return handsOf(page, ours);
    },
  };
  for (const { does, step } of steps) {
    try {
      await step(whole);
    } catch (error) {
      const said = await open
        .contexts()
        .at(-1)
        ?.pages()[0]
        ?.locator('.nhsuk-error-summary')
        .allInnerTexts()
        .catch(() => []);
      throw new Error(`${does}: ${error instanceof Error ? error.message : String(error)} ${said?.join(' ') ?? ''}`, { cause: error });
    }
    for (const context of open.contexts()) await context.close();
  }
  told(`${steps.length} steps: ${steps.map(({ does }) => does).join('; ')}`);
}

test('S8.4: the thread without scripts, by clicking', async (t) => {
  browser ??= await openBrowser(t);
  await walk({ name: 'Robin', phone: '07700 900171' }, false, clicking, (words) => t.diagnostic(words));
});

test('S8.4: the thread by keyboard alone, with focus always seen', async (t) => {
  browser ??= await openBrowser(t);
  await walk({ name: 'Sasha', phone: '07700 900172' }, true, typing, (words) => t.diagnostic(words));
});
