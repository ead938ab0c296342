// What everybody reads round a consultation, by language. The document itself is in the language it was written in.
import { type Approved, catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import { languageOfReading, type Reading } from '../../platform/language/languages.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { easyWords } from './texts/easy-read.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const consultingCatalogue = catalogue('consulting', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type ConsultingTexts = Spoken<typeof english>;

/** In what they chose to read, with what this place’s reviewers approved; or the separately written Easy Read. */
export const consultingTexts = (reading: Reading | null, approved: Approved): ConsultingTexts =>
  reading === 'easy-read' ? consultingCatalogue.in('en', easyWords) : consultingCatalogue.in(languageOfReading(reading ?? 'en'), approved);
