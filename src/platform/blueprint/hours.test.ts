import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpen, nextOpening, type OpeningHours, readHours } from './hours.ts';
import { readTarget } from './target.ts';

const hours = (written: Record<string, string>): OpeningHours => {
  const read = readHours(written);
  assert.ok(!('unread' in read), JSON.stringify(read));
  return read;
};

test('opening hours are read as people write them', () => {
  const read = hours({ 'monday to wednesday': '9am to 5:30pm', 'saturday and sunday': '10am to midday', friday: 'closed' });
  assert.deepEqual(
    read.spans.map(({ day, from, to }) => `${day} ${from} ${to}`),
    ['1 09:00 17:30', '2 09:00 17:30', '3 09:00 17:30', '6 10:00 12:00', '7 10:00 12:00'],
  );
  assert.deepEqual(read.words[0], ['Monday to Wednesday', '9am to 5:30pm']);
  assert.deepEqual(
    hours({ 'friday to monday': '12am to 12pm' }).spans.map(({ day, from, to }) => `${day} ${from} ${to}`),
    ['1 00:00 12:00', '5 00:00 12:00', '6 00:00 12:00', '7 00:00 12:00'],
  );
});

test('what cannot be read is given back, never guessed', () => {
  for (const written of [
    { someday: '9am to 5pm' },
    { monday: '9 to 5' },
    { monday: '9am' },
    { monday: '13pm to 2pm' },
    { monday: '9am to 5pm to 6pm' },
    { 'monday to someday': 'closed' },
  ])
    assert.ok('unread' in readHours(written), JSON.stringify(written));
});

test('a place open past midnight is open the next morning, also from Sunday to Monday', () => {
  const night = hours({ sunday: '6pm to 2am' });
  assert.equal(isOpen(night, 7, '18:00'), true);
  assert.equal(isOpen(night, 7, '23:59'), true);
  assert.equal(isOpen(night, 1, '01:59'), true);
  assert.equal(isOpen(night, 1, '02:00'), false);
  assert.equal(isOpen(night, 7, '17:59'), false);
  const always = hours({ 'every day': 'all day' });
  for (const day of [1, 2, 3, 4, 5, 6, 7] as const)
    for (const time of ['00:00', '12:00', '23:59']) assert.equal(isOpen(always, day, time), true);
  assert.equal(isOpen(hours({ monday: '9am to 5pm' }), 1, '17:00'), false);
});

test('the next opening is today while it is still to come, else on the first day that has one', () => {
  const office = hours({ 'monday to friday': '9am to 5pm' });
  assert.deepEqual(nextOpening(office, 1, '08:00'), { days: 0, time: '09:00' });
  assert.deepEqual(nextOpening(office, 1, '17:30'), { days: 1, time: '09:00' });
  assert.deepEqual(nextOpening(office, 5, '17:30'), { days: 3, time: '09:00' });
  assert.deepEqual(nextOpening(hours({ monday: '9am to 5pm' }), 1, '18:00'), { days: 7, time: '09:00' });
  assert.equal(nextOpening(hours({ monday: 'closed' }), 1, '18:00'), null);
});

test('targets are read as people say them', () => {
  assert.deepEqual(readTarget('72 hours'), { kind: 'hours', hours: 72 });
  assert.deepEqual(readTarget('4 weeks'), { kind: 'days', days: 28 });
  assert.deepEqual(readTarget('1 working day'), { kind: 'working days', days: 1 });
  assert.deepEqual(readTarget('1 month'), { kind: 'months', months: 1 });
  assert.deepEqual(readTarget('next meeting of weekly-hub'), { kind: 'next meeting', meeting: 'weekly-hub' });
  assert.deepEqual(readTarget('set by the partner'), { kind: 'set', by: 'the partner' });
  for (const words of ['soon', '-4 hours', '4', '1.5 days', '']) assert.equal(readTarget(words), undefined, words);
});
