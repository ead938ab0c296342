// What people read when they open their own page, by language.
import { type Approved, catalogue, type Spoken } from '../../../platform/language/catalogue.ts';
import { languageOfReading, type Reading } from '../../../platform/language/languages.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { easyWords } from './texts/easy-read.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const signInCatalogue = catalogue('sign-in', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type SignInTexts = Spoken<typeof english>;

/** In the language they chose to read, with what this place’s reviewers approved; or the separately written Easy Read. */
export const signInTexts = (reading: Reading | null, approved: Approved): SignInTexts =>
  reading === 'easy-read' ? signInCatalogue.in('en', easyWords) : signInCatalogue.in(languageOfReading(reading ?? 'en'), approved);
