// Which pairs of a list are worth comparing: those with enough keys in common. Keys are numbered and their holders kept in flat lists of numbers, so that a
// list of 50,000 costs a second and not ten. At the door the database does the same by `people_sharing_keys`.
import { eachKey } from './blocking.ts';
import { Numbering, Numbers } from './numbering.ts';
import type { PreparedPerson } from './record.ts';

export interface CandidatePairs {
  /** Places of both people in the list given, the first always the lower. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Where the pairs begin in which each person stands left, and after the last person their end. */
  readonly from: Uint32Array;
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

interface Keyed {
  /** Number of every key of everybody, person by person. */
  readonly keys: Uint32Array;
  /** Where each person’s keys begin, and after the last person their end. */
  readonly from: Uint32Array;
  /** How many have each key. */
  readonly holders: Uint32Array;
}

/**
 * A key is known by 64 bits and not by its text, which would cost more than all the rest. Two keys fall together with a chance of about 1 in 10¹⁹, and would only
 * have a few pairs compared for nothing.
 */
function keysOf(people: readonly PreparedPerson[]): Keyed {
  const numbers = new Numbering();
  const keys = new Numbers();
  const holders = new Numbers();
  /** Who had each key last, so that a key counts once a person. */
  const last = new Numbers();
  const from = new Uint32Array(people.length + 1);
  let first = 0;
  let second = 0;
  const mix = (text: string): void => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      first = Math.imul(((first << 5) | (first >>> 27)) ^ code, 0x9e3779b1);
      second = Math.imul(((second << 9) | (second >>> 23)) ^ code, 0x85ebca77);
    }
    // Where a part ends, so that parts of other lengths make another key.
    first = Math.imul(((first << 5) | (first >>> 27)) ^ 0xffff, 0x9e3779b1);
    second = Math.imul(((second << 9) | (second >>> 23)) ^ 0xffff, 0x85ebca77);
  };
  for (let place = 0; place < people.length; place++) {
    from[place] = keys.count;
    const person = people[place];
    if (person === undefined) continue;
    eachKey(person, (kind, one, two, three) => {
      if (one === '' || two === '' || three === '') return;
      first = 0x2545f491;
      second = 0x27d4eb2f;
      mix(kind);
      mix(one);
      if (two !== undefined) mix(two);
      if (three !== undefined) mix(three);
      const number = numbers.numberOf(first, second);
      if (number === holders.count) {
        holders.push(0);
        last.push(place + 1);
      } else if (last.all[number] === place + 1) return;
      last.all[number] = place + 1;
      holders.all[number] = (holders.all[number] ?? 0) + 1;
      keys.push(number);
    });
  }
  from[people.length] = keys.count;
  return { keys: keys.all, from, holders: holders.taken() };
}

/** Every pair of people with enough keys in common, once, in the order of both places. */
export function candidatePairs(
  people: readonly PreparedPerson[],
  { largestBlock = 300, tellingAlone = 30, secondListFrom }: BlockingChoices = {},
): CandidatePairs {
  const { keys, from, holders } = keysOf(people);
  /** Where the holders of each key begin; those of keys that one person or too many have are not listed. */
  const begins = new Uint32Array(holders.length);
  let listed = 0;
  let skipped = 0;
  for (let key = 0; key < holders.length; key++) {
    const size = holders[key] ?? 0;
    begins[key] = listed;
    if (size > largestBlock) skipped += (size * (size - 1)) / 2;
    if (size < 2 || size > largestBlock) holders[key] = 0;
    else listed += size;
  }
  const members = new Uint32Array(listed);
  /** How many of each key’s holders are listed; then, how many have had their turn. */
  const passed = new Uint32Array(holders.length);
  for (let place = 0; place < people.length; place++) {
    for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at++) {
      const key = keys[at] ?? 0;
      if (holders[key] !== 0) members[(begins[key] ?? 0) + (passed[key] ?? 0)] = place;
      passed[key] = (passed[key] ?? 0) + 1;
    }
  }
  passed.fill(0);
  /** How much each person shares with the one whose turn it is: 1 for a key of many, 2 for a telling one. */
  const shared = new Uint8Array(people.length);
  const met = new Uint32Array(people.length);
  const left = new Numbers();
  const right = new Numbers();
  const begun = new Uint32Array(people.length + 1);
  const firstOther = secondListFrom ?? 0;
  const lefts = secondListFrom ?? people.length;
  for (let place = 0; place < lefts; place++) {
    let count = 0;
    for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at++) {
      const key = keys[at] ?? 0;
      const size = holders[key] ?? 0;
      if (size === 0) continue;
      const worth = size <= tellingAlone ? 2 : 1;
      const begin = begins[key] ?? 0;
      const turn = (passed[key] ?? 0) + 1;
      passed[key] = turn;
      for (let member = begin + turn; member < begin + size; member++) {
        const other = members[member] ?? 0;
        if (other < firstOther) continue;
        const before = shared[other] ?? 0;
        if (before === 0) met[count++] = other;
        shared[other] = Math.min(2, before + worth);
      }
    }
    let enough = 0;
    for (let at = 0; at < count; at++) {
      const other = met[at] ?? 0;
      if (shared[other] === 2) met[enough++] = other;
      shared[other] = 0;
    }
    for (const other of met.subarray(0, enough).sort()) {
      left.push(place);
      right.push(other);
    }
    begun[place + 1] = left.count;
  }
  begun.fill(left.count, lefts + 1);
  return { left: left.taken(), right: right.taken(), from: begun, skipped };
}
