// How far the dates of birth of two people agree, whole or in part.
import { birth } from './levels.ts';
import type { PreparedPerson } from './record.ts';
import { oneSlipApart } from './similarity.ts';

/** 1 January often stands for a day that nobody knew. */
const isNewYear = (person: PreparedPerson): boolean => person.month === '01' && person.day === '01';

const yearsApart = (a: PreparedPerson, b: PreparedPerson): number => Math.abs(Number(a.year) - Number(b.year));

/** In how many places two texts of one length differ. */
function figuresApart(one: string, other: string): number {
  let apart = 0;
  for (let place = 0; place < one.length; place++) if (one.charCodeAt(place) !== other.charCodeAt(place)) apart++;
  return apart;
}

export function birthLevel(a: PreparedPerson, b: PreparedPerson): number {
  const years = a.year !== '' && b.year !== '';
  const months = a.month !== '' && b.month !== '';
  const days = a.day !== '' && b.day !== '';
  const known = (years ? 1 : 0) + (months ? 1 : 0) + (days ? 1 : 0);
  if (known === 0) return 0;
  const sameYear = years && a.year === b.year;
  const sameMonth = months && a.month === b.month;
  const sameDay = days && a.day === b.day;
  const same = (sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0);
  if (known === 3) {
    if (same === 3) return isNewYear(a) ? birth.placeholder : birth.same;
    if (sameYear && a.day === b.month && a.month === b.day) return birth.swapped;
    if (oneSlipApart(a.wholeBirth, b.wholeBirth)) return birth.slip;
    if (same === 2 && yearsApart(a, b) <= 2) return birth.onePart;
    if (same === 2) return birth.anniversary;
    if (sameDay && yearsApart(a, b) <= 2) return birth.near;
    if (figuresApart(a.wholeBirth, b.wholeBirth) <= 2) return birth.twoFigures;
    if (!sameYear) return birth.differs;
    return isNewYear(a) || isNewYear(b) ? birth.yearKnown : birth.year;
  }
  if (same === known) return known === 2 ? birth.partial : sameYear ? birth.yearKnown : birth.oneKnown;
  return same === 1 && (!years || yearsApart(a, b) <= 2) ? birth.partDiffers : birth.differs;
}
