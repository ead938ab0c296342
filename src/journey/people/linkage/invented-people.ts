// Invented people for tests: households with twins, parents and children of one name, and second records with the mistakes that keyboards make.
import fc from 'fast-check';
import type { IdentityRecord } from './record.ts';

const givenNames = [
  'Amara',
  'Mohammed',
  'Elizabeth',
  'Robert',
  'Siân',
  'Wei',
  'Grace',
  'Katarzyna',
  'James',
  'Fatima',
  'Zoë',
  'Tom',
  'Priya',
  'Jo',
  'Kwame',
];
const familyNames = [
  'Smith',
  'O’Neill',
  'Okafor',
  'Patel-Jones',
  'Nowak',
  'Khan',
  'Evans',
  'Lee',
  'Fitzgerald',
  'Yusuf',
  'Hart',
  'Williams',
];
const streets = ['High Street', 'Mill Lane', 'Station Road', 'Quay West', 'Church Walk'];
const postcodes = ['TA6 5AA', 'TA6 3LS', 'BA5 2XX', 'PR7 1DP', 'SW1A 2AA'];

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const two = (number: number): string => String(number).padStart(2, '0');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

export const birthDay = fc
  .tuple(fc.integer({ min: 1930, max: 2015 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);

/** A record in which anything may be missing. */
export const identityRecord: fc.Arbitrary<IdentityRecord> = fc.record({
  id: fc.uuid(),
  given: maybe(fc.constantFrom(...givenNames)),
  family: maybe(fc.constantFrom(...familyNames)),
  birth: maybe(
    fc.oneof(
      birthDay,
      birthDay.map((day) => day.slice(0, 4)),
      birthDay.map((day) => day.slice(0, 7)),
    ),
  ),
  address: maybe(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...streets)).map((parts) => parts.join(' '))),
  town: maybe(fc.constantFrom('Bridgwater', 'Wells', 'Chorley')),
  postcode: maybe(fc.constantFrom(...postcodes)),
  phone: maybe(digits(9).map((tail) => `07${tail}`)),
  email: maybe(digits(4).map((tail) => `someone${tail}@example.org`)),
  nhsNumber: maybe(fc.constantFrom('9434765919', '8429141456', '9449304130', '9990548609')),
  otherIdentifier: maybe(digits(6)),
  gender: maybe(fc.constantFrom('1', '2')),
});

/** A full record, as after a first conversation. */
export const fullRecord: fc.Arbitrary<IdentityRecord> = fc.record({
  id: fc.uuid(),
  given: fc.constantFrom(...givenNames),
  family: fc.constantFrom(...familyNames),
  birth: birthDay,
  address: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...streets)).map((parts) => parts.join(' ')),
  town: fc.constantFrom('Bridgwater', 'Wells', 'Chorley'),
  postcode: fc.constantFrom(...postcodes),
  phone: digits(9).map((tail) => `07${tail}`),
  email: digits(6).map((tail) => `someone${tail}@example.org`),
  gender: fc.constantFrom('1', '2'),
});

const slip = (text: string, at: number): string => {
  const place = at % Math.max(1, text.length);
  return text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2);
};

const mistake = fc.constantFrom<(from: IdentityRecord, at: number) => Partial<IdentityRecord>>(
  (from, at) => ({ given: slip(from.given ?? '', at) }),
  (from, at) => ({ family: slip(from.family ?? '', at) }),
  (from) => ({ given: from.family, family: from.given }),
  () => ({ birth: undefined }),
  (from) => ({ birth: typeof from.birth === 'string' ? from.birth.slice(0, 7) : undefined }),
  () => ({ phone: undefined, email: undefined }),
  () => ({ address: '4 Somewhere Else', postcode: 'BA5 2XX' }),
);

/** The same person written down again, with up to two mistakes or gaps. */
export const secondRecord = (record: IdentityRecord): fc.Arbitrary<IdentityRecord> =>
  fc.tuple(fc.array(mistake, { maxLength: 2 }), fc.nat(12)).map(([mistakes, at]) => {
    let now: IdentityRecord = { ...record, id: `${record.id}-again` };
    for (const make of mistakes) now = { ...now, ...make(now, at) };
    return now;
  });
