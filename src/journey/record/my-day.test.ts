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
      `select e.person_id as person, (select min(starts_at) from support_session s where s.person_id = e.person_id and s.state in ('scheduled', 'confirmed') and s.starts_at >= $2) as next
       from enrolment e where e.key_worker_id = $1 and e.state in ('accepted', 'waiting', 'active', 'paused', 'ending')`,
      [house.staffId('siobhan'), house.clock.now()],
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

  test('a session that has been and is not written up is said to wait, and next is the one still to come', async () => {
    const { rows: sessions } = await house.database.pool.query<{ person: string; id: string; enrolment: string; starts: Date }>(
      `select distinct on (s.person_id) s.person_id as person, s.id, e.id as enrolment, s.starts_at as starts
       from support_session s join enrolment e on e.person_id = s.person_id
       where e.key_worker_id = $1 and e.state in ('accepted', 'waiting', 'active', 'paused', 'ending')
         and s.state in ('scheduled', 'confirmed') and s.starts_at > $2
         and not exists (select from support_session p where p.person_id = s.person_id and p.state in ('scheduled', 'confirmed') and p.starts_at < $2)
       order by s.person_id, s.starts_at`,
      [house.staffId('siobhan'), house.clock.now()],
    );
    const [one] = sessions.toSorted((first, second) => first.starts.getTime() - second.starts.getTime());
    assert.ok(one, 'somebody with a session to come and none behind');
    const rowOf = async (): Promise<string> => {
      const { body } = await siobhan.get('/my-day');
      const list = body.slice(body.indexOf('id="people"'));
      return textOf(list.split('<tr').find((row) => row.includes(`/people/${one.person}"`)) ?? '');
    };
    const before = await rowOf();
    const [next = 'no time at all'] = /\w+day \d+ \w+ at [\d:]+[ap]m/.exec(before) ?? [];
    assert.doesNotMatch(before, /waits to be written up/);
    const { rows: columns } = await house.database.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'support_session' and is_generated = 'NEVER' and column_name not in ('id', 'starts_at')`,
    );
    const names = columns.map(({ name }) => name).join(', ');
    await house.database.pool.query(
      `insert into support_session (id, starts_at, ${names}) select gen_random_uuid(), $2::timestamptz - interval '3 days', ${names} from support_session where id = $1`,
      [one.id, house.clock.now()],
    );
    const afterwards = await rowOf();
    assert.ok(afterwards.includes(`${next}. `), `${before} → ${afterwards}`);
    assert.match(afterwards, /17 Nov at \S+ waits to be written up/);
  });

  test('a page past the last leads to the first', async () => {
    const { statusCode, headers } = await siobhan.get('/my-day?from=5000');
    assert.deepEqual([statusCode, headers.location], [303, '/my-day']);
    assert.equal((await siobhan.get('/my-day?from=many')).statusCode, 200);
  });
});
