// Two records side by side, row by row: what each says where the reader may see it, and whether they agree, in words. Pure.

import { formatNhsNumber } from '../nhs-number.ts';
import { partialDateInWords } from '../partial-date.ts';
import type { KeptEvidence } from './matching.ts';

/** What one side says. */
export interface Side {
  readonly knownAs: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string | null;
  readonly address: string;
  readonly postcode: string | null;
  readonly nhsNumber: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export type Agreement = 'same' | 'nearly' | 'partly' | 'differs' | 'missing';

/** One thing of several that a side says, each in its own script and direction. */
export interface Said {
  /** Such as “known as”, in the reader’s language. */
  readonly before?: string;
  readonly text: string;
}

export interface ComparedRow {
  readonly term: string;
  /** Empty where nothing was told. */
  readonly door: readonly Said[];
  /** null where the reader may not see it. */
  readonly known: readonly Said[] | null;
  /** Numbers and addresses of machines, which run from left to right in any language. */
  readonly leftToRight: boolean;
  readonly agreement: Agreement;
  /** More than the one word, such as “First names are two forms of one name.” */
  readonly words: string;
}

interface RowDefinition {
  readonly term: string;
  readonly field: string;
  readonly leftToRight?: true;
  readonly of: (side: Side) => readonly Said[];
}

const texts = (...said: readonly (string | null)[]): Said[] =>
  said.flatMap((text) => (text === null || text.trim() === '' ? [] : [{ text: text.trim() }]));

const rows: readonly RowDefinition[] = [
  {
    term: 'First name',
    field: 'given',
    of: ({ givenName, knownAs }) => [
      ...texts(givenName),
      ...texts(knownAs === givenName ? '' : knownAs).map(({ text }) => ({ before: 'known as', text })),
    ],
  },
  { term: 'Family name', field: 'family', of: (side) => texts(side.familyName) },
  { term: 'Born', field: 'birth', of: (side) => texts(side.born ? partialDateInWords(side.born) : '') },
  { term: 'Home', field: 'place', of: (side) => texts(...side.address.split('\n'), side.postcode) },
  { term: 'Phone', field: 'phone', leftToRight: true, of: (side) => texts(...side.phones) },
  { term: 'E-mail', field: 'email', leftToRight: true, of: (side) => texts(...side.emails) },
  { term: 'NHS number', field: 'nhsNumber', leftToRight: true, of: (side) => texts(side.nhsNumber ? formatNhsNumber(side.nhsNumber) : '') },
];

/** Levels at which a field is the same, and at which it says nothing for one person; every level between is nearly the same. */
const sameLevels = new Set(['same', 'home', 'sameMobile', 'sameLandline']);
const differentLevels = new Set([
  'differs',
  'district',
  'sector',
  'neighbour',
  'elsewhere',
  'alike',
  'year',
  'anniversary',
  'twoFigures',
  'partDiffers',
  'faint',
]);

/** What both say agrees, and one of them says less. */
const partLevels = new Set(['partial', 'yearKnown', 'oneKnown', 'placeholder']);

function agreementOf(evidence: KeptEvidence | undefined): Agreement {
  if (!evidence) return 'missing';
  if (sameLevels.has(evidence.level)) return 'same';
  if (partLevels.has(evidence.level)) return 'partly';
  return differentLevels.has(evidence.level) ? 'differs' : 'nearly';
}

/** Where the first name of one is the family name of the other, both rows were compared, and one is all that was weighed. */
function seenAcross(evidence: readonly KeptEvidence[]): KeptEvidence | undefined {
  const given = evidence.find(({ field }) => field === 'given');
  return given && (given.level === 'swapped' || given.level === 'crossed')
    ? { ...given, words: 'Compared with the first name.' }
    : undefined;
}

export const compareRows = (door: Side, known: Side | null, evidence: readonly KeptEvidence[]): ComparedRow[] =>
  rows.map(({ term, field, leftToRight, of }) => {
    const found = evidence.find((entry) => entry.field === field) ?? (field === 'family' ? seenAcross(evidence) : undefined);
    const agreement = agreementOf(found);
    // “Same”, and “Differs” where nothing is alike, say all there is to say.
    const words = agreement === 'same' || found?.level === 'differs' ? '' : (found?.words ?? '');
    return { term, door: of(door), known: known ? of(known) : null, leftToRight: leftToRight ?? false, agreement, words };
  });

/** What neither record says, by the rows’ terms: for one sentence in place of rows that say nothing. */
export const saidByNeither = ({ door, known }: ComparedRow): boolean => door.length === 0 && known?.length === 0;
