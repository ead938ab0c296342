import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOfTexts, gradesIn, isRead } from './gates.ts';
import { readTexts } from './read-texts.ts';

const faults = (text: string, file = 'src/journey/people/actions.ts') => faultsOfTexts([{ file, line: 1, text }]);

const refused = [
  'The patient was seen',
  'Referral rejected by the team',
  'You are at position 43',
  'Complete the risk assessment',
  'Marked as high risk today',
  'An urgent patient waits',
  'DNA on Tuesday',
  'They failed to attend',
  'A hard to reach group',
  'Ask the care coordinator',
  'He committed suicide',
  'Support for ex-offenders',
  'Services for the homeless',
  'Discharged from care',
  'The consent form is signed',
  'Invalid date given',
  'Values were suppressed here',
  'She didn’t use the client’s name',
];
for (const text of refused) {
  test(`S19: “${text}” is refused with what to say instead`, () => {
    assert.match(faults(text).join('\n'), /src\/journey\/people\/actions\.ts:1 says “.+”: say /);
  });
}

test('S19: plain words pass, and so do the names of others', () => {
  for (const text of [
    'We missed you on Tuesday.',
    'Not the right fit here, so we asked the town’s café.',
    'Patient Health Questionnaire, nine items',
    'Subject access request',
    'Work has been patient but tired',
  ])
    assert.deepEqual(faults(text), []);
});

test('S19: a straight apostrophe is refused, quotation marks of code are not', () => {
  assert.match(faults("Don't worry now").join(), /straight apostrophe/);
  assert.match(faults("The services' hours").join(), /straight apostrophe/);
  assert.deepEqual(faults('Don’t worry now'), []);
});

test('S19: words that a place sets itself are refused where people see them', () => {
  assert.match(faults('Your key worker is', 'src/journey/people/pages/card.tsx').join(), /each place names for itself/);
  assert.deepEqual(faults('Your key worker is', 'src/journey/people/actions.ts'), []);
});

const grades: [line: string, graded: boolean][] = [
  ['  risk_level text not null,', true],
  ['  suicide_risk int,', true],
  ['  rag_status text', true],
  ["  concern text check (concern in ('low', 'medium', 'high')),", true],
  ["  harm text check (harm in ('very low', 'low', 'high', 'very high'))", true],
  ["  concern text check (concern in (\n    'low',\n    'medium',\n    'high'))", true],
  ["comment on table plan is 'Never a risk level.';", false],
  ['-- no risk_level here', false],
  ['  respond_by timestamptz not null,', false],
  ['  storage text, fragment text', false],
];
for (const [line, graded] of grades) {
  test(`S1.1: ${line.trim()} ${graded ? 'is a grade of risk' : 'is none'}`, () => {
    assert.equal(gradesIn('migrations/0001_x.sql', line).length > 0, graded);
  });
}

test('markup, strings and templates are read; code, imports and statements are not', () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: { jsx: 'preserve', noEmit: true }, include: ['src'] }));
  writeFileSync(
    join(root, 'src/page.tsx'),
    `import type { X } from 'not these words';
// nor these words
const a = 'single words here';
const b = \`before the \${a} after the\`;
const c = <p title="in an attribute">
  In the  markup
</p>;
const d = sql\`select these words\`;
const e = 'select name as words from place';
const f = 'code';
`,
  );
  try {
    const { files, texts } = readTexts(root, isRead);
    assert.equal(files, 1);
    assert.deepEqual(
      texts.map(({ line, text }) => `${line} ${text}`),
      ['3 single words here', '4 before the', '4 after the', '5 in an attribute', '7 In the markup'],
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
