// Compares what the database gives to everybody in thousands of random places with what the field's own table says they should get.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openPlacedWorlds, type Principal } from './placed.ts';
import { besides, mayAddRow, mayChangeRow, mayFollow, mayReadRow, mayReadShort, tables } from './reference.ts';
import { type Account, type Row, type World, worlds } from './world.ts';

const placed = await openPlacedWorlds();
after(() => placed.close());

const numRuns = Number(process.env.ONEDOOR_WORLDS ?? 60);
const seed = process.env.ONEDOOR_SEED ? Number(process.env.ONEDOOR_SEED) : undefined;
// A failing world is big enough to read as it is; making it smaller takes minutes, so it is asked for.
const settings = { numRuns, ...(seed === undefined ? {} : { seed }), endOnFailure: !process.env.ONEDOOR_SHRINK };

const askedTables = [...Object.keys(tables), ...besides];

function expected(world: World, account: Account | null): Record<string, string[]> {
  const of = (table: string, may: (row: Row) => boolean): string[] =>
    world.rows
      .filter((row) => row.table === table && may(row))
      .map(({ key }) => key)
      .sort();
  return {
    ...Object.fromEntries(askedTables.map((table) => [table, of(table, (row) => mayReadRow(world, account, row))])),
    person_short: of('person', (row) => mayReadShort(world, account, row.key, 'contact')),
    referral_status: of('referral', (row) => mayFollow(world, account, row)),
  };
}

const given = async (principal: Principal): Promise<Record<string, readonly string[]>> => Object.fromEntries(await placed.read(principal));

test('S14.1, S12, S10.2, S14.3, S14.5: everybody is given of every table exactly the rows that role, relationship and category allow', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      await placed.place(world);
      for (const account of world.accounts) {
        const roles = world.memberships.filter((one) => one.account === account.id).map(({ role }) => role);
        assert.deepEqual(
          await given({ account: account.id }),
          expected(world, account),
          `given to ${account.id} (${roles.join() || account.kind})`,
        );
      }
      const nothing = expected(world, null);
      assert.deepEqual(await given('nobody'), nothing, 'given to nobody');
      assert.deepEqual(await given({ door: world.door }), { ...nothing, door_draft: [world.door] }, 'given to the holder of a code');
      for (const attempt of world.attempts) {
        const { by, row, what, other } = attempt;
        const account = world.accounts.find(({ id }) => id === by) ?? null;
        const may =
          what === 'move'
            ? false
            : what === 'change'
              ? mayChangeRow(world, account, row)
              : mayAddRow(world, account, { ...row, createdBy: what === 'add' ? by : other });
        assert.equal(await placed.attempt(attempt), may, `${by} tries to ${what} ${row.table} ${row.key}`);
      }
    }),
    settings,
  );
});

test('the worker is given everything', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      await placed.place(world);
      const seen = await given('worker');
      for (const table of askedTables.filter((one) => one !== 'door_draft')) {
        const all = world.rows.filter((row) => row.table === table).map(({ key }) => key);
        assert.deepEqual(seen[table], all.sort(), table);
      }
    }),
    { ...settings, numRuns: 5 },
  );
});
