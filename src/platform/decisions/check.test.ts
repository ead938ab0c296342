import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from './check.ts';
import { evaluate } from './evaluate.ts';
import { facts, failingColumns, generated, inputs } from './generated-tables.ts';
import type { DecisionTable, Input, Output, Rule } from './table.ts';

const rule = (id: string, cells: Rule['cells'], outputs: Rule['outputs'] = { offer: 'talk' }, over: Partial<Rule> = {}): Rule => ({
  id,
  sentence: 'A plain sentence.',
  cells,
  outputs,
  reason: 'A reason.',
  reasonCode: 'CODE',
  changes: 'What would change this.',
  ...over,
});

const made = (rules: readonly Rule[], over: Partial<DecisionTable> = {}): DecisionTable => ({
  id: 'table',
  name: 'A table',
  version: 1,
  effectiveFrom: '2026-04-01',
  hitPolicy: 'RULE ORDER',
  answersAlways: false,
  inputs,
  outputs: [{ name: 'offer', label: 'Offer', type: 'text', required: true, values: ['talk', 'housing'] }],
  rules,
  ...over,
});

const faults = (table: DecisionTable) =>
  check(table).map(
    (fault) => `${fault.kind} ${fault.rule ?? '-'} ${fault.input ?? fault.output ?? fault.text ?? '-'}: ${fault.message} ${fault.fix}`,
  );

test('each fault of a cell names its row, its column and the letter', () => {
  assert.deepEqual(
    check(made([rule('one', { age: '>= ' })])).map(({ kind, rule: row, input, at }) => [kind, row, input, at]),
    [['syntax', 'one', 'age', 2]],
  );
  assert.deepEqual(
    check(made([rule('one', { safe_now: '"yes", "not_shure"' })])).map(({ kind, at, fix }) => [kind, at, fix]),
    [['unknown', 7, 'Did you mean “not_sure”?']],
  );
  assert.match(faults(made([rule('one', { age: '"old"' })]))[0] ?? '', /^type one age: “Age” cannot be compared with "old"/);
  assert.match(faults(made([rule('one', { aeg: '>= 18' })]))[0] ?? '', /^unknown one aeg: .*Did you mean “age”\?/);
  assert.match(faults(made([rule('one', { safe_now: 'yes' })]))[0] ?? '', /^syntax one safe_now: “yes” is not known here/);
  assert.match(faults(made([rule('one', { age: '> 60' })]))[0] ?? '', /^unreachable one age/);
});

test('results are checked: missing, unknown, of the wrong kind, or not a known value', () => {
  assert.match(faults(made([rule('one', {}, {})]))[0] ?? '', /^missing one offer/);
  assert.match(faults(made([rule('one', {}, { offer: 'talk', ofer: 'talk' })]))[0] ?? '', /^unknown one ofer.*Did you mean “offer”/);
  assert.match(faults(made([rule('one', {}, { offer: 3 })]))[0] ?? '', /^type one offer/);
  assert.match(faults(made([rule('one', {}, { offer: 'housig' })]))[0] ?? '', /^unknown one offer.*Did you mean “housing”/);
  assert.match(faults(made([rule('one', {}, undefined, { changes: ' ' })]))[0] ?? '', /^missing one changes/);
  assert.match(faults(made([rule('one', {}), rule('one', {})]))[0] ?? '', /^duplicate one/);
});

test('under UNIQUE two rows that both apply are a fault with an example; under FIRST a row nobody reaches is', () => {
  const both = [rule('young', { age: '< 30' }), rule('middle', { age: '[25..50]' }), rule('older', { age: '> 50' })];
  assert.match(
    faults(made(both, { hitPolicy: 'UNIQUE' }))[0] ?? '',
    /^overlap middle -: Rows “young” and “middle” both apply when “Age” is 2\d years/,
  );
  const hidden = [rule('most', { age: '>= 10' }), rule('rest', { age: '<= 9' }), rule('never', { age: '[5..20]' }), rule('anyone', {})];
  assert.deepEqual(
    check(made(hidden, { hitPolicy: 'FIRST' })).map((fault) => [fault.kind, fault.rule]),
    [['unreachable', 'never']],
  );
});

