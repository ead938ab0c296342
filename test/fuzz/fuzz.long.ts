import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';

test('whatever is sent to whatever route by whomever, it is answered in words and never with a fault: 100,000 requests', async (context) => {
  const statuses = await fuzz(100_000);
  context.diagnostic([...statuses].map(([kind, count]) => `${kind}: ${count}`).join(', '));
  for (const kind of [200, 300, 400]) assert.ok((statuses.get(kind) ?? 0) > 1_000, JSON.stringify([...statuses]));
});
