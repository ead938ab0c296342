// What stands in the database of a house, for tests: every row, whoever may see it.
import assert from 'node:assert/strict';
import type { TestHouse } from './house.ts';

/** All rows of a question, and the first, which has to be there. The house need be open only by the time they are asked for. */
export function readingIn(open: () => TestHouse) {
  const read = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await open().database.pool.query<Row>(statement, [...values])).rows;
  const first = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row> => {
    const [row] = await read<Row>(statement, values);
    assert.ok(row, statement);
    return row;
  };
  return { read, first };
}
