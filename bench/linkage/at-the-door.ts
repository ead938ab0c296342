// Who is this, at the door of a large place: how long it takes to find who somebody may be, how many known people are not found, and how many would be
// taken for somebody else. On a scratch database, with the program's own keys, queries and weights, on its own login.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learnPlaceModel } from '../../src/journey/people/matching/learned-model.ts';
import { type WeighedCandidate, weighCandidates } from '../../src/journey/people/matching/matching.ts';
import { keepIdentityKeys } from '../../src/journey/people/store.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type Identify, identifiers } from '../../src/platform/identifiers.ts';
import { processorTime } from '../processor.ts';
import { type Times, timesOf } from '../quantiles.ts';
import { type DoorDatabase, openDoorDatabase, waysToReach } from './door-database.ts';
import { askedAgain, drawing, type Invented, inventTown, stranger } from './invented-town.ts';

/** One in so many of the town is remembered, to ask again. */
const remembered = 50;
const toldEvery = 1000;

export interface DoorChoices {
  readonly people: number;
  /** How often somebody asks; half of them were here before. */
  readonly asked: number;
  readonly seed: number;
  /** Another turn asks for other people of the same town, so that several can be added up; default 0. */
  readonly turn?: number;
  /** Where the scratch database stays, to be asked again without filling it; default: nowhere. */
  readonly keepIn?: string | undefined;
  /** Taken for somebody else without asking, had the program decided. */
  onWrong?(here: Invented, whom: Invented | null, found: WeighedCandidate): void;
  say(line: string): void;
}

export interface AtTheDoor {
  readonly people: number;
  readonly keys: number;
  readonly gigabytes: number;
  readonly weights: 'learnt' | 'published';
  readonly askedAgain: number;
  readonly strangers: number;
  /** Known people not among those put forward, as a share. */
  readonly missed: number;
  /** Known people taken for themselves without asking, had the program decided. */
  readonly surelyFound: number;
  readonly asked: number;
  /** Of all who asked: taken for somebody else without asking, had the program decided. */
  readonly falseMerges: number;
  /** What that says of all who might ask, 95 times in 100. */
  readonly falseMergesFewerThanOneIn: number;
  /** Strangers before whom somebody else is laid to compare. */
  readonly strangersAsked: number;
  /** Of one lookup, by the clock. */
  readonly milliseconds: Times;
  /** Of one lookup, the program's and the database's together; null where the system does not tell. */
  readonly processorMilliseconds: Times | null;
}

export async function measureAtTheDoor(choices: DoorChoices): Promise<AtTheDoor> {
  const { people, seed, keepIn, say } = choices;
  // The same seed gives the same people and the same ids, so that a database that was kept fits.
  const draw = drawing(seed + 1);
  const identify = identifiers({ now: () => new Date(Date.UTC(2026, 0, 1)) }, (bytes) =>
    Uint8Array.from({ length: bytes }, () => Math.floor(draw() * 256)),
  );
  const town = [...inventTown(people, drawing(seed), identify)];
  const kept = keepIn !== undefined && existsSync(keepIn);
  const folder = keepIn ?? join(tmpdir(), `onedoor-door-${process.pid}`);
  if (!kept) say(`Inventing ${people.toLocaleString('en-GB')} people.`);
  const database = await openDoorDatabase({ folder, keep: keepIn !== undefined, town: () => town, say });
  try {
    // Also where it was kept: by the weights of the program that is measured.
    const learned = await database.as({ kind: 'worker', job: 'learn weights' }, (tables) =>
      learnPlaceModel(tables, { identify: identifiers(systemClock), now: new Date() }),
    );
    say('Asking at the door.');
    const known = town.filter((_, at) => at % remembered === 0);
    const { keys, gigabytes } = database;
    return { people, keys, gigabytes, weights: learned ? 'learnt' : 'published', ...(await ask(database, known, choices, identify)) };
  } finally {
    await database.close();
  }
}

