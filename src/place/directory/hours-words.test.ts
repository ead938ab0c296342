import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursLines, openingWords } from './hours-words.ts';
import type { Schedule } from './model.ts';
import { clockIn, inEnglish } from './speech.ts';

const weekly = (id: string, days: readonly string[], opensAt: string, closesAt: string): Schedule => ({
  id,
  serviceId: '1',
  frequency: 'WEEKLY',
  interval: 1,
  days,
  monthDays: [],
  opensAt,
  closesAt,
  shut: false,
  understood: true,
});

test('hours read as people say them', () => {
  const line = (days: readonly string[], opensAt = '09:00', closesAt = '17:00') =>
    hoursLines([weekly('1', days, opensAt, closesAt)], '2026-11-20');
  assert.deepEqual(line(['MO', 'TU', 'WE', 'TH', 'FR']), [{ days: 'Monday to Friday', times: '9am to 5pm' }]);
  assert.deepEqual(line(['MO', 'FR', 'SA', 'SU'], '18:00', '00:00'), [{ days: 'Friday to Monday', times: '6pm to midnight' }]);
  assert.deepEqual(line(['SA', 'SU'], '12:00', '00:00'), [{ days: 'Saturday and Sunday', times: '12 noon to midnight' }]);
  assert.deepEqual(line(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], '00:00', '00:00'), [{ days: 'Every day', times: 'All day' }]);
  assert.deepEqual(
    hoursLines(
      [weekly('1', ['SA'], '10:00', '14:00'), weekly('2', ['MO'], '09:00', '17:00'), weekly('3', ['WE'], '09:00', '17:00')],
      '2026-11-20',
    ),
    [
      { days: 'Monday and Wednesday', times: '9am to 5pm' },
      { days: 'Saturday', times: '10am to 2pm' },
    ],
  );
  const monthly: Schedule = { ...weekly('1', ['1MO', '-1FR'], '18:30', '20:00'), frequency: 'MONTHLY' };
  assert.deepEqual(hoursLines([monthly], '2026-11-20'), [
    { days: 'First Monday of the month, Last Friday of the month', times: '6:30pm to 8pm' },
  ]);
  assert.deepEqual(hoursLines([{ ...monthly, understood: false, description: 'Every other full moon' }], '2026-11-20'), [
    { days: 'In their words', times: 'Every other full moon', theirs: true },
  ]);
  assert.deepEqual(
    hoursLines([{ ...weekly('1', [], '09:00', '17:00'), shut: true, validFrom: '2026-12-24', validTo: '2027-01-02' }], '2026-11-20'),
    [{ days: '24 December 2026 to 2 January 2027', times: 'Closed' }],
  );
  assert.deepEqual(hoursLines([{ ...weekly('1', ['MO'], '09:00', '17:00'), validTo: '2026-01-01' }], '2026-11-20'), []);
  assert.equal(clockIn(inEnglish, '13:05'), '1:05pm');
});

test('whether it is open is said with until when, or from when', () => {
  const today = '2026-11-20';
  const nightly = [weekly('1', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], '00:00', '00:00')];
  assert.equal(
    openingWords({ state: 'open', schedule: '1', closes: { date: today, time: '17:00' } }, [], today).text,
    'Open now, until 5pm',
  );
  assert.equal(
    openingWords({ state: 'open', schedule: '1', closes: { date: '2026-11-21', time: '00:00' } }, nightly, today).text,
    'Open now, day and night',
  );
  assert.equal(openingWords({ state: 'closed', opens: { date: today, time: '18:00' } }, [], today).text, 'Closed now. Opens today at 6pm');
  assert.equal(
    openingWords({ state: 'closed', opens: { date: '2026-11-21', time: '09:00' } }, [], today).text,
    'Closed now. Opens tomorrow at 9am',
  );
  assert.equal(
    openingWords({ state: 'closed', opens: { date: '2026-11-23', time: '09:00' } }, [], today).text,
    'Closed now. Opens Monday 23 Nov at 9am',
  );
  assert.equal(openingWords({ state: 'not known' }, [], today).text, 'We do not know when it is open');
});
