// Nobody is turned away for how ill, complex, unsettled or hard to reach they are: attempts by name, by synonym, by every spelling of FEEL, by what is
// left over, and by an order; and, of random tables that pass the check, that the answer never hangs on such a ground.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from './check.ts';
import { evaluate } from './evaluate.ts';
import type { DecisionTable, Ground, HitPolicy, Input, Output, Rule } from './table.ts';
import { hitPolicies } from './table.ts';

const yesNo = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
];
const fact = (label: string, over: Partial<Input> = {}): Input => ({
  name: 'fact',
  label,
  type: 'code',
  values: yesNo,
  category: 'story',
  ...over,
});
const row = (id: string, cells: Rule['cells'], outputs: Rule['outputs']): Rule => ({
  id,
  sentence: 'A plain sentence.',
  cells,
  outputs,
  reason: 'A reason.',
  reasonCode: 'CODE',
  changes: 'Tell us more.',
});
const result: Output = {
  name: 'result',
  label: 'Result',
  type: 'text',
  required: true,
  values: ['fits', 'ask', 'another-offer'],
  excludes: ['another-offer'],
};
const table = (inputs: readonly Input[], rules: readonly Rule[], over: Partial<DecisionTable> = {}): DecisionTable => ({
  id: 'table',
  name: 'Whom it is for',
  version: 1,
  effectiveFrom: '2026-04-01',
  hitPolicy: 'RULE ORDER',
  answersAlways: true,
  inputs,
  outputs: [result],
  rules,
  ...over,
});
const away = { result: 'another-offer' };
const fits = { result: 'fits' };
const refusals = (of: DecisionTable) => check(of).filter(({ kind }) => kind === 'exclusion');

/** What a fact that nobody declared might be called, and what it is taken for. */
const synonyms: Readonly<Record<Exclude<Ground, 'whom_it_is_for' | 'who_they_are'>, readonly string[]>> = {
  severity: ['PHQ-9 total', 'CORE-10 score', 'Risk to self', 'In crisis now', 'How unwell they are', 'Acute distress', 'Admissions this year', 'How soon it is asked for'],
  complexity: ['Complex needs', 'Dual diagnosis', 'Multiple needs', 'Agencies involved', 'Co-morbidity', 'How many services know them'],
  diagnosis: ['Diagnosis', 'Personality difficulties', 'Bipolar', 'Psychosis', 'Autistic', 'Has ADHD', 'Eating disorder', 'Long-term condition'],
  missed_visits: ['Visits missed', 'Did not attend twice', 'Cancelled before', 'DNA count', 'Dropped out last time', 'Turned up late', 'No-shows'],
  housing: ['Homeless', 'Housed', 'Sofa surfing', 'In a hostel', 'Tenancy', 'No fixed abode', 'Sleeping rough sleeper'],
  substances: ['Drinks alcohol', 'Using drugs', 'Sober', 'Abstinent for a month', 'In detox', 'Addiction', 'Units a week', 'On methadone'],
  motivation: ['Motivation', 'Ready to change', 'Engagement', 'Willing to do homework', 'Commitment', 'Compliance', 'Keen'],
  setting: ['In prison', 'On probation', 'Secure unit', 'On a ward', 'Detained', 'Convicted', 'How they came to us', 'Self-referral'],
  language: ['Needs an interpreter', 'Speaks English', 'First language'],
}; // biome-ignore format: a table of attempts

test('MOS-2, S5.4: a fact by any of these names sends nobody elsewhere before somebody has said what it is about', () => {
  for (const [ground, labels] of Object.entries(synonyms))
    for (const label of labels) {
      const found = refusals(table([fact(label)], [row('away', { fact: '"yes"' }, away), row('all', {}, fits)]));
      assert.equal(found.length, 1, `${label} must be asked about as ${ground}`);
      const declared = fact(label, { about: ground as Ground }); // a key of the table above
      assert.match(
        refusals(table([declared], [row('away', { fact: '"yes"' }, away), row('all', {}, fits)]))[0]?.message ?? '',
        /No one may be turned away/,
      );
      assert.deepEqual(
        refusals(table([fact(label)], [row('ask', { fact: '"yes"' }, { result: 'ask' }), row('all', {}, fits)])),
        [],
        `${label} may still choose what to ask`,
      );
    }
});

test('MOS-2: a fact cannot hide its ground behind its name or its answers', () => {
  const hidden: readonly Input[] = [
    fact('Tell us one thing', { name: 'missed_appointments_attended' }),
    fact('Where they are now', { values: [{ code: 'yes', label: 'On a ward' }, { code: 'no', label: 'At home' }] }),
    fact('What they said', { values: [{ code: 'yes', label: 'Drinking every day' }, { code: 'no', label: 'Nothing' }] }),
  ]; // biome-ignore format: one fact a line
  for (const input of hidden)
    assert.equal(refusals(table([input], [row('away', { [input.name]: '"yes"' }, away), row('all', {}, fits)])).length, 1, input.label);
});

