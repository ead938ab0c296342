// Each text field of each form of the house alone, with every way of breaking a program that trusts what is typed, as whoever is given the form.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostile } from './fields/hostile.ts';
import { type Fields, openFields } from './fields/walk-fields.ts';
import type { TestHouse } from './harness/house.ts';
import { walk } from './harness/walk.ts';

/** Forms that nobody here can fill in so that they are taken; their faults are looked at all the same. */
const neverTaken: Readonly<Record<string, string>> = {
  '/back': 'it asks for the code of an earlier visit',
  '/have-your-say/:id/back': 'it asks for the code under which answers were kept',
  '/me/sign-in/code': 'it asks for a code that was sent',
  '/sign-in': 'it asks for a password',
  '/emergency': 'it asks for somebody by name',
  '/rules/versions/:id/propose': 'it waits for a replay',
};
const formOf = (action: string): string => action.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');

describe('every text field of every form', { concurrency: false }, () => {
  let fields: Fields;
  before(async () => {
    // ONEDOOR_FORMS='funding|accept' tries the forms that are sent to such addresses only.
    const wanted = new RegExp(process.env.ONEDOOR_FORMS ?? '^');
    const every = async (house: TestHouse) => (await walk(house)).visits.filter(({ wrong, language }) => !wrong && language === 'en');
    fields = await openFields(every, wanted);
  });
  after(() => fields?.close());

  test('whoever is given a form may send it, and it is taken when everything in it is right', () => {
    assert.ok(fields.forms.length > (process.env.ONEDOOR_FORMS ? 0 : 40), `${fields.forms.length} forms`);
    assert.deepEqual(fields.notTheirs, []);
    const not = fields.forms.filter(({ taken }) => !taken).map(({ form }) => formOf(form.action));
    assert.deepEqual(
      not.filter((action) => !(action in neverTaken)),
      [],
    );
  });

  test('H6, H8, S7: whatever is typed in it is kept as typed, or said to be wrong beside it with everything else kept; never markup, a fault or half a record', async (t) => {
    const { classes, published } = hostile();
    if (!published) t.diagnostic('The published lists of hostile strings are not here; only our own were tried.');
    // One of each class for every field, another for the next field, so that each string meets many fields.
    const rounds = Object.values(classes).map((words) => (at: number) => words[at % words.length] ?? '');
    const { wrong, tries } = await fields.tryAll(rounds, (line) => console.log(line));
    t.diagnostic(`${fields.forms.length} forms, ${tries} tries`);
    assert.deepEqual(wrong, {});
  });
});
