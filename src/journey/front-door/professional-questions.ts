// What a professional is asked when they refer somebody: one page, in the order in which they would say it on the telephone.
// Order, kind, codes and category only; the words are in professional-texts.ts.
import type { Question } from './question.ts';
import { longest } from './questions.ts';

const person = { keptIn: 'person', category: 'contact' } as const;
const referrer = { keptIn: 'referrer', category: 'contact' } as const;
const clinical = { keptIn: 'answer', category: 'clinical' } as const;
const safety = { keptIn: 'answer', category: 'safety' } as const;
const story = { keptIn: 'answer', category: 'story' } as const;

export const professionalQuestions = [
  { ...person, code: 'given_name', control: 'line', most: 100 },
  { ...person, code: 'family_name', control: 'line', most: 100 },
  { ...person, code: 'known_as', control: 'line', most: 100 },
  { ...person, code: 'born', control: 'day' },
  { ...person, code: 'nhs_number', control: 'line', most: 20 },
  { ...person, code: 'address', control: 'line', most: 300 },
  { ...person, code: 'postcode', control: 'postcode', most: 10 },
  { ...person, code: 'no_fixed_abode', control: 'tick' },
  { ...person, code: 'language', control: 'line', most: 60 },
  { ...person, code: 'interpreter', control: 'tick' },
  { ...person, code: 'adjustments', control: 'line', most: 500 },
  { ...person, code: 'knows_us', control: 'tick' },
  { ...clinical, code: 'why_now', control: 'words', most: longest },
  { ...story, code: 'wants', control: 'words', most: longest },
  { ...safety, code: 'safety_facts', control: 'words', most: longest },
  { ...safety, code: 'safety_none_known', control: 'tick' },
  { ...safety, code: 'safeguarding', control: 'many', codes: ['adult', 'child'] },
  { ...safety, code: 'domestic_abuse', control: 'list', codes: ['yes', 'no', 'not_sure'] },
  { ...safety, code: 'children_at_home', control: 'list', codes: ['yes', 'no', 'not_sure'] },
  { ...clinical, code: 'tried', control: 'words', most: longest },
  { ...story, code: 'agencies_involved', control: 'list', codes: ['1', '2', '3', '4', '5', '6'] },
  { ...clinical, code: 'previous_talking_therapies', control: 'list', codes: ['never', 'helped', 'did_not_help', 'could_not_go'] },
  { ...person, code: 'channels', control: 'many', codes: ['text', 'phone', 'email', 'post', 'not_safe'] },
  { ...person, code: 'shared', control: 'one', codes: ['yes_or_not_sure', 'no'] },
  { ...person, code: 'phone', control: 'phone', most: 30 },
  { ...person, code: 'email', control: 'email', most: 254 },
  { ...person, code: 'times_safe', control: 'line', most: 200 },
  { ...referrer, code: 'urgency', control: 'one', codes: ['today', 'days', 'weeks', 'not_urgent'] },
  { ...clinical, code: 'urgency_why', control: 'line', most: 500 },
  { ...referrer, code: 'agreement', control: 'one', codes: ['agreed', 'without_agreement'] },
  { ...referrer, code: 'agreement_reason', control: 'line', most: 500 },
  { ...referrer, code: 'setting', control: 'list', codes: ['professional', 'partner', 'justice', 'secure_unit', 'mash', 'other'] },
  { ...referrer, code: 'referrer_name', control: 'line', most: 100, autocomplete: 'name' },
  { ...referrer, code: 'referrer_job', control: 'line', most: 100, autocomplete: 'organization-title' },
  { ...referrer, code: 'referrer_organisation', control: 'line', most: 150, autocomplete: 'organization' },
  { ...referrer, code: 'referrer_phone', control: 'phone', most: 30, autocomplete: 'tel' },
  { ...referrer, code: 'referrer_email', control: 'email', most: 254, autocomplete: 'email' },
] as const satisfies readonly Question[];

export type ProfessionalCode = (typeof professionalQuestions)[number]['code'];

/** The page’s sections, in order. */
export const professionalSections = {
  who: [
    'given_name',
    'family_name',
    'known_as',
    'born',
    'nhs_number',
    'address',
    'postcode',
    'no_fixed_abode',
    'language',
    'interpreter',
    'adjustments',
    'knows_us',
  ],
  why: ['why_now', 'wants'],
  safety: ['safety_facts', 'safety_none_known', 'safeguarding', 'domestic_abuse', 'children_at_home'],
  others: ['tried', 'agencies_involved', 'previous_talking_therapies'],
  contact: ['channels', 'phone', 'email', 'shared', 'times_safe'],
  agreement: ['agreement', 'agreement_reason'],
  urgency: ['urgency', 'urgency_why'],
  you: ['referrer_name', 'referrer_job', 'referrer_organisation', 'setting', 'referrer_phone', 'referrer_email'],
} as const satisfies Readonly<Record<string, readonly ProfessionalCode[]>>;
export type SectionKey = keyof typeof professionalSections;

/** What rules read that no person is asked for: whoever knows it may choose it, at the form or while they speak (decision 0068). */
export const choosable = [
  'domestic_abuse',
  'children_at_home',
  'agencies_involved',
  'previous_talking_therapies',
] as const satisfies readonly ProfessionalCode[];
export type Choosable = (typeof choosable)[number];

/** Left empty they say nothing, so nothing is kept. */
export const onlyWhereKnown: ReadonlySet<string> = new Set<ProfessionalCode>(['safeguarding', ...choosable]);

export const professionalQuestion = (code: ProfessionalCode): Question => {
  const found = professionalQuestions.find((one) => one.code === code);
  if (!found) throw new Error(`There is no question ${code}.`);
  return found;
};