test('S5.1: where an answer is always owed, people whom no row meets are a fault, also when nothing was asked', () => {
  const answered = [rule('safe', { safe_now: '"yes"' }), rule('other', { safe_now: 'not("yes")' })];
  assert.deepEqual(check(made(answered)), []);
  assert.match(faults(made(answered, { answersAlways: true }))[0] ?? '', /^gap - -: No row applies when “Safe now” was not asked\./);
  assert.deepEqual(check(made([...answered, rule('everyone', {})], { answersAlways: true })), []);
  assert.match(
    faults(made([rule('adult', { age: '>= 18' })], { hitPolicy: 'FIRST' }))[0] ?? '',
    /^gap - -: No row applies when “Age” is 0 years/,
  );
});

const fit: Output = { name: 'fit', label: 'Fit', type: 'text', required: true, values: ['fits', 'elsewhere'], excludes: ['elsewhere'] };
const severity: Input = {
  name: 'how_bad',
  label: 'How bad it is',
  type: 'code',
  values: [
    { code: 'some', label: 'Some' },
    { code: 'a_lot', label: 'A lot' },
  ],
  category: 'clinical',
  about: 'severity',
};

test('S5.4, MOS-2: a row that sends people elsewhere by severity is refused, straight out or through the rows above it', () => {
  const eligibility = (rules: readonly Rule[], input: Input, hitPolicy: DecisionTable['hitPolicy']) =>
    check(made(rules, { hitPolicy, inputs: [input], outputs: [fit] })).filter((fault) => fault.kind === 'exclusion');
  const straight = [rule('severe', { how_bad: '"a_lot"' }, { fit: 'elsewhere' }), rule('others', {}, { fit: 'fits' })];
  assert.match(eligibility(straight, severity, 'FIRST')[0]?.message ?? '', /how severe things are\. No one may be turned away for that/);
  const hidden = [rule('mild', { how_bad: '"some"' }, { fit: 'fits' }), rule('rest', {}, { fit: 'elsewhere' })];
  assert.equal(eligibility(hidden, severity, 'FIRST')[0]?.rule, 'rest');
  const used = [rule('severe', { how_bad: '"a_lot"' }, { fit: 'fits' })];
  assert.deepEqual(eligibility(used, severity, 'COLLECT'), [], 'a fact may choose what to offer');
  for (const about of ['complexity', 'diagnosis', 'missed_visits', 'housing', 'substances', 'motivation', 'setting'] as const)
    assert.equal(eligibility(straight, { ...severity, about }, 'RULE ORDER').length, 1, about);
});

test('S5.4: a fact that only sounds like a ground must say what it is about', () => {
  const sounding: Input = { ...severity, name: 'missed_visits', label: 'Visits missed', about: undefined };
  const rules = [rule('missed', { missed_visits: '"a_lot"' }, { fit: 'elsewhere' })];
  const found = (input: Input) =>
    check(made(rules, { hitPolicy: 'RULE ORDER', inputs: [input], outputs: [fit] })).filter((fault) => fault.kind === 'exclusion');
  assert.match(found(sounding)[0]?.fix ?? '', /about: missed_visits/);
  assert.deepEqual(found({ ...sounding, about: 'whom_it_is_for' }), []);
});