async function ask(
  { as, backends }: DoorDatabase,
  known: readonly Invented[],
  { asked, seed, turn: turns = 0, onWrong, say }: DoorChoices,
  identify: Identify,
): Promise<Omit<AtTheDoor, 'people' | 'keys' | 'gigabytes' | 'weights'>> {
  const draw = drawing(seed + 2 + 1000 * turns);
  const taken: number[] = [];
  const worked: (number | null)[] = [];
  const counted = { again: 0, strangers: 0, missed: 0, sure: 0, wrong: 0, strangersAsked: 0 };
  for (let turn = 0; turn < asked; turn++) {
    if (turn > 0 && turn % toldEvery === 0) say(`${turn.toLocaleString('en-GB')} have asked; taken for somebody else: ${counted.wrong}.`);
    const whom = known[Math.floor(draw() * known.length)];
    if (whom === undefined) continue;
    const again = turn % 2 === 0;
    const here = again ? askedAgain(whom, draw, identify()) : stranger(whom, draw, identify());
    await as({ kind: 'worker', job: 'measure the door' }, async (tables) => {
      await arrive(tables, here, identify);
      const before = processorTime(backends);
      const begun = performance.now();
      const found = await weighCandidates(tables, here.id);
      taken.push(performance.now() - begun);
      const after = processorTime(backends);
      worked.push(before === null || after === null ? null : after - before);
      const sure = found.filter(({ outcome }) => outcome === 'same');
      const wrong = sure.find(({ candidateId }) => !again || candidateId !== whom.id);
      if (wrong) {
        counted.wrong++;
        onWrong?.(here, again ? whom : null, wrong);
      }
      if (again) {
        counted.again++;
        if (!found.some(({ candidateId }) => candidateId === whom.id)) counted.missed++;
        if (sure.some(({ candidateId }) => candidateId === whom.id)) counted.sure++;
      } else {
        counted.strangers++;
        if (found.length > 0) counted.strangersAsked++;
      }
      throw new Undo();
    }).catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  }
  return {
    askedAgain: counted.again,
    strangers: counted.strangers,
    missed: counted.missed / counted.again,
    surelyFound: counted.sure / counted.again,
    asked,
    falseMerges: counted.wrong,
    falseMergesFewerThanOneIn: fewerThanOneIn(counted.wrong, asked),
    strangersAsked: counted.strangersAsked / counted.strangers,
    milliseconds: timesOf(taken),
    processorMilliseconds: worked.some((each) => each === null) ? null : timesOf(worked.map(Number)),
  };
}

/**
 * One over the largest share at which so few of so many would still be seen once in twenty times (the upper limit of a Poisson count). Of none that share is three
 * over the number asked: to say fewer than 1 in 10,000, 30,000 must be asked.
 */
export function fewerThanOneIn(seen: number, asked: number): number {
  const chanceOfSoFew = (expected: number): number => {
    let term = Math.exp(-expected);
    let sum = term;
    for (let count = 1; count <= seen; count++) {
      term *= expected / count;
      sum += term;
    }
    return sum;
  };
  let [low, high] = [seen, 3 * seen + 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chanceOfSoFew(middle) > 0.05) low = middle;
    else high = middle;
  }
  return Math.floor(asked / high);
}

/** Leaves the place as it was for whoever asks next. */
class Undo extends Error {}

type Tables = Parameters<typeof weighCandidates>[0];

async function arrive(tables: Tables, person: Invented, identify: Identify): Promise<void> {
  const at = new Date();
  await tables
    .insertInto('person')
    .values({
      id: person.id,
      givenName: person.given,
      familyName: person.family,
      born: person.birth ?? null,
      nhsNumber: person.nhsNumber ?? null,
      address: person.address ?? '',
      postcode: person.postcode ?? null,
      createdAt: at,
      changedAt: at,
    })
    .execute();
  for (const { channel, value } of waysToReach(person))
    await tables
      .insertInto('contactPoint')
      .values({
        id: identify(),
        personId: person.id,
        channel,
        value,
        safeToUse: 'safe',
        shared: 'no',
        checkedOn: '2026-01-01',
        createdAt: at,
      })
      .execute();
  await keepIdentityKeys(tables, person.id);
}
