// Every page in a real browser as everybody who may see it, in every width, colour scheme and language. Set ONLY to a part of an address to look at less.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';
import { allLooks, examineAll } from './harness/examine.ts';
import { openTestHouse, type TestHouse } from './harness/house.ts';
import { type Visit, type Walk, walk } from './harness/walk.ts';

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

  test('S8.4: every page, as everybody, in every width, scheme and language', async (t) => {
    browser = await openBrowser(t);
    if (!browser) return;
    const ours = await house.server.listen({ host: '127.0.0.1', port: 0 });
    const only = new RegExp(process.env.ONLY ?? '');
    const shapes = new Set<string>();
    // Everybody’s pages were asked for; those that are laid out alike are looked at as the first of them.
    const alike = ({ route, language, wrong, shape, bundle }: Visit): boolean => {
      const one = [route, language, wrong, bundle, shape].join('|');
      return shapes.has(one) || !shapes.add(one);
    };
    const visits = walked.visits
      .filter((visit) => only.test(visit.route) && !alike(visit))
      .map((visit) => [visit, allLooks(visit)] as const);
    const { wrong, summary } = await examineAll(browser, ours, visits, (line) => console.log(line));
    t.diagnostic(`${walked.visits.length} visits were answered; ${summary}`);
    assert.deepEqual(wrong, {});
  });
});
