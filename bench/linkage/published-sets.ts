// Published sets of records whose truth is known, how their columns are called, and what others reached on them. The sets are not part of this project:
// a folder that holds them is named when measuring.

export interface PublishedSet {
  readonly name: string;
  readonly files: readonly string[];
  readonly map: Readonly<Record<string, string | readonly string[]>>;
  readonly truth: string;
  readonly pattern?: RegExp;
  /** The least F1 that we hold ourselves to. */
  readonly least: { readonly pairs?: number; readonly precision?: number; readonly clusters?: number };
  /** F1 published by others, pairs unless it says so. */
  readonly others: string;
}

const febrl = {
  'given name': 'given_name',
  'family name': 'surname',
  address: ['street_number', 'address_1'],
  town: 'suburb',
  postcode: 'postcode',
  'date of birth': 'date_of_birth',
} as const;
const febrlTruth = { truth: 'rec_id', pattern: /^rec-(\d+)/ } as const;

export const publishedSets: readonly PublishedSet[] = [
  {
    name: 'FEBRL 1',
    files: ['febrl1.csv'],
    map: { ...febrl, identifier: 'soc_sec_id' },
    ...febrlTruth,
    least: { pairs: 0.999 },
    others: '',
  },
  {
    name: 'FEBRL 2',
    files: ['febrl2.csv'],
    map: { ...febrl, identifier: 'soc_sec_id' },
    ...febrlTruth,
    least: { pairs: 0.997 },
    others: '',
  },
  {
    name: 'FEBRL 3',
    files: ['febrl3.csv'],
    map: { ...febrl, identifier: 'soc_sec_id' },
    ...febrlTruth,
    least: { pairs: 0.999 },
    others: 'Splink .965, GoldenMatch .996',
  },
  {
    name: 'FEBRL 3 without its number',
    files: ['febrl3.csv'],
    map: febrl,
    ...febrlTruth,
    least: { pairs: 0.995, clusters: 0.998 },
    others: '',
  },
  {
    name: 'FEBRL 4, two files',
    files: ['febrl4a.csv', 'febrl4b.csv'],
    map: { ...febrl, identifier: 'soc_sec_id' },
    ...febrlTruth,
    least: {},
    others: 'recordlinkage .985',
  },
  {
    name: 'ESSnet, half, two files',
    files: ['essnet_census_half.csv', 'essnet_cis_half.csv'],
    map: {
      'given name': 'pername1',
      'family name': 'pername2',
      sex: 'sex',
      'day of birth': 'dob_day',
      'month of birth': 'dob_mon',
      'year of birth': 'dob_year',
      address: 'enumcap',
      postcode: 'enumpc',
    },
    truth: 'person_id',
    least: { pairs: 0.992, precision: 0.999 },
    others: '',
  },
  {
    name: 'fake_1000',
    files: ['fake_1000.csv'],
    map: { 'given name': 'first_name', 'family name': 'surname', 'date of birth': 'dob', town: 'city', 'e-mail': 'email' },
    truth: 'cluster',
    least: { clusters: 0.95 },
    others: '',
  },
  {
    name: 'Historical people, half',
    files: ['historical_half.csv'],
    map: {
      'given name': 'first_name',
      'family name': 'surname',
      'date of birth': 'dob',
      town: 'birth_place',
      postcode: 'postcode_fake',
      gender: 'gender',
    },
    truth: 'cluster',
    least: { pairs: 0.86, clusters: 0.91 },
    others: 'all 50,000: Splink .757, GoldenMatch .827',
  },
  {
    name: 'RLdata500',
    files: ['rldata500.csv'],
    map: {
      'given name': 'fname_c1',
      'other names': 'fname_c2',
      'family name': 'lname_c1',
      'day of birth': 'bd',
      'month of birth': 'bm',
      'year of birth': 'by',
    },
    truth: 'ent',
    least: {},
    others: '',
  },
];
