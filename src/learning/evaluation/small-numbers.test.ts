import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CountTable, exported, mayCompare, type ProtectedTable, protectTable, shownCount, shownPercentage } from './small-numbers.ts';

test('formulas §9.1: under 5 is hidden, zero too; the rest is rounded to the nearest 5', () => {
  const cases = [254, 3, 0, 5, 7, 8, 4].map((count) => exported(shownCount(count)));
  assert.deepEqual(cases, ['255', '*', '*', '5', '5', '10', '*']);
});

const rowOf = (...counts: number[]) => {
  const { rows, rowTotals } = protectTable({ rows: [counts], totals: 'rows' });
  return [...(rows[0] ?? []), ...(rowTotals ?? [])].map(exported).join(', ');
};

test('formulas §9: the three rows of the oracle', () => {
  assert.equal(rowOf(3, 12, 40), '*, *, 40, 55');
  assert.equal(rowOf(3, 2, 40), '*, *, 40, 45');
  assert.equal(rowOf(6, 12, 40), '5, 10, 40, 60');
});

test('formulas §9: the alternative rule hides 7 and under', () => {
  const { rows } = protectTable({ rows: [[7, 8, 40, 41]], totals: 'rows' }, { under: 8, base: 5 });
  assert.deepEqual(rows, [[null, null, 40, 40]]);
});

test('formulas §9.2 and §9.3: shares hide with their numerator, comparisons with any group', () => {
  assert.equal(shownPercentage(3, 40), null);
  assert.equal(shownPercentage(18, 32), 56);
  assert.equal(shownPercentage(0, 0), null);
  assert.equal(mayCompare([12, 4]), false);
  assert.equal(mayCompare([12, 5]), true);
});

test('formulas §9.5: where a line has one cell, its total is hidden too', () => {
  const { rows, rowTotals, columnTotals, grandTotal } = protectTable({ rows: [[3], [30], [40]], totals: 'both' });
  assert.equal(rows[0]?.[0], null);
  assert.equal(rowTotals?.[0], null);
  assert.equal(rowTotals?.filter((total) => total === null).length, 2, 'or the row totals would give the first away');
  assert.ok(columnTotals && grandTotal === columnTotals[0]);
});

test('formulas §9.5: a cell that only several rows and columns together give away is protected as well', () => {
  // Two squares of hidden cells joined by one: each line has two hidden cells or more, and yet the joining cell follows from four sums.
  const rows = [
    [2, 3, 40, 40],
    [1, 2, 3, 40],
    [40, 40, 2, 1],
    [40, 40, 3, 2],
  ];
  const safe = protectTable({ rows, totals: 'both' });
  assert.equal(determinedBySums(safe), null);
  assert.ok(safe.rows.flat().filter((cell) => cell === null).length > 9);
});

/** The first hidden entry that the printed sums fix exactly (by elimination over unrounded sums), or null. Independent of the roads. */
function determinedBySums(table: ProtectedTable): string | null {
  const { rows, rowTotals, columnTotals, grandTotal } = table;
  const wide = rows.map((row, r) => [...row, ...(rowTotals ? [rowTotals[r] ?? null] : [])]);
  if (columnTotals) wide.push([...columnTotals, ...(rowTotals ? [grandTotal] : [])]);
  const unknown = wide.flatMap((row, r) => row.flatMap((cell, c) => (cell === null ? [`${r},${c}`] : [])));
  const equation = (cells: string[]) => unknown.map((name) => (cells.includes(name) ? 1 : 0));
  const signed = (cells: string[]) => equation(cells).map((one, index) => (one === 1 && unknown[index] === cells.at(-1) ? -1 : one));
  const width = wide[0]?.length ?? 0;
  const lines: number[][] = [];
  if (rowTotals) lines.push(...wide.map((_, r) => signed(Array.from({ length: width }, (_c, c) => `${r},${c}`))));
  if (columnTotals) lines.push(...Array.from({ length: width }, (_, c) => signed(wide.map((_r, r) => `${r},${c}`))));
  const reduced = reduce(lines);
  return (
    unknown.find((_, column) => reduced.some((row) => row.every((value, index) => Math.abs(value) < 1e-9 === (index !== column)))) ?? null
  );
}

function reduce(matrix: number[][]): number[][] {
  let top = 0;
  const rows = matrix.map((row) => [...row]);
  for (let column = 0; column < (rows[0]?.length ?? 0) && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [a, b] = [rows[pivot] ?? [], rows[top] ?? []];
    [rows[top], rows[pivot]] = [a, b];
    const head = a[column] ?? 1;
    rows[top] = a.map((value) => value / head);
    rows.forEach((row, index) => {
      if (index !== top) rows[index] = row.map((value, k) => value - (row[column] ?? 0) * (rows[top]?.[k] ?? 0));
    });
    top += 1;
  }
  return rows;
}

