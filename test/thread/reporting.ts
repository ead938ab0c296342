// The commissioner reads what the place did: people served, waits and paired change, with small numbers hidden; and prints it.
import assert from 'node:assert/strict';
import type { Leg } from './journey.ts';

export const readsTheReport: Leg = async (journey) => {
  const hands = await journey.as('grace', 'desk');
  await hands.go('/reports');
  await hands.press('main table a[href^="/reports/"]');
  const said = await hands.reads();
  for (const part of [/people/i, /wait/i, /CORE-10|distress/i, /hidden/i]) assert.match(said, part);
  await hands.press('a[href$="/print"]');
  await hands.page.emulateMedia({ media: 'print' });
  const hidden = await hands.page
    .locator('header, nav, .od-foot')
    .evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.className));
  assert.deepEqual(hidden, [], 'paper holds the report alone');
  assert.equal(await hands.page.locator('h1').first().isVisible(), true);
};
