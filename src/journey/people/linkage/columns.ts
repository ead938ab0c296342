// Reads a row of any table as an identity record, by a map that says which column holds what. For measuring and for imports of other shapes.
import type { IdentityRecord } from './record.ts';

export type IdentityColumn =
  | 'given'
  | 'family'
  | 'otherNames'
  | 'birth'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'address'
  | 'town'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'nhsNumber'
  | 'otherIdentifier'
  | 'gender';

/** A column's name, or several to be read one after the other with a space between. */
export type IdentityColumns = { readonly [Name in IdentityColumn]?: string | readonly string[] };

const wholeDate = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$/;

export function identityFromRow(id: string, row: Readonly<Record<string, string>>, columns: IdentityColumns): IdentityRecord {
  const cell = (name: IdentityColumn): string => {
    const column = columns[name] ?? [];
    const names = typeof column === 'string' ? [column] : column;
    return names
      .map((each) => (row[each] ?? '').trim())
      .filter((text) => text !== '')
      .join(' ');
  };
  const [, year = cell('birthYear'), month = cell('birthMonth'), day = cell('birthDay')] = wholeDate.exec(cell('birth')) ?? [];
  return {
    id,
    given: cell('given'),
    family: cell('family'),
    otherNames: [cell('otherNames')],
    birth: { year, month, day },
    address: cell('address'),
    town: cell('town'),
    postcode: cell('postcode'),
    phone: cell('phone'),
    email: cell('email'),
    nhsNumber: cell('nhsNumber'),
    otherIdentifier: cell('otherIdentifier'),
    gender: cell('gender'),
  };
}
