// The comparisons as data: which fields of two people are compared, how far each can agree, how often that happens, and what to say about it.
// `m` is how often people's two records agree so far, `u` how often two different people do; `home` holds both among people who share an
// address or its landline, where a shared family name or twin's birthday says little. They start from published linkage work and census shapes; `learn` replaces them.

export type FieldName =
  | 'given'
  | 'family'
  | 'birth'
  | 'place'
  | 'town'
  | 'phone'
  | 'email'
  | 'nhsNumber'
  | 'otherIdentifier'
  | 'gender'
  | 'other';

export interface Rates {
  readonly m: number;
  readonly u: number;
}

export interface Level extends Rates {
  readonly name: string;
  /** `most` is the most that learning may take `u` for: what nature allows, such as twins. Pairs that are one person would otherwise pass for relatives. */
  readonly home?: Rates & { readonly most?: number };
  /** The thing that is the same, to be named in one sentence with the others; or a whole sentence. */
  readonly same?: string;
  readonly words?: string;
}

export interface Field {
  readonly name: FieldName;
  /** Level 0 is always “not known in one of the two”, which says nothing either way. */
  readonly levels: readonly Level[];
}

const unknown: Level = { name: 'unknown', m: 1, u: 1 };

export const fields: readonly Field[] = [
  {
    name: 'given',
    levels: [
      unknown,
      { name: 'same', m: 0.8, u: 0.005, home: { m: 0.8, u: 0.008 }, same: 'first name' },
      { name: 'variant', m: 0.04, u: 0.002, home: { m: 0.04, u: 0.003 }, words: 'First names are two forms of one name.' },
      { name: 'near', m: 0.07, u: 0.003, home: { m: 0.07, u: 0.004 }, words: 'First names are spelt nearly the same.' },
      { name: 'initial', m: 0.01, u: 0.01, words: 'The first name fits an initial.' },
      { name: 'alike', m: 0.02, u: 0.03, words: 'First names are a little alike.' },
      { name: 'faint', m: 0.01, u: 0.06, words: 'First names have letters in common.' },
      { name: 'swapped', m: 0.008, u: 0.000005, home: { m: 0.008, u: 0.0001 }, words: 'First and family name are swapped.' },
      {
        name: 'crossed',
        m: 0.005,
        u: 0.001,
        home: { m: 0.005, u: 0.005 },
        words: 'The first name of one is the family name of the other.',
      },
      { name: 'differs', m: 0.04, u: 0.888, words: 'First name differs.' },
    ],
  },
  {
    name: 'family',
    levels: [
      unknown,
      { name: 'same', m: 0.84, u: 0.001, home: { m: 0.9, u: 0.75 }, same: 'family name' },
      { name: 'part', m: 0.02, u: 0.0005, home: { m: 0.01, u: 0.03 }, words: 'One family name is part of the other.' },
      { name: 'near', m: 0.05, u: 0.001, home: { m: 0.05, u: 0.04 }, words: 'Family names are spelt nearly the same.' },
      { name: 'alike', m: 0.01, u: 0.01, home: { m: 0.005, u: 0.01 }, words: 'Family names are a little alike.' },
      { name: 'differs', m: 0.07, u: 0.9865, home: { m: 0.03, u: 0.16 }, words: 'Family name differs.' },
    ],
  },
  {
    name: 'birth',
    levels: [
      unknown,
      { name: 'same', m: 0.84, u: 0.00005, home: { m: 0.84, u: 0.012, most: 0.03 }, same: 'date of birth' },
      {
        name: 'placeholder',
        m: 0.015,
        u: 0.0001,
        home: { m: 0.015, u: 0.001 },
        words: 'Same date of birth, but 1 January may stand for “not known”.',
      },
      { name: 'swapped', m: 0.01, u: 0.00003, words: 'Day and month of birth may be swapped.' },
      { name: 'slip', m: 0.045, u: 0.0009, home: { m: 0.045, u: 0.003 }, words: 'Dates of birth differ by one slip.' },
      { name: 'onePart', m: 0.012, u: 0.0015, home: { m: 0.012, u: 0.0035 }, words: 'One part of the date of birth differs.' },
      {
        name: 'near',
        m: 0.008,
        u: 0.004,
        home: { m: 0.008, u: 0.012 },
        words: 'Dates of birth are close: the same day, other months, at most two years apart.',
      },
      { name: 'twoFigures', m: 0.007, u: 0.007, home: { m: 0.007, u: 0.014 }, words: 'Dates of birth differ in two figures.' },
      { name: 'partial', m: 0.02, u: 0.003, home: { m: 0.02, u: 0.01 }, words: 'The known parts of the date of birth agree.' },
      { name: 'yearKnown', m: 0.01, u: 0.012, home: { m: 0.01, u: 0.03 }, words: 'Only the year of birth can be compared. It agrees.' },
      { name: 'oneKnown', m: 0.01, u: 0.08, words: 'Only a month or day of birth can be compared. It agrees.' },
      { name: 'anniversary', m: 0.003, u: 0.0025, words: 'Day and month of birth agree, the years are far apart.' },
      { name: 'year', m: 0.005, u: 0.012, home: { m: 0.005, u: 0.03 }, words: 'Only the year of birth agrees.' },
      {
        name: 'partDiffers',
        m: 0.005,
        u: 0.008,
        home: { m: 0.005, u: 0.024 },
        words: 'Of an incomplete date of birth, one part agrees and another differs.',
      },
      { name: 'differs', m: 0.01, u: 0.867, words: 'Different date of birth.' },
    ],
  },
  {
    name: 'place',
    levels: [
      unknown,
      { name: 'home', m: 0.5, u: 0.00004, same: 'address' },
      { name: 'nearlyHome', m: 0.08, u: 0.00001, words: 'Addresses are nearly the same.' },
      { name: 'street', m: 0.02, u: 0.0001, home: { m: 0.02, u: 0.01 }, words: 'Same street and postcode, different number.' },
      { name: 'postcode', m: 0.06, u: 0.0001, home: { m: 0.06, u: 0.3 }, same: 'postcode' },
      { name: 'neighbour', m: 0.02, u: 0.0002, home: { m: 0.02, u: 0.04 }, words: 'Same postcode, different address.' },
      { name: 'elsewhere', m: 0.03, u: 0.00005, home: { m: 0.03, u: 0.2 }, words: 'Same number and street, but not the same postcode.' },
      { name: 'slip', m: 0.03, u: 0.0004, home: { m: 0.03, u: 0.01 }, words: 'Postcodes differ by one slip.' },
      { name: 'sector', m: 0.04, u: 0.004, home: { m: 0.04, u: 0.03 }, words: 'Different address in the same area.' },
      { name: 'district', m: 0.06, u: 0.03, home: { m: 0.06, u: 0.04 }, words: 'Different address in the same district.' },
      { name: 'differs', m: 0.16, u: 0.965, home: { m: 0.16, u: 0.36 }, words: 'Different address.' },
    ],
  },
  {
    name: 'town',
    levels: [
      unknown,
      { name: 'same', m: 0.8, u: 0.1, same: 'town' },
      { name: 'near', m: 0.03, u: 0.003, words: 'Towns are spelt nearly the same.' },
      { name: 'differs', m: 0.17, u: 0.897, words: 'Different town.' },
    ],
  },
  {
    name: 'phone',
    levels: [
      unknown,
      { name: 'sameMobile', m: 0.6, u: 0.00002, home: { m: 0.6, u: 0.08 }, same: 'mobile' },
      { name: 'sameLandline', m: 0.1, u: 0.00002, home: { m: 0.1, u: 0.1 }, same: 'landline' },
      { name: 'slip', m: 0.03, u: 0.00002, words: 'Phone numbers differ by one slip.' },
      { name: 'differs', m: 0.27, u: 0.99994, home: { m: 0.27, u: 0.82 }, words: 'Different phone number.' },
    ],
  },
  {
    name: 'email',
    levels: [
      unknown,
      { name: 'same', m: 0.65, u: 0.00002, home: { m: 0.65, u: 0.08 }, same: 'e-mail address' },
      { name: 'local', m: 0.06, u: 0.0001, words: 'E-mail addresses differ only after the @.' },
      { name: 'near', m: 0.07, u: 0.0008, words: 'E-mail addresses are nearly the same.' },
      { name: 'differs', m: 0.22, u: 0.99908, home: { m: 0.22, u: 0.91 }, words: 'Different e-mail address.' },
    ],
  },
  {
    name: 'nhsNumber',
    levels: [
      unknown,
      { name: 'same', m: 0.985, u: 0.0000001, same: 'NHS number' },
      { name: 'slip', m: 0.01, u: 0.000001, words: 'NHS numbers differ by one slip.' },
      { name: 'differs', m: 0.005, u: 0.9999989, words: 'Different NHS number.' },
    ],
  },
  {
    name: 'otherIdentifier',
    levels: [
      unknown,
      { name: 'same', m: 0.93, u: 0.0000005, same: 'reference number' },
      { name: 'slip', m: 0.04, u: 0.00001, words: 'Reference numbers differ by one slip.' },
      { name: 'differs', m: 0.03, u: 0.9999895, words: 'Different reference number.' },
    ],
  },
  {
    name: 'gender',
    levels: [unknown, { name: 'same', m: 0.97, u: 0.5 }, { name: 'differs', m: 0.03, u: 0.5, words: 'Different gender.' }],
  },
  {
    name: 'other',
    levels: [
      unknown,
      { name: 'same', m: 0.7, u: 0.02, words: 'What else is known agrees.' },
      { name: 'some', m: 0.2, u: 0.15, words: 'Some of what else is known agrees.' },
      { name: 'differs', m: 0.1, u: 0.83, words: 'What else is known differs.' },
    ],
  },
];

/** Where each field's levels begin in a flat list of all levels. */
export const offsets: readonly number[] = fields.map((_, at) => fields.slice(0, at).reduce((sum, field) => sum + field.levels.length, 0));

export const levelCount = fields.reduce((sum, field) => sum + field.levels.length, 0);
