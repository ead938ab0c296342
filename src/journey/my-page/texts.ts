// What somebody reads on their own page and of their plan, by language.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import type { Moments } from '../../platform/language/moments.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const ownCatalogue = catalogue('own', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type OwnTexts = Spoken<typeof english>;

/** The words of one reader’s page, and how it says days and times. */
export interface OwnSpeech {
  readonly texts: OwnTexts;
  readonly moments: Moments;
}
