/**
 * The fixed words of the design itself, by language: what layouts and components say without being told.
 * Words about a service or a feature come from the pages that know them.
 */

import { catalogue, type Spoken } from '../platform/language/catalogue.ts';
import { type Direction, type Language, languageFacts } from '../platform/language/languages.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export type { Direction, Language } from '../platform/language/languages.ts';

export const designCatalogue = catalogue('design', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type Texts = Spoken<typeof english>;

export const texts: Readonly<Record<Language, Texts>> = {
  en: designCatalogue.in('en'),
  cy: designCatalogue.in('cy'),
  pl: designCatalogue.in('pl'),
  so: designCatalogue.in('so'),
  ur: designCatalogue.in('ur'),
  ar: designCatalogue.in('ar'),
};

/** Words that only staff pages say. */
export const staffTexts = {
  main: 'Main',
  more: 'More',
  waiting: 'waiting',
  find: 'Find a person, service or action',
  findPlace: 'Find',
  findHint: 'Type 3 letters of a name, a number, a service or an action.',
  findNone: 'Nothing found that you may see.',
  findOffline: 'We cannot search at the moment. Try again.',
  close: 'Close',
  me: 'You',
  signOut: 'Sign out',
  help: 'Find a service',
  show: 'Show',
  identity: 'Who this is',
  openAnotherPart: 'Open another part',
  results: 'Page of results',
  contents: 'On this page',
  reasons: 'Why this is suggested',
  changes: 'What would change it',
  offline: 'You are offline. You can read and type; nothing is sent until you are back.',
  demo: 'Demo: invented people, nothing is sent.',
  reference: 'Reference',
  selectAll: 'Select all',
  hiddenEntry: 'One entry you cannot see',
} as const;

/** Names of languages and formats, each in its own words. `lang` is its BCP 47 tag. */
export interface LanguageName {
  readonly text: string;
  readonly lang: string;
  readonly direction: Direction;
}

export const languageNames = {
  ...languageFacts,
  'easy-read': { text: 'Easy Read', lang: 'en-GB', direction: 'ltr' },
  bsl: { text: 'BSL video', lang: 'en-GB', direction: 'ltr' },
} as const satisfies Record<string, LanguageName>;

export const directionOf = (language: Language): Direction => languageFacts[language].direction;
