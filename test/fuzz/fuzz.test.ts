import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';

test('whatever is sent to whatever route by whomever, it is answered in words and never with a fault: 1,000 requests', async () => {
  const statuses = await fuzz(1_000);
  // A fuzzer whose every request is turned away at the door proves nothing.
  for (const kind of [200, 300, 400]) assert.ok((statuses.get(kind) ?? 0) > 20, JSON.stringify([...statuses]));
});
