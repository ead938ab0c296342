import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readHours } from '../../platform/blueprint/hours.ts';
import { isBankHoliday } from '../../platform/due.ts';
import { wallTime } from '../../platform/local-time.ts';
import { afterOpenHours, type Calendar, openTimeBetween } from './hub-hours.ts';

function calendarOf(written: Readonly<Record<string, string>>, bankHolidays: 'open' | 'closed' = 'closed'): Calendar {
  const hours = readHours(written);
  assert.ok(!('unread' in hours));
  return { hours, bankHolidays };
}
const weekdays = calendarOf({ 'monday to friday': '9am to 5pm' });
const minute = 60_000;

/** The oracle: looks at every minute by the clock on the wall. */
const openAt = ({ hours, bankHolidays }: Calendar, instant: number): boolean => {
  const { date, weekday, minute: at } = wallTime(new Date(instant));
  const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return (
    !(bankHolidays === 'closed' && isBankHoliday(date)) &&
    hours.spans.some((span) => span.day === weekday + 1 && time >= span.from && time < span.to)
  );
};

describe('the hours of a safeguarding hub', () => {
  test('CHO-17, H14: a Friday afternoon’s 4 hours end on Monday at noon, and 24 on Wednesday at four', () => {
    const start = new Date('2026-11-20T16:00:00Z');
    assert.equal(afterOpenHours(start, 4, weekdays)?.toISOString(), '2026-11-23T12:00:00.000Z');
    assert.equal(afterOpenHours(start, 24, weekdays)?.toISOString(), '2026-11-25T16:00:00.000Z');
    assert.equal(
      afterOpenHours(new Date('2026-12-24T16:00:00Z'), 2, weekdays)?.toISOString(),
      '2026-12-29T10:00:00.000Z',
      'over Christmas',
    );
    assert.equal(afterOpenHours(start, 1, calendarOf({ sunday: 'closed' })), null, 'a hub that never works');
    const nights = calendarOf({ 'every day': '10pm to 2am' }, 'open');
    assert.equal(afterOpenHours(new Date('2026-11-20T23:00:00Z'), 4, nights)?.toISOString(), '2026-11-21T23:00:00.000Z', 'past midnight');
    assert.equal(
      afterOpenHours(new Date('2026-11-21T01:00:00Z'), 1, nights)?.toISOString(),
      '2026-11-21T02:00:00.000Z',
      'begun the evening before',
    );
  });

  test('H14: counted as somebody would who looks at the clock every minute, over weekends, holidays and changes of the clocks', () => {
    const calendars = [
      weekdays,
      calendarOf({ 'monday to thursday': '8:30am to 12pm and 1pm to 4:30pm', saturday: '10am to 1pm' }, 'open'),
      calendarOf({ 'every day': '12pm to 6pm' }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03-27T12:00:00Z', '2026-10-23T09:30:00Z', '2026-12-23T15:00:00Z', '2026-05-01T16:59:00Z'),
        fc.nat({ max: 4 * 24 * 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...calendars),
        (from, later, hours, calendar) => {
          const start = Date.parse(from) + later * minute;
          let left = hours * 60;
          let at = start;
          while (left > 0) {
            if (openAt(calendar, at)) left -= 1;
            at += minute;
          }
          const due = afterOpenHours(new Date(start), hours, calendar);
          assert.equal(due?.toISOString(), new Date(at).toISOString());
          assert.equal(openTimeBetween(new Date(start), new Date(at), calendar), hours * 60 * minute);
          assert.equal(openTimeBetween(new Date(at), new Date(start), calendar), 0);
        },
      ),
      { numRuns: 20 },
    );
  });
});
