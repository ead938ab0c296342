import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../platform/clock.ts';
import type { Journey } from './model.ts';
import { gapGroups, unmetPart } from './unmet.ts';

const period = { from: '2025-12-01', to: '2026-11-30' };
const one = fc.record({
  area: fc.constantFrom('Bridgwater', 'Mendip', 'Postcode TA1'),
  gapGroup: fc.constantFrom(null, 'G1', 'G1', 'G2', 'G3'),
  day: fc.integer({ min: -40, max: 400 }),
});
const journeyOf = ({ area, gapGroup, day }: typeof one extends fc.Arbitrary<infer One> ? One : never, index: number): Journey => ({
  person: `p${index}`,
  service: null,
  door: 'Self-referral',
  ethnicity: 'White',
  area,
  received: addDays(period.from, day),
  decideBy: new Date(),
  decidedAt: null,
  respondBy: null,
  firstContact: null,
  left: null,
  firstOffer: null,
  rerouted: false,
  gapGroup: gapGroup as Journey['gapGroup'], // made of the codes above
});

test('SOM-15: unmet need is counted by gap group, area and month, within the rounding, and never a small number', () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 400 }), (drawn) => {
      const journeys = drawn.map(journeyOf);
      const inside = journeys.filter(({ gapGroup, received }) => gapGroup !== null && received >= period.from && received <= period.to);
      const { section, rows } = unmetPart(journeys, { period, source: '' });
      // Who came at all is no secret; whether any of them fell between services would be one.
      assert.equal(section === null, !journeys.some(({ received }) => received >= period.from && received <= period.to));
      for (const { value } of rows) assert.ok(value === '*' || (Number(value) >= 5 && Number(value) % 5 === 0), value);
      const grid = section?.pictures.find((picture) => picture.kind === 'grid');
      for (const { name, cells } of grid?.rows ?? [])
        cells.forEach((shown, column) => {
          const exact = inside.filter(({ area, gapGroup }) => area === name && gapGroup === gapGroups[column]).length;
          if (shown !== null) assert.ok(Math.abs(shown - exact) <= 2.5, `${name} ${shown} ${exact}`);
          if (exact < 5) assert.equal(shown, null);
        });
    }),
  );
});

test('SOM-15: with plenty everywhere nothing is hidden', () => {
  const journeys = (['Bridgwater', 'Mendip'] as const).flatMap((area) =>
    gapGroups.flatMap((gapGroup) =>
      [0, 40].flatMap((day) => Array.from({ length: 10 }, (_, index) => journeyOf({ area, gapGroup, day }, index))),
    ),
  );
  const { rows } = unmetPart(journeys, { period, source: '' });
  assert.deepEqual([...new Set(rows.map(({ value }) => value))].sort(), ['20', '40']);
});
