// Whatever a room writes into the audit, people can read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../src/rooms.ts';
import { deedOf, isSaid } from '../src/trust/audit/deeds.ts';

test('S14.2: everything that a route may write into the audit is said in plain words', () => {
  const kinds = [...new Set(routes.flatMap(({ audit }) => ('kind' in audit ? [audit.kind] : [])))];
  assert.ok(kinds.length > 20);
  assert.deepEqual(
    kinds.filter((kind) => !isSaid(kind)),
    [],
    'add them to src/trust/audit/texts, in every language',
  );
  for (const kind of kinds) assert.match(deedOf(kind), /^[a-z’, -]+$/i, kind);
});

test('S14.2: what somebody did on their own record is said to them as theirs', () => {
  assert.equal(deedOf('opened their own page', { own: true }), 'opened your own page');
  assert.equal(deedOf('read what they sent', { own: true }), 'read what you sent');
  assert.equal(deedOf('never.heard_of'), 'opened the record');
});
