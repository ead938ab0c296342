// Every page in a real browser, each in one width and colour scheme; `npm run test:long` looks at every page in all of them, as everybody.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';
import { examineAll, oneLook } from './harness/examine.ts';
import { openTestHouse, type TestHouse } from './harness/house.ts';
import { type Visit, type Walk, walk } from './harness/walk.ts';

/** Each page once, in each language, and once with its faults: by whoever comes first. */
const once = (visits: readonly Visit[]): Visit[] =>
  [...new Map(visits.toReversed().map((visit) => [`${visit.route} ${visit.language} ${visit.wrong}`, visit])).values()].reverse();

describe('every page in a browser', () => {
  let house: TestHouse;
  let walked: Walk;
  let browser: Browser | null = null;
  before(async () => {
    house = await openTestHouse({ people: true });
    walked = await walk(house);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  test('there is somebody to whom each page is shown', () => {
    assert.deepEqual(walked.unseen, []);
  });

  test('S8.4: axe finds nothing on any page; nothing scrolls sideways, breaks, asks strangers, is kept on the device or weighs too much', async (t) => {
    browser = await openBrowser(t);
    if (!browser) return;
    const ours = await house.server.listen({ host: '127.0.0.1', port: 0 });
    const visits = once(walked.visits).map((visit, at) => [visit, oneLook(visit, at)] as const);
    const { wrong, summary } = await examineAll(browser, ours, visits, (line) => t.diagnostic(line));
    t.diagnostic(summary);
    assert.deepEqual(wrong, {});
  });
});
