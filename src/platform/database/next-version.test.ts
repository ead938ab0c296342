import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { changeNext } from './next-version.ts';

const database = await createDatabase();

describe('the next version of a row', () => {
  after(() => database.close());

  test('H20: of two who change the version they saw, the second is told and changes nothing; other rows stay', async () => {
    const [id, other] = ['01a38500-0000-7000-8000-000000000001', '01a38500-0000-7000-8000-000000000002'];
    await database.db.transaction().execute(async (tables) => {
      const [account] = (
        await sql<{
          id: string;
        }>`insert into account (id, kind, name, created_at) values (gen_random_uuid(), 'staff', 'Whoever', now()) returning id`.execute(
          tables,
        )
      ).rows;
      for (const one of [id, other])
        await sql`insert into development (id, name, words, stage, version, created_at, created_by)
          values (${one}, 'As it was', 'Words.', 'planned', 4, now(), ${account?.id})`.execute(tables);
      const seen = { id, version: 4 };
      assert.equal(await changeNext(tables, 'development', seen, { name: 'The first' }), true);
      assert.equal(await changeNext(tables, 'development', seen, { name: 'The second' }), false);
      assert.equal(await changeNext(tables, 'development', { id, version: 5 }, { name: 'Seen anew' }), true);
      const rows = await tables.selectFrom('development').select(['id', 'name', 'version']).orderBy('id').execute();
      assert.deepEqual(rows, [
        { id, name: 'Seen anew', version: 6 },
        { id: other, name: 'As it was', version: 4 },
      ]);
    });
  });
});
