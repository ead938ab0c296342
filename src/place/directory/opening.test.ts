import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../platform/clock.ts';
import type { Schedule } from './model.ts';
import { isUsable, openNow, opensOn, wallClock } from './opening.ts';

const base: Schedule = {
  id: '1',
  frequency: 'WEEKLY',
  interval: 1,
  days: ['MO'],
  monthDays: [],
  opensAt: '09:00',
  closesAt: '17:00',
  shut: false,
  understood: true,
};
const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The instant at which London's clocks show this; undefined in the hour that is skipped in spring. */
function inLondon(date: LocalDate, time: string): Date | undefined {
  for (const offset of ['Z', '+01:00']) {
    const instant = new Date(`${date}T${time}:00${offset}`);
    const shown = wallClock(instant);
    if (shown.date === date && shown.time === time) return instant;
  }
  return undefined;
}

/** An oracle that counts forward from the anchor, period by period, instead of asking about one day. */
function expanded(schedule: Schedule, from: LocalDate, days: number): ReadonlySet<LocalDate> {
  const anchor = schedule.start ?? schedule.validFrom ?? from;
  const found: LocalDate[] = [];
  const end = addDays(from, days);
  const weekday = (date: LocalDate): string => codes[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '';
  if (schedule.frequency === 'DAILY') {
    for (let date = anchor; date < end; date = addDays(date, schedule.interval))
      if (schedule.days.length === 0 || schedule.days.includes(weekday(date))) found.push(date);
  } else if (schedule.frequency === 'WEEKLY') {
    let monday = anchor;
    while (weekday(monday) !== 'MO') monday = addDays(monday, -1);
    const wanted = schedule.days.length > 0 ? schedule.days : [weekday(anchor)];
    for (; monday < end; monday = addDays(monday, 7 * schedule.interval)) {
      for (let day = 0; day < 7; day++) if (wanted.includes(weekday(addDays(monday, day)))) found.push(addDays(monday, day));
    }
  } else {
    let [year = 0, month = 0] = anchor.split('-').map(Number);
    for (;;) {
      const first = `${year}-${String(month).padStart(2, '0')}-01`;
      if (first >= end) break;
      const inMonth: LocalDate[] = [];
      for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) inMonth.push(date);
      const numbered = new Set(schedule.monthDays.map((number) => (number > 0 ? inMonth[number - 1] : inMonth.at(number))));
      const named = new Set(
        schedule.days.flatMap((wanted) => {
          const same = inMonth.filter((date) => wanted.endsWith(weekday(date)));
          const nth = Number(wanted.slice(0, -2) || 0);
          return nth === 0 ? same : [nth > 0 ? same[nth - 1] : same.at(nth)];
        }),
      );
      for (const date of inMonth) {
        const plain = schedule.days.length === 0 && schedule.monthDays.length === 0;
        if (
          plain
            ? date.slice(8) === anchor.slice(8)
            : (schedule.days.length === 0 || named.has(date)) && (schedule.monthDays.length === 0 || numbered.has(date))
        )
          found.push(date);
      }
      month += schedule.interval;
      while (month > 12) {
        month -= 12;
        year++;
      }
    }
  }
  const due = schedule.start === undefined ? found : found.filter((date) => date >= anchor);
  const counted = schedule.count === undefined ? due : due.slice(0, schedule.count);
  return new Set(
    counted.filter((date) => date >= (schedule.validFrom ?? '') && date <= (schedule.validTo ?? '9') && date <= (schedule.until ?? '9')),
  );
}

