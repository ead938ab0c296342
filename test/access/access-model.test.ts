// The access matrix in a few random places; access-model.long.ts does the same in thousands.
import { after, describe, test } from 'node:test';
import { compareEverybody, compareWorker } from './compare.ts';
import { openPlacedWorlds } from './placed.ts';

const placed = await openPlacedWorlds();

describe('random places', () => {
  after(() => placed.close());

  test('S14.1, S12, S10.2, S14.3, S14.5: everybody is given of every table exactly the rows that role, relationship and category allow', () =>
    compareEverybody(placed, Number(process.env.ONEDOOR_WORLDS ?? 30)));

  test('S14.1: the program’s own worker is given everything', () => compareWorker(placed, 5));
});
