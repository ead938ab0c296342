// Checks the rows of a table against each other: rows that can never apply, rows that both apply, and people whom no row meets.
import { type Box, bitsOf, firstOf, meet, uncovered } from './coverage.ts';
import type { Domain } from './domain.ts';
import type { ReadTable } from './read-table.ts';
import type { Input, Rule, Value } from './table.ts';
import type { TableFault } from './table-fault.ts';
import { inWords } from './values.ts';

export function rowFaults(read: ReadTable): TableFault[] {
  const { table } = read;
  const domains = read.domains('every');
  const boxes = read.rows.map((row) => row.cells.map((cell, column) => bitsOf(domains[column]?.values ?? [], (value) => cell.test(value))));
  const faults: TableFault[] = [];
  for (const [index, box] of boxes.entries()) {
    const rule = read.rows[index]?.rule;
    if (!rule) continue;
    if (table.hitPolicy === 'FIRST' && index > 0 && uncovered(box, boxes.slice(0, index)) === null)
      faults.push({
        kind: 'unreachable',
        rule: rule.id,
        message: `Row “${rule.id}” can never apply: the rows above it meet everyone it would.`,
        fix: 'Move it up, or take it out.',
      });
    if (table.hitPolicy === 'UNIQUE') faults.push(...overlapsOf(rule, box, boxes.slice(0, index), read));
  }
  const everyone = domains.map((domain) => bitsOf(domain.values, (value) => table.answersAlways || value !== null));
  const single = table.hitPolicy === 'FIRST' || table.hitPolicy === 'UNIQUE';
  const gap = table.answersAlways || single ? uncovered(everyone, boxes) : null;
  if (gap === 'unknown')
    faults.push({
      kind: 'gap',
      message: 'The table is too large to check for gaps.',
      fix: 'Add a last row with no cells, so that everyone meets one.',
    });
  else if (gap)
    faults.push({
      kind: 'gap',
      message: `No row applies when ${someone(table.inputs, domains, gap, everyone)}.`,
      fix: 'Add a row for it, or a last row with no cells, which is for everybody.',
    });
  return faults;
}

function overlapsOf(rule: Rule, box: Box, earlier: readonly Box[], read: ReadTable): TableFault[] {
  const domains = read.domains('every');
  return earlier.flatMap((other, index) => {
    if (!meet(box, other)) return [];
    const both = box.map((bits, column) => bits & (other[column] ?? 0n));
    const everyone = domains.map((domain) => bitsOf(domain.values, () => true));
    const message = `Rows “${read.rows[index]?.rule.id}” and “${rule.id}” both apply when ${someone(read.table.inputs, domains, both, everyone)}.`;
    return [{ kind: 'overlap' as const, rule: rule.id, message, fix: 'Make one of them narrower, or let the first row that fits decide.' }];
  });
}

// One example out of a box, naming only the facts that matter to it.
function someone(inputs: readonly Input[], domains: readonly Domain[], box: Box, everyone: Box): string {
  const said = inputs.flatMap((input, column) => {
    const values = domains[column]?.values ?? [];
    if (box[column] === everyone[column]) return [];
    const value: Value | null = firstOf(values, box[column] ?? 0n) ?? null;
    return [{ label: input.label, answer: value === null ? null : inWords(input, value) }];
  });
  const answered = said.flatMap(({ label, answer }) => (answer === null ? [] : [`“${label}” is ${answer}`]));
  const unasked = said.flatMap(({ label, answer }) => (answer === null ? [`“${label}” was not asked`] : []));
  if (said.length === 0) return 'any facts are given';
  // Nobody reads on through a list of what was not asked.
  if (unasked.length <= 3) return [...answered, ...unasked].join(' and ');
  return answered.length === 0 ? 'nothing was asked' : [...answered, 'nothing else was asked'].join(' and ');
}