test('S5.4: every way of writing a cell in FEEL is the same cell', () => {
  const severe = fact('How severe', { about: 'severity' });
  const score = fact('Score', { about: 'severity', type: 'number', values: undefined, lowest: 0, highest: 40 });
  const many = fact('What is going on', { about: 'severity', type: 'codes' });
  const spellings: readonly (readonly [Input, readonly string[]])[] = [
    [severe, ['"yes"', 'not("no")', '"yes", null', 'null', 'not(null)', '? = "yes"', '? != "no"', '? in ("yes")', 'not("no", null)', '"yes","no"', ' "yes" ']],
    [score, ['>= 20', '> 19', '[20..40]', '(19..40]', 'not(< 20)', '? >= 20', '? + 1 > 20', '20, 21, >= 22', 'null']],
    [many, ['list contains(?, "yes")', 'not(list contains(?, "no"))', 'some choice in ? satisfies choice = "yes"', 'count(?) > 0']],
  ]; // biome-ignore format: a table of attempts
  for (const [input, cells] of spellings)
    for (const cell of cells) {
      const found = check(table([input], [row('away', { fact: cell }, away), row('all', {}, fits)]));
      assert.ok(
        found.some(({ kind, rule }) => rule === 'away' && (kind === 'exclusion' || kind === 'syntax')),
        `${cell}: ${JSON.stringify(found)}`,
      );
    }
});

test('S6.1, MOS-2: an order may bring forward who missed visits or is unsure, and moves nobody down for it', () => {
  const group: Output = { name: 'group', label: 'Group', type: 'text', required: true };
  const order: Output = { name: 'order', label: 'Order', type: 'number', required: true, orders: true };
  const missed = fact('Visits missed', { type: 'number', values: undefined, lowest: 0, highest: 20 });
  const ordered = (rules: readonly (readonly [cell: string, order: number])[], input = missed) =>
    refusals(
      table(
        [input],
        rules.map(([cell, place], at) => row(`row-${at}`, cell === '-' ? {} : { fact: cell }, { group: 'Group', order: place })),
        { outputs: [group, order] },
      ),
    ).map(({ rule }) => rule);
  assert.deepEqual(ordered([['>= 2', 1], ['-', 2]]), []);
  assert.deepEqual(ordered([['>= 2', 3], ['-', 2]]), ['row-0']);
  assert.deepEqual(ordered([['>= 4', 1], ['>= 2', 2], ['-', 3]]), []);
  assert.deepEqual(ordered([['< 2, null', 1], ['>= 2', 2]]), ['row-1'], 'also when everybody else comes first instead');
  assert.deepEqual(ordered([['"yes"', 9], ['-', 2]], fact('Worried about coming', { about: 'motivation' })), ['row-0']);
  assert.deepEqual(ordered([['"yes"', 9], ['-', 2]], fact('Has a dog')), []);
}); // biome-ignore format: an order a line

test('MOS-2: words that make somebody earn support are refused, in a row as on a page', () => {
  const said = (sentence: string) =>
    check(table([], [{ ...row('one', {}, fits), sentence }])).filter(({ kind }) => kind === 'words').length;
  for (const sentence of [
    'People who are too poorly go elsewhere.',
    'Somebody too acute for us.',
    'They must be sober before they start.',
    'Someone needs to be stable first; he has to be motivated.',
    'The criteria are not met.',
    'This is unsuitable.',
    'Someone who did not attend twice.',
    'People not engaging are closed.',
    'Two DNAs in a row.',
  ])
    assert.ok(said(sentence) > 0, sentence);
  for (const sentence of ['Somebody who could not come is asked what would help.', 'We meet at a place that suits them.'])
    assert.equal(said(sentence), 0, sentence);
});

const neutral: Input = { ...fact('Has a dog'), name: 'neutral' };
const ground: Input = { ...fact('How severe', { about: 'severity' }), name: 'ground' };
const cells = fc.constantFrom('-', '"yes"', '"no"', 'null', 'not("yes")', '"yes", null');
const randomTable = fc
  .tuple(
    fc.constantFrom(...hitPolicies),
    fc.array(fc.record({ ground: cells, neutral: cells, result: fc.constantFrom('fits', 'ask', 'another-offer') }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([hitPolicy, rows]: [HitPolicy, { ground: string; neutral: string; result: string }[]]) =>
    table(
      [ground, neutral],
      rows.map(({ result: value, ...tests }, at) => row(`row-${at}`, tests, { result: value })),
      { hitPolicy },
    ),
  );

test('S5.4: in every table that passes the check, whether somebody is sent elsewhere never hangs on the ground', () => {
  const answers = ['yes', 'no', undefined];
  let passed = 0;
  fc.assert(
    fc.property(randomTable, (random) => {
      if (check(random).length > 0) return;
      passed += 1;
      for (const other of answers) {
        const sentAway = answers.map((given) => {
          const { outputs, problem } = evaluate(random, { ground: given, neutral: other });
          assert.equal(problem, undefined);
          return outputs.some((one) => one.result === 'another-offer');
        });
        assert.equal(new Set(sentAway).size, 1, JSON.stringify(random.rules.map(({ cells: tests, outputs }) => [tests, outputs.result])));
      }
    }),
    { numRuns: 3000 },
  );
  assert.ok(passed > 50, `only ${passed} tables passed the check: that proves little`);
});