const dayIn = (from: LocalDate, span: number) => fc.nat(span).map((days) => addDays(from, days));
const time = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const weekday = fc.constantFrom(...codes);
const numbered = fc.tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2'), weekday).map((parts) => parts.join(''));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    weekly: fc.uniqueArray(weekday, { maxLength: 3 }),
    monthly: fc.uniqueArray(numbered, { maxLength: 2 }),
    monthDays: fc.uniqueArray(fc.constantFrom(1, 2, 15, 28, 31, -1, -3), { maxLength: 2 }),
    start: dayIn('2025-01-01', 500),
    anchored: fc.boolean(),
    until: optional(dayIn('2025-06-01', 700)),
    count: optional(fc.integer({ min: 1, max: 30 })),
    validFrom: optional(dayIn('2025-01-01', 400)),
    validTo: optional(dayIn('2025-06-01', 700)),
    opensAt: time,
    closesAt: time,
  })
  .map(({ frequency, weekly, monthly, monthDays, anchored, start, count, until, validFrom, validTo, ...rest }) => ({
    ...base,
    ...rest,
    frequency,
    days: frequency === 'MONTHLY' ? monthly : weekly,
    monthDays: frequency === 'MONTHLY' ? monthDays : [],
    ...(anchored ? { start } : {}),
    ...(anchored && count !== undefined ? { count } : {}),
    ...(until === undefined ? {} : { until }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  }));

test('the days on which a schedule opens are those that counting forward gives', () => {
  let usable = 0;
  fc.assert(
    fc.property(schedule, (made) => {
      if (!isUsable(made)) return;
      usable++;
      const from = '2025-01-01';
      // Without an anchor the oracle counts from the first day looked at.
      const days = expanded(made, from, 900);
      for (let date = from; date < addDays(from, 899); date = addDays(date, 1)) {
        assert.equal(opensOn(made, date), days.has(date), `${date} ${JSON.stringify(made)}`);
      }
    }),
    { numRuns: 150 },
  );
  assert.ok(usable > 100);
});

test('a service is open exactly within its hours on the wall clock, also past midnight and when the clocks change', () => {
  fc.assert(
    fc.property(
      time,
      time,
      fc.oneof(dayIn('2026-03-27', 5), dayIn('2026-10-23', 5), dayIn('2026-01-01', 300)),
      time,
      (opensAt, closesAt, date, at) => {
        const daily: Schedule = { ...base, frequency: 'DAILY', days: [], opensAt, closesAt };
        const instant = inLondon(date, at);
        if (instant === undefined) return;
        const within = opensAt < closesAt ? at >= opensAt && at < closesAt : at >= opensAt || at < closesAt;
        const now = openNow([daily], instant);
        assert.equal(now.state, within ? 'open' : 'closed', `${opensAt}–${closesAt} ${date} ${at}`);
        if (now.state === 'open') assert.ok(now.closes.time === closesAt && now.closes.date + now.closes.time > date + at);
        if (now.state === 'closed') assert.deepEqual(now.opens, { date: at < opensAt ? date : addDays(date, 1), time: opensAt });
      },
    ),
    { numRuns: 1500 },
  );
});

test('when it says that a service opens next, it is open then and was not before', () => {
  fc.assert(
    fc.property(fc.array(schedule, { minLength: 1, maxLength: 3 }), dayIn('2025-03-01', 300), time, (schedules, date, at) => {
      const instant = inLondon(date, at);
      const now = instant === undefined ? undefined : openNow(schedules, instant);
      if (now?.state !== 'closed' || now.opens === undefined) return;
      const opening = inLondon(now.opens.date, now.opens.time);
      if (opening === undefined) return;
      assert.equal(openNow(schedules, opening).state, 'open');
      for (let step = 1; step < 40; step++) {
        const between = new Date((instant?.getTime() ?? 0) + ((opening.getTime() - (instant?.getTime() ?? 0)) * step) / 40);
        if (wallClock(between).date + wallClock(between).time < now.opens.date + now.opens.time)
          assert.notEqual(openNow(schedules, between).state, 'open');
      }
    }),
    { numRuns: 200 },
  );
});

test('an evening that runs past midnight belongs to the day on which it began', () => {
  const cafe: Schedule = { ...base, days: ['FR'], opensAt: '18:00', closesAt: '02:00' };
  assert.deepEqual(openNow([cafe], new Date('2026-11-21T01:30:00Z')), {
    state: 'open',
    schedule: '1',
    closes: { date: '2026-11-21', time: '02:00' },
  });
  assert.equal(openNow([cafe], new Date('2026-11-21T18:30:00Z')).state, 'closed');
});

test('a holiday shuts a service whatever its hours, and the next opening passes it over', () => {
  const holiday: Schedule = { ...base, id: 'h', shut: true, validFrom: '2026-12-25', validTo: '2026-12-28', days: [] };
  const daily: Schedule = { ...base, frequency: 'DAILY', days: [] };
  assert.deepEqual(openNow([daily, holiday], new Date('2026-12-25T12:00:00Z')), {
    state: 'closed',
    opens: { date: '2026-12-29', time: '09:00' },
  });
});

test('hours that cannot be known are not guessed', () => {
  const noon = new Date('2026-11-23T12:00:00Z');
  const { opensAt: _opens, closesAt: _closes, ...words } = base;
  const { frequency: _frequency, ...ruleless } = base;
  const unknowable: readonly (readonly Schedule[])[] = [
    [],
    [{ ...words, description: 'Most weekdays' }],
    [{ ...base, understood: false }],
    [ruleless],
    [{ ...base, interval: 2 }],
    [{ ...base, days: ['1MO'] }],
    [{ ...base, count: 3 }],
  ];
  for (const schedules of unknowable) assert.deepEqual(openNow(schedules, noon), { state: 'not known' }, JSON.stringify(schedules));
  assert.equal(
    openNow(
      [
        { ...base, understood: false },
        { ...base, id: '2' },
      ],
      noon,
    ).state,
    'open',
  );
  assert.equal(
    openNow(
      [
        { ...base, understood: false, validTo: '2020-01-01' },
        { ...base, id: '2', days: ['TU'] },
      ],
      noon,
    ).state,
    'closed',
  );
});
