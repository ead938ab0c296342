// The levels of agreement by name and number, and what of them shows that two people share a home.
import { type FieldName, fields } from './fields.ts';

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

export const given = levelsOf('given', 'same', 'variant', 'near', 'initial', 'alike', 'faint', 'swapped', 'crossed', 'differs');
export const family = levelsOf('family', 'same', 'part', 'near', 'alike', 'differs');
export const birth = levelsOf(
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
export const place = levelsOf(
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
export const town = levelsOf('town', 'same', 'near', 'differs');
export const phone = levelsOf('phone', 'sameMobile', 'sameLandline', 'slip', 'differs');
export const email = levelsOf('email', 'same', 'local', 'near', 'differs');
export const gender = levelsOf('gender', 'same', 'differs');
export const other = levelsOf('other', 'same', 'some', 'differs');

/**
 * What shows that the two share a home, where relatives agree on much by nature: the address, or else its landline, which moves with nobody. −1 when nothing does.
 * What shows it is itself judged among all people, and the rest among those who share a home. `from` is where the pair’s levels begin, in a list of many.
 */
export function homeShownBy(levels: FieldLevels, from = 0): number {
  const where = levels[from + fieldAt.place] ?? 0;
  if (where === place.home || where === place.nearlyHome) return fieldAt.place;
  return levels[from + fieldAt.phone] === phone.sameLandline ? fieldAt.phone : -1;
}

export const sharesHome = (levels: FieldLevels): boolean => homeShownBy(levels) >= 0;

/** Whether a field of two people is judged among those who share a home, by what `homeShownBy` says of them. */
export const amongHome = (field: number, shownBy: number): 0 | 1 => (shownBy < 0 || field === shownBy ? 0 : 1);
