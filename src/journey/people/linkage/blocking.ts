// The keys under which a person can be found again: two records of one person nearly always share one. Made for a b-tree table of
// (key, person), so that finding the possible matches of one person never reads the others.
import type { PreparedPerson } from './record.ts';

/** Takes one key: its kind and the one, two or three parts it is made of. A key of which a part is '' is none. */
export type TakeKey = (kind: string, one: string, two?: string, three?: string) => void;

/** Distinct keys, each with a prefix for its kind. Names stand in them by sound, never in full, but they remain personal data. */
export function blockingKeys(person: PreparedPerson): readonly string[] {
  const keys = new Set<string>();
  eachKey(person, (kind, one, two, three) => {
    if (one === '' || two === '' || three === '') return;
    keys.add(two === undefined ? `${kind}:${one}` : three === undefined ? `${kind}:${one}|${two}` : `${kind}:${one}|${two}|${three}`);
  });
  return [...keys];
}

/** Every key of a person, in parts; some may come twice. */
export function eachKey(person: PreparedPerson, add: TakeKey): void {
  const { year, month, day, family, given, familySound, givenSound, postcode } = person;
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
}
