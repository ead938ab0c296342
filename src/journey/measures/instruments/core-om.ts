// CORE-OM: thirty-four items in four domains. Facts only; its wording may not be altered and is imported unchanged.
import { type InstrumentDefinition, itemsFrom, type Scale } from '../definition.ts';

const wellbeing = [4, 14, 17, 31];
const problems = [2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30];
const functioning = [1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33];
const risk = [6, 9, 16, 22, 24, 34];

const domain = (id: string, name: string, items: readonly number[], atMost: number): Scale => ({
  id,
  name,
  items,
  rule: { kind: 'mean', times: 10 },
  missing: atMost === 0 ? { kind: 'complete_only' } : { kind: 'prorate', atMost },
  range: [0, 40],
  counts: 'outcome',
});

export const coreOm: InstrumentDefinition = {
  id: 'core-om',
  name: 'CORE-OM',
  version: '1',
  about: 'Distress',
  items: 34,
  options: { lowest: 0, highest: 4 },
  better: 'lower',
  reverseItems: null,
  total: domain('total', 'CORE-OM', itemsFrom(1, 34), 3),
  subscales: [
    domain('wellbeing', 'Wellbeing', wellbeing, 0),
    domain('problems', 'Problems', problems, 1),
    domain('functioning', 'Functioning', functioning, 1),
    domain('risk', 'Risk', risk, 0),
    domain(
      'non-risk',
      'All but risk',
      [...wellbeing, ...problems, ...functioning].toSorted((a, b) => a - b),
      3,
    ),
  ],
  cutOffs: [
    {
      value: 10,
      use: 'general population against clinical',
      population: 'n = 535 against n = 10,761',
      source: 'Connell 2007 (published 9.9)',
    },
  ],
  reliableChange: { threshold: 5, method: 'Jacobson and Truax', source: 'CORE System Trust' },
  bands: [],
  bandsSource: null,
  norms: [],
  reliability: null,
  returnCodes: [
    { system: 'snomed-ct', code: '865876006', scale: 'total', takes: 'score', range: [0, 40] },
    { system: 'snomed-ct', code: '718492008', scale: 'wellbeing', takes: 'sum', range: [0, 16] },
    { system: 'snomed-ct', code: '718613005', scale: 'problems', takes: 'sum', range: [0, 48] },
    { system: 'snomed-ct', code: '718490000', scale: 'functioning', takes: 'sum', range: [0, 48] },
    { system: 'snomed-ct', code: '865877002', scale: 'risk', takes: 'sum', range: [0, 24] },
  ],
  licence: 'CC BY-ND 4.0. The wording may not be altered.',
  lawfulRoute: 'coresystemtrust.org.uk: import unchanged.',
  unconfirmed: [
    { setting: 'reverseItems', hint: 'Positive items 3, 4, 7, 12, 19, 21, 31 and 32.' },
    { setting: 'subscales', hint: 'Which items belong to which domain: check against the imported form.' },
  ],
};
