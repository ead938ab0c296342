// Compares two prepared people field by field. Says how far each field agrees, never whether the two are one person; `weigh.ts` does that.
import { type FieldName, fields } from './fields.ts';
import { sharesVariant } from './name-variants.ts';
import type { PreparedPerson } from './record.ts';
import { alikeness, jaroWinkler, oneSlipApart } from './similarity.ts';

/** The level of each field, by the order of `fields`. */
export type FieldLevels = Uint8Array;

/** A level's number by its name, read once when the module loads; an unknown name stops the program. */
function level(field: FieldName, name: string): number {
  const at = fields.find((entry) => entry.name === field)?.levels.findIndex((entry) => entry.name === name) ?? -1;
  if (at < 0) throw new Error(`No level ${name} of ${field}`);
  return at;
}

const at = (name: FieldName): number => fields.findIndex((field) => field.name === name);
const levelsOf = <Name extends string>(field: FieldName, ...names: Name[]): Readonly<Record<Name, number>> =>
  // Every name asked for is a key of the record, because the entries are made from the names.
  Object.fromEntries(names.map((name) => [name, level(field, name)])) as Record<Name, number>;

export const fieldAt = {
  given: at('given'),
  family: at('family'),
  birth: at('birth'),
  place: at('place'),
  town: at('town'),
  phone: at('phone'),
  email: at('email'),
  nhsNumber: at('nhsNumber'),
  otherIdentifier: at('otherIdentifier'),
  gender: at('gender'),
  other: at('other'),
};

const given = levelsOf('given', 'same', 'variant', 'near', 'initial', 'alike', 'faint', 'swapped', 'crossed', 'differs');
const family = levelsOf('family', 'same', 'part', 'near', 'alike', 'differs');
const birth = levelsOf(
  'birth',
  'same',
  'placeholder',
  'swapped',
  'slip',
  'onePart',
  'near',
  'twoFigures',
  'partial',
  'yearKnown',
  'oneKnown',
  'anniversary',
  'year',
  'partDiffers',
  'differs',
);
const place = levelsOf(
  'place',
  'home',
  'nearlyHome',
  'street',
  'postcode',
  'neighbour',
  'elsewhere',
  'slip',
  'sector',
  'district',
  'differs',
);
const town = levelsOf('town', 'same', 'near', 'differs');
const phone = levelsOf('phone', 'sameMobile', 'sameLandline', 'slip', 'differs');
const email = levelsOf('email', 'same', 'local', 'near', 'differs');
const gender = levelsOf('gender', 'same', 'differs');
const other = levelsOf('other', 'same', 'some', 'differs');

/**
 * What shows that the two share a home, where relatives agree on much by nature: the address, or else its landline, which moves with nobody. −1 when nothing does.
 * What shows it is itself judged among all people, and the rest among those who share a home.
 */
export function homeShownBy(levels: FieldLevels): number {
  const where = levels[fieldAt.place] ?? 0;
  if (where === place.home || where === place.nearlyHome) return fieldAt.place;
  return levels[fieldAt.phone] === phone.sameLandline ? fieldAt.phone : -1;
}

export const sharesHome = (levels: FieldLevels): boolean => homeShownBy(levels) >= 0;

/** Whether a field of two people is judged among those who share a home, by what `homeShownBy` says of them. */
export const amongHome = (field: number, shownBy: number): 0 | 1 => (shownBy < 0 || field === shownBy ? 0 : 1);

const near = (one: string, other: string): boolean =>
  (one.length > 2 && other.length > 2 && oneSlipApart(one, other)) || jaroWinkler(one, other) >= 0.92;

const crosses = (one: string, other: string): boolean => one.length > 1 && other.length > 1 && (one === other || near(one, other));

function givenLevel(a: PreparedPerson, b: PreparedPerson): number {
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

function familyLevel(a: PreparedPerson, b: PreparedPerson): number {
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

/**
 * First and family name judged together: written in each other’s place, the two count once, under the first name. One name in the other’s place
 * counts only where its counterpart is missing; otherwise James Hughes and George James would look alike.
 */
function nameLevels(a: PreparedPerson, b: PreparedPerson, into: FieldLevels): void {
  const first = givenLevel(a, b);
  const last = familyLevel(a, b);
  into[fieldAt.given] = first;
  into[fieldAt.family] = last;
  const unlike = (first === 0 || first >= given.alike) && (last === 0 || last >= family.alike);
  if (!unlike) return;
  const there = crosses(a.given, b.family);
  const back = crosses(a.family, b.given);
  if (there && back) into[fieldAt.given] = given.swapped;
  else if ((there && (a.family === '' || b.given === '')) || (back && (a.given === '' || b.family === '')))
    into[fieldAt.given] = given.crossed;
  else return;
  into[fieldAt.family] = 0;
}

/** 1 January often stands for a day that nobody knew. */
const isNewYear = (person: PreparedPerson): boolean => person.month === '01' && person.day === '01';

const yearsApart = (a: PreparedPerson, b: PreparedPerson): number => Math.abs(Number(a.year) - Number(b.year));

/** In how many places two texts of one length differ. */
function figuresApart(one: string, other: string): number {
  let apart = 0;
  for (let place = 0; place < one.length; place++) if (one.charCodeAt(place) !== other.charCodeAt(place)) apart++;
  return apart;
}

function birthLevel(a: PreparedPerson, b: PreparedPerson): number {
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

function placeLevel(a: PreparedPerson, b: PreparedPerson): number {
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

function townLevel(a: PreparedPerson, b: PreparedPerson, where: number): number {
  if (a.town === '' || b.town === '' || (where >= place.home && where <= place.neighbour)) return 0;
  if (a.town === b.town) return town.same;
  return near(a.town, b.town) ? town.near : town.differs;
}

/** The most telling level between any of one’s and any of the other’s, which is the lowest; 0 when either has none. */
function best(ones: readonly string[], others: readonly string[], levelOf: (one: string, other: string) => number): number {
  let lowest = 0;
  for (const one of ones) {
    for (const other of others) {
      const found = levelOf(one, other);
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
    if (a === b || near(a, b)) agree++;
    else differ++;
  }
  if (agree + differ === 0) return 0;
  if (differ === 0) return other.same;
  return agree > 0 ? other.some : other.differs;
}

/** The level of every field, the same whichever of the two comes first. `into` may be used again and again when millions are compared. */
export function compare(a: PreparedPerson, b: PreparedPerson, into: FieldLevels = new Uint8Array(fields.length)): FieldLevels {
  const where = placeLevel(a, b);
  nameLevels(a, b, into);
  into[fieldAt.birth] = birthLevel(a, b);
  into[fieldAt.place] = where;
  into[fieldAt.town] = townLevel(a, b, where);
  into[fieldAt.phone] = best(a.phones, b.phones, phoneLevel);
  into[fieldAt.email] = best(a.emails, b.emails, emailLevel);
  into[fieldAt.nhsNumber] = numberLevel(a.nhsNumber, b.nhsNumber);
  into[fieldAt.otherIdentifier] = numberLevel(a.otherIdentifier, b.otherIdentifier);
  into[fieldAt.gender] = a.gender === '' || b.gender === '' ? 0 : a.gender === b.gender ? gender.same : gender.differs;
  into[fieldAt.other] = otherLevel(a.otherTexts, b.otherTexts);
  return into;
}
