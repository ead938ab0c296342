// PHQ-9 and GAD-7, the pair that NHS Talking Therapies counts recovery by. Facts only; no item wording.
import { type InstrumentDefinition, itemsFrom } from '../definition.ts';

export const phq9: InstrumentDefinition = {
  id: 'phq-9',
  name: 'PHQ-9',
  version: '1',
  about: 'Low mood',
  items: 9,
  options: { lowest: 0, highest: 3 },
  better: 'lower',
  reverseItems: [],
  total: {
    id: 'total',
    name: 'PHQ-9',
    items: itemsFrom(1, 9),
    rule: { kind: 'sum' },
    missing: { kind: 'complete_only' },
    range: [0, 27],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [{ value: 10, use: 'caseness', population: 'NHS Talking Therapies', source: 'NHS England, Talking Therapies metrics' }],
  reliableChange: { threshold: 6, method: 'published threshold', source: 'NHS England, Talking Therapies metrics' },
  bands: [
    { from: 0, to: 4, words: 'minimal' },
    { from: 5, to: 9, words: 'mild' },
    { from: 10, to: 14, words: 'moderate' },
    { from: 15, to: 19, words: 'moderate to severe' },
    { from: 20, to: 27, words: 'severe' },
  ],
  bandsSource: 'CamCOPS task definition',
  norms: [],
  reliability: null,
  returnCodes: [
    { system: 'snomed-ct', code: '720433000', scale: 'total', takes: 'score', range: [0, 27] },
    { system: 'loinc', code: '44261-6', scale: 'total', takes: 'score', range: null },
  ],
  licence: 'Free to use. No permission is needed.',
  lawfulRoute: 'Import the PHQ-9 Questionnaire of the HL7 structured data capture guide (CC0), or another faithful copy.',
  unconfirmed: [
    { setting: 'missing', hint: 'Up to two missing answers replaced by the mean. Item 9 is never replaced.' },
    { setting: 'reliability', hint: 'Alpha .89.' },
  ],
};

export const gad7: InstrumentDefinition = {
  id: 'gad-7',
  name: 'GAD-7',
  version: '1',
  about: 'Anxiety',
  items: 7,
  options: { lowest: 0, highest: 3 },
  better: 'lower',
  reverseItems: [],
  total: {
    id: 'total',
    name: 'GAD-7',
    items: itemsFrom(1, 7),
    rule: { kind: 'sum' },
    missing: { kind: 'complete_only' },
    range: [0, 21],
    counts: 'outcome',
  },
  subscales: [],
  cutOffs: [
    { value: 8, use: 'caseness', population: 'NHS Talking Therapies', source: 'NHS England, Talking Therapies metrics' },
    { value: 10, use: 'screening', population: 'primary care', source: 'CamCOPS task definition' },
  ],
  reliableChange: { threshold: 4, method: 'published threshold', source: 'NHS England, Talking Therapies metrics' },
  bands: [
    { from: 0, to: 4, words: 'minimal' },
    { from: 5, to: 9, words: 'mild' },
    { from: 10, to: 14, words: 'moderate' },
    { from: 15, to: 21, words: 'severe' },
  ],
  bandsSource: 'CamCOPS task definition',
  norms: [],
  reliability: null,
  returnCodes: [
    { system: 'snomed-ct', code: '445455005', scale: 'total', takes: 'score', range: [0, 21] },
    { system: 'loinc', code: '70274-6', scale: 'total', takes: 'score', range: null },
  ],
  licence: 'Free to use. No permission is needed.',
  lawfulRoute:
    'Import a faithful copy. Check the first answer option against the original: a mis-worded version circulates (Zorowitz 2021).',
  unconfirmed: [
    { setting: 'missing', hint: 'One or two missing answers replaced by the mean.' },
    { setting: 'reliability', hint: 'Alpha .92.' },
    { setting: 'returnCodes', hint: 'LOINC panel 69737-5.' },
  ],
};
