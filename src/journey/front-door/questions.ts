// What somebody is asked when they ask for help, for themselves or for someone else: six short pages and two that are shown only when they matter.
// Order, kind, codes and category only; every word is in the texts, where a missing one fails the types.
import type { Question, QuestionPage } from './question.ts';

const story = { keptIn: 'answer', category: 'story', private: true } as const;
const safety = { keptIn: 'answer', category: 'safety', private: true } as const;
const contact = { keptIn: 'person', category: 'contact' } as const;

/** A paragraph: about eight pages of typing. */
export const longest = 8_000;

export const selfQuestions = [
  { ...story, code: 'happening', control: 'words', most: longest },
  {
    ...story,
    code: 'about',
    control: 'many',
    codes: ['feelings', 'sleep', 'eating', 'relationships', 'loss', 'home', 'money', 'work', 'substances', 'health', 'caring'],
  },
  { ...story, code: 'rather_talk', control: 'tick' },
  {
    ...story,
    code: 'wants',
    control: 'many',
    codes: ['talk', 'peer', 'practical', 'housing', 'money', 'work', 'sleep', 'relationships', 'skills', 'not_sure'],
  },
  { ...story, code: 'would_help', control: 'words', most: longest },
  { ...story, code: 'been_hard', control: 'words', most: longest },
  {
    ...story,
    code: 'coming',
    control: 'ticks',
    codes: ['anxious_about_coming', 'not_sure_i_want_to', 'leaving_home_hard', 'come_with_me', 'let_down_before'],
  },
  { ...safety, code: 'safe_now', control: 'large', codes: ['yes', 'not_sure', 'no'] },
  { ...safety, code: 'contact_today', control: 'tick' },
  {
    ...safety,
    code: 'unsafe_because',
    control: 'ticks',
    codes: ['thoughts_of_ending_life', 'self_harm', 'unsafe_at_home', 'might_hurt_someone', 'nowhere_safe'],
  },
  { ...contact, code: 'channels', control: 'many', codes: ['text', 'phone', 'email', 'post', 'i_will_contact'] },
  { ...contact, code: 'shared', control: 'one', codes: ['yes_or_not_sure', 'no'] },
  { ...contact, code: 'links', control: 'one', codes: ['yes', 'no'] },
  { ...contact, code: 'times_safe', control: 'line', most: 200, private: true },
  { ...contact, code: 'known_as', control: 'line', most: 100, autocomplete: 'nickname' },
  { ...contact, code: 'given_name', control: 'line', most: 100, autocomplete: 'given-name' },
  { ...contact, code: 'family_name', control: 'line', most: 100, autocomplete: 'family-name' },
  { ...contact, code: 'born', control: 'day', autocomplete: 'bday' },
  { ...contact, code: 'phone', control: 'phone', most: 30, autocomplete: 'tel' },
  { ...contact, code: 'email', control: 'email', most: 254, autocomplete: 'email' },
  { ...contact, code: 'address', control: 'line', most: 300, autocomplete: 'street-address' },
  { ...contact, code: 'postcode', control: 'postcode', most: 10, autocomplete: 'postal-code' },
  { ...contact, code: 'no_fixed_abode', control: 'tick' },
  { ...contact, code: 'own_name', keptIn: 'referrer', control: 'line', most: 100, autocomplete: 'name' },
  { ...contact, code: 'own_relation', keptIn: 'referrer', control: 'line', most: 100 },
  { ...contact, code: 'own_phone', keptIn: 'referrer', control: 'phone', most: 30, autocomplete: 'tel' },
  { ...contact, code: 'do_they_know', keptIn: 'answer', control: 'one', codes: ['yes', 'no', 'not_sure'] },
  { ...story, code: 'helpers', control: 'words', most: 2_000 },
  {
    ...contact,
    code: 'language',
    control: 'list',
    codes: ['en', 'ar', 'bn', 'cy', 'bfi', 'fr', 'gu', 'pa', 'pl', 'pt', 'ro', 'so', 'uk', 'ur'],
  },
  { ...contact, code: 'interpreter', control: 'tick' },
  { ...contact, code: 'adjustments', control: 'line', most: 500 },
  { ...contact, code: 'share', keptIn: 'answer', control: 'one', codes: ['ask_me', 'yes', 'no'] },
  { ...contact, code: 'knows_us', control: 'tick' },
  {
    ...contact,
    category: 'equality',
    code: 'ethnic_category',
    control: 'list',
    codes: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z'],
  },
  { ...contact, category: 'equality', code: 'ethnicity_own_words', control: 'line', most: 200 },
  { ...contact, category: 'equality', code: 'gender_identity', control: 'one', codes: ['1', '2', '3', '4', 'Z'] },
  { ...story, code: 'added', control: 'words', most: longest },
] as const satisfies readonly Question[];

export type SelfCode = (typeof selfQuestions)[number]['code'];

export const selfQuestion = (code: SelfCode): Question => {
  const found = selfQuestions.find((one) => one.code === code);
  if (!found) throw new Error(`There is no question ${code}.`);
  return found;
};

export type SelfPageKey = '1' | '2' | '3' | '4' | '5' | '6' | 'now' | 'more';

const pageCodes: Readonly<Record<SelfPageKey, readonly SelfCode[]>> = {
  1: ['happening', 'about', 'rather_talk'],
  2: ['wants', 'would_help', 'been_hard', 'coming'],
  3: ['safe_now'],
  4: ['channels', 'shared', 'links', 'times_safe'],
  5: ['known_as', 'given_name', 'family_name', 'born', 'phone', 'email', 'address', 'postcode', 'no_fixed_abode'],
  6: ['helpers', 'language', 'interpreter', 'adjustments', 'share', 'knows_us'],
  now: ['unsafe_because', 'contact_today'],
  more: ['ethnic_category', 'ethnicity_own_words', 'gender_identity'],
};

/** A link opens their page: only they can say that one may be sent. */
const onlyThemselves: ReadonlySet<SelfCode> = new Set(['links']);

/** Asked only of somebody who is helping someone else, on the same page as who the person is. */
const helperCodes: readonly SelfCode[] = ['own_name', 'own_relation', 'own_phone', 'do_they_know'];

export const numberedPages = ['1', '2', '3', '4', '5', '6'] as const satisfies readonly SelfPageKey[];

const inOrder: readonly SelfPageKey[] = numberedPages;

/** Which of the numbered pages it is, from 0; −1 for the others. */
export const placeOf = (key: SelfPageKey): number => inOrder.indexOf(key);

/** Of the page, and of the form on it. */
export const addressOf = (key: SelfPageKey): `/${string}` => (key === 'now' || key === 'more' ? `/${key}` : `/q/${key}`);

export const selfPage = (key: SelfPageKey, kind: 'self' | 'for_someone_else'): QuestionPage<Question & { readonly code: SelfCode }> => ({
  key,
  questions: [...pageCodes[key], ...(key === '5' && kind === 'for_someone_else' ? helperCodes : [])]
    .filter((code) => kind === 'self' || !onlyThemselves.has(code))
    .map((code) => {
      const { autocomplete, ...question } = selfQuestion(code);
      // The browser knows whoever holds the phone, not the person they ask for.
      const known = autocomplete && (kind === 'self' || question.keptIn === 'referrer');
      return { ...question, code, ...(known ? { autocomplete } : {}) };
    }),
});

/** Every question that a page may hold, for whomever it is filled in. */
export const questionsOn = (key: SelfPageKey): readonly Question[] => [
  ...new Map([...selfPage(key, 'self').questions, ...selfPage(key, 'for_someone_else').questions].map((one) => [one.code, one])).values(),
];
