import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amara, judge, levelOf } from '../../../../test/harness/linkage.ts';
import { blockingKeys } from './blocking.ts';
import type { FieldName } from './fields.ts';
import { type IdentityRecord, prepare } from './record.ts';

test('names are compared as people write them', () => {
  const first = (one: string, other: string) => levelOf({ id: '1', given: one }, { id: '2', given: other }, 'given');
  assert.equal(first('Zoë', 'ZOE'), 'same');
  assert.equal(first('Mr Tom', 'tom'), 'same');
  assert.equal(first('Bill', 'William'), 'variant');
  assert.equal(first('Muhammad', 'Mohammed'), 'variant');
  assert.equal(first('Elizabth', 'Elizabeth'), 'near');
  assert.equal(first('A', 'Amara'), 'initial');
  assert.equal(first('Grace', 'Kwame'), 'differs');
  assert.equal(first('not known', 'Kwame'), undefined);
  const last = (one: string, other: string) => levelOf({ id: '1', family: one }, { id: '2', family: other }, 'family');
  assert.equal(last('O’Neill', 'ONEILL'), 'same');
  assert.equal(last('Patel', 'Patel-Jones'), 'part');
  const swapped = judge({ id: '1', given: 'Okafor', family: 'Amara' }, { id: '2', given: 'Amara', family: 'Okafor' });
  assert.deepEqual(
    swapped.evidence.map((entry) => entry.level),
    ['swapped'],
  );
});

test('dates of birth are compared part by part', () => {
  const birth = (one: string, other: string) => levelOf({ id: '1', birth: one }, { id: '2', birth: other }, 'birth');
  assert.equal(birth('1984-03-14', '1984-03-14'), 'same');
  assert.equal(birth('1984-01-01', '1984-01-01'), 'placeholder');
  assert.equal(birth('1984-03-04', '1984-04-03'), 'swapped');
  assert.equal(birth('1984-03-14', '1984-03-15'), 'slip');
  assert.equal(birth('1984-03-14', '1948-03-14'), 'slip');
  assert.equal(birth('1984-03-14', '1984-03-28'), 'onePart');
  assert.equal(birth('1984-03-14', '1984-05-03'), 'year');
  assert.equal(birth('1984-03', '1984-03-14'), 'partial');
  assert.equal(birth('1984', '1984-03-14'), 'yearKnown');
  assert.equal(birth('1984-01-01', '1984-07-26'), 'yearKnown', '1 January may stand for a day nobody knew');
  assert.equal(birth('1984-03-14', '1985-05-14'), 'near');
  assert.equal(birth('1984-03-14', '1984-05-12'), 'twoFigures');
  assert.equal(birth('1984-03-14', '1961-03-14'), 'anniversary');
  assert.equal(birth('1984-03', '1984-05-02'), 'partDiffers');
  assert.equal(birth('1984-03-14', '1971-11-02'), 'differs');
});

test('address and household are one comparison', () => {
  const place = (other: Partial<IdentityRecord>) => levelOf(amara, { ...amara, id: '2', ...other }, 'place');
  assert.equal(place({}), 'home');
  assert.equal(place({ address: '12 Mill Ln' }), 'home');
  assert.equal(place({ address: '12 Mil Lane' }), 'nearlyHome');
  assert.equal(place({ address: '14 Mill Lane' }), 'street');
  assert.equal(place({ address: undefined }), 'postcode');
  assert.equal(place({ address: '3 Station Road' }), 'neighbour');
  assert.equal(place({ address: undefined, postcode: 'TA6 5AB' }), 'slip');
  assert.equal(place({ postcode: 'TA6 5AB' }), 'nearlyHome');
  assert.equal(place({ address: '3 Station Road', postcode: 'TA6 5AB' }), 'sector');
  assert.equal(place({ address: undefined, postcode: 'TA6 5LS' }), 'sector');
  assert.equal(place({ address: undefined, postcode: 'TA6 3LS' }), 'district');
  assert.equal(place({ address: '1 High Street', postcode: 'PR7 1DP' }), 'differs');
  assert.equal(levelOf(amara, { ...amara, id: '2' }, 'town'), undefined, 'a town inside a shared address is not counted again');
  assert.equal(place({ address: 'No fixed abode', postcode: 'ZZ99 3VZ' }), undefined);
});

test('of several phone numbers and e-mail addresses, the best agreement counts', () => {
  const other = {
    ...amara,
    id: '2',
    phone: '01278 555 123',
    otherPhones: ['none', '07700 900123'],
    email: 'new@example.org',
    otherEmails: ['amara@example.org'],
  };
  assert.equal(levelOf(amara, other, 'phone'), 'sameMobile');
  assert.equal(levelOf(other, amara, 'email'), 'same');
  assert.equal(levelOf(amara, { ...other, otherPhones: [] }, 'phone'), 'differs');
  const shared = new Set(blockingKeys(prepare(amara)));
  assert.ok(blockingKeys(prepare({ id: '3', otherPhones: ['+44 7700 900123'] })).every((key) => shared.has(key)));
});

test('a shared family name, landline or birthday says less between people at one address', () => {
  const bits = (other: Partial<IdentityRecord>, field: FieldName) =>
    judge({ ...amara, phone: '01278 555 123' }, { ...amara, id: '2', phone: '+44 1278 555123', ...other }).evidence.find(
      (entry) => entry.field === field,
    )?.bits ?? 0;
  const away = { address: '9 High Street', postcode: 'PR7 1DP' };
  const ownPhone = { phone: '01278 555 999' };
  for (const field of ['family', 'birth'] as const) assert.ok(bits(ownPhone, field) < bits({ ...ownPhone, ...away }, field) - 3, field);
  assert.ok(bits({}, 'phone') < bits(away, 'phone') - 3);
});

test('H4: a landline belongs to a home: relatives who kept its number when they moved are not taken for one person', () => {
  const before = { ...amara, phone: '01278 555 123', email: undefined };
  const moved = { ...before, id: '2', address: '3 Quay West', postcode: 'PR7 1DP', town: 'Chorley' };
  const bits = (one: IdentityRecord, field: FieldName) => judge(before, one).evidence.find((entry) => entry.field === field)?.bits ?? 0;
  for (const field of ['family', 'birth'] as const)
    assert.ok(bits(moved, field) < bits({ ...moved, phone: '01278 555 999' }, field) - 3, field);
  assert.ok(judge(before, { ...moved, given: 'Ngozi', birth: '1961-11-02' }).weight < 0);
  assert.ok(judge(before, moved).weight > 0, 'and whoever moves is still found by it');
});
