import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDmn, writeDmn } from './dmn.ts';
import { evaluate } from './evaluate.ts';
import { facts, generated } from './generated-tables.ts';
import type { DecisionTable } from './table.ts';

async function back(xml: string): Promise<DecisionTable> {
  const read = await readDmn(xml);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

// A cell of '-' and a cell left out are the same cell; a key that is undefined and one left out are the same key.
const essence = (table: DecisionTable): unknown =>
  JSON.parse(
    JSON.stringify({
      ...table,
      rules: table.rules.map((rule) => ({
        ...rule,
        cells: Object.fromEntries(Object.entries(rule.cells).filter(([, cell]) => cell !== '-')),
      })),
    }),
  );

test('a table written as DMN and read back is the same table, and answers the same', async () => {
  await fc.assert(
    fc.asyncProperty(generated(['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER']), facts, async (made, given) => {
      const again = await back(await writeDmn(made.table));
      assert.deepEqual(essence(again), essence(made.table));
      assert.deepEqual(evaluate(again, given), evaluate(made.table, given));
    }),
    { numRuns: 60 },
  );
});

test('words with quotes, angle brackets, apostrophes and other scripts survive', async () => {
  const [made] = fc.sample(generated(['FIRST'], 1), { numRuns: 1, seed: 1 });
  assert.ok(made);
  const rules = made.table.rules.map((rule) => ({
    ...rule,
    reason: 'Less than “28” & <soon> — لا أحد',
    changes: 'It’s "over"',
    outputs: { offer: 'a "b" <c>' },
  }));
  const table = { ...made.table, rules, effectiveTo: '2027-03-31', answersAlways: true, name: 'A & B' };
  assert.deepEqual(essence(await back(await writeDmn(table))), essence(table));
});

test('a table drawn in another editor is read without our attributes, its facts kept as close as the closest', async () => {
  const table = await back(`<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://example.org">
  <decision id="x" name="Dish"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i" label="Guests"><inputExpression id="e" typeRef="number"><text>guests</text></inputExpression></input>
    <output id="o" label="Dish" name="dish" typeRef="string" />
    <rule id="r1"><inputEntry id="c1"><text>&gt; 8</text></inputEntry><outputEntry id="o1"><text>"stew"</text></outputEntry></rule>
    <rule id="r2"><inputEntry id="c2"><text></text></inputEntry><outputEntry id="o2"><text>"soup"</text></outputEntry></rule>
  </decisionTable></decision>
</definitions>`);
  assert.deepEqual(evaluate(table, { guests: 9 }).outputs, [{ dish: 'stew' }]);
  assert.deepEqual(evaluate(table, { guests: 2 }).outputs, [{ dish: 'soup' }]);
  assert.equal(table.inputs[0]?.category, 'safety');
});

test('a file that would mean something else here is refused whole, and never read as another table', async () => {
  const [made] = fc.sample(generated(['FIRST'], 1), { numRuns: 1, seed: 1 });
  assert.ok(made);
  const xml = await writeDmn(made.table);
  const decision = /<dmn:decision [\s\S]*<\/dmn:decision>/.exec(xml)?.[0] ?? '';
  const column = /<dmn:input [\s\S]*?<\/dmn:input>/.exec(xml)?.[0] ?? '';
  const cell = /<dmn:inputEntry [\s\S]*?<\/dmn:inputEntry>/.exec(xml)?.[0] ?? '';
  const byDefault = '<dmn:defaultOutputEntry><dmn:text>"x"</dmn:text></dmn:defaultOutputEntry>';
  const cells = { widened: xml.replace(cell, ''), further: xml.replace(cell, cell + cell.replace('id="', 'id="b_')) };
  for (const [changed, said] of [
    [xml.replace('hitPolicy="FIRST"', 'hitPolicy="PRIORITY"'), /Line 4 says “PRIORITY”/],
    [xml.replace('hitPolicy="FIRST"', 'hitPolicy="COLLECT" aggregation="SUM"'), /Line 4 says “SUM”/],
    [xml.replace(' onedoor:required="true" />', `>${byDefault}</dmn:output>`), /last row/],
    [xml.replace(decision, decision + decision.replaceAll('id="', 'id="b_')), /One may read what another gives/],
    [xml.replace(column, column + column.replaceAll('id="', 'id="b_')), /Both read “/],
    [cells.widened, /Row 1 has \d+ cells, and the table \d+ facts/],
    [cells.further, /Row 1 has \d+ cells, and the table \d+ facts/],
  ] as const) {
    assert.notEqual(changed, xml);
    const read = await readDmn(changed);
    assert.match(read.ok ? 'it was read' : read.problem.detail, said);
  }
});

test('what is not DMN, or holds no table, is refused in plain words', async () => {
  for (const xml of [
    '',
    'hello',
    '<a/>',
    '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"/>',
  ]) {
    const read = await readDmn(xml);
    assert.ok(!read.ok && read.problem.detail.length > 0, xml);
  }
});

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://example.org">
  <decision id="x" name="Dish"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i" label="Guests"><inputExpression id="e" typeRef="number"><text>guests</text></inputExpression></input>
    <output id="o" label="Dish" name="dish" typeRef="string" />
    <rule id="r1"><inputEntry id="c1"><text>&gt; 8</text></inputEntry><outputEntry id="o1"><text>"stew"</text></outputEntry></rule>
  </decisionTable></decision>
</definitions>`;

test('every element is written under the name that DMN 1.3 gives it, so that other editors open the file', async () => {
  const [made] = fc.sample(generated(['FIRST'], 2), { numRuns: 1, seed: 3 });
  assert.ok(made);
  const xml = await writeDmn(made.table);
  const names = new Set([...xml.matchAll(/<dmn:(\w+)/g)].map((found) => found[1]));
  const known = [
    'definitions',
    'decision',
    'decisionTable',
    'input',
    'inputExpression',
    'inputValues',
    'output',
    'outputValues',
    'annotation',
    'rule',
    'description',
    'inputEntry',
    'outputEntry',
    'annotationEntry',
    'text',
  ];
  assert.deepEqual(
    [...names].filter((name) => !known.includes(name ?? '')),
    [],
  );
  assert.ok(names.has('decisionTable') && names.has('rule'));
});

test('a broken, foreign or hostile file is refused with its line', async () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`;
  const hostile: readonly (readonly [RegExp, string])[] = [
    [/Line 1 defines a document type/, whole.replace('<?xml version="1.0" encoding="UTF-8"?>', bomb)],
    [/Line 2 says it is another version of DMN/, whole.replace('DMN/20191111', 'DMN/20180521')],
    [/Choose a file that a DMN editor saved/, whole.replace(/xmlns="[^"]*"/, 'xmlns="http://example.org/other"')],
    [/Line \d+ is not right/, whole.replace('</rule>', '')],
    [/Line \d+ is not right/, whole.slice(0, -20)],
    [/Line 6 is not right/, whole.replace('<rule id="r1">', '<rule id="r1"><surprise/>')],
    [/Line 4 says they are in “javascript”/, whole.replace('typeRef="number"', 'typeRef="number" expressionLanguage="javascript"')],
  ];
  for (const [expected, xml] of hostile) {
    const read = await readDmn(xml);
    assert.ok(!read.ok, xml.slice(0, 80));
    assert.match(read.problem.detail, expected);
  }
  const large = await readDmn(whole.replace('stew', 'x'.repeat(10_000_000)));
  assert.ok(!large.ok && large.problem.status === 413);
  assert.ok((await readDmn(whole)).ok, 'and the file itself is read');
  assert.ok(
    (await readDmn(whole.replace('typeRef="number"', 'typeRef="number" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"')))
      .ok,
  );
});

test('H11: bytes changed at random are read or refused, never thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(30), fc.string({ unit: 'binary', maxLength: 8 }), async (at, gone, put) => {
      const read = await readDmn(whole.slice(0, at) + put + whole.slice(at + gone));
      if (!read.ok) assert.ok(read.problem.detail.length > 0);
      else evaluate(read.value, { guests: 9 });
    }),
    { numRuns: 300 },
  );
});
