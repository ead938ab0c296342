// The access matrix in thousands of random places: about a tenth of a second of one processor each. ONEDOOR_WORLDS says how many, ONEDOOR_SEED which.
import { after, describe, test } from 'node:test';
import { compareEverybody } from './compare.ts';
import { openPlacedWorlds } from './placed.ts';

const placed = await openPlacedWorlds();

describe('many random places', () => {
  after(() => placed.close());

  test('S14.1, S12, S10.2, S14.3, S14.5: everybody is given of every table exactly the rows that role, relationship and category allow', () =>
    compareEverybody(placed, Number(process.env.ONEDOOR_WORLDS ?? 10_000), (number) => {
      if (number % 500 === 0) console.error(`Place ${number.toLocaleString('en-GB')}`);
    }));
});
