// What people read when they open their own page, by language.
import { type Approved, catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import { languageOfReading, type Reading } from '../../platform/language/languages.ts';
import { arabic } from './sign-in-texts/ar.ts';
import { welsh } from './sign-in-texts/cy.ts';
import { easyWords } from './sign-in-texts/easy-read.ts';
import { english } from './sign-in-texts/en.ts';
import { polish } from './sign-in-texts/pl.ts';
import { somali } from './sign-in-texts/so.ts';
import { urdu } from './sign-in-texts/ur.ts';

export const signInCatalogue = catalogue('sign-in', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type SignInTexts = Spoken<typeof english>;

/** In the language they chose to read, with what this place’s reviewers approved; or the separately written Easy Read. */
export const signInTexts = (reading: Reading | null, approved: Approved): SignInTexts =>
  reading === 'easy-read' ? signInCatalogue.in('en', easyWords) : signInCatalogue.in(languageOfReading(reading ?? 'en'), approved);
