// The year of a large place is composed beside the program: people are answered meanwhile, and the release is the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { composed } from './compose.ts';
import type { Gathered } from './composing.ts';
import { recordsOf } from './records.ts';
import { releasesOf } from './release.ts';

const period = { from: '2025-11-01', to: '2026-10-31' };
const about = {
  place: { name: 'Westmere', services: [{ code: 'wellbeing', name: 'Wellbeing' }], blueprints: 'demo 1' },
  areas: [],
  period,
};

/** A number for each place in the list, the same every time. */
const scattered = (at: number, most: number): number => (at * 7919 + ((at * at) % 611)) % most;

function lives(people: number): Gathered {
  const each = Array.from({ length: people }, (_, at) => {
    const received = addDays('2024-11-01', scattered(at, 720));
    const firstContact = addDays(received, 3 + scattered(at, 60));
    const who = { person: `person ${at}`, service: 'wellbeing', door: at % 3 ? 'self' : 'gp', area: '', postcode: `TA${at % 7} 3DR` };
    return { ...who, ethnicCategory: at % 2 ? 'A' : 'H', received, firstContact };
  });
  return {
    journeys: each.map((one) => ({
      ...one,
      decideBy: new Date(`${one.received}T17:00:00Z`),
      decidedAt: new Date(`${one.received}T12:00:00Z`),
      respondBy: addDays(one.received, 28),
      left: null,
      firstOffer: 'accepted' as const,
      rerouted: false,
      gapGroup: null,
    })),
    served: each.map(({ received: _, firstContact, ...one }) => ({ ...one, on: firstContact })),
    ended: each.map(({ received: _, firstContact, ...one }, at) => ({
      ...one,
      on: addDays(firstContact, 90),
      scores: [18, 9 + scattered(at, 8)].map((value, n) => ({
        version: '1 en',
        id: `${at} ${n}`,
        instrument: 'core-10',
        value,
        at: new Date(`${addDays(firstContact, n * 80)}T10:00:00Z`),
      })),
    })),
  };
}

async function* inParts<Row>(rows: readonly Row[], size = 500): AsyncGenerator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

const reading = (of: Gathered) => ({ journeys: inParts(of.journeys), served: inParts(of.served), ended: inParts(of.ended) });

/** How often the program came round to look for something else to do. */
async function roundsDuring(work: () => Promise<unknown>): Promise<number> {
  let rounds = 0;
  let over = false;
  const count = (): void => {
    rounds++;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await work();
  over = true;
  return rounds;
}

test('while a report is composed the program goes on, and the report is what it would have been', async () => {
  const of = lives(500);
  const expected = releasesOf(recordsOf(of, about.areas), about.place, period);
  let made: unknown;
  const beside = await roundsDuring(async () => {
    made = await composed(reading(of), about);
  });
  const within = await roundsDuring(async () => releasesOf(recordsOf(of, about.areas), about.place, period));
  assert.deepEqual(made, expected);
  assert.ok(
    expected.some(({ content }) => content.sections.length > 3),
    'there is something to compose',
  );
  assert.ok(within < 5, `${within} rounds: it is long and leaves no room`);
  assert.ok(beside > 100, `${beside} rounds`);
});

test('reading that fails ends the composing, and is told', async () => {
  const of = lives(50);
  const broken = async function* (): AsyncGenerator<Gathered['served']> {
    yield of.served;
    throw new Error('the connection was lost');
  };
  await assert.rejects(composed({ ...reading(of), served: broken() }, about), /the connection was lost/);
});
