import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultWords, isTerm, vocabulary } from './vocabulary.ts';

test('a place’s own words replace the defaults, one by one', () => {
  const words = vocabulary({ person: { one: 'resident', many: 'residents' } });
  assert.equal(words.many('person'), 'residents');
  assert.equal(words.one('keyWorker'), 'key worker');
  assert.equal(words.start('person', 'many'), 'Residents');
  assert.equal(words.counted('person', 1), '1 resident');
  assert.equal(words.counted('person', 0), '0 residents');
});

test('the article follows the sound', () => {
  const words = vocabulary({
    supporter: { one: 'university mentor', many: 'university mentors' },
    carer: { one: 'unpaid carer', many: 'unpaid carers' },
  });
  assert.deepEqual(
    [words.a('ending'), words.a('plan'), words.a('supporter'), words.a('carer')],
    ['an ending', 'a plan', 'a university mentor', 'an unpaid carer'],
  );
});

test('the defaults never say the words the glossary warns of', () => {
  for (const { one, many } of Object.values(defaultWords))
    assert.doesNotMatch(`${one} ${many}`, /patient|client|service user|case\b|discharge|risk/i);
  assert.equal(isTerm('toString'), false);
});