test('MOS-2, S1.1: words that turn people away or grade them are refused wherever a table says them', () => {
  const saying: readonly [string, Partial<Rule>][] = [
    ['too complex', { sentence: 'People who are too complex go elsewhere.' }],
    ['too ill', { reason: 'You are too ill for this.' }],
    ['not motivated', { changes: 'If they are not motivated, end.' }],
    ['rejected', { sentence: 'This referral is rejected.' }],
    ['does not meet', { reason: 'This does not meet the threshold.' }],
    ['high risk', { reasonCode: 'HIGH_RISK' }],
    ['failed to attend', { sentence: 'Someone who failed to attend twice.' }],
  ];
  for (const [words, over] of saying)
    assert.match(faults(made([rule('one', {}, undefined, over)])).join('\n'), new RegExp(`words one .*“${words}”`, 'i'), words);
  assert.match(faults(made([rule('one', {})], { name: 'Too severe for us' }))[0] ?? '', /^words - name/);
  assert.deepEqual(
    check(made([rule('one', {}, undefined, { reason: 'This is not the right fit here, so we found you another offer.' })])),
    [],
  );
});

test('S9, TWP-15: who somebody is decides nothing but an order, unless a service was set up for them', () => {
  const ethnicity: Input = {
    name: 'background',
    label: 'Background',
    type: 'code',
    values: [
      { code: 'A', label: 'A' },
      { code: 'D', label: 'D' },
    ],
    category: 'equality',
  };
  const offered = [rule('some', { background: '"D"' }), rule('everyone', {})];
  const found = (input: Input, outputs: readonly Output[], rules: readonly Rule[]) =>
    check(made(rules, { inputs: [input], outputs })).filter((fault) => fault.kind === 'exclusion');
  const offer: Output = { name: 'offer', label: 'Offer', type: 'text', required: true };
  assert.match(found(ethnicity, [offer], offered)[0]?.message ?? '', /Row “some” decides by “Background”/);
  const order: Output = { name: 'order', label: 'Order', type: 'number', required: true, orders: true };
  const ordered = [rule('some', { background: '"D"' }, { order: 1 }), rule('everyone', {}, { order: 2 })];
  assert.deepEqual(found(ethnicity, [order], ordered), []);
  const elsewhere = [rule('some', { background: '"D"' }, { fit: 'elsewhere' }), rule('others', {}, { fit: 'fits' })];
  assert.equal(found(ethnicity, [fit], elsewhere).length, 1);
  assert.deepEqual(found({ ...ethnicity, about: 'whom_it_is_for' }, [fit], elsewhere), []);
  for (const label of ['Religion', 'Registered disabled', 'Sex at birth', 'Nationality', 'Pregnant'])
    assert.ok(found({ ...ethnicity, category: 'contact', label }, [offer], offered).length > 0, label);
});

test('S1.1: a fact that grades risk is refused whatever it is used for, by its name, its words or its answers', () => {
  const plain: Input = { name: 'asked', label: 'Asked', type: 'code', values: [{ code: 'a', label: 'A' }], category: 'safety' };
  const grades: readonly Partial<Input>[] = [
    { name: 'risk_grade' },
    { label: 'Risk level from the hospital' },
    { label: 'RAG rating' },
    { values: [{ code: 'a', label: 'High risk' }] },
  ];
  const all = (input: Input) => check(made([rule('one', { [input.name]: '"a"' }), rule('all', {})], { inputs: [input] }));
  assert.deepEqual(all(plain), []);
  for (const grade of grades)
    assert.ok(
      all({ ...plain, ...grade }).some(({ kind, message }) => kind === 'exclusion' && /grade of risk/.test(message)),
      JSON.stringify(grade),
    );
  const result: Output = { name: 'group', label: 'Group', type: 'text', required: true };
  const named = check(made([rule('one', {}, { group: 'High risk' })], { outputs: [result] }));
  assert.deepEqual(
    named.map(({ kind, output }) => [kind, output]),
    [['words', 'group']],
  );
});

