import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from './check.ts';
import { evaluate, firedRows } from './evaluate.ts';
import { facts, failingColumns, generated } from './generated-tables.ts';
import type { DecisionTable } from './table.ts';

test('rows fire exactly where a brute-force evaluator says, under every hit policy, whatever is missing', () => {
  fc.assert(
    fc.property(generated(['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER']), facts, (made, given) => {
      const matching = failingColumns(made, given).flatMap((failing, index) => (failing.length === 0 ? [`row-${index}`] : []));
      const result = evaluate(made.table, given);
      if (made.table.hitPolicy === 'UNIQUE' && matching.length > 1) {
        assert.match(result.problem?.reason ?? '', /both apply/);
        assert.deepEqual(result.fired, []);
        return;
      }
      assert.equal(result.problem, undefined);
      const expected = made.table.hitPolicy === 'FIRST' ? matching.slice(0, 1) : matching;
      assert.deepEqual(
        result.fired.map((fired) => fired.rule),
        expected,
      );
      assert.deepEqual(
        result.outputs.map((outputs) => outputs.offer),
        expected.map((id) => id.replace('row', 'offer')),
      );
    }),
    { numRuns: 400 },
  );
});

test('the quick way that a replay takes fires the rows that the explained way fires, and fails where it fails', () => {
  fc.assert(
    fc.property(generated(['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER']), facts, fc.boolean(), (made, given, strange) => {
      const asked = strange ? { ...given, safe_now: 'an answer nobody offers' } : given;
      const { fired, problem } = evaluate(made.table, asked);
      assert.deepEqual(
        firedRows(made.table, asked)?.map(({ rule, byAnAnswer }) => `${rule.id} ${byAnAnswer}`),
        problem ? undefined : fired.map(({ rule, matched }) => `${rule} ${matched.length > 0}`),
      );
    }),
    { numRuns: 300 },
  );
});

test('the same table and facts give the same answer, in this reading and the next, and facts are left as they were', () => {
  fc.assert(
    fc.property(generated(['FIRST', 'RULE ORDER']), facts, (made, given) => {
      const before = { ...given };
      const first = evaluate(made.table, given);
      assert.deepEqual(evaluate(made.table, given), first);
      assert.deepEqual(evaluate(structuredClone(made.table), given), first);
      assert.deepEqual({ ...given }, before);
    }),
    { numRuns: 100 },
  );
});

test('the nearest row has the fewest failing cells of the rows that could be met, and giving what it needs makes it fire', () => {
  let reached = 0;
  fc.assert(
    fc.property(generated(['FIRST', 'COLLECT', 'RULE ORDER']), facts, fc.nat(), (made, given, pick) => {
      const failing = failingColumns(made, given);
      const { nearest, fired } = evaluate(made.table, given);
      if (nearest === null) return;
      reached += 1;
      const index = Number(nearest.rule.slice('row-'.length));
      assert.equal(nearest.failing.length, failing[index]?.length);
      const firstFired = failing.findIndex((columns) => columns.length === 0);
      const able = failing.flatMap((columns, row) => {
        const above = made.table.hitPolicy !== 'FIRST' || firstFired === -1 || row < firstFired;
        return columns.length > 0 && above && columns.every((column) => canBeMet(made, row, column)) ? [columns.length] : [];
      });
      assert.equal(nearest.failing.length, Math.min(...able));
      assert.ok(!fired.some((each) => each.rule === nearest.rule));
      const changed = {
        ...given,
        ...Object.fromEntries(nearest.failing.map((cell) => [cell.input, cell.values[pick % cell.values.length]])),
      };
      assert.ok(
        evaluate(made.table, changed).fired.some((each) => each.rule === nearest.rule),
        `${JSON.stringify(changed)} should make ${nearest.rule} fire`,
      );
    }),
    { numRuns: 400 },
  );
  assert.ok(reached > 100, 'the property met enough tables with a nearest row');
});

// A cell is hopeless only if no answer, missing included, meets it: here, not("yes", …) over every answer, or an age range outside 0 to 60.
function canBeMet(made: Parameters<typeof failingColumns>[0], row: number, column: number): boolean {
  const answers: Record<number, readonly unknown[]> = {
    0: ['yes', 'not_sure', 'no', null],
    1: Array.from({ length: 16 }, (_, bits) => ['talk', 'housing', 'money', 'work'].filter((_code, index) => bits & (1 << index))),
    2: Array.from({ length: 61 }, (_, age) => age),
    3: [true, false, null],
  };
  return (answers[column] ?? []).some((answer) => {
    const only = { safe_now: null, wants: null, age: null, notice: null, [['safe_now', 'wants', 'age', 'notice'][column] ?? '']: answer };
    return !failingColumns(made, only as never)[row]?.includes(column); // Any answer is allowed here; the generated type is narrower.
  });
}

const table: DecisionTable = {
  id: 'suggestion',
  name: 'What to offer first',
  version: 3,
  effectiveFrom: '2026-04-01',
  hitPolicy: 'RULE ORDER',
  answersAlways: true,
  inputs: [
    {
      name: 'safe_now',
      label: 'Are you safe right now?',
      type: 'code',
      values: [
        { code: 'yes', label: 'Yes' },
        { code: 'not_sure', label: 'Not sure' },
        { code: 'no', label: 'No' },
      ],
      category: 'safety',
    },
    { name: 'notice_days', label: 'Days until the home may be lost', type: 'number', unit: 'days', lowest: 0, category: 'housing' },
  ],
  outputs: [{ name: 'offer', label: 'Offer', type: 'text', required: true }],
  rules: [
    {
      id: 'call-today',
      sentence: 'Someone who is not sure they are safe gets a call today.',
      cells: { safe_now: '"no", "not_sure"' },
      outputs: { offer: 'call' },
      reason: 'You told us you may not be safe.',
      reasonCode: 'SAFE_NOW',
      changes: 'If you tell us you are safe, we agree a time together.',
    },
    {
      id: 'home',
      sentence: 'A home that may be lost soon gets help this week.',
      cells: { notice_days: '<= 28' },
      outputs: { offer: 'housing' },
      reason: 'Your home may be lost soon.',
      reasonCode: 'HOME',
      changes: 'If the home becomes secure, help goes at your pace.',
    },
    {
      id: 'everyone',
      sentence: 'Everyone gets a first talk.',
      cells: {},
      outputs: { offer: 'talk' },
      reason: 'Everyone who asks is offered a talk.',
      reasonCode: 'ALL',
      changes: 'You can choose something else.',
    },
  ],
};

