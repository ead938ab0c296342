// How far the homes and towns of two people agree.
import { place, town } from './levels.ts';
import type { PreparedPerson } from './record.ts';
import { alikeness, nearlyAlike, oneSlipApart } from './similarity.ts';

function addressAgreement(a: PreparedPerson, b: PreparedPerson): 'same' | 'near' | 'street' | 'differs' | 'unknown' {
  if (a.street === '' || b.street === '') return 'unknown';
  const sameNumber = a.houseNumber === b.houseNumber;
  if (a.streetLetters === b.streetLetters && a.street === b.street)
    return sameNumber ? 'same' : a.houseNumber === '' || b.houseNumber === '' ? 'near' : 'street';
  if (alikeness(a.street, b.street, a.streetLetters, b.streetLetters, 0.88) < 0.88) return 'differs';
  return sameNumber || a.houseNumber === '' || b.houseNumber === '' ? 'near' : 'differs';
}

/** Whether two postcodes are the same but for so many characters at the end. */
function beginAlike(one: string, other: string, end: number): boolean {
  if (one.length !== other.length || one.length < 5) return false;
  for (let at = 0; at < one.length - end; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
  return true;
}

export function placeLevel(a: PreparedPerson, b: PreparedPerson): number {
  const address = addressAgreement(a, b);
  const postcodes = a.postcode !== '' && b.postcode !== '';
  if (!postcodes) {
    if (address === 'same') return a.town !== '' && a.town === b.town ? place.home : place.elsewhere;
    if (address === 'near') return a.town !== '' && a.town === b.town ? place.nearlyHome : 0;
    return address === 'unknown' ? 0 : place.differs;
  }
  if (a.postcode === b.postcode) {
    if (address === 'same') return place.home;
    if (address === 'near') return place.nearlyHome;
    if (address === 'street') return place.street;
    return address === 'unknown' ? place.postcode : place.neighbour;
  }
  const slip = oneSlipApart(a.postcode, b.postcode);
  if (address === 'same') return slip ? place.nearlyHome : place.elsewhere;
  if (slip && address === 'unknown') return place.slip;
  if (slip && address === 'near') return place.nearlyHome;
  if (slip) return place.sector;
  if (beginAlike(a.postcode, b.postcode, 2)) return place.sector;
  if (beginAlike(a.postcode, b.postcode, 3)) return place.district;
  return place.differs;
}

/** Where the place says as much already, the town says nothing more. */
export const placeSaysTown = (where: number): boolean => where >= place.home && where <= place.neighbour;

export function townLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (a.town === '' || b.town === '') return 0;
  if (a.town === b.town) return town.same;
  return nearlyAlike(a.town, b.town) ? town.near : town.differs;
}
