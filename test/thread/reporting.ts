// The commissioner reads what the place did: people served, waits and paired change, with small numbers hidden; and prints it.
import assert from 'node:assert/strict';
import type { Leg } from './journey.ts';

export const readsTheReport: Leg = async (journey) => {
  const hands = await journey.as('grace', 'desk');
  await hands.go('/reports');
  await hands.press('main table a[href^="/reports/"]');
  const said = await hands.reads();
  for (const part of [
    /About \d+ people had a first meeting/,
    /Half the people now have a first meeting within \d+ days/,
    /On average, distress fell [\d.]+ points, likely between/,
    /A count under 5 is hidden to protect people/,
  ])
    assert.match(said, part);
  const counts = await hands.page.locator('table:has(th:text-is("People")) td').allInnerTexts();
  assert.ok(counts.includes('hidden'), 'a small number stands as hidden');
  assert.deepEqual(
    counts.filter((count) => /^\d+$/.test(count) && Number(count) < 5),
    [],
    'and none is printed',
  );
  await hands.press('a[href$="/print"]');
  await hands.page.emulateMedia({ media: 'print' });
  const hidden = await hands.page
    .locator('header, nav, .od-foot')
    .evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.className));
  assert.deepEqual(hidden, [], 'paper holds the report alone');
  assert.equal(await hands.page.locator('h1').first().isVisible(), true);
};
