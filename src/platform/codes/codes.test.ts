import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeSet, type CodeSetName, code, codeSets, codesOf, entriesOf, find, isCode, wordsFor } from './codes.ts';

// The keys of codeSets are exactly the names; Object.keys only forgets their type.
const names = Object.keys(codeSets) as CodeSetName[];

test('every list has a source, no repeated code, and no straight apostrophe a person could read (S19)', () => {
  for (const name of names) {
    const set = codeSets[name];
    assert.ok(set.source.length > 10, name);
    const codes = entriesOf(name).map((entry) => entry.code);
    assert.equal(new Set(codes).size, codes.length, `${name} repeats a code`);
    for (const entry of entriesOf(name)) assert.ok(!`${entry.label}${entry.words ?? ''}`.includes("'"), `${name} ${entry.code}`);
  }
});

test('a group of codes names only codes of its own list', () => {
  for (const name of names) {
    const set: CodeSet = codeSets[name];
    for (const [group, codes] of Object.entries(set.groups ?? {}))
      for (const each of codes) assert.ok(find(name, each), `${name} ${group} ${each}`);
  }
});

test('codes keep their published order and stay strings', () => {
  assert.deepEqual(codesOf('genderIdentity'), ['1', '2', '3', '4', 'Z', 'X']);
  assert.equal(codesOf('ethnicCategory').at(-1), '99');
});

test('looking up: a code the program names, a code from outside, and the words a screen says', () => {
  assert.equal(code('gapGroup', 'G2').label, 'Higher need, but not motivated or too anxious to access and keep support');
  assert.equal(find('gapGroup', 'G9'), undefined);
  assert.equal(isCode('door', 'self'), true);
  assert.equal(isCode('door', 'constructor'), false);
  assert.equal(wordsFor('attendance', '3'), 'Missed');
  assert.equal(wordsFor('serviceTeamType', 'A21'), 'Crisis Café/Safe Haven/Sanctuary Service');
  assert.equal(wordsFor('sourceOfReferralMH', 'M9'), 'M9', 'a label that was not confirmed is not invented');
});

test('S1.1: the words people read for these codes hold no risk grade', () => {
  for (const name of names.filter((each) => codeSets[each].kind === 'product'))
    for (const entry of entriesOf(name))
      assert.doesNotMatch(wordsFor(name, entry.code), /\b(low|medium|high)[ -]risk\b/i, `${name} ${entry.code}`);
});
