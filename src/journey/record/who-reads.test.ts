// What a record shows to whom, on any page of it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { liveSomebody } from '../../../test/harness/lives.ts';

describe('who reads a record', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  test('an entry that the reader may not see is a day and nothing else, and no filter tells its kind', async () => {
    const life = await liveSomebody(house, 'active');
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('journeyEvent')
        .values({
          id: crypto.randomUUID(),
          personId: life.personId,
          category: 'offence',
          kind: 'session.secret_kind',
          at: house.clock.now(),
          subjectKind: 'x',
          subjectId: crypto.randomUUID(),
          data: '{"what":"hush"}',
        })
        .execute(),
    );
    await house.database.pool.query(
      `insert into access (id, person_id, account_id, relationship, role, source_kind, source_id, starts_at)
    values (gen_random_uuid(), $1, $2, 'manages', 'EMP', 'test', gen_random_uuid(), '2026-01-01')`,
      [life.personId, house.staffId('tomasz')],
    );
    const tomasz = await house.as('tomasz');
    const seen = await tomasz.get(`/people/${life.personId}`);
    assert.equal(seen.statusCode, 200);
    assert.match(seen.body, /One entry you cannot see/);
    assert.doesNotMatch(seen.body, /secret|hush|offence/i);
    for (const filter of ['contacts', 'plan', 'measures', 'requests'])
      assert.doesNotMatch((await tomasz.get(`/people/${life.personId}?show=${filter}`)).body, /One entry you cannot see/);
    assert.equal((await tomasz.get(`/people/${life.personId}/plan`)).statusCode, 404, 'a part that is not open does not exist');
  });

  test('nobody without a reason learns that a record exists, on any page of it', async () => {
    const life = await liveSomebody(house, 'active');
    const joan = await house.as('joan');
    const stranger = crypto.randomUUID();
    for (const part of ['', '/contacts', '/measures', '/sharing', '/plan', '/plan/edit', '/ending', '/sessions/new']) {
      const there = await joan.get(`/people/${life.personId}${part}`);
      const nowhere = await joan.get(`/people/${stranger}${part}`);
      assert.ok(there.statusCode === 404 || there.statusCode === 403, `${part}: ${there.statusCode}`);
      assert.equal(there.statusCode, nowhere.statusCode, part);
    }
  });
});