test('a day that does not exist and a range that runs backwards are faults of the cell, not surprises later', () => {
  const born: Input = { name: 'born', label: 'Born', type: 'date', category: 'contact' };
  for (const cell of ['>= date("banana")', '> date("99999-01-01")', 'date("2026-02-31")', '>= date and time("2026-01-01T00:00:00")'])
    assert.equal(check(made([rule('one', { born: cell })], { inputs: [born] }))[0]?.kind, 'syntax', cell);
  const backwards = ['[30..18]', ']30..18[', '(5..-5)'];
  for (const cell of backwards) assert.match(check(made([rule('one', { age: cell })]))[0]?.message ?? '', /runs backwards/, cell);
  const days = '[date("2026-06-01")..date("2026-01-31")]';
  assert.match(check(made([rule('one', { born: days })], { inputs: [born] }))[0]?.message ?? '', /runs backwards/);
  assert.deepEqual(check(made([rule('one', { age: '[9..18]' }), rule('all', {})])), []);
});

test('H11: a cell that could be worked out for ever is refused before it is tried', () => {
  const slow = [
    'for i in 1..1000000000 return i',
    'some x in 1..1000000000 satisfies x = ?',
    'some a in [1,2,3] satisfies a = ?',
    '? > 10 ** 1000000000',
    'function(x) x',
    'matches(string(?), "(a+)+$")',
    `${'? = 1 or '.repeat(200)}? = 2`,
  ];
  for (const cell of slow) assert.equal(check(made([rule('one', { age: cell })]))[0]?.kind, 'syntax', cell.slice(0, 40));
  const nested = 'some a in ? satisfies (some b in ? satisfies (some c in ? satisfies a = c))';
  assert.equal(check(made([rule('one', { wants: nested })]))[0]?.kind, 'syntax');
  assert.deepEqual(check(made([rule('one', { wants: 'some choice in ? satisfies choice in ("talk", "work")' })])), []);
});

test('what the check says about rows agrees with trying every combination of facts', () => {
  const everyone = [...combinations()];
  fc.assert(
    fc.property(generated(['UNIQUE', 'FIRST'], 4), fc.boolean(), (random, answersAlways) => {
      const table = { ...random.table, answersAlways };
      const found = check(table);
      if (found.some((fault) => fault.kind === 'unreachable' && fault.input)) return;
      const met = everyone.map((given) => failingColumns(random, given).flatMap((failing, row) => (failing.length === 0 ? [row] : [])));
      const asked = everyone.map((given) => Object.values(given).every((value) => value !== null));
      const gap = met.some((rows, index) => rows.length === 0 && (answersAlways || asked[index]));
      assert.equal(
        found.some((fault) => fault.kind === 'gap'),
        gap,
      );
      if (table.hitPolicy === 'UNIQUE')
        assert.equal(
          found.some((fault) => fault.kind === 'overlap'),
          met.some((rows) => rows.length > 1),
        );
      else {
        const reached = new Set(met.flatMap((rows) => rows.slice(0, 1)));
        const never = table.rules.flatMap((each, row) => (reached.has(row) ? [] : [each.id]));
        assert.deepEqual(
          found.flatMap((fault) => (fault.kind === 'unreachable' ? [fault.rule] : [])),
          never,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('a table the check passes under UNIQUE never fails for two rows', () => {
  fc.assert(
    fc.property(generated(['UNIQUE'], 3), facts, (random, given) => {
      fc.pre(!check(random.table).some((fault) => fault.kind === 'overlap'));
      assert.equal(evaluate(random.table, given).problem, undefined);
    }),
    { numRuns: 100 },
  );
});

function* combinations() {
  const wants = Array.from({ length: 16 }, (_, bits) => ['talk', 'housing', 'money', 'work'].filter((_code, index) => bits & (1 << index)));
  const ages = [null, ...Array.from({ length: 61 }, (_, age) => age)];
  for (const safe_now of ['yes', 'not_sure', 'no', null])
    for (const chosen of [...wants, null])
      for (const age of ages) for (const notice of [true, false, null]) yield { safe_now, wants: chosen, age, notice };
}
