import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prefixQuery, referralSaid } from './searching.ts';

test('a word is searched from its beginning, and only letters and digits reach the search', () => {
  assert.equal(prefixQuery('walk-in, Café'), 'walk:* & in:* & Café:*');
  assert.equal(prefixQuery(' & | ! '), '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => /^(?:[\p{L}\p{N}]+:\*(?: & [\p{L}\p{N}]+:\*)*)?$/u.test(prefixQuery(typed))),
  );
});

test('only plain words say that no referral is needed', () => {
  for (const [words, referral] of [
    ['No referral needed, just drop in', 'not needed'],
    ['You can self-refer by phone', 'not needed'],
    ['A referral is not required.', 'not needed'],
    ['You do not need a referral.', 'not needed'],
    ['Referral needed from a GP', 'needed'],
    ['By GP referral', 'needed'],
    ['Ring us', 'not stated'],
    [undefined, 'not stated'],
  ] as const)
    assert.equal(referralSaid(words), referral, words);
});
