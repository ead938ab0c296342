// What is known about a person for telling people apart, and its folded form that comparing needs. Folding is done once a person, comparing millions of times.
import { nameTokens } from '../name.ts';
import { readNhsNumber } from '../nhs-number.ts';
import type { PartialDate } from '../partial-date.ts';
import { readPostcode } from '../postcode.ts';
import { variantGroups } from './name-variants.ts';
import { lettersOf, soundex } from './similarity.ts';

/** Each part as digits, or left out when not known. Kept as typed, also when the day cannot be, because mistakes repeat. */
export interface BirthParts {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

export interface IdentityRecord {
  readonly id: string;
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** Other given names, names known by, earlier names. */
  readonly otherNames?: readonly string[] | undefined;
  readonly birth?: PartialDate | BirthParts | undefined;
  /** The first line of the address: number or name, and street. */
  readonly address?: string | undefined;
  readonly town?: string | undefined;
  readonly postcode?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** Further phone numbers and e-mail addresses of the person; the best agreement counts. */
  readonly otherPhones?: readonly string[] | undefined;
  readonly otherEmails?: readonly string[] | undefined;
  readonly nhsNumber?: string | undefined;
  /** A number given by another system, the same system for all records compared. */
  readonly otherIdentifier?: string | undefined;
  /** Any code of one list for all records; compared only as same or different. */
  readonly gender?: string | undefined;
  /** Anything else that tells people apart, in the same order for all records: a place of birth, a trade. */
  readonly otherTexts?: readonly string[] | undefined;
}

export interface PreparedPerson {
  readonly id: string;
  readonly given: string;
  /** Which letters it has: see `lettersOf`. */
  readonly givenLetters: number;
  readonly givenSound: string;
  readonly givenGroups: readonly number[];
  readonly otherGiven: readonly string[];
  readonly family: string;
  readonly familyLetters: number;
  readonly familySound: string;
  readonly familyTokens: readonly string[];
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** The eight figures of a date that is known whole, else ''. */
  readonly wholeBirth: string;
  readonly houseNumber: string;
  readonly street: string;
  readonly streetLetters: number;
  readonly postcode: string;
  readonly town: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly nhsNumber: string;
  readonly otherIdentifier: string;
  readonly gender: string;
  readonly otherTexts: readonly string[];
}

function birthParts(birth: IdentityRecord['birth']): Required<BirthParts> {
  if (birth === undefined) return { year: '', month: '', day: '' };
  if (typeof birth === 'string') {
    const [year = '', month = '', day = ''] = birth.split('-');
    return { year, month, day };
  }
  const { year = '', month = '', day = '' } = birth;
  return { year, month: month === '' ? '' : month.padStart(2, '0'), day: day === '' ? '' : day.padStart(2, '0') };
}

const streetWords: Readonly<Record<string, string>> = {
  road: 'rd',
  street: 'st',
  saint: 'st',
  avenue: 'ave',
  av: 'ave',
  lane: 'ln',
  drive: 'dr',
  close: 'cl',
  court: 'ct',
  crescent: 'cres',
  place: 'pl',
  square: 'sq',
  terrace: 'tce',
  terr: 'tce',
  gardens: 'gdns',
  grove: 'gr',
  circuit: 'cct',
  parade: 'pde',
  house: 'hse',
  apartment: 'flat',
  unit: 'flat',
};

/** '12B High Street' → number '12b', street 'highst'. Addresses of no fixed abode compare as not known. */
function addressParts(address: string | undefined): { houseNumber: string; street: string } {
  const tokens = nameTokens(address ?? '');
  if (tokens.join(' ').startsWith('no fixed')) return { houseNumber: '', street: '' };
  const at = tokens.findIndex((token) => /^\d/.test(token));
  const houseNumber = at < 0 ? '' : (tokens[at] ?? '');
  const words = tokens.filter((_, place) => place !== at).map((token) => streetWords[token] ?? token);
  return { houseNumber, street: words.join('') };
}

function foldedPostcode(postcode: string): string {
  const reading = readPostcode(postcode);
  if (reading.ok)
    return reading.value.kind === 'ordinary' || reading.value.kind === 'forces' ? reading.value.postcode.replace(' ', '') : '';
  return postcode.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The last nine digits, so that 0, +44 and 0044 in front make no difference; shorter numbers are not compared. */
export function phoneKey(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\(0\)/g, '').replace(/\D/g, '');
  return digits.length < 9 || /^(\d)\1+$/.test(digits.slice(-9)) ? '' : digits.slice(-9);
}

function emailKey(email: string): string {
  const folded = email.trim().toLowerCase();
  return folded.includes('@') ? folded : '';
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].filter((value) => value !== '');

interface FoldedName {
  readonly tokens: readonly string[];
  /** All tokens as one. */
  readonly whole: string;
  readonly letters: number;
  readonly sound: string;
}

function foldedName(name: string): FoldedName {
  const tokens = nameTokens(name);
  const whole = tokens.join('');
  return { tokens, whole, letters: lettersOf(whole), sound: soundex(whole) };
}

interface FoldedGiven {
  readonly given: string;
  readonly givenLetters: number;
  readonly givenSound: string;
  readonly givenGroups: readonly number[];
  readonly middle: readonly string[];
}

function foldedGiven(name: string): FoldedGiven {
  const [given = '', ...middle] = nameTokens(name);
  return { given, givenLetters: lettersOf(given), givenSound: soundex(given), givenGroups: variantGroups(given), middle };
}

/** What is made of one text alone, so that a list need make it once for all who have the text in common. */
interface Folding {
  readonly given: (text: string) => FoldedGiven;
  readonly name: (text: string) => FoldedName;
  readonly postcode: (text: string) => string;
}

const folding: Folding = { given: foldedGiven, name: foldedName, postcode: foldedPostcode };

function prepareBy(fold: Folding, record: IdentityRecord): PreparedPerson {
  const given = fold.given(record.given ?? '');
  const family = fold.name(record.family ?? '');
  const birth = birthParts(record.birth);
  const address = addressParts(record.address);
  const nhs = readNhsNumber(record.nhsNumber ?? '');
  return {
    id: record.id,
    given: given.given,
    givenLetters: given.givenLetters,
    givenSound: given.givenSound,
    givenGroups: given.givenGroups,
    otherGiven: [...given.middle, ...(record.otherNames ?? []).flatMap((name) => fold.name(name).tokens)],
    family: family.whole,
    familyLetters: family.letters,
    familySound: family.sound,
    familyTokens: family.tokens,
    year: birth.year,
    month: birth.month,
    day: birth.day,
    wholeBirth: birth.year !== '' && birth.month !== '' && birth.day !== '' ? birth.year + birth.month + birth.day : '',
    houseNumber: address.houseNumber,
    street: address.street,
    streetLetters: lettersOf(address.street),
    postcode: fold.postcode(record.postcode ?? ''),
    town: fold.name(record.town ?? '').whole,
    phones: distinct([record.phone ?? '', ...(record.otherPhones ?? [])].map(phoneKey)),
    emails: distinct([record.email ?? '', ...(record.otherEmails ?? [])].map(emailKey)),
    nhsNumber: nhs.ok ? nhs.value : '',
    otherIdentifier: (record.otherIdentifier ?? '').trim(),
    gender: (record.gender ?? '').trim().toLowerCase(),
    otherTexts: (record.otherTexts ?? []).map((text) => fold.name(text).whole),
  };
}

export const prepare = (record: IdentityRecord): PreparedPerson => prepareBy(folding, record);

function remembering<Folded>(fold: (text: string) => Folded): (text: string) => Folded {
  const known = new Map<string, Folded>();
  return (text) => {
    let folded = known.get(text);
    if (folded === undefined) {
      folded = fold(text);
      known.set(text, folded);
    }
    return folded;
  };
}

/** Prepares the people of one list just as `prepare` does, each name and postcode once for all who have it: let it go with the list. */
export function listPreparer(): (record: IdentityRecord) => PreparedPerson {
  const fold: Folding = { given: remembering(foldedGiven), name: remembering(foldedName), postcode: remembering(foldedPostcode) };
  return (record) => prepareBy(fold, record);
}
