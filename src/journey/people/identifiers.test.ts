import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNhsNumber, nhsCheckDigit, readNhsNumber } from './nhs-number.ts';
import { ageInWords, ageOn, daysInMonth, partialDateInWords, readPartialDate, spanOf } from './partial-date.ts';
import { postcodeParts, readPostcode } from './postcode.ts';

const reference = new URL('../../../../shared/data/identifiers/', import.meta.url);
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, reference), 'utf8'));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

test('fields §2: every published NHS number case is read or refused as published', (t) => {
  if (!existsSync(reference)) return t.skip('the published identifier cases are not here');
  // The file's shape is its own documentation.
  const { cases } = load('nhs_number_cases.json') as { cases: { value: string; mod11: boolean; disallowed: boolean }[] };
  assert.ok(cases.length > 10);
  for (const { value, mod11, disallowed } of cases) assert.equal(readNhsNumber(value).ok, mod11 && !disallowed, value);
});

test('fields §2: 943 476 5919 is read with spaces, hyphens or neither, and shown in threes and four', () => {
  for (const typed of ['9434765919', '943 476 5919', '943-476-5919', ' 943\u00a0476\u20135919 ']) {
    assert.deepEqual(readNhsNumber(typed), { ok: true, value: '9434765919' });
  }
  assert.equal(formatNhsNumber('9434765919'), '943 476 5919');
});

test('fields §2: one wrong digit or two neighbours swapped never passes as an NHS number', () => {
  fc.assert(
    fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, place, shift) => {
      const check = nhsCheckDigit(nine);
      fc.pre(check !== 10);
      const good = `${nine}${check}`;
      fc.pre(readNhsNumber(good).ok);
      const wrong = good.slice(0, place) + ((Number(good[place]) + shift) % 10) + good.slice(place + 1);
      assert.equal(readNhsNumber(wrong).ok, false);
      if (place < 9 && good[place] !== good[place + 1]) {
        assert.equal(readNhsNumber(good.slice(0, place) + good[place + 1] + good[place] + good.slice(place + 2)).ok, false);
      }
    }),
  );
});

test('fields §2: the same digit ten times is never an NHS number', () => {
  for (let digit = 0; digit < 10; digit++) assert.equal(readNhsNumber(String(digit).repeat(10)).ok, false);
});

test('fields §2: published postcodes are read, impossible ones refused', (t) => {
  if (!existsSync(reference)) return t.skip('the published identifier cases are not here');
  // The file's shape is its own documentation.
  const cases = load('postcode_cases.json') as Record<'valid' | 'pseudo' | 'special' | 'invalid', string[]>;
  for (const typed of [...cases.valid, ...cases.pseudo, ...cases.special]) {
    const reading = readPostcode(typed.toLowerCase().replace(' ', ''));
    assert.ok(reading.ok && reading.value.postcode === typed, typed);
  }
  for (const typed of cases.invalid) assert.equal(readPostcode(typed).ok, false, typed);
  for (const typed of ['QQ1 1AA', 'EE1 1AA', 'XX99 9XX', 'TA6 5CA', 'TA65AAA', '=TA6 5AA'])
    assert.equal(readPostcode(typed).ok, false, typed);
});

test('fields §2: ten thousand real postcodes are read as they are', (t) => {
  const file = new URL('../linkage/uk_names/address_uk.csv', reference);
  if (!existsSync(file)) return t.skip('the real postcodes are not here');
  const postcodes = [...readFileSync(file, 'utf8').matchAll(/^"([^"]+)","(?:England|Wales|Scotland|Northern)/gm)].map(
    (found) => found[1] ?? '',
  );
  assert.ok(postcodes.length > 9000);
  for (const postcode of postcodes) {
    const reading = readPostcode(postcode);
    assert.ok(reading.ok && reading.value.postcode === postcode, postcode);
  }
});

test('fields §2: no fixed abode is an address', () => {
  for (const typed of ['NFA', 'no fixed abode', 'No fixed address', 'ZZ993VZ']) {
    assert.deepEqual(readPostcode(typed), { ok: true, value: { postcode: 'ZZ99 3VZ', kind: 'no fixed abode' } });
  }
  assert.deepEqual(postcodeParts('SW1A 2AA'), { area: 'SW', district: 'SW1A', sector: 'SW1A 2' });
});

