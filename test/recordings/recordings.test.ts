// Two promises about how little work there is, each kept in a real browser: a decision by two keys, and a referral by a professional in under three minutes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import { typing } from '../harness/hands.ts';
import { openTestHouse, type TestHouse } from '../harness/house.ts';
import { timeFor, wordsToRead } from './keystroke-level.ts';
import { record } from './recording.ts';

interface Answered {
  readonly by: 'type' | 'choose' | 'pick';
  readonly name: string;
  readonly words: string;
  /** Without thinking. */
  readonly known?: boolean;
}
const type = (name: string, words: string, known = false): Answered => ({ by: 'type', name, words, known });
const choose = (name: string, words: string): Answered => ({ by: 'choose', name, words });

/** What a GP says of somebody, in the order of the page. */
const answers: readonly Answered[] = [
  type('given_name', 'Imogen', true),
  type('family_name', 'Sample', true),
  type('born-day', '3'),
  type('born-month', '4', true),
  type('born-year', '1979', true),
  type('why_now', 'She lost her job in May, sleeps three hours a night and no longer opens her post.'),
  type('wants', 'Somebody to go through her letters with'),
  choose('safety_none_known', 'yes'),
  type('tried', 'Two visits here.'),
  choose('channels', 'text'),
  type('phone', '07700 900982'),
  choose('shared', 'yes_or_not_sure'),
  choose('agreement', 'agreed'),
  choose('urgency', 'weeks'),
  type('referrer_name', 'Alex Sample', true),
  type('referrer_job', 'GP', true),
  type('referrer_organisation', 'Elm Surgery', true),
  { by: 'pick', name: 'setting', words: 'professional' },
  type('referrer_phone', '01632 960111', true),
  type('referrer_email', 'alex@elm.example', true),
];

describe('recordings', { concurrency: false }, () => {
  let house: TestHouse;
  let ours = '';
  let browser: Browser | null = null;
  before(async () => {
    house = await openTestHouse({ people: true });
    ours = await house.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  test('SOM-11, CHO-29: a clinician opens the next referral, has the reasons in front of them, and decides with two keys; the next is open', async (t) => {
    browser ??= await openBrowser(t);
    if (!browser) return;
    const { page, keys, step, end } = await record(house, browser, ours, 'two-keys', 'priya');
    await page.goto(`${ours}/triage`);
    await step('the queue');
    const open = page.locator('main a[href*="?from=next"]').first();
    await open.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const first = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await step('the next referral');
    const seen = await page.evaluate(() => {
      const inSight = (selector: string): boolean => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.top < innerHeight && box.width > 0;
      };
      const { activeElement } = document;
      return {
        suggested: activeElement instanceof HTMLInputElement && activeElement.checked && activeElement.value === 'suggested',
        reasons: inSight('.od-reasons'),
        change: inSight('.od-reasons__change'),
        words: inSight('.od-words, blockquote'),
      };
    });
    assert.deepEqual(seen, { suggested: true, reasons: true, change: true, words: true });

    const before = keys.length;
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
    assert.deepEqual(keys.slice(before), ['Control', 'Enter'], 'the keys pressed since the referral was open');
    await step('decided and the next is open');
    const { rows } = await house.database.pool.query<{ state: string; owner: string; reason: string; offers: number; clock: boolean }>(
      `select r.state, a.name as owner, d.reason, (select count(*)::int from offer o where o.decision_id = d.id) as offers,
              exists (select from clock c where c.subject_id = r.id and c.kind <> 'TRIAGE') as clock
       from referral r join triage_decision d on d.referral_id = r.id join offer o on o.decision_id = d.id join account a on a.id = o.owner_id
       where r.id = $1`,
      [first],
    );
    assert.equal(rows[0]?.state, 'decided');
    assert.equal(rows[0]?.owner, 'Priya Nair');
    assert.ok((rows[0]?.offers ?? 0) >= 1);
    assert.match(page.url(), /\/triage\/[0-9a-f-]{36}\?from=next$/);
    const second = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    assert.notEqual(second, first);

    // What has just happened is said above it, and the next takes the same two keys.
    assert.match(await page.locator('.nhsuk-notification-banner').innerText(), /Decided/);
    const then = keys.length;
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
    assert.deepEqual(keys.slice(then), ['Control', 'Enter']);
    await step('and the one after');
    const { rows: states } = await house.database.pool.query<{ state: string }>('select state from referral where id = $1', [second]);
    assert.deepEqual(states, [{ state: 'decided' }]);
    await end();
  });

  test('SOM-1: a professional refers on one page and one check, in under three minutes of work', async (t) => {
    browser ??= await openBrowser(t);
    if (!browser) return;
    const { page, keys, step, end } = await record(house, browser, ours, 'three-minutes', null);
    const hands = typing(page, ours);
    const pages: string[] = [];
    page.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname));
    await hands.go('/refer');
    await step('the page');
    for (const answer of answers) await hands[answer.by](answer.name, answer.words);
    await step('written');
    const read = await wordsToRead(
      page,
      answers.map(({ name }) => name),
    );
    await hands.press('main form[action="/refer"] button.nhsuk-button');
    await step('the check');
    await hands.press('main form[action="/refer/send"] .od-actions button.nhsuk-button');
    await step('arrived');
    assert.match(await hands.reads(), /Referral \d+ has arrived/);
    assert.deepEqual(pages.slice(0, 2), ['/refer', '/refer'], 'one page and one check');
    assert.match(pages[2] ?? '', /^\/(?:refer|sent)\//, 'then the receipt');

    // Sending is thought about too. On the check page they read again what they wrote.
    const again = answers.reduce((sum, { words }) => sum + words.split(' ').length, 0);
    // The hands of the test choose all that stands in a field before they type, which nobody does in an empty one.
    const pressed = keys.filter((key, at) => key !== 'Control' && keys[at - 1] !== 'Control').length;
    const work = { keys: pressed, thoughts: answers.filter(({ known }) => !known).length + 2, words: read + again };
    t.diagnostic(`${answers.length} fields, ${JSON.stringify(work)}: ${Math.round(timeFor(work))} seconds`);
    assert.ok(timeFor(work) < 180, `${JSON.stringify(work)} take ${Math.round(timeFor(work))} seconds`);
    await end();
  });
});
