// A catalogue: texts as data, first in English and then in every other language, typed so that a text that is missing does not compile.
// A text may hold places to fill, `{team}`, and may have a form for each way in which a language counts. What a reviewer of the place approved stands before ours.
import { type Language, languageFacts, type Translated } from './languages.ts';

/** The ways in which each language counts, as `Intl.PluralRules` names them. */
export interface CountsAs {
  en: 'one' | 'other';
  cy: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  so: 'one' | 'other';
  ur: 'one' | 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
}

/** One text in the forms of a language; `{count}` decides which. */
export interface Counted<Forms extends string = string> {
  readonly counted: Readonly<Record<Forms, string>>;
}

export type Words = string | Counted | readonly Words[] | { readonly [key: string]: Words };

/** The same texts in another language: every one of them, in every form of its plural. */
export type Translation<English, L extends Language> = English extends string
  ? string
  : English extends Counted
    ? Counted<CountsAs[L]>
    : { readonly [Key in keyof English]: Translation<English[Key], L> };

/** Names of the places to fill in a text. */
export type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type FormsOf<C> = C extends { readonly counted: infer Forms } ? Extract<Forms[keyof Forms], string> : never;

/** The texts as pages use them: a string, or a function of what fills its places. */
export type Spoken<English> = English extends string
  ? [Holes<English>] extends [never]
    ? string
    : (facts: Readonly<Record<Holes<English>, string | number>>) => string
  : English extends Counted
    ? (facts: Readonly<Record<Exclude<Holes<FormsOf<English>>, 'count'>, string | number>> & { readonly count: number }) => string
    : { readonly [Key in keyof English]: Spoken<English[Key]> };

/** What a place's reviewers approved in one language, by key. */
export type Approved = ReadonlyMap<string, string>;
export const nothingApproved: Approved = new Map();

export type Facts = Readonly<Record<string, string | number | undefined>>;

/** In a line that runs from the right, what is filled in keeps its own direction. An address stays bare, so that a phone still knows it as one. */
const apart = (value: string, language: Language): string =>
  languageFacts[language].direction === 'rtl' && !/^https?:/.test(value) ? `\u2068${value}\u2069` : value;

const numbers = Object.fromEntries(
  Object.entries(languageFacts).map(([language, { locale }]) => [language, new Intl.NumberFormat(locale)]),
) as Readonly<Record<Language, Intl.NumberFormat>>; // made from the very record of languages
const plurals = Object.fromEntries(
  Object.entries(languageFacts).map(([language, { locale }]) => [language, new Intl.PluralRules(locale)]),
) as Readonly<Record<Language, Intl.PluralRules>>; // made from the very record of languages

export const numberIn = (value: number, language: Language): string => numbers[language].format(value);
/** The form of the plural that a number takes. */
export const formOf = (count: number, language: Language): Intl.LDMLPluralRule => plurals[language].select(count);
/** Every form that a language has. */
export const formsIn = (language: Language): readonly Intl.LDMLPluralRule[] => plurals[language].resolvedOptions().pluralCategories;

const hole = /\{(\w+)\}/g;
export const holesIn = (text: string): string[] => [...new Set([...text.matchAll(hole)].map(([, name]) => name ?? ''))].sort();

/** A text with its places filled; a place without a fact stays empty. */
export const fill = (text: string, facts: Facts, language: Language): string =>
  text.replaceAll(hole, (_, name: string) => {
    const value = facts[name];
    return value === undefined ? '' : apart(typeof value === 'number' ? numberIn(value, language) : value, language);
  });

const isCounted = (words: unknown): words is Counted => typeof words === 'object' && words !== null && Object.hasOwn(words, 'counted');

export interface Entry {
  /** 'door.start.title', 'door.check.left.few' */
  readonly key: string;
  readonly words: string;
}

/** Every text with its key, in order; each form of a plural is a text of its own. */
export function entriesOf(words: unknown, key: string): readonly Entry[] {
  if (typeof words === 'string') return [{ key, words }];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(isCounted(words) ? words.counted : words).flatMap(([name, inside]) => entriesOf(inside, `${key}.${name}`));
}

/** The texts of one language, ready for pages. The English says which texts there are and which of them are filled in. */
function spoken(english: unknown, words: unknown, key: string, language: Language, approved: Approved): unknown {
  if (typeof english === 'string') {
    const said = approved.get(key) ?? (typeof words === 'string' ? words : english);
    return holesIn(english).length === 0 ? said : (facts: Facts) => fill(said, facts, language);
  }
  if (isCounted(english)) {
    const forms = isCounted(words) ? words.counted : english.counted;
    return (facts: Facts) => {
      const form = formOf(Number(facts.count), language);
      return fill(approved.get(`${key}.${form}`) ?? forms[form] ?? forms.other ?? '', facts, language);
    };
  }
  if (Array.isArray(english)) return english.map((one, at) => spoken(one, (words as unknown[])[at], `${key}.${at}`, language, approved)); // a translation has the shape of its English
  const inside = words as Readonly<Record<string, unknown>>; // a translation has the shape of its English
  return Object.fromEntries(
    Object.entries(english as object).map(([name, one]) => [name, spoken(one, inside[name], `${key}.${name}`, language, approved)]),
  );
}

export interface Catalogue<English = unknown> {
  /** First word of its keys. */
  readonly name: string;
  readonly english: English;
  readonly translations: Readonly<Record<Translated, unknown>>;
  /** Its texts in one language, with what was approved for it. */
  in(language: Language, approved?: Approved): Spoken<English>;
}

export function catalogue<const English>(
  name: string,
  english: English,
  translations: { readonly [L in Translated]: Translation<English, L> },
): Catalogue<English> {
  const made = new WeakMap<Approved, Map<Language, Spoken<English>>>();
  return {
    name,
    english,
    translations,
    in(language, approved = nothingApproved) {
      const known = made.get(approved) ?? new Map<Language, Spoken<English>>();
      made.set(approved, known);
      const there = known.get(language);
      if (there !== undefined) return there;
      const words = language === 'en' ? english : translations[language];
      const said = spoken(english, words, name, language, approved) as Spoken<English>; // built along the shape of the English
      known.set(language, said);
      return said;
    },
  };
}
