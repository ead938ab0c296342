// The transition tables of the program and of the database are one: what the one lists, the other allows, and nothing more.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { referralLifecycle } from '../src/journey/front-door/model.ts';
import { requestLifecycle } from '../src/journey/measures/model.ts';
import { enrolmentLifecycle, strandLifecycle } from '../src/journey/pathways/model.ts';
import { planLifecycle } from '../src/journey/plans/model.ts';
import { concernLifecycle } from '../src/journey/safeguarding/model.ts';
import { sessionLifecycle } from '../src/journey/sessions/model.ts';
import { decisionLifecycle, offerLifecycle } from '../src/journey/triage/model.ts';
import { findTransition, type Lifecycle, permit } from '../src/platform/lifecycle.ts';
import { choiceLifecycle } from '../src/trust/sharing/model.ts';
import { createDatabase } from './harness/postgres.ts';

const lifecycles: readonly Lifecycle<string>[] = [
  referralLifecycle,
  decisionLifecycle,
  offerLifecycle,
  enrolmentLifecycle,
  strandLifecycle,
  sessionLifecycle,
  requestLifecycle,
  planLifecycle,
  concernLifecycle,
  choiceLifecycle,
] as readonly Lifecycle<string>[]; // each room's states are strings

const database = await createDatabase();

describe('lifecycles in the database', () => {
  after(() => database.close());

  const pairs = (list: readonly { from: string | null; to: string }[]): string[] =>
    [...new Set(list.map(({ from, to }) => `${from ?? '-'} -> ${to}`))].sort();

  for (const lifecycle of lifecycles)
    test(`the transition table of ${lifecycle.name} is the database’s own`, async () => {
      const { rows } = await database.pool.query<{ from: string | null; to: string }>(
        'select from_state as "from", to_state as "to" from allowed_transition where lifecycle = $1',
        [lifecycle.name],
      );
      assert.deepEqual(pairs(lifecycle.transitions), pairs(rows));
      for (const { from, to } of lifecycle.transitions)
        for (const state of [from, to]) assert.ok(state === null || lifecycle.states.includes(state), `${state} is a state`);
    });

  test('every lifecycle of the database has its table in the program', async () => {
    const { rows } = await database.pool.query<{ name: string }>('select name from lifecycle order by name');
    assert.deepEqual(
      rows.map((row) => row.name),
      lifecycles.map((one) => one.name).sort(),
    );
  });

  test('S5.1: nothing can be rejected, in any lifecycle', () => {
    for (const lifecycle of lifecycles) for (const state of lifecycle.states) assert.doesNotMatch(state, /reject|refus/);
  });

  test('S6.1: a missed visit leads to no ending, and no ending is the system’s own', () => {
    for (const { from, to, by } of sessionLifecycle.transitions)
      if (from === 'missed') assert.fail(`missed leads to ${to} by ${by.join()}`);
    for (const { to, by } of enrolmentLifecycle.transitions)
      if (to === 'ended') assert.ok(!by.includes('SYS'), 'the system never ends support');
  });

  test('a move that the table does not list, or by somebody it does not name, is refused with a reason and a true status', () => {
    const movers = [...new Set(lifecycles.flatMap((one) => one.transitions.flatMap((transition) => transition.by)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...lifecycles),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...movers),
        fc.boolean(),
        (lifecycle, a, b, mover, withReason) => {
          const from = [null, ...lifecycle.states][a % (lifecycle.states.length + 1)] ?? null;
          const to = lifecycle.states[b % lifecycle.states.length] ?? '';
          const result = permit(lifecycle, { from, to, by: [mover], ...(withReason ? { reason: 'because' } : {}) });
          const listed = findTransition(lifecycle, from, to);
          const expected = listed?.by.includes(mover) === true && (!listed.withReason || withReason);
          assert.equal(result.ok, expected);
          if (!result.ok) assert.ok([403, 409, 422].includes(result.problem.status) && result.problem.detail.length > 10);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the database refuses every jump, leaves no trace of it, and traces every step, whoever asks', async () => {
    // Walks at random over one lifecycle at a time, as the owner, who is not held by row-level security: only the trigger stands in the way.
    const client = await database.pool.connect();
    try {
      await client.query('create table walk (id uuid primary key, person_id uuid not null, state text not null)');
      await client.query("insert into lifecycle values ('walk', 'walk', 'contact')");
      await client.query(
        'create trigger follow_lifecycle before insert or update of state on walk for each row execute function follow_lifecycle()',
      );
      let seed = 1;
      const random = (most: number): number => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed % most;
      };
      for (const lifecycle of lifecycles) {
        await client.query("delete from allowed_transition where lifecycle = 'walk'");
        await client.query(
          "insert into allowed_transition select 'walk', from_state, to_state from allowed_transition where lifecycle = $1",
          [lifecycle.name],
        );
        for (let walk = 0; walk < 12; walk += 1) {
          const id = `00000000-0000-7000-8000-${String(lifecycles.indexOf(lifecycle) * 100 + walk).padStart(12, '0')}`;
          let state: string | null = null;
          let steps = 0;
          for (let step = 0; step < 14; step += 1) {
            const to: string = lifecycle.states[random(lifecycle.states.length)] ?? '';
            const listed = lifecycle.transitions.some((one) => one.from === state && one.to === to);
            const attempt: Promise<unknown> =
              state === null
                ? client.query('insert into walk values ($1, $1, $2)', [id, to])
                : client.query('update walk set state = $2 where id = $1', [id, to]);
            const done = await attempt.then(
              () => true,
              (error: { code?: string }) => {
                assert.equal(error.code, 'OD001');
                return false;
              },
            );
            assert.equal(done, listed || to === state, `${lifecycle.name}: ${state} -> ${to}`);
            if (done && to !== state) {
              state = to;
              steps += 1;
            }
          }
          const { rows } = await client.query<{ traces: number; last: string | null }>(
            'select count(*)::int as traces, (array_agg(to_state order by id desc))[1] as last from transition where subject_id = $1',
            [id],
          );
          assert.deepEqual(rows[0], { traces: steps, last: state });
        }
      }
    } finally {
      client.release();
    }
  });
});