test('H30: an evaluation shows what was used, what is missing and why, the reasons, and the nearest row that did not apply', () => {
  const result = evaluate(table, { safe_now: 'declined', notice_days: 60 });
  assert.deepEqual(check(table), []);
  assert.deepEqual(
    result.fired.map((fired) => [fired.rule, fired.reason, fired.categories]),
    [['everyone', 'Everyone who asks is offered a talk.', []]],
  );
  assert.deepEqual(
    result.used.map((used) => [used.label, used.words]),
    [['Days until the home may be lost', '60 days']],
  );
  assert.deepEqual(
    result.missing.map((missing) => [missing.label, missing.because]),
    [['Are you safe right now?', 'asked, chose not to say']],
  );
  assert.equal(result.version, 3);
  assert.equal(
    evaluate(table, { safe_now: 'yes', notice_days: 60 }).nearest?.sentence,
    'Nearest that did not apply: Someone who is not sure they are safe gets a call today. “Are you safe right now?” is Yes; it needs “Not sure” or “No”.',
  );
  const near = evaluate(table, { safe_now: 'no', notice_days: 60 }).nearest;
  assert.deepEqual(near?.failing, [
    {
      input: 'notice_days',
      label: 'Days until the home may be lost',
      actual: '60 days',
      value: 60,
      needed: '28 days or less',
      values: [28, 27, 0],
    },
  ]);
  assert.equal(evaluate(table, { safe_now: 'no', notice_days: 3 }).nearest, null, 'every row fired');
});

test('a fired row shows the facts it looked at, and the categories that decide who may read it', () => {
  const [call] = evaluate(table, { safe_now: 'no' }).fired;
  assert.deepEqual(
    call?.matched.map((used) => [used.input, used.words]),
    [['safe_now', 'No']],
  );
  assert.deepEqual(call?.categories, ['safety']);
});

test('H11: a broken cell gives a failed result that names the cell, never an error and never a guess', () => {
  const broken: DecisionTable = {
    ...table,
    rules: table.rules.map((rule) => (rule.id === 'home' ? { ...rule, cells: { notice_days: '<= ' } } : rule)),
  };
  const result = evaluate(broken, { safe_now: 'no' });
  assert.deepEqual([result.fired, result.outputs, result.nearest], [[], [], null]);
  assert.equal(result.problem?.rule, 'home');
  assert.equal(result.problem?.input, 'notice_days');
  assert.match(result.problem?.reason ?? '', /Row “home” has a broken cell under “notice_days”/);
  assert.equal(result.used.length, 1, 'what is known is still shown');
  const unknown: DecisionTable = {
    ...table,
    rules: table.rules.map((rule) => (rule.id === 'home' ? { ...rule, cells: { notice_days: '<= soon' } } : rule)),
  };
  assert.match(evaluate(unknown, { notice_days: 3 }).problem?.reason ?? '', /“soon” is not known here/);
});

test('H11: an answer the table does not know fails in the open; it is never taken for "not asked"', () => {
  assert.match(evaluate(table, { safe_now: 'No' }).problem?.reason ?? '', /“Are you safe right now\?” is not one this table knows/);
  assert.match(evaluate(table, { notice_days: '12' }).problem?.reason ?? '', /“Days until the home may be lost”/);
  assert.equal(evaluate(table, { something_else: 1 }).problem, undefined);
  assert.equal(
    evaluate(table, Object.create({ safe_now: 'no' })).fired[0]?.rule,
    'everyone',
    'only the facts themselves count, not what an object inherits',
  );
});

test('one choice made on its own counts as a list of one; a choice that is not offered does not', () => {
  const wants: DecisionTable = {
    ...table,
    inputs: [{ name: 'wants', label: 'Wants', type: 'codes', values: [{ code: 'home', label: 'Home' }], category: 'story' }],
    rules: table.rules.slice(1, 2).map((rule) => ({ ...rule, cells: { wants: 'list contains(?, "home")' } })),
  };
  assert.equal(evaluate(wants, { wants: 'home' }).fired.length, 1);
  assert.equal(evaluate(wants, { wants: ['home'] }).fired.length, 1);
  assert.equal(evaluate(wants, { wants: [] }).fired.length, 0);
  assert.match(evaluate(wants, { wants: 'castle' }).problem?.reason ?? '', /“Wants”/);
});

test('missing facts never throw and never meet a cell by accident, not even one that says "not"', () => {
  const not: DecisionTable = {
    ...table,
    rules: table.rules.map((rule) =>
      rule.id === 'call-today' ? { ...rule, cells: { safe_now: 'not("yes")', notice_days: 'not(> 5)' } } : rule,
    ),
  };
  for (const nothing of [undefined, null, '', 'not_asked', 'declined', 'not_known', 'not asked'])
    assert.deepEqual(
      evaluate(not, { safe_now: nothing, notice_days: nothing }).fired.map((fired) => fired.rule),
      ['everyone'],
    );
});