test('reading a postcode, an NHS number or a date never throws, and what is read reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
      const postcode = readPostcode(typed);
      if (postcode.ok) assert.deepEqual(readPostcode(postcode.value.postcode), postcode);
      const number = readNhsNumber(typed);
      if (number.ok) assert.deepEqual(readNhsNumber(number.value), number);
      const date = readPartialDate(typed);
      if (date.ok) assert.deepEqual(readPartialDate(date.value), date);
    }),
    { numRuns: 500 },
  );
});

test('fields §2: a date is read however people write it', () => {
  const same: Record<string, readonly string[]> = {
    '1982-03-14': [
      '14/3/1982',
      '14.03.1982',
      '14 March 1982',
      '14th of March 1982',
      '14-Mar-1982',
      'March 14, 1982',
      '1982-03-14',
      '1982-03-14T00:00:00Z',
      '14/03/1982 00:00',
    ],
    '1982-03': ['March 1982', '03/1982', '1982-03', 'mar 1982'],
    '1982': ['1982', ' 1982 '],
    '2019-09-01': ['1 Sept 2019', '1 Sep. 2019', '１/９/２０１９'],
  };
  for (const [date, ways] of Object.entries(same))
    for (const typed of ways) assert.deepEqual(readPartialDate(typed), { ok: true, value: date }, typed);
});

test('fields §2: a date that cannot be says what is wrong and what to do', () => {
  const faults: Record<string, string> = {
    '31/02/1982': '31 February does not exist. Check the day.',
    '29 February 1983': '29 February 1983 does not exist. Check the day and the year.',
    '03/14/1982': 'There is no month 14. Check the month, and write the day before it.',
    '14/03/82': 'Write the year with 4 digits, such as 1982.',
    '30024': 'This is a spreadsheet’s day number. Format the column as a date and save the file again.',
    '14 Marx 1982': '“marx” is not a month. Write it as a number or a name, such as 3 or March.',
    '1782': 'The year 1782 is too long ago. Check the year.',
    '22 November 2026': '22 November 2026 is in the future. Check the year.',
    '': 'Enter a date. The year alone will do.',
  };
  for (const [typed, message] of Object.entries(faults))
    assert.deepEqual(readPartialDate(typed, { latest: '2026-11-21' }), { ok: false, message }, typed);
});

const localDay = fc
  .record({ year: fc.integer({ min: 1900, max: 2026 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month))
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

test('fields §3: every real day survives being written in words and read back', () => {
  fc.assert(fc.property(localDay, (day) => assert.deepEqual(readPartialDate(partialDateInWords(day)), { ok: true, value: day })));
});

test('fields §3: a partial date of birth gives an age range that holds the true age and is at most one year wide', () => {
  fc.assert(
    fc.property(localDay, localDay, fc.constantFrom(4, 7, 10), (birth, on, known) => {
      const whole = ageOn(birth, on);
      const partial = ageOn(birth.slice(0, known), on);
      if (whole === undefined) return;
      assert.equal(whole.least, whole.most);
      assert.ok(partial !== undefined && partial.least <= whole.least && whole.most <= partial.most && partial.most - partial.least <= 1);
      const { first, last } = spanOf(birth.slice(0, known));
      assert.ok(first <= birth && birth <= last);
    }),
  );
});

test('fields §3: birthdays, leap days and years alone', () => {
  assert.deepEqual(ageOn('1984-11-21', '2026-11-21'), { least: 42, most: 42 });
  assert.deepEqual(ageOn('1984-11-22', '2026-11-21'), { least: 41, most: 41 });
  assert.deepEqual(ageOn('2008-02-29', '2026-02-28'), { least: 17, most: 17 });
  assert.deepEqual(ageOn('2008-02-29', '2026-03-01'), { least: 18, most: 18 });
  assert.equal(ageInWords(ageOn('1984', '2026-11-21') ?? { least: 0, most: 0 }), '41 or 42');
  assert.equal(ageOn('2027', '2026-11-21'), undefined);
});
