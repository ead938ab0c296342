// How far first and family names of two people agree, also when they were written in each other’s place.
import { family, given } from './levels.ts';
import { sharesVariant } from './name-variants.ts';
import type { PreparedPerson } from './record.ts';
import { alikeness, oneSlipApart } from './similarity.ts';

/** Whether the first name of one may be the family name of the other. */
function crosses(one: PreparedPerson, other: PreparedPerson): boolean {
  const { given: first } = one;
  const { family: last } = other;
  if (first.length < 2 || last.length < 2) return false;
  return (
    first === last ||
    (first.length > 2 && last.length > 2 && oneSlipApart(first, last)) ||
    alikeness(first, last, one.givenLetters, other.familyLetters, 0.92) >= 0.92
  );
}

export function givenLevel(a: PreparedPerson, b: PreparedPerson): number {
  const one = a.given;
  const other = b.given;
  if (one === '' || other === '') return 0;
  if (one === other) return one.length === 1 ? given.initial : given.same;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? given.initial : given.differs;
  if (sharesVariant(a.givenGroups, b.givenGroups) || a.otherGiven.includes(other) || b.otherGiven.includes(one)) return given.variant;
  const likeness = alikeness(one, other, a.givenLetters, b.givenLetters, 0.68);
  if (likeness >= 0.92 || (one.length > 2 && other.length > 2 && oneSlipApart(one, other))) return given.near;
  if (likeness >= 0.8 || a.givenSound === b.givenSound) return given.alike;
  return likeness >= 0.68 ? given.faint : given.differs;
}

export function familyLevel(a: PreparedPerson, b: PreparedPerson): number {
  const one = a.family;
  const other = b.family;
  if (one === '' || other === '') return 0;
  if (one === other) return family.same;
  const likeness = alikeness(one, other, a.familyLetters, b.familyLetters, 0.84);
  if (likeness >= 0.94 || (one.length > 2 && other.length > 2 && oneSlipApart(one, other))) return family.near;
  if (a.familyTokens.length > 1 || b.familyTokens.length > 1) {
    for (const token of a.familyTokens) if (token.length > 3 && b.familyTokens.includes(token)) return family.part;
  }
  return likeness >= 0.84 || a.familySound === b.familySound ? family.alike : family.differs;
}

/** Names so unlike that they may have been written in each other’s place. */
export const maySwap = (first: number, last: number): boolean =>
  (first === 0 || first >= given.alike) && (last === 0 || last >= family.alike);

/**
 * Names that are unlike, judged together: written in each other’s place, the two count once, under the first name. One name in the other’s place
 * counts only where its counterpart is missing; otherwise James Hughes and George James would look alike. 0 when they were not.
 */
export function swapLevel(a: PreparedPerson, b: PreparedPerson): number {
  const there = crosses(a, b);
  const back = crosses(b, a);
  if (there && back) return given.swapped;
  return (there && (a.family === '' || b.given === '')) || (back && (a.given === '' || b.family === '')) ? given.crossed : 0;
}
