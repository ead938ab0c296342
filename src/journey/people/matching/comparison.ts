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

export type Agreement = 'same' | 'nearly' | 'differs' | 'missing';

export interface ComparedRow {
  readonly term: string;
  /** '' where nothing was told. */
  readonly door: string;
  /** null where the reader may not see it. */
  readonly known: string | null;
  readonly agreement: Agreement;
  /** More than the one word, such as “First names are two forms of one name.” */
  readonly words: string;
}

interface RowDefinition {
  readonly term: string;
  readonly field: string;
  readonly of: (side: Side) => string;
}

const rows: readonly RowDefinition[] = [
  {
    term: 'First name',
    field: 'given',
    of: (side) =>
      [side.givenName, side.knownAs && side.knownAs !== side.givenName ? `known as ${side.knownAs}` : ''].filter(Boolean).join(', '),
  },
  { term: 'Family name', field: 'family', of: (side) => side.familyName },
  { term: 'Born', field: 'birth', of: (side) => (side.born ? partialDateInWords(side.born) : '') },
  { term: 'Home', field: 'place', of: (side) => [side.address.replaceAll('\n', ', '), side.postcode ?? ''].filter(Boolean).join(', ') },
  { term: 'Phone', field: 'phone', of: (side) => side.phones.join(', ') },
  { term: 'E-mail', field: 'email', of: (side) => side.emails.join(', ') },
  { term: 'NHS number', field: 'nhsNumber', of: (side) => (side.nhsNumber ? formatNhsNumber(side.nhsNumber) : '') },
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
  'yearKnown',
  'oneKnown',
  'anniversary',
  'twoFigures',
  'partDiffers',
  'faint',
]);

function agreementOf(evidence: KeptEvidence | undefined): Agreement {
  if (!evidence) return 'missing';
  if (sameLevels.has(evidence.level)) return 'same';
  return differentLevels.has(evidence.level) ? 'differs' : 'nearly';
}

export const compareRows = (door: Side, known: Side | null, evidence: readonly KeptEvidence[]): ComparedRow[] =>
  rows.map(({ term, field, of }) => {
    const found = evidence.find((entry) => entry.field === field);
    const agreement = agreementOf(found);
    return { term, door: of(door), known: known ? of(known) : null, agreement, words: agreement === 'same' ? '' : (found?.words ?? '') };
  });
