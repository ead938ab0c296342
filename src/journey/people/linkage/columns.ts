// Reads a row of any table as an identity record, by a map that says which column holds what. For measuring and for imports of other shapes.
import { failure, type Result, success } from '../../../platform/problem.ts';
import type { IdentityRecord } from './record.ts';
import { readWrittenDate } from './written-date.ts';

/** What a column may hold, and the names by which a map may call it; spaces, signs and capitals make no difference. */
const names = {
  given: ['given name', 'first name', 'forename', 'christian name'],
  family: ['family name', 'last name', 'surname'],
  fullName: ['full name', 'name'],
  otherNames: ['other names', 'middle name', 'middle names', 'known as', 'alias'],
  birth: ['date of birth', 'dob', 'birth date', 'born'],
  birthYear: ['year of birth', 'dob year', 'birth year'],
  birthMonth: ['month of birth', 'dob month', 'birth month'],
  birthDay: ['day of birth', 'dob day', 'birth day'],
  address: ['street', 'address line', 'home address'],
  town: ['city', 'suburb', 'place'],
  postcode: ['post code', 'postal code', 'zip', 'zip code'],
  phone: ['phone number', 'telephone', 'mobile'],
  email: ['e-mail', 'email address', 'e-mail address'],
  nhsNumber: ['nhs number', 'nhs'],
  otherIdentifier: ['identifier', 'id', 'other identifier', 'reference'],
  gender: ['sex', 'gender identity'],
  otherText: ['other text', 'text', 'other'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IdentityColumn = keyof typeof names;

/** A column's name, or several: read one after the other with a space between, but for `otherText`, whose columns are compared one by one. */
export type IdentityColumns = { readonly [Name in IdentityColumn]?: string | readonly string[] };

const folded = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const columnByName: ReadonlyMap<string, IdentityColumn> = new Map(
  // The keys of `names` are its own.
  (Object.keys(names) as IdentityColumn[]).flatMap((column) =>
    [column, ...names[column]].map((name): [string, IdentityColumn] => [folded(name), column]),
  ),
);

const unreadable = (detail: string): Result<never> => failure({ status: 422, title: 'The map of columns cannot be used', detail });

/**
 * A map as somebody wrote it, held against the headers of their file. It may say what each field is called (`{"given name": "fname"}`) or what each column
 * holds (`{"fname": "given name"}`); several columns of one field stand in a list, or each say the same field. A field left empty is left out.
 */
export function readColumns(written: unknown, headers: readonly string[]): Result<IdentityColumns> {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return unreadable('It must be one JSON object, such as {"given name": "fname", "date of birth": "dob"}.');
  const here = new Set(headers);
  const found = new Map<IdentityColumn, string[]>();
  for (const [key, value] of Object.entries(written)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter((each) => typeof each === 'string' && each !== '');
    if (texts.length < values.filter((each) => each !== '' && each !== null).length)
      return unreadable(`“${key}” must name a column, or a list of columns.`);
    if (texts.length === 0) continue;
    const field = columnByName.get(folded(key));
    const byColumn =
      here.has(key) && texts.every((text) => columnByName.has(folded(String(text))) && (field === undefined || !here.has(String(text))));
    for (const text of texts.map(String)) {
      const column = byColumn ? key : text;
      const of = byColumn ? columnByName.get(folded(text)) : field;
      if (of === undefined)
        return unreadable(
          here.has(key)
            ? `“${text}” is not something a column can hold. It can be ${known}.`
            : `“${key}” is neither a column of the file nor something it can hold. It can be ${known}.`,
        );
      if (!here.has(column))
        return unreadable(`The file has no column “${column}”. It has ${headers.map((each) => `“${each}”`).join(', ')}.`);
      const columns = found.get(of);
      if (columns === undefined) found.set(of, [column]);
      else if (!columns.includes(column)) columns.push(column);
    }
  }
  return found.size === 0 ? unreadable(`It names no column. Fields are ${known}.`) : success(Object.fromEntries(found));
}
const known = Object.values(names)
  .map(([first]) => first)
  .join(', ');

/** 'Okafor, Amara' or 'Amara Okafor': the last word is the family name unless a comma says otherwise. */
function partsOfName(full: string): { given: string; family: string } {
  const [before = '', after] = full.split(',', 2);
  if (after !== undefined) return { given: after.trim(), family: before.trim() };
  const words = full.split(/\s+/);
  return words.length < 2 ? { given: full, family: '' } : { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

/** No cell says more than this about who somebody is; what comes after is not read. */
const longest = 300;

/** `monthFirst` where the file writes 03/14/1984. */
export function identityFromRow(
  id: string,
  row: Readonly<Record<string, string>>,
  columns: IdentityColumns,
  { monthFirst = false }: { readonly monthFirst?: boolean } = {},
): IdentityRecord {
  const cells = (name: IdentityColumn): string[] => {
    const column = columns[name] ?? [];
    return (typeof column === 'string' ? [column] : column).map((each) => (row[each] ?? '').slice(0, longest).trim());
  };
  const cell = (name: IdentityColumn): string =>
    cells(name)
      .filter((text) => text !== '')
      .join(' ');
  const whole = readWrittenDate(cell('birth'), monthFirst);
  const given = cell('given');
  const family = cell('family');
  return {
    id,
    ...(given === '' && family === '' ? partsOfName(cell('fullName')) : { given, family }),
    otherNames: [cell('otherNames')],
    birth: whole ?? { year: cell('birthYear'), month: cell('birthMonth'), day: cell('birthDay') },
    address: cell('address'),
    town: cell('town'),
    postcode: cell('postcode'),
    phone: cell('phone'),
    email: cell('email'),
    nhsNumber: cell('nhsNumber'),
    otherIdentifier: cell('otherIdentifier'),
    gender: cell('gender'),
    otherTexts: cells('otherText'),
  };
}
