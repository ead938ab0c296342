import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('a worker’s day', () => {
  let house: TestHouse;
  let siobhan: Client;
  before(async () => {
    house = await openTestHouse({ people: true });
    siobhan = await house.as('siobhan');
  });
  after(() => house.close());

  test('all of her people are on its pages, each once, the next appointment first, and counted truly', async () => {
    const { rows: expected } = await house.database.pool.query<{ person: string; next: Date | null }>(
      `select e.person_id as person, (select min(starts_at) from support_session s where s.person_id = e.person_id and s.state in ('scheduled', 'confirmed')) as next
       from enrolment e where e.key_worker_id = $1 and e.state in ('accepted', 'waiting', 'active', 'paused', 'ending')`,
      [house.staffId('siobhan')],
    );
    assert.ok(expected.length > 20, `${expected.length} people`);
    const nextOf = new Map(expected.map(({ person, next }) => [person, next?.getTime() ?? Number.POSITIVE_INFINITY]));
    const seen: string[] = [];
    for (let address: string | undefined = '/my-day'; address; ) {
      const { body } = await siobhan.get(address);
      assert.match(textOf(body), new RegExp(`${expected.length} people, `));
      const list = body.slice(body.indexOf('id="people"'));
      seen.push(...[...list.matchAll(/<a[^>]* href="\/people\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id));
      address = /href="([^"#]*)#people" rel="next"/.exec(body)?.[1];
    }
    assert.deepEqual([...seen].sort(), expected.map(({ person }) => person).sort());
    const times = seen.map((person) => nextOf.get(person) ?? 0);
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    );
  });

  test('4.6: plans of her own people whose day to look again has come stand on her day, the longest past first, and lead to the plan', async () => {
    const { rows: due } = await house.database.pool.query<{ person: string; day: string }>(
      `select e.person_id as person, p.review_on::text as day from enrolment e join plan p on p.enrolment_id = e.id
       where e.key_worker_id = $1 and e.state in ('active', 'paused', 'ending') and p.state in ('agreed', 'agreed_with_differences')
         and p.review_on <= '2026-11-20' order by p.review_on, p.id`,
      [house.staffId('siobhan')],
    );
    assert.ok(due.length > 5, `${due.length} plans`);
    const { body } = await siobhan.get('/my-day');
    const card = body.slice(body.indexOf('id="plans"'), body.indexOf('id="people"'));
    assert.deepEqual(
      [...card.matchAll(/href="\/people\/([0-9a-f-]{36})\/plan"/g)].map(([, id]) => id),
      due.slice(0, 5).map(({ person }) => person),
    );
    assert.match(textOf(card), new RegExp(`And ${due.length - 5} more, newer`));
    const joan = await house.as('joan');
    assert.doesNotMatch((await joan.get('/my-day')).body, /id="plans"/, 'only of one’s own people');
  });

  test('a page past the last leads to the first', async () => {
    const { statusCode, headers } = await siobhan.get('/my-day?from=5000');
    assert.deepEqual([statusCode, headers.location], [303, '/my-day']);
    assert.equal((await siobhan.get('/my-day?from=many')).statusCode, 200);
  });
});
