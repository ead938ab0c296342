// The keys under which a person can be found again: two records of one person nearly always share one. Made for a b-tree table of
// (key, person), so that finding the possible matches of one person never reads the others.
import type { PreparedPerson } from './record.ts';

/** Distinct keys, each with a prefix for its kind. Names stand in them by sound, never in full, but they remain personal data. */
export function blockingKeys(person: PreparedPerson): readonly string[] {
  const { year, month, day, family, given, familySound, givenSound, postcode } = person;
  const keys = new Set<string>();
  const add = (prefix: string, one: string, two?: string, three?: string) => {
    if (one === '' || two === '' || three === '') return;
    keys.add(two === undefined ? `${prefix}:${one}` : three === undefined ? `${prefix}:${one}|${two}` : `${prefix}:${one}|${two}|${three}`);
  };
  const birth = person.wholeBirth;
  const initial = given.slice(0, 1);
  const sounds = familySound < givenSound ? [familySound, givenSound] : [givenSound, familySound];
  add('n', person.nhsNumber);
  add('i', person.otherIdentifier);
  for (const phone of person.phones) add('p', phone);
  for (const email of person.emails) {
    add('e', email);
    add('el', email.slice(0, email.lastIndexOf('@')));
    add('ed', email.slice(email.lastIndexOf('@') + 1));
  }
  if (birth !== '' && !(month === '01' && day === '01')) add('d', birth);
  // Day and month stand sorted, so that swapping them changes nothing.
  if (month !== '' && day !== '') add('ds', year, month < day ? `${month}|${day}` : `${day}|${month}`, family.slice(0, 1));
  add('mf', month, day, familySound);
  add('mg', month, day, givenSound);
  add('g', sounds[0] ?? '', sounds[1]);
  add('fi', familySound, initial);
  add('gi', givenSound, family.slice(0, 1));
  for (const group of person.givenGroups) add('gv', familySound, String(group));
  add('c', postcode);
  add('cy', postcode.slice(0, -2), year);
  add('a', person.houseNumber, person.street);
  // First and family names stand side by side in these, so that swapping them changes nothing.
  for (const sound of sounds) {
    add('w', sound);
    add('wy', sound, year);
    add('wt', sound, person.town);
    add('wc', sound, postcode.slice(0, -2));
    add('wb', sound, year, month);
    add('wd', sound, birth);
  }
  return [...keys];
}

export interface CandidatePairs {
  /** Places of both people in the list given, the first always the lower. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Pairs that keys with too many people behind them would have added. */
  readonly skipped: number;
}

export interface BlockingChoices {
  /** A key shared by more people than this says too little to compare them all; default 300. */
  readonly largestBlock?: number;
  /** A key that at most so many share is enough alone; of others a pair must share two; default 30. */
  readonly tellingAlone?: number;
  /** When given, people before this place are one list and the rest another, and only pairs across are made. */
  readonly secondListFrom?: number;
}

/** The places of those who share each key, ascending, and for each person which of these blocks they are in. Keys that nobody shares are left out. */
function blocksOf(
  people: readonly PreparedPerson[],
  largestBlock: number,
): { blocks: number[][]; memberships: number[][]; skipped: number } {
  // Most keys are one person’s alone, for whom a list would cost more than all the rest.
  const byKey = new Map<string, number | number[]>();
  people.forEach((person, place) => {
    for (const key of blockingKeys(person)) {
      const block = byKey.get(key);
      if (block === undefined) byKey.set(key, place);
      else if (typeof block === 'number') byKey.set(key, [block, place]);
      else block.push(place);
    }
  });
  const blocks: number[][] = [];
  const memberships: number[][] = people.map(() => []);
  let skipped = 0;
  for (const block of byKey.values()) {
    if (typeof block === 'number') continue;
    if (block.length > largestBlock) {
      skipped += (block.length * (block.length - 1)) / 2;
      continue;
    }
    for (const place of block) memberships[place]?.push(blocks.length);
    blocks.push(block);
  }
  return { blocks, memberships, skipped };
}

/** Every pair of people with enough keys in common, once, in the order of both places. */
export function candidatePairs(
  people: readonly PreparedPerson[],
  { largestBlock = 300, tellingAlone = 30, secondListFrom }: BlockingChoices = {},
): CandidatePairs {
  const { blocks, memberships, skipped } = blocksOf(people, largestBlock);
  /** How much each person shares with the one whose turn it is: 1 for a key of many, 2 for a telling one. */
  const shared = new Uint8Array(people.length);
  /** How far each block has been gone through: everybody before that has had their turn. */
  const passed = new Uint32Array(blocks.length);
  const left: number[] = [];
  const right: number[] = [];
  memberships.forEach((mine, place) => {
    const met: number[] = [];
    for (const number of mine) {
      const block = blocks[number] ?? [];
      const worth = block.length <= tellingAlone ? 2 : 1;
      const from = (passed[number] ?? 0) + 1;
      passed[number] = from;
      for (let at = from; at < block.length; at++) {
        const other = block[at] ?? 0;
        if (secondListFrom !== undefined && place < secondListFrom === other < secondListFrom) continue;
        if (shared[other] === 0) met.push(other);
        shared[other] = Math.min(2, (shared[other] ?? 0) + worth);
      }
    }
    met.sort((one, other) => one - other);
    for (const other of met) {
      if (shared[other] === 2) {
        left.push(place);
        right.push(other);
      }
      shared[other] = 0;
    }
  });
  return { left: Uint32Array.from(left), right: Uint32Array.from(right), skipped };
}
