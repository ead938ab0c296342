// Compares what the database gives to everybody in random places, and lets them do there, with what the field's own table says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedWorlds, Principal } from './placed.ts';
import { besides, mayAddRow, mayChangeRow, mayFollow, mayReadRow, mayReadShort, tables } from './reference.ts';
import { type Account, type Attempt, type Row, type World, worlds } from './world.ts';

const seed = process.env.ONEDOOR_SEED ? Number(process.env.ONEDOOR_SEED) : undefined;
// A failing world is small enough to read as it is; making it smaller takes minutes, so it is asked for.
const settings = { ...(seed === undefined ? {} : { seed }), endOnFailure: !process.env.ONEDOOR_SHRINK };

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

function maySucceed(world: World, { by, row, what, other }: Attempt): boolean {
  const account = world.accounts.find(({ id }) => id === by) ?? null;
  switch (what) {
    case 'add':
      return mayAddRow(world, account, { ...row, createdBy: by });
    case 'sign for another':
      return mayAddRow(world, account, { ...row, createdBy: other });
    case 'change':
      return mayChangeRow(world, account, row);
    case 'move':
      return false;
  }
}

async function given(placed: PlacedWorlds, principal: Principal): Promise<Record<string, readonly string[]>> {
  return Object.fromEntries(await placed.read(principal));
}

/** Every account, a visitor, and the holder of a return code; reading everything, and writing a sample. `begin` is told the number of each place. */
export function compareEverybody(placed: PlacedWorlds, numRuns: number, begin: (number: number) => void = () => undefined): Promise<void> {
  let number = 0;
  return fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      begin(++number);
      await placed.place(world);
      for (const account of world.accounts) {
        const roles = world.memberships.filter((one) => one.account === account.id).map(({ role }) => role);
        const who = `${account.id} (${roles.join() || account.kind})`;
        assert.deepEqual(await given(placed, { account: account.id }), expected(world, account), `given to ${who}`);
      }
      const nothing = expected(world, null);
      assert.deepEqual(await given(placed, 'nobody'), nothing, 'given to nobody');
      assert.deepEqual(
        await given(placed, { door: world.door }),
        { ...nothing, door_draft: [world.door] },
        'given to the holder of a code',
      );
      for (const attempt of world.attempts) {
        const { by, row, what } = attempt;
        assert.equal(await placed.attempt(attempt), maySucceed(world, attempt), `${by} tries to ${what} ${row.table} ${row.key}`);
      }
    }),
    { ...settings, numRuns },
  );
}

export const compareWorker = (placed: PlacedWorlds, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      await placed.place(world);
      const seen = await given(placed, 'worker');
      for (const table of askedTables.filter((one) => one !== 'door_draft')) {
        const all = world.rows.filter((row) => row.table === table).map(({ key }) => key);
        assert.deepEqual(seen[table], all.sort(), table);
      }
    }),
    { ...settings, numRuns },
  );
