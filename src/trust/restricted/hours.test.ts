import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { identity } from '../../platform/blueprint/schema/identity.ts';
import { hoursToChoose } from '../emergency/model.ts';
import { nothingTyped, readTyped } from '../emergency/typed.ts';

const { recordsStayOpen } = identity.shape;

test('S14.3, S14.4: a place that says nothing keeps 3 and 8 hours, and none may say more than 3 in an emergency or 12 otherwise', () => {
  assert.deepEqual(recordsStayOpen.parse(undefined), { emergencyHours: 3, restrictedHours: 8 });
  assert.deepEqual(recordsStayOpen.parse({ emergencyHours: 2 }), { emergencyHours: 2, restrictedHours: 8 });
  fc.assert(
    fc.property(fc.integer({ min: -2, max: 30 }), (hours) => {
      assert.equal(recordsStayOpen.safeParse({ emergencyHours: hours }).success, hours >= 1 && hours <= 3);
      assert.equal(recordsStayOpen.safeParse({ restrictedHours: hours }).success, hours >= 1 && hours <= 12);
    }),
  );
});

test('S14.3: nobody opens a record for longer than the place allows, whatever is sent', () => {
  for (const most of [1, 2, 3])
    for (const hours of ['0', '1', '2', '3', '4', '-1', '1.5', '']) {
      const { errors } = readTyped({ ...nothingTyped, hours }, [], most);
      assert.equal(!errors.some(({ field }) => field === 'hours'), hoursToChoose(most).includes(hours), `${hours} of ${most}`);
    }
});
