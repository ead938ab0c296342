// CORE-10: ten items on psychological distress over the last week. Facts only; its wording may not be altered and is imported unchanged.
import { type InstrumentDefinition, itemsFrom } from '../definition.ts';

export const core10: InstrumentDefinition = {
  id: 'core-10',
  name: 'CORE-10',
  version: '1',
  about: 'Distress',
  items: 10,
  options: { lowest: 0, highest: 4 },
  better: 'lower',
  reverseItems: [2, 3],
  total: {
    id: 'total',
    name: 'CORE-10',
    items: itemsFrom(1, 10),
    rule: { kind: 'mean', times: 10 },
    missing: { kind: 'prorate', atMost: 1 },
    range: [0, 40],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [
    {
      value: 11,
      use: 'general population against clinical',
      population: 'general population n = 535, primary-care counselling n = 1,835',
      source: 'Published cut-off 10.46, applied as 11 or more (CORE System Trust)',
    },
    { value: 13, use: 'depression', population: 'primary care: sensitivity .92, specificity .72', source: 'CORE System Trust' },
  ],
  reliableChange: { threshold: 6, method: 'Jacobson and Truax, 90% interval, alpha .90, SD 7.7', source: 'CORE System Trust' },
  bands: [
    { from: 0, to: 5, words: 'healthy' },
    { from: 6, to: 10, words: 'low' },
    { from: 11, to: 14, words: 'mild' },
    { from: 15, to: 19, words: 'moderate' },
    { from: 20, to: 24, words: 'moderate to severe' },
    { from: 25, to: 40, words: 'severe' },
  ],
  bandsSource: 'SoCAS resource hub (secondary source)',
  norms: [
    { population: 'general population', mean: 4.7, standardDeviation: 4.8, people: 535, year: null, source: 'CORE System Trust' },
    { population: 'primary-care counselling', mean: 19.7, standardDeviation: 7.7, people: 1835, year: null, source: 'CORE System Trust' },
  ],
  reliability: { alpha: 0.9, source: 'CORE System Trust' },
  returnCodes: [{ system: 'snomed-ct', code: '718583008', scale: 'total', takes: 'score', range: [0, 40] }],
  licence: 'CC BY-ND 4.0. The wording may not be altered.',
  lawfulRoute: 'coresystemtrust.org.uk: import unchanged.',
  unconfirmed: [],
};
