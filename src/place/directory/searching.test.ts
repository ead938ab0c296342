import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nothingApproved } from '../../platform/language/catalogue.ts';
import { languages } from '../../platform/language/languages.ts';
import { prefixQuery, referralSaid, wordsInEnglish } from './searching.ts';
import { english } from './texts/en.ts';
import { directoryTexts } from './texts.ts';

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

test('SOM-4, S8: the very examples that the page gives in each language mean something in the English list', () => {
  for (const language of languages) {
    if (language === 'en') continue;
    const { searched, list } = directoryTexts(language, nothingApproved);
    const meant = wordsInEnglish(list.wordsHint, searched, english.searched);
    for (const word of ['home', 'sleep', 'talk']) assert.ok(meant.includes(word), `${language}: ${list.wordsHint} → ${meant.join()}`);
    assert.deepEqual(wordsInEnglish('zzz 123', searched, english.searched), []);
    assert.deepEqual(wordsInEnglish(' &|! ', searched, english.searched), []);
  }
});
