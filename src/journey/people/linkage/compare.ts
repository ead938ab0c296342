// Compares two prepared people field by field. Says how far each field agrees, never whether the two are one person; `weigh.ts` does that.
import { birthLevel } from './compare-births.ts';
import { familyLevel, givenLevel, maySwap, swapLevel } from './compare-names.ts';
import { placeLevel, placeSaysTown, townLevel } from './compare-places.ts';
import { fields } from './fields.ts';
import { email, type FieldLevels, fieldAt, gender, other, phone } from './levels.ts';
import type { PreparedPerson } from './record.ts';
import { jaroWinkler, nearlyAlike, oneSlipApart } from './similarity.ts';

/** The most telling level between any of one’s and any of the other’s, which is the lowest; 0 when either has none. */
function best(ones: readonly string[], others: readonly string[], levelOf: (one: string, other: string) => number): number {
  let lowest = 0;
  for (let at = 0; at < ones.length; at++) {
    for (let to = 0; to < others.length; to++) {
      const found = levelOf(ones[at] ?? '', others[to] ?? '');
      if (lowest === 0 || found < lowest) lowest = found;
    }
  }
  return lowest;
}

function phoneLevel(one: string, other: string): number {
  if (one === other) return one.startsWith('7') ? phone.sameMobile : phone.sameLandline;
  return oneSlipApart(one, other) ? phone.slip : phone.differs;
}

function emailLevel(one: string, other: string): number {
  if (one === other) return email.same;
  const local = one.slice(0, one.lastIndexOf('@'));
  const otherLocal = other.slice(0, other.lastIndexOf('@'));
  if (local === otherLocal) return email.local;
  return oneSlipApart(one, other) || jaroWinkler(local, otherLocal) >= 0.92 ? email.near : email.differs;
}

/** Levels 1 to 3 of a number that belongs to one person: same, one slip, differs. */
const numberLevel = (one: string, other: string): number =>
  one === '' || other === '' ? 0 : one === other ? 1 : oneSlipApart(one, other) ? 2 : 3;

function otherLevel(ones: readonly string[], others: readonly string[]): number {
  let agree = 0;
  let differ = 0;
  for (let place = 0; place < ones.length; place++) {
    const a = ones[place] ?? '';
    const b = others[place] ?? '';
    if (a === '' || b === '') continue;
    if (a === b || nearlyAlike(a, b)) agree++;
    else differ++;
  }
  if (agree + differ === 0) return 0;
  if (differ === 0) return other.same;
  return agree > 0 ? other.some : other.differs;
}

/** One field of two people: the level, the same whichever of the two comes first, and all that it is told from, as one text; '' when that is never known. */
export interface Comparison {
  readonly field: number;
  readonly level: (one: PreparedPerson, other: PreparedPerson) => number;
  readonly value: (person: PreparedPerson) => string;
}

const joined = (values: readonly string[]): string => (values.length < 2 ? (values[0] ?? '') : values.join('\n'));

/** Every field by itself. `compare` and `listComparer` then settle what hangs on two: swapped names, and the town of one place. */
export const comparisons: readonly Comparison[] = [
  {
    field: fieldAt.given,
    level: givenLevel,
    value: ({ given: name, otherGiven }) => (name === '' || otherGiven.length === 0 ? name : joined([name, ...otherGiven])),
  },
  { field: fieldAt.family, level: familyLevel, value: ({ familyTokens }) => joined(familyTokens) },
  {
    field: fieldAt.birth,
    level: birthLevel,
    value: ({ wholeBirth, year, month, day }) => wholeBirth || (year || month || day ? `${year}-${month}-${day}` : ''),
  },
  {
    field: fieldAt.place,
    level: placeLevel,
    value: ({ houseNumber, street, postcode, town: where }) =>
      street === '' && postcode === '' ? '' : `${houseNumber}\n${street}\n${postcode}\n${where}`,
  },
  { field: fieldAt.town, level: townLevel, value: ({ town: where }) => where },
  { field: fieldAt.phone, level: (one, other) => best(one.phones, other.phones, phoneLevel), value: ({ phones }) => joined(phones) },
  { field: fieldAt.email, level: (one, other) => best(one.emails, other.emails, emailLevel), value: ({ emails }) => joined(emails) },
  { field: fieldAt.nhsNumber, level: (one, other) => numberLevel(one.nhsNumber, other.nhsNumber), value: ({ nhsNumber }) => nhsNumber },
  {
    field: fieldAt.otherIdentifier,
    level: (one, other) => numberLevel(one.otherIdentifier, other.otherIdentifier),
    value: ({ otherIdentifier }) => otherIdentifier,
  },
  {
    field: fieldAt.gender,
    level: (one, other) => (one.gender === '' || other.gender === '' ? 0 : one.gender === other.gender ? gender.same : gender.differs),
    value: (person) => person.gender,
  },
  {
    field: fieldAt.other,
    level: (a, b) => otherLevel(a.otherTexts, b.otherTexts),
    value: ({ otherTexts }) => (otherTexts.some((text) => text !== '') ? joined(otherTexts) : ''),
  },
];

/** The level of every field, the same whichever of the two comes first. */
export function compare(a: PreparedPerson, b: PreparedPerson): FieldLevels {
  const levels = new Uint8Array(fields.length);
  for (const { field, level: levelOf } of comparisons) levels[field] = levelOf(a, b);
  if (placeSaysTown(levels[fieldAt.place] ?? 0)) levels[fieldAt.town] = 0;
  if (!maySwap(levels[fieldAt.given] ?? 0, levels[fieldAt.family] ?? 0)) return levels;
  const swapped = swapLevel(a, b);
  if (swapped !== 0) {
    levels[fieldAt.given] = swapped;
    levels[fieldAt.family] = 0;
  }
  return levels;
}
