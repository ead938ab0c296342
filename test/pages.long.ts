// Every page in a real browser as everybody who may see it, in every width, colour scheme and language. Set ONLY to a part of an address to look at less.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';
import { allLooks, examine, nameOf } from './harness/examine.ts';
import { openTestHouse, type TestHouse } from './harness/house.ts';
import { type Walk, walk } from './harness/walk.ts';

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
  const wrong: Record<string, string[]> = {};
  const visits = walked.visits.filter(({ route }) => only.test(route));
  for (const visit of visits) {
    const found = await examine(browser, ours, visit, allLooks(visit));
    if (found.length === 0) continue;
    wrong[nameOf(visit)] = found;
    t.diagnostic(`${nameOf(visit)}: ${found.join('; ')}`);
  }
  t.diagnostic(`${visits.length} visits, ${visits.reduce((sum, visit) => sum + allLooks(visit).length, 0)} looks`);
  assert.deepEqual(wrong, {});
});
