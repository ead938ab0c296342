// The whole house on one connection whose transaction is never kept: each try is asked as people ask, what it wrote is looked at, and then it never happened.
// So every try begins from the same morning, however many went before.
import type { FastifyInstance } from 'fastify';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { buildHouse } from '../../src/house.ts';
import { unproven } from '../../src/platform/database/proof.ts';
import type { Schema } from '../../src/platform/database/schema.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import type { TestHouse } from '../harness/house.ts';

export interface WrittenRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface Rehearsal {
  readonly server: FastifyInstance;
  /** Runs the work, then undoes all that it wrote. One after the other. */
  undone<T>(work: () => Promise<T>): Promise<T>;
  /** Rows that the work so far has added or changed. */
  written(): Promise<readonly WrittenRow[]>;
  close(): Promise<void>;
}

/** A request’s own transaction becomes a part of the one that is undone. */
const within: Readonly<Record<string, string>> = {
  'start transaction read write': 'savepoint a_request',
  'start transaction read only': 'savepoint a_request',
  begin: 'savepoint a_request',
  commit: 'release savepoint a_request',
  rollback: 'rollback to savepoint a_request',
};

/** On the login of the owner, from whom each request still takes on the role of whoever asks: row-level security holds as ever. */
export async function rehearse(house: TestHouse): Promise<Rehearsal> {
  const { pool, url } = house.database;
  const client = await pool.connect();
  const dialect = new PostgresDialect({
    pool: {
      connect: async () => ({
        // Kysely’s own types ask for its cursor as well, which nobody here uses.
        query: ((sql: string, values: unknown[]) => client.query(within[sql] ?? sql, values)) as typeof client.query,
        release: () => undefined,
      }),
      end: async () => undefined,
      options: {},
    } as unknown as typeof pool, // the three that its driver calls
  });
  const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  const { server } = await buildHouse({
    database: { url, pool, db, prove: unproven, close: async () => undefined },
    enqueue: async () => undefined,
    clock: house.clock,
    identify: identifiers(house.clock),
    place: house.place,
    secret: Buffer.alloc(32, 7),
  });
  const { rows: tables } = await pool.query<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const everyTable = tables
    .map(({ name }) => `select '${name}' as "table", to_jsonb(t) as row from ${name} t where xmin::text::bigint >= $1`)
    .join(' union all ');
  let since = '0';
  return {
    server,
    async undone(work) {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::xid::text as id');
      since = rows[0]?.id ?? '0';
      try {
        return await work();
      } finally {
        await client.query('rollback');
        // Tries are counted on a connection of their own, and the clock stands still.
        await pool.query('delete from attempt');
      }
    },
    async written() {
      await client.query('set local role none');
      return (await client.query<WrittenRow>({ name: 'written', text: everyTable, values: [since] })).rows;
    },
    async close() {
      await server.close();
      client.release();
    },
  };
}
