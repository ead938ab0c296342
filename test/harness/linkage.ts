// Records for the tests of linkage, and what it makes of two of them.
import fc from 'fast-check';
import { compare } from '../../src/journey/people/linkage/compare.ts';
import type { FieldName } from '../../src/journey/people/linkage/fields.ts';
import { fullRecord, secondRecord } from '../../src/journey/people/linkage/invented-people.ts';
import { startingModel } from '../../src/journey/people/linkage/parameters.ts';
import { type IdentityRecord, prepare } from '../../src/journey/people/linkage/record.ts';
import { type Weighed, weigh } from '../../src/journey/people/linkage/weigh.ts';

export const model = startingModel(20_000);

export function judge(one: IdentityRecord, other: IdentityRecord, by = model): Weighed {
  const a = prepare(one);
  return weigh(compare(a, prepare(other)), a, by);
}

export const levelOf = (one: IdentityRecord, other: IdentityRecord, field: FieldName): string | undefined =>
  judge(one, other).evidence.find((entry) => entry.field === field)?.level;

export const amara: IdentityRecord = {
  id: '1',
  given: 'Amara',
  family: 'Okafor',
  birth: '1984-03-14',
  address: '12 Mill Lane',
  town: 'Bridgwater',
  postcode: 'TA6 5AA',
  phone: '07700 900123',
  email: 'amara@example.org',
  gender: '2',
};

/** Some people, and a few of them written down again. */
export const population = fc
  .array(fullRecord, { minLength: 3, maxLength: 25 })
  .chain((records) => fc.tuple(fc.constant(records), fc.tuple(...records.slice(0, 6).map((record) => secondRecord(record)))));
