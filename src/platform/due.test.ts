import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from './clock.ts';
import { addWorkingDays, dueAt, instantOf, isWorkingDay } from './due.ts';

test('H14: a local time is the right instant on both sides of the change of the clocks', () => {
  assert.equal(instantOf('2026-03-28', '09:00').toISOString(), '2026-03-28T09:00:00.000Z');
  assert.equal(instantOf('2026-03-30', '09:00').toISOString(), '2026-03-30T08:00:00.000Z');
  assert.equal(instantOf('2026-10-24', '17:00').toISOString(), '2026-10-24T16:00:00.000Z');
  assert.equal(instantOf('2026-10-26', '17:00').toISOString(), '2026-10-26T17:00:00.000Z');
});

test('H14: working days skip week-ends and bank holidays', () => {
  assert.equal(addWorkingDays('2026-11-20', 2), '2026-11-24');
  assert.equal(addWorkingDays('2026-12-24', 1), '2026-12-29');
  assert.equal(addWorkingDays('2026-11-21', 0), '2026-11-23');
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2028-10-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 40 }),
      (start, days) => {
        const end = addWorkingDays(localDate(start), days);
        assert.ok(isWorkingDay(end));
        let between = 0;
        for (let day = Date.parse(`${localDate(start)}T00:00:00Z`); day <= Date.parse(`${end}T00:00:00Z`); day += 86_400_000)
          if (isWorkingDay(new Date(day).toISOString().slice(0, 10))) between += 1;
        assert.equal(between, days + 1);
      },
    ),
  );
});

test('H14: elapsed hours are real hours, and a day promised late on a Friday is Monday', () => {
  assert.equal(dueAt({ kind: 'hours', hours: 4 }, new Date('2026-10-24T23:00:00Z'))?.toISOString(), '2026-10-25T03:00:00.000Z');
  assert.equal(dueAt({ kind: 'same working day' }, new Date('2026-11-20T18:00:00Z'))?.toISOString(), '2026-11-23T17:00:00.000Z');
  assert.equal(dueAt({ kind: 'months', months: 1 }, new Date('2026-01-31T10:00:00Z'))?.toISOString(), '2026-02-28T17:00:00.000Z');
  assert.equal(dueAt({ kind: 'set', by: 'the partner' }, new Date()), null);
});