const anyTable = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
  )
  .chain(([height, width, totals]) =>
    fc.record({
      rows: fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 90 })), { minLength: width, maxLength: width }),
        {
          minLength: height,
          maxLength: height,
        },
      ),
      totals: fc.constant(totals),
    }),
  );

test('S: no printed number is under 5, each is the count rounded, and sums never give a hidden one away', () => {
  fc.assert(
    fc.property(anyTable, (table: CountTable) => {
      const safe = protectTable(table);
      safe.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          const count = table.rows[r]?.[c] ?? 0;
          assert.ok(cell === null || (count >= 5 && cell === shownCount(count)), `${count} → ${cell}`);
        });
      });
      for (const total of [...(safe.rowTotals ?? []), ...(safe.columnTotals ?? [])]) assert.ok(total === null || total >= 5);
      assert.equal(determinedBySums(safe), null, JSON.stringify(safe));
    }),
    { numRuns: 1500 },
  );
});

test('S: cells at the edge of their rounding do not give a hidden zero away', () => {
  // 8 + 8 + 8 + 8 prints 10 + 10 + 10 + 10 beside a total of 30, which holds at most 32: nothing would be left for the hidden two.
  const { rows } = protectTable({ rows: [[0, 0, 8, 8, 8, 8]], totals: 'rows' });
  assert.deepEqual(rows, [[null, null, null, 10, 10, 10]]);
});

/** Every table of counts from 0 to `most`. */
function* tables(height: number, width: number, most: number): Generator<number[][]> {
  const cells = new Array<number>(height * width).fill(0);
  for (;;) {
    yield Array.from({ length: height }, (_, r) => cells.slice(r * width, (r + 1) * width));
    const next = cells.findIndex((cell) => cell < most);
    if (next < 0) return;
    cells.fill(0, 0, next);
    cells[next] = (cells[next] ?? 0) + 1;
  }
}

/**
 * A reader lists every table that rounds to what is printed, where a hidden count may be anything. Whatever is hidden must have at least
 * as many possible values as there are small numbers.
 */
function readerLearnsNothing(height: number, width: number, most: number, totals: CountTable['totals']): void {
  const everyTable = [...tables(height, width, most)];
  const open = everyTable.map((rows) => flat(protectTable({ rows, totals }, { under: 0, base: 5 })));
  const printed = new Map<string, (number | null)[]>();
  for (const rows of everyTable) {
    // Larger tables that print the same are missing from the list near its edge.
    if (rows.flat().reduce((sum, cell) => sum + cell, 0) > most - 2) continue;
    const safe = flat(protectTable({ rows, totals }));
    printed.set(safe.join(), safe);
  }
  for (const [key, safe] of printed) {
    const possible = safe.map(() => new Set<number>());
    everyTable.forEach((rows, index) => {
      const alike = open[index] ?? [];
      // A printed 5 is never a 3 or a 4: those are hidden.
      const counts = countsWithTotals(rows, totals);
      if (safe.every((cell, at) => cell === null || (cell === alike[at] && (counts[at] ?? 0) >= 5)))
        counts.forEach((count, at) => {
          possible[at]?.add(count);
        });
    });
    safe.forEach((cell, at) => {
      if (cell === null) assert.ok((possible[at]?.size ?? 0) >= 5, `${key}: entry ${at} can only be ${[...(possible[at] ?? [])]}`);
    });
  }
}

const flat = ({ rows, rowTotals, columnTotals, grandTotal }: ProtectedTable): (number | null)[] => [
  ...rows.flat(),
  ...(rowTotals ?? []),
  ...(columnTotals ?? []),
  ...(rowTotals && columnTotals ? [grandTotal] : []),
];

function countsWithTotals(rows: number[][], totals: CountTable['totals']): number[] {
  const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);
  const byRow = totals === 'rows' || totals === 'both' ? rows.map(sum) : [];
  const byColumn =
    totals === 'columns' || totals === 'both' ? (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0))) : [];
  return [...rows.flat(), ...byRow, ...byColumn, ...(totals === 'both' ? [sum(rows.flat())] : [])];
}

test('S: by brute force over small tables, a hidden count could always be any of five numbers', () => {
  readerLearnsNothing(1, 3, 30, 'rows');
  readerLearnsNothing(1, 4, 14, 'rows');
  readerLearnsNothing(2, 2, 13, 'both');
  readerLearnsNothing(2, 2, 12, 'columns');
  readerLearnsNothing(3, 1, 24, 'both');
});
