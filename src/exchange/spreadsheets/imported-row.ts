// Reads one row into values, each fault with its column, and takes from the values what other rooms need: an identity, ways to reach the person.
import type { IdentityRecord } from '../../journey/people/linkage/record.ts';
import type { CellContext } from './cell-types.ts';
import type { ColumnMap } from './column-map.ts';
import { fieldsOf, type ImportedValues, type ImportFieldName, type ImportKind } from './import-fields.ts';

export interface RowFault {
  /** As the spreadsheet program numbers rows; 0 for the whole file. */
  readonly row: number;
  /** The header of the column, as in the file; '' for the whole row. */
  readonly column: string;
  readonly message: string;
}

/** 'Row 14, Date of birth: 31 February does not exist. Check the day.' */
export function faultInWords({ row, column, message }: RowFault): string {
  if (row === 0) return message;
  return column === '' ? `Row ${row}: ${message}` : `Row ${row}, ${column}: ${message}`;
}

export interface ReadRow {
  readonly row: number;
  readonly values: ImportedValues;
  readonly faults: readonly RowFault[];
}

const identifying: readonly ImportFieldName[] = [
  'birth',
  'nhsNumber',
  'address',
  'postcode',
  'mobile',
  'landline',
  'email',
  'otherIdentifier',
];

/** What the row as a whole must have: a name of some kind, and for a referral one other fact and a reason. */
function wholeRowFault(kind: ImportKind, has: (name: ImportFieldName) => boolean): string | undefined {
  if (!has('given') && !has('family') && !has('knownAs'))
    return 'There is no name. Give a first name, a family name, or what the person is known as.';
  if (kind === 'people') return undefined;
  if (!identifying.some(has)) return 'A name alone could be anybody. Add a date of birth, an address, a phone number or an NHS number.';
  return has('reason') ? undefined : 'There is no reason for the referral. Say what is happening, in a few words.';
}

export function readRow(
  row: number,
  cells: readonly string[],
  headers: readonly string[],
  map: ColumnMap,
  kind: ImportKind,
  context: CellContext,
): ReadRow {
  const values: { [Name in ImportFieldName]?: string } = {};
  const faults: RowFault[] = [];
  const filled = new Set<ImportFieldName>();
  const fields = new Map(fieldsOf(kind).map((field) => [field.name, field]));
  headers.forEach((header, place) => {
    const name = map.get(header);
    const cell = cells[place] ?? '';
    const field = name === undefined ? undefined : fields.get(name);
    if (name === undefined || field === undefined || cell === '') return;
    filled.add(name);
    const reading = field.type(cell, context);
    if (reading.ok) values[name] = reading.value;
    else faults.push({ row, column: header, message: reading.message });
  });
  const whole = wholeRowFault(kind, (name) => filled.has(name));
  if (whole !== undefined) faults.push({ row, column: '', message: whole });
  return { row, values, faults };
}

export interface ImportedContact {
  readonly channel: 'mobile_call' | 'landline' | 'email';
  readonly value: string;
  /** `safeToUse`; 'unknown' when the file does not say, so that nobody is called on a guess. */
  readonly safe: string;
}

export function contactsOf(values: ImportedValues): readonly ImportedContact[] {
  const all = [
    { channel: 'mobile_call', value: values.mobile, safe: values.mobileSafe },
    { channel: 'landline', value: values.landline, safe: values.landlineSafe },
    { channel: 'email', value: values.email, safe: values.emailSafe },
  ] as const;
  return all.flatMap(({ channel, value, safe }) => (value === undefined ? [] : [{ channel, value, safe: safe ?? 'unknown' }]));
}

/** The row as linkage compares it. */
export function identityOf(row: number, values: ImportedValues): IdentityRecord {
  return {
    id: `row ${row}`,
    given: values.given,
    family: values.family,
    otherNames: values.knownAs === undefined ? [] : [values.knownAs],
    birth: values.birth,
    address: values.address,
    town: values.town,
    postcode: values.postcode,
    phone: values.mobile,
    otherPhones: values.landline === undefined ? [] : [values.landline],
    email: values.email,
    nhsNumber: values.nhsNumber,
    gender: values.genderIdentity,
  };
}
