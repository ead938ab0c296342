import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classesOf, undefinedClasses } from './classes.ts';

const defined = classesOf('.od-chip--ok,.od-small{color:red}.od-care__route>a{x:y}.nhsuk-label{x:y}');
const faults = (text: string, file = 'src/demo/doors/pages/outbox.tsx') => undefinedClasses([{ file, text }], defined);

test('a class that no style sheet defines is found, with its line', () => {
  assert.deepEqual(faults('<p>\n<p class="od-outbox od-small">'), [
    'src/demo/doors/pages/outbox.tsx:2 prints the class od-outbox, which no style sheet defines.',
  ]);
  assert.equal(faults('<p class="nhsuk-made-up">').length, 1);
});

test('a class whose end is worked out, a block whose parts are defined, and files of the design pass', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a page.
  assert.deepEqual(faults('`od-chip od-chip--${tone}`'), []);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a page.
  assert.equal(faults('`od-chop--${tone}`').length, 1);
  assert.deepEqual(faults('<ul class="od-care"><li class="od-care__route nhsuk-label">'), []);
  assert.equal(faults('<ul class="od-care__rout">').length, 1);
  assert.deepEqual(faults('<i class="nhsuk-icon--arrow">', 'src/design/components/asides.tsx'), []);
});
