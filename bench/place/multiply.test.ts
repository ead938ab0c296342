import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createDatabase, type TestDatabase, testPostgres } from '../../test/harness/postgres.ts';
import { readCatalogue } from './catalogue.ts';
import { fill } from './fill.ts';
import { townTables } from './multiply.ts';

describe('making many of a few', () => {
  let database: TestDatabase;
  let client: pg.Client;
  before(async () => {
    database = await createDatabase();
    const name = /\/(test_\d+)/.exec(database.url)?.[1] ?? '';
    const administratorUrl = (await testPostgres()).administratorUrl.replace(/\/postgres(?=\?|$)/, `/${name}`);
    await fill({ database, administratorUrl, people: 720, invented: 1, progress: () => undefined });
    client = new pg.Client({ connectionString: administratorUrl });
    await client.connect();
  });
  after(async () => {
    await client?.end();
    await database?.close();
  });

  const count = async (query: string): Promise<number> => (await client.query<{ count: number }>(query)).rows[0]?.count ?? Number.NaN;

  test('every town has as many rows of each table as the first', async () => {
    for (const table of townTables) {
      const towns = 3;
      const first = await count(`select count(*)::int from ${table}`);
      assert.equal(first % towns, 0, table);
    }
    assert.ok((await count('select count(*)::int from person')) === 720);
  });

  test('nothing refers to what is not there', async () => {
    for (const [table, columns] of await readCatalogue(client))
      for (const { name, refersTo, type } of columns)
        if (refersTo !== null && type === 'uuid')
          assert.equal(
            await count(
              `select count(*)::int from ${table} t where t.${name} is not null and not exists (select from ${refersTo} r where r.id = t.${name})`,
            ),
            0,
            `${table}.${name}`,
          );
    for (const [table, column] of [
      ['transition', 'subject_id'],
      ['journey_event', 'person_id'],
      ['access', 'person_id'],
    ] as const)
      assert.ok((await count(`select count(distinct ${column})::int from ${table}`)) > 700, table);
  });

  test('everybody can be found by keys of their own, and names are shared as names are', async () => {
    assert.equal(
      await count('select count(*)::int from person p where not exists (select from identity_key k where k.person_id = p.id)'),
      0,
    );
    const names = await count('select count(distinct family_name)::int from person');
    assert.ok(names > 200 && names < 650, String(names));
  });

  test('a copied worker reaches the people of their own town and no others', async () => {
    const town = "(select id from team where code = 'early-help-team-2')";
    assert.equal(
      await count(`select count(*)::int from access a join person p on p.id = a.person_id join enrolment e on e.person_id = p.id
      where a.team_id = ${town} and a.relationship = 'serves' and e.team_id <> ${town}`),
      0,
    );
    assert.ok((await count(`select count(*)::int from access where team_id = ${town}`)) > 0);
  });
});
