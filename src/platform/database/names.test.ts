import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  CamelCasePlugin,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { NamedDialect, OwnNames } from './names.ts';

type Anything = Record<string, Record<string, unknown>>;

const plugin = new CamelCasePlugin({ maintainNestedObjectKeys: true });
const names = new OwnNames();
const unanswered = (compiler: Dialect['createQueryCompiler']): Dialect => ({
  createDriver: () => new DummyDriver(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: compiler,
});
const named = new NamedDialect(names, { pool: () => Promise.reject(new Error('Nothing is asked here.')) });
const ours = new Kysely<Anything>({ dialect: unanswered(() => named.createQueryCompiler()), plugins: [names] });
const theirs = new Kysely<Anything>({ dialect: unanswered(() => new PostgresQueryCompiler()), plugins: [plugin] });

const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,12}$/),
  fc.stringMatching(/^[a-z_"]{1,8}$/),
  fc.constantFrom('knownAs', 'line2', 'nhsURL'),
);

describe('the program’s own names of columns', () => {
  test('a question is written as Kysely’s plugin writes it', () => {
    fc.assert(
      fc.property(name, name, name, fc.string(), (table, column, alias, value) => {
        const asked = (db: Kysely<Anything>) =>
          db
            .with(alias, (cte) => cte.selectFrom(table).selectAll().where(column, '=', value))
            .selectFrom(`${table} as t`)
            .leftJoin(alias, `${alias}.${column}`, `t.${column}`)
            .select([`t.${column} as ${alias}`, sql`coalesce(${sql.ref(column)}, ${value})`.as(column)])
            .orderBy(column, 'desc')
            .compile();
        fc.pre(!`${table}${column}${alias}`.includes(' ') && ![table, column, alias].some((one) => one.includes('"')));
        const { sql: text, parameters } = asked(ours);
        const expected = asked(theirs);
        assert.equal(text, expected.sql);
        assert.deepEqual(parameters, expected.parameters);
      }),
    );
  });

  test('a name cannot leave its quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (any) => {
        assert.equal(sql`${sql.id(any)}`.compile(ours).sql, sql`${sql.id(any)}`.compile(theirs).sql);
      }),
    );
  });

  test('an answer is read as Kysely’s plugin reads it, and keys inside JSON stay', async () => {
    const rows = fc
      .uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/), { maxLength: 6 })
      .chain((columns) =>
        fc
          .array(
            fc.tuple(
              ...columns.map(() => fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant({ in_json: [{ a_key: 1 }] }))),
            ),
            { maxLength: 4 },
          )
          .map((values) => values.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))),
      );
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const args = { result: { rows: given }, queryId: { queryId: 'any' } };
        assert.deepEqual((await names.transformResult(args)).rows, (await plugin.transformResult(args)).rows);
      }),
    );
  });
});
