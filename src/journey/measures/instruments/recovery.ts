// ReQoL-10, DIALOG and goals: the three that national community mental-health returns pair. Facts only; no item wording.
import { eachAlone, type InstrumentDefinition, itemsFrom, type Scale } from '../definition.ts';

export const reqol10: InstrumentDefinition = {
  id: 'reqol-10',
  name: 'ReQoL-10',
  version: '1',
  about: 'Quality of life',
  items: 10,
  options: { lowest: 0, highest: 4 },
  better: 'higher',
  reverseItems: null,
  total: {
    id: 'total',
    name: 'ReQoL-10',
    items: itemsFrom(1, 10),
    rule: { kind: 'sum' },
    missing: { kind: 'complete_only' },
    range: [0, 40],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [
    {
      value: 25,
      use: 'below 25 is in the clinical range',
      population: 'adults using mental-health services, ages 16 and over',
      source: 'NHS England',
    },
  ],
  reliableChange: { threshold: 5, method: 'published threshold', source: 'NHS England, community mental-health outcome measures' },
  bands: [],
  bandsSource: null,
  norms: [],
  reliability: null,
  returnCodes: [{ system: 'snomed-ct', code: '1091071000000100', scale: 'total', takes: 'score', range: [0, 40] }],
  licence: 'Oxford University Innovation. Free for publicly funded care, on request.',
  lawfulRoute: 'Request the licence online, then import under it.',
  unconfirmed: [
    { setting: 'reverseItems', hint: 'Negative items 1, 3, 6 and 9; a public repository lists 3, 5 and 7. Imported option scores decide.' },
    { setting: 'missing', hint: 'One missing answer replaced by the mean.' },
  ],
};

const mean = (id: string, name: string, items: readonly number[], atMost: number, counts: Scale['counts']): Scale => ({
  id,
  name,
  items,
  rule: { kind: 'mean', times: 1 },
  missing: { kind: 'prorate', atMost },
  range: [1, 7],
  counts,
});

const dialogCodes = [
  '1037651000000100',
  '1037661000000102',
  '1037671000000109',
  '1037681000000106',
  '1037691000000108',
  '1037701000000108',
  '1037711000000105',
  '1037721000000104',
  '1037731000000102',
  '1037741000000106',
  '1037751000000109',
];

export const dialog: InstrumentDefinition = {
  id: 'dialog',
  name: 'DIALOG',
  version: '1',
  about: 'Satisfaction with life',
  items: 11,
  options: { lowest: 1, highest: 7, notScored: 8 },
  better: 'higher',
  reverseItems: [],
  total: mean('total', 'Life, items 1 to 8', itemsFrom(1, 8), 7, 'outcome'),
  subscales: [
    mean('experience', 'Treatment, items 9 to 11', itemsFrom(9, 11), 2, 'experience'),
    ...eachAlone(itemsFrom(1, 8), (item) => `DIALOG item ${item}`, [1, 7]),
    ...eachAlone(itemsFrom(9, 11), (item) => `DIALOG item ${item}`, [1, 7], 'experience'),
  ],
  cutOffs: [],
  reliableChange: { threshold: 1, method: 'per item', source: 'NHS England, community mental-health outcome measures' },
  bands: [],
  bandsSource: null,
  norms: [
    { population: 'East London', mean: 4.8, standardDeviation: 1, people: 5646, year: null, source: 'East London NHS Foundation Trust' },
  ],
  reliability: null,
  returnCodes: dialogCodes.map((code, index) => ({ system: 'snomed-ct', code, scale: `item-${index + 1}`, takes: 'score', range: [1, 8] })),
  licence: 'East London NHS Foundation Trust. Ask about use in software.',
  lawfulRoute: 'dialog.elft.nhs.uk',
  unconfirmed: [
    { setting: 'licence', hint: 'Free for non-commercial use.' },
    {
      setting: 'missing',
      hint: 'How many of the eight life items may be missing. Until it is set, the mean of those answered is used and flagged.',
    },
  ],
};

export const goals: InstrumentDefinition = {
  id: 'goals',
  name: 'Goals',
  version: '1',
  about: 'Progress towards the goal',
  items: 3,
  options: { lowest: 0, highest: 10 },
  better: 'higher',
  reverseItems: [],
  total: null,
  subscales: eachAlone(itemsFrom(1, 3), (item) => `Goal ${item}`, [0, 10]),
  cutOffs: [],
  reliableChange: { threshold: 3, method: 'per goal', source: 'NHS England, community mental-health outcome measures' },
  bands: [],
  bandsSource: null,
  norms: [],
  reliability: null,
  returnCodes: ['1034351000000101', '1034361000000103', '1034371000000105'].map((code, index) => ({
    system: 'snomed-ct',
    code,
    scale: `item-${index + 1}`,
    takes: 'score',
    range: [0, 10],
  })),
  licence: 'Goal-based outcomes: CC BY-NC-SA 4.0 (Duncan Law). A person’s own goal ratings need no licence.',
  lawfulRoute: 'Import the tool for non-commercial use, or use the product’s own goal ratings.',
  unconfirmed: [{ setting: 'reliableChange', hint: '2.45 for a single or mean goal (Edbrooke-Childs).' }],
};
