import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { createDatabase, type TestDatabase } from '../../../../test/harness/postgres.ts';
import type { Tables } from '../../../platform/web/context.ts';
import { candidatesFor } from '../store.ts';

describe('finding people by their keys', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.close());

  class Undo extends Error {}
  /** As the worker on the login of requests, under row-level security; leaves nothing behind. */
  async function tried(work: (tables: Tables) => Promise<void>): Promise<void> {
    await assert.rejects(
      database.as({ kind: 'worker', job: 'test' }, async (tables) => {
        await work(tables);
        throw new Undo();
      }),
      Undo,
    );
  }
  const personOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const settle = (tables: Tables, people: number) =>
    sql`insert into person (id, created_at, changed_at)
      select ('00000000-0000-7000-8000-' || lpad(p::text, 12, '0'))::uuid, now(), now() from generate_series(0, ${people - 1}) p`.execute(
      tables,
    );

  test('S3.7: those of rare keys come first, and a key that too many share is left out, as counting all of them says', async () => {
    const held = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(7)), {
      selector: ([key, person]) => `${key}${person}`,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(held, fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']), fc.integer({ min: 1, max: 6 }), (rows, keys, largest) =>
        tried(async (tables) => {
          await settle(tables, 8);
          if (rows.length > 0)
            await tables
              .insertInto('identityKey')
              .values(rows.map(([key, person]) => ({ key, personId: personOf(person) })))
              .execute();
          const found = await sql<{ personId: string; telling: number }>`
            select person_id, telling from people_sharing_keys(${keys}::text[], ${largest})`.execute(tables);
          const telling = new Map<string, number>();
          for (const key of keys) {
            const people = rows.filter(([each]) => each === key).map(([, person]) => personOf(person));
            if (people.length > largest) continue;
            for (const person of people) telling.set(person, (telling.get(person) ?? 0) + Math.floor(1_000_000 / people.length));
          }
          assert.deepEqual(new Map(found.rows.map(({ personId, telling: sum }) => [personId, sum])), telling);
        }),
      ),
      { numRuns: 40 },
    );
  });

  test('a name that ten times as many people have costs no more: the database reads each key only so far', async () => {
    const blocksAt = async (people: number): Promise<number> => {
      let blocks = Number.NaN;
      await tried(async (tables) => {
        await settle(tables, people);
        await sql`insert into identity_key (key, person_id) select 'w:S530', id from person`.execute(tables);
        assert.deepEqual(await candidatesFor(tables, personOf(1)), [], 'nobody is compared with all of them');
        // What this connection had to read of the catalogue, it has read by now.
        const { rows } = await sql<{ 'QUERY PLAN': readonly [{ Plan: Record<string, number> }] }>`
          explain (analyze, buffers, format json) select from people_sharing_keys(array['w:S530'], 300)`.execute(tables);
        const plan = Object.values(rows[0] ?? {})[0]?.[0].Plan;
        blocks = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      });
      return blocks;
    };
    const few = await blocksAt(1500);
    const many = await blocksAt(15_000);
    assert.ok(few > 0 && many <= few * 1.5, `${few} blocks among 1,500, ${many} among 15,000`);
  });
});
