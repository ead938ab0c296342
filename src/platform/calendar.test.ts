import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarEntry, calendarOf } from './calendar.ts';

/** A reader of its own, octet by octet as RFC 5545 says: unfolds first, then takes lines apart, then takes the escapes off. */
function read(text: string): { readonly begun: string[]; readonly events: Map<string, string>[] } {
  const octets = Buffer.from(text);
  assert.equal(octets.subarray(-2).toString(), '\r\n');
  const rows: Buffer[] = [];
  for (let from = 0; from < octets.length; ) {
    const end = octets.indexOf('\r\n', from);
    const row = octets.subarray(from, end);
    assert.ok(row.length <= 75, `${row.length} octets`);
    assert.ok(!row.includes(10) && !row.includes(13), 'no bare line break');
    assert.equal(Buffer.from(row.toString()).compare(row), 0, 'no letter is cut in two');
    if (row[0] === 32) rows.push(Buffer.concat([rows.pop() ?? Buffer.of(), row.subarray(1)]));
    else rows.push(row);
    from = end + 2;
  }
  const events: Map<string, string>[] = [];
  const begun: string[] = [];
  for (const row of rows) {
    const line = row.toString();
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (name === 'BEGIN') {
      begun.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') assert.equal(begun.at(-1) === 'VEVENT' || value === 'VCALENDAR', true);
    else events.at(-1)?.set(name, value);
  }
  return { begun, events };
}

const unescaped = (value: string): string => {
  let words = '';
  for (let at = 0; at < value.length; at++) {
    if (value[at] !== '\\') {
      assert.ok(!/[;,]/.test(value[at] ?? ''), 'a bare sign that means something');
      words += value[at];
    } else words += value[++at] === 'n' ? '\n' : (value[at] ?? '');
  }
  return words;
};

const asDate = (value = ''): string => value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.toWellFormed().replaceAll(/\p{Cc}/gu, ' '));
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid(),
  sequence: fc.nat(50),
  status: fc.constantFrom('TENTATIVE', 'CONFIRMED', 'CANCELLED'),
  stamp: fc.constant(new Date('2026-11-20T08:15:00Z')),
  startsAt: fc.integer({ min: 0, max: 2_000_000 }).map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)),
  minutes: fc.integer({ min: 5, max: 480 }),
  title: words.filter((text) => text !== ''),
  place: fc.oneof(words, fc.constant('Room 3; Hall, West\nUp the stairs \\ left')),
  address: fc.constantFrom('', 'https://x.example/sessions/1'),
});

test('S3.6: whatever the words, a reader of RFC 5545 gets them back, in lines of at most 75 octets, at the same instant', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      const { begun, events } = read(calendarOf(entries));
      assert.deepEqual(begun, ['VCALENDAR', ...entries.map(() => 'VEVENT')]);
      for (const [at, given] of entries.entries()) {
        const event = events[at];
        assert.equal(unescaped(event?.get('SUMMARY') ?? ''), given.title);
        assert.equal(unescaped(event?.get('LOCATION') ?? ''), given.place);
        assert.equal(event?.get('URL') ?? '', given.address);
        assert.equal(asDate(event?.get('DTSTART')), given.startsAt.toISOString());
        assert.equal(Date.parse(asDate(event?.get('DTEND'))) - given.startsAt.getTime(), given.minutes * 60_000);
        assert.deepEqual(
          [event?.get('UID'), event?.get('SEQUENCE'), event?.get('STATUS')],
          [given.uid, String(given.sequence), given.status],
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('S3.6: two in the afternoon is two in the afternoon before and after the clocks change', () => {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  for (const startsAt of ['2026-10-24T13:00:00Z', '2026-10-25T14:00:00Z', '2027-03-27T14:00:00Z', '2027-03-28T13:00:00Z']) {
    const given = {
      uid: 'a',
      sequence: 0,
      status: 'CONFIRMED',
      stamp: new Date(startsAt),
      startsAt: new Date(startsAt),
      minutes: 50,
      title: 'A',
      place: '',
      address: '',
    } as const;
    assert.equal(wall.format(new Date(asDate(read(calendarOf([given])).events[0]?.get('DTSTART')))), '14:00');
  }
});
