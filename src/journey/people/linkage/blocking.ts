// The keys under which a person can be found again: two records of one person nearly always share one. Made for a b-tree table of
// (key, person), so that finding the possible matches of one person never reads the others.
import type { PreparedPerson } from './record.ts';

/** Distinct keys, each with a prefix for its kind. Names stand in them by sound, never in full, but they remain personal data. */
export function blockingKeys(person: PreparedPerson): readonly string[] {
  const { year, month, day, family, given, familySound, givenSound, postcode } = person;
  const keys = new Set<string>();
  const add = (prefix: string, ...parts: readonly string[]) => {
    if (parts.every((part) => part !== '')) keys.add(`${prefix}:${parts.join('|')}`);
  };
  const birth = year !== '' && month !== '' && day !== '' ? year + month + day : '';
  const initial = given.slice(0, 1);
  const sounds = [familySound, givenSound].sort();
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
  add('ds', year, ...[month, day].sort(), family.slice(0, 1));
  add('mf', month, day, familySound);
  add('mg', month, day, givenSound);
  add('g', ...sounds);
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
  /** When given, people before this place are one list and the rest another, and only pairs across are made. */
  readonly secondListFrom?: number;
}

/** Every pair of people with a key in common, once. */
export function candidatePairs(
  people: readonly PreparedPerson[],
  { largestBlock = 300, secondListFrom }: BlockingChoices = {},
): CandidatePairs {
  const blocks = new Map<string, number[]>();
  people.forEach((person, place) => {
    for (const key of blockingKeys(person)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [place]);
      else block.push(place);
    }
  });
  let codes = new Float64Array(1 << 16);
  let count = 0;
  let skipped = 0;
  const width = people.length;
  for (const block of blocks.values()) {
    if (block.length > largestBlock) {
      skipped += (block.length * (block.length - 1)) / 2;
      continue;
    }
    for (let one = 0; one < block.length; one++) {
      const left = block[one] ?? 0;
      for (let two = one + 1; two < block.length; two++) {
        const right = block[two] ?? 0;
        if (secondListFrom !== undefined && left < secondListFrom === right < secondListFrom) continue;
        if (count === codes.length) {
          const grown = new Float64Array(codes.length * 2);
          grown.set(codes);
          codes = grown;
        }
        codes[count++] = left * width + right;
      }
    }
  }
  const sorted = codes.subarray(0, count).sort();
  const left = new Uint32Array(count);
  const right = new Uint32Array(count);
  let kept = 0;
  let last = -1;
  for (const code of sorted) {
    if (code === last) continue;
    last = code;
    left[kept] = Math.floor(code / width);
    right[kept++] = code % width;
  }
  return { left: left.slice(0, kept), right: right.slice(0, kept), skipped };
}
