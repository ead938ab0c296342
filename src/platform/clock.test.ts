import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, isLocalDate, localDate } from './clock.ts';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

test('H14: the local date is the calendar’s, at any instant and however often it was asked for before', () => {
  const instant = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: -3_600_000, max: 3_600_000 }), (at, apart) => {
      const near = new Date(at.getTime() + apart);
      for (const one of [at, near, at]) assert.equal(localDate(one), calendar.format(one));
    }),
    { numRuns: 2000 },
  );
});

test('S7: a day is one of the calendar; what somebody typed instead is none, and never reaches the database', () => {
  const days = fc.integer({ min: 0, max: 109_571 }).map((after) => addDays('1900-01-01', after));
  fc.assert(fc.property(days, (day) => assert.ok(isLocalDate(day), day)));
  for (const none of [
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '0000-00-00',
    '1899-12-31',
    '9999-12-31',
    '31/02/2026',
    'tomorrow',
    '2026-02-28\n',
  ])
    assert.ok(!isLocalDate(none), none);
});

test('H14: midnight in summer is 11pm UTC of the day before', () => {
  assert.equal(localDate(new Date('2026-06-30T22:59:59.999Z')), '2026-06-30');
  assert.equal(localDate(new Date('2026-06-30T23:00:00.000Z')), '2026-07-01');
  assert.equal(localDate(new Date('2026-12-31T23:59:59.999Z')), '2026-12-31');
  assert.throws(() => localDate(new Date(Number.NaN)), RangeError);
});
