// The Warwick–Edinburgh scales in their fourteen-item and seven-item forms. Facts only; each organisation registers with Warwick itself.
import { type InstrumentDefinition, itemsFrom } from '../definition.ts';

const licence = 'Warwick: free registration for non-commercial use, yearly fee for commercial use. A platform vendor may not supply it.';
const lawfulRoute = 'Each organisation registers with the University of Warwick itself and imports its own copy.';

export const wemwbs: InstrumentDefinition = {
  id: 'wemwbs',
  name: 'WEMWBS',
  version: '1',
  about: 'Wellbeing',
  items: 14,
  options: { lowest: 1, highest: 5 },
  better: 'higher',
  reverseItems: [],
  total: {
    id: 'total',
    name: 'WEMWBS',
    items: itemsFrom(1, 14),
    rule: { kind: 'sum' },
    missing: { kind: 'complete_only' },
    range: [14, 70],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [],
  reliableChange: null,
  bands: [],
  bandsSource: null,
  norms: [],
  reliability: null,
  returnCodes: [{ system: 'snomed-ct', code: '718426000', scale: 'total', takes: 'score', range: [14, 70] }],
  licence,
  lawfulRoute,
  unconfirmed: [
    { setting: 'missing', hint: 'Up to three missing answers replaced by the mean.' },
    {
      setting: 'reliableChange',
      hint: '3 or more is meaningful for a group (Warwick). For one person 2.77 × SEM, SEM 2.4 to 3.1, so 6.6 to 8.6 (Maheswaran 2012).',
    },
    { setting: 'cutOffs', hint: '41 to 44 and 40 or below are used by some studies. Name the study beside any line drawn.' },
    { setting: 'norms', hint: 'Show the Health Survey for England of the year you choose, with its mean.' },
  ],
};

/** Sum of answers to the metric score (Stewart-Brown and others 2009, Health and Quality of Life Outcomes 7:15, CC BY). */
const metric = new Map(
  [
    7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
    24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
  ].map((score, index) => [index + 7, score]),
);

export const swemwbs: InstrumentDefinition = {
  id: 'swemwbs',
  name: 'SWEMWBS',
  version: '1',
  about: 'Wellbeing',
  items: 7,
  options: { lowest: 1, highest: 5 },
  better: 'higher',
  reverseItems: [],
  total: {
    id: 'total',
    name: 'SWEMWBS',
    items: itemsFrom(1, 7),
    rule: { kind: 'transformed_sum', table: metric },
    missing: { kind: 'complete_only' },
    range: [7, 35],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [],
  reliableChange: null,
  bands: [],
  bandsSource: null,
  norms: [
    {
      population: 'men in England',
      mean: 23.7,
      standardDeviation: null,
      people: null,
      year: '2010 to 2013',
      source: 'Health Survey for England, n = 27,169 men and women',
    },
    {
      population: 'women in England',
      mean: 23.2,
      standardDeviation: null,
      people: null,
      year: '2010 to 2013',
      source: 'Health Survey for England, n = 27,169 men and women',
    },
  ],
  reliability: null,
  returnCodes: [{ system: 'snomed-ct', code: '718466001', scale: 'total', takes: 'sum', range: [7, 35] }],
  licence,
  lawfulRoute,
  unconfirmed: [
    { setting: 'bands', hint: 'Metric 19.5 or below low, above 27.5 high.' },
    { setting: 'reliableChange', hint: '1 to 3 metric points.' },
  ],
};
